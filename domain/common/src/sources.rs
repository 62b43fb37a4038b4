//! Where time and chance come from: handed to every service, so that a test can decide both.

use std::sync::Arc;

use rand::Rng as _;

use crate::ids::in_order;
use crate::{Clock, Id, Secret, SystemClock, Timestamp};

/// Chance that nobody can guess.
pub trait Entropy: Send + Sync {
    /// Fills the bytes from a cryptographically secure source.
    fn fill(&self, bytes: &mut [u8]);
}

/// The thread's generator, seeded by the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "this is the one door to the machine's chance")]
    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}

/// A clock and a source of chance, cheap to clone.
#[derive(Clone)]
pub struct Sources {
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Sources {
    /// Time and chance from these two.
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { clock, entropy }
    }

    /// The machine's own.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Arc::new(SystemClock), Arc::new(SystemEntropy))
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id for a thing made at `at`. Ids sort by the microsecond.
    #[must_use]
    pub fn mint<I: Id>(&self, at: Timestamp) -> I {
        let mut chance = [0u8; 10];
        self.entropy.fill(&mut chance);
        in_order(at, &mut chance);
        I::mint(at, chance)
    }

    /// A new secret.
    #[must_use]
    pub fn secret(&self) -> Secret {
        let mut bytes = [0u8; 32];
        self.entropy.fill(&mut bytes);
        Secret::from_bytes(bytes)
    }

    /// A fair draw below `below`, which must not be zero: for codes that people type.
    #[must_use]
    pub fn draw(&self, below: u32) -> u32 {
        // Chance below the largest multiple of `below` only, so that no number is likelier than another.
        let fair = u32::MAX - u32::MAX % below;
        loop {
            let mut bytes = [0u8; 4];
            self.entropy.fill(&mut bytes);
            let drawn = u32::from_be_bytes(bytes);
            if drawn < fair {
                return drawn % below;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{IdeaId, SystemClock, SystemEntropy};

    #[test]
    fn what_is_made_a_microsecond_later_sorts_later() {
        let sources = Sources::new(Arc::new(SystemClock), Arc::new(SystemEntropy));
        let made =
            (0..3_000).map(|micro| sources.mint::<IdeaId>(Timestamp::from_micros(1_800_000_000_000_000 + micro)));
        let made = made.collect::<Vec<_>>();
        assert!(made.is_sorted() && made.windows(2).all(|two| two[0] != two[1]));
        assert!(made.iter().all(|id| id.uuid().get_version_num() == 7));
        let derived = |micro: i64| IdeaId::derived(Timestamp::from_micros(1_800_000_000_000_000 + micro), "a", "key");
        assert!((0..3_000).map(derived).is_sorted() && derived(7) == derived(7));
    }
}
