//! Tokens: signed with the secret or with a key of the JWKS file, in time, by the issuer, for this service.

use std::path::PathBuf;

use api::auth::token::{Claims, mint};
use api::auth::{Verifier, Viewer};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

use crate::support::caller::{SECRET, claims, now};
use crate::support::path;

fn key(name: &str) -> PathBuf {
    path("support/keys").join(name)
}

fn signed(algorithm: Algorithm, kid: Option<&str>, claims: &Value) -> String {
    let key = |name| std::fs::read(key(name)).unwrap();
    let encoding = match algorithm {
        Algorithm::EdDSA => EncodingKey::from_ed_pem(&key("ed25519.pem")).unwrap(),
        Algorithm::RS256 | Algorithm::RS512 => EncodingKey::from_rsa_pem(&key("rsa.pem")).unwrap(),
        _ => EncodingKey::from_secret(SECRET.as_bytes()),
    };
    let mut header = Header::new(algorithm);
    header.kid = kid.map(str::to_owned);
    encode(&header, claims, &encoding).unwrap()
}

fn viewer(verifier: &Verifier, token: &str) -> Option<Viewer> {
    verifier.viewer(Some(&format!("Bearer {token}"))).ok()
}

fn body() -> Value {
    json!({"sub": "someone", "exp": now() + 600, "scope": "read:restricted write"})
}

#[test]
fn a_secret_signs_what_a_viewer_may() {
    let verifier = Verifier::new(Some(SECRET), None, None, None).unwrap();
    let claims = Claims { organizations: vec!["o".to_owned()], ..claims("read:restricted write") };
    let viewer = viewer(&verifier, &mint(SECRET, &claims).unwrap()).unwrap();
    assert!(viewer.has("write") && viewer.reads_restricted() && !viewer.has("admin"));
    assert_eq!((viewer.subject.as_deref(), viewer.organizations.as_slice()), (Some("tester"), ["o".to_owned()].as_slice()));
    assert_eq!(verifier.viewer(None).unwrap(), Viewer::default());
}

#[test]
fn an_administrator_may_all() {
    let verifier = Verifier::new(Some(SECRET), None, None, None).unwrap();
    let viewer = viewer(&verifier, &mint(SECRET, &claims("admin")).unwrap()).unwrap();
    assert!(viewer.has("write") && viewer.reads_restricted());
}

#[test]
fn keys_of_the_jwks_file_sign_by_their_names() {
    let verifier = Verifier::new(None, Some(&key("jwks.json")), None, None).unwrap();
    for (algorithm, kid) in [(Algorithm::EdDSA, "ed"), (Algorithm::RS256, "rsa")] {
        let viewer = viewer(&verifier, &signed(algorithm, Some(kid), &body())).unwrap();
        assert!(viewer.reads_restricted(), "{algorithm:?}");
    }
    for (algorithm, kid) in [
        (Algorithm::EdDSA, Some("rsa")),
        (Algorithm::RS256, Some("ed")),
        (Algorithm::EdDSA, Some("other")),
        (Algorithm::EdDSA, None),
        (Algorithm::RS512, Some("rsa")),
        (Algorithm::HS256, Some("ed")),
        (Algorithm::HS256, None),
    ] {
        assert_eq!(viewer(&verifier, &signed(algorithm, kid, &body())), None, "{algorithm:?} {kid:?}");
    }
}

#[test]
fn a_public_key_is_no_secret() {
    let verifier = Verifier::new(None, Some(&key("jwks.json")), None, None).unwrap();
    let public = std::fs::read_to_string(key("jwks.json")).unwrap();
    let mut header = Header::new(Algorithm::HS256);
    header.kid = Some("rsa".to_owned());
    let forged = encode(&header, &body(), &EncodingKey::from_secret(public.as_bytes())).unwrap();
    assert_eq!(viewer(&verifier, &forged), None);
}

#[test]
fn times_are_kept_with_half_a_minute_of_grace() {
    let verifier = Verifier::new(Some(SECRET), None, None, None).unwrap();
    let with = |name: &str, value: Value| {
        let mut body = body();
        body[name] = value;
        viewer(&verifier, &signed(Algorithm::HS256, None, &body)).is_some()
    };
    assert!(with("exp", json!(now() - 10)) && with("nbf", json!(now() + 10)));
    assert!(!with("exp", json!(now() - 60)) && !with("nbf", json!(now() + 60)));
    assert!(!with("exp", Value::Null) && !with("sub", Value::Null));
}

#[test]
fn issuer_and_audience_must_be_named_where_they_are_asked_for() {
    let verifier = Verifier::new(Some(SECRET), None, Some("us".to_owned()), Some("seutu".to_owned())).unwrap();
    let with = |iss: Value, aud: Value| {
        let mut body = body();
        (body["iss"], body["aud"]) = (iss, aud);
        viewer(&verifier, &signed(Algorithm::HS256, None, &body)).is_some()
    };
    assert!(with(json!("us"), json!("seutu")));
    assert!(!with(json!("them"), json!("seutu")) && !with(json!("us"), json!("other")));
    assert!(!with(Value::Null, json!("seutu")) && !with(json!("us"), Value::Null));
    // RFC 7519: an audience may be a list.
    assert!(with(json!("us"), json!(["other", "seutu"])));
}

#[test]
fn without_secret_and_keys_every_token_is_refused() {
    let verifier = Verifier::default();
    assert_eq!(viewer(&verifier, &mint(SECRET, &claims("admin")).unwrap()), None);
    assert_eq!(
        viewer(
            &Verifier::new(Some("another secret, as long as it must be"), None, None, None).unwrap(),
            &mint(SECRET, &claims("admin")).unwrap()
        ),
        None
    );
}
