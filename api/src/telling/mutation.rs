//! Choosing what to hear: parse the id, call the rule, say what came of it.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::IdeaId;
use folkmoot_replies::{Heard, NoticePace};

use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::user_error::UserError;

/// The acts on what one hears.
#[derive(Default)]
pub(crate) struct TellingMutations;

#[Object]
impl TellingMutations {
    /// Tells the viewer from now on what happens with an idea. Sending it again changes nothing.
    async fn follow_idea(&self, ctx: &Context<'_>, input: FollowIdeaInput) -> Result<FollowIdeaPayload, ApiError> {
        follow(ctx, &input.idea_id, true).await.map(FollowIdeaPayload)
    }

    /// Tells the viewer nothing more of an idea, even if they posted or support it. Sending it again changes nothing.
    async fn unfollow_idea(
        &self,
        ctx: &Context<'_>,
        input: UnfollowIdeaInput,
    ) -> Result<UnfollowIdeaPayload, ApiError> {
        follow(ctx, &input.idea_id, false).await.map(UnfollowIdeaPayload)
    }

    /// Sets how often the viewer is told what happens with ideas that they posted, support or follow.
    async fn set_notices(&self, ctx: &Context<'_>, input: SetNoticesInput) -> Result<SetNoticesPayload, ApiError> {
        ctx.signed_in()?;
        match ctx.services()?.telling.choose(&ctx.viewer(), input.notices.into()).await? {
            Heard::Done => Ok(SetNoticesPayload {
                outcome: NoticesOutcome::Saved,
                notices: input.notices,
                user_errors: Vec::new(),
            }),
            Heard::NotFound | Heard::NotSignedIn => Err(ApiError::signed_out()),
        }
    }
}

/// An idea to hear of.
#[derive(InputObject)]
pub(crate) struct FollowIdeaInput {
    /// Which idea.
    idea_id: ID,
}

/// An idea to hear no more of.
#[derive(InputObject)]
pub(crate) struct UnfollowIdeaInput {
    /// Which idea.
    idea_id: ID,
}

/// How often to hear.
#[derive(InputObject)]
pub(crate) struct SetNoticesInput {
    /// How often.
    notices: Notices,
}

macro_rules! payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub(crate) struct $name(Followed);

        $(#[$doc])*
        #[Object]
        impl $name {
            /// In one word.
            async fn outcome(&self) -> FollowOutcome {
                self.0.outcome
            }

            /// What to mend; empty if it is as wished.
            async fn user_errors(&self) -> &[UserError] {
                &self.0.user_errors
            }

            /// The idea itself, read only if you ask for it.
            async fn idea(&self, ctx: &Context<'_>) -> Result<Option<Idea>, ApiError> {
                let Some(id) = self.0.idea else { return Ok(None) };
                ctx.loaders()?.idea(id).await?.map(|idea| Idea::alone(ctx, idea)).transpose()
            }
        }
    };
}

payload!(
    /// What became of following an idea.
    FollowIdeaPayload
);
payload!(
    /// What became of leaving an idea alone.
    UnfollowIdeaPayload
);

/// What became of either.
struct Followed {
    outcome: FollowOutcome,
    idea: Option<IdeaId>,
    user_errors: Vec<UserError>,
}

async fn follow(ctx: &Context<'_>, id: &ID, follows: bool) -> Result<Followed, ApiError> {
    ctx.signed_in()?;
    let idea: IdeaId = match ids::field(id, "ideaId") {
        Ok(idea) => idea,
        Err(problem) => {
            return Ok(Followed { outcome: FollowOutcome::Invalid, idea: None, user_errors: vec![problem.into()] });
        }
    };
    match ctx.services()?.telling.follow(&ctx.viewer(), idea, follows).await? {
        Heard::Done => Ok(Followed { outcome: FollowOutcome::Saved, idea: Some(idea), user_errors: Vec::new() }),
        Heard::NotFound => Err(ApiError::not_found()),
        Heard::NotSignedIn => Err(ApiError::signed_out()),
    }
}

/// What became of following.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum FollowOutcome {
    /// It is as wished.
    Saved,
    /// The input must be mended; nothing changed.
    Invalid,
}

/// What became of the choice.
#[derive(SimpleObject)]
pub(crate) struct SetNoticesPayload {
    /// In one word.
    outcome: NoticesOutcome,
    /// How often they hear now.
    notices: Notices,
    /// What to mend; always empty, because every choice can be made.
    user_errors: Vec<UserError>,
}

/// What became of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum NoticesOutcome {
    /// It is as wished.
    Saved,
}

/// How often somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "NoticePace")]
pub(crate) enum Notices {
    /// When it happens.
    AtOnce,
    /// Once a day, everything in one letter.
    Daily,
    /// Once a week, everything in one letter.
    Weekly,
    /// Not at all.
    Never,
}
