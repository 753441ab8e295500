//! Parts of contracts: who does what, sections, and what is covered.

use async_graphql::{Context, SimpleObject};
use entity::contract_party::{self, ContractRole};
use entity::contract_section::{self, SectionKind};
use entity::contract_subject;

use super::Contract;
use crate::Result;
use crate::graphql::edges;
use crate::graphql::record::Record;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Date;

/// Who does what in a contract (sopimuksen osapuoli). A signatory is not a decision-maker is not an informed body.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ContractParty {
    /// The organization, unit or committee. Null where the source names only a role, or nobody.
    party: Option<Record>,
    /// What it does.
    role: Named<ContractRole>,
    /// The role as the source words it, such as the chair who signs. Null where it adds nothing.
    label: Option<Words>,
}

/// A section, annex or amendment of a contract (sopimuksen kohta, liite tai muutos).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ContractSection {
    /// What kind of part.
    kind: Named<SectionKind>,
    /// Place in the contract, counted from 1.
    position: i32,
    /// Title.
    title: Words,
    /// Day of an amendment. Null for other parts.
    dated_on: Option<Date>,
}

/// What a contract covers: a service, a product, an indicator.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ContractSubject {
    /// The service, product or indicator.
    subject: Record,
    /// What the source adds. Null where it adds nothing.
    note: Option<Words>,
}

/// Parties of a contract, in the order of the source; only those of one role when given.
///
/// # Errors
/// When the database fails.
pub async fn parties(contract: &Contract, ctx: &Context<'_>, role: Option<ContractRole>) -> Result<Vec<ContractParty>> {
    edges::of::<contract_party::Entity, _>(contract, ctx, |targets, row| {
        let wanted = role.is_none_or(|role| role == row.role);
        let party =
            || ContractParty { party: targets.record(row.party_id), role: Named(row.role), label: words(row.label.as_ref()) };
        wanted.then(party)
    })
    .await
}

/// Sections, annexes and amendments of a contract, in order.
///
/// # Errors
/// When the database fails.
pub async fn sections(contract: &Contract, ctx: &Context<'_>) -> Result<Vec<ContractSection>> {
    let mut sections = edges::of::<contract_section::Entity, _>(contract, ctx, |_, row| {
        let (kind, title) = (Named(row.kind), Words(row.title.clone()));
        Some(ContractSection { kind, position: row.position, title, dated_on: row.dated_on.map(Date) })
    })
    .await?;
    sections.sort_by_key(|section| section.position);
    Ok(sections)
}

/// What a contract covers.
///
/// # Errors
/// When the database fails.
pub async fn covers(contract: &Contract, ctx: &Context<'_>) -> Result<Vec<ContractSubject>> {
    edges::of::<contract_subject::Entity, _>(contract, ctx, |targets, row| {
        Some(ContractSubject { subject: targets.record(Some(row.subject_id))?, note: words(row.note.as_ref()) })
    })
    .await
}
