//! Paging: for every order, both directions, forward and backward, in pages of any size, the union of the pages is the whole
//! list, in order, without repeats; and both databases have the same order. The world has ties and gaps in every column.

use serde_json::{Value, json};

use crate::support::world::{self, World};
use crate::support::{Backend, TestApp};

const SIZES: [usize; 4] = [1, 2, 3, 7];

struct List {
    field: &'static str,
    /// What tells rows apart.
    key: &'static str,
    order: &'static str,
    fields: &'static [&'static str],
    /// Further arguments.
    arguments: &'static str,
    rows: usize,
}

/// What every noun can be sorted by.
const SHARED: [&str; 4] = ["NAME", "VALID_FROM", "VALID_TO", "UPDATED_AT"];

static LISTS: [List; 17] = [
    List {
        field: "municipalities",
        key: "code",
        order: "MunicipalityOrder",
        fields: &["NAME", "CODE", "LON", "LAT", "VALID_FROM", "VALID_TO", "UPDATED_AT"],
        arguments: "",
        rows: 13,
    },
    List {
        field: "regions",
        key: "id",
        order: "RegionOrder",
        fields: &["NAME", "FAMILY", "CODE", "VALID_FROM", "VALID_TO", "UPDATED_AT"],
        arguments: "",
        rows: 13,
    },
    List {
        field: "committees",
        key: "id",
        order: "CommitteeOrder",
        fields: &["NAME", "KIND", "VALID_FROM", "VALID_TO", "UPDATED_AT"],
        arguments: "",
        rows: 13,
    },
    List {
        field: "servicePoints",
        key: "id",
        order: "ServicePointOrder",
        fields: &["NAME", "POSTAL_CODE", "VALID_FROM", "VALID_TO", "UPDATED_AT"],
        arguments: "",
        rows: 13,
    },
    List {
        field: "servicePoints",
        key: "id",
        order: "ServicePointOrder",
        fields: &["DISTANCE"],
        arguments: ", near: {lon: 24.05, lat: 60.1, meters: 1000000}",
        rows: 8,
    },
    List {
        field: "observations",
        key: "subject { id }",
        order: "ObservationOrder",
        fields: &["VALUE", "PERIOD_FROM", "PUBLISHED_ON"],
        arguments: "",
        rows: 13,
    },
    List {
        field: "municipalityChanges",
        key: "id",
        order: "MunicipalityChangeOrder",
        fields: &["EFFECTIVE_ON"],
        arguments: "",
        rows: 13,
    },
    List { field: "organizations", key: "id", order: "OrganizationOrder", fields: &["KIND"], arguments: "", rows: 13 },
    List { field: "services", key: "id", order: "ServiceOrder", fields: &["KIND"], arguments: "", rows: 13 },
    List { field: "indicators", key: "id", order: "IndicatorOrder", fields: &["CODE"], arguments: "", rows: 14 },
    List { field: "sourceDocuments", key: "id", order: "SourceDocumentOrder", fields: &["DATED_ON"], arguments: "", rows: 13 },
    List { field: "scenarios", key: "id", order: "ScenarioOrder", fields: &["REFERENCE_DATE"], arguments: "", rows: 13 },
    List { field: "statements", key: "id", order: "StatementOrder", fields: &["POSITION", "THEME"], arguments: "", rows: 13 },
    List { field: "contracts", key: "id", order: "ContractOrder", fields: &["TIER", "YEAR"], arguments: "", rows: 13 },
    List {
        field: "collaborationNetworks",
        key: "id",
        order: "CollaborationNetworkOrder",
        fields: &["NUMBER", "CATEGORY"],
        arguments: "",
        rows: 13,
    },
    List { field: "initiatives", key: "id", order: "InitiativeOrder", fields: &["KIND"], arguments: "", rows: 13 },
    List { field: "search", key: "record { id }", order: "", fields: &[""], arguments: ", text: \"a\"", rows: 37 },
];

impl List {
    fn query(&self) -> String {
        let Self { field, key, order, arguments, .. } = self;
        let (declared, given) =
            if order.is_empty() { (String::new(), "") } else { (format!(", $order: [{order}!]"), ", orderBy: $order") };
        format!(
            "query ($count: Boolean! = false, $first: Int, $after: String, $last: Int, $before: String{declared}) {{
                list: {field}(first: $first, after: $after, last: $last, before: $before{given}{arguments}) {{
                    edges {{ cursor node {{ {key} }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
                    totalCount @include(if: $count)
                }}
            }}"
        )
    }
}

async fn page(app: &TestApp, query: &str, mut variables: Value, order: &Value) -> Value {
    variables["order"] = order.clone();
    app.data(query, variables).await["list"].take()
}

/// Texts that tell the rows of a page apart.
fn rows(page: &Value) -> Vec<String> {
    page["edges"].as_array().unwrap().iter().map(|edge| edge["node"].to_string()).collect()
}

async fn forward(app: &TestApp, query: &str, order: &Value, size: usize) -> Vec<String> {
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = page(app, query, json!({"first": size, "after": after}), order).await;
        assert_eq!(page["pageInfo"]["hasPreviousPage"], json!(!all.is_empty()));
        let found = rows(&page);
        assert!(found.len() <= size && (!found.is_empty() || all.is_empty()));
        all.extend(found);
        if page["pageInfo"]["hasNextPage"] == false {
            return all;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

async fn backward(app: &TestApp, query: &str, order: &Value, size: usize) -> Vec<String> {
    let (mut all, mut before): (Vec<String>, Value) = (Vec::new(), Value::Null);
    loop {
        let page = page(app, query, json!({"last": size, "before": before}), order).await;
        assert_eq!(page["pageInfo"]["hasNextPage"], json!(!all.is_empty()));
        let mut found = rows(&page);
        assert!(found.len() <= size && (!found.is_empty() || all.is_empty()));
        found.extend(all);
        all = found;
        if page["pageInfo"]["hasPreviousPage"] == false {
            return all;
        }
        before = page["pageInfo"]["startCursor"].clone();
    }
}

/// Every order of one field, both ways, and some of two.
fn orders(fields: &[&str]) -> Vec<Value> {
    if fields == [""] {
        return vec![Value::Null];
    }
    let mut orders = vec![Value::Null];
    for (index, field) in fields.iter().enumerate() {
        let other = fields[(index + 1) % fields.len()];
        for (direction, opposite) in [("ASC", "DESC"), ("DESC", "ASC")] {
            orders.push(json!([{"field": field, "direction": direction}]));
            orders.push(json!([{"field": field, "direction": direction}, {"field": other, "direction": opposite}]));
        }
    }
    orders
}

/// Pages every list in every order, and gives the whole lists, for comparing databases.
async fn check(app: &TestApp) -> Vec<(&'static List, Value, Vec<String>)> {
    let mut found = Vec::new();
    for list in &LISTS {
        let query = list.query();
        for order in orders(list.fields) {
            let name = format!("{} {order}", list.field);
            let page = page(app, &query, json!({"first": 500, "count": true}), &order).await;
            let whole = rows(&page);
            let mut distinct = whole.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!((whole.len(), distinct.len(), &page["totalCount"]), (list.rows, list.rows, &json!(list.rows)), "{name}");
            // Orders of two terms take longer to tell apart than to get right: one size is enough.
            let sizes = if order.as_array().is_some_and(|terms| terms.len() > 1) { &SIZES[1..2] } else { &SIZES };
            for &size in sizes {
                assert_eq!(forward(app, &query, &order, size).await, whole, "{name} forward by {size}");
                assert_eq!(backward(app, &query, &order, size).await, whole, "{name} backward by {size}");
            }
            found.push((list, order, whole));
        }
    }
    found
}

#[tokio::test]
async fn pages_of_any_size_make_the_whole_list_on_sqlite() {
    let app = TestApp::with(Backend::Sqlite, World::Ties).await;
    check(&app).await;
}

#[tokio::test]
async fn pages_make_the_same_lists_on_postgres() {
    if !Backend::all().await.contains(&Backend::Postgres) {
        return;
    }
    let sqlite = TestApp::with(Backend::Sqlite, World::Ties).await;
    let postgres = TestApp::with(Backend::Postgres, World::Ties).await;
    for (list, order, whole) in check(&postgres).await {
        let page = page(&sqlite, &list.query(), json!({"first": 500}), &order).await;
        assert_eq!(rows(&page), whole, "{} {order}: the databases differ", list.field);
    }
}

#[tokio::test]
async fn names_sort_as_finnish_does() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Ties).await;
        let data = app.data("{ municipalities(orderBy: [{field: NAME}]) { nodes { name } } }", json!({})).await;
        let names: Vec<_> =
            data["municipalities"]["nodes"].as_array().unwrap().iter().map(|node| node["name"].as_str().unwrap()).collect();
        let expected =
            ["aura", "Aura", "Iin Ämmä", "Oulu", "Oulu", "Virrat", "Wirrat", "Zürich", "Åbo", "Åbo", "Ähtäri", "Ääri", "Öja"];
        assert_eq!(names, expected, "{backend:?}");
    }
}

#[tokio::test]
async fn pages_of_findings_go_on_from_rule_to_rule() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Small).await;
        for arguments in ["", ", severity: [WARNING, INFO], nouns: [MUNICIPALITY, SERVICE_POINT]"] {
            let list = List { field: "findings", key: "rule detail record { id }", order: "", fields: &[""], arguments, rows: 0 };
            findings_go_on(&app, &list.query()).await;
        }
    }
}

async fn findings_go_on(app: &TestApp, query: &str) {
    let order = Value::Null;
    let page = page(app, query, json!({"first": 500, "count": true}), &order).await;
    let whole = rows(&page);
    assert_eq!(page["totalCount"], json!(whole.len()), "{query}");
    for rule in ["UNCITED", "AMBIGUOUS_VALUE"] {
        assert!(whole.iter().any(|row| row.contains(rule)), "{whole:?}");
    }
    for size in SIZES {
        assert_eq!(forward(app, query, &order, size).await, whole, "{query} forward by {size}");
        assert_eq!(backward(app, query, &order, size).await, whole, "{query} backward by {size}");
    }
}

#[tokio::test]
async fn pages_of_facts_go_through_a_document_slide_by_slide() {
    let query = "query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { sourceDocument(id: $id) {
        facts(first: $first, after: $after, last: $last, before: $before) {
            totalCount nodes { locator field record { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        } } }";
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Dataset).await;
        let id = world::id(entity::Noun::SourceDocument, "SEUTU-SOURCE", "S3");
        let facts = async |mut arguments: Value| {
            arguments["id"] = json!(id);
            app.data(query, arguments).await["sourceDocument"]["facts"].take()
        };
        let whole = facts(json!({"first": 500})).await;
        let all = whole["nodes"].as_array().unwrap();
        assert_eq!(whole["totalCount"], json!(all.len()));
        let slide = |fact: &Value| fact["locator"].as_str()?.strip_prefix('s')?.split('-').next()?.parse::<u32>().ok();
        let slides: Vec<u32> = all.iter().map_while(slide).collect();
        assert!(slides.is_sorted() && slides.last() > Some(&10), "{slides:?}");
        assert!(all[slides.len()..].iter().all(|fact| fact["locator"].is_null()), "{backend:?}");
        for size in [11, 60] {
            let (mut ahead, mut after) = (Vec::new(), Value::Null);
            let (mut back, mut before) = (Vec::new(), Value::Null);
            while ahead.len() < all.len() {
                let page = facts(json!({"first": size, "after": after})).await;
                ahead.extend(page["nodes"].as_array().unwrap().clone());
                assert_eq!(page["pageInfo"]["hasNextPage"], json!(ahead.len() < all.len()));
                after = page["pageInfo"]["endCursor"].clone();
                let page = facts(json!({"last": size, "before": before})).await;
                back.splice(0..0, page["nodes"].as_array().unwrap().clone());
                before = page["pageInfo"]["startCursor"].clone();
            }
            assert_eq!((&ahead, &back), (all, all), "{backend:?} by {size}");
        }
    }
}

/// Sort fields of each order in the published schema.
fn published() -> Vec<(String, Vec<String>)> {
    let sdl = api::graphql::schema::sdl();
    let enums = sdl.split("\nenum ").skip(1).filter_map(|text| text.split_once(" {"));
    let orders = enums.filter(|(name, _)| name.ends_with("OrderField"));
    let values = |body: &str| {
        let body = body.split('}').next().unwrap_or_default();
        let word =
            |line: &str| (!line.is_empty() && line.chars().all(|c| c.is_ascii_uppercase() || c == '_')).then(|| line.to_owned());
        body.lines().filter_map(|line| word(line.trim())).collect()
    };
    orders.map(|(name, body)| (name.trim_end_matches("Field").to_owned(), values(body))).collect()
}

#[test]
fn every_order_of_the_schema_is_paged() {
    let orders = published();
    assert!(orders.len() > 15, "{orders:?}");
    for (order, fields) in orders {
        for field in fields.iter().filter(|field| !SHARED.contains(&field.as_str())) {
            let paged = LISTS.iter().any(|list| list.order == order && list.fields.contains(&field.as_str()));
            assert!(paged, "no list of this test is sorted by {field} of {order}");
        }
    }
}

#[tokio::test]
async fn vocabularies_sort_as_they_are_declared() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Ties).await;
        let query = "{ up: contracts(orderBy: [{field: TIER}]) { nodes { tier } }
            down: contracts(orderBy: [{field: TIER, direction: DESC}]) { nodes { tier } } }";
        let data = app.data(query, json!({})).await;
        for (list, declared) in [
            ("up", ["STRATEGIC_SERVICE", "STRATEGIC_PRODUCTION", "OPERATIONAL_PRODUCTION"]),
            ("down", ["OPERATIONAL_PRODUCTION", "STRATEGIC_PRODUCTION", "STRATEGIC_SERVICE"]),
        ] {
            let mut tiers: Vec<_> =
                data[list]["nodes"].as_array().unwrap().iter().map(|node| node["tier"].as_str().unwrap()).collect();
            tiers.dedup();
            assert_eq!(tiers, declared, "{backend:?}");
        }
    }
}
