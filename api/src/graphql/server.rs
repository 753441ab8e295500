//! What this server is.

use async_graphql::{Context, Object, SimpleObject};
use entity::Noun;
use entity::text::FALLBACK;

use super::context::Ctx;
use super::page::{DEFAULT_PAGE, MAX_PAGE};
use super::term::Named;
use super::text::Language;
use super::time::DateTime;
use crate::Result;
use crate::graphql::document;

/// Root field about the server.
#[derive(Default)]
pub struct ServerQuery;

#[Object]
impl ServerQuery {
    /// What this server is and holds: version, data version, counts, limits, languages and identifier schemes.
    async fn server(&self) -> Server {
        Server
    }
}

/// This server.
pub struct Server;

/// Limits of a request; beyond them it is refused with a code, never cut.
#[derive(SimpleObject)]
pub struct Limits {
    /// Rows of a page when nothing is asked for.
    default_page_size: i32,
    /// Most rows of a page (`PAGE_TOO_LARGE`).
    max_page_size: i32,
    /// Most objects an answer may hold by its page sizes (`COST_LIMIT`).
    max_cost: i32,
    /// Deepest nesting of fields.
    max_depth: i32,
    /// Most fields of a document, fragments written out.
    max_fields: i32,
    /// Largest request body in bytes (`PAYLOAD_TOO_LARGE`).
    max_body_bytes: i32,
}

/// How many records of a noun there are.
#[derive(SimpleObject)]
pub struct NounCount {
    /// Kind of record.
    noun: Named<Noun>,
    /// Records that a list of them holds today, without filter.
    count: i64,
}

/// This server: its version and what it can be asked.
#[Object]
impl Server {
    /// Version of the program.
    async fn version(&self) -> &str {
        crate::VERSION
    }

    /// Number of the last committed change of any record. The same number: the same data.
    async fn data_version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(store::revision::data_version(ctx.db()).await?)
    }

    /// When any record was last changed. Null where nothing was ever written.
    async fn changed_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        Ok(store::revision::changed_at(ctx.db()).await?.map(DateTime))
    }

    /// What there is: of each noun as many records as its list holds today. Nouns without any are left out.
    async fn counts(&self, ctx: &Context<'_>) -> Result<Vec<NounCount>> {
        let scope = ctx.lens(None, None).await?;
        let counts = store::registry::counts(ctx.db(), &scope).await?;
        Ok(counts.into_iter().map(|(noun, count)| NounCount { noun: Named(noun), count }).collect())
    }

    /// Limits of a request.
    async fn limits(&self) -> Limits {
        Limits {
            default_page_size: DEFAULT_PAGE.cast_signed(),
            max_page_size: MAX_PAGE.cast_signed(),
            max_cost: document::MAX_COST as i32,
            max_depth: document::MAX_DEPTH as i32,
            max_fields: document::MAX_FIELDS as i32,
            max_body_bytes: crate::http::MAX_BODY as i32,
        }
    }

    /// Languages in which a reader is answered when nothing else is asked for, in this order.
    async fn languages(&self) -> Vec<Language> {
        FALLBACK.iter().map(|lang| Language((*lang).to_owned())).collect()
    }

    /// Schemes of identifiers that `record` understands.
    async fn identifier_schemes(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        Ok(store::identifier::schemes(ctx.db()).await?)
    }
}
