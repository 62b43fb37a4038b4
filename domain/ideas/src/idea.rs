//! An idea as it is read.

use folkmoot_common::{CampaignId, IdeaId, Language, PersonId, Tally, Timestamp, Viewer};
use folkmoot_text::{Markdown, SafeHtml};

use crate::{IdeaStatus, PublishingMode, Title};

/// One proposal by a citizen, with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idea {
    /// Its id.
    pub id: IdeaId,
    /// Its public number; never reused.
    pub number: i64,
    /// The readable part of its address.
    pub slug: String,
    /// The campaign it belongs to.
    pub campaign: CampaignId,
    /// Who posted it.
    pub author: PersonId,
    /// One line.
    pub title: Title,
    /// As written.
    pub body: Markdown,
    /// As shown, when it was read with the idea: lists leave it out. Ask [`Idea::html`].
    pub html: Option<SafeHtml>,
    /// What it is written in.
    pub language: Language,
    /// Where it stands.
    pub status: IdeaStatus,
    /// When ideas of its campaign become public.
    pub publishing_mode: PublishingMode,
    /// Whether a moderator hides it at present.
    pub hidden: bool,
    /// The public number of the idea that it lives on in, once it was merged.
    pub merged_into: Option<i64>,
    /// How many of its supporters came with ideas that were merged into it; lists leave it out.
    pub carried: i64,
    /// When a moderator last took some of its words out.
    pub redacted_at: Option<Timestamp>,
    /// Why its author took it back, when they did.
    pub withdrawn_because: Option<String>,
    /// When it was posted.
    pub created_at: Timestamp,
    /// When anybody could first read it; none while a moderator's yes is waited for.
    pub published_at: Option<Timestamp>,
    /// When it was last edited.
    pub edited_at: Option<Timestamp>,
    /// 1, and one more for each edit.
    pub revision: i32,
    /// Its counts.
    pub tally: Tally,
}

impl Idea {
    /// Whether its body says anything that its title doesn't. What came with an import may be one sentence, which is both.
    #[must_use]
    pub fn says_more(&self) -> bool {
        self.body.as_str().split_whitespace().ne(self.title.as_str().split_whitespace())
    }

    /// Whether anybody may see it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.status.is_public() && !self.hidden
    }

    /// When it became public, where a moderator looked first. What is public as it is posted has the very same instant
    /// for both: no two clocks are compared.
    #[must_use]
    pub fn published_later(&self) -> Option<Timestamp> {
        self.published_at.filter(|published| *published != self.created_at)
    }

    /// Whether votes and comments are taken on it, as far as that hangs on the idea itself.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.status.is_open() && !self.hidden
    }

    /// The path of its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/ideas/{}/{}", self.number, self.slug)
    }

    /// As shown: what was read with it, or rendered now.
    #[must_use]
    pub fn html(&self) -> SafeHtml {
        self.html.clone().unwrap_or_else(|| self.body.to_html())
    }

    /// Whether the viewer may edit it now. What a moderator hid can be mended; it stays hidden until one has looked again.
    #[must_use]
    pub fn editable_by(&self, viewer: &Viewer) -> bool {
        viewer.is(self.author) && self.status.is_editable()
    }

    /// Whether the viewer may read versions that never were public: those from before a moderator's yes.
    pub(crate) fn is_open_book_to(&self, viewer: &Viewer) -> bool {
        viewer.is(self.author) || viewer.sees_everything()
    }

    /// Whether the viewer may withdraw it now.
    #[must_use]
    pub fn withdrawable_by(&self, viewer: &Viewer) -> bool {
        viewer.is(self.author) && self.status.may_move(IdeaStatus::Withdrawn, crate::Mover::Author)
    }
}

/// Which ideas a viewer may see. The store turns it into a filter, in one place; every read starts from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// What anybody may see.
    Public,
    /// That, and this person's own.
    PublicAndOwn(PersonId),
    /// Everything: moderators and admins.
    Everything,
}

impl Visibility {
    /// What this viewer may see.
    #[must_use]
    pub fn of(viewer: &Viewer) -> Self {
        match viewer.person() {
            _ if viewer.sees_everything() => Self::Everything,
            Some(person) => Self::PublicAndOwn(person),
            None => Self::Public,
        }
    }
}

/// What an idea said for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// 1 for the first.
    pub revision: i32,
    /// Its title then.
    pub title: Title,
    /// Its body then.
    pub body: Markdown,
    /// From when it said so.
    pub written_at: Timestamp,
    /// Whether anybody could read it then.
    pub was_public: bool,
}
