//! The moderators' bench as it is kept: the queue, decisions and what they change, appeals, reports, and the record.
//!
//! Rows are locked in one order, the authors' acts among them: what it is about, its item in the queue, the decision that is
//! taken back, tallies by id, the end of the record last.

mod appeals;
mod bench;
mod correct;
mod decide;
mod decisions;
mod dossier;
mod effect;
mod followers;
mod hiding;
mod lessons;
mod letters;
mod locks;
mod merge;
mod overturn;
mod own;
mod past;
pub(crate) mod queue;
mod record;
mod refusals;
mod reports;
mod row;
mod settings;
mod stood;
mod text;
mod twice;
mod undo;

pub use bench::CaseBook;
pub(crate) use effect::{held, hold_idea, stand_idea};
pub(crate) use letters::say_farewell;
pub(crate) use past::note_print;
pub(crate) use queue::Opening;
pub(crate) use text::{Text, drop_edit, keep_pending};
