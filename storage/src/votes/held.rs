//! Ideas that somebody holds for longer than a commit takes: whoever votes on them is turned away at once, and nobody else
//! waits for them. What another node's desk or a comment holds for a moment is not among them: at the next look somebody
//! else has it. On SQLite, whose one lock is the whole file's, there are none.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use uuid::Uuid;

use super::writing;
use crate::Store;

/// Between two looks: longer than a commit takes.
const MOMENT: Duration = Duration::from_millis(50);

/// The ideas, each with who holds it.
#[derive(Default)]
pub(super) struct HeldUp(HashMap<Uuid, String>);

impl HeldUp {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn has(&self, idea: Uuid) -> bool {
        self.0.contains_key(&idea)
    }

    /// Looks twice who holds these, and who holds those that are known: of them no ballot is left that could wait. Where the database doesn't say, nobody does.
    pub(super) async fn look(&mut self, store: &Store, mut ideas: HashSet<Uuid>) {
        ideas.extend(self.0.keys());
        self.0 = writing::holders(store, ideas).await.unwrap_or_default();
        if !self.is_empty() {
            tokio::time::sleep(MOMENT).await;
            self.look_again(store).await;
        }
    }

    /// Forgets those that whoever held them has let go.
    pub(super) async fn look_again(&mut self, store: &Store) {
        let now = writing::holders(store, self.0.keys().copied().collect()).await.unwrap_or_default();
        self.0.retain(|idea, holder| now.get(idea) == Some(holder));
    }
}
