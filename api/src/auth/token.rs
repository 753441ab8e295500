//! JSON Web Tokens: HS256 with a secret, or RS256, ES256 and EdDSA with the public keys of a JWKS file.

use std::path::Path;

use jsonwebtoken::jwk::JwkSet;
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
    /// When the JWKS file cannot be read.
    pub fn new(
        secret: Option<&str>,
        jwks: Option<&Path>,
        issuer: Option<String>,
        audience: Option<String>,
    ) -> std::result::Result<Self, String> {
        let keys = match jwks {
            None => None,
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
                Some(
                    serde_json::from_str(&text)
                        .map_err(|error| format!("{}: not a JSON Web Key Set: {error}", path.display()))?,
                )
            }
        };
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

/// A token signed with a secret, for development.
///
/// # Errors
/// When it cannot be signed.
pub fn mint(secret: &str, claims: &Claims) -> std::result::Result<String, String> {
    encode(&Header::new(Algorithm::HS256), claims, &EncodingKey::from_secret(secret.as_bytes()))
        .map_err(|error| error.to_string())
}
