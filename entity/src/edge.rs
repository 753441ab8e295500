//! Edges: rows that belong to one record and point at others, such as a membership. They have a key of
//! their own and no registry row; who may see them is decided by their parent.

use chrono::NaiveDate;
use sea_orm::EntityTrait;
use serde::{Serialize, de::DeserializeOwned};

use crate::{Noun, Precision, RecordId, noun::Ref};

/// An edge's table.
pub trait EdgeEntity: EntityTrait<Model: Row, Column: sea_orm::Iterable> + Default + Send + Sync + 'static {
    /// The noun whose records carry these edges; none: any noun.
    const PARENT: Option<Noun>;
    /// Name of the list in files and images, such as `members`.
    const KEY: &'static str;
    /// Column with the key of the record that carries the edge.
    const PARENT_COLUMN: &'static str;
    /// Columns with keys of other records.
    const REFS: &'static [Ref];

    /// Whether records of a noun carry these edges.
    #[must_use]
    fn carried_by(noun: Noun) -> bool {
        Self::PARENT.is_none_or(|parent| parent == noun)
    }
}

/// A row of an edge's table.
pub trait Row: Clone + std::fmt::Debug + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The record that carries the edge.
    fn parent(&self) -> RecordId;
    /// The records it points at.
    fn refs(&self) -> Vec<RecordId>;
    /// Fills in the column by which the rows are sorted, where there is one, with what `key` makes of its text.
    fn sort(&mut self, _key: impl Fn(&str) -> Vec<u8>) {}
}

/// Says that an entity is an edge: whose, under which key, which columns point at records, and where a text is to be sorted, the
/// column with its key.
#[macro_export]
macro_rules! edge {
    ($parent:ident . $key:ident, parent: $column:ident, refs: [$($refs:ident -> $target:ident),*] $(, sorted: $text:ident -> $key_of:ident)?) => {
        impl $crate::EdgeEntity for Entity {
            const PARENT: Option<$crate::Noun> = $crate::reference!(parent -> $parent).noun;
            const KEY: &'static str = stringify!($key);
            const PARENT_COLUMN: &'static str = stringify!($column);
            const REFS: &'static [$crate::noun::Ref] = &[$($crate::reference!($refs -> $target)),*];
        }

        impl $crate::edge::Row for Model {
            fn parent(&self) -> $crate::RecordId {
                self.$column
            }

            fn refs(&self) -> Vec<$crate::RecordId> {
                let refs: Vec<Option<$crate::RecordId>> = vec![$(self.$refs.into()),*];
                refs.into_iter().flatten().collect()
            }

            $(fn sort(&mut self, key: impl Fn(&str) -> Vec<u8>) {
                self.$key_of = self.$text.as_deref().map(key);
            })?
        }

        /// No relations: see the store.
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}

        impl ActiveModelBehavior for ActiveModel {}
    };
}

/// A row with the period in which it is in force.
pub trait Dated {
    /// First day, and first day no longer, each with how exactly it is known.
    fn period(&self) -> [(NaiveDate, Precision); 2];
}

/// An edge that is in force for a period: its own columns, and after them those of the period.
macro_rules! dated {
    ($(#[$attribute:meta])* pub struct Model { $($columns:tt)* }) => {
        $(#[$attribute])*
        pub struct Model {
            $($columns)*
            /// First day in force.
            #[serde(default = "crate::time::far_past", skip_serializing_if = "crate::time::is_far_past")]
            pub valid_from: Date,
            /// How exactly the start is known.
            #[serde(default = "crate::Precision::day", skip_serializing_if = "crate::Precision::is_day")]
            pub valid_from_precision: crate::Precision,
            /// First day no longer in force.
            #[serde(default = "crate::time::far_future", skip_serializing_if = "crate::time::is_far_future")]
            pub valid_to: Date,
            /// How exactly the end is known.
            #[serde(default = "crate::Precision::day", skip_serializing_if = "crate::Precision::is_day")]
            pub valid_to_precision: crate::Precision,
        }

        impl $crate::edge::Dated for Model {
            fn period(&self) -> [(Date, $crate::Precision); 2] {
                [(self.valid_from, self.valid_from_precision), (self.valid_to, self.valid_to_precision)]
            }
        }
    };
}
