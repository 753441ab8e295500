//! Root fields of organizations.

use super::Organization;
use super::input::{OrganizationFilter, OrganizationOrder};

crate::noun_one! {
    OrganizationQuery,
    /// One organization (organisaatio), by its id or whole name; by a code, see `record`.
    organization: Organization
}

crate::noun_list! {
    OrganizationsQuery,
    /// Organizations (organisaatiot) in force on the day of the lens.
    organizations: organization[OrganizationFilter, OrganizationOrder]
}
