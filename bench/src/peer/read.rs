//! The peer's reading of rows, the same code for both databases.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use entity::{Micros, Names, Noun};
use sea_orm::sqlx;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::types::Json;
use store::place::{EARTH_RADIUS, metres, on_sphere};
use uuid::Uuid;

use super::answer::{self, Flat, Map, Near, Nested};
use super::sql::Statements;
use super::{Peer, today};
use crate::Result;
use crate::country::LAST_YEAR;
use crate::query::{METERS, PLACE, PREFIX};

/// Over SQLite.
#[derive(Clone)]
pub struct OnSqlite(SqlitePool, Arc<Statements>);

/// Over PostgreSQL.
#[derive(Clone)]
pub struct OnPostgres(PgPool, Arc<Statements>);

impl OnSqlite {
    /// A pool as the server has it.
    pub async fn open(url: &str) -> Result<Self> {
        let options = SqliteConnectOptions::from_str(url)?
            .busy_timeout(Duration::from_secs(5))
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal);
        let pool = SqlitePoolOptions::new().max_connections(4).test_before_acquire(false).connect_with(options).await?;
        Ok(Self(pool, Arc::new(Statements::sqlite())))
    }

    fn keys(ids: &[i64]) -> String {
        serde_json::to_string(ids).unwrap_or_default()
    }
}

impl OnPostgres {
    /// A pool as the server has it.
    pub async fn open(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)?;
        let pool = PgPoolOptions::new().max_connections(16).test_before_acquire(false).connect_with(options).await?;
        Ok(Self(pool, Arc::new(Statements::postgres())))
    }

    fn keys(ids: &[i64]) -> Vec<i64> {
        ids.to_vec()
    }
}

type Text = Json<Names>;
type Degrees = Option<f64>;

/// Chord on the unit sphere of the distance looked for, squared.
fn chord_squared() -> f64 {
    let chord = 2.0 * (METERS / (2.0 * EARTH_RADIUS)).sin();
    chord * chord
}

fn distance(lon: Degrees, lat: Degrees) -> Option<f64> {
    let (here, there) = (on_sphere(lon?, lat?), on_sphere(PLACE.0, PLACE.1));
    Some(metres(here.iter().zip(there).map(|(a, b)| (a - b) * (a - b)).sum()).round())
}

macro_rules! peer {
    ($peer:ident) => {
        impl Peer for $peer {
            async fn flat(&self) -> Result<Flat> {
                type Row = (Text, String, Degrees, Degrees, NaiveDate, NaiveDate);
                let day = today();
                let sql = sqlx::AssertSqlSafe(self.1.flat.as_str());
                let mut rows: Vec<Row> =
                    sqlx::query_as(sql).bind(day).bind(PREFIX).bind(format!("{PREFIX}\u{10FFFF}")).fetch_all(&self.0).await?;
                let has_next_page = rows.len() > 20;
                rows.truncate(20);
                let node = |(names, code, lon, lat, from, to): Row| answer::Municipality {
                    code,
                    name: answer::name(names, day),
                    center: answer::point(lon, lat),
                    validity: answer::validity(from, to),
                };
                let nodes = rows.into_iter().map(node).collect();
                Ok(Flat { municipalities: answer::FlatPage { nodes, page_info: answer::PageInfo { has_next_page } } })
            }

            async fn nested(&self) -> Result<Nested> {
                let day = today();
                let sql = sqlx::AssertSqlSafe(self.1.parents.as_str());
                let parents: Vec<(i64, Uuid, Text)> = sqlx::query_as(sql).bind(day).fetch_all(&self.0).await?;
                let ids: Vec<i64> = parents.iter().map(|(id, ..)| *id).collect();
                let sql = sqlx::AssertSqlSafe(self.1.points.as_str());
                type Row = (i64, i64, Uuid, Text, Degrees, Degrees);
                let points: Vec<Row> = sqlx::query_as(sql).bind(day).bind(Self::keys(&ids)).fetch_all(&self.0).await?;
                let ids: Vec<i64> = points.iter().map(|(_, id, ..)| *id).collect();
                let sql = sqlx::AssertSqlSafe(self.1.services.as_str());
                let services: Vec<(i64, Uuid, Text)> =
                    sqlx::query_as(sql).bind(day).bind(Self::keys(&ids)).fetch_all(&self.0).await?;

                let mut of_point: HashMap<i64, Vec<answer::Named>> = HashMap::with_capacity(points.len());
                for (point, uid, names) in services {
                    let service = answer::Named { id: answer::id(Noun::Service, uid), name: answer::name(names, day) };
                    of_point.entry(point).or_default().push(service);
                }
                let mut of_parent: HashMap<i64, Vec<answer::ServicePoint>> = HashMap::with_capacity(parents.len());
                for (parent, id, uid, names, lon, lat) in points {
                    of_parent.entry(parent).or_default().push(answer::ServicePoint {
                        id: answer::id(Noun::ServicePoint, uid),
                        name: answer::name(names, day),
                        location: answer::point(lon, lat),
                        services: answer::Nodes { nodes: of_point.remove(&id).unwrap_or_default() },
                    });
                }
                let node = |(id, uid, names)| answer::Parent {
                    id: answer::id(Noun::Municipality, uid),
                    name: answer::name(names, day),
                    service_points: answer::Nodes { nodes: of_parent.remove(&id).unwrap_or_default() },
                };
                Ok(Nested { municipalities: answer::Nodes { nodes: parents.into_iter().map(node).collect() } })
            }

            async fn near(&self) -> Result<Near> {
                type Row = (Uuid, Text, Degrees, Degrees, Option<String>, Option<Text>, Option<Uuid>, Option<Text>);
                let day = today();
                let ([x, y, z], height) = (on_sphere(PLACE.0, PLACE.1), (METERS / EARTH_RADIUS).to_degrees() * 1.000_001);
                let query = sqlx::query_as(sqlx::AssertSqlSafe(self.1.near.as_str())).bind(day);
                let query = query.bind(PLACE.1 - height).bind(PLACE.1 + height).bind(x).bind(y).bind(z).bind(chord_squared());
                let width = (METERS / EARTH_RADIUS / PLACE.1.to_radians().cos()).to_degrees() * 1.001;
                let query = query.bind(PLACE.0 - width).bind(PLACE.0 + width);
                let rows: Vec<Row> = query.fetch_all(&self.0).await?;
                let node = |(uid, names, lon, lat, code, of_code, organization, of_organization): Row| answer::Neighbor {
                    id: answer::id(Noun::ServicePoint, uid),
                    name: answer::name(names, day),
                    location: answer::point(lon, lat),
                    distance: distance(lon, lat),
                    municipality: code.zip(of_code).map(|(code, names)| answer::Coded { code, name: answer::name(names, day) }),
                    organization: organization.zip(of_organization).map(|(uid, names)| answer::Named {
                        id: answer::id(Noun::Organization, uid),
                        name: answer::name(names, day),
                    }),
                };
                Ok(Near { service_points: answer::Nodes { nodes: rows.into_iter().map(node).collect() } })
            }

            async fn map(&self) -> Result<Map> {
                type Row = (Option<Micros>, Option<String>, Option<Text>);
                let day = today();
                let period = NaiveDate::from_ymd_opt(LAST_YEAR, 1, 1).unwrap_or_default();
                let query = sqlx::query_as(sqlx::AssertSqlSafe(self.1.map.as_str())).bind(day).bind("population").bind(period);
                let rows: Vec<Row> = query.fetch_all(&self.0).await?;
                let node = |(value, code, names): Row| answer::Observation {
                    value: value.map(answer::decimal),
                    subject: code.zip(names).map(|(code, names)| answer::Coded { code, name: answer::name(names, day) }),
                };
                Ok(Map { observations: answer::Nodes { nodes: rows.into_iter().map(node).collect() } })
            }
        }
    };
}

peer!(OnSqlite);
peer!(OnPostgres);
