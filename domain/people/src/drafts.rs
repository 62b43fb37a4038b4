//! What a visitor wrote before signing in. It waits on the server for a week, so that signing in loses nothing; what
//! it says is the page's business, and nobody but its owner ever reads it.

use std::time::Duration;

use folkmoot_common::{Digest, DraftId, PersonId, Problem, Secret, StorageError, Timestamp, Viewer};

use crate::{NewDraft, People};

/// How long a draft waits.
const KEPT_FOR: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// How many one owner keeps; the oldest go first.
const MOST: u64 = 20;

/// Whose a draft is: the browser's until somebody signs in there, then that person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftOwner {
    /// A visitor in this browser.
    Browser(Digest),
    /// A person, in any browser.
    Person(PersonId),
}

impl DraftOwner {
    /// The person when somebody is signed in, the browser otherwise; nobody when there is neither.
    #[must_use]
    pub fn of(viewer: &Viewer, browser: Option<&Secret>) -> Option<Self> {
        viewer.person().map(Self::Person).or_else(|| browser.map(|secret| Self::Browser(secret.digest())))
    }
}

/// What was written: opaque text, in practice JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftContent(String);

impl DraftContent {
    /// The most that is kept, in bytes: the largest text that the rules allow, as JSON.
    pub const MOST: usize = 256 * 1024;

    /// Takes what is to be kept.
    ///
    /// # Errors
    /// Refuses more than 256 KiB, and the zero character, which one of the databases can't hold.
    pub fn parse(content: String) -> Result<Self, Problem> {
        if content.len() > Self::MOST {
            return Err(Problem::new("draft", "TOO_LONG", "That is too long to keep. Shorten it, and try again."));
        }
        if content.contains('\0') {
            return Err(Problem::new("draft", "UNPRINTABLE", "The text has hidden characters in it. Take them out."));
        }
        Ok(Self(content))
    }

    /// What was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A draft that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// What was written.
    pub content: String,
    /// When.
    pub created_at: Timestamp,
    /// Until when it waits.
    pub expires_at: Timestamp,
}

impl People {
    /// Keeps what was written, for a week. The oldest goes when the owner has twenty already.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_draft(&self, owner: DraftOwner, content: DraftContent) -> Result<DraftId, StorageError> {
        let now = self.sources.now();
        let id = self.sources.mint(now);
        let draft = NewDraft { id, owner, content, created_at: now, expires_at: now.plus(KEPT_FOR) };
        self.store.keep_draft(draft, MOST).await?;
        Ok(id)
    }

    /// The owner's drafts, newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drafts_of(&self, owner: DraftOwner) -> Result<Vec<Draft>, StorageError> {
        // A person may have twenty of their own, and twenty that came with them from each browser.
        self.store.list_drafts(owner, self.sources.now(), MOST.saturating_mul(3)).await
    }

    /// One draft of the owner's; somebody else's doesn't exist.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_draft(&self, owner: DraftOwner, id: DraftId) -> Result<Option<Draft>, StorageError> {
        self.store.find_draft(owner, id, self.sources.now()).await
    }

    /// Drops a draft that is finished or no longer wanted. Says whether there was one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drop_draft(&self, owner: DraftOwner, id: DraftId) -> Result<bool, StorageError> {
        self.store.drop_draft(owner, id).await
    }
}
