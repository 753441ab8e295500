//! The nouns, and what the generic parts of the store need to know of each.

use sea_orm::EntityTrait;
use serde::{Serialize, de::DeserializeOwned};

use crate::{RecordId, Text};

term! {
    /// What kind of thing a record is (tietueen laji).
    Noun {
        /// Territory of local self-government (kunta).
        Municipality = "MUNICIPALITY",
        /// A grouping of municipalities (alue, kuten maakunta).
        Region = "REGION",
        /// What happened to municipalities on a day (kuntamuutos).
        MunicipalityChange = "MUNICIPALITY_CHANGE",
        /// Who owns, purchases, provides or decides (organisaatio).
        Organization = "ORGANIZATION",
        /// A municipal or joint body (toimielin).
        Committee = "COMMITTEE",
        /// A person in a public role (henkilö).
        Person = "PERSON",
        /// An area that services are organized for (palvelualue).
        ServiceArea = "SERVICE_AREA",
        /// A place or channel where services are given (palvelupiste).
        ServicePoint = "SERVICE_POINT",
        /// A public service (palvelu).
        Service = "SERVICE",
        /// What is measured (tunnusluku).
        Indicator = "INDICATOR",
        /// Where facts come from (lähde).
        SourceDocument = "SOURCE_DOCUMENT",
        /// A plan laid over reality (skenaario).
        Scenario = "SCENARIO",
        /// What a document says that is no figure and no structure (väittämä).
        Statement = "STATEMENT",
        /// An agreement between purchaser and provider (sopimus).
        Contract = "CONTRACT",
        /// A product as described to a purchaser (palvelutuote).
        ServiceProduct = "SERVICE_PRODUCT",
        /// Success factors and measures (tuloskortti).
        Scorecard = "SCORECARD",
        /// A network of collaboration (yhteistyöverkosto).
        CollaborationNetwork = "COLLABORATION_NETWORK",
        /// A reform, programme, project, pilot or study (hanke).
        Initiative = "INITIATIVE",
        /// A strategy or plan (strategia).
        Strategy = "STRATEGY",
    }
}

impl Noun {
    /// Number of the noun inside an opaque id: its place in the list above, which is only ever added to at the end.
    #[must_use]
    pub fn tag(self) -> u8 {
        let place = <Self as crate::Term>::ALL.iter().position(|(noun, ..)| *noun == self);
        place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0)
    }

    /// The noun of a tag.
    #[must_use]
    pub fn of_tag(tag: u8) -> Option<Self> {
        let place = usize::from(tag).checked_sub(1)?;
        <Self as crate::Term>::ALL.get(place).map(|(noun, ..)| *noun)
    }
}

/// A noun's own table.
pub trait NounEntity: EntityTrait<Model: Own, Column: sea_orm::Iterable> + Default + Send + Sync + 'static {
    /// Which noun.
    const NOUN: Noun;
    /// Columns that hold the key of another record.
    const REFS: &'static [Ref] = &[];
    /// Whether lists keep only what is in force on the day asked for.
    const DATED: bool = true;
    /// Nullable columns that are kept for export only and not read with the rest.
    const EXPORT_ONLY: &'static [&'static str] = &[];
    /// Column with what the record says: searched as names are, and what it goes by where it has no name.
    const SAYS: Option<&'static str> = None;
}

/// A column that holds the key of another record.
#[derive(Clone, Copy, Debug)]
pub struct Ref {
    /// The column; the same name stands in files and images, there with a UUID.
    pub column: &'static str,
    /// The noun it must be of; none: any.
    pub noun: Option<Noun>,
}

/// A row of a noun's own table.
pub trait Own: Clone + std::fmt::Debug + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The record's key.
    fn id(&self) -> RecordId;
    /// What it says, for nouns that say something.
    fn says(&self) -> Option<&Text> {
        None
    }
}

/// Says that an entity is a noun: its place in [`Noun`] and the columns that point at other records.
#[macro_export]
macro_rules! noun {
    ($noun:ident $(, refs: [$($column:ident -> $target:ident),*])? $(, dated: $dated:literal)? $(, export_only: [$($hidden:ident),*])? $(, says: $says:ident)?) => {
        impl $crate::NounEntity for Entity {
            const NOUN: $crate::Noun = $crate::Noun::$noun;
            $(const REFS: &'static [$crate::noun::Ref] = &[$($crate::reference!($column -> $target)),*];)?
            $(const DATED: bool = $dated;)?
            $(const EXPORT_ONLY: &'static [&'static str] = &[$(stringify!($hidden)),*];)?
            $(const SAYS: Option<&'static str> = Some(stringify!($says));)?
        }

        impl $crate::noun::Own for Model {
            fn id(&self) -> $crate::RecordId {
                self.id
            }

            $(fn says(&self) -> Option<&$crate::Text> {
                Some(&self.$says)
            })?
        }

        /// No relations: see the store.
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}

        impl ActiveModelBehavior for ActiveModel {}
    };
}

/// A [`noun::Ref`](crate::noun::Ref): `column -> Noun`, or `column -> Any`.
#[macro_export]
macro_rules! reference {
    ($column:ident -> Any) => {
        $crate::noun::Ref { column: stringify!($column), noun: None }
    };
    ($column:ident -> $target:ident) => {
        $crate::noun::Ref { column: stringify!($column), noun: Some($crate::Noun::$target) }
    };
}
