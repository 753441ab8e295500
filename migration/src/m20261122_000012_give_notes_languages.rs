//! Notes of citations and mentions in languages, how certain a mention is, and records by their source. What was noted before
//! is in a language that nobody wrote down: `und`.

crate::step!(
    up: "
alter table citation rename column note to note_text;
alter table citation add column note {json};
update citation set note = {object}('und', note_text) where note_text is not null;
alter table citation drop column note_text;

alter table mention rename column note to note_text;
alter table mention add column note {json};
update mention set note = {object}('und', note_text) where note_text is not null;
alter table mention drop column note_text;

alter table mention add column certainty {text} not null default 'STATED'
    check (certainty in ('STATED', 'DERIVED', 'AMBIGUOUS', 'MISSING', 'EXTERNAL'));

create index record_source on record (source_id) where source_id is not null;
",
    down: "
drop index record_source;
alter table mention drop column certainty;

alter table mention rename column note to notes;
alter table mention add column note {text};
update mention set note = cast(notes as {text});
alter table mention drop column notes;

alter table citation rename column note to notes;
alter table citation add column note {text};
update citation set note = cast(notes as {text});
alter table citation drop column notes
"
);
