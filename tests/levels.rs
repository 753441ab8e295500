//! Lists inside lists: they page as lists do, each parent on its own, and take one statement a level however many parents.

use serde_json::{Value, json};

use crate::support::world::{BULK, World};
use crate::support::{Backend, Caller, TestApp};

fn codes(list: &Value) -> Vec<&str> {
    list["nodes"].as_array().unwrap().iter().map(|node| node["code"].as_str().unwrap()).collect()
}

const ORDERS: [&str; 6] = [
    "[]",
    "[{field: NAME}]",
    "[{field: NAME, direction: DESC}]",
    "[{field: LON}, {field: CODE, direction: DESC}]",
    "[{field: LAT, direction: DESC}]",
    "[{field: VALID_TO, direction: DESC}]",
];

#[tokio::test]
async fn each_parent_pages_its_own_children() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Ties).await;
        for order in ORDERS {
            let whole = format!(
                "{{ regions {{ nodes {{ id municipalities(orderBy: {order}, first: 500) {{ nodes {{ code }} totalCount }} }} }} }}"
            );
            let whole = app.data(&whole, json!({})).await;
            for size in [1, 2, 3, 7] {
                let query = format!(
                    "{{ regions {{ nodes {{
                        start: municipalities(orderBy: {order}, first: {size}) {{ nodes {{ code }} pageInfo {{ hasNextPage hasPreviousPage }} }}
                        end: municipalities(orderBy: {order}, last: {size}) {{ nodes {{ code }} pageInfo {{ hasNextPage hasPreviousPage }} }}
                    }} }} }}"
                );
                let parts = app.data(&query, json!({})).await;
                let regions = whole["regions"]["nodes"].as_array().unwrap();
                for (region, part) in regions.iter().zip(parts["regions"]["nodes"].as_array().unwrap()) {
                    let all = codes(&region["municipalities"]);
                    let short = all.len().min(size);
                    assert_eq!(region["municipalities"]["totalCount"], json!(all.len()));
                    assert_eq!(codes(&part["start"]), all[..short], "{backend:?} {order} {size}");
                    assert_eq!(codes(&part["end"]), all[all.len() - short..], "{backend:?} {order} {size}");
                    let more = json!(all.len() > size);
                    assert_eq!(part["start"]["pageInfo"], json!({"hasNextPage": more, "hasPreviousPage": false}));
                    assert_eq!(part["end"]["pageInfo"], json!({"hasNextPage": false, "hasPreviousPage": more}));
                }
            }
        }
    }
}

#[tokio::test]
async fn cursors_go_on_inside_a_parent() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Ties).await;
        for (code, order) in [("012", "[{field: NAME}]"), ("007", "[{field: LON, direction: DESC}]"), ("003", "[]")] {
            let query = format!(
                "query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {{ region(id: $id) {{
                    municipalities(orderBy: {order}, first: $first, after: $after, last: $last, before: $before) {{
                        nodes {{ code }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
                    }} }} }}"
            );
            let id = crate::support::world::id(entity::Noun::Region, "FI-MAAKUNTA", code);
            let list = async |arguments: Value| {
                let mut variables = arguments;
                variables["id"] = json!(id);
                app.data(&query, variables).await["region"]["municipalities"].take()
            };
            let whole = list(json!({"first": 100})).await;
            for size in [1, 2, 3] {
                let (mut ahead, mut after): (Vec<String>, _) = (Vec::new(), Value::Null);
                let (mut back, mut before): (Vec<String>, _) = (Vec::new(), Value::Null);
                while ahead.len() < codes(&whole).len() {
                    let page = list(json!({"first": size, "after": after})).await;
                    assert!(!codes(&page).is_empty());
                    ahead.extend(codes(&page).into_iter().map(str::to_owned));
                    assert_eq!(page["pageInfo"]["hasNextPage"], json!(ahead.len() < codes(&whole).len()));
                    after = page["pageInfo"]["endCursor"].clone();
                    let page = list(json!({"last": size, "before": before})).await;
                    back.splice(0..0, codes(&page).into_iter().map(str::to_owned));
                    before = page["pageInfo"]["startCursor"].clone();
                }
                assert_eq!(ahead, codes(&whole), "{backend:?} {order} forward by {size}");
                assert_eq!(back, codes(&whole), "{backend:?} {order} backward by {size}");
            }
        }
    }
}

const LEVELS: &str = "query ($n: Int) { municipalities(first: $n, orderBy: [{field: CODE}]) { totalCount nodes {
    name identifiers { value } history(first: 1) { sequence } citations { certainty } memberships { region { name } }
    successors { name } changes { name } organization { name committees(first: 1) { nodes { name } } }
    regions(first: 1) { nodes { name municipalities(first: 1) { nodes { name } totalCount } } }
    organizations(first: 2) { nodes { name municipality { name } parent { name } } }
    committees(first: 2) { nodes { name memberships { role } children(first: 2) { nodes { name parent { name organization { name } } } totalCount } } }
    servicePoints(first: 2) { nodes { name municipality { name } services(first: 2) { nodes { name servicePoints(first: 1) { nodes { name } } } } } }
    observations(first: 1) { nodes { value indicator { code } subject { name } } totalCount }
} } }";

#[tokio::test]
async fn statements_do_not_grow_with_the_number_of_parents() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Bulk).await;
        let two = app.run(Caller::Anonymous, LEVELS, json!({"n": 2})).await;
        let many = app.run(Caller::Anonymous, LEVELS, json!({"n": 200})).await;
        assert_eq!((two.code(), many.code()), (String::new(), String::new()), "{}", many.text);
        assert_eq!(many.json()["data"]["municipalities"]["nodes"].as_array().unwrap().len(), 200);
        assert_eq!(many.json()["data"]["municipalities"]["totalCount"], BULK);
        assert_eq!(two.statements, many.statements, "{backend:?}");
        let last = &many.json()["data"]["municipalities"]["nodes"][199];
        assert_eq!(last["committees"]["nodes"][0]["children"]["nodes"][0]["name"], "Jaosto");
        assert_eq!(last["servicePoints"]["nodes"][1]["services"]["nodes"][0]["name"], "Palvelu");
        assert_eq!(last["observations"]["nodes"][0]["indicator"]["code"], "many");
    }
}

#[tokio::test]
async fn a_root_list_is_one_statement_and_its_count_another() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Bulk).await;
        for (selection, statements) in
            [("nodes { name }", 1), ("totalCount", 1), ("nodes { name } totalCount pageInfo { endCursor }", 2), ("__typename", 0)]
        {
            let answer = app.run(Caller::Anonymous, &format!("{{ municipalities {{ {selection} }} }}"), json!({})).await;
            assert_eq!(answer.statements, statements, "{backend:?} {selection}");
        }
    }
}
