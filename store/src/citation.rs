//! Facts of documents: citations read from the end of the document they name. Who may see them is decided by the record
//! they stand on, and by the document.

use std::collections::HashMap;

use entity::citation::{Certainty, Model};
use entity::{Noun, RecordId, Term as _};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::order::Kind;
use crate::page::{Join, Source};
use crate::{At, Result, Scope, Term, Via, children};

/// The citations that name a visible document and stand on a visible record. The day of the lens does not filter them.
pub struct Facts;

/// A fact as read: the citation, and the noun of the record that it stands on.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The citation.
    pub own: Model,
    /// Noun of its record.
    pub noun: Noun,
}

const ROOT: At = At::ROOT;
/// Alias of the document's registry row.
const DOCUMENT: &str = "d0";

/// Columns in the order in which [`Source::read`] takes them.
const COLUMNS: [&str; 7] = ["id", "record_id", "field", "document_id", "locator", "certainty", "note"];

impl Source for Facts {
    type Row = Fact;
    const LEADING: usize = COLUMNS.len() + 1;

    fn select_leading(statement: &mut SelectStatement) {
        for column in COLUMNS {
            statement.expr(ROOT.own(column));
        }
        statement.expr(ROOT.record("noun"));
    }

    fn select_rest(_: &mut SelectStatement) {}

    fn from(statement: &mut SelectStatement) {
        statement.from_as("citation", ROOT.own_alias());
        join_records(statement, Join::Free);
    }

    fn join(statement: &mut SelectStatement, how: Join, on: Expr) {
        how.add(statement, "citation", ROOT.own_alias(), on);
        join_records(statement, how);
    }

    fn listed(scope: &Scope) -> Condition {
        let listed = scope.visible(ROOT);
        if scope.restricted {
            return listed;
        }
        let document = |column: &'static str| Expr::col((DOCUMENT, column));
        listed.add(document("status").eq("PUBLISHED")).add(document("visibility").eq("PUBLIC"))
    }

    fn id() -> Expr {
        ROOT.own("id")
    }

    fn read(row: &QueryResult) -> Result<Fact> {
        let own = Model {
            id: row.try_get_by_index(0)?,
            record_id: row.try_get_by_index(1)?,
            field: row.try_get_by_index(2)?,
            document_id: row.try_get_by_index(3)?,
            locator: row.try_get_by_index(4)?,
            locator_key: None,
            certainty: row.try_get_by_index(5)?,
            note: row.try_get_by_index(6)?,
        };
        Ok(Fact { own, noun: row.try_get_by_index(7)? })
    }

    fn key(row: &Fact) -> i64 {
        row.own.id
    }
}

fn join_records(statement: &mut SelectStatement, how: Join) {
    how.add(statement, "record", ROOT.record_alias(), ROOT.record("id").equals((ROOT.own_alias(), "record_id")));
    how.add(statement, "record", DOCUMENT, Expr::col((DOCUMENT, "id")).equals((ROOT.own_alias(), "document_id")));
}

/// Which facts of a document; without a word all of those that name the document itself.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Those of one of these certainties.
    pub certainty: Option<Vec<Certainty>>,
    /// Those about records of one of these nouns.
    pub nouns: Option<Vec<Noun>>,
    /// Those that stand on this field.
    pub field: Option<String>,
    /// Those of its parts too.
    pub parts: bool,
}

impl Asked {
    /// The condition on facts.
    #[must_use]
    pub fn condition(&self) -> Condition {
        let mut all = Condition::all();
        if let Some(certainty) = &self.certainty {
            all = all.add(ROOT.own("certainty").is_in(certainty.iter().map(|certainty| certainty.as_str())));
        }
        if let Some(nouns) = &self.nouns {
            all = all.add(ROOT.record("noun").is_in(nouns.iter().map(|noun| noun.as_str())));
        }
        if let Some(field) = &self.field {
            all = all.add(ROOT.own("field").eq(field.as_str()));
        }
        all
    }

    /// How facts hang on a document.
    #[must_use]
    pub fn via(&self) -> Via {
        if self.parts { Via::Through(with_parts) } else { Via::Own("document_id") }
    }
}

/// By place in the document, then by record; what says no place comes last.
#[must_use]
pub fn order() -> Vec<Term> {
    vec![Term::own("locator_key", Kind::Bytes, false), Term::own("record_id", Kind::Int, false)]
}

/// Citations of a document and of its parts.
fn with_parts(document: Expr) -> SelectStatement {
    let mut citations = Query::select();
    let of = |column: &'static str| Expr::col(("cp", column));
    citations.expr(of("id")).from_as("citation", "cp").and_where(named(of("document_id"), document));
    citations
}

/// Whether a column holds the document or one of its parts.
fn named(column: Expr, document: Expr) -> Expr {
    let of = |column: &'static str| Expr::col(("dp", column));
    let mut parts = Query::select();
    parts.expr(of("id")).from_as("source_document", "dp").and_where(of("parent_id").eq(document.clone()));
    column.clone().eq(document).or(column.in_subquery(parts))
}

/// How many facts each document has of each certainty, in the order of the vocabulary; certainties without any are left out.
/// One statement.
///
/// # Errors
/// When the database fails.
pub async fn counts(
    db: &impl ConnectionTrait,
    scope: &Scope,
    documents: &[RecordId],
    asked: &Asked,
) -> Result<HashMap<RecordId, Vec<(Certainty, i64)>>> {
    let backend = db.get_database_backend();
    let document = || children::key(backend);
    let mut statement = Query::select();
    statement.expr(document()).expr(ROOT.own("certainty")).expr(Expr::cust("count(*)"));
    children::keys(backend, &mut statement, documents);
    let column = ROOT.own("document_id");
    Facts::join(&mut statement, Join::Free, if asked.parts { named(column, document()) } else { column.eq(document()) });
    statement.cond_where(Facts::listed(scope)).cond_where(asked.condition()).add_group_by([document(), ROOT.own("certainty")]);
    let mut counts: HashMap<RecordId, Vec<(Certainty, i64)>> = HashMap::new();
    for row in db.query_all(&statement).await? {
        counts.entry(row.try_get_by_index(0)?).or_default().push((row.try_get_by_index(1)?, row.try_get_by_index(2)?));
    }
    let place = |certainty: Certainty| Certainty::ALL.iter().position(|(known, ..)| *known == certainty);
    for counts in counts.values_mut() {
        counts.sort_by_key(|(certainty, _)| place(*certainty));
    }
    Ok(counts)
}
