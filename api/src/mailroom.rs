//! The letters that could not be sent, and a trial that says why, in the API: for whoever runs the site, who alone see whom a
//! letter was to. What it said is shown to nobody.

mod mutation;
mod object;
mod query;
#[cfg(test)]
mod tests;
mod trial;

pub(crate) use mutation::MailroomMutations;
pub(crate) use query::MailroomQueries;
pub use trial::TRIAL;
