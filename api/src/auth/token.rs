//! JSON Web Tokens: HS256 with a secret, or RS256, ES256 and EdDSA with the public keys of a JWKS file.

use std::path::Path;

use jsonwebtoken::jwk::{AlgorithmParameters, Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};

use super::Viewer;
use crate::{Error, Result};

/// What a token says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claims {
    /// Who it is for.
    pub sub: String,
    /// Until when, seconds since 1970.
    pub exp: u64,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iss: Option<String>,
    /// For which service. Not read: a token may name one or many (RFC 7519), which its validation knows.
    #[serde(default, skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub aud: Option<String>,
    /// Scopes, separated by spaces.
    #[serde(default)]
    pub scope: String,
    /// Organizations that writes are limited to.
    #[serde(default)]
    pub organizations: Vec<String>,
}

/// Checks tokens.
#[derive(Default)]
pub struct Verifier {
    secret: Option<DecodingKey>,
    keys: Option<JwkSet>,
    issuer: Option<String>,
    audience: Option<String>,
}

/// Seconds by which clocks may differ.
const LEEWAY: u64 = 30;

impl Verifier {
    /// A verifier. Without secret and keys every token is refused.
    ///
    /// # Errors
    /// When the secret is too short, or the JWKS file cannot be read or holds no key that can be used.
    pub fn new(
        secret: Option<&str>,
        jwks: Option<&Path>,
        issuer: Option<String>,
        audience: Option<String>,
    ) -> std::result::Result<Self, String> {
        secret.map_or(Ok(()), check_secret)?;
        let keys = jwks.map(read_keys).transpose()?;
        Ok(Self { secret: secret.map(|secret| DecodingKey::from_secret(secret.as_bytes())), keys, issuer, audience })
    }

    /// The viewer that an `Authorization` header names; anonymous without one.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] for anything but a valid bearer token.
    pub fn viewer(&self, header: Option<&str>) -> Result<Viewer> {
        let Some(header) = header else { return Ok(Viewer::default()) };
        let refuse = |why: &str| Error::Unauthenticated(why.to_owned());
        let token = header.strip_prefix("Bearer ").or_else(|| header.strip_prefix("bearer "));
        let token = token.map(str::trim).ok_or_else(|| refuse("Authorization must be a bearer token"))?;
        let claims = self.claims(token).ok_or_else(|| refuse("the token is not valid here, or has expired"))?;
        Ok(Viewer {
            subject: Some(claims.sub),
            scopes: claims.scope.split_whitespace().map(str::to_owned).collect(),
            organizations: claims.organizations,
        })
    }

    fn claims(&self, token: &str) -> Option<Claims> {
        let header = decode_header(token).ok()?;
        let key = match header.alg {
            Algorithm::HS256 => self.secret.clone()?,
            Algorithm::RS256 | Algorithm::ES256 | Algorithm::EdDSA => self.public_key(header.kid.as_deref())?,
            _ => return None,
        };
        let mut validation = Validation::new(header.alg);
        validation.leeway = LEEWAY;
        validation.validate_nbf = true;
        let mut required = vec!["exp", "sub"];
        if let Some(issuer) = &self.issuer {
            validation.set_issuer(&[issuer]);
            required.push("iss");
        }
        match &self.audience {
            Some(audience) => {
                validation.set_audience(&[audience]);
                required.push("aud");
            }
            None => validation.validate_aud = false,
        }
        validation.set_required_spec_claims(&required);
        decode::<Claims>(token, &key, &validation).ok().map(|token| token.claims)
    }

    /// The public key a token names; the only one when it names none.
    fn public_key(&self, kid: Option<&str>) -> Option<DecodingKey> {
        let keys = self.keys.as_ref()?;
        let key = match kid {
            Some(kid) => keys.find(kid)?,
            None if keys.keys.len() == 1 => keys.keys.first()?,
            None => return None,
        };
        DecodingKey::from_jwk(key).ok()
    }
}

/// Shortest secret: as long as what HS256 makes of it (RFC 7518, 3.2).
const SHORTEST: usize = 32;

/// Refuses a secret that could be guessed.
///
/// # Errors
/// What is wrong, and what to do.
pub fn check_secret(secret: &str) -> std::result::Result<(), String> {
    match secret.len() {
        SHORTEST.. => Ok(()),
        short => Err(format!(
            "--jwt-secret (SEUTU_JWT_SECRET): the secret has {short} bytes, HS256 wants {SHORTEST} or more: make one with `openssl rand -base64 32`"
        )),
    }
}

fn read_keys(path: &Path) -> std::result::Result<JwkSet, String> {
    let wrong = |what: String| format!("--jwks (SEUTU_JWKS) {}: {what}", path.display());
    let text = std::fs::read_to_string(path)
        .map_err(|error| wrong(format!("{error}: name a file with the public keys of those who sign tokens")))?;
    let keys: JwkSet = serde_json::from_str(&text)
        .map_err(|error| wrong(format!("this is not a JSON Web Key Set, {{\"keys\": [..]}}: {error}")))?;
    let public = |key: &Jwk| !matches!(key.algorithm, AlgorithmParameters::OctetKey(_)) && DecodingKey::from_jwk(key).is_ok();
    if keys.keys.iter().any(public) {
        Ok(keys)
    } else {
        Err(wrong("no public key for RS256, ES256 or EdDSA is in it: add one".to_owned()))
    }
}

/// A token signed with a secret, for development.
///
/// # Errors
/// When it cannot be signed.
pub fn mint(secret: &str, claims: &Claims) -> std::result::Result<String, String> {
    encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(secret.as_bytes()))
        .map_err(|error| error.to_string())
}
