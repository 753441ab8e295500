//! The strategy that a contract carries out, and the region that a committee is for.

crate::step!(
    up: "
alter table contract add column strategy_id {int} references record (id);
create index contract_strategy_id on contract (strategy_id);

alter table committee add column region_id {int} references record (id);
create index committee_region_id on committee (region_id);
",
    down: "
drop index committee_region_id; alter table committee drop column region_id;
drop index contract_strategy_id; alter table contract drop column strategy_id
"
);
