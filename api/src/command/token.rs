//! `seutu token`.

use std::time::{SystemTime, UNIX_EPOCH};

use super::Failure;
use crate::auth::token::{Claims, check_secret, mint};

/// Prints a token for development.
pub fn run(
    secret: Option<&str>,
    subject: String,
    scope: &[String],
    organizations: Vec<String>,
    hours: u64,
) -> Result<(), Failure> {
    let secret = secret.ok_or("name the server's secret with --jwt-secret or SEUTU_JWT_SECRET")?;
    check_secret(secret)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?.as_secs();
    let exp = now + hours * 3600;
    let claims = Claims { sub: subject, exp, iss: None, aud: None, scope: scope.join(" "), organizations };
    println!("{}", mint(secret, &claims)?);
    Ok(())
}
