//! Setting the look, for whoever runs the site. What stands may be read by everybody: every page wears it.

use std::sync::Arc;

use folkmoot_common::{PersonId, Problem, Problems, Role, Sources, StorageError, Viewer};

use crate::{Kept, Logo, Look, LookStore, LookText, Mirror, NewLook, Past, Standard, Worn};

/// Versions that are shown at the most.
const SHOWN: u64 = 20;

/// The acts and reads of the look. Cheap to clone.
#[derive(Clone)]
pub struct Looks {
    store: Arc<dyn LookStore>,
    mirror: Arc<dyn Mirror>,
    sources: Sources,
    standard: Arc<Standard>,
}

/// Why the look was not changed. All but the last are answers for a person.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// Only people who have signed in may.
    #[error("nobody has signed in")]
    SignedOut,
    /// Only whoever runs the site may.
    #[error("not allowed")]
    Forbidden,
    /// What was typed must be mended.
    #[error("{0}")]
    Invalid(Problems),
    /// Somebody changed it meanwhile: look again.
    #[error("it has changed meanwhile")]
    Changed,
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<Problem> for LookError {
    fn from(problem: Problem) -> Self {
        Self::Invalid(problem.into())
    }
}

impl Looks {
    /// The service over a store, what the configuration says, and the node that wears what is set.
    pub fn new(store: Arc<dyn LookStore>, mirror: Arc<dyn Mirror>, sources: Sources, standard: Standard) -> Self {
        Self { store, mirror, sources, standard: Arc::new(standard) }
    }

    /// What the configuration says.
    #[must_use]
    pub fn standard(&self) -> &Standard {
        &self.standard
    }

    /// The number of the version that stands: one small question, for whoever asks again and again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn version(&self) -> Result<i32, StorageError> {
        self.store.look_version().await
    }

    /// What the site wears now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn worn(&self) -> Result<Worn, StorageError> {
        Ok(self.store.look().await?.over(&self.standard))
    }

    /// Where the logo that this node wears is found, as a path of the site; none for the program's mark.
    #[must_use]
    pub fn logo(&self) -> Option<String> {
        self.mirror.logo()
    }

    /// Who set what and when, newest first: at most 20 versions.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn past(&self, viewer: &Viewer) -> Result<Vec<Past>, LookError> {
        admin(viewer)?;
        Ok(self.store.looks(SHOWN).await?)
    }

    /// Sets names, address and colours. What is as the configuration says is left to it, also when that changes.
    ///
    /// # Errors
    /// When the viewer may not, somebody changed the look after version `seen`, or the store fails.
    pub async fn set(&self, viewer: &Viewer, seen: i32, text: LookText) -> Result<(), LookError> {
        let by = admin(viewer)?;
        let kept = self.seen(seen).await?;
        let own = |typed: String, standard: &String| (typed != *standard).then_some(typed);
        let look = Look {
            name: own(text.name, &self.standard.name),
            council: own(text.council, &self.standard.council),
            contact: own(text.contact, &self.standard.contact),
            accent: (text.accent != self.standard.accent).then_some(text.accent),
            accent_dark: (text.accent_dark != self.standard.accent_dark).then_some(text.accent_dark),
            logo: kept.look.logo,
        };
        self.keep(by, seen, look).await
    }

    /// Sets the logo; none goes back to the configuration's.
    ///
    /// # Errors
    /// The same.
    pub async fn set_logo(&self, viewer: &Viewer, seen: i32, logo: Option<Logo>) -> Result<(), LookError> {
        let by = admin(viewer)?;
        let kept = self.seen(seen).await?;
        self.keep(by, seen, Look { logo: logo.map(Arc::new), ..kept.look }).await
    }

    /// Goes back to what the configuration says, in everything.
    ///
    /// # Errors
    /// The same.
    pub async fn reset(&self, viewer: &Viewer, seen: i32) -> Result<(), LookError> {
        let by = admin(viewer)?;
        self.keep(by, seen, Look::default()).await
    }

    async fn seen(&self, seen: i32) -> Result<Kept, LookError> {
        let kept = self.store.look().await?;
        if kept.version == seen { Ok(kept) } else { Err(LookError::Changed) }
    }

    async fn keep(&self, by: PersonId, seen: i32, look: Look) -> Result<(), LookError> {
        let new = NewLook { seen, look, by, at: self.sources.now() };
        if !self.store.set_look(new).await? {
            return Err(LookError::Changed);
        }
        // The node that took it wears it at once. If it can't be read now it is set all the same, and worn here as late as
        // on every other node.
        if let Ok(worn) = self.worn().await {
            self.mirror.put_on(&worn);
        }
        Ok(())
    }
}

fn admin(viewer: &Viewer) -> Result<PersonId, LookError> {
    let person = viewer.person().ok_or(LookError::SignedOut)?;
    if viewer.has(Role::Admin) { Ok(person) } else { Err(LookError::Forbidden) }
}
