//! Moderation in the API: the queue, what is decided on it, reports, appeals, and what everybody may know of them. The
//! rules are in `folkmoot_moderation`.

mod appeal;
mod correct;
mod decide;
mod decision;
mod figures;
mod item;
mod many;
mod mutation;
mod object;
mod openness;
mod query;
mod report;
mod second_opinion;
mod subscription;
mod undo;
mod words;

pub(crate) use appeal::AppealMutations;
pub(crate) use correct::CorrectMutations;
pub(crate) use decide::DecideMutations;
pub(crate) use decision::Decision;
pub(crate) use mutation::DeskMutations;
pub(crate) use openness::OpennessQueries;
pub(crate) use query::ModerationQueries;
pub(crate) use report::{ReportMutations, ReportQueries};
pub(crate) use second_opinion::SecondOpinionMutations;
pub use subscription::Metronome;
pub(crate) use subscription::ModerationSubscriptions;

#[cfg(test)]
mod tests;
