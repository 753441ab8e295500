//! The page at `/`, built and not built: the same result whether this clone has a built page or not.

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use api::http::page::{Page, routes};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use flate2::Compression;
use flate2::write::GzEncoder;
use tower::ServiceExt;

use crate::support::app::Answer;

const SCRIPT: &str = "export const answer = 42;";

fn file(path: &str, data: &[u8]) -> (String, Cow<'static, [u8]>) {
    (path.to_owned(), Cow::Owned(data.to_vec()))
}

fn built() -> Router {
    let mut script = GzEncoder::new(Vec::new(), Compression::fast());
    script.write_all(SCRIPT.as_bytes()).unwrap();
    let files = [
        file("index.html", b"<!doctype html><title>built</title>"),
        file("assets/main-0a.js.gz", &script.finish().unwrap()),
        file("assets/broken-0b.css.gz", b"no gzip"),
        file("assets/letters-0c.ttf", &[0, 1, 2]),
    ];
    routes(Arc::new(Page::of(files)))
}

async fn get(router: &Router, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (parts, body) = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap().into_parts();
    let text = String::from_utf8_lossy(&to_bytes(body, usize::MAX).await.unwrap()).into_owned();
    Answer { status: parts.status, headers: parts.headers, text, statements: 0 }
}

#[tokio::test]
async fn without_a_built_page_there_is_a_plain_one_with_the_examples() {
    let page = routes(Arc::new(Page::of([])));
    let answer = get(&page, "/", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(answer.text.contains("<h1>seutu</h1>") && answer.text.contains("<form action=\"graphql\">"));
    assert!(!answer.text.contains("<script"));
    assert_eq!(get(&page, "/assets/main-0a.js", &[]).await.status, 404);
}

#[tokio::test]
async fn the_first_document_is_asked_for_each_time_and_sent_once() {
    let page = built();
    let answer = get(&page, "/", &[]).await;
    assert!(answer.text.contains("<title>built</title>"));
    assert_eq!(answer.header("cache-control"), "no-cache");
    let tag = answer.header("etag").to_owned();
    let again = get(&page, "/", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.text.as_str(), again.header("etag")), (304, "", tag.as_str()));
    assert_eq!(get(&page, "/", &[("if-none-match", "\"other\"")]).await.status, 200);
    let plain = get(&routes(Arc::new(Page::of([]))), "/", &[]).await;
    assert_ne!(plain.header("etag"), tag);
}

#[tokio::test]
async fn files_are_kept_for_ever_and_decompressed_for_those_who_need_it() {
    let page = built();
    for (accept, coded) in [("br, gzip;q=0.5", true), ("GZIP", true), ("gzip;q=0", false), ("br", false), ("", false)] {
        let answer = get(&page, "/assets/main-0a.js", &[("accept-encoding", accept)]).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!((answer.header("vary"), answer.header("content-encoding") == "gzip"), ("accept-encoding", coded), "{accept}");
        assert_eq!(answer.text == SCRIPT, !coded, "{accept}");
    }
    let letters = get(&page, "/assets/letters-0c.ttf", &[]).await;
    assert_eq!((letters.header("content-type"), letters.header("content-encoding")), ("font/ttf", ""));
    assert_eq!(get(&page, "/assets/broken-0b.css", &[]).await.status, 500);
}

#[tokio::test]
async fn nothing_but_the_files_is_found_and_all_is_guarded() {
    let page = built();
    for (path, status) in [
        ("/", 200),
        ("/assets/main-0a.js", 200),
        ("/assets/main-0a.js.gz", 404),
        ("/assets/../index.html", 404),
        ("/assets/%2e%2e/index.html", 404),
        ("/assets/%00", 404),
    ] {
        let answer = get(&page, path, &[]).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self';") && !policy.contains("http"), "{path}: {policy}");
    }
}

#[test]
fn every_file_of_the_built_page_has_a_media_type() {
    let page = Page::built();
    for (path, media) in page.assets() {
        assert_ne!(media, "application/octet-stream", "{path}");
    }
}
