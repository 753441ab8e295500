//! Indicators and their observations.

crate::step!(
    up: "
create table indicator (
    id {int} primary key references record (id) on delete cascade,
    code {text} not null unique,
    unit {json} not null,
    definition {json},
    additive boolean not null,
    weighted_by_id {int} references record (id),
    decimals integer not null
);

create table observation (
    id {key},
    indicator_id {int} not null references record (id) on delete cascade,
    subject_id {int} references record (id),
    scenario_id {int} references record (id),
    period_from {date} not null,
    period_to {date} not null,
    value_min {int},
    value_max {int},
    approximate boolean not null,
    open_ended boolean not null,
    as_written {text},
    status {text} not null check (status in ('NORMAL', 'FORECAST', 'ESTIMATE', 'PROVISIONAL', 'MISSING')),
    division_year integer,
    published_on {date},
    class_min {int},
    class_max {int},
    rank_group {text}
);
create index observation_indicator_id_period_from_id on observation (indicator_id, period_from, id);
create index observation_subject_id_indicator_id_period_from on observation (subject_id, indicator_id, period_from);
",
    down: "drop table observation; drop table indicator"
);
