//! Everything about one item, for whoever decides; and how much waits.

use async_graphql::{Context, ID, Object, SimpleObject};
use folkmoot_common::PersonId;
use folkmoot_moderation::{self as domain, ItemKind};

use super::decision::Decision;
use super::words::ReportGround;
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;
use crate::people::PublicPerson;

/// Everything about one item.
#[derive(SimpleObject)]
pub(crate) struct Dossier {
    /// What moderators should know of its author.
    author_record: AuthorRecord,
    /// Decisions on this very thing, latest first, at most twenty.
    earlier_decisions: Vec<Decision>,
    /// Reports, latest first, at most fifty.
    reports: Vec<ReportRead>,
    /// The edit that waits for a yes.
    pending_edit: Option<PendingEdit>,
    /// The appeal that the item is.
    appeal: Option<AppealRead>,
}

impl Dossier {
    pub(crate) fn new(ctx: &Context<'_>, dossier: domain::Dossier) -> Result<Self, ApiError> {
        let loaders = ctx.loaders()?;
        let decisions = dossier.earlier.iter().chain(&dossier.author.decisions);
        for decision in decisions.chain(dossier.appeal.as_ref().map(|appeal| &appeal.decision)) {
            if let Some(actor) = decision.actor {
                loaders.expect_person(actor);
            }
        }
        for reporter in dossier.reports.iter().filter_map(|report| report.reporter) {
            loaders.expect_person(reporter);
        }
        Ok(Self {
            author_record: dossier.author.into(),
            earlier_decisions: dossier.earlier.into_iter().map(Decision).collect(),
            reports: dossier.reports.into_iter().map(Into::into).collect(),
            pending_edit: dossier.edit.map(Into::into),
            appeal: dossier.appeal.map(Into::into),
        })
    }
}

/// What moderators should know of an author.
#[derive(SimpleObject)]
pub(crate) struct AuthorRecord {
    /// Since when they are here.
    since: DateTime,
    /// Ideas and comments of theirs that are public, counted up to 100.
    published: i32,
    /// Whether a moderator trusts them.
    is_trusted: bool,
    /// Up to when they may not post.
    suspended_until: Option<DateTime>,
    /// What was decided on things of theirs, latest first, at most ten.
    decisions: Vec<Decision>,
}

impl From<domain::AuthorRecord> for AuthorRecord {
    fn from(author: domain::AuthorRecord) -> Self {
        Self {
            since: author.since.into(),
            published: many(author.published),
            is_trusted: author.trusted,
            suspended_until: author.suspended_until.map(DateTime),
            decisions: author.decisions.into_iter().map(Decision).collect(),
        }
    }
}

/// A report as a moderator reads it.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct ReportRead {
    /// Opaque and lasting.
    id: ID,
    /// Its number, as the reporter has it.
    receipt: String,
    /// What is said to be wrong.
    ground: ReportGround,
    /// In the reporter's words.
    details: Option<String>,
    #[graphql(skip)]
    who: Option<PersonId>,
    /// What they say they are called.
    reporter_name: Option<String>,
    /// Whether an answer reaches them.
    is_answerable: bool,
    /// When.
    reported_at: DateTime,
}

#[async_graphql::ComplexObject]
impl ReportRead {
    /// Who says so, when they had signed in.
    async fn reporter(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        match self.who {
            None => Ok(None),
            Some(who) => Ok(ctx.loaders()?.person(who).await?.map(PublicPerson)),
        }
    }
}

impl From<domain::ReportRead> for ReportRead {
    fn from(report: domain::ReportRead) -> Self {
        Self {
            id: ids::global(report.id),
            receipt: report.receipt.as_str().to_owned(),
            ground: report.ground.into(),
            details: report.details,
            who: report.reporter,
            reporter_name: report.reporter_name,
            is_answerable: report.answerable,
            reported_at: report.at.into(),
        }
    }
}

/// An edit that waits for a yes.
#[derive(SimpleObject)]
pub(crate) struct PendingEdit {
    /// The revision that it would replace.
    revision: i32,
    /// The new title, of an idea.
    title: Option<String>,
    /// The new text.
    body_markdown: String,
    /// When it was written.
    written_at: DateTime,
}

impl From<domain::PendingEdit> for PendingEdit {
    fn from(edit: domain::PendingEdit) -> Self {
        Self {
            revision: edit.seen,
            title: edit.title,
            body_markdown: edit.body.as_str().to_owned(),
            written_at: edit.written_at.into(),
        }
    }
}

/// An appeal as a moderator reads it.
#[derive(SimpleObject)]
pub(crate) struct AppealRead {
    /// What it is against.
    decision: Decision,
    /// Who appeals: the author, or somebody whose report was turned down.
    is_by_reporter: bool,
    /// Why.
    words: String,
    /// When.
    filed_at: DateTime,
}

impl From<domain::AppealRead> for AppealRead {
    fn from(appeal: domain::AppealRead) -> Self {
        Self {
            decision: Decision(appeal.decision),
            is_by_reporter: appeal.by_reporter,
            words: appeal.words,
            filed_at: appeal.at.into(),
        }
    }
}

/// How much waits.
pub(crate) struct QueueCounts(pub(crate) domain::Counts);

/// How much waits; each kind is exact up to 10,000.
#[Object]
impl QueueCounts {
    /// All of it.
    async fn all(&self) -> i32 {
        many(self.0.all())
    }

    /// Later than promised.
    async fn overdue(&self) -> i32 {
        many(self.0.overdue)
    }

    /// Ideas.
    async fn ideas(&self) -> i32 {
        many(self.0.of(ItemKind::Idea))
    }

    /// Comments.
    async fn comments(&self) -> i32 {
        many(self.0.of(ItemKind::Comment))
    }

    /// Edits of something published.
    async fn edits(&self) -> i32 {
        many(self.0.of(ItemKind::Edit))
    }

    /// Things that people reported.
    async fn reports(&self) -> i32 {
        many(self.0.of(ItemKind::Report))
    }

    /// Requests to look again.
    async fn appeals(&self) -> i32 {
        many(self.0.of(ItemKind::Appeal))
    }

    /// Names.
    async fn names(&self) -> i32 {
        many(self.0.of(ItemKind::Name))
    }
}

/// A number that is never negative, as GraphQL's `Int` has it.
pub(super) fn many(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
