//! The letters that could not be sent, in the API: for whoever runs the site, who alone see whom a letter was to. What it
//! said is shown to nobody. The test that says which step of sending fails is on the page `/admin/mail` alone.

mod mutation;
mod object;
mod query;

pub(crate) use mutation::MailroomMutations;
pub(crate) use query::MailroomQueries;
