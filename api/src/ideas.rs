//! Ideas in the API: the object, the questions, the acts. The rules are in `folkmoot_ideas`.

mod mutation;
mod object;
mod query;

pub(crate) use mutation::{EditOutcome, IdeaMutations};
pub(crate) use object::{Idea, IdeaStatus};
pub(crate) use query::{IdeaOrder, IdeaQueries, list, of_campaign};

#[cfg(test)]
mod tests;
