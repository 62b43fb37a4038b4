//! From rows to ideas: one select that every read starts from, and one way back to the domain.

use folkmoot_common::{CampaignId, Id, IdeaId, Language, PersonId, StorageError, Tally, Timestamp};
use folkmoot_ideas::{Idea, IdeaStatus, Title};
use folkmoot_text::{Markdown, SafeHtml};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult};
use uuid::Uuid;

use super::campaigns::{MODE, mode};
use crate::error::sealed;

/// An idea with its counts.
#[derive(Debug, FromQueryResult)]
pub(crate) struct IdeaRow {
    id: Uuid,
    number: i64,
    slug: String,
    campaign_id: Uuid,
    author_id: Uuid,
    title: String,
    body: String,
    status: String,
    publishing_mode: String,
    hidden_at: Option<i64>,
    withdrawn_because: Option<String>,
    created_at: i64,
    published_at: Option<i64>,
    edited_at: Option<i64>,
    revision: i32,
    language: String,
    merged_into: Option<i64>,
    redacted_at: Option<i64>,
    support: i64,
    oppose: i64,
    comments: i64,
    version: i64,
}

const WORDS: [&str; 17] = [
    "id",
    "number",
    "slug",
    "campaign_id",
    "author_id",
    "title",
    "body",
    "status",
    "hidden_at",
    "withdrawn_because",
    "created_at",
    "published_at",
    "edited_at",
    "revision",
    "language",
    "merged_into",
    "redacted_at",
];

const COUNTS: [&str; 4] = ["support", "oppose", "comments", "version"];

/// Ideas beside their tallies, not yet filtered. Lists go without HTML: cards don't show it.
pub(crate) fn select() -> SelectStatement {
    // Asked for row by row: a join would let SQLite begin with the campaigns, and leave the order of the index.
    let mode = Expr::cust(MODE);
    Query::select()
        .columns(WORDS.map(|column| ("idea", column)))
        .columns(COUNTS.map(|column| ("tally", column)))
        .expr_as(mode, "publishing_mode")
        .from("tally")
        .inner_join("idea", Expr::col(("idea", "id")).equals(("tally", "idea_id")))
        .take()
}

/// The same with the HTML, and with how many supporters came with merged ideas, for one idea.
pub(crate) fn select_with_html() -> SelectStatement {
    let carried =
        Expr::cust("(SELECT CAST(coalesce(sum(people), 0) AS BIGINT) FROM carried WHERE carried.idea_id = idea.id)");
    select().columns([("idea", "html"), ("idea", "html_policy")]).expr_as(carried, "carried").take()
}

/// The ideas of such a select.
pub(crate) async fn read(from: &impl ConnectionTrait, select: &SelectStatement) -> Result<Vec<Idea>, StorageError> {
    let rows = from.query_all(select).await.map_err(sealed)?;
    rows.iter().map(idea).collect()
}

/// One row as an idea, without its HTML.
pub(crate) fn idea(found: &QueryResult) -> Result<Idea, StorageError> {
    IdeaRow::from_query_result(found, "").map_err(sealed)?.into_idea()
}

/// One row of [`select_with_html`]. What an older policy made is rendered anew.
pub(crate) fn whole(found: &QueryResult) -> Result<Idea, StorageError> {
    let idea = idea(found)?;
    let html = found.try_get("", "html").map_err(sealed)?;
    let policy = found.try_get("", "html_policy").map_err(sealed)?;
    let html = Some(rendered(&idea.body, html, policy));
    Ok(Idea { html, carried: found.try_get("", "carried").map_err(sealed)?, ..idea })
}

impl IdeaRow {
    fn into_idea(self) -> Result<Idea, StorageError> {
        let status = IdeaStatus::parse(&self.status)
            .ok_or_else(|| StorageError::corrupt(format!("idea {} has the status {}", self.number, self.status)))?;
        let id = IdeaId::from_uuid(self.id);
        let body = Markdown::from_stored(self.body);
        Ok(Idea {
            id,
            number: self.number,
            slug: self.slug,
            campaign: CampaignId::from_uuid(self.campaign_id),
            author: PersonId::from_uuid(self.author_id),
            title: Title::from_stored(self.title),
            body,
            html: None,
            language: Language::from_stored(self.language),
            status,
            publishing_mode: mode(&self.publishing_mode)?,
            hidden: self.hidden_at.is_some(),
            withdrawn_because: self.withdrawn_because,
            merged_into: self.merged_into,
            carried: 0,
            redacted_at: self.redacted_at.map(Timestamp::from_micros),
            created_at: Timestamp::from_micros(self.created_at),
            published_at: self.published_at.map(Timestamp::from_micros),
            edited_at: self.edited_at.map(Timestamp::from_micros),
            revision: self.revision,
            tally: Tally {
                idea: id,
                support: self.support,
                oppose: self.oppose,
                comments: self.comments,
                version: self.version,
            },
        })
    }
}

/// The HTML that was kept, or a new one when there is none or the policy has changed since.
pub(crate) fn rendered(body: &Markdown, html: Option<String>, policy: Option<i32>) -> SafeHtml {
    html.zip(policy).and_then(|(html, policy)| SafeHtml::from_stored(html, policy)).unwrap_or_else(|| body.to_html())
}
