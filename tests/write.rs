//! Writing: the same twice changes nothing, each change is one revision, numbers have no gaps, a failed batch leaves nothing.

use entity::revision::{self, Operation};
use entity::{Noun, citation, name, place, record, statement_text};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::json;
use store::Draft;
use store::write::{Outcome, Writer};

use crate::support::world::{self, World};
use crate::support::{Backend, TestApp};

async fn revisions(app: &TestApp) -> Vec<revision::Model> {
    revision::Entity::find().order_by_asc(revision::Column::Sequence).all(&app.db).await.unwrap()
}

async fn upsert(app: &TestApp, drafts: Vec<Draft>) -> store::Result<(Outcome, i64)> {
    let mut writer = Writer::begin(&app.db, "tester", 7).await?;
    match writer.upsert(drafts).await {
        Ok(outcome) => Ok((outcome, writer.commit().await?)),
        Err(error) => {
            writer.rollback().await?;
            Err(error)
        }
    }
}

fn committee(members: &[(&str, &str)]) -> Draft {
    let mut committee = world::record(Noun::Committee, "c", "Hallitus").with("kind", "BOARD");
    for (role, from) in members {
        committee.edge("members", json!({"role": role, "valid_from": from}));
    }
    committee
}

#[tokio::test]
async fn the_same_twice_changes_nothing() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        let drafts = world::small();
        let (first, version) = upsert(&app, drafts.clone()).await.unwrap();
        assert_eq!(first, Outcome { created: drafts.len(), updated: 0, unchanged: 0 });
        let before = revisions(&app).await;
        let (second, again) = upsert(&app, drafts.clone()).await.unwrap();
        assert_eq!((second, again), (Outcome { created: 0, updated: 0, unchanged: drafts.len() }, version), "{backend:?}");
        assert_eq!(revisions(&app).await, before);
    }
}

#[tokio::test]
async fn each_change_is_one_revision_of_the_record_and_one_of_each_edge() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        upsert(&app, vec![committee(&[("CHAIR", "2020-01-01"), ("MEMBER", "2020-01-01")])]).await.unwrap();
        upsert(&app, vec![committee(&[("CHAIR", "2020-01-01"), ("MEMBER", "2021-01-01"), ("MEMBER", "2021-01-01")])])
            .await
            .unwrap();
        let found: Vec<_> =
            revisions(&app).await.into_iter().map(|it| (it.sequence, it.operation, it.kind, it.version, it.actor)).collect();
        let row = |sequence, operation, kind: &str, version| (sequence, operation, kind.to_owned(), version, "tester".to_owned());
        let (mut first, rest) = (found[..3].to_vec(), &found[3..]);
        first.sort_by_key(|it| it.0);
        assert_eq!(
            first,
            [
                row(1, Operation::Create, "COMMITTEE", 1),
                row(2, Operation::Create, "members", 1),
                row(3, Operation::Create, "members", 1)
            ]
        );
        assert_eq!(rest[..2], [row(4, Operation::Update, "COMMITTEE", 2), row(5, Operation::Delete, "members", 2)]);
        assert_eq!(
            rest[2..],
            [row(6, Operation::Create, "members", 2), row(7, Operation::Create, "members", 2)],
            "{backend:?}: one for each of two equal edges"
        );
    }
}

#[tokio::test]
async fn numbers_have_no_gaps_whoever_writes_at_once() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        let writers = (0..20).map(|n| {
            let db = app.db.clone();
            tokio::spawn(async move {
                let mut writer = Writer::begin(&db, &format!("writer {n}"), n).await?;
                writer
                    .upsert(vec![
                        world::record(Noun::Person, &format!("own-{n}"), "Henkilö"),
                        world::record(Noun::Person, &format!("other-{n}"), "Toinen"),
                    ])
                    .await?;
                // Every third gives up.
                if n % 3 == 0 { writer.rollback().await.map(|()| None) } else { writer.commit().await.map(Some) }
            })
        });
        let mut versions = Vec::new();
        for writer in writers.collect::<Vec<_>>() {
            versions.extend(writer.await.unwrap().unwrap());
        }
        versions.sort_unstable();
        assert_eq!(versions, (1..=13).map(|n| n * 2).collect::<Vec<_>>(), "{backend:?}");
        let sequences: Vec<_> = revisions(&app).await.iter().map(|it| it.sequence).collect();
        assert_eq!(sequences, (1..=26).collect::<Vec<_>>());
        assert_eq!(store::revision::data_version(&app.db).await.unwrap(), 26);
        assert_eq!(record::Entity::find().count(&app.db).await.unwrap(), 26);
    }
}

#[tokio::test]
async fn writers_of_the_same_record_come_one_after_the_other() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        upsert(&app, vec![world::record(Noun::Person, "p", "Nimi")]).await.unwrap();
        let writers = (0..10).map(|n| {
            let db = app.db.clone();
            tokio::spawn(async move {
                let mut writer = Writer::begin(&db, "tester", n).await.unwrap();
                writer.upsert(vec![world::record(Noun::Person, "p", &format!("Nimi {n}"))]).await.unwrap();
                writer.commit().await.unwrap();
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let versions: Vec<_> = revisions(&app).await.iter().map(|it| it.version).collect();
        assert_eq!(versions, (1..=11).collect::<Vec<_>>(), "{backend:?}: no change is lost");
        assert_eq!(name::Entity::find().count(&app.db).await.unwrap(), 1, "{backend:?}");
    }
}

#[tokio::test]
async fn a_batch_that_fails_leaves_nothing() {
    let good = || world::record(Noun::Person, "good", "Hyvä");
    let broken = [
        world::record(Noun::Committee, "b", "Ei lajia"),
        world::record(Noun::Committee, "b", "Väärä laji").with("kind", "NOTHING"),
        world::record(Noun::Committee, "b", "Tuntematon")
            .with("kind", "BOARD")
            .with("organization_id", world::key("TEST", "nobody")),
        world::record(Noun::Committee, "b", "Väärä kohde")
            .with("kind", "BOARD")
            .with("organization_id", world::key("TEST", "good")),
        world::record(Noun::Person, "b", "Vieras sarake").with("age", 40),
        good(),
        {
            let mut draft = world::record(Noun::Person, "b", "Vieras luettelo");
            draft.edge("members", json!({"role": "CHAIR"}));
            draft
        },
        {
            let mut draft = world::record(Noun::Person, "b", "Loppu ennen alkua");
            (draft.from, draft.to) = (world::day("2020-01-01"), world::day("2010-01-01"));
            draft
        },
        {
            let mut draft = world::record(Noun::Person, "b", "Kaksi nimeä").named("fi", "Yhtä aikaa");
            draft.names.0[1].from = Some(world::day("2020-01-01"));
            draft
        },
    ];
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        for draft in &broken {
            let error = upsert(&app, vec![good(), draft.clone()]).await.unwrap_err();
            assert!(matches!(error, store::Error::Invalid(_)), "{backend:?} {:?}: {error}", draft.names);
            assert_eq!(record::Entity::find().count(&app.db).await.unwrap(), 0);
            assert_eq!((revisions(&app).await.len(), store::revision::data_version(&app.db).await.unwrap()), (0, 0));
        }
    }
}

#[tokio::test]
async fn what_is_read_back_is_what_was_written() {
    let mut read = Vec::new();
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        upsert(&app, world::small()).await.unwrap();
        let drafts = store::draft::read::all(&app.db).await.unwrap();
        assert_eq!(drafts.len(), world::small().len());
        let copy = TestApp::with(backend, World::Empty).await;
        upsert(&copy, drafts.clone()).await.unwrap();
        assert_eq!(store::draft::read::all(&copy.db).await.unwrap(), drafts, "{backend:?}");
        assert_eq!(upsert(&copy, world::small()).await.unwrap().0.unchanged, drafts.len(), "{backend:?}");
        assert_eq!(revisions(&copy).await.len(), revisions(&app).await.len());
        read.push(drafts);
    }
    assert!(read.windows(2).all(|pair| pair[0] == pair[1]), "both databases read the same");
}

#[tokio::test]
async fn a_record_that_loses_its_place_is_no_longer_near_it() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Empty).await;
        let point = || world::record(Noun::ServicePoint, "p", "Piste").with("kind", "PLACE");
        upsert(&app, vec![point().with("lon", 25.0).with("lat", 61.0)]).await.unwrap();
        assert_eq!(place::Entity::find().count(&app.db).await.unwrap(), 1);
        upsert(&app, vec![point()]).await.unwrap();
        assert_eq!(place::Entity::find().count(&app.db).await.unwrap(), 0, "{backend:?}");
    }
}

#[tokio::test]
async fn a_citation_of_no_field_is_refused() {
    let app = TestApp::with(Backend::Sqlite, World::Empty).await;
    for (field, sound) in [("kind", true), ("memberships", true), ("memberships.role", true), ("validity", true)]
        .into_iter()
        .chain([("members", false), ("person_id", false), ("seat", false), ("memberships.", false), ("", false)])
    {
        let mut draft = committee(&[]);
        draft.edge("citations", json!({"field": field, "certainty": "STATED"}));
        assert_eq!(upsert(&app, vec![draft]).await.is_ok(), sound, "{field:?}");
    }
    let mut plain = committee(&[]);
    plain.edge("citations", json!({"certainty": "STATED", "note": "not in a language"}));
    assert!(upsert(&app, vec![plain]).await.is_err());
}

/// What is derived from citations, statements and names, as far as it does not depend on keys.
async fn derived(app: &TestApp) -> (Vec<(Option<String>, Option<Vec<u8>>)>, Vec<String>, Vec<(String, Vec<u8>, bool)>) {
    let places = citation::Entity::find().order_by_asc(citation::Column::Id).all(&app.db).await.unwrap();
    let texts = statement_text::Entity::find().all(&app.db).await.unwrap();
    let names = name::Entity::find().all(&app.db).await.unwrap();
    let mut texts: Vec<_> = texts.into_iter().map(|row| row.folded).collect();
    let mut names: Vec<_> = names.into_iter().map(|row| (row.folded, row.sort_key, row.sorts)).collect();
    texts.sort();
    names.sort();
    (places.into_iter().map(|row| (row.locator, row.locator_key)).collect(), texts, names)
}

#[tokio::test]
async fn a_database_of_an_older_version_learns_what_is_derived() {
    for backend in Backend::all().await {
        let app = TestApp::with(backend, World::Small).await;
        let written = derived(&app).await;
        assert!(written.0.iter().filter(|(_, key)| key.is_some()).count() > 4, "{written:?}");
        assert!(written.0.iter().all(|(locator, key)| locator.is_some() == key.is_some()), "{written:?}");
        assert!(written.1.contains(&"lahipalvelut sailyvat kylissa".to_owned()), "{written:?}");
        let none = Expr::val(None::<Vec<u8>>);
        citation::Entity::update_many().col_expr(citation::Column::LocatorKey, none).exec(&app.db).await.unwrap();
        statement_text::Entity::delete_many().exec(&app.db).await.unwrap();
        let unnamed = name::Column::Folded.starts_with("lahipalvelut").or(name::Column::Folded.starts_with("narservice"));
        assert_eq!(name::Entity::delete_many().filter(unnamed).exec(&app.db).await.unwrap().rows_affected, 3);
        store::db::migrate(&app.db).await.unwrap();
        assert_eq!(derived(&app).await, written, "{backend:?}");
        store::db::migrate(&app.db).await.unwrap();
        assert_eq!(derived(&app).await, written, "{backend:?}");
    }
}
