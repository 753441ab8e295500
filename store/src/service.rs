//! Services: which of their arrangements a lens shows, and which services a place or a body has.

use entity::service_point;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Query, SelectStatement, UnionType};

use crate::{At, Scope, filter, page};

/// Columns with what an arrangement is made of, any of which a plan may replace.
const PARTS: [&str; 4] = ["service_area_id", "region_id", "organizer_id", "producer_id"];

/// Which arrangements to look at, beside those that the lens shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arrangements {
    /// Those of reality and of every plan, not of the lens only.
    pub all_plans: bool,
    /// Those of other days.
    pub ever: bool,
}

impl Arrangements {
    /// Condition on the edge of a level. With a plan: its own arrangements, and those of reality unless the plan replaces
    /// the area, region, organizer or producer that they name.
    #[must_use]
    pub fn seen(self, at: At, scope: &Scope) -> Condition {
        let mut all = Condition::all();
        if !self.ever {
            all = all.add(scope.edge(at));
        }
        let plan = at.edge("scenario_id");
        if self.all_plans {
            return all.add(scope.sees(plan));
        }
        let Some(scenario) = scope.scenario else { return all.add(plan.is_null()) };
        let replaced = PARTS.into_iter().fold(Condition::any(), |any, part| {
            any.add_option(scope.replaced().map(|replaced| at.edge(part).in_subquery(replaced)))
        });
        let kept = Condition::all().add(plan.clone().is_null()).add(filter::not(replaced));
        all.add(Condition::any().add(plan.eq(scenario)).add(kept))
    }
}

const AT: At = At::ROOT;

/// Services with an arrangement that the lens shows and a condition holds for.
fn arranged(scope: &Scope, with: Expr) -> SelectStatement {
    let mut services = Query::select();
    services
        .expr(AT.edge("service_id"))
        .from_as("service_arrangement", AT.edge_alias())
        .cond_where(Arrangements::default().seen(AT, scope))
        .and_where(with);
    services
}

/// Services given on the day at points whose column holds a record.
fn given(scope: &Scope, column: &'static str, record: Expr) -> SelectStatement {
    let mut services = Query::select();
    services.expr(AT.edge("service_id"));
    page::from::<service_point::Entity>(&mut services, AT);
    let at_point = AT.edge("service_point_id").equals((AT.own_alias(), "id"));
    services
        .join_as(JoinType::InnerJoin, "service_at_point", AT.edge_alias(), at_point)
        .cond_where(scope.listed::<service_point::Entity>(AT))
        .cond_where(scope.edge(AT))
        .and_where(AT.own(column).eq(record));
    services
}

/// What a municipality belongs to on the day, by an edge table.
fn containing(scope: &Scope, table: &'static str, column: &'static str, municipality: Expr) -> SelectStatement {
    let mut containing = Query::select();
    containing
        .expr(AT.edge(column))
        .from_as(table, AT.edge_alias())
        .and_where(AT.edge("municipality_id").eq(municipality))
        .cond_where(scope.edge(AT));
    containing
}

/// Services given at points in a municipality, or arranged for a service area or region that it belongs to.
#[must_use]
pub fn of_municipality(scope: &Scope, municipality: Expr) -> SelectStatement {
    let areas = containing(scope, "service_area_member", "service_area_id", municipality.clone());
    let regions = containing(scope, "region_member", "region_id", municipality.clone());
    let here = AT.edge("service_area_id").in_subquery(areas).or(AT.edge("region_id").in_subquery(regions));
    let mut services = arranged(scope, here);
    services.union(UnionType::Distinct, given(scope, "municipality_id", municipality));
    services
}

/// Services arranged for a region, or for a service area in it.
#[must_use]
pub fn of_region(scope: &Scope, region: Expr) -> SelectStatement {
    let mut areas = Query::select();
    areas
        .expr(Expr::col(("sa", "id")))
        .from_as("service_area", "sa")
        .and_where(Expr::col(("sa", "region_id")).eq(region.clone()));
    arranged(scope, AT.edge("region_id").eq(region).or(AT.edge("service_area_id").in_subquery(areas)))
}

/// Services arranged for a service area, or given at points that serve it.
#[must_use]
pub fn of_area(scope: &Scope, area: Expr) -> SelectStatement {
    let mut services = arranged(scope, AT.edge("service_area_id").eq(area.clone()));
    services.union(UnionType::Distinct, given(scope, "service_area_id", area));
    services
}

/// Services that an organization organizes or produces, or gives at its points.
#[must_use]
pub fn of_organization(scope: &Scope, organization: Expr) -> SelectStatement {
    let part = AT.edge("organizer_id").eq(organization.clone()).or(AT.edge("producer_id").eq(organization.clone()));
    let mut services = arranged(scope, part);
    services.union(UnionType::Distinct, given(scope, "organization_id", organization));
    services
}

/// Services that a committee organizes.
#[must_use]
pub fn of_committee(scope: &Scope, committee: Expr) -> SelectStatement {
    arranged(scope, AT.edge("organizer_id").eq(committee))
}
