//! Parts of initiatives: parties and phases.

use async_graphql::{Context, SimpleObject};
use entity::initiative_party::{self, InitiativeRole, ShareKind};
use entity::initiative_phase;

use super::Initiative;
use crate::Result;
use crate::graphql::edges;
use crate::graphql::quantity::Quantity;
use crate::graphql::record::Record;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Validity;

/// Who takes part in an initiative (hankkeen osapuoli).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct InitiativeParty {
    /// The organization, committee, municipality or person. Null where the source names only a role.
    party: Option<Record>,
    /// Role.
    role: Named<InitiativeRole>,
    /// Role as the source words it. Null where it adds nothing.
    label: Option<Words>,
    /// Share in per cent. Null where the source gives none.
    share: Option<Quantity>,
    /// What the share is of. Null where there is no share.
    share_kind: Option<Named<ShareKind>>,
}

/// A phase of an initiative (hankkeen vaihe).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct InitiativePhase {
    /// Place in the order, counted from 1.
    position: i32,
    /// What is done.
    title: Words,
    /// What comes out. Null where the source does not say.
    output: Option<Words>,
    /// How it is done. Null where the source does not say.
    method: Option<Words>,
    /// When; open where the source gives no dates.
    validity: Validity,
}

/// Parties of an initiative; only those of one role when given.
///
/// # Errors
/// When the database fails.
pub async fn parties(initiative: &Initiative, ctx: &Context<'_>, role: Option<InitiativeRole>) -> Result<Vec<InitiativeParty>> {
    edges::of::<initiative_party::Entity, _>(initiative, ctx, |targets, row| {
        role.is_none_or(|role| role == row.role).then(|| InitiativeParty {
            party: targets.record(row.party_id),
            role: Named(row.role),
            label: words(row.label.as_ref()),
            share: row.share.as_ref().map(Quantity::from),
            share_kind: row.share_kind.map(Named),
        })
    })
    .await
}

/// Phases of an initiative, in order.
///
/// # Errors
/// When the database fails.
pub async fn phases(initiative: &Initiative, ctx: &Context<'_>) -> Result<Vec<InitiativePhase>> {
    let mut phases = edges::of::<initiative_phase::Entity, _>(initiative, ctx, |_, row| {
        Some(InitiativePhase {
            position: row.position,
            title: Words(row.title.clone()),
            output: words(row.output.as_ref()),
            method: words(row.method.as_ref()),
            validity: Validity::of(row),
        })
    })
    .await?;
    phases.sort_by_key(|phase| phase.position);
    Ok(phases)
}
