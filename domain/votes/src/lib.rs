//! Votes: one person's support or opposition to one idea. Private, counted at most once, changeable and retractable
//! while voting is open.
//!
//! It refuses to know what an idea says or who a person is; whether voting is open is decided by the ledger, in the
//! same transaction that counts, by the database's clock.

mod audit;
mod ballot;
mod cast;
mod import;
mod own;
mod port;

pub use audit::{Counts, Difference};
pub use ballot::{Ballot, Choice, Verdict};
pub use cast::{CastError, Outcome, Receipt, Votes};
pub use import::PastVote;
pub use own::{OWN_VOTES, OwnVote};
pub use port::{Ledger, Recorded};
