//! Closed vocabularies: one list of values serves the table, the import files and the GraphQL enum.

/// A closed vocabulary. Values are written alike in the database, in files and in GraphQL.
pub trait Term: Copy + Eq + Send + Sync + 'static {
    /// Name of the GraphQL enum.
    const NAME: &'static str;
    /// What the vocabulary is about.
    const DOC: &'static str;
    /// Every value with its description, in the order to show them.
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// The value as written, such as `MAAKUNTA`.
    fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(value, ..)| *value == self).map_or("", |(_, name, _)| name)
    }

    /// Reads a value as written; none if it is not of the vocabulary.
    fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, written, _)| *written == name).map(|(value, ..)| *value)
    }
}

/// Declares a vocabulary: the enum, its [`Term`] list, text storage and serde by the written value.
#[macro_export]
macro_rules! term {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $value:ident = $written:literal),+ $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $vdoc])+ $value),+ }

        impl $crate::Term for $name {
            const NAME: &'static str = stringify!($name);
            const DOC: &'static str = concat!($($doc, "\n"),+);
            const ALL: &'static [(Self, &'static str, &'static str)] =
                &[$((Self::$value, $written, concat!($($vdoc, "\n"),+))),+];
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::Term::as_str(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::term::UnknownTerm;
            fn from_str(name: &str) -> std::result::Result<Self, Self::Err> {
                <Self as $crate::Term>::parse(name)
                    .ok_or_else(|| $crate::term::UnknownTerm(stringify!($name), name.to_owned()))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::Term::as_str(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                name.parse().map_err(serde::de::Error::custom)
            }
        }

        impl From<$name> for sea_orm::Value {
            fn from(value: $name) -> Self {
                $crate::Term::as_str(value).into()
            }
        }

        impl sea_orm::sea_query::Nullable for $name {
            fn null() -> sea_orm::Value {
                sea_orm::Value::String(None)
            }
        }

        impl sea_orm::TryGetable for $name {
            fn try_get_by<I: sea_orm::ColIdx>(row: &sea_orm::QueryResult, index: I) -> std::result::Result<Self, sea_orm::TryGetError> {
                let name = <String as sea_orm::TryGetable>::try_get_by(row, index)?;
                name.parse().map_err(|unknown: $crate::term::UnknownTerm| sea_orm::DbErr::Type(unknown.to_string()).into())
            }
        }

        impl sea_orm::sea_query::ValueType for $name {
            fn try_from(value: sea_orm::Value) -> std::result::Result<Self, sea_orm::sea_query::ValueTypeErr> {
                let name = <String as sea_orm::sea_query::ValueType>::try_from(value)?;
                name.parse().map_err(|_| sea_orm::sea_query::ValueTypeErr)
            }
            fn type_name() -> String {
                stringify!($name).to_owned()
            }
            fn array_type() -> sea_orm::sea_query::ArrayType {
                sea_orm::sea_query::ArrayType::String
            }
            fn column_type() -> sea_orm::sea_query::ColumnType {
                sea_orm::sea_query::ColumnType::Text
            }
        }
    };
}

/// A word that is not in the vocabulary it was read for.
#[derive(Debug)]
pub struct UnknownTerm(pub &'static str, pub String);

impl std::fmt::Display for UnknownTerm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} is not a {}", self.1, self.0)
    }
}

impl std::error::Error for UnknownTerm {}
