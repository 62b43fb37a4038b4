//! A decision: a moderator's act on something, with actor, time and reason. Nothing changes it afterwards but being undone.

use std::time::Duration;

use folkmoot_common::{AppealId, Cursor, DecisionId, Id, ItemId, PersonId, Problem, Role, Timestamp};
use folkmoot_text::{GateError, Markdown, one_line};
use uuid::Uuid;

use crate::{ActKind, Place, ReasonCode, Target, TargetState};

/// How long a decision can be undone by a press. Letters about it wait as long, so that nobody is told of a slip.
pub const UNDO: Duration = Duration::from_secs(10 * 60);

/// How long somebody may ask another moderator to look again.
pub const APPEAL_WITHIN: Duration = Duration::from_secs(180 * 24 * 60 * 60);

/// How long the council gives itself to answer an appeal.
pub const APPEAL_ANSWER: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// The item of the queue that it was about; none for what came by itself.
    pub item: Option<ItemId>,
    /// What it was about.
    pub target: Target,
    /// Where that stands.
    pub place: Place,
    /// Whose that is.
    pub author: PersonId,
    /// What was done.
    pub act: ActKind,
    /// Why.
    pub reason: Option<ReasonCode>,
    /// What the moderator added in their own words; the author reads it.
    pub note: Option<String>,
    /// Who; nobody when the program did it.
    pub actor: Option<PersonId>,
    /// In which role.
    pub role: Option<Role>,
    /// When.
    pub at: Timestamp,
    /// How long the item had waited.
    pub waited: Duration,
    /// Decided together with others.
    pub batch: Option<Uuid>,
    /// When it was undone, if it was.
    pub undone_at: Option<Timestamp>,
    /// How what it was about stands now.
    pub state: TargetState,
    /// The appeal against it, if there is one.
    pub appeal: Option<AppealState>,
    /// Whether it was about an edit alone: what it would have changed stayed as it was.
    pub of_edit: bool,
}

/// The name that cursors of lists of decisions carry.
pub const DECISIONS: &str = "decisions";

impl Decision {
    /// Where a list of decisions goes on after this one.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { order: DECISIONS.to_owned(), key: 0, id: self.id.uuid() }
    }

    /// Whether nobody has taken it back: neither by a press nor on appeal.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.undone_at.is_none() && self.appeal.as_ref().is_none_or(|appeal| appeal.overturned != Some(true))
    }

    /// Whether it stands, and what it took from its author is still gone: what was hidden may have been restored since.
    #[must_use]
    pub fn stands_against_author(&self) -> bool {
        self.stands()
            && match self.act {
                ActKind::Hide | ActKind::Hold => self.state == TargetState::Hidden,
                ActKind::Reject if !self.of_edit => matches!(self.state, TargetState::Rejected | TargetState::Hidden),
                act => act.needs_reason(),
            }
    }

    /// Whether a press can still undo it. The program's own acts are not slips, and neither is what answers an appeal: such
    /// an answer has no item to go back into.
    #[must_use]
    pub fn can_be_undone(&self, now: Timestamp) -> bool {
        self.undone_at.is_none()
            && self.actor.is_some()
            && self.item.is_some()
            && !matches!(self.act, ActKind::Uphold | ActKind::Overturn)
            && now < self.at.plus(UNDO)
    }

    /// Whether a moderator who finds it wrong later can still take it back, with a word to its author. What gave somebody
    /// something is not taken back so: who finds that wrong reports it, and decides anew. Trust can be.
    #[must_use]
    pub fn can_be_corrected(&self, now: Timestamp) -> bool {
        let gives_trust = self.act == ActKind::PublishAndTrust;
        self.actor.is_some()
            && !self.can_be_undone(now)
            && self.act != ActKind::Warn
            && (self.stands_against_author() || (gives_trust && self.stands()))
    }

    /// Whether its author may still ask another moderator to look again. What the program holds has no first look yet: a
    /// moderator looks anyway.
    #[must_use]
    pub fn can_be_appealed(&self, now: Timestamp) -> bool {
        self.act.needs_reason() && self.is_open_to_appeal(now)
    }

    /// Whether somebody whose report it turned down may still do so.
    #[must_use]
    pub fn can_be_appealed_by_reporter(&self, now: Timestamp) -> bool {
        self.act.leaves() && self.is_open_to_appeal(now)
    }

    fn is_open_to_appeal(&self, now: Timestamp) -> bool {
        let is_gone = self.state == TargetState::Gone;
        self.undone_at.is_none() && !is_gone && self.appeal.is_none() && now < self.at.plus(APPEAL_WITHIN)
    }
}

impl AppealState {
    /// By when it is answered; none when it was, or when nothing is left to answer.
    #[must_use]
    pub fn answered_by(&self) -> Option<Timestamp> {
        (self.overturned.is_none() && !self.is_moot).then_some(self.due_at)
    }
}

/// Where an appeal stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealState {
    /// Its id.
    pub id: AppealId,
    /// When it came.
    pub at: Timestamp,
    /// By when it is answered.
    pub due_at: Timestamp,
    /// Whether the decision was overturned; none while nobody has looked.
    pub overturned: Option<bool>,
    /// Whether nothing is left to look at: what it was about was taken back, or the decision was.
    pub is_moot: bool,
    /// What the second moderator says about it.
    pub answer: Option<String>,
}

/// What a moderator adds in their own words: optional, at most 1,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// The most characters.
    pub const MOST: usize = 1_000;

    /// Reads a note as typed; none when nothing was.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn parse(raw: &str) -> Result<Option<Self>, Problem> {
        Self::read("note", raw)
    }

    /// The same for words that have another name and must not be missing: why an appeal, or what came of it.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn required(field: &'static str, raw: &str) -> Result<Self, Problem> {
        let missing = || Problem::new(field, "EMPTY", "Say in a few words why.").of("note");
        Self::read(field, raw)?.ok_or_else(missing)
    }

    fn read(field: &'static str, raw: &str) -> Result<Option<Self>, Problem> {
        if raw.trim().is_empty() {
            return Ok(None);
        }
        Markdown::parse(raw, Self::MOST).map(|text| Some(Self(text.as_str().trim().to_owned()))).map_err(|why| {
            let message = match why {
                GateError::TooLong { most, found } => {
                    format!("The text has {found} characters and {most} fit. Shorten it.")
                }
                _ => {
                    "The text has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
                }
            };
            Problem { numbers: why.numbers(), ..Problem::new(field, why.code(), message).of("note") }
        })
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text with some of its words taken out, as a moderator typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The line on top, for an idea.
    pub title: Option<String>,
    /// What is left.
    pub body: Markdown,
}

impl Redacted {
    /// Reads what is left. It passes the same gate as what people type, but may be shorter.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn parse(title: Option<&str>, body: &str) -> Result<Self, Problem> {
        let wrong = |field: &'static str| {
            move |why: GateError| {
                let message = "Leave some words, and not more than there were.";
                Problem { numbers: why.numbers(), ..Problem::new(field, why.code(), message).of("redacted") }
            }
        };
        let title = title.map(|title| one_line(title, 1..=80)).transpose().map_err(wrong("title"))?;
        let body = Markdown::parse(body, 10_000).map_err(wrong("body"))?;
        Ok(Self { title, body })
    }
}
