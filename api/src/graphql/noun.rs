//! The form of a noun: what every noun would otherwise write again. A noun still says which fields it has, what it can be
//! filtered and sorted by, and how its relations run; the macros here write connections, links, the filter grammar,
//! order terms and root fields from that.

use async_graphql::{Context, InputObject};
use entity::NounEntity;
use store::{Condition, Term, Via};

use super::filter::{self, Filter};
use super::item::Item;
use super::page::{Connection, Listing, PageArgs};
use crate::Result;

impl<E: NounEntity> Item<E> {
    /// A connection from this record, with the arguments that all connections have.
    ///
    /// # Errors
    /// For arguments that cannot be used, and when the database fails.
    pub async fn connection<C: NounEntity, F: Filter + Send + Sync, O: Into<Term> + Send>(
        &self,
        ctx: &Context<'_>,
        via: Via,
        (filter, order): (Option<Box<F>>, Option<Vec<O>>),
        narrow: impl FnOnce(Condition) -> Condition + Send,
        page: PageArgs,
    ) -> Result<Connection<C>> {
        let listing = move || {
            let scope = *self.scope();
            let filter = narrow(filter::condition(filter.as_deref(), &scope)?);
            Ok(Listing { scope, filter, order: super::order::terms(order)?, page })
        };
        self.nested(ctx, via, listing).await
    }
}

/// Adds the condition of an argument, where it is given.
pub fn narrowed<T>(all: Condition, given: Option<T>, narrow: impl FnOnce(T) -> Condition) -> Condition {
    match given {
        Some(given) => all.add(narrow(given)),
        None => all,
    }
}

/// A point to look around.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct NearInput {
    /// Longitude, WGS84 degrees.
    pub lon: f64,
    /// Latitude, WGS84 degrees.
    pub lat: f64,
    /// Greatest distance in metres, measured on a sphere; at most 1 000 000.
    pub meters: f64,
}

/// A point on the map.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct PointInput {
    /// Longitude, WGS84 degrees.
    pub lon: f64,
    /// Latitude, WGS84 degrees.
    pub lat: f64,
}

/// A box on the map.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct BboxInput {
    /// Western end, longitude in WGS84 degrees.
    pub west: f64,
    /// Southern end, latitude in WGS84 degrees.
    pub south: f64,
    /// Eastern end; smaller than `west` where the box crosses the antimeridian.
    pub east: f64,
    /// Northern end.
    pub north: f64,
}

/// The object of a noun: its own fields, `links` to single records, and `connections` to lists.
#[macro_export]
macro_rules! noun_object {
    (
        $(#[doc = $doc:literal])+
        $object:ident($name:literal) {
            fields { $($fields:tt)* }
            links { $($(#[doc = $ldoc:literal])+ $link:ident: $target:ident = $key:expr;)* }
            connections {
                $($(#[doc = $cdoc:literal])+ $list:ident: $child:ident[$filter:ty, $order:ty] = $via:expr
                    $(, with $arg:ident: $type:ty = $narrow:expr)?;)*
            }
        }
    ) => {
        $(#[doc = $doc])+
        #[async_graphql::Object(name = $name, serial)]
        impl $object {
            #[graphql(flatten)]
            async fn record(&self, _ctx: &async_graphql::Context<'_>) -> $crate::graphql::record::RecordFields<'_> {
                $crate::graphql::record::RecordFields(self)
            }

            /// Where it comes from: citations of its own first, then the document it was taken from as a whole, which it inherits.
            async fn citations(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "Only those on this field, by its name in this schema: `tier`, `phases.method`.")] field: Option<String>,
                #[graphql(desc = "Only those of these certainties.")] certainty: Option<
                    Vec<$crate::graphql::term::Named<entity::citation::Certainty>>,
                >,
                #[graphql(desc = "`true`: only the document that the record was taken from as a whole; `false`: only its own.")]
                inherited: Option<bool>,
                #[graphql(desc = "Only those that name this document, by its id.")] document: Option<async_graphql::ID>,
            ) -> $crate::Result<Vec<$crate::graphql::citation::Citation>> {
                let asked = $crate::graphql::citation::Asked { field, certainty, inherited, document };
                $crate::graphql::citation::of(self, ctx, asked).await
            }

            /// Documents that name it, in document order.
            async fn mentions(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "Only those in this document, by its id.")] document: Option<async_graphql::ID>,
                #[graphql(desc = "Only those of these certainties.")] certainty: Option<
                    Vec<$crate::graphql::term::Named<entity::citation::Certainty>>,
                >,
            ) -> $crate::Result<Vec<$crate::graphql::mention::Mention>> {
                $crate::graphql::mention::of(self, ctx, document, certainty).await
            }

            /// The network around it: units and owners, committees and members, contracts, collaboration networks, initiatives
            /// and strategies, up to `distance` ties away, 1 to 4. Ties of every period are shown.
            async fn network_around(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(default = 2)] distance: i32,
            ) -> $crate::Result<$crate::graphql::network::NetworkGraph> {
                $crate::graphql::network::of(self, ctx, distance).await
            }

            /// What documents state about it: policy lines, benefits, risks, findings and more.
            #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
            async fn statements(
                &self,
                ctx: &async_graphql::Context<'_>,
                filter: Option<Box<$crate::graphql::statement::input::StatementFilter>>,
                order_by: Option<Vec<$crate::graphql::statement::input::StatementOrder>>,
                first: Option<i32>,
                after: Option<String>,
                last: Option<i32>,
                before: Option<String>,
            ) -> $crate::Result<$crate::graphql::page::Connection<entity::statement::Entity>> {
                let page = $crate::graphql::page::PageArgs { first, after, last, before };
                let via = store::Via::Own("subject_id");
                self.connection(ctx, via, (filter, order_by), |all| all, page).await
            }

            /// Values of indicators about it; of an indicator, its own values.
            #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
            async fn observations(
                &self,
                ctx: &async_graphql::Context<'_>,
                filter: Option<Box<$crate::graphql::observation::ObservationFilter>>,
                order_by: Option<Vec<$crate::graphql::observation::ObservationOrder>>,
                first: Option<i32>,
                after: Option<String>,
                last: Option<i32>,
                before: Option<String>,
            ) -> $crate::Result<$crate::graphql::observation::Observations> {
                let page = $crate::graphql::page::PageArgs { first, after, last, before };
                $crate::graphql::observation::of_record(self, ctx, (filter, order_by), page).await
            }

            $($fields)*

            $($(#[doc = $ldoc])+
            async fn $link(
                &self,
                ctx: &async_graphql::Context<'_>,
            ) -> $crate::Result<Option<$crate::graphql::item::Item<entity::$target::Entity>>> {
                self.one(ctx, $key).await
            })*

            $($(#[doc = $cdoc])+
            #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
            async fn $list(
                &self,
                ctx: &async_graphql::Context<'_>,
                filter: Option<Box<$filter>>,
                order_by: Option<Vec<$order>>,
                first: Option<i32>,
                after: Option<String>,
                last: Option<i32>,
                before: Option<String>,
                $($arg: Option<$type>,)?
            ) -> $crate::Result<$crate::graphql::page::Connection<entity::$child::Entity>> {
                let page = $crate::graphql::page::PageArgs { first, after, last, before };
                let narrow = |all: store::Condition| {
                    $(let all = $crate::graphql::noun::narrowed::<$type>(all, $arg, $narrow);)?
                    all
                };
                self.connection(ctx, $via, (filter, order_by), narrow, page).await
            })*
        }
    };
}

/// The order of a noun: what it can be sorted by beside `NAME` and `UPDATED_AT`.
#[macro_export]
macro_rules! noun_order {
    ($order:ident, $field:ident, $what:literal { $($(#[doc = $doc:literal])+ $value:ident => $term:expr),* $(,)? }) => {
        #[doc = concat!("What ", $what, " can be sorted by.")]
        #[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $field {
            /// Name on the day of the lens, in Finnish order.
            Name,
            /// First day in force.
            ValidFrom,
            /// First day no longer in force.
            ValidTo,
            /// When it was last changed.
            UpdatedAt,
            $($(#[doc = $doc])+ $value,)*
        }

        #[doc = concat!("A term of the order of ", $what, ".")]
        #[derive(async_graphql::InputObject, Clone, Debug)]
        pub struct $order {
            /// By what.
            field: $field,
            /// Which way. Missing values come last either way.
            #[graphql(default)]
            direction: $crate::graphql::order::Direction,
        }

        impl From<$order> for store::Term {
            fn from(order: $order) -> Self {
                let descending = order.direction.descending();
                match order.field {
                    $field::Name => Self::name(descending),
                    $field::ValidFrom => Self::record("valid_from", store::order::Kind::Date, descending),
                    $field::ValidTo => Self::record("valid_to", store::order::Kind::Date, descending),
                    $field::UpdatedAt => Self::record("updated_at", store::order::Kind::Int, descending),
                    $($field::$value => ($term)(descending),)*
                }
            }
        }
    };
}

/// The root field of a noun that finds one record by its id or its name.
#[macro_export]
macro_rules! noun_one {
    ($query:ident, $(#[doc = $doc:literal])+ $one:ident: $object:ty) => {
        #[doc = "Root field that finds one record."]
        #[derive(Default)]
        pub struct $query;

        #[async_graphql::Object]
        impl $query {
            $(#[doc = $doc])+
            ///
            /// Give exactly one of `id` and `name`. A name is compared whole, in any language, without regard to letter case and
            /// diacritics; of those in force on the day, else of all. `BAD_USER_INPUT` if several have it. Null if there is none.
            async fn $one(
                &self,
                ctx: &async_graphql::Context<'_>,
                id: Option<async_graphql::ID>,
                name: Option<String>,
                as_of: Option<$crate::graphql::time::Date>,
                scenario: Option<async_graphql::ID>,
            ) -> $crate::Result<Option<$object>> {
                let scope = $crate::graphql::context::Ctx::lens(ctx, as_of, scenario.as_ref()).await?;
                let wanted = $crate::graphql::lookup::id_or_name(id, name)?;
                $crate::graphql::lookup::one(ctx, scope, wanted).await
            }
        }
    };
}

/// The root field of a noun that lists its records; `with` adds arguments that narrow the list further.
#[macro_export]
macro_rules! noun_list {
    (
        $query:ident, $(#[doc = $doc:literal])+ $list:ident: $noun:ident[$filter:ty, $order:ty]
        $(, with { $($arg:ident: $type:ty),+ } = $narrow:path)?
    ) => {
        #[doc = "Root field that lists records."]
        #[derive(Default)]
        pub struct $query;

        #[async_graphql::Object]
        impl $query {
            $(#[doc = $doc])+
            #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
            async fn $list(
                &self,
                ctx: &async_graphql::Context<'_>,
                filter: Option<Box<$filter>>,
                order_by: Option<Vec<$order>>,
                first: Option<i32>,
                after: Option<String>,
                last: Option<i32>,
                before: Option<String>,
                as_of: Option<$crate::graphql::time::Date>,
                scenario: Option<async_graphql::ID>,
                $($($arg: Option<$type>,)+)?
            ) -> $crate::Result<$crate::graphql::page::Connection<entity::$noun::Entity>> {
                use $crate::graphql::page::{Listing, PageArgs, list};
                let scope = $crate::graphql::context::Ctx::lens(ctx, as_of, scenario.as_ref()).await?;
                let filter = $crate::graphql::filter::condition(filter.as_deref(), &scope)?;
                let order = order_by.unwrap_or_default();
                $(let (filter, order) = $narrow(ctx, &scope, filter, order, ($($arg),+)).await?;)?
                let order = $crate::graphql::order::terms(Some(order))?;
                Box::pin(list(ctx, Listing { scope, filter, order, page: PageArgs { first, after, last, before } })).await
            }
        }
    };
}
