//! The letters that could not be sent, and a trial that says why, for whoever runs the site: they alone see whom a letter
//! was to. What it said is shown to nobody.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Address, Language, MailId, Outbox, PostedMail, Role, Sources, StorageError, Viewer};

use super::trial::{MailStep, WayOut};

/// So many letters are shown.
const SHOWN: u64 = 100;

/// Why an act in the mailroom was not done.
#[derive(Debug, thiserror::Error)]
pub enum MailroomError {
    /// Only people who have signed in may.
    #[error("nobody has signed in")]
    SignedOut,
    /// Only whoever runs the site may.
    #[error("not allowed")]
    Forbidden,
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What leaves, and what didn't. Cheap to clone.
#[derive(Clone)]
pub struct Mailroom {
    outbox: Arc<dyn Outbox>,
    way: Arc<dyn WayOut>,
    sources: Sources,
}

impl Mailroom {
    /// The mailroom of this outbox, whose letters leave by this way.
    pub fn new(outbox: Arc<dyn Outbox>, way: Arc<dyn WayOut>, sources: Sources) -> Self {
        Self { outbox, way, sources }
    }

    /// Whether the viewer runs the site.
    ///
    /// # Errors
    /// When they don't.
    pub fn admit(&self, viewer: &Viewer) -> Result<(), MailroomError> {
        viewer.person().ok_or(MailroomError::SignedOut)?;
        if viewer.has(Role::Admin) { Ok(()) } else { Err(MailroomError::Forbidden) }
    }

    /// How many letters wait, counted up to 1,000.
    ///
    /// # Errors
    /// When the viewer doesn't run the site, or the store fails.
    pub async fn waiting(&self, viewer: &Viewer) -> Result<u64, MailroomError> {
        self.admit(viewer)?;
        Ok(self.outbox.waiting().await?)
    }

    /// The letters that were given up, the newest first; at most 100.
    ///
    /// # Errors
    /// When the viewer doesn't run the site, or the store fails.
    pub async fn dead(&self, viewer: &Viewer) -> Result<Vec<PostedMail>, MailroomError> {
        self.admit(viewer)?;
        Ok(self.outbox.dead(SHOWN).await?)
    }

    /// Tries a letter that was given up again from the start, or all of them. Says how many.
    ///
    /// # Errors
    /// When the viewer doesn't run the site, or the store fails.
    pub async fn resend(&self, viewer: &Viewer, which: Option<MailId>) -> Result<u64, MailroomError> {
        self.admit(viewer)?;
        Ok(self.outbox.revive(which, self.sources.now()).await?)
    }

    /// Sends a test letter to the viewer's own address, and says how each step went: at once, past the outbox, within this
    /// time. Under one key it leaves once at the most: the key stands before the letter leaves. If the program is killed in
    /// between, it never leaves, and whoever asks again is told that its answer is lost.
    ///
    /// # Errors
    /// When the viewer doesn't run the site, or the store fails. What fails on the way is an answer.
    pub async fn try_out(
        &self,
        viewer: &Viewer,
        own: &Address,
        language: &Language,
        within: Duration,
    ) -> Result<Vec<MailStep>, MailroomError> {
        self.admit(viewer)?;
        self.outbox.pass_by().await?;
        Ok(self.way.try_out(own, language, within).await)
    }
}
