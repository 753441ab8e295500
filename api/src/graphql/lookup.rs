//! Finding one record: by id, by code, by name, by any identifier.

use async_graphql::{Context, ID, Object};
use entity::NounEntity;
use store::{Condition, Scope};

use super::context::Ctx;
use super::id;
use super::item::Item;
use super::record::{AnyRecord, Node, Record};
use super::time::Date;
use crate::{Error, Result};

/// Most ids of one `nodes`.
const MAX_NODES: usize = 500;

/// What one record is asked for by.
pub enum Wanted {
    /// Its opaque id.
    Id(ID),
    /// Scheme and code.
    Code(String, String),
    /// Its whole name, in any language, and what else the noun says of it.
    Name(String, Condition),
}

impl Wanted {
    /// The one way that is given.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] when none or several are.
    pub fn only<const N: usize>(ways: [Option<Self>; N], what: &'static str) -> Result<Self> {
        let mut given = ways.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(wanted), None) => Ok(wanted),
            _ => Err(Error::BadUserInput(format!("give exactly one: {what}"))),
        }
    }
}

/// A record asked for by its id or its name.
///
/// # Errors
/// [`Error::BadUserInput`] unless exactly one of them is given.
pub fn id_or_name(id: Option<ID>, name: Option<String>) -> Result<Wanted> {
    Wanted::only([id.map(Wanted::Id), name.map(|name| Wanted::Name(name, Condition::all()))], "the id, or the name")
}

/// The one record that is asked for; none if there is none, it is of another noun, or may not be seen.
///
/// # Errors
/// [`Error::BadUserInput`] for a malformed id or a name that several have.
pub async fn one<E: NounEntity>(ctx: &Context<'_>, scope: Scope, wanted: Wanted) -> Result<Option<Item<E>>> {
    let key = match wanted {
        Wanted::Id(id) => match id::decode_as(E::NOUN, &id)? {
            Some(uid) => store::registry::key(ctx.db(), uid).await?.map(|(_, key)| key),
            None => None,
        },
        Wanted::Code(scheme, code) => {
            let found = store::identifier::resolve(ctx.db(), &scope, &scheme, &code).await?;
            found.filter(|(noun, _)| *noun == E::NOUN).map(|(_, key)| key)
        }
        Wanted::Name(name, narrow) => match store::search::named::<E>(ctx.db(), &scope, &name, narrow).await?.as_slice() {
            [] => None,
            [key] => Some(*key),
            several => {
                let message = format!("{} records have this name: list them with a filter, and ask by id", several.len());
                return Err(Error::BadUserInput(message));
            }
        },
    };
    let Some(key) = key else { return Ok(None) };
    let found = ctx.loader(&scope).load::<E>(&[key]).await?;
    Ok(found.into_iter().flatten().next().map(|row| Item::single(row, scope)))
}

/// Root fields that find a record of any noun.
#[derive(Default)]
pub struct LookupQuery;

#[Object]
impl LookupQuery {
    /// The record with this id, of whatever noun, as it is today; for another day or a plan use `nodes`. Null if there
    /// is none.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Node>> {
        // Relay refetches by a field of exactly this form.
        let scope = ctx.lens(None, None).await?;
        let (_, uid) = id::decode(&id)?;
        let Some((noun, key)) = store::registry::key(ctx.db(), uid).await? else { return Ok(None) };
        Ok(AnyRecord::load(ctx, scope, noun, key).await?.map(Node))
    }

    /// The records with these ids, in the same order, null where there is none; at most 500.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        ids: Vec<ID>,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Vec<Option<Node>>> {
        if ids.len() > MAX_NODES {
            return Err(Error::PageTooLarge(format!("at most {MAX_NODES} ids")));
        }
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let uids = ids.iter().map(|id| id::decode(id).map(|(_, uid)| uid)).collect::<Result<Vec<_>>>()?;
        let keys = store::registry::keys(ctx.db(), &uids).await?;
        let wanted: Vec<_> = uids.iter().map(|uid| keys.get(uid).copied()).collect();
        let found = AnyRecord::load_all(ctx, scope, &wanted).await?;
        Ok(found.into_iter().map(|record| record.map(Node)).collect())
    }

    /// The record that an identifier names, of whatever noun: scheme `FI-KUNTA`, value `398`. Schemes are listed by
    /// `server`. Null if there is none.
    async fn record(
        &self,
        ctx: &Context<'_>,
        scheme: String,
        value: String,
        as_of: Option<Date>,
        scenario: Option<ID>,
    ) -> Result<Option<Record>> {
        let scope = ctx.lens(as_of, scenario.as_ref()).await?;
        let Some((noun, key)) = store::identifier::resolve(ctx.db(), &scope, &scheme, &value).await? else { return Ok(None) };
        Ok(AnyRecord::load(ctx, scope, noun, key).await?.map(Record))
    }
}
