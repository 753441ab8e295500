//! Root fields of services.

use super::Service;
use super::input::{ServiceFilter, ServiceOrder};

crate::noun_one! {
    ServiceQuery,
    /// One service (palvelu), by its id; by a code, see `record`. Null if there is none.
    service: Service
}

crate::noun_list! {
    ServicesQuery,
    /// Services (palvelut) in force on the day of the lens.
    services: service[ServiceFilter, ServiceOrder]
}
