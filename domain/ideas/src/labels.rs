//! The acts on places and tags: whoever runs the site keeps the lists, authors say where their idea is about, and staff sort
//! what comes in.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{IdeaId, LabelId, Problem, Role, Sources, StorageError, Timestamp, Viewer};

use crate::campaigns::admin;
use crate::{Idea, IdeaError, Label, LabelKind, LabelName};

/// The council's lists, and what ideas have of them. Each method is one transaction.
#[async_trait]
pub trait LabelStore: Send + Sync {
    /// All of them: places, then tags, each by name.
    async fn labels(&self) -> Result<Vec<Label>, StorageError>;

    /// Those of these ideas, in the same order. One question, however many ideas.
    async fn labels_of(&self, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Label)>, StorageError>;

    /// Adds one, unless there are as many as there may be of its kind or another one is called so, whatever its capitals.
    async fn add_label(&self, label: NewLabel) -> Result<LabelSaved, StorageError>;

    /// Renames one, and closes or opens it. Its word in addresses stays.
    async fn change_label(&self, change: ChangeLabel) -> Result<LabelSaved, StorageError>;

    /// Gives an idea this place, or none.
    async fn place(&self, idea: IdeaId, place: Option<LabelId>) -> Result<(), StorageError>;

    /// Gives an idea these tags and no others.
    async fn tag(&self, idea: IdeaId, tags: &[LabelId]) -> Result<(), StorageError>;
}

/// A place or a tag that is to be added.
#[derive(Debug, Clone)]
pub struct NewLabel {
    /// Its id.
    pub id: LabelId,
    /// Which of the two.
    pub kind: LabelKind,
    /// What it is called.
    pub name: LabelName,
    /// When.
    pub at: Timestamp,
}

/// A place or a tag as it shall be.
#[derive(Debug, Clone)]
pub struct ChangeLabel {
    /// Which.
    pub id: LabelId,
    /// What it is called.
    pub name: LabelName,
    /// Since when it can't be chosen any more, if it can't.
    pub closed_at: Option<Timestamp>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelSaved {
    /// It was done.
    Done,
    /// Another one of its kind is called so.
    Taken,
    /// There are [`Label::MOST`] of its kind.
    Full,
    /// There is no such one.
    Unknown,
}

/// The acts and reads of places and tags. Cheap to clone.
#[derive(Clone)]
pub struct Labels {
    store: Arc<dyn LabelStore>,
    sources: Sources,
}

impl Labels {
    /// The service over a store.
    pub fn new(store: Arc<dyn LabelStore>, sources: Sources) -> Self {
        Self { store, sources }
    }

    /// All of them: places, then tags, each by name. Closed ones are among them: ideas may have them still.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(&self) -> Result<Vec<Label>, StorageError> {
        self.store.labels().await
    }

    /// What these ideas have. One question, however many ideas.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(&self, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Vec<Label>>, StorageError> {
        let mut found: HashMap<IdeaId, Vec<Label>> = HashMap::new();
        if ideas.is_empty() {
            return Ok(found);
        }
        for (idea, label) in self.store.labels_of(ideas).await? {
            found.entry(idea).or_default().push(label);
        }
        Ok(found)
    }

    /// Adds a place or a tag to the council's list.
    ///
    /// # Errors
    /// When the viewer doesn't run the site, the name must be mended, or the store fails.
    pub async fn add(&self, viewer: &Viewer, kind: LabelKind, name: &str) -> Result<LabelId, IdeaError> {
        admin(viewer)?;
        let (name, at) = (LabelName::parse(name)?, self.sources.now());
        let id = self.sources.mint(at);
        saved(self.store.add_label(NewLabel { id, kind, name, at }).await?)?;
        Ok(id)
    }

    /// Renames one. Closed, nobody can choose it any more; ideas that have it keep it, and its list is still found.
    ///
    /// # Errors
    /// The same, or when there is no such one.
    pub async fn change(&self, viewer: &Viewer, id: LabelId, name: &str, closed: bool) -> Result<(), IdeaError> {
        admin(viewer)?;
        let known = self.store.labels().await?.into_iter().find(|one| one.id == id).ok_or(IdeaError::NotFound)?;
        let name = LabelName::parse(name)?;
        let closed_at = closed.then(|| known.closed_at.unwrap_or_else(|| self.sources.now()));
        saved(self.store.change_label(ChangeLabel { id, name, closed_at }).await?)
    }

    /// Says where an idea is about: a place of the council's list, or none. Its author may while it can be edited; staff may
    /// at any time.
    ///
    /// # Errors
    /// When the viewer may not, the place can't be chosen, or the store fails.
    pub async fn place(&self, viewer: &Viewer, idea: &Idea, place: Option<LabelId>) -> Result<(), IdeaError> {
        viewer.person().ok_or(IdeaError::SignedOut)?;
        if !idea.editable_by(viewer) && !sorts(viewer) {
            return Err(IdeaError::Forbidden);
        }
        let had = self.ids(idea, LabelKind::Place).await?;
        let chosen: Vec<LabelId> = place.into_iter().collect();
        self.choosable(LabelKind::Place, &chosen, &had).await?;
        Ok(self.store.place(idea.id, place).await?)
    }

    /// Puts these tags on an idea and takes off all others. For staff: moderators, officers, and whoever runs the site.
    ///
    /// # Errors
    /// When the viewer may not, a tag can't be chosen, there are too many, or the store fails.
    pub async fn tag(&self, viewer: &Viewer, idea: &Idea, tags: &[LabelId]) -> Result<(), IdeaError> {
        viewer.person().ok_or(IdeaError::SignedOut)?;
        if !sorts(viewer) {
            return Err(IdeaError::Forbidden);
        }
        if tags.len() > Label::MOST_TAGS {
            let words = format!("Choose at most {} tags.", Label::MOST_TAGS);
            return Err(Problem::new("tags", "TOO_MANY", words).of("label").with("most", Label::MOST_TAGS).into());
        }
        let had = self.ids(idea, LabelKind::Tag).await?;
        self.choosable(LabelKind::Tag, tags, &had).await?;
        Ok(self.store.tag(idea.id, tags).await?)
    }

    async fn ids(&self, idea: &Idea, kind: LabelKind) -> Result<Vec<LabelId>, StorageError> {
        let labels = self.store.labels_of(&[idea.id]).await?;
        Ok(labels.into_iter().filter(|(_, label)| label.kind == kind).map(|(_, label)| label.id).collect())
    }

    /// Each must be an open one of its kind, or one that the idea has already.
    async fn choosable(&self, kind: LabelKind, chosen: &[LabelId], had: &[LabelId]) -> Result<(), IdeaError> {
        if chosen.iter().all(|id| had.contains(id)) {
            return Ok(());
        }
        let all = self.store.labels().await?;
        let is_open = |id: &LabelId| all.iter().any(|one| one.id == *id && one.kind == kind && one.is_open());
        if chosen.iter().all(|id| had.contains(id) || is_open(id)) {
            return Ok(());
        }
        Err(unknown(kind).into())
    }
}

/// Whether the viewer sorts ideas for the council.
#[must_use]
pub fn sorts(viewer: &Viewer) -> bool {
    [Role::Moderator, Role::Officer, Role::Admin].into_iter().any(|role| viewer.has(role))
}

/// What is said of a place or a tag that nobody can choose.
#[must_use]
pub fn unknown(kind: LabelKind) -> Problem {
    let field = match kind {
        LabelKind::Place => "place",
        LabelKind::Tag => "tags",
    };
    Problem::new(field, "NOT_FOUND", "This isn’t in the council’s list any more. Choose again.").of("label")
}

fn saved(saved: LabelSaved) -> Result<(), IdeaError> {
    let problem = match saved {
        LabelSaved::Done => return Ok(()),
        LabelSaved::Unknown => return Err(IdeaError::NotFound),
        LabelSaved::Taken => Problem::new("name", "TAKEN", "There is one of this name already. Choose another name."),
        LabelSaved::Full => {
            let words = format!("There are {} of them, and no more fit.", Label::MOST);
            Problem::new("name", "TOO_MANY", words).with("most", Label::MOST)
        }
    };
    Err(problem.of("label").into())
}
