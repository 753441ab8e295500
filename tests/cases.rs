//! Runs every case: a query under `cases/<noun>/`, an acceptance question under `acceptance/`, or a question to the
//! built-in dataset under `dataset/`, its answer and the number of SQL statements beside it. The ready examples of
//! `examples/queries/` are run in the same way; their answers are in `examples/` here.
//!
//! Lines that begin a case with `#` say what it shows and how it is sent: `as`, `accept-language`, `variables`.
//! A variable `@MUNICIPALITY FI-KUNTA 398` stands for the opaque id of that record. `statements: vary` is for several root
//! fields that load single records: they run side by side, and what they ask for at the same moment is one statement.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use axum::http::HeaderValue;
use entity::{Noun, Term};
use serde_json::{Value, json};

use crate::support::world::World;
use crate::support::{Answer, Backend, Caller, TestApp, app, path, updating, world};

struct Case {
    caller: Caller,
    language: Option<String>,
    statements_vary: bool,
    body: String,
}

fn read(file: &Path) -> Case {
    let text = std::fs::read_to_string(file).unwrap();
    let mut case = Case { caller: Caller::Anonymous, language: None, statements_vary: false, body: String::new() };
    let mut variables = json!({});
    for line in text.lines().take_while(|line| line.starts_with('#')) {
        let Some((name, value)) = line.trim_start_matches('#').trim().split_once(": ") else { continue };
        match name {
            "as" => case.caller = Caller::named(value),
            "accept-language" => case.language = Some(value.to_owned()),
            "statements" => case.statements_vary = value == "vary",
            "variables" => variables = serde_json::from_str(value).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
            _ => {}
        }
    }
    name_ids(&mut variables);
    case.body = json!({ "query": text, "variables": variables }).to_string();
    case
}

/// Puts opaque ids in the place of names of records.
fn name_ids(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(named) = text.strip_prefix('@') {
                let [noun, scheme, code] = named.split(' ').collect::<Vec<_>>()[..] else { panic!("{named} names no record") };
                *text = world::id(Noun::parse(noun).unwrap(), scheme, code);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(name_ids),
        Value::Object(fields) => fields.values_mut().for_each(name_ids),
        _ => {}
    }
}

async fn run(app: &TestApp, case: &Case) -> String {
    let mut request = app::post(case.caller, &case.body);
    if let Some(language) = &case.language {
        request.headers_mut().insert("accept-language", HeaderValue::from_str(language).unwrap());
    }
    shown(&app.send(request).await, case.statements_vary)
}

/// The answer as a snapshot: statements, status if it is not 200, body without what differs from request to request.
fn shown(answer: &Answer, statements_vary: bool) -> String {
    let mut body = answer.json();
    // Root fields run side by side, and errors come in the order in which they happen.
    if let Some(errors) = body["errors"].as_array_mut() {
        errors.sort_by_cached_key(|error| error["path"].to_string());
    }
    for error in body["errors"].as_array_mut().into_iter().flatten() {
        assert!(error["extensions"]["requestId"].is_string(), "{error}");
        error["extensions"]["requestId"] = json!("..");
    }
    if body["errors"].is_null() {
        body.as_object_mut().unwrap().remove("errors");
    }
    let statements = if statements_vary { "vary".to_owned() } else { answer.statements.to_string() };
    let mut shown = format!("statements: {statements}\n");
    if answer.status != 200 {
        writeln!(shown, "status: {}", answer.status.as_u16()).unwrap();
    }
    writeln!(shown, "\n{}", serde_json::to_string_pretty(&body).unwrap()).unwrap();
    shown
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Where two texts part.
fn difference(expected: &str, found: &str) -> String {
    let (mut left, mut right) = (expected.lines(), found.lines());
    for number in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => return format!("line {number}: expected {:?}, found {:?}", a.unwrap_or(""), b.unwrap_or("")),
        }
    }
    "the same".to_owned()
}

/// Runs the cases of a folder on both databases, over a world; their answers are in a folder of snapshots.
async fn check(folder: &Path, snapshots: &Path, world: World) {
    let mut apps = Vec::new();
    for backend in Backend::all().await {
        apps.push((backend, TestApp::with(backend, world).await));
    }
    let mut failures = Vec::new();
    let cases = files(folder, "graphql");
    assert!(!cases.is_empty());
    for file in &cases {
        let case = read(file);
        let name = file.strip_prefix(folder).unwrap();
        let snapshot = snapshots.join(name).with_extension("snap");
        let name = name.display();
        for (backend, app) in &apps {
            let found = run(app, &case).await;
            if updating() && *backend == Backend::Sqlite {
                std::fs::write(&snapshot, &found).unwrap();
            }
            let expected = std::fs::read_to_string(&snapshot).unwrap_or_default();
            if expected != found {
                failures.push(format!("{name} on {backend:?}: {}", difference(&expected, &found)));
            }
        }
    }
    for snapshot in files(snapshots, "snap") {
        let name = snapshot.strip_prefix(snapshots).unwrap();
        if !cases.contains(&folder.join(name).with_extension("graphql")) {
            failures.push(format!("{} has no case", name.display()));
        }
    }
    assert!(failures.is_empty(), "run with SEUTU_UPDATE=1 to accept:\n{}", failures.join("\n"));
}

/// Answers that people are told to expect have no errors.
fn assert_no_errors(snapshots: &Path) {
    for snapshot in files(snapshots, "snap") {
        let shown = std::fs::read_to_string(&snapshot).unwrap();
        assert!(!shown.contains("\n  \"errors\": ["), "{} has errors", snapshot.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_answers_as_written_on_both_databases() {
    check(&path("cases"), &path("cases"), World::Small).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_acceptance_question_is_answered_by_one_operation() {
    check(&path("acceptance"), &path("acceptance"), World::Dataset).await;
    assert_no_errors(&path("acceptance"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_built_in_dataset_answers_as_written_on_both_databases() {
    check(&path("dataset"), &path("dataset"), World::Dataset).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_answers_as_written_on_both_databases() {
    check(&path("../examples/queries"), &path("examples"), World::Dataset).await;
    assert_no_errors(&path("examples"));
}

#[test]
fn every_example_says_what_it_is_and_for_whom() {
    for file in files(&path("../examples/queries"), "graphql") {
        let text = std::fs::read_to_string(&file).unwrap();
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        for start in ["# en: ", "# fi: ", "# sv: "] {
            assert_eq!(head.iter().filter(|line| line.starts_with(start)).count(), 1, "{start} in {}", file.display());
        }
        let whom = head.iter().find_map(|line| line.strip_prefix("# for: ")).unwrap_or_default();
        assert!(["portal", "integrator", "dashboard"].contains(&whom), "{whom:?} in {}", file.display());
        assert_eq!(
            text.lines().filter(|line| line.starts_with("query ")).count(),
            1,
            "one named operation in {}",
            file.display()
        );
    }
}
