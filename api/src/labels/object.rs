//! A place or a tag as API clients read it.

use async_graphql::{Enum, ID, Object};
use folkmoot_ideas as domain;

use crate::ids;

/// A place or a tag.
pub(crate) struct Label(pub(crate) domain::Label);

/// A place that ideas are about, or a tag that staff put on them.
#[Object]
impl Label {
    /// Opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// Which of the two.
    async fn kind(&self) -> LabelKind {
        self.0.kind.into()
    }

    /// Its short name: what filters and addresses call it. It never changes.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether nobody can choose it any more. Ideas that have it keep it.
    async fn is_closed(&self) -> bool {
        !self.0.is_open()
    }
}

/// The council's two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::LabelKind")]
pub(crate) enum LabelKind {
    /// Where an idea is about: at most one, chosen by its author.
    Place,
    /// What an idea is about: at most five, chosen by staff.
    Tag,
}
