//! Lines of a product card: content, outputs, quality requirements, reporting.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

edge!(ServiceProduct.items, parent: product_id, refs: []);

term! {
    /// Kind of line on a product card (tuotekortin kohta).
    ProductItemKind {
        /// Key content and measures (keskeinen sisältö).
        Content = "CONTENT",
        /// Output (tuotos, suorite).
        Output = "OUTPUT",
        /// Quality requirement (laatuvaatimus).
        Quality = "QUALITY",
        /// What is reported (raportointi).
        Reporting = "REPORTING",
    }
}

/// Lines of a product card: content, outputs, quality requirements, reporting.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "product_item")]
pub struct Model {
    /// Internal key.
    #[sea_orm(primary_key)]
    #[serde(skip)]
    pub id: i64,
    /// The product.
    pub product_id: RecordId,
    /// Kind of line.
    pub kind: ProductItemKind,
    /// Place in its kind.
    pub position: i32,
    /// What it says.
    #[sea_orm(column_type = "JsonBinary")]
    pub text: Text,
}
