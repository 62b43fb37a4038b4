//! One newtype for each kind of thing that has an identity. Ids are UUIDs of version 7: they sort by the time they
//! were made, in both databases. An id is public and never a secret (`Secret` is for those).

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;

/// What all ids can do; the newtypes below are its only implementors.
pub trait Id: Copy + Eq + Send + Sync + 'static {
    /// The lower-case noun, as it stands in API ids: `idea`, `comment`.
    const KIND: &'static str;

    /// Takes a bare UUID for this kind of thing.
    fn from_uuid(uuid: Uuid) -> Self;

    /// The bare UUID.
    fn uuid(self) -> Uuid;

    /// A new id for a thing made at `at`, with ten bytes of chance.
    #[must_use]
    fn mint(at: Timestamp, chance: [u8; 10]) -> Self {
        let millis = u64::try_from(at.millis()).unwrap_or(0);
        Self::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }

    /// The same id every time for the thing that an import calls `key` in `source`: importing it again finds it.
    #[must_use]
    fn imported(at: Timestamp, source: &str, key: &str) -> Self {
        Self::mint(at, of_parts(&[Self::KIND, source, key]))
    }

    /// The same, sorted by the microsecond: for what must leave in the order in which it came to be.
    #[must_use]
    fn derived(at: Timestamp, source: &str, key: &str) -> Self {
        let mut chance = of_parts(&[Self::KIND, source, key]);
        in_order(at, &mut chance);
        Self::mint(at, chance)
    }
}

fn of_parts(parts: &[&str]) -> [u8; 10] {
    let mut chance = [0u8; 10];
    chance.copy_from_slice(crate::Digest::of_parts(parts).first_ten());
    chance
}

/// Puts the part of the millisecond where an id has room for chance first, in twelve bits: what is made later sorts later.
pub(crate) fn in_order(at: Timestamp, chance: &mut [u8; 10]) {
    let part = at.micros().rem_euclid(1_000) * 4_096 / 1_000;
    [chance[0], chance[1]] = u16::try_from(part).unwrap_or(0).to_be_bytes();
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $kind:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {
            const KIND: &'static str = $kind;
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// An account.
    PersonId, "person"
);
id!(
    /// A citizen's proposal. People see its number instead.
    IdeaId, "idea"
);
id!(
    /// A question that the council asks.
    CampaignId, "campaign"
);
id!(
    /// A remark in an idea's thread.
    CommentId, "comment"
);
id!(
    /// One browser's signed-in time.
    SessionId, "session"
);
id!(
    /// A script's access token.
    TokenId, "token"
);
id!(
    /// One attempt to sign in: a link and a code.
    SignInId, "sign-in"
);
id!(
    /// What a visitor wrote before signing in.
    DraftId, "draft"
);
id!(
    /// Somebody's word that something is wrong with an idea or a comment.
    ReportId, "report"
);
id!(
    /// Something that waits for a moderator.
    ItemId, "queue-item"
);
id!(
    /// A moderator's act.
    DecisionId, "decision"
);
id!(
    /// A request that another moderator looks again.
    AppealId, "appeal"
);
id!(
    /// A letter in the outbox.
    MailId, "mail"
);
id!(
    /// A role that was given or taken.
    RoleChangeId, "role-change"
);
id!(
    /// A department of the council.
    DepartmentId, "department"
);
id!(
    /// The council's public answer.
    ReplyId, "official-reply"
);
id!(
    /// News that many people are told.
    MailingId, "mailing"
);
id!(
    /// A dated step of delivery.
    MilestoneId, "milestone"
);
id!(
    /// One try of an act that carries a key.
    AttemptId, "attempt"
);
id!(
    /// Words that a department begins answers with.
    TemplateId, "reply-template"
);
id!(
    /// A place or a tag of the council's lists.
    LabelId, "label"
);
