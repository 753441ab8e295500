//! How much is executed at once. Each operation takes places by its cost, so that a few large ones or many small ones
//! run side by side; the rest wait in line, and not long.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

/// Places for each processor: two large operations, or so many small ones.
const PLACES: usize = 40;
/// Most places of an operation, and the cost that adds a place.
const LARGE: u32 = 20;
const STEP: u64 = 100;
/// Longest wait for a place.
const WAIT: Duration = Duration::from_secs(5);

/// The places.
pub struct Load {
    places: Semaphore,
    wait: Duration,
}

impl Default for Load {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self::new(processors * PLACES, WAIT)
    }
}

impl Load {
    /// So many places, at least as many as the largest operation takes, and so long a wait.
    #[must_use]
    pub fn new(places: usize, wait: Duration) -> Self {
        Self { places: Semaphore::new(places.max(LARGE as usize)), wait }
    }

    /// Takes the places of an operation until what it gives is dropped; none when they did not become free in time.
    pub async fn enter(&self, cost: u64) -> Option<SemaphorePermit<'_>> {
        let places = u32::try_from(1 + cost / STEP).unwrap_or(LARGE).min(LARGE);
        tokio::time::timeout(self.wait, self.places.acquire_many(places)).await.ok()?.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn large_operations_take_more_places_and_nobody_waits_long() {
        let load = Load::new(20, Duration::from_millis(20));
        let small = (load.enter(0).await, load.enter(150).await);
        assert_eq!(load.places.available_permits(), 17);
        assert!(load.enter(20_000).await.is_none(), "all places are needed");
        drop(small);
        let all = load.enter(20_000).await;
        assert!(all.is_some() && load.enter(0).await.is_none());
        drop(all);
        assert!(load.enter(0).await.is_some());
    }
}
