//! What the site is called and wears, in the API: read by everybody, set by whoever runs the site. A logo is a file, and is
//! uploaded on a page.

mod mutation;
mod object;
mod query;

pub(crate) use mutation::LookMutations;
pub(crate) use query::LookQueries;
