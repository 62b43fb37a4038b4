//! People in the API: what everybody may know of a person, the viewer's own account, and what whoever runs the site sees and
//! does: accounts and their roles.

mod account;
mod object;
mod query;
mod roles;

pub(crate) use object::{PublicPerson, Role};
pub(crate) use query::PersonQueries;
pub(crate) use roles::RoleMutations;

#[cfg(test)]
mod tests;
