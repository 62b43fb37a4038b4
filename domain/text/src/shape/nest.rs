//! How deep quotes, lists and emphasis may stand in each other: deeper, browsers slow down and nobody can follow.
//!
//! What is deeper keeps its words and loses its frame.

use pulldown_cmark::{Tag, TagEnd};

/// Quotes and lists in each other.
const DEEPEST_BLOCK: usize = 16;
/// Emphasis, strong and struck-out words in each other.
const DEEPEST_WORDS: usize = 8;

/// What becomes of one opening or closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It stands as it is.
    Show,
    /// It goes; what is in it stays.
    Skip,
    /// The item becomes the next one of the deepest list that shows.
    NextItem,
    /// The item becomes the next line of the deepest quote that shows.
    NextLine,
}

/// How deep we are, as written.
#[derive(Debug, Default)]
pub(super) struct Nest {
    blocks: usize,
    words: usize,
    deepest_is_list: bool,
}

impl Nest {
    pub(super) fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag {
            Tag::BlockQuote(_) | Tag::List(_) => {
                self.blocks += 1;
                if self.blocks == DEEPEST_BLOCK {
                    self.deepest_is_list = matches!(tag, Tag::List(_));
                }
                show_if(self.blocks <= DEEPEST_BLOCK)
            }
            Tag::Item if self.blocks <= DEEPEST_BLOCK => Step::Show,
            Tag::Item if self.deepest_is_list => Step::NextItem,
            Tag::Item => Step::NextLine,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.words += 1;
                show_if(self.words <= DEEPEST_WORDS)
            }
            _ => Step::Show,
        }
    }

    pub(super) fn close(&mut self, tag: TagEnd) -> Step {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) => {
                self.blocks = self.blocks.saturating_sub(1);
                show_if(self.blocks < DEEPEST_BLOCK)
            }
            TagEnd::Item => show_if(self.blocks <= DEEPEST_BLOCK),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.words = self.words.saturating_sub(1);
                show_if(self.words < DEEPEST_WORDS)
            }
            _ => Step::Show,
        }
    }
}

const fn show_if(shows: bool) -> Step {
    if shows { Step::Show } else { Step::Skip }
}
