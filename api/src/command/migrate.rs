//! `seutu migrate`.

use super::{Failure, connect};

/// Brings the tables up to this version.
pub async fn run(url: &str) -> Result<(), Failure> {
    let db = connect(url).await?;
    let pending = store::db::pending(&db).await.map_err(|error| error.to_string())?;
    store::db::migrate(&db).await.map_err(|error| error.to_string())?;
    println!("{pending} steps run; the database is up to date");
    Ok(())
}
