//! What the store derives when it writes, for rows that were written before it did: a step of the migration adds a column or a
//! table but cannot compute what it holds.

use entity::{RecordId, citation, statement, statement_text};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QuerySelect};

use crate::write::rows;
use crate::{Result, collate, db, draft};

/// Fills in what is missing; two statements where nothing is.
///
/// # Errors
/// When the database fails.
pub async fn fill(db: &DatabaseConnection) -> Result<()> {
    places(db).await?;
    texts(db).await
}

/// Keys that sort places in documents.
async fn places(db: &DatabaseConnection) -> Result<()> {
    let unsorted = citation::Column::Locator.is_not_null().and(citation::Column::LocatorKey.is_null());
    let locators = citation::Entity::find().select_only().column(citation::Column::Locator).distinct().filter(unsorted.clone());
    let locators: Vec<String> = locators.into_tuple().all(db).await?;
    if locators.is_empty() {
        return Ok(());
    }
    let tx = db::begin(db).await?;
    for locator in locators {
        citation::Entity::update_many()
            .col_expr(citation::Column::LocatorKey, Expr::val(collate::natural_key(&locator)))
            .filter(citation::Column::Locator.eq(locator))
            .filter(unsorted.clone())
            .exec(&tx)
            .await?;
    }
    Ok(tx.commit().await?)
}

/// What statements say, made comparable, and what those without a name go by.
async fn texts(db: &DatabaseConnection) -> Result<()> {
    let known = Query::select().column(statement_text::Column::RecordId).from(statement_text::Entity).to_owned();
    let unread = statement::Entity::find().select_only().column(statement::Column::Id);
    let unread = unread.filter(statement::Column::Id.not_in_subquery(known)).filter(Expr::cust("cast(text as text) <> '{}'"));
    let unread: Vec<RecordId> = unread.into_tuple().all(db).await?;
    if unread.is_empty() {
        return Ok(());
    }
    let tx = db::begin(db).await?;
    let drafts = draft::read::of_ids(&tx, &unread).await?;
    let drafts: Vec<_> = drafts.iter().map(|(id, _, draft)| (*id, draft)).collect();
    rows::clear(&tx, &unread).await?;
    rows::insert_texts(&tx, &drafts).await?;
    Ok(tx.commit().await?)
}
