//! What every record has, written once: its fields, and the interfaces `Node` and `Record`.

use std::borrow::Cow;
use std::collections::HashMap;

use async_graphql::parser::types::Field;
use async_graphql::registry::{MetaType, MetaTypeId, Registry};
use async_graphql::resolver_utils::{ContainerType, Fields, resolve_container_serial};
use async_graphql::{
    Context, ContextSelectionSet, ID, InterfaceType, Object, OutputType, Positioned, ServerResult, SimpleObject, Value,
};
use entity::citation::Certainty;
use entity::record::{Status, Visibility};
use entity::revision::Operation;
use entity::{Noun, RecordId};
use store::Scope;

use super::citation::Citation;
use super::context::Ctx;
use super::id;
use super::item::{Group, Item, Kin, Recorded};
use super::mention::Mention;
use super::term::Named;
use super::text::{self, Language, LocalizedText};
use super::time::{Date, DateTime, Validity};
use crate::{Error, Result};

/// Revisions of a record shown by `history` when nothing is asked for.
const DEFAULT_HISTORY: u64 = 20;
/// Most revisions shown.
const MAX_HISTORY: u64 = 100;

/// The fields of every record, for flattening into each noun's object.
pub struct RecordFields<'a>(pub &'a dyn Recorded);

/// A code by which people know a record.
#[derive(SimpleObject, Clone)]
pub struct Identifier {
    /// Short name of the scheme, such as `FI-KUNTA`; all schemes are listed by `server`.
    scheme: String,
    /// The code, leading zeros kept.
    value: String,
    /// First day in use. Null when not known.
    from: Option<Date>,
    /// First day no longer in use. Null while in use.
    to: Option<Date>,
}

/// A committed change of a record or of one of its edges.
#[derive(SimpleObject, Clone)]
pub struct Revision {
    /// Position among all changes of all records, in commit order, without gaps.
    sequence: i64,
    /// When it was made.
    at: DateTime,
    /// What was done.
    operation: Named<Operation>,
    /// What was changed: the record itself, or a list it carries, such as `members`.
    kind: String,
    /// Version of the record after the change.
    version: i32,
}

/// A record of any noun.
#[Object(name = "RecordFields", serial)]
impl RecordFields<'_> {
    /// Opaque id, the same for ever. Use it with `node`.
    async fn id(&self) -> ID {
        let record = self.0.record();
        id::encode(record.noun, record.uid)
    }

    /// What kind of thing it is.
    async fn noun(&self) -> Named<Noun> {
        Named(self.0.record().noun)
    }

    /// Name on the day of the lens (after its end, the last name it had). Answers in the first language of `lang` that
    /// exists, null if none does; without `lang`, in the reader's language (Accept-Language), else Finnish, Swedish, English.
    async fn name(&self, ctx: &Context<'_>, lang: Option<Vec<Language>>) -> Option<&str> {
        let record = self.0.record();
        let day = record.name_day(self.0.lens().as_of);
        if let Some(says) = self.0.says().filter(|_| record.names.0.is_empty()) {
            let texts = says.0.iter().map(|(lang, text)| (lang.as_str(), text.as_str()));
            return text::choose(texts, lang.as_deref(), &ctx.request().languages);
        }
        let names = record.names.on(day).map(|name| (name.lang.as_str(), name.value.as_str()));
        text::choose(names, lang.as_deref(), &ctx.request().languages)
    }

    /// Names in all languages on the day of the lens.
    async fn names(&self) -> Vec<LocalizedText> {
        let record = self.0.record();
        if let Some(says) = self.0.says().filter(|_| record.names.0.is_empty()) {
            return text::all(says);
        }
        let names = record.names.on(record.name_day(self.0.lens().as_of));
        names.map(|name| LocalizedText { lang: Language(name.lang.clone()), value: name.value.clone() }).collect()
    }

    /// Codes by which people know it, in all schemes.
    async fn identifiers(&self, ctx: &Context<'_>) -> Result<Vec<Identifier>> {
        let load = || async {
            let mut found: HashMap<RecordId, Vec<Identifier>> = HashMap::new();
            for code in store::identifier::of_records(ctx.db(), &self.0.siblings()).await? {
                found.entry(code.record_id).or_default().push(Identifier {
                    scheme: code.scheme,
                    value: code.value,
                    from: Date::start(code.valid_from),
                    to: Date::end(code.valid_to),
                });
            }
            Ok(found)
        };
        let found = self.0.level().fetch(ctx, load).await?;
        Ok(found.get(&self.0.record().id).cloned().unwrap_or_default())
    }

    /// Period in which it is in force.
    async fn validity(&self) -> Validity {
        let record = self.0.record();
        Validity::new(record.valid_from, record.valid_from_precision, record.valid_to, record.valid_to_precision)
    }

    /// Draft, published or archived.
    async fn status(&self) -> Named<Status> {
        Named(self.0.record().status)
    }

    /// Public or restricted.
    async fn visibility(&self) -> Named<Visibility> {
        Named(self.0.record().visibility)
    }

    /// Number of its version, counted from 1.
    async fn version(&self) -> i32 {
        self.0.record().version
    }

    /// When it was last changed.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.0.record().updated_at)
    }

    /// Its latest changes and those of the lists it carries, newest first; at most 100, 20 when nothing is asked for.
    async fn history(&self, ctx: &Context<'_>, first: Option<i32>) -> Result<Vec<Revision>> {
        let limit = history_limit(first)?;
        let load = || async {
            let mut found: HashMap<RecordId, Vec<Revision>> = HashMap::new();
            for change in store::revision::of_records(ctx.db(), &self.0.siblings(), limit).await? {
                found.entry(change.record_id).or_default().push(Revision {
                    sequence: change.sequence,
                    at: DateTime(change.at),
                    operation: Named(change.operation),
                    kind: change.kind,
                    version: change.version,
                });
            }
            Ok(found)
        };
        let found = self.0.level().fetch(ctx, load).await?;
        Ok(found.get(&self.0.record().id).cloned().unwrap_or_default())
    }
}

fn history_limit(first: Option<i32>) -> Result<u64> {
    let Some(first) = first else { return Ok(DEFAULT_HISTORY) };
    let first = u64::try_from(first).map_err(|_| Error::BadUserInput("first cannot be negative".to_owned()))?;
    if first > MAX_HISTORY {
        return Err(Error::PageTooLarge(format!("history shows at most {MAX_HISTORY} changes")));
    }
    Ok(first)
}

macro_rules! any_record {
    ($($noun:ident => $module:ident),+ $(,)?) => {
        $(impl TryFrom<AnyRecord> for Item<entity::$module::Entity> {
            type Error = ();

            fn try_from(record: AnyRecord) -> std::result::Result<Self, ()> {
                match record {
                    AnyRecord::$noun(item) => Ok(item),
                    _ => Err(()),
                }
            }
        })+

        /// An object of any noun.
        #[derive(Clone)]
        pub enum AnyRecord { $(#[doc = "Of this noun."] $noun(Item<entity::$module::Entity>)),+ }

        impl AnyRecord {
            /// The record with a key; none if the scope does not show it.
            ///
            /// # Errors
            /// When the database fails.
            pub async fn load(ctx: &Context<'_>, scope: Scope, noun: Noun, key: RecordId) -> Result<Option<Self>> {
                Ok(Self::load_all(ctx, scope, &[Some((noun, key))]).await?.pop().flatten())
            }

            /// The records with these keys, in the same order. What all records have is fetched for all of them together; siblings of one
            /// noun form a level of their own for the rest.
            ///
            /// # Errors
            /// When the database fails.
            pub async fn load_all(ctx: &Context<'_>, scope: Scope, wanted: &[Option<(Noun, RecordId)>]) -> Result<Vec<Option<Self>>> {
                let mut found: Vec<Option<Self>> = vec![None; wanted.len()];
                let kin = Kin::new(scope);
                $({
                    let mut ids: Vec<RecordId> =
                        wanted.iter().flatten().filter(|(noun, _)| *noun == Noun::$noun).map(|(_, id)| *id).collect();
                    ids.sort_unstable();
                    ids.dedup();
                    if !ids.is_empty() {
                        let rows = ctx.loader(&scope).load::<entity::$module::Entity>(&ids).await?;
                        let group = Group::beside(&kin, rows.into_iter().flatten().collect(), scope);
                        for (place, key) in found.iter_mut().zip(wanted) {
                            if let Some((Noun::$noun, id)) = key {
                                *place = group.find(*id).map(Self::$noun);
                            }
                        }
                    }
                })+
                Ok(found)
            }

            /// Opaque id of the record.
            #[must_use]
            pub fn id(&self) -> ID {
                match self { $(Self::$noun(item) => id::encode(Noun::$noun, item.row().record.uid)),+ }
            }

            /// Key of the record.
            #[must_use]
            pub fn key(&self) -> RecordId {
                match self { $(Self::$noun(item) => item.row().id()),+ }
            }

            /// Noun of the record.
            #[must_use]
            pub fn noun(&self) -> Noun {
                match self { $(Self::$noun(_) => Noun::$noun),+ }
            }

            fn type_name_of(&self) -> Cow<'static, str> {
                match self { $(Self::$noun(_) => <Item<entity::$module::Entity>>::type_name()),+ }
            }

            async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
                match self { $(Self::$noun(item) => ContainerType::resolve_field(item, ctx).await),+ }
            }

            fn collect<'a>(&'a self, ctx: &ContextSelectionSet<'a>, fields: &mut Fields<'a>) -> ServerResult<()> {
                match self { $(Self::$noun(item) => item.collect_all_fields(ctx, fields)),+ }
            }

            fn create_types(registry: &mut Registry, interface: &str) -> Vec<String> {
                vec![$({
                    <Item<entity::$module::Entity>>::create_type_info(registry);
                    let name = <Item<entity::$module::Entity>>::type_name().into_owned();
                    registry.add_implements(&name, interface);
                    name
                }),+]
            }
        }
    };
}

any_record! {
    Municipality => municipality,
    Region => region,
    MunicipalityChange => municipality_change,
    Organization => organization,
    Committee => committee,
    Person => person,
    ServiceArea => service_area,
    ServicePoint => service_point,
    Service => service,
    Indicator => indicator,
    SourceDocument => source_document,
    Scenario => scenario,
    Statement => statement,
    Contract => contract,
    ServiceProduct => service_product,
    Scorecard => scorecard,
    CollaborationNetwork => collaboration_network,
    Initiative => initiative,
    Strategy => strategy,
}

/// Fields of every record that lead to other records, as the interface declares them. They cannot be flattened into the objects,
/// whose fields must be known before any record is: each object has its own from `noun_object!`.
pub struct RecordLists;

#[Object]
impl RecordLists {
    /// Where it comes from: citations of its own first, then the document it was taken from as a whole, which it inherits.
    async fn citations(
        &self,
        #[graphql(name = "field", desc = "Only those on this field, by its name in this schema: `tier`, `phases.method`.")]
        _field: Option<String>,
        #[graphql(name = "certainty", desc = "Only those of these certainties.")] _certainty: Option<Vec<Named<Certainty>>>,
        #[graphql(
            name = "inherited",
            desc = "`true`: only the document that the record was taken from as a whole; `false`: only its own."
        )]
        _inherited: Option<bool>,
        #[graphql(name = "document", desc = "Only those that name this document, by its id.")] _document: Option<ID>,
    ) -> Vec<Citation> {
        Vec::new()
    }

    /// Documents that name it, in document order.
    async fn mentions(
        &self,
        #[graphql(name = "document", desc = "Only those in this document, by its id.")] _document: Option<ID>,
        #[graphql(name = "certainty", desc = "Only those of these certainties.")] _certainty: Option<Vec<Named<Certainty>>>,
    ) -> Vec<Mention> {
        Vec::new()
    }
}

/// The interface `Record`.
pub struct Record(pub AnyRecord);

/// The interface `Node`.
pub struct Node(pub AnyRecord);

macro_rules! interface {
    ($name:ident, $doc:literal, $keep:expr) => {
        impl ContainerType for $name {
            async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
                self.0.resolve_field(ctx).await
            }

            fn collect_all_fields<'a>(&'a self, ctx: &ContextSelectionSet<'a>, fields: &mut Fields<'a>) -> ServerResult<()> {
                self.0.collect(ctx, fields)
            }
        }

        impl OutputType for $name {
            fn type_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }

            fn introspection_type_name(&self) -> Cow<'static, str> {
                self.0.type_name_of()
            }

            fn create_type_info(registry: &mut Registry) -> String {
                registry.create_output_type::<Self, _>(MetaTypeId::Interface, |registry| {
                    let possible = AnyRecord::create_types(registry, stringify!($name));
                    let keep: fn(&str) -> bool = $keep;
                    let mut fields = match registry.create_fake_output_type::<RecordFields<'static>>() {
                        MetaType::Object { fields, .. } => fields,
                        _ => Default::default(),
                    };
                    if let MetaType::Object { fields: lists, .. } = registry.create_fake_output_type::<RecordLists>() {
                        fields.extend(lists);
                    }
                    fields.retain(|name, _| keep(name));
                    if stringify!($name) == "Record" {
                        registry.add_implements("Record", "Node");
                    }
                    MetaType::Interface {
                        name: stringify!($name).to_owned(),
                        description: Some($doc.to_owned()),
                        fields,
                        possible_types: possible.into_iter().collect(),
                        extends: false,
                        keys: None,
                        visible: None,
                        inaccessible: false,
                        tags: Vec::new(),
                        rust_typename: Some(std::any::type_name::<Self>()),
                        directive_invocations: Vec::new(),
                        requires_scopes: Vec::new(),
                    }
                })
            }

            async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
                resolve_container_serial(ctx, self).await
            }
        }

        impl InterfaceType for $name {}
    };
}

interface!(Record, "A record of any noun: what all of them have.", |_| true);
interface!(Node, "An object that can be fetched again by its id.", |name| name == "id");
