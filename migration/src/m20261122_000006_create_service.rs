//! Services, the areas they are organized for, and the points where they are given.

crate::step!(
    up: "
create table service (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in ('SERVICE_ENTITY', 'SERVICE_GROUP', 'SERVICE', 'SERVICE_PACKAGE')),
    parent_id {int} references record (id),
    sector {json},
    level {text} check (level in ('LOCAL', 'AREA', 'REGIONAL', 'SUPRA_REGIONAL', 'NATIONAL')),
    description {json}
);
create index service_parent_id on service (parent_id);

create table service_area (
    id {int} primary key references record (id) on delete cascade,
    region_id {int} references record (id),
    organization_id {int} references record (id),
    population {json},
    teams {json}
);
create index service_area_region_id on service_area (region_id);
create index service_area_organization_id on service_area (organization_id);

create table service_area_member (
    id {key},
    service_area_id {int} not null references record (id) on delete cascade,
    municipality_id {int} not null references record (id),
    district {json},
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index service_area_member_service_area_id on service_area_member (service_area_id);
create index service_area_member_municipality_id on service_area_member (municipality_id);

create table service_point (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in ('PLACE', 'E_SERVICE', 'PHONE', 'FORM', 'WEB_PAGE')),
    organization_id {int} references record (id),
    municipality_id {int} references record (id),
    service_area_id {int} references record (id),
    lon {real},
    lat {real},
    address {json},
    postal_code {text},
    postal_place {json},
    url {text},
    description {json},
    accessibility {json},
    hours {json},
    raw {json}
);
create index service_point_organization_id on service_point (organization_id);
create index service_point_municipality_id on service_point (municipality_id);
create index service_point_service_area_id on service_point (service_area_id);

create table service_at_point (
    id {key},
    service_point_id {int} not null references record (id) on delete cascade,
    service_id {int} not null references record (id),
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index service_at_point_service_point_id on service_at_point (service_point_id);
create index service_at_point_service_id on service_at_point (service_id);
",
    down: "drop table service_at_point; drop table service_point; drop table service_area_member; drop table service_area; drop table service"
);
