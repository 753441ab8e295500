//! Conditions on what every record has, and on records of any noun.

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use entity::Noun;
use entity::time::{FAR_FUTURE, FAR_PAST};
use store::filter::{identified, named, not, without};
use store::{At, Condition, ExprTrait, Scope};

use super::{DateFilter, DateTimeFilter, TextFilter, bounded};
use crate::Result;
use crate::graphql::id;

/// Conditions on an id.
#[derive(InputObject, Clone, Debug, Default)]
pub struct IdFilter {
    /// The same.
    eq: Option<ID>,
    /// One of these; at most 500.
    #[graphql(name = "in")]
    within: Option<Vec<ID>>,
}

impl IdFilter {
    fn condition(&self, at: At) -> Result<Condition> {
        let uid = |id: &ID| id::decode(id).map(|(_, uid)| uid);
        let mut all = Condition::all();
        if let Some(one) = &self.eq {
            all = all.add(at.record("uid").eq(uid(one)?));
        }
        if let Some(many) = &self.within {
            all = all.add(at.record("uid").is_in(bounded(many)?.iter().map(uid).collect::<Result<Vec<_>>>()?));
        }
        Ok(all)
    }
}

/// Conditions on identifiers: some identifier must fit.
#[derive(InputObject, Clone, Debug)]
pub struct IdentifierFilter {
    /// Scheme, such as `FI-KUNTA`; any scheme if not given.
    scheme: Option<String>,
    /// One of these codes; at most 500.
    #[graphql(name = "in")]
    within: Vec<String>,
}

/// Conditions on the period in force.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ValidityFilter {
    /// Whether the end is known. `true` removes what is only in force because nothing says that it ended.
    end_known: Option<bool>,
    /// Whether the start is known to at least the year.
    start_known: Option<bool>,
    /// First day in force.
    from: Option<DateFilter>,
    /// First day no longer in force; null while there is none.
    to: Option<DateFilter>,
}

/// Conditions that every noun has.
#[derive(InputObject, Clone, Debug, Default)]
pub struct RecordFilter {
    /// Its id.
    id: Option<IdFilter>,
    /// Its name, in any language, on the day of the lens.
    name: Option<TextFilter>,
    /// Its identifiers.
    identifier: Option<IdentifierFilter>,
    /// The period in which it is in force.
    validity: Option<ValidityFilter>,
    /// When it was last changed.
    updated_at: Option<DateTimeFilter>,
}

impl RecordFilter {
    /// Condition on the registry row.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] for lists too long or malformed ids.
    pub fn condition(&self, at: At, scope: &Scope) -> Result<Condition> {
        let mut all = Condition::all();
        if let Some(id) = &self.id {
            all = all.add(id.condition(at)?);
        }
        if let Some(name) = &self.name {
            all = all.add(name.condition(|matched| named(at, scope, matched))?);
        }
        if let Some(identifier) = &self.identifier {
            all = all.add(identified(at, identifier.scheme.as_deref(), bounded(&identifier.within)?));
        }
        if let Some(validity) = &self.validity {
            all = all.add(validity.condition(at)?);
        }
        if let Some(updated) = &self.updated_at {
            all = all.add(updated.condition(&at.record("updated_at"))?);
        }
        Ok(all)
    }
}

impl ValidityFilter {
    fn condition(&self, at: At) -> Result<Condition> {
        let known = |column: &'static str, precision: &'static str, open: NaiveDate, wanted: bool| {
            let known = Condition::all().add(at.record(column).ne(open)).add(at.record(precision).ne("UNKNOWN"));
            if wanted { known } else { not(known) }
        };
        let mut all = Condition::all();
        if let Some(wanted) = self.end_known {
            all = all.add(known("valid_to", "valid_to_precision", FAR_FUTURE, wanted));
        }
        if let Some(wanted) = self.start_known {
            all = all.add(known("valid_from", "valid_from_precision", FAR_PAST, wanted));
        }
        if let Some(from) = &self.from {
            all = all.add(from.condition(&without(at.record("valid_from"), FAR_PAST))?);
        }
        if let Some(to) = &self.to {
            all = all.add(to.condition(&without(at.record("valid_to"), FAR_FUTURE))?);
        }
        Ok(all)
    }
}

crate::term_filter!(NounFilter, Noun);

crate::noun_filter! {
    /// Which records, of any noun. Conditions given together must all hold.
    AnyRecordFilter(at, scope) {
        /// Its noun.
        noun: NounFilter = |given| given.condition(&at.record("noun"))?;
    }
}

crate::relation_filter!(RecordRelation, AnyRecordFilter, "records of any noun");
