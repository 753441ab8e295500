//! Documents facts come from, and citations of them.

crate::step!(
    up: "
create table source_document (
    id {int} primary key references record (id) on delete cascade,
    kind {text} not null check (kind in (
        'REPORT', 'PRESENTATION', 'DATASET', 'REGISTER', 'LEGISLATION', 'WEB_PAGE', 'CONTRACT'
    )),
    publisher {text},
    publisher_id {int} references record (id),
    parent_id {int} references record (id),
    dated_on {date},
    url {text},
    licence {text},
    attribution {text},
    description {json}
);
create index source_document_parent_id on source_document (parent_id);

create table citation (
    id {key},
    record_id {int} not null references record (id) on delete cascade,
    field {text},
    document_id {int} references record (id),
    locator {text},
    certainty {text} not null check (certainty in ('STATED', 'DERIVED', 'AMBIGUOUS', 'MISSING', 'EXTERNAL')),
    note {text}
);
create index citation_record_id on citation (record_id);
create index citation_document_id on citation (document_id);
",
    down: "drop table citation; drop table source_document"
);
