//! What one hears of ideas: following one, leaving it alone, and how often letters come.

mod mutation;

pub(crate) use mutation::{Notices, TellingMutations};
