//! Municipalities and what happened to them.

crate::step!(
    up: "
create table municipality (
    id {int} primary key references record (id) on delete cascade,
    code {text} not null,
    lon {real},
    lat {real}
);
create index municipality_code on municipality (code);

create table municipality_change (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in ('MERGE', 'SPLIT', 'TRANSFER', 'RENAME', 'CODE_CHANGE', 'REGION_MOVE')),
    effective_on {date} not null
);
create index municipality_change_day on municipality_change (effective_on);

create table change_part (
    id {key},
    change_id {int} not null references record (id) on delete cascade,
    from_id {int} references record (id),
    to_id {int} references record (id),
    population_share {int},
    area_share {int},
    from_region_id {int} references record (id),
    to_region_id {int} references record (id)
);
create index change_part_change on change_part (change_id);
create index change_part_from on change_part (from_id);
create index change_part_to on change_part (to_id);
",
    down: "drop table change_part; drop table municipality_change; drop table municipality"
);
