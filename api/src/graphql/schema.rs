//! The schema: merged roots, and what is built once for all requests.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject, Schema as Built, SchemaBuilder, ValidationMode};
use store::Database;

use super::collaboration_network::query::{CollaborationNetworkQuery, CollaborationNetworksQuery};
use super::committee::query::{CommitteeQuery, CommitteesQuery};
use super::contract::query::{ContractQuery, ContractsQuery};
use super::finding::FindingQuery;
use super::indicator::query::{IndicatorQuery, IndicatorsQuery};
use super::initiative::query::{InitiativeQuery, InitiativesQuery};
use super::lookup::LookupQuery;
use super::municipality::query::{MunicipalitiesQuery, MunicipalityQuery};
use super::municipality_change::query::{MunicipalityChangeQuery, MunicipalityChangesQuery};
use super::network::NetworkQuery;
use super::observation::ObservationsQuery;
use super::organization::query::{OrganizationQuery, OrganizationsQuery};
use super::person::query::{PersonQuery, PersonsQuery};
use super::region::query::{RegionQuery, RegionsQuery};
use super::scenario::query::{ScenarioQuery, ScenariosQuery};
use super::scorecard::query::{ScorecardQuery, ScorecardsQuery};
use super::search::SearchQuery;
use super::server::ServerQuery;
use super::service::query::{ServiceQuery, ServicesQuery};
use super::service_area::query::{ServiceAreaQuery, ServiceAreasQuery};
use super::service_point::query::{ServicePointQuery, ServicePointsQuery};
use super::service_product::query::{ServiceProductQuery, ServiceProductsQuery};
use super::source_document::query::{SourceDocumentQuery, SourceDocumentsQuery};
use super::statement::query::{StatementQuery, StatementsQuery};
use super::strategy::query::{StrategiesQuery, StrategyQuery};
use super::structure::StructureQuery;

/// Root fields about territories.
#[derive(MergedObject, Default)]
pub struct TerritoryQuery(
    MunicipalityQuery,
    MunicipalitiesQuery,
    RegionQuery,
    RegionsQuery,
    MunicipalityChangeQuery,
    MunicipalityChangesQuery,
);

/// Root fields about organizations and people.
#[derive(MergedObject, Default)]
pub struct BodyQuery(OrganizationQuery, OrganizationsQuery, CommitteeQuery, CommitteesQuery, PersonQuery, PersonsQuery);

/// Root fields about services.
#[derive(MergedObject, Default)]
pub struct ServicesRoot(ServiceAreaQuery, ServiceAreasQuery, ServicePointQuery, ServicePointsQuery, ServiceQuery, ServicesQuery);

/// Root fields about figures and sources.
#[derive(MergedObject, Default)]
pub struct FigureQuery(IndicatorQuery, IndicatorsQuery, ObservationsQuery, SourceDocumentQuery, SourceDocumentsQuery);

/// Root fields about contracts and what they hold.
#[derive(MergedObject, Default)]
pub struct ContractRoot(
    ContractQuery,
    ContractsQuery,
    ServiceProductQuery,
    ServiceProductsQuery,
    ScorecardQuery,
    ScorecardsQuery,
);

/// Root fields about plans and collaboration.
#[derive(MergedObject, Default)]
pub struct PlanQuery(
    ScenarioQuery,
    ScenariosQuery,
    StatementQuery,
    StatementsQuery,
    CollaborationNetworkQuery,
    CollaborationNetworksQuery,
    InitiativeQuery,
    InitiativesQuery,
    StrategyQuery,
    StrategiesQuery,
    StructureQuery,
    NetworkQuery,
    FindingQuery,
);

/// Everything that can be asked. The argument `asOf` sets the day (today in Helsinki by default) for the field and all
/// below it; `scenario` lays a plan over reality.
#[derive(MergedObject, Default)]
pub struct Query(
    LookupQuery,
    TerritoryQuery,
    BodyQuery,
    ServicesRoot,
    ContractRoot,
    PlanQuery,
    FigureQuery,
    SearchQuery,
    ServerQuery,
);

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
    let options = async_graphql::SDLExportOptions::new().sorted_enum_items().include_specified_by();
    builder().finish().sdl_with_options(options)
}
