//! Root fields of services.

use super::Service;
use super::input::{ServiceFilter, ServiceOrder};

crate::noun_one! {
    ServiceQuery,
    /// One service (palvelu), by its id or whole name; by a code, see `record`.
    service: Service
}

crate::noun_list! {
    ServicesQuery,
    /// Services (palvelut) in force on the day of the lens.
    services: service[ServiceFilter, ServiceOrder]
}
