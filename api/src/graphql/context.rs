//! What a resolver finds in its context: database, viewer, languages, loader; and the lens made from arguments.

use std::future::Future;
use std::sync::{Arc, Mutex};

use async_graphql::{Context, ID};
use chrono::NaiveDate;
use entity::{Noun, scenario};
use store::Database;
use store::Scope;
use store::loader::Loader;

use crate::auth::Viewer;
use crate::graphql::id;
use crate::graphql::time::Date;
use crate::{Error, Result};

/// What belongs to one request.
pub struct RequestData {
    /// Who asks.
    pub viewer: Viewer,
    /// Languages of the reader, from Accept-Language.
    pub languages: Vec<String>,
    /// Today in Helsinki when the request came.
    pub today: NaiveDate,
    loaders: Mutex<Vec<(Scope, Loader)>>,
}

impl RequestData {
    /// Data of a request.
    #[must_use]
    pub fn new(viewer: Viewer, languages: Vec<String>, today: NaiveDate) -> Self {
        Self { viewer, languages, today, loaders: Mutex::default() }
    }
}

/// Shorthands for what a context holds.
pub trait Ctx {
    /// The database.
    fn db(&self) -> &Database;
    /// What belongs to the request.
    fn request(&self) -> &RequestData;
    /// The lens of a root field: a scenario without a day is seen on its reference date.
    ///
    /// # Errors
    /// [`Error::BadUserInput`] for a scenario that does not exist.
    fn lens(&self, as_of: Option<Date>, scenario: Option<&ID>) -> impl Future<Output = Result<Scope>> + Send;
    /// The request's loader of single records under a scope.
    fn loader(&self, scope: &Scope) -> Loader;
}

impl Ctx for Context<'_> {
    fn db(&self) -> &Database {
        self.data_unchecked::<Database>()
    }

    fn request(&self) -> &RequestData {
        self.data_unchecked::<Arc<RequestData>>()
    }

    async fn lens(&self, as_of: Option<Date>, scenario: Option<&ID>) -> Result<Scope> {
        let request = self.request();
        let restricted = request.viewer.reads_restricted();
        let real = Scope { as_of: as_of.map_or(request.today, |date| date.0), scenario: None, dated: true, restricted };
        let Some(id) = scenario else { return Ok(real) };
        let unknown = || Error::BadUserInput("there is no such scenario".to_owned());
        let uid = id::decode_as(Noun::Scenario, id)?.ok_or_else(unknown)?;
        let (_, key) = store::registry::key(self.db(), uid).await?.ok_or_else(unknown)?;
        let found = self.loader(&real).load::<scenario::Entity>(&[key]).await?;
        let plan = found.into_iter().flatten().next().ok_or_else(unknown)?;
        Ok(Scope { as_of: as_of.map_or(plan.own.reference_date, |date| date.0), scenario: Some(key), ..real })
    }

    fn loader(&self, scope: &Scope) -> Loader {
        // A single record is shown or not by visibility alone; day and plan hide nothing.
        let key = Scope { as_of: NaiveDate::MIN, scenario: None, dated: true, ..*scope };
        let mut loaders = self.request().loaders.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((_, loader)) = loaders.iter().find(|(scope, _)| *scope == key) {
            return loader.clone();
        }
        let loader = Loader::new(self.db().clone(), *scope);
        loaders.push((key, loader.clone()));
        loader
    }
}
