//! What the site is called and wears, in the API: read by everybody, set by whoever runs the site. A logo is a file: it comes
//! as base64, and passes the same gate as one that is uploaded on a page.

mod logo;
mod mutation;
mod object;
mod query;
#[cfg(test)]
mod tests;

pub(crate) use mutation::LookMutations;
pub(crate) use query::LookQueries;
