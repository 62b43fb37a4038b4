//! Bringing ideas, votes and comments of the past into a campaign: from Polis exports, from Decide Madrid's data, and
//! what `folkmoot demo` carries.
//!
//! Every import may be run again, and may be ended at any point and run again: ids come out the same each time, votes
//! carry their own times, and each batch is one transaction that passes over what is there. Memory is flat: votes and
//! texts are sorted in files; what stays in memory is a number and a time for each idea, and five numbers for each
//! comment. It refuses nothing quietly: every row that isn't taken as it stood is in the [`Report`].

mod campaign;
mod crowd;
mod demo;
mod error;
mod folder;
mod madrid;
mod notes;
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
