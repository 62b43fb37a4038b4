//! What happened to an idea so far, from its first words on, as its pack tells it: its author's part, and the council's.

use folkmoot_common::Timestamp;
use folkmoot_ideas::Idea;
use folkmoot_replies::{Happened, Happening};

use crate::pages::when::When;
use crate::voice::happened;

/// A line of the history.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// What: a word of the API's for what happened on the way, one of ours for what its author did.
    pub(crate) what: &'static str,
    pub(crate) at: When,
    pub(crate) number: i64,
    pub(crate) department: String,
    pub(crate) words: Option<String>,
}

/// All of it, in the order in which it happened. Of several edits the last one has its day.
pub(super) fn moments(idea: &Idea, happenings: &[Happening]) -> Vec<Moment> {
    let posted = Moment::of_author("POSTED", When::known(idea.created_at), 0);
    let mut dated: Vec<(Timestamp, Moment)> = vec![(idea.created_at, posted)];
    if let Some(edited) = idea.edited_at {
        let times = i64::from(idea.revision.saturating_sub(1));
        dated.push((edited, Moment::of_author("EDITED", When::day(edited), times)));
    }
    // The database's clock may be a little behind this machine's: nothing happened before the idea's first words.
    dated.extend(happenings.iter().map(|happening| (happening.at.max(idea.created_at), Moment::of(happening))));
    dated.sort_by_key(|(at, _)| *at);
    dated.into_iter().map(|(_, moment)| moment).collect()
}

impl Moment {
    fn of_author(what: &'static str, at: When, number: i64) -> Self {
        Self { what, at, number, department: String::new(), words: None }
    }

    fn of(happening: &Happening) -> Self {
        Self {
            what: happened(happening),
            at: When::day(happening.at),
            number: happening.number.unwrap_or(0),
            department: happening.department.clone().unwrap_or_default(),
            // What was reached names its promise there, which the promises tell already.
            words: happening.words.clone().filter(|_| happening.what != Happened::Reached),
        }
    }
}
