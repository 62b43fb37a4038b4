//! The arguments that an answer should take up: of each side those that most people stand behind, from different people.
//!
//! Comments have no votes. So those stand first whose side most other people take in their replies; of equals those that were
//! answered most, then the earlier one. Each person is heard once. The store chooses a hundred of a side by the same rule,
//! however long ago they were said.

use std::cmp::Reverse;

use folkmoot_common::{IdeaId, PersonId, StorageError, Viewer};

use crate::{Argument, Comments, Stance};

/// The most arguments of each side that are given.
pub const MOST_ARGUMENTS: usize = 4;
/// Arguments of each side that are looked at.
const READ: u16 = 100;

impl Comments {
    /// The best supported arguments of one side, at most [`MOST_ARGUMENTS`], each by somebody else.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn best_arguments(
        &self,
        viewer: &Viewer,
        idea: IdeaId,
        stance: Stance,
    ) -> Result<Vec<Argument>, StorageError> {
        Ok(best(self.threads.best_supported(viewer, idea, stance, READ).await?))
    }
}

fn author(argument: &Argument) -> Option<PersonId> {
    argument.listed.comment.words.as_ref().map(|words| words.author)
}

/// The best supported of each person, the best supported person first.
fn best(mut all: Vec<Argument>) -> Vec<Argument> {
    let best_first =
        |argument: &Argument| (Reverse(argument.agreeing), Reverse(argument.replies), argument.listed.comment.number);
    all.sort_by_key(best_first);
    let mut heard: Vec<PersonId> = Vec::new();
    all.retain(|argument| {
        let new = author(argument).filter(|author| !heard.contains(author));
        heard.extend(new);
        new.is_some()
    });
    all.truncate(MOST_ARGUMENTS);
    all
}

#[cfg(test)]
mod tests;
