//! Promises, departments and answers as they are kept. Drafts and staff's notes have tables of their own, which no public
//! read ever joins.
//!
//! Rows are locked in the order of the whole house: ideas by id, then drafts and promises, tallies last. A clock is started by
//! the database itself (migration 15).

mod answered;
mod assign;
mod badges;
mod book;
mod calendar;
mod departments;
mod drafts;
mod feed;
mod growth;
mod leads;
mod letters;
mod milestones;
mod notes;
mod overdue;
mod past;
mod pile;
mod progress;
mod promises;
mod publish;
mod read;
mod revise;
mod scores;
mod templates;
mod watches;

pub use book::AnswerBook;
