//! Which form and which languages the client takes.

use axum::http::{HeaderMap, header};

use crate::graphql::text::is_tag;

/// Media type of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/json`: errors of a request come with status 200, as older clients expect.
    Json,
    /// `application/graphql-response+json`: the status tells.
    GraphQlResponse,
}

impl Media {
    /// The content type to send.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphQlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }
}

/// The best form the client accepts; JSON when it does not say; none if it takes neither.
#[must_use]
pub fn media(headers: &HeaderMap) -> Option<Media> {
    let mut best: Option<(u32, Media)> = None;
    let mut said = false;
    for value in headers.get_all(header::ACCEPT) {
        said = true;
        for part in value.to_str().unwrap_or_default().split(',') {
            let (name, weight) = weighted(part);
            let media = match name.to_ascii_lowercase().as_str() {
                "application/graphql-response+json" => Media::GraphQlResponse,
                "application/json" | "application/*" | "*/*" => Media::Json,
                _ => continue,
            };
            if weight > 0 && best.is_none_or(|(known, _)| weight > known) {
                best = Some((weight, media));
            }
        }
    }
    if said { best.map(|(_, media)| media) } else { Some(Media::Json) }
}

/// Languages of the reader, best first, each followed by its plain form (`sv-FI`, then `sv`).
#[must_use]
pub fn languages(headers: &HeaderMap) -> Vec<String> {
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut weighted: Vec<(u32, &str)> = header
        .split(',')
        .take(20)
        .map(weighted)
        .filter(|(tag, weight)| *weight > 0 && is_tag(tag))
        .map(|(tag, weight)| (weight, tag))
        .collect();
    weighted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let mut languages: Vec<String> = Vec::new();
    for (_, tag) in weighted {
        let tag = tag.to_ascii_lowercase();
        let plain = tag.split('-').next().unwrap_or_default().to_owned();
        for language in [tag, plain] {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
    }
    languages
}

/// A header element and its weight in thousandths.
fn weighted(part: &str) -> (&str, u32) {
    let mut pieces = part.split(';').map(str::trim);
    let name = pieces.next().unwrap_or_default();
    let weight = pieces.find_map(|piece| piece.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok()).unwrap_or(1.0);
    (name, (weight.clamp(0.0, 1.0) * 1000.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().expect("a header"))])
    }

    #[test]
    fn the_heavier_form_wins_and_strangers_get_none() {
        let accept = |value| media(&headers(header::ACCEPT, value));
        assert_eq!(accept("application/graphql-response+json, application/json;q=0.9"), Some(Media::GraphQlResponse));
        assert_eq!(accept("application/json, application/graphql-response+json;q=0.5"), Some(Media::Json));
        assert_eq!(accept("text/html"), None);
        assert_eq!(accept("text/html, */*;q=0.1"), Some(Media::Json));
        assert_eq!(media(&HeaderMap::new()), Some(Media::Json));
    }

    #[test]
    fn languages_come_by_weight_with_their_plain_forms() {
        let found = languages(&headers(header::ACCEPT_LANGUAGE, "en;q=0.5, sv-FI, de;q=0"));
        assert_eq!(found, ["sv-fi", "sv", "en"]);
    }
}
