//! Bringing ideas, votes, comments and answers of the past into a campaign: from Polis exports, from Decide Madrid's data,
//! from records of UK petitions, and what `folkmoot demo` carries.
//!
//! Every import may be run again, and may be ended at any point and run again: ids come out the same each time, votes
//! carry their own times, and each batch is one transaction that passes over what is there. Memory is flat: votes and
//! texts are sorted in files; what stays in memory is a number and a time for each idea, and five numbers for each
//! comment. Measured once, as the highest `VmHWM` in `/proc/PID/status` while the program built for debugging imported into
//! SQLite: 84 MiB for Polis' austria-climate with its 61,936 votes, 97 MiB for ten times as many votes by ten times as many
//! people (its `votes.csv` ten times over, with 10,000 more on each `voter-id` at each turn); 50 and 55 MiB with `--dry-run`.
//! The difference is the room for sorting, which the smaller one doesn't fill.
//!
//! It refuses nothing quietly: every row that isn't taken as it stood is in the [`Report`].

mod campaign;
mod crowd;
mod demo;
mod error;
mod folder;
mod madrid;
mod notes;
mod petitions;
mod plan;
mod polis;
mod report;
mod run;
mod shelf;
mod sorted;
mod table;
#[cfg(test)]
mod testing;
mod words;

pub use demo::{ATTRIBUTION, demo_content};
pub use error::ImportError;
pub use folder::{Carried, Directory, Folder, Opened};
pub use notes::{Fate, Note, Notes};
pub use plan::{Plan, Replay, Words};
pub use report::{Count, Report};
pub use run::{Format, Order, import, run};
pub use shelf::{Nowhere, Shelf};
