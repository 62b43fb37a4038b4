//! The service: what its acts share, and who may act at all. Each act stands in a file of its own.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Language, Mail, Role, Sources, Viewer};

use crate::bench::Actor;
use crate::kept::Kept;
use crate::openness::Figures;
use crate::rules::Rules;
use crate::{Bench, LetterText, Logged, ModerationError, Reason, Settled, Voice, reason};

/// What the council set for its desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Within which time somebody looks, as is promised to authors and reporters.
    pub promise: Duration,
    /// What makes a moderator want to look.
    pub rules: Rules,
}

/// Everything moderators do, and what authors and reporters may ask of them. Cheap to clone.
#[derive(Clone)]
pub struct Moderation {
    pub(crate) bench: Arc<dyn Bench>,
    pub(crate) voice: Arc<dyn Voice>,
    pub(crate) sources: Sources,
    pub(crate) desk: Arc<Desk>,
    /// The figures and the latest of the log, which everybody may ask for at any time.
    pub(crate) figures: Kept<Arc<Figures>>,
    pub(crate) latest: Kept<Arc<[Logged]>>,
    /// Whether moderators have taught enough for the classifier to say anything.
    pub(crate) can_tell: Kept<bool>,
}

impl Moderation {
    /// The service over a bench, in these words.
    pub fn new(bench: Arc<dyn Bench>, voice: Arc<dyn Voice>, sources: Sources, desk: Desk) -> Self {
        Self {
            bench,
            voice,
            sources,
            desk: Arc::new(desk),
            figures: Kept::default(),
            latest: Kept::default(),
            can_tell: Kept::default(),
        }
    }

    /// Within which time somebody looks, as is promised.
    #[must_use]
    pub fn promise(&self) -> Duration {
        self.desk.promise
    }

    /// A moderator, or an admin in their place.
    pub(crate) fn staff(&self, viewer: &Viewer) -> Result<Actor, ModerationError> {
        self.holder(viewer, &[Role::Moderator, Role::Admin])
    }

    /// Whoever runs the site.
    pub(crate) fn admin(&self, viewer: &Viewer) -> Result<Actor, ModerationError> {
        self.holder(viewer, &[Role::Admin])
    }

    fn holder(&self, viewer: &Viewer, roles: &[Role]) -> Result<Actor, ModerationError> {
        let person = viewer.person().ok_or(ModerationError::SignedOut)?;
        let role = roles.iter().copied().find(|role| viewer.has(*role)).ok_or(ModerationError::Forbidden)?;
        Ok(Actor { person, role, at: self.sources.now() })
    }

    /// What moderators choose from, in this language: the council's own words where it has some.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn reasons(&self, language: &Language) -> Result<Vec<Reason>, ModerationError> {
        let settled = self.bench.reasons().await?;
        Ok(reason::catalogue(self.voice.as_ref(), language, &settled))
    }

    /// Puts a reason into the council's own words, or makes a new one. For whoever runs the site.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn settle(&self, viewer: &Viewer, language: Language, reason: Reason) -> Result<(), ModerationError> {
        let by = self.admin(viewer)?;
        Ok(self.bench.settle(Settled { language, reason }, by).await?)
    }

    /// In the site's first language, and in each other one beside it: for readers whom only the store knows.
    pub(crate) fn in_all(&self, news: &crate::News<'_>) -> LetterText {
        let said = |language: Language| {
            let said = self.voice.letter(Some(&language), news);
            (language, said)
        };
        let others = self.voice.languages().into_iter().skip(1).map(said).collect();
        LetterText { others, ..self.voice.letter(None, news) }
    }

    pub(crate) fn first_language(&self) -> Language {
        self.voice.languages().into_iter().next().unwrap_or_else(|| Language::from_stored("en".to_owned()))
    }
}

/// A letter in its envelope.
pub(crate) fn mail(to: &folkmoot_common::Address, said: LetterText) -> Mail {
    Mail { to: to.as_str().to_owned(), subject: said.subject, text: said.text }
}
