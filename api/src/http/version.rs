//! The version of all data, known without asking the database at each request. A change made by another process is
//! seen after [`FRESH`] at the latest.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use store::Database;

/// How long a known version is taken as current.
pub const FRESH: Duration = Duration::from_millis(250);

/// The last known version and when it was read.
pub struct DataVersion {
    value: AtomicI64,
    read_at: AtomicI64,
}

/// Value before any reading.
const UNREAD: i64 = -1;

impl Default for DataVersion {
    fn default() -> Self {
        Self { value: AtomicI64::new(UNREAD), read_at: AtomicI64::new(0) }
    }
}

impl DataVersion {
    /// The version; reads it when the last reading is too old.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn current(&self, db: &Database, now: i64) -> crate::Result<i64> {
        let read_at = self.read_at.load(Ordering::Acquire);
        let fresh = i64::try_from(FRESH.as_micros()).unwrap_or(0);
        let stale = now - read_at >= fresh || now < read_at;
        let mine = stale && self.read_at.compare_exchange(read_at, now, Ordering::AcqRel, Ordering::Relaxed).is_ok();
        let known = self.value.load(Ordering::Acquire);
        if mine || known == UNREAD {
            let value = store::revision::data_version(db).await?;
            self.value.store(value, Ordering::Release);
            return Ok(value);
        }
        Ok(known)
    }
}
