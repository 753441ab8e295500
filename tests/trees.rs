//! Trees of contracts: any depth in the same number of statements, within bounds, whatever hangs on what.

use entity::Noun;
use entity::record::Visibility;
use serde_json::{Value, json};
use store::Draft;

use crate::support::world::{self, key, record};
use crate::support::{Backend, Caller, TestApp};

fn contract(value: &str, parent: Option<&str>) -> Draft {
    let draft = record(Noun::Contract, value, value).with("tier", "SINGLE");
    match parent {
        Some(parent) => draft.with("parent_id", key("TEST", parent)),
        None => draft,
    }
}

/// A strategy over two contracts, one of which also stands under the other; a chain of 30; three in a circle; a hidden branch.
fn drafts() -> Vec<Draft> {
    let strategy = key("TEST", "strategy");
    let mut hidden = contract("hidden", Some("a"));
    hidden.visibility = Visibility::Restricted;
    let mut ended = contract("ended", Some("a"));
    ended.to = world::day("2020-01-01");
    let mut all = vec![
        record(Noun::Strategy, "strategy", "Kaupunkistrategia").with("organization_id", key("TEST", "lahti")),
        contract("a", None).with("strategy_id", strategy.clone()),
        contract("b", None).with("strategy_id", strategy.clone()),
        contract("a1", Some("a")).with("strategy_id", strategy),
        contract("a1x", Some("a1")),
        hidden,
        contract("under-hidden", Some("hidden")),
        ended,
        contract("under-ended", Some("ended")),
        contract("circle-1", Some("circle-3")),
        contract("circle-2", Some("circle-1")),
        contract("circle-3", Some("circle-2")),
        contract("tail", Some("circle-2")),
        contract("self", Some("self")),
        contract("chain-0", None),
    ];
    all.extend((1..30).map(|n| contract(&format!("chain-{n}"), Some(&format!("chain-{}", n - 1)))));
    all
}

async fn app(backend: Backend) -> TestApp {
    let app = TestApp::new(backend).await;
    world::write(&app.db, "importer", world::CHANGED, drafts()).await;
    app
}

const TREE: &str = "query ($id: ID!, $depth: Int) { node(id: $id) {
    ... on Contract { contractTree(depth: $depth) { depth parent contract { id name } } }
    ... on Strategy { contractTree(depth: $depth) { depth parent contract { id name } } }
} }";

fn id(noun: Noun, value: &str) -> String {
    world::id(noun, "TEST", value)
}

fn names(answer: &Value) -> Vec<(i64, &str)> {
    let nodes = answer["data"]["node"]["contractTree"].as_array().unwrap_or_else(|| panic!("{answer}"));
    nodes.iter().map(|node| (node["depth"].as_i64().unwrap(), node["contract"]["name"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn a_tree_is_flat_and_in_order() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let answer = app.run(Caller::Anonymous, TREE, json!({"id": id(Noun::Strategy, "strategy"), "depth": 5})).await;
        let tree = answer.json();
        assert_eq!(names(&tree), [(1, "a"), (2, "a1"), (3, "a1x"), (1, "b")], "{backend:?}");
        let nodes = &tree["data"]["node"]["contractTree"];
        assert_eq!((&nodes[0]["parent"], &nodes[1]["parent"]), (&Value::Null, &nodes[0]["contract"]["id"]), "{backend:?}");
        assert_eq!(nodes[2]["parent"], nodes[1]["contract"]["id"]);
        let contract = app.run(Caller::Anonymous, TREE, json!({"id": id(Noun::Contract, "a"), "depth": 1})).await.json();
        assert_eq!(names(&contract), [(1, "a1")], "{backend:?}");
        assert_eq!(contract["data"]["node"]["contractTree"][0]["parent"], id(Noun::Contract, "a"));
        let reader = app.run(Caller::Reader, TREE, json!({"id": id(Noun::Contract, "a"), "depth": 9})).await.json();
        assert_eq!(names(&reader), [(1, "a1"), (2, "a1x"), (1, "hidden"), (2, "under-hidden")], "{backend:?}");
        let leaf = app.run(Caller::Anonymous, TREE, json!({"id": id(Noun::Contract, "b"), "depth": 9})).await.json();
        assert_eq!(names(&leaf), [], "{backend:?}");
    }
}

#[tokio::test]
async fn circles_end() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let tree = async |value: &str| {
            let answer = app.run(Caller::Anonymous, TREE, json!({"id": id(Noun::Contract, value), "depth": 20})).await.json();
            names(&answer).into_iter().map(|(depth, name)| format!("{depth} {name}")).collect::<Vec<_>>()
        };
        assert_eq!(tree("circle-1").await, ["1 circle-2", "2 circle-3", "2 tail"], "{backend:?}");
        assert_eq!(tree("self").await, Vec::<String>::new(), "{backend:?}");
    }
}

#[tokio::test]
async fn depth_is_bounded_and_costs_nothing() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let chain = id(Noun::Contract, "chain-0");
        let mut statements = Vec::new();
        for depth in [1, 7, 20] {
            let answer = app.run(Caller::Anonymous, TREE, json!({"id": chain, "depth": depth})).await;
            assert_eq!(names(&answer.json()).len(), usize::try_from(depth).unwrap(), "{backend:?}");
            statements.push(answer.statements);
        }
        assert_eq!(statements, [4, 4, 4], "{backend:?}");
        for depth in [0, -1, 21, 10_000] {
            let answer = app.run(Caller::Anonymous, TREE, json!({"id": chain, "depth": depth})).await;
            assert_eq!(answer.code(), "BAD_USER_INPUT", "{backend:?} {depth}");
        }
        let many =
            "query ($n: Int) { contracts(first: $n) { nodes { contractTree(depth: 3) { contract { name parent { name } } } } } }";
        let one = app.run(Caller::Anonymous, many, json!({"n": 1})).await;
        let all = app.run(Caller::Anonymous, many, json!({"n": 60})).await;
        assert_eq!((one.code(), all.code()), (String::new(), String::new()), "{}", all.text);
        assert!(one.statements <= all.statements && all.statements <= 4, "{backend:?} {} {}", one.statements, all.statements);
    }
}

#[tokio::test]
async fn a_tree_too_large_is_refused() {
    for backend in Backend::all().await {
        let app = app(backend).await;
        let wide = (0..501).map(|n| contract(&format!("wide-{n}"), Some("b"))).collect();
        world::write(&app.db, "importer", world::CHANGED + 1, wide).await;
        let answer = app.run(Caller::Anonymous, TREE, json!({"id": id(Noun::Contract, "b"), "depth": 1})).await;
        assert_eq!(answer.code(), "PAGE_TOO_LARGE", "{backend:?}: {}", answer.text);
        let sized =
            "query ($id: ID!, $first: Int!) { node(id: $id) { ... on Contract { contractTree(first: $first) { depth } } } }";
        for (first, code) in [(500, "PAGE_TOO_LARGE"), (501, "PAGE_TOO_LARGE"), (0, "PAGE_TOO_LARGE"), (-1, "BAD_USER_INPUT")] {
            let answer = app.run(Caller::Anonymous, sized, json!({"id": id(Noun::Contract, "b"), "first": first})).await;
            assert_eq!(answer.code(), code, "{backend:?} {first}");
        }
    }
}
