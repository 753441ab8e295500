//! Root fields of service products.

use super::ServiceProduct;
use super::input::{ServiceProductFilter, ServiceProductOrder};

crate::noun_one! {
    ServiceProductQuery,
    /// One service product (palvelutuote), by its id or whole name.
    service_product: ServiceProduct
}

crate::noun_list! {
    ServiceProductsQuery,
    /// Service products (palvelutuotteet) in force on the day of the lens.
    service_products: service_product[ServiceProductFilter, ServiceProductOrder]
}
