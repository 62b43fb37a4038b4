//! Places and tags: the council's two lists, and what ideas have of them.

mod mutation;
mod object;
mod query;

pub(crate) use mutation::{LabelMutations, slug_in};
pub(crate) use object::Label;
pub(crate) use query::{LabelQueries, named};
