//! Contracts in tiers, service products and scorecards.

crate::step!(
    up: "
create table scorecard (
    id {int} primary key references record (id) on delete cascade,
    organization_id {int} references record (id),
    template boolean not null,
    columns {json}
);
create index scorecard_organization_id on scorecard (organization_id);

create table scorecard_item (
    id {key},
    scorecard_id {int} not null references record (id) on delete cascade,
    perspective {text} not null check (perspective in ('EFFECTIVENESS', 'PROCESS', 'CUSTOMER', 'STAFF', 'ECONOMY')),
    position integer not null,
    block {json},
    success_factor {json},
    number {text},
    measure {json},
    data_source {json},
    target {json},
    means {json},
    indicator_id {int} references record (id)
);
create index scorecard_item_scorecard_id on scorecard_item (scorecard_id);
create index scorecard_item_indicator_id on scorecard_item (indicator_id);

create table contract (
    id {int} primary key references record (id) on delete cascade,
    tier {text} not null check (tier in (
        'STRATEGIC_SERVICE', 'STRATEGIC_PRODUCTION', 'OPERATIONAL_PRODUCTION', 'SINGLE'
    )),
    template boolean not null,
    parent_id {int} references record (id),
    scorecard_id {int} references record (id),
    region_id {int} references record (id),
    year integer,
    precondition {json},
    content {json},
    price_minor {int},
    currency {text},
    net boolean
);
create index contract_parent_id on contract (parent_id);
create index contract_scorecard_id on contract (scorecard_id);
create index contract_region_id on contract (region_id);

create table contract_party (
    id {key},
    contract_id {int} not null references record (id) on delete cascade,
    party_id {int} references record (id),
    role {text} not null check (role in (
        'PURCHASER', 'INTERNAL_PURCHASER', 'PROVIDER_INTERNAL', 'PROVIDER_EXTERNAL', 'PREPARES', 'DECIDES',
        'SIGNS_FOR_PURCHASER', 'SIGNS_FOR_PROVIDER', 'INFORMED', 'MONITORS', 'ADVISES'
    )),
    label {json},
    position integer
);
create index contract_party_contract_id on contract_party (contract_id);
create index contract_party_party_id on contract_party (party_id);

create table contract_section (
    id {key},
    contract_id {int} not null references record (id) on delete cascade,
    kind {text} not null check (kind in ('SECTION', 'ANNEX', 'AMENDMENT')),
    position integer not null,
    title {json} not null,
    dated_on {date}
);
create index contract_section_contract_id on contract_section (contract_id);

create table contract_subject (
    id {key},
    contract_id {int} not null references record (id) on delete cascade,
    subject_id {int} not null references record (id),
    note {json}
);
create index contract_subject_contract_id on contract_subject (contract_id);
create index contract_subject_subject_id on contract_subject (subject_id);

create table service_product (
    id {int} primary key references record (id) on delete cascade,
    service_id {int} references record (id),
    organization_id {int} references record (id),
    product_group {json},
    has_card boolean not null,
    description {json},
    goal {json},
    price_minor {int},
    currency {text},
    net boolean
);
create index service_product_service_id on service_product (service_id);
create index service_product_organization_id on service_product (organization_id);

create table product_item (
    id {key},
    product_id {int} not null references record (id) on delete cascade,
    kind {text} not null check (kind in ('CONTENT', 'OUTPUT', 'QUALITY', 'REPORTING')),
    position integer not null,
    text {json} not null
);
create index product_item_product_id on product_item (product_id);
",
    down: "drop table product_item; drop table service_product; drop table contract_subject; drop table contract_section; drop table contract_party; drop table contract; drop table scorecard_item; drop table scorecard"
);
