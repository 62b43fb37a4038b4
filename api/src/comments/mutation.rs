//! Posting, editing and deleting a comment.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_comments::{CommentError, CommentState, CommentText};
use folkmoot_common::{Language, Problems};

use super::object::{Comment, Stance};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ideas::EditOutcome;
use crate::ids;
use crate::user_error::{UserError, refusal, user_errors};

/// The acts on comments.
#[derive(Default)]
pub(crate) struct CommentMutations;

#[Object]
impl CommentMutations {
    /// Posts a comment under an idea, or a reply under another comment of it.
    async fn post_comment(&self, ctx: &Context<'_>, input: PostCommentInput) -> Result<PostCommentPayload, ApiError> {
        ctx.signed_in()?;
        let own = &ctx.services()?.language;
        let mut problems = Problems::default();
        let idea = problems.check(ids::field(&input.idea_id, "ideaId"));
        let parent = problems.check(input.parent_id.map(|id| ids::field(&id, "parentId")).transpose());
        let text = text(&input.body, input.stance, &mut problems);
        let language = input.language.as_deref().map(Language::parse).transpose();
        let language = problems.check(language).map(|said| said.unwrap_or_else(|| own.clone()));
        let (Some(idea), Some(parent), Some(text), Some(language)) = (idea, parent, text, language) else {
            return Ok(PostCommentPayload::not(PostCommentOutcome::Invalid, user_errors(problems)));
        };

        match ctx.services()?.comments.post(&ctx.viewer(), idea, parent, text.in_language(language)).await {
            Ok(comment) => Ok(PostCommentPayload {
                outcome: match comment.state {
                    CommentState::Published => PostCommentOutcome::Posted,
                    _ => PostCommentOutcome::Waiting,
                },
                comment: Some(Comment::alone(ctx, comment)?),
                user_errors: Vec::new(),
            }),
            Err(CommentError::Closed) => Ok(PostCommentPayload::not(
                PostCommentOutcome::DiscussionClosed,
                refusal("ideaId", "DISCUSSION_CLOSED", "The discussion of this idea is closed."),
            )),
            Err(CommentError::TooDeep) => Ok(PostCommentPayload::not(
                PostCommentOutcome::TooDeep,
                refusal("parentId", "TOO_DEEP", "This thread is as deep as threads go. Reply to a comment further up."),
            )),
            Err(error) => Err(error.into()),
        }
    }

    /// Changes what a comment says. What it said stays readable in its history.
    async fn edit_comment(&self, ctx: &Context<'_>, input: EditCommentInput) -> Result<EditCommentPayload, ApiError> {
        ctx.signed_in()?;
        let mut problems = Problems::default();
        let id = problems.check(ids::field(&input.comment_id, "commentId"));
        let text = text(&input.body, input.stance, &mut problems);
        let (Some(id), Some(text)) = (id, text) else {
            let user_errors = user_errors(problems);
            return Ok(EditCommentPayload { outcome: EditOutcome::Invalid, comment: None, user_errors });
        };

        let comment = match ctx.services()?.comments.edit(&ctx.viewer(), id, input.revision, text).await {
            Err(CommentError::Refused(problem)) => {
                let user_errors = user_errors(problem.into());
                return Ok(EditCommentPayload { outcome: EditOutcome::Refused, comment: None, user_errors });
            }
            edited => edited?,
        };

        let comment = Some(Comment::alone(ctx, comment)?);
        Ok(EditCommentPayload { outcome: EditOutcome::Saved, comment, user_errors: Vec::new() })
    }

    /// Takes a comment back. Its place stays; its words and its author are gone from everywhere.
    async fn delete_comment(
        &self,
        ctx: &Context<'_>,
        input: DeleteCommentInput,
    ) -> Result<DeleteCommentPayload, ApiError> {
        ctx.signed_in()?;
        let id = match ids::field(&input.comment_id, "commentId") {
            Ok(id) => id,
            Err(problem) => {
                let user_errors = vec![problem.into()];
                return Ok(DeleteCommentPayload { outcome: DeleteCommentOutcome::Invalid, comment: None, user_errors });
            }
        };

        let comment = ctx.services()?.comments.delete(&ctx.viewer(), id).await?;

        let comment = Some(Comment::alone(ctx, comment)?);
        Ok(DeleteCommentPayload { outcome: DeleteCommentOutcome::Deleted, comment, user_errors: Vec::new() })
    }
}

fn text(body: &str, stance: Option<Stance>, problems: &mut Problems) -> Option<CommentText> {
    let stance: folkmoot_comments::Stance = stance.map(Into::into).unwrap_or_default();
    CommentText::parse(body, Some(stance.as_str())).map_err(|more| problems.0.extend(more.0)).ok()
}

/// A comment to post.
#[derive(InputObject)]
pub(crate) struct PostCommentInput {
    /// Under which idea.
    idea_id: ID,
    /// What it replies to; leave it out to comment on the idea itself.
    parent_id: Option<ID>,
    /// Where you stand; NEUTRAL if left out.
    stance: Option<Stance>,
    /// The text, in Markdown: at most 5,000 characters.
    body: String,
    /// What it is written in, as a short code: `en`, `cy`, `pt-BR`. The site's first language, if left out.
    language: Option<String>,
}

/// What became of a comment.
#[derive(SimpleObject)]
pub(crate) struct PostCommentPayload {
    /// In one word.
    outcome: PostCommentOutcome,
    /// The comment, if it was posted.
    comment: Option<Comment>,
    /// What to mend; empty if it was posted.
    user_errors: Vec<UserError>,
}

impl PostCommentPayload {
    const fn not(outcome: PostCommentOutcome, user_errors: Vec<UserError>) -> Self {
        Self { outcome, comment: None, user_errors }
    }
}

/// What became of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum PostCommentOutcome {
    /// It stands under the idea.
    Posted,
    /// It waits for a moderator; its author sees it already.
    Waiting,
    /// The idea takes no comments any more.
    DiscussionClosed,
    /// The thread is as deep as threads go.
    TooDeep,
    /// Something typed must be mended; nothing was posted.
    Invalid,
}

/// What a comment shall say.
#[derive(InputObject)]
pub(crate) struct EditCommentInput {
    /// Which comment.
    comment_id: ID,
    /// The revision that its author has before them; any other is a CONFLICT.
    revision: i32,
    /// Its new stance; NEUTRAL if left out.
    stance: Option<Stance>,
    /// Its new text, in Markdown.
    body: String,
}

/// What became of an edit.
#[derive(SimpleObject)]
pub(crate) struct EditCommentPayload {
    /// In one word.
    outcome: EditOutcome,
    /// The comment as it is now.
    comment: Option<Comment>,
    /// What to mend; empty if it was saved.
    user_errors: Vec<UserError>,
}

/// A comment to take back.
#[derive(InputObject)]
pub(crate) struct DeleteCommentInput {
    /// Which comment.
    comment_id: ID,
}

/// What became of a deletion.
#[derive(SimpleObject)]
pub(crate) struct DeleteCommentPayload {
    /// In one word.
    outcome: DeleteCommentOutcome,
    /// The place that stays.
    comment: Option<Comment>,
    /// What to mend; empty if it was deleted.
    user_errors: Vec<UserError>,
}

/// What became of a deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum DeleteCommentOutcome {
    /// Its words are gone.
    Deleted,
    /// The input must be mended; nothing was changed.
    Invalid,
}
