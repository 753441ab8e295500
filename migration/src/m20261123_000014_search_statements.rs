//! What statements say, made comparable, so that search and filters find it.

crate::step!(
    up: "
create table statement_text (
    id {key},
    record_id {int} not null references record (id) on delete cascade,
    lang {text} not null,
    folded {text} not null
);
create index statement_text_record on statement_text (record_id);
",
    down: "drop table statement_text"
);
