//! An idea's way to its answer, as everybody reads it: one line for each thing that happened.

use async_graphql::SimpleObject;
use folkmoot_replies as domain;

use super::words::HappeningKind;
use crate::count;
use crate::date_time::DateTime;
use crate::ideas::IdeaStatus;

/// One thing that happened to an idea on its way to an answer.
#[derive(SimpleObject)]
pub(crate) struct Happening {
    /// What.
    what: HappeningKind,
    /// When.
    at: DateTime,
    /// How many supporters or working days, where it is about some.
    number: Option<i32>,
    /// The department that it is about, by name.
    department: Option<String>,
    /// The public words that came with it, in plain text.
    words: Option<String>,
    /// Where the idea moved on to, where it did.
    status: Option<IdeaStatus>,
}

impl From<domain::Happening> for Happening {
    fn from(happening: domain::Happening) -> Self {
        Self {
            what: happening.what.into(),
            at: happening.at.into(),
            number: happening.number.map(count),
            department: happening.department,
            words: happening.words,
            status: happening.status.and_then(|word| folkmoot_ideas::IdeaStatus::parse(&word)).map(Into::into),
        }
    }
}
