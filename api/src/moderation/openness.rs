//! What everybody may know of moderation: the log of decisions, without a name or a word that anybody wrote, and the rules in
//! every version. And what moderators see of their own work, for their eyes alone.

use async_graphql::{Context, ID, Object, SimpleObject};
use folkmoot_common::{DecisionId, Id as _, Language};
use folkmoot_moderation::{self as domain, DECISIONS, On, WhichDecisions};
use folkmoot_text::Markdown;

use super::decision::seconds;
use super::object::many;
use super::words::{ModerationAct, TargetKind};
use crate::connection::{Listing, Total, Window, listing};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::limits::list_cost;
use crate::{count, ids};

/// The questions about it.
#[derive(Default)]
pub(crate) struct OpennessQueries;

#[Object]
impl OpennessQueries {
    /// What moderators decided, the latest first, at most 100 at a time. For everybody, without names or words.
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    async fn moderation_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
    ) -> Result<Listing<LoggedDecision>, ApiError> {
        let request = Window { first, after, last, before }.request(DECISIONS)?;
        let page = ctx.services()?.moderation.log(&request).await?;
        Ok(listing(page.map(|logged| (logged.cursor.clone(), logged.into())), Total::Decisions(WhichDecisions::All)))
    }

    /// The board's rules as the council published them, every version, the latest first. Empty while the rules that the
    /// program brings stand.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn rules_versions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which language, as a short code. The site's first, if left out.")] language: Option<
            String,
        >,
    ) -> Result<Vec<RulesVersion>, ApiError> {
        let services = ctx.services()?;
        let language = match language {
            None => services.language.clone(),
            Some(code) => Language::parse(&code).map_err(|problem| ApiError::invalid(problem.message))?,
        };
        Ok(services.moderation.policies(&language).await?.into_iter().map(Into::into).collect())
    }

    /// The viewer's own decisions of the last ninety days, and how fast they decide at present. For moderators, of themselves.
    #[graphql(complexity = "1_000 + child_complexity")]
    async fn own_moderation(&self, ctx: &Context<'_>) -> Result<OwnModeration, ApiError> {
        ctx.staff()?;
        let moderation = &ctx.services()?.moderation;
        let own = moderation.reversals(&ctx.viewer()).await?;
        let pulse = moderation.pulse(&ctx.viewer()).await?;
        Ok(OwnModeration {
            decided: many(own.decided),
            overturned: many(own.overturned),
            undone: many(own.undone),
            decided_lately: many(pulse.decided),
            seconds_each: pulse.each.map(seconds),
        })
    }
}

/// A decision as everybody may know of it.
#[derive(SimpleObject)]
pub(crate) struct LoggedDecision {
    /// Opaque and lasting.
    id: ID,
    /// When.
    decided_at: DateTime,
    /// What was done.
    act: ModerationAct,
    /// To what kind of thing. Of acts on a person it isn't told on which.
    about: TargetKind,
    /// The public number of the idea, or of the one that the comment stands under.
    idea_number: Option<i32>,
    /// The comment's number under its idea.
    comment_number: Option<i32>,
    /// The code of the reason; `moderationReasons` has its words.
    reason_code: Option<String>,
    /// Whether moderators took it back themselves.
    is_undone: bool,
    /// Whether somebody asked for another look.
    is_appealed: bool,
    /// Whether the other look overturned it; null while nobody has answered.
    is_overturned: Option<bool>,
}

impl From<domain::Logged> for LoggedDecision {
    fn from(logged: domain::Logged) -> Self {
        let (about, idea, comment) = match logged.on {
            On::Idea { number, .. } => (TargetKind::Idea, number, None),
            On::Comment { idea, number } => (TargetKind::Comment, idea, number),
            On::Person => (TargetKind::Person, None, None),
        };
        Self {
            id: ids::global(DecisionId::from_uuid(logged.cursor.id)),
            decided_at: logged.at.into(),
            act: logged.act.into(),
            about,
            idea_number: idea.map(count),
            comment_number: comment,
            reason_code: logged.reason.map(|code| code.as_str().to_owned()),
            is_undone: logged.undone,
            is_appealed: logged.appealed,
            is_overturned: logged.overturned,
        }
    }
}

/// The rules of the board, as the council published them.
#[derive(SimpleObject)]
pub(crate) struct RulesVersion {
    /// 1 for the first.
    version: i32,
    /// The language, as a short code.
    language: String,
    /// As written.
    words_markdown: String,
    /// Fit to be shown.
    words_html: String,
    /// From when on they stand.
    published_at: DateTime,
}

impl From<domain::PolicyVersion> for RulesVersion {
    fn from(one: domain::PolicyVersion) -> Self {
        Self {
            version: one.version,
            language: one.language.as_str().to_owned(),
            words_html: Markdown::from_stored(one.words.clone()).to_html().as_str().to_owned(),
            words_markdown: one.words,
            published_at: one.published_at.into(),
        }
    }
}

/// A moderator's own work.
#[derive(SimpleObject)]
pub(crate) struct OwnModeration {
    /// Decisions of the last ninety days.
    decided: i32,
    /// Of those, overturned on appeal.
    overturned: i32,
    /// Of those, taken back without an appeal.
    undone: i32,
    /// Decisions of the last hour.
    decided_lately: i32,
    /// The median time from one of these to the next, pauses left out; null while there are too few to tell.
    seconds_each: Option<i32>,
}
