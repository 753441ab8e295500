//! Service points: places and channels where services are given (palvelupiste).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(ServicePoint, refs: [organization_id -> Organization, municipality_id -> Municipality, service_area_id -> ServiceArea], export_only: [raw]);

term! {
    /// Kind of service point (palvelupisteen laji).
    ServicePointKind {
        /// A place to visit (palvelupaikka).
        Place = "PLACE",
        /// An electronic service (verkkoasiointi).
        EService = "E_SERVICE",
        /// By telephone (puhelinasiointi).
        Phone = "PHONE",
        /// A form to fill in (lomake).
        Form = "FORM",
        /// Information on the web (verkkosivu).
        WebPage = "WEB_PAGE",
    }
}

/// Service points: places and channels where services are given (palvelupiste).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "service_point")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind.
    pub kind: ServicePointKind,
    /// Organization that gives the services.
    #[serde(default)]
    pub organization_id: Option<RecordId>,
    /// Municipality where it is.
    #[serde(default)]
    pub municipality_id: Option<RecordId>,
    /// Area it serves, where that is not its municipality.
    #[serde(default)]
    pub service_area_id: Option<RecordId>,
    /// Longitude, WGS84 degrees.
    #[serde(default)]
    pub lon: Option<f64>,
    /// Latitude, WGS84 degrees.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Street address.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub address: Option<Text>,
    /// Postal code, five digits.
    #[serde(default)]
    pub postal_code: Option<String>,
    /// Town of the postal code.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub postal_place: Option<Text>,
    /// Web address of the service.
    #[serde(default)]
    pub url: Option<String>,
    /// What it is.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub description: Option<Text>,
    /// Accessibility statements by theme, as the source gives them.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub accessibility: Option<Json>,
    /// Opening hours, as the source gives them.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub hours: Option<Json>,
    /// What the source says beyond these fields, kept for export.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub raw: Option<Json>,
}
