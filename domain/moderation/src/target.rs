//! What moderation is about: an idea, a comment or a person, and where on the board it stands.
//!
//! It refuses to know what an idea or a comment is: it names them by id and by the numbers that people see.

use folkmoot_common::{CampaignId, CommentId, Id, IdeaId, PersonId};
use uuid::Uuid;

use crate::ActKind;

/// What a decision, a report or a queue item is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// An idea.
    Idea(IdeaId),
    /// A comment.
    Comment(CommentId),
    /// A person: what they are called, and what they may do.
    Person(PersonId),
}

impl Target {
    /// What takes it from everybody's sight: a name can't be hidden, or everything its owner said would be nobody's.
    #[must_use]
    pub const fn taken_by(self) -> ActKind {
        if matches!(self, Self::Person(_)) { ActKind::ResetName } else { ActKind::Hide }
    }

    /// The word in the database and in the record.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Idea(_) => "idea",
            Self::Comment(_) => "comment",
            Self::Person(_) => "person",
        }
    }

    /// The bare id.
    #[must_use]
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Idea(id) => id.uuid(),
            Self::Comment(id) => id.uuid(),
            Self::Person(id) => id.uuid(),
        }
    }

    /// Reads the word and the id.
    #[must_use]
    pub fn of(kind: &str, id: Uuid) -> Option<Self> {
        match kind {
            "idea" => Some(Self::Idea(IdeaId::from_uuid(id))),
            "comment" => Some(Self::Comment(CommentId::from_uuid(id))),
            "person" => Some(Self::Person(PersonId::from_uuid(id))),
            _ => None,
        }
    }
}

/// Where it stands on the board, in the numbers that people see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The idea, or the one that a comment stands under; none for a person.
    pub idea: Option<IdeaId>,
    /// The idea's public number.
    pub number: Option<i64>,
    /// The comment's number under it.
    pub comment: Option<i32>,
    /// The idea's campaign.
    pub campaign: Option<CampaignId>,
}

impl Place {
    /// The path of its page, without a language; a person's is their profile.
    #[must_use]
    pub fn path(&self, target: Target) -> String {
        match (target, self.number, self.comment) {
            (Target::Person(id), _, _) => format!("/people/{id}"),
            (_, Some(number), Some(comment)) => format!("/ideas/{number}/comments/{comment}"),
            (_, Some(number), None) => format!("/ideas/{number}"),
            (_, None, _) => "/".to_owned(),
        }
    }
}

/// How what a decision is about stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetState {
    /// It has not been public; it waits for a yes.
    Waiting,
    /// Everybody can read it.
    Public,
    /// It was public and is hidden: by a moderator, or until one has looked.
    Hidden,
    /// It was refused before anybody read it.
    Rejected,
    /// It lives on in another idea.
    Merged,
    /// Its author took it back, or left.
    Gone,
}

impl TargetState {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Waiting, Self::Public, Self::Hidden, Self::Rejected, Self::Merged, Self::Gone];

    /// Whether everybody can read it: what was merged, too, where it stood.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Public | Self::Merged)
    }

    /// The word in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "WAITING",
            Self::Public => "PUBLIC",
            Self::Hidden => "HIDDEN",
            Self::Rejected => "REJECTED",
            Self::Merged => "MERGED",
            Self::Gone => "GONE",
        }
    }
}
