//! What an import brings: ideas of the past, with their own times, as some other platform had them.
//!
//! Each carries an id that comes out the same every time ([`folkmoot_common::Id::imported`]), so that importing again
//! finds what is there.

use folkmoot_common::{CampaignId, IdeaId, Language, PersonId, Timestamp};
use folkmoot_text::Markdown;

use crate::{IdeaStatus, Title};

/// An idea of the past.
#[derive(Debug, Clone)]
pub struct PastIdea {
    /// The same at every import.
    pub id: IdeaId,
    /// Where to.
    pub campaign: CampaignId,
    /// Whose; the person must exist.
    pub author: PersonId,
    /// One line.
    pub title: Title,
    /// As written.
    pub body: Markdown,
    /// What it is written in.
    pub language: Language,
    /// Where it stood.
    pub status: IdeaStatus,
    /// When it was posted.
    pub created_at: Timestamp,
}
