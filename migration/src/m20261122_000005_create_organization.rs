//! Organizations, their committees, and persons.

crate::step!(
    up: "
create table organization (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in (
        'MUNICIPALITY', 'JOINT_MUNICIPAL_AUTHORITY', 'REGIONAL_COUNCIL', 'SUB_REGIONAL_ORGANIZATION',
        'WELLBEING_SERVICES_COUNTY', 'PLANNED_REGION', 'MINISTRY', 'STATE_REGIONAL', 'STATE_NATIONAL',
        'MUNICIPAL_ENTERPRISE', 'MUNICIPAL_COMPANY', 'PRIVATE_COMPANY', 'THIRD_SECTOR', 'FOUNDATION',
        'RESEARCH_EDUCATION', 'INTEREST_ORGANIZATION', 'ORG_UNIT'
    )),
    level {text} check (level in (
        'SECTOR', 'AGENCY', 'DIVISION', 'SERVICE', 'RESULT_AREA', 'RESULT_UNIT', 'OPERATING_UNIT', 'AREA_TEAM',
        'SERVICE_CENTRE', 'GROUP_ADMINISTRATION'
    )),
    parent_id {int} references record (id),
    municipality_id {int} references record (id),
    region_id {int} references record (id)
);
create index organization_parent_id on organization (parent_id);
create index organization_municipality_id on organization (municipality_id);
create index organization_region_id on organization (region_id);

create table person (
    id {int} primary key references record (id) on delete cascade,
    title {json}
);

create table committee (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in (
        'COUNCIL', 'BOARD', 'BOARD_SECTION', 'COMMITTEE', 'PURCHASER_COMMITTEE', 'STANDING_COMMITTEE',
        'SECTION', 'AREA_SECTION', 'MANAGEMENT_BOARD', 'JOINT_BODY', 'JOINT_AUTHORITY_BODY', 'AUDIT_COMMITTEE',
        'ELECTION_COMMITTEE', 'STEERING_GROUP', 'COORDINATION_GROUP', 'DEVELOPMENT_GROUP', 'WORKING_GROUP',
        'SERVICE_PACKAGE_GROUP', 'MANAGERS_GROUP', 'ADVISORY_BOARD', 'CUSTOMER_PANEL', 'RESIDENT_BODY',
        'PARENTS_COUNCIL', 'INTERIM_BODY', 'SEMINAR_SERIES', 'OFFICE_HOLDER', 'ELECTED_OFFICER'
    )),
    power {text} check (power in ('DECISION', 'PREPARATION', 'COORDINATION', 'ADVISORY')),
    organization_id {int} references record (id),
    parent_id {int} references record (id),
    seats {json},
    meetings {json}
);
create index committee_organization_id on committee (organization_id);
create index committee_parent_id on committee (parent_id);

create table membership (
    id {key},
    committee_id {int} not null references record (id) on delete cascade,
    person_id {int} references record (id),
    organization_id {int} references record (id),
    role {text} not null check (role in (
        'CHAIR', 'VICE_CHAIR', 'CHAIRING_TEAM', 'CONVENER', 'MEMBER', 'SUBSTITUTE', 'SECRETARY',
        'STAFF_REPRESENTATIVE', 'EXPERT', 'ADVISER', 'COORDINATOR', 'PROJECT_LEADER', 'CHANGE_LEADER'
    )),
    label {json},
    seats integer,
    votes boolean,
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index membership_committee_id on membership (committee_id);
create index membership_person_id on membership (person_id);
create index membership_organization_id on membership (organization_id);
",
    down: "drop table membership; drop table committee; drop table person; drop table organization"
);
