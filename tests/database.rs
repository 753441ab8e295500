//! What holds of a database that is served from.

use std::time::Duration;

use sea_orm::ConnectionTrait;

use crate::support::postgres;

#[tokio::test]
async fn a_statement_ends_when_nobody_waits_for_it_any_more() {
    if !postgres::reachable().await {
        return;
    }
    let url = postgres::url();
    let db = store::db::connect(&url).await.unwrap();
    let db = store::db::bounded(db, &url, Duration::from_millis(100)).await.unwrap();
    let error = db.execute_unprepared("select pg_sleep(60)").await.expect_err("the statement went on");
    assert!(error.to_string().contains("statement timeout"), "{error}");
    db.execute_unprepared("select pg_sleep(0)").await.unwrap();
    db.close().await.unwrap();
}
