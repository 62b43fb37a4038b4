//! Votes in the API: tallies, one's own choice, casting and taking back, and tallies as they move. Nobody else's choice
//! can be asked for, by any path.

mod mutation;
mod object;
mod subscription;
mod watch;

pub(crate) use mutation::VoteMutations;
pub(crate) use object::{Tally, VoteChoice};
pub(crate) use subscription::VoteSubscriptions;
pub use watch::Watch;

#[cfg(test)]
mod tests;
