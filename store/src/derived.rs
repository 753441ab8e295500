//! What the store derives when it writes, for rows that were written before it did: a step of the migration adds a column
//! but cannot compute it.

use entity::citation;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QuerySelect};

use crate::{Result, collate, db};

/// Fills in what is missing; one statement where nothing is.
///
/// # Errors
/// When the database fails.
pub async fn fill(db: &DatabaseConnection) -> Result<()> {
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
