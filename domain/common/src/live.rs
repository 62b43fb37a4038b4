//! The megaphone: tells listeners, here and on other nodes, that an idea's tally moved or that somebody commented.
//!
//! It is best effort by design. Nothing is decided by it, no request waits for it to succeed, and whoever listens
//! starts from what the database says.

use async_trait::async_trait;
use futures::stream::BoxStream;

use crate::{CommentId, IdeaId, Tally};

/// Tallies as they move: absolute, and never older than one already seen.
pub type TallyStream = BoxStream<'static, Tally>;

/// Ids of comments as they are posted; each listener loads what its own viewer may see.
pub type CommentStream = BoxStream<'static, CommentId>;

/// Ideas as the council answers them; each listener looks up what it may see.
pub type AnswerStream = BoxStream<'static, IdeaId>;

/// How changes reach those who are watching.
#[async_trait]
pub trait Live: Send + Sync {
    /// Says that an idea's tally is now this. Call it after the commit, never before. Never fails the caller.
    async fn announce(&self, tally: Tally);

    /// Says that a comment was posted and is public.
    async fn announce_comment(&self, idea: IdeaId, comment: CommentId);

    /// Says that the council answered the idea, or revised its answer.
    async fn announce_answer(&self, idea: IdeaId);

    /// Every later tally of these ideas: at most two a second for each idea, the newest when there were more.
    fn tallies(&self, ideas: &[IdeaId]) -> TallyStream;

    /// Every comment posted under the idea from now on. A listener too slow to follow loses the oldest.
    fn comments(&self, idea: IdeaId) -> CommentStream;

    /// Which of these ideas the council answers from now on. A listener too slow to follow loses the oldest.
    fn answers(&self, ideas: &[IdeaId]) -> AnswerStream;
}
