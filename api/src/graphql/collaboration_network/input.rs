//! Filter and order of collaboration networks.

use entity::collaboration_network::NetworkCategory;
use entity::collaboration_network::NetworkForm;
use store::Term;
use store::order::Kind;

use crate::graphql::filter::RecordRelation;
use crate::graphql::municipality::input::{OrganizationRelation, RegionRelation};

crate::term_filter!(NetworkCategoryFilter, NetworkCategory);
crate::term_filter!(NetworkFormFilter, NetworkForm);

crate::noun_filter! {
    /// Which collaboration networks. Conditions given together must all hold.
    CollaborationNetworkFilter(at, scope) {
        /// What it is about.
        category: NetworkCategoryFilter = |given| given.condition(&at.own("category"))?;
        /// How it is held together.
        form: NetworkFormFilter = |given| given.condition(&at.own("form"))?;
        /// Region where it works.
        region: RegionRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::region::Entity>("region_id", matched))?;
        /// Organization that hosts it.
        host: OrganizationRelation = |given| given.condition(at, scope, |relation, matched| relation.holds::<entity::organization::Entity>("host_id", matched))?;
        /// A member of any noun.
        member: RecordRelation = |given| given.condition(at, scope, |relation, matched| relation.carries_any("network_member", "network_id", "member_id", matched))?;
    }
}

crate::noun_order! {
    CollaborationNetworkOrder, CollaborationNetworkOrderField, "collaboration networks" {
        /// Number of the case in its study.
        Number => |descending| Term::own("number", Kind::Int32, descending),
        /// What it is about, in the order in which its values are listed.
        Category => |descending| Term::vocabulary::<NetworkCategory>("category", descending),
    }
}
