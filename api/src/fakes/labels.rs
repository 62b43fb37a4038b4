//! Places and tags for tests: one place, which idea 1 is about, and one tag, which nothing has.

use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{IdeaId, LabelId, Sources, StorageError};
use folkmoot_ideas::{ChangeLabel, Label, LabelKind, LabelSaved, LabelStore, Labels, NewLabel};

use super::{Memory, the};

pub(super) fn over(memory: &Arc<Memory>, sources: &Sources) -> Labels {
    Labels::new(Arc::clone(memory) as _, sources.clone())
}

fn label(number: u128, kind: LabelKind, slug: &str, name: &str) -> Label {
    Label { id: the(number), kind, slug: slug.to_owned(), name: name.to_owned(), closed_at: None }
}

#[async_trait]
impl LabelStore for Memory {
    async fn labels(&self) -> Result<Vec<Label>, StorageError> {
        self.asked()?;
        Ok(vec![label(1, LabelKind::Place, "harbour", "Harbour"), label(2, LabelKind::Tag, "trees", "Trees")])
    }
    async fn labels_of(&self, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Label)>, StorageError> {
        self.asked()?;
        let first = ideas.iter().filter(|idea| **idea == the(1));
        Ok(first.map(|idea| (*idea, label(1, LabelKind::Place, "harbour", "Harbour"))).collect())
    }
    async fn add_label(&self, _label: NewLabel) -> Result<LabelSaved, StorageError> {
        self.asked()?;
        Ok(LabelSaved::Taken)
    }
    async fn change_label(&self, _change: ChangeLabel) -> Result<LabelSaved, StorageError> {
        self.asked()?;
        Ok(LabelSaved::Done)
    }
    async fn place(&self, _idea: IdeaId, _place: Option<LabelId>) -> Result<(), StorageError> {
        self.asked()
    }
    async fn tag(&self, _idea: IdeaId, _tags: &[LabelId]) -> Result<(), StorageError> {
        self.asked()
    }
}
