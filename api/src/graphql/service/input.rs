//! Filter and order of services.

use entity::service::{ServiceKind, ServiceLevel};
use entity::service_arrangement::{ArrangementStatus, ProvisionModel};
use store::Term;
use store::service::Arrangements;

use crate::graphql::filter::{IntFilter, RecordRelation};
use crate::graphql::municipality::input::{OrganizationRelation, RegionRelation};
use crate::graphql::scenario::input::ScenarioFilter;
use crate::graphql::service_area::input::ServiceAreaFilter;
use crate::graphql::service_point::input::ServicePointFilter;

crate::term_filter!(ServiceKindFilter, ServiceKind);
crate::term_filter!(ServiceLevelFilter, ServiceLevel);
crate::relation_filter!(ServiceRelation, ServiceFilter, "services");
crate::relation_filter!(ServicePointRelation, ServicePointFilter, "service points");

crate::relation_filter!(ServiceArrangementRelation, ServiceArrangementFilter, "arrangements");
crate::relation_filter!(ServiceAreaRelation, ServiceAreaFilter, "service areas");
crate::relation_filter!(ScenarioRelation, ScenarioFilter, "plans");
crate::term_filter!(ProvisionModelFilter, ProvisionModel);
crate::term_filter!(ArrangementStatusFilter, ArrangementStatus);

crate::edge_filter! {
    /// Which arrangements of a service, of those that the lens shows. Conditions given together must all hold.
    ServiceArrangementFilter(at, scope), seen |filter| Arrangements {
        all_plans: filter.all_plans == Some(true) || filter.scenario.is_some(),
        ever: filter.ever == Some(true),
    }.seen(at, scope) => {
        /// `true`: of reality and of every plan, whatever the lens.
        all_plans: bool;
        /// `true`: of whatever day.
        ever: bool;
        /// Plan they belong to; with this the plan of the lens does not matter.
        scenario: ScenarioRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::scenario::Entity>("scenario_id", matched)
        })?;
        /// Model.
        model: ProvisionModelFilter = |given| given.condition(&at.edge("model"))?;
        /// Whether they exist.
        status: ArrangementStatusFilter = |given| given.condition(&at.edge("status"))?;
        /// Level.
        level: ServiceLevelFilter = |given| given.condition(&at.edge("level"))?;
        /// Number of the phase of the plan.
        phase: IntFilter = |given| given.condition(&at.edge("phase"))?;
        /// Region they are for.
        region: RegionRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::region::Entity>("region_id", matched)
        })?;
        /// Area they are for.
        service_area: ServiceAreaRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::service_area::Entity>("service_area_id", matched)
        })?;
        /// Organization that produces.
        producer: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| {
            relation.ends::<entity::organization::Entity>("producer_id", matched)
        })?;
        /// Organization or committee that organizes.
        organizer: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.ends_any("organizer_id", matched))?;
    }
}

crate::noun_filter! {
    /// Which services. Conditions given together must all hold.
    ServiceFilter(at, scope) {
        /// Its place in the tree.
        kind: ServiceKindFilter = |kind| kind.condition(&at.own("kind"))?;
        /// Level it is organized on.
        level: ServiceLevelFilter = |level| level.condition(&at.own("level"))?;
        /// Service it is part of.
        parent: ServiceRelation = |parent| parent.condition(at, scope, |relation, matched| {
            relation.holds::<entity::service::Entity>("parent_id", matched)
        })?;
        /// How it is organized: by model, state, plan, region and more.
        arrangements: ServiceArrangementRelation = |arrangements| arrangements.condition(at, scope, |relation, matched| {
            relation.by_edge("service_arrangement", "service_id", matched)
        })?;
        /// Points where it is given.
        service_points: ServicePointRelation = |points| points.condition(at, scope, |relation, matched| {
            relation.over_edge::<entity::service_point::Entity>("service_at_point", "service_id", "service_point_id", matched)
        })?;
    }
}

crate::noun_order! {
    ServiceOrder, ServiceOrderField, "services" {
        /// Place in the tree, in the order in which its values are listed.
        Kind => |descending| Term::vocabulary::<ServiceKind>("kind", descending),
    }
}
