//! The megaphone of one node.

use async_trait::async_trait;
use folkmoot_common::{AnswerStream, CommentId, CommentStream, IdeaId, Live, Tally, TallyStream};

use super::hub::Hub;

/// Carries changes to listeners of this process only.
#[derive(Clone)]
pub struct MemoryLive {
    hub: Hub,
}

impl MemoryLive {
    /// A megaphone that nobody listens to yet.
    #[must_use]
    pub fn new() -> Self {
        Self { hub: Hub::new() }
    }
}

impl Default for MemoryLive {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl Live for MemoryLive {
    async fn announce(&self, tally: Tally) {
        self.hub.tell(tally);
    }

    async fn announce_comment(&self, idea: IdeaId, comment: CommentId) {
        self.hub.tell_comment(idea, comment);
    }

    async fn announce_answer(&self, idea: IdeaId) {
        self.hub.tell_answer(idea);
    }

    fn tallies(&self, ideas: &[IdeaId]) -> TallyStream {
        self.hub.tallies(ideas)
    }

    fn comments(&self, idea: IdeaId) -> CommentStream {
        self.hub.comments(idea)
    }

    fn answers(&self, ideas: &[IdeaId]) -> AnswerStream {
        self.hub.answers(ideas)
    }
}
