//! Votes as they are kept: the port of the ledger, over the desk where ballots wait to share a commit.

mod audit;
mod desk;
mod entry;
mod held;
mod history;
mod leave;
mod ledger;
mod note;
mod postgres;
mod sqlite;
mod unsure;
mod writing;

pub(crate) use leave::{open_votes, take_back};
pub use ledger::VoteLedger;
pub(crate) use ledger::tallies;
