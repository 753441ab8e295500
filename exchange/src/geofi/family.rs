//! The families of regions: which column of a key holds them, how wide their codes are, and when they exist.
//! A key may have a family for years in which it did not exist yet; those are not read.

use chrono::NaiveDate;
use entity::region::RegionFamily::{self, *};

use crate::finland::{MAAKUNTA, new_year};

/// A family as the keys have it.
pub(super) struct Family {
    /// Which family.
    pub(super) kind: RegionFamily,
    /// Start of the names of its columns.
    pub(super) column: &'static str,
    /// Scheme of its codes.
    pub(super) scheme: &'static str,
    /// Digits of its codes; 0: as the key writes them.
    width: usize,
    /// Its type in the yearly list of Swedish names; empty: not there.
    pub(super) yearly: &'static str,
    /// First day of its existence, where it is known.
    pub(super) from: Option<NaiveDate>,
    /// First day on which it is no more.
    pub(super) to: Option<NaiveDate>,
}

const fn family(kind: RegionFamily, column: &'static str, scheme: &'static str, width: usize) -> Family {
    Family { kind, column, scheme, width, yearly: "", from: None, to: None }
}

const fn day(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
}

/// Every family of the keys.
pub(super) const ALL: [Family; 20] = [
    Family { yearly: "mk", ..family(Maakunta, "maakunta", MAAKUNTA, 2) },
    Family { yearly: "sk", ..family(Seutukunta, "seutukunta", "FI-SEUTUKUNTA", 3) },
    family(Suuralue, "suuralue", "FI-SUURALUE", 1),
    Family { yearly: "avi", from: day(2010), to: day(2026), ..family(Avi, "avi", "FI-AVI", 1) },
    Family { yearly: "ely", from: day(2010), to: day(2026), ..family(Ely, "ely", "FI-ELY", 2) },
    Family { from: day(2026), ..family(Elinvoimakeskus, "evk", "FI-ELINVOIMAKESKUS", 2) },
    Family { from: day(2023), ..family(Hyvinvointialue, "hyvinvointialue", "FI-HYVINVOINTIALUE", 2) },
    Family { from: day(2023), ..family(Yhteistyoalue, "yhteistyoalue", "FI-YHTEISTYOALUE", 1) },
    Family { to: day(2023), ..family(Sairaanhoitopiiri, "sairaanhoitop", "FI-SAIRAANHOITOPIIRI", 2) },
    Family { to: day(2023), ..family(Erva, "erva", "FI-ERVA", 1) },
    Family { from: day(2025), ..family(Tyollisyysalue, "tyollisyysalue", "FI-TYOLLISYYSALUE", 2) },
    family(Vaalipiiri, "vaalipiiri", "FI-VAALIPIIRI", 2),
    family(Tyossakayntialue, "tyossakayntial", "FI-TYOSSAKAYNTIALUE", 2),
    family(Nuts1, "nuts1", "NUTS1", 0),
    family(Nuts2, "nuts2", "NUTS2", 0),
    family(Nuts3, "nuts3", "NUTS3", 0),
    family(Kuntaryhmitys, "kuntaryhmitys", "FI-KUNTARYHMITYS", 1),
    family(Kielisuhde, "kielisuhde", "FI-KIELISUHDE", 1),
    family(KelaPalvelualue, "kela_palvelualue", "FI-KELA-PALVELUALUE", 1),
    family(KelaAsumistukialue, "kela_asumistukialue", "FI-KELA-ASUMISTUKIALUE", 1),
];

/// Code of "no travel-to-work area".
const NONE: &str = "99";

impl Family {
    /// Whether it exists on 1 January of a year, as far as that is known.
    pub(super) fn exists(&self, year: i32) -> bool {
        let day = new_year(year);
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }

    /// The official form of a code; none where it says that there is no region, `Err` where it is no code.
    pub(super) fn code(&self, written: &str) -> Result<Option<String>, String> {
        if written.is_empty() || written == "NA" || (self.kind == Tyossakayntialue && written == NONE) {
            return Ok(None);
        }
        let width = self.width;
        if width == 0 {
            return Ok(Some(written.to_owned()));
        }
        if written.len() > width || !written.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("{written:?} is not a code of {width} digits"));
        }
        Ok(Some(format!("{written:0>width$}")))
    }
}
