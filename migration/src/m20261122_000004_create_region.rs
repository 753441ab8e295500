//! Regions by family, their dated membership, and boundaries of any area.

crate::step!(
    up: "
create table region (
    id {int} primary key references record (id) on delete cascade,
    family {text} not null check (family in (
        'MAAKUNTA', 'SEUTUKUNTA', 'SUURALUE', 'AVI', 'ELY', 'ELINVOIMAKESKUS', 'HYVINVOINTIALUE',
        'YHTEISTYOALUE', 'SAIRAANHOITOPIIRI', 'ERVA', 'TYOLLISYYSALUE', 'VAALIPIIRI', 'TYOSSAKAYNTIALUE',
        'NUTS1', 'NUTS2', 'NUTS3', 'KUNTARYHMITYS', 'KIELISUHDE', 'KELA_PALVELUALUE', 'KELA_ASUMISTUKIALUE'
    )),
    code {text} not null,
    coverage {json} not null
);
create index region_family_code on region (family, code);

create table region_member (
    id {key},
    region_id {int} not null references record (id) on delete cascade,
    municipality_id {int} not null references record (id),
    certainty {text} not null check (certainty in ('STATED', 'DERIVED', 'AMBIGUOUS', 'MISSING', 'EXTERNAL')),
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index region_member_region_id on region_member (region_id);
create index region_member_municipality_id on region_member (municipality_id);

create table boundary (
    id {key},
    record_id {int} not null references record (id) on delete cascade,
    min_lon {real} not null,
    min_lat {real} not null,
    max_lon {real} not null,
    max_lat {real} not null,
    geometry {json} not null,
    attribution {text},
    valid_from {date} not null,
    valid_from_precision {text} not null check (valid_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    valid_to {date} not null,
    valid_to_precision {text} not null check (valid_to_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    check (valid_from <= valid_to)
);
create index boundary_record_id on boundary (record_id);
create index boundary_min_lat_min_lon on boundary (min_lat, min_lon);
",
    down: "drop table boundary; drop table region_member; drop table region"
);
