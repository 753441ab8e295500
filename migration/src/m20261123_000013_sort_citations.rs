//! Citations in the order of places in their document: a key that sorts slide 2 before slide 10.

crate::step!(
    up: "
alter table citation add column locator_key {blob};
drop index citation_document_id;
create index citation_document on citation (document_id, locator_key, record_id);
",
    down: "
drop index citation_document;
create index citation_document_id on citation (document_id);
alter table citation drop column locator_key
"
);
