//! A hint for whoever writes an answer. It stands in nobody's way.

use async_graphql::SimpleObject;
use folkmoot_replies as domain;

use crate::count;

/// How easy a text is to read: how long its sentences are, headings apart.
#[derive(SimpleObject)]
pub(crate) struct ReadingEase {
    /// How many sentences it has.
    sentences: i32,
    /// How many words they have on average, rounded.
    average_words: i32,
    /// How many words the longest has.
    longest_words: i32,
    /// Whether they are worth a second look: more than 20 words on average, in two sentences or more.
    is_long: bool,
}

impl ReadingEase {
    /// Of what was typed; nothing where nobody can count.
    pub(super) fn hint(typed: &str) -> Option<Self> {
        domain::ReadingEase::of("reasons", typed).ok().flatten().map(Into::into)
    }
}

impl From<domain::ReadingEase> for ReadingEase {
    fn from(ease: domain::ReadingEase) -> Self {
        let many = |number: usize| count(i64::try_from(number).unwrap_or(i64::MAX));
        let domain::ReadingEase { counted, is_long } = ease;
        Self {
            sentences: many(counted.sentences),
            average_words: many(counted.average),
            longest_words: many(counted.longest),
            is_long,
        }
    }
}
