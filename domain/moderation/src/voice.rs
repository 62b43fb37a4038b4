//! What moderation says to people, in their language: the facts are here, the words come from outside.

use folkmoot_common::{Language, Timestamp};

use crate::{ActKind, Ground, Reason, Receipt, Target};

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterText {
    /// On one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same in the site's other languages, where only the store knows who reads it.
    pub others: Vec<(Language, Self)>,
}

impl LetterText {
    /// The words in this language; the first ones for everybody else.
    #[must_use]
    pub fn in_language(&self, language: Option<&Language>) -> &Self {
        let own = self.others.iter().find(|(one, _)| Some(one) == language);
        own.map_or(self, |(_, said)| said)
    }
}

/// What something is called in a letter: its kind, the idea's number, the comment's, and the title or name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// What kind of thing.
    pub target: Target,
    /// The idea's number.
    pub number: Option<i64>,
    /// The comment's number.
    pub comment: Option<i32>,
    /// The title of the idea, or the name.
    pub title: &'a str,
    /// The path of its page, without a language.
    pub path: &'a str,
    /// Whether it is about an edit of it alone.
    pub of_edit: bool,
}

/// How somebody comes along when an idea of theirs is merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// Their support went with it.
    Carried,
    /// They had voted there already, and that vote stands.
    Voted,
    /// They follow it, and follow the other from now on.
    Follows,
}

/// Something that somebody must be told.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// To the author: what was decided on something of theirs, why, how to mend it and how to appeal.
    Decided {
        /// What it is about.
        about: Named<'a>,
        /// What was done.
        act: ActKind,
        /// Why.
        reason: Option<&'a Reason>,
        /// What the moderator added.
        note: Option<&'a str>,
        /// Up to when, for a suspension.
        until: Option<Timestamp>,
        /// The idea that it lives on in: number and title. Of what was moved, the question that it goes to.
        into: Option<(i64, &'a str)>,
        /// Where to ask for another look; none where that isn't possible.
        appeal: Option<&'a str>,
    },
    /// To the author: enough people reported it, and it is hidden until somebody has looked.
    Held {
        /// What it is about.
        about: Named<'a>,
        /// By when somebody looks.
        by: Timestamp,
    },
    /// To a supporter or a follower: an idea of theirs was merged into another.
    Carried {
        /// The idea that was merged: number and title.
        from: (i64, &'a str),
        /// The idea that it lives on in: number and title.
        into: (i64, &'a str),
        /// What that is to them.
        to: Along,
    },
    /// To those who support or follow an idea: a moderator hid it.
    Hidden {
        /// Its number. Its title may be what is wrong with it.
        number: i64,
        /// Why, as the public log says it.
        reason: Option<&'a Reason>,
    },
    /// To the council: somebody reported something.
    Reported {
        /// What it is about.
        about: Named<'a>,
        /// The report's number.
        receipt: &'a Receipt,
        /// What is said to be wrong.
        ground: Ground,
        /// In the reporter's words.
        details: Option<&'a str>,
        /// Where the reporter asks to be answered.
        answer_to: Option<&'a str>,
        /// Whether they had signed in: then they are answered at their own address.
        known: bool,
    },
    /// To a reporter: we have it.
    ReportKept {
        /// What it is about.
        about: Named<'a>,
        /// The report's number.
        receipt: &'a Receipt,
        /// By when somebody looks.
        by: Timestamp,
    },
    /// To a reporter: what came of it. [`crate::RECEIPT`] stands where each report's number goes.
    ReportAnswered {
        /// What it is about.
        about: Named<'a>,
        /// Whether something was done about it.
        acted: bool,
    },
    /// To a reporter: its author took it back before anybody had looked. [`crate::RECEIPT`] stands where the report's number goes.
    ReportGone,
    /// To those who support or follow an idea: its author took it back. [`folkmoot_common::NUMBER`] and
    /// [`folkmoot_common::TITLE`] stand where the idea's go.
    TakenBack,
    /// To the author: the council finds that it decided wrongly, and has taken that back.
    Corrected {
        /// What it is about.
        about: Named<'a>,
        /// What was done then.
        act: ActKind,
        /// Why it is taken back.
        note: &'a str,
    },
    /// To whoever appealed: what the second moderator says. To a reporter [`crate::RECEIPT`] stands where the report's number
    /// goes.
    AppealAnswered {
        /// What it is about.
        about: Named<'a>,
        /// Whether a reporter asked, and not the author.
        by_reporter: bool,
        /// Whether the decision was overturned.
        overturned: bool,
        /// Why.
        answer: &'a str,
    },
}

/// The words of letters and of the reasons that the program brings.
pub trait Voice: Send + Sync {
    /// The languages that the site speaks, the first one first.
    fn languages(&self) -> Vec<Language>;

    /// The letter in the language that its reader chose, or in the site's first.
    fn letter(&self, language: Option<&Language>, news: &News<'_>) -> LetterText;

    /// A reason that the program brings, in this language or the site's first. `None` for a code that is not of them.
    fn reason(&self, language: &Language, code: &str) -> Option<Reason>;
}
