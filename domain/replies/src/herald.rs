//! What is told to people about answers, in their language: the facts are here, the words come from outside.

use folkmoot_common::Language;
use jiff::civil::Date;

use crate::telling::LetterWords;
use crate::{Happening, Kind, Outcome};

/// The idea that a letter is about.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Its public number.
    pub number: i64,
    /// Its title.
    pub title: &'a str,
    /// The path of its page, without a language.
    pub path: &'a str,
}

/// Something that somebody must be told.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// To its author, or to those who support or follow it: the council answered.
    Replied {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// The answer in a word.
        outcome: Outcome,
        /// The department.
        department: &'a str,
        /// The named role.
        role: &'a str,
        /// Why, as plain text.
        reasons: &'a str,
    },
    /// To the same people: the answer was revised.
    Revised {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// The answer in a word.
        outcome: Outcome,
        /// Why it says something else.
        why: &'a str,
    },
    /// To the same people: it moved on.
    Moved {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// Its new status, in the API's word.
        to: &'a str,
        /// In the council's words.
        words: &'a str,
    },
    /// To the same people: the council has promised an answer.
    Promised {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// The day; none while the clock stands still.
        due: Option<Date>,
    },
    /// To the same people: officers have it in hand.
    InHand {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// The department.
        department: &'a str,
    },
    /// To the same people: the clock of a promise stands still.
    Paused {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// What was promised.
        kind: Kind,
        /// Why it stands still; everybody reads it.
        why: &'a str,
    },
    /// To the same people: it runs again.
    Resumed {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// What was promised.
        kind: Kind,
        /// The new day.
        due: Option<Date>,
    },
    /// To the same people: the council takes longer.
    Extended {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// What was promised.
        kind: Kind,
        /// The new day; none while the clock stands still.
        due: Option<Date>,
        /// Why it takes longer; everybody reads it.
        why: &'a str,
    },
    /// To the same people: a promise was kept by a word. The council has seen it, or has brought it to a committee.
    Kept {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// What was promised.
        kind: Kind,
        /// In the council's words.
        words: &'a str,
    },
    /// To the same people: so many said that it didn't happen that the council must look again.
    Reopened {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// What shall have happened.
        milestone: &'a str,
    },
    /// To the same people: a step of delivery has come. Did it happen?
    DidItHappen {
        /// What it is about.
        about: Named<'a>,
        /// Whether its reader wrote the idea.
        mine: bool,
        /// What shall have happened.
        milestone: &'a str,
    },
    /// To an officer: the day of a milestone has passed, or many say that it didn't happen.
    MilestonePassed {
        /// What it is about.
        about: Named<'a>,
        /// What shall have happened.
        milestone: &'a str,
        /// Whether many say that it didn't.
        disputed: bool,
    },
    /// To an officer: an idea waits for their department.
    Assigned {
        /// What it is about.
        about: Named<'a>,
        /// The department.
        department: &'a str,
        /// The day of the answer, where one was promised.
        due: Option<Date>,
        /// What a colleague added.
        note: Option<&'a str>,
    },
    /// To an officer: a colleague named them in a note.
    Mentioned {
        /// What it is about.
        about: Named<'a>,
        /// The note.
        note: &'a str,
    },
    /// To an officer who watches the idea: this happened to it.
    Watched {
        /// What it is about.
        about: Named<'a>,
        /// What happened, in order.
        lines: &'a [&'a Happening],
    },
    /// To an officer: a draft waits for somebody else's yes.
    ToApprove {
        /// What it is about.
        about: Named<'a>,
        /// The department.
        department: &'a str,
    },
}

/// The words of letters.
pub trait Herald: Send + Sync {
    /// The languages that the site speaks, the first one first.
    fn languages(&self) -> Vec<Language>;

    /// The letter in this language, or in the site's first.
    fn letter(&self, language: Option<&Language>, news: &News<'_>) -> LetterWords;

    /// A day in words of this language, or of the site's first: "14 March 2027".
    fn day(&self, language: Option<&Language>, day: Date) -> String;
}
