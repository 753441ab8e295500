//! Plans, what they replace, statements, mentions and arrangements of services.

crate::step!(
    up: "
create table scenario (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in ('VISION', 'NEW_MODEL', 'TRANSITION_STEP', 'IMPLEMENTED', 'ABANDONED')),
    reference_date {date} not null,
    reference_precision {text} not null check (reference_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    region_id {int} references record (id),
    organization_id {int} references record (id),
    description {json}
);
create index scenario_region_id on scenario (region_id);
create index scenario_organization_id on scenario (organization_id);

create table replacement (
    id {key},
    record_id {int} not null references record (id) on delete cascade,
    replaced_id {int} not null references record (id)
);
create index replacement_record_id on replacement (record_id);
create index replacement_replaced_id on replacement (replaced_id);

create table mention (
    id {key},
    document_id {int} not null references record (id) on delete cascade,
    record_id {int} not null references record (id),
    locator {text},
    note {text}
);
create index mention_document_id on mention (document_id);
create index mention_record_id on mention (record_id);

create table statement (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in (
        'GOAL', 'POLICY_LINE', 'MEASURE', 'STUDY_TARGET', 'CONTENT_AREA', 'BENEFIT', 'RISK', 'CHALLENGE',
        'ISSUE_TO_RESOLVE', 'DECISION_NEEDED', 'OPEN_QUESTION', 'PROPOSAL', 'TRAINING_NEED', 'NEXT_STEP',
        'FINDING', 'DIVISION_OF_LABOUR', 'CHARACTERISTIC', 'REQUIREMENT'
    )),
    theme {text},
    position integer,
    text {json} not null,
    subject_id {int} references record (id),
    level_a {text} check (level_a in ('STATE', 'REGION', 'MUNICIPALITY')),
    level_b {text} check (level_b in ('STATE', 'REGION', 'MUNICIPALITY')),
    topic {json},
    mechanism {json},
    cadence {json}
);
create index statement_subject_id on statement (subject_id);

create table service_arrangement (
    id {key},
    service_id {int} not null references record (id) on delete cascade,
    service_area_id {int} references record (id),
    region_id {int} references record (id),
    organizer_id {int} references record (id),
    producer_id {int} references record (id),
    scenario_id {int} references record (id),
    level {text} check (level in ('LOCAL', 'AREA', 'REGIONAL', 'SUPRA_REGIONAL', 'NATIONAL')),
    model {text} check (model in (
        'OWN_PRODUCTION', 'SERVICE_COOPERATION', 'CONTRACT_BASED', 'HOST_MUNICIPALITY', 'JOINT_BODY',
        'JOINT_MUNICIPAL_AUTHORITY', 'MUNICIPAL_ENTERPRISE', 'LIMITED_COMPANY', 'PURCHASER_PROVIDER',
        'CONTRACT_STEERING', 'PROCESS_ORGANIZATION', 'OUTSOURCED_MUNICIPAL_UNIT', 'OUTSOURCED_PRIVATE',
        'OUTSOURCED_THIRD_SECTOR', 'REGIONAL_BODY', 'NETWORK', 'ALLIANCE'
    )),
    status {text} not null check (status in ('EXISTING', 'PROPOSED', 'UNDER_STUDY', 'ABANDONED')),
    phase integer,
    note {json},
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index service_arrangement_service_id on service_arrangement (service_id);
create index service_arrangement_service_area_id on service_arrangement (service_area_id);
create index service_arrangement_region_id on service_arrangement (region_id);
create index service_arrangement_organizer_id on service_arrangement (organizer_id);
create index service_arrangement_producer_id on service_arrangement (producer_id);
create index service_arrangement_scenario_id on service_arrangement (scenario_id);
",
    down: "drop table service_arrangement; drop table statement; drop table mention; drop table replacement; drop table scenario"
);
