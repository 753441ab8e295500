//! Memberships: who sits where, in which role and when; from the committee, the person or the organization.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::membership::{MembershipRole, Model};
use entity::{NounEntity, RecordId, Term, committee, organization, person};
use store::Scope;

use super::Committee;
use crate::Result;
use crate::graphql::context::Ctx;
use crate::graphql::item::{Item, Pointed};
use crate::graphql::organization::Organization;
use crate::graphql::person::Person;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Validity;

/// Memberships of a level, with what they point at.
struct Members {
    rows: Vec<Model>,
    /// Places of the rows of each record of the level.
    places: HashMap<RecordId, Vec<usize>>,
    scope: Scope,
    committees: Pointed<committee::Entity>,
    persons: Pointed<person::Entity>,
    organizations: Pointed<organization::Entity>,
}

/// By which column memberships belong to a record of a noun, and how its list of them is sorted.
struct Side {
    column: &'static str,
    key: fn(&Model) -> Option<RecordId>,
    by_role: bool,
}

impl Side {
    fn of<E: NounEntity>() -> Self {
        match E::NOUN {
            entity::Noun::Person => Self { column: "person_id", key: |row| row.person_id, by_role: false },
            entity::Noun::Organization => Self { column: "organization_id", key: |row| row.organization_id, by_role: false },
            _ => Self { column: "committee_id", key: |row| Some(row.committee_id), by_role: true },
        }
    }
}

/// Which memberships are wanted.
pub struct Wanted {
    /// Those of other days too.
    pub ever: bool,
    /// Of these roles; of all without.
    pub roles: Option<Vec<Named<MembershipRole>>>,
}

/// Memberships of a committee, those who chair first; of a person or an organization, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn memberships<E: NounEntity>(item: &Item<E>, ctx: &Context<'_>, wanted: Wanted) -> Result<Vec<Membership>> {
    let scope = *item.scope();
    let load = || async {
        let side = Side::of::<E>();
        let roles: Option<Vec<_>> = wanted.roles.map(|roles| roles.into_iter().map(|role| role.0).collect());
        let ids = item.group().ids();
        let of = (side.column, ids.as_slice());
        let mut rows = store::committee::memberships(ctx.db(), of, &scope, wanted.ever, roles.as_deref()).await?;
        rows.sort_by_key(|row| (side.by_role.then(|| rank(row.role)), row.valid_from, rank(row.role), row.id));
        let mut places: HashMap<RecordId, Vec<usize>> = HashMap::new();
        for (place, row) in rows.iter().enumerate() {
            places.entry((side.key)(row).unwrap_or_default()).or_default().push(place);
        }
        let (committees, persons, organizations) = Default::default();
        Ok(Members { rows, places, scope, committees, persons, organizations })
    };
    let level = item.fetch(ctx, load).await?;
    let places = level.places.get(&item.row().id()).into_iter().flatten();
    Ok(places.map(|place| Membership { level: Arc::clone(&level), place: *place }).collect())
}

/// Place of a role in lists of members: those who chair first, in the order of the vocabulary.
fn rank(role: MembershipRole) -> Option<usize> {
    MembershipRole::ALL.iter().position(|(known, ..)| *known == role)
}

/// A member of a committee: a person, a represented organization, or a role alone.
pub struct Membership {
    level: Arc<Members>,
    place: usize,
}

impl Membership {
    fn row(&self) -> &Model {
        &self.level.rows[self.place]
    }

    async fn pointed<E: NounEntity>(
        &self,
        ctx: &Context<'_>,
        pointed: &Pointed<E>,
        key: fn(&Model) -> Option<RecordId>,
    ) -> Result<Option<Item<E>>> {
        let ids = || self.level.rows.iter().filter_map(key).collect();
        pointed.find(ctx, self.level.scope, ids, key(self.row())).await
    }
}

/// A member of a committee (jäsenyys): a person, a represented organization, or a role alone.
#[Object(name = "CommitteeMembership", serial)]
impl Membership {
    /// The committee.
    async fn committee(&self, ctx: &Context<'_>) -> Result<Option<Committee>> {
        self.pointed(ctx, &self.level.committees, |row| Some(row.committee_id)).await
    }

    /// The person. Null where the source names none.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.pointed(ctx, &self.level.persons, |row| row.person_id).await
    }

    /// The organization represented, or the member itself. Null where the source names none.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        self.pointed(ctx, &self.level.organizations, |row| row.organization_id).await
    }

    /// Role.
    async fn role(&self) -> Named<MembershipRole> {
        Named(self.row().role)
    }

    /// Title or role as the source words it. Null where it adds nothing to the role.
    async fn label(&self) -> Option<Words> {
        words(self.row().label.as_ref())
    }

    /// How many such members, where the source counts them without naming. Null for a single one.
    async fn seats(&self) -> Option<i32> {
        self.row().seats
    }

    /// Whether the member votes. Null where no source says.
    async fn votes(&self) -> Option<bool> {
        self.row().votes
    }

    /// Period of the membership.
    async fn validity(&self) -> Validity {
        let row = self.row();
        Validity::of(row)
    }
}
