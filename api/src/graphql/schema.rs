//! The schema: merged roots, and what is built once for all requests.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject, Schema as Built, SchemaBuilder, ValidationMode};
use store::Database;

use super::lookup::LookupQuery;
use super::municipality::query::MunicipalityQuery;
use super::municipality_change::query::MunicipalityChangeQuery;
use super::server::ServerQuery;

/// Root fields about places and their people.
#[derive(MergedObject, Default)]
pub struct TerritoryQuery(MunicipalityQuery, MunicipalityChangeQuery);

/// Everything that can be asked. The argument `asOf` sets the day (today in Helsinki by default) for the field and all
/// below it; `scenario` lays a plan over reality.
#[derive(MergedObject, Default)]
pub struct Query(LookupQuery, TerritoryQuery, ServerQuery);

/// The schema with its resolvers.
pub type Schema = Built<Query, EmptyMutation, EmptySubscription>;

fn builder() -> SchemaBuilder<Query, EmptyMutation, EmptySubscription> {
    // Documents are validated by `document`, against the whole specification and once for each document.
    Schema::build(Query::default(), EmptyMutation, EmptySubscription).validation_mode(ValidationMode::Fast).disable_suggestions()
}

/// The schema over a database.
#[must_use]
pub fn build(db: Database) -> Schema {
    builder().data(db).finish()
}

/// The schema in the schema definition language, as published in `schema.graphql`.
#[must_use]
pub fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new().sorted_enum_items();
    builder().finish().sdl_with_options(options)
}
