//! The registry of records, their names and identifiers, and the revision log.

crate::step!(
    up: "
create table counter (
    name {text} primary key,
    value {int} not null
);
insert into counter (name, value) values ('revision', 0);

create table record (
    id {key},
    uid {uuid} not null unique,
    noun {text} not null,
    status {text} not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    visibility {text} not null check (visibility in ('PUBLIC', 'RESTRICTED')),
    owner_id {int} references record (id),
    scenario_id {int} references record (id),
    source_id {int} references record (id),
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    names {json} not null,
    version integer not null,
    created_at {int} not null,
    updated_at {int} not null,
    check (valid_from <= valid_to)
);
create index record_noun on record (noun, valid_to);
create index record_owner on record (owner_id) where owner_id is not null;
create index record_scenario on record (scenario_id) where scenario_id is not null;

create table name (
    id {key},
    record_id {int} not null references record (id) on delete cascade,
    lang {text} not null,
    folded {text} not null,
    sort_key {blob} not null,
    valid_from {date} not null,
    valid_to {date} not null,
    sorts boolean not null
);
create index name_record on name (record_id, lang);
create index name_folded on name (folded, record_id, valid_from, valid_to);
create index name_sorting on name (record_id, valid_from, valid_to, sort_key) where sorts = true;

create table place (
    record_id {int} primary key references record (id) on delete cascade,
    lon {real} not null,
    lat {real} not null,
    x {real} not null,
    y {real} not null,
    z {real} not null
);
create index place_lat on place (lat, lon);

create table identifier (
    id {key},
    record_id {int} not null references record (id) on delete cascade,
    scheme {text} not null,
    value {text} not null,
    valid_from {date} not null,
    valid_to {date} not null
);
create unique index identifier_value on identifier (scheme, value, valid_from);
create index identifier_record on identifier (record_id);

create table revision (
    sequence {int} primary key,
    at {int} not null,
    actor {text} not null,
    operation {text} not null check (operation in ('CREATE', 'UPDATE', 'DELETE')),
    record_id {int} not null,
    kind {text} not null,
    version integer not null,
    image {json} not null
);
create index revision_record on revision (record_id, sequence);
",
    down: "drop table revision; drop table identifier; drop table place; drop table name; drop table record; drop table counter"
);
