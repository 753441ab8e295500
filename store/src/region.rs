//! Regions: memberships with their periods.

use entity::RecordId;
use entity::region_member::{Column, Entity, Model};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Result;

/// All memberships of municipalities, whatever the day, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn memberships(db: &impl ConnectionTrait, municipalities: &[RecordId]) -> Result<Vec<Model>> {
    let find = Entity::find().filter(Column::MunicipalityId.is_in(municipalities.iter().copied()));
    Ok(find.order_by_asc(Column::ValidFrom).order_by_asc(Column::RegionId).all(db).await?)
}
