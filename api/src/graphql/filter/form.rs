//! The form of filters, as macros: the filter of a noun, of an edge, and of a relation to either.

/// The filter of a noun: its conditions beside those of every record, and the grammar of and, or, not.
#[macro_export]
macro_rules! noun_filter {
    (
        $(#[doc = $doc:literal])+
        $name:ident($at:ident, $scope:ident) {
            $($(#[doc = $fdoc:literal])+ $field:ident: $type:ty = |$given:ident| $condition:expr;)*
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(async_graphql::InputObject, Clone, Debug, Default)]
        pub struct $name {
            /// All of these must hold.
            and: Option<Vec<$name>>,
            /// At least one of these must hold; with an empty list nothing matches.
            or: Option<Vec<$name>>,
            /// This must not hold. What is missing counts as no match.
            not: Option<Box<$name>>,
            #[graphql(flatten)]
            record: $crate::graphql::filter::RecordFilter,
            /// Documents that it rests on: the one it was taken from as a whole, or one that a citation of its own names.
            source: Option<$crate::graphql::source_document::input::DocumentRelation>,
            /// Documents that name it, and how many do.
            mentioned_in: Option<$crate::graphql::source_document::input::MentionedInFilter>,
            $($(#[doc = $fdoc])+ $field: Option<$type>,)*
        }

        impl $crate::graphql::filter::Filter for $name {
            fn condition(&self, $at: store::At, $scope: &store::Scope) -> $crate::Result<store::Condition> {
                let own = self.record.condition($at, $scope)?;
                let own = match &self.source {
                    Some(source) => own.add(source.condition($at, $scope, |relation, matched| relation.rests_on(matched))?),
                    None => own,
                };
                let own = match &self.mentioned_in {
                    Some(mentioned) => own.add(mentioned.condition($at, $scope)?),
                    None => own,
                };
                $(let own = match &self.$field {
                    Some($given) => own.add($condition),
                    None => own,
                };)*
                let nested = (self.and.as_deref(), self.or.as_deref(), self.not.as_deref());
                $crate::graphql::filter::grammar(own, nested, $at, $scope)
            }
        }
    };
}

/// The relation of a filter to another noun: some related record matches, or none does; both under the same lens.
#[macro_export]
macro_rules! relation_filter {
    ($name:ident, $filter:ty, $what:literal) => {
        #[doc = concat!("Conditions on related ", $what, ", under the same day and scenario.")]
        #[derive(async_graphql::InputObject, Clone, Debug, Default)]
        pub struct $name {
            /// At least one of them matches; with an empty filter: there is one.
            some: Option<Box<$filter>>,
            /// None of them matches; with an empty filter: there is none.
            none: Option<Box<$filter>>,
        }

        impl $name {
            /// The condition, where `related` says how the relation runs.
            ///
            /// # Errors
            /// As the filters of the related noun.
            pub fn condition(
                &self,
                at: store::At,
                scope: &store::Scope,
                related: impl Fn(&store::filter::Relation<'_>, store::Condition) -> store::Expr,
            ) -> $crate::Result<store::Condition> {
                use $crate::graphql::filter::Filter;
                let deeper = $crate::graphql::filter::deeper(at)?;
                let relation = store::filter::Relation { at, deeper, scope };
                let mut all = store::Condition::all();
                if let Some(some) = &self.some {
                    all = all.add(related(&relation, some.condition(deeper, scope)?));
                }
                if let Some(none) = &self.none {
                    let matched = store::Condition::all().add(related(&relation, none.condition(deeper, scope)?));
                    all = all.add(store::filter::not(matched));
                }
                Ok(all)
            }
        }
    };
}

/// The filter of an edge that records carry: conditions on its own columns, all of which must hold. `seen` adds what the
/// lens lets through.
#[macro_export]
macro_rules! edge_filter {
    (
        $(#[doc = $doc:literal])+
        $name:ident($at:ident, $scope:ident) $(, seen |$filter:ident| $seen:expr)? => {
            $($(#[doc = $fdoc:literal])+ $field:ident: $type:ty $(= |$given:ident| $condition:expr)?;)*
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(async_graphql::InputObject, Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $fdoc])+ $field: Option<$type>,)*
        }

        impl $crate::graphql::filter::Filter for $name {
            fn condition(&self, $at: store::At, $scope: &store::Scope) -> $crate::Result<store::Condition> {
                let all = store::Condition::all();
                $(let $filter = self;
                let all = all.add($seen);)?
                $($(let all = match &self.$field {
                    Some($given) => all.add($condition),
                    None => all,
                };)?)*
                Ok(all)
            }
        }
    };
}
