//! Initiatives, collaboration networks and strategies.

crate::step!(
    up: "
create table initiative (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in ('REFORM', 'PROGRAMME', 'PROJECT', 'PILOT', 'STUDY', 'TRAINING_SERIES')),
    parent_id {int} references record (id),
    region_id {int} references record (id),
    cost {json},
    description {json}
);
create index initiative_parent_id on initiative (parent_id);
create index initiative_region_id on initiative (region_id);

create table initiative_party (
    id {key},
    initiative_id {int} not null references record (id) on delete cascade,
    party_id {int} references record (id),
    role {text} not null check (role in (
        'FUNDER', 'ADMINISTRATOR', 'PARTICIPANT', 'IMPLEMENTER', 'CLIENT', 'STEERING', 'PARENT_PROGRAMME'
    )),
    label {json},
    share {json},
    share_kind {text} check (share_kind in ('FUNDING', 'WORKING_TIME', 'UNKNOWN'))
);
create index initiative_party_initiative_id on initiative_party (initiative_id);
create index initiative_party_party_id on initiative_party (party_id);

create table initiative_phase (
    id {key},
    initiative_id {int} not null references record (id) on delete cascade,
    position integer not null,
    title {json} not null,
    output {json},
    method {json},
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index initiative_phase_initiative_id on initiative_phase (initiative_id);

create table collaboration_network (
    id {int} primary key references record (id) on delete cascade,
    category {text} not null check (category in (
        'CULTURE', 'SPORTS_COUNSELLING', 'STUDENT_WELFARE', 'YOUTH_OHJAAMO', 'WELLBEING_PROMOTION',
        'ALLIANCE', 'EDUCATION', 'ADMINISTRATION', 'OTHER'
    )),
    form {text} not null check (form in ('NETWORK', 'CONTRACT', 'INFORMATION_STEERING', 'ALLIANCE', 'UNDEFINED')),
    number integer,
    region_id {int} references record (id),
    host_id {int} references record (id),
    initiative_id {int} references record (id),
    description {json}
);
create index collaboration_network_region_id on collaboration_network (region_id);
create index collaboration_network_host_id on collaboration_network (host_id);
create index collaboration_network_initiative_id on collaboration_network (initiative_id);

create table network_member (
    id {key},
    network_id {int} not null references record (id) on delete cascade,
    member_id {int} references record (id),
    role {json},
    share {json},
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index network_member_network_id on network_member (network_id);
create index network_member_member_id on network_member (member_id);

create table strategy (
    id {int} primary key references record (id) on delete cascade,
    organization_id {int} references record (id),
    region_id {int} references record (id),
    initiative_id {int} references record (id),
    legal_basis {json},
    binding {text} check (binding in ('LEGAL', 'POLITICAL', 'INTERNAL')),
    appealable boolean,
    description {json}
);
create index strategy_organization_id on strategy (organization_id);
create index strategy_region_id on strategy (region_id);
create index strategy_initiative_id on strategy (initiative_id);

create table strategy_goal (
    id {key},
    strategy_id {int} not null references record (id) on delete cascade,
    position integer not null,
    text {json} not null,
    indicator_id {int} references record (id),
    target {json},
    deadline {date},
    deadline_precision {text} check (deadline_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN'))
);
create index strategy_goal_strategy_id on strategy_goal (strategy_id);
create index strategy_goal_indicator_id on strategy_goal (indicator_id);
",
    down: "drop table strategy_goal; drop table strategy; drop table network_member; drop table collaboration_network; drop table initiative_phase; drop table initiative_party; drop table initiative"
);
