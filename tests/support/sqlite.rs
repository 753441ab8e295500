//! SQLite for tests: a world is built once a run into a file, kept as bytes, and copied for each test.

use std::collections::HashMap;
use std::sync::Arc;

use store::Database;
use tempfile::TempDir;
use tokio::sync::Mutex;

use super::world::World;

static TEMPLATES: Mutex<Option<HashMap<World, Arc<Vec<u8>>>>> = Mutex::const_new(None);

/// A database with a world, in a folder that goes away with the test.
pub async fn create(world: World) -> (Database, TempDir) {
    let bytes = template(world).await;
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("seutu.db");
    tokio::fs::write(&file, bytes.as_slice()).await.unwrap();
    let db = store::db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    (db, folder)
}

async fn template(world: World) -> Arc<Vec<u8>> {
    let mut templates = TEMPLATES.lock().await;
    let templates = templates.get_or_insert_default();
    if let Some(bytes) = templates.get(&world) {
        return Arc::clone(bytes);
    }
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("template.db");
    let db = store::db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    store::db::migrate(&db).await.unwrap();
    world.fill(&db).await;
    db.close().await.unwrap();
    let bytes = Arc::new(std::fs::read(&file).unwrap());
    templates.insert(world, Arc::clone(&bytes));
    bytes
}
