//! Regions: groupings of municipalities, by family (alue, kuten maakunta).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::RecordId;

noun!(Region);

term! {
    /// Kind of grouping a region belongs to (aluejaon laji). Families start and stop.
    RegionFamily {
        /// Region (maakunta).
        Maakunta = "MAAKUNTA",
        /// Sub-regional unit (seutukunta).
        Seutukunta = "SEUTUKUNTA",
        /// Major region (suuralue).
        Suuralue = "SUURALUE",
        /// Regional State Administrative Agency (aluehallintovirasto), 2010-2025.
        Avi = "AVI",
        /// Centre for Economic Development, Transport and the Environment (ELY-keskus), 2010-2025.
        Ely = "ELY",
        /// Economic development centre (elinvoimakeskus), from 2026.
        Elinvoimakeskus = "ELINVOIMAKESKUS",
        /// Wellbeing services county (hyvinvointialue), from 2023.
        Hyvinvointialue = "HYVINVOINTIALUE",
        /// Collaborative area for healthcare and social welfare (yhteistyöalue), from 2023.
        Yhteistyoalue = "YHTEISTYOALUE",
        /// Hospital district (sairaanhoitopiiri), until 2022.
        Sairaanhoitopiiri = "SAIRAANHOITOPIIRI",
        /// University hospital special responsibility area (erityisvastuualue), until 2022.
        Erva = "ERVA",
        /// Employment area (työllisyysalue), from 2025.
        Tyollisyysalue = "TYOLLISYYSALUE",
        /// Constituency (vaalipiiri).
        Vaalipiiri = "VAALIPIIRI",
        /// Travel-to-work area (työssäkäyntialue).
        Tyossakayntialue = "TYOSSAKAYNTIALUE",
        /// Statistical region of level NUTS 1.
        Nuts1 = "NUTS1",
        /// Statistical region of level NUTS 2.
        Nuts2 = "NUTS2",
        /// Statistical region of level NUTS 3.
        Nuts3 = "NUTS3",
        /// Urban-rural class of municipalities (tilastollinen kuntaryhmitys).
        Kuntaryhmitys = "KUNTARYHMITYS",
        /// Language ratio of municipalities (kielisuhde).
        Kielisuhde = "KIELISUHDE",
        /// Service area of the Social Insurance Institution (Kelan palvelualue).
        KelaPalvelualue = "KELA_PALVELUALUE",
        /// Housing allowance area of the Social Insurance Institution (Kelan asumistukialue).
        KelaAsumistukialue = "KELA_ASUMISTUKIALUE",
    }
}

impl RegionFamily {
    /// Scheme of the identifiers of its regions, such as `FI-MAAKUNTA`.
    #[must_use]
    pub fn scheme(self) -> String {
        format!("FI-{}", crate::Term::as_str(self).replace('_', "-"))
    }
}

/// A period for which the membership of a family is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// First day covered.
    pub from: Date,
    /// First day no longer covered; none: covered on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Stated by a list of that time, or derived between two of them.
    pub certainty: crate::citation::Certainty,
}

/// The periods for which the membership of a family is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, sea_orm::FromJsonQueryResult)]
#[serde(transparent)]
pub struct Coverages(pub Vec<Coverage>);

/// Regions: groupings of municipalities, by family (alue, kuten maakunta).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "region")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// Which family.
    pub family: RegionFamily,
    /// Official code within the family, leading zeros kept.
    pub code: String,
    /// Periods for which the family's membership is known.
    #[sea_orm(column_type = "JsonBinary")]
    #[serde(default)]
    pub coverage: Coverages,
}
