//! Pages for people and the schema as text. The page at `/` is built from `web/` and embedded; without it there is a plain
//! one with the examples.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::read::GzDecoder;
use rust_embed::Embed;

use super::{App, etag, example};

/// What `npm run build` wrote when this binary was compiled; nothing where it did not run.
#[derive(Embed)]
#[folder = "../web/dist/page"]
#[allow_missing = true]
struct Built;

/// Everything comes from here. The editor of the explorer writes its styles as it goes, hence `unsafe-inline` for styles alone.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
    connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Names of files under `assets/` hold a hash of their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The page: its first document, and the files that document names.
pub struct Page {
    index: Bytes,
    etag: String,
    assets: HashMap<String, Asset>,
}

/// A file as it is kept: text compressed, the rest as it is.
struct Asset {
    bytes: Bytes,
    gzip: bool,
    media: &'static str,
}

impl Page {
    /// The page of this binary.
    #[must_use]
    pub fn built() -> Self {
        Self::of(Built::iter().filter_map(|path| Some((path.to_string(), Built::get(&path)?.data))))
    }

    /// A page of these files; without an `index.html` among them, the plain page.
    pub fn of(files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>) -> Self {
        let mut index = None;
        let mut assets = HashMap::new();
        for (path, data) in files {
            let bytes = match data {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => Bytes::from(bytes),
            };
            if path == "index.html" {
                index = Some(bytes);
            } else if let Some(path) = path.strip_prefix("assets/") {
                let (name, gzip) = path.strip_suffix(".gz").map_or((path, false), |name| (name, true));
                assets.insert(name.to_owned(), Asset { bytes, gzip, media: media(name) });
            }
        }
        let index = index.unwrap_or_else(|| Bytes::from(example::plain_page()));
        Self { etag: etag::of(&[&index]), index, assets }
    }

    /// Paths under `assets/` with their media types.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.assets.iter().map(|(path, asset)| (path.as_str(), asset.media))
    }
}

/// Media type by the ending of a name.
fn media(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("ttf") => "font/ttf",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// Routes of the page.
pub fn routes<S: Clone + Send + Sync + 'static>(page: Arc<Page>) -> Router<S> {
    Router::new().route("/", get(index)).route("/assets/{*path}", get(asset)).with_state(page)
}

/// Headers of whatever a browser may show as a page.
fn guarded(response: impl IntoResponse) -> Response {
    let mut response = response.into_response();
    for (name, value) in [(header::CONTENT_SECURITY_POLICY, POLICY), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn index(State(page): State<Arc<Page>>, headers: HeaderMap) -> Response {
    let cached: [(HeaderName, &str); 2] = [(header::ETAG, &page.etag), (header::CACHE_CONTROL, "no-cache")];
    if etag::matches(&headers, &page.etag) {
        return guarded((StatusCode::NOT_MODIFIED, cached));
    }
    guarded((cached, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.index.clone()))
}

async fn asset(State(page): State<Arc<Page>>, Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = page.assets.get(&path) else { return guarded(not_found().await) };
    let fixed = [(header::CONTENT_TYPE, asset.media), (header::CACHE_CONTROL, FOR_EVER)];
    if !asset.gzip {
        return guarded((fixed, asset.bytes.clone()));
    }
    let varies = [(header::VARY, "accept-encoding")];
    if takes_gzip(&headers) {
        return guarded((fixed, varies, [(header::CONTENT_ENCODING, "gzip")], asset.bytes.clone()));
    }
    let mut plain = Vec::new();
    match GzDecoder::new(asset.bytes.as_ref()).read_to_end(&mut plain) {
        Ok(_) => guarded((fixed, varies, plain)),
        Err(error) => {
            tracing::error!(%path, %error, "a file of the page is broken");
            guarded(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Whether the client takes gzip: named, and not with the weight zero.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING);
    accepted.iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|coding| {
        let (name, parameters) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = parameters.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok()).unwrap_or(1.0);
        name.trim().eq_ignore_ascii_case("gzip") && weight > 0.0
    })
}

/// The schema in the schema definition language.
pub async fn sdl(State(app): State<Arc<App>>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], app.sdl.clone())
}

/// Anything else.
pub async fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "nothing here: the API is at /graphql, a page for people at /\n").into_response()
}
