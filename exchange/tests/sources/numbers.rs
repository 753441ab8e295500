//! Decimals come back from the database exactly as they went in. If they drifted by a last digit, an import that
//! is run again would find changes where there are none.

use entity::Noun;
use serde_json::json;
use store::Draft;

use crate::support::{database, store_all, stored};

#[tokio::test]
async fn long_decimals_do_not_drift() {
    let db = database().await;
    let degrees: Vec<f64> = (0..500_u32).map(|step| 20.0 + f64::from(step) / 37.0).collect();
    let mut draft = Draft::coded(Noun::ServicePoint, "TEST", "point").named("fi", "Piste").with("kind", "PLACE");
    draft = draft.with("raw", json!(degrees));
    store_all(&db, vec![draft]).await;
    let read = stored(&db, Noun::ServicePoint).await;
    assert_eq!(read[0].own["raw"], json!(degrees));
    let file = "[24.3009366071993, 62.988353152790275, 29.123456789012345, 380848.639900476]";
    let values: serde_json::Value = serde_json::from_str(file).unwrap();
    assert_eq!(values, json!([24.3009366071993, 62.988353152790275, 29.123456789012345, 380848.639900476]));
}
