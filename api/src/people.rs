//! People in the API: what everybody may know of a person, and the viewer's own account.

mod object;
mod query;

pub(crate) use object::{PublicPerson, Role};
pub(crate) use query::PersonQueries;
