//! Members of committees.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use entity::membership::{self, MembershipRole};
use entity::{RecordId, Term, organization, person};

use super::Committee;
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::item::Group;
use crate::graphql::organization::Organization;
use crate::graphql::person::Person;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Validity;

/// A member of a committee (jäsenyys): a person, a represented organization, or a role alone.
#[derive(SimpleObject)]
#[graphql(name = "CommitteeMembership", serial)]
pub struct Membership {
    /// The person. Null where the source names none.
    person: Option<Person>,
    /// The organization represented, or the member itself. Null where the source names none.
    organization: Option<Organization>,
    /// Role.
    role: Named<MembershipRole>,
    /// Title or role as the source words it. Null where it adds nothing to the role.
    label: Option<Words>,
    /// How many such members, where the source counts them without naming. Null for a single one.
    seats: Option<i32>,
    /// Whether the member votes. Null where no source says.
    votes: Option<bool>,
    /// Period of the membership.
    validity: Validity,
}

/// Memberships of a level with the persons and organizations they name.
struct Members {
    rows: HashMap<RecordId, Vec<membership::Model>>,
    persons: Arc<Group<person::Entity>>,
    organizations: Arc<Group<organization::Entity>>,
}

/// Members of a committee: those on the day of the lens, or all there ever were; by role, then by first day.
///
/// # Errors
/// When the database fails.
pub async fn memberships(committee: &Committee, ctx: &Context<'_>, ever: bool) -> Result<Vec<Membership>> {
    let scope = *committee.scope();
    let load = || async {
        let rows = store::edge::of_parents::<membership::Entity>(ctx.db(), &committee.group().ids()).await?;
        let on_day = |row: &membership::Model| row.valid_from <= scope.as_of && scope.as_of < row.valid_to;
        let mut rows: Vec<_> = rows.into_iter().filter(|row| ever || on_day(row)).collect();
        rows.sort_by_key(|row| (rank(row.role), row.valid_from, row.id));
        let ids = |key: fn(&membership::Model) -> Option<RecordId>| {
            let mut ids: Vec<RecordId> = rows.iter().filter_map(key).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let loader = ctx.loader(&scope);
        let persons = loader.load::<person::Entity>(&ids(|row| row.person_id)).await?;
        let organizations = loader.load::<organization::Entity>(&ids(|row| row.organization_id)).await?;
        let mut by_committee: HashMap<RecordId, Vec<membership::Model>> = HashMap::new();
        for row in rows {
            by_committee.entry(row.committee_id).or_default().push(row);
        }
        Ok(Members {
            rows: by_committee,
            persons: Group::new(persons.into_iter().flatten().collect(), scope),
            organizations: Group::new(organizations.into_iter().flatten().collect(), scope),
        })
    };
    let members = committee.fetch(ctx, load).await?;
    let rows = members.rows.get(&committee.row().id()).into_iter().flatten();
    Ok(rows.map(|row| member(&members, row)).collect())
}

/// Place of a role in lists of members: those who chair first, in the order of the vocabulary.
fn rank(role: MembershipRole) -> Option<usize> {
    MembershipRole::ALL.iter().position(|(known, ..)| *known == role)
}

fn member(members: &Members, row: &membership::Model) -> Membership {
    Membership {
        person: row.person_id.and_then(|id| members.persons.find(id)),
        organization: row.organization_id.and_then(|id| members.organizations.find(id)),
        role: Named(row.role),
        label: words(row.label.as_ref()),
        seats: row.seats,
        votes: row.votes,
        validity: Validity::new(row.valid_from, row.valid_from_precision, row.valid_to, row.valid_to_precision),
    }
}
