//! The four queries, as users send them, and the path under which the peer answers the same.

use serde_json::{Value, json};

use crate::country::LAST_YEAR;
use crate::load::Request;

/// A query under measurement.
pub struct Query {
    /// What to call it.
    pub title: &'static str,
    /// Path of the peer's answer.
    pub path: &'static str,
    document: &'static str,
    variables: fn() -> Value,
}

impl Query {
    /// The request to the API.
    #[must_use]
    pub fn request(&self) -> Request {
        let body = json!({ "query": self.document, "variables": (self.variables)() });
        Request::post("/graphql", &body.to_string())
    }
}

/// Beginning of the names on the flat page, as stored for comparing.
pub const PREFIX: &str = "k";
/// Where the near query looks: longitude and latitude.
pub const PLACE: (f64, f64) = (25.75, 62.24);
/// How far it looks, in metres.
pub const METERS: f64 = 30_000.0;

/// The queries.
pub const QUERIES: [Query; 4] = [
    Query { title: "flat page of 20", path: "/flat", document: FLAT, variables: || json!({ "first": 20, "prefix": PREFIX }) },
    Query { title: "nested 50 x 10 x 3", path: "/nested", document: NESTED, variables: || json!({ "first": 50 }) },
    Query {
        title: "20 nearest points",
        path: "/near",
        document: NEAR,
        variables: || json!({ "lon": PLACE.0, "lat": PLACE.1, "meters": METERS }),
    },
    Query {
        title: "map of 300 values",
        path: "/map",
        document: MAP,
        variables: || json!({ "day": format!("{LAST_YEAR}-01-01") }),
    },
];

const FLAT: &str = "query Flat($first: Int!, $prefix: String!) {
  municipalities(first: $first, filter: {name: {startsWith: $prefix}}, orderBy: [{field: NAME}]) {
    nodes { code name center { lon lat } validity { from to } }
    pageInfo { hasNextPage }
  }
}";

const NESTED: &str = "query Nested($first: Int!) {
  municipalities(first: $first, orderBy: [{field: NAME}]) {
    nodes {
      id name
      servicePoints(first: 10) {
        nodes { id name location { lon lat } services(first: 3) { nodes { id name } } }
      }
    }
  }
}";

const NEAR: &str = "query Near($lon: Float!, $lat: Float!, $meters: Float!) {
  servicePoints(first: 20, near: {lon: $lon, lat: $lat, meters: $meters}, orderBy: [{field: DISTANCE}]) {
    nodes { id name location { lon lat } distance(lon: $lon, lat: $lat) municipality { code name } organization { id name } }
  }
}";

const MAP: &str = "query Map($day: Date!) {
  observations(first: 300, filter: {indicatorCodes: [\"population\"], periodFrom: {eq: $day}}) {
    nodes { value subject { name ... on Municipality { code } } }
  }
}";
