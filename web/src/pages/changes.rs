//! The difference between two versions of a text, word by word, as people read it: what went, what came.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// How long is spent on finding the smallest difference; after that a coarser one does.
const PATIENCE: Duration = Duration::from_millis(50);

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Whether it stayed, went or came.
    pub(crate) tag: Tag,
    /// The words.
    pub(crate) text: String,
}

/// What became of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// It stands in both.
    Same,
    /// Only in the earlier one.
    Went,
    /// Only in the later one.
    Came,
}

/// What changed from `old` to `new`, in reading order.
pub(crate) fn changes(old: &str, new: &str) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for change in TextDiff::configure().timeout(PATIENCE).diff_words(old, new).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => Tag::Same,
            ChangeTag::Delete => Tag::Went,
            ChangeTag::Insert => Tag::Came,
        };
        match stretches.last_mut() {
            Some(last) if last.tag == tag => last.text.push_str(change.value()),
            _ => stretches.push(Stretch { tag, text: change.value().to_owned() }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests;
