//! Campaigns as they are kept. There are few of them: a list is all of them.

use std::collections::HashMap;

use folkmoot_common::{CampaignId, Id, Language, StorageError, Timestamp};
use folkmoot_ideas::{Campaign, CampaignChanged, ChangeCampaign, NewCampaign, PublishingMode, VotingRule};
use folkmoot_text::Markdown;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryResult};
use uuid::Uuid;

use crate::Store;
use crate::entity::campaign::{ActiveModel, Column, Entity, Model};
use crate::error::sealed;
use crate::sql::{get, one, run, statement};

pub(super) async fn by_slug(store: &Store, slug: &str) -> Result<Option<Campaign>, StorageError> {
    let found = Entity::find().filter(Column::Slug.eq(slug)).one(store.read()).await.map_err(sealed)?;
    found.map(campaign).transpose()
}

pub(super) async fn by_ids(store: &Store, ids: &[CampaignId]) -> Result<Vec<Campaign>, StorageError> {
    let ids = ids.iter().map(|id| id.uuid());
    let found = Entity::find().filter(Column::Id.is_in(ids)).all(store.read()).await.map_err(sealed)?;
    found.into_iter().map(campaign).collect()
}

/// One statement for all of them, along the index of each campaign's list, and no further than `most` rows of it. Asked for
/// as a range, in the order of that index: in the order of ids alone PostgreSQL would walk along everybody's.
pub(super) async fn sizes(
    store: &Store,
    ids: &[CampaignId],
    most: u64,
) -> Result<HashMap<CampaignId, u64>, StorageError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places = (1..=ids.len()).map(|at| format!("${at}")).collect::<Vec<_>>().join(", ");
    let counted = format!(
        "SELECT campaign.id AS id, (SELECT COUNT(*) FROM (SELECT 1 AS one FROM tally \
         WHERE tally.campaign_id >= campaign.id AND tally.campaign_id <= campaign.id AND tally.listed = TRUE \
         ORDER BY tally.campaign_id, tally.idea_id LIMIT {most}) AS bounded) AS n \
         FROM campaign WHERE campaign.id IN ({places})"
    );
    let values = ids.iter().map(|id| id.uuid().into());
    let rows = store.read().query_all_raw(statement(store.backend(), &counted, values)).await.map_err(sealed)?;
    let size = |row: &QueryResult| {
        let (id, n): (Uuid, i64) = (row.try_get("", "id").map_err(sealed)?, row.try_get("", "n").map_err(sealed)?);
        Ok((CampaignId::from_uuid(id), u64::try_from(n).unwrap_or(0)))
    };
    rows.iter().map(size).collect()
}

pub(super) async fn all(store: &Store, now: Timestamp) -> Result<Vec<Campaign>, StorageError> {
    let found = Entity::find().all(store.read()).await.map_err(sealed)?;
    let mut campaigns = found.into_iter().map(campaign).collect::<Result<Vec<_>, _>>()?;
    campaigns.sort_by_key(|campaign| {
        let ends = campaign.closes_at.map_or(i64::MAX, Timestamp::micros);
        if campaign.is_open(now) { (0, ends) } else { (1, -ends) }
    });
    Ok(campaigns)
}

pub(super) async fn make(store: &Store, new: NewCampaign) -> Result<Campaign, StorageError> {
    let slug = new.slug.as_str().to_owned();
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        slug: Set(slug.clone()),
        question: Set(new.question),
        brief: Set(new.brief.as_str().to_owned()),
        language: Set(new.language.as_str().to_owned()),
        opens_at: Set(new.opens_at.micros()),
        closes_at: Set(new.closes_at.map(Timestamp::micros)),
        voting_rule: Set(new.voting_rule.as_str().to_lowercase()),
        publishing_mode: Set(kept(new.publishing_mode).0.to_owned()),
        holds: Set(kept(new.publishing_mode).1.map(str::to_owned)),
        created_at: Set(new.created_at.micros()),
        version: Set(1),
        archived_at: Set(None),
    };
    let unless_there = OnConflict::column(Column::Slug).do_nothing().to_owned();
    let tx = store.begin().await?;
    Entity::insert(row).on_conflict(unless_there).exec_without_returning(&tx).await.map_err(sealed)?;
    tx.commit().await.map_err(sealed)?;
    by_slug(store, &slug).await?.ok_or_else(|| StorageError::corrupt("a campaign vanished as it was made"))
}

pub(super) async fn has_ideas(on: &impl ConnectionTrait, id: CampaignId) -> Result<bool, StorageError> {
    const ANY: &str = "SELECT 1 AS one FROM idea WHERE campaign_id = $1 LIMIT 1";
    Ok(one(on, ANY, [id.uuid().into()]).await?.is_some())
}

/// Posting an idea holds its campaign against this on PostgreSQL, by its foreign key; SQLite has one writer at a time.
pub(super) async fn change(store: &Store, change: ChangeCampaign) -> Result<CampaignChanged, StorageError> {
    let tx = store.begin().await?;
    let hold = if tx.get_database_backend() == DbBackend::Postgres { " FOR UPDATE" } else { "" };
    let held =
        one(&tx, &format!("SELECT version FROM campaign WHERE id = $1{hold}"), [change.id.uuid().into()]).await?;
    let version: Option<i32> = held.map(|row| get(&row, "version")).transpose()?;
    if version != Some(change.seen) {
        return Ok(CampaignChanged::Changed);
    }
    if change.unless_ideas && has_ideas(&tx, change.id).await? {
        return Ok(CampaignChanged::HasIdeas);
    }
    const CHANGE: &str = "UPDATE campaign SET question = $2, brief = $3, language = $4, opens_at = $5, \
         closes_at = CASE WHEN $11 THEN {now} ELSE $6 END, \
         voting_rule = $7, publishing_mode = $8, holds = $9, archived_at = $10, version = version + 1 WHERE id = $1";
    let settings = change.settings;
    let (publishing, holds) = kept(settings.publishing_mode);
    let values = [
        change.id.uuid().into(),
        settings.question.into(),
        settings.brief.as_str().into(),
        settings.language.as_str().into(),
        settings.opens_at.micros().into(),
        settings.closes_at.map(Timestamp::micros).into(),
        settings.voting_rule.as_str().to_lowercase().into(),
        publishing.into(),
        holds.map(str::to_owned).into(),
        change.archived_at.map(Timestamp::micros).into(),
        change.closes_now.into(),
    ];
    run(&tx, CHANGE, values).await?;
    tx.commit().await.map_err(sealed)?;
    if change.closes_now {
        close_after_all(store, change.id, change.seen + 1).await?;
    }
    Ok(CampaignChanged::Done)
}

/// Votes hold no campaign, so one may have come after the moment that closes it and before everybody could see that. It
/// counts; so the question closed after it, by the same clock. Whatever comes from now on is refused by either moment. A
/// node that is killed in between leaves the earlier one.
async fn close_after_all(store: &Store, id: CampaignId, version: i32) -> Result<(), StorageError> {
    const LATER: &str = "UPDATE campaign SET closes_at = {now} WHERE id = $1 AND version = $2 AND closes_at < {now}";
    let tx = store.begin().await?;
    run(&tx, LATER, [id.uuid().into(), version.into()]).await?;
    tx.commit().await.map_err(sealed)
}

fn campaign(row: Model) -> Result<Campaign, StorageError> {
    let unknown = |what: &str| StorageError::corrupt(format!("campaign {} has the {what}", row.slug));
    let voting_rule = match row.voting_rule.as_str() {
        "support_only" => VotingRule::SupportOnly,
        "support_and_oppose" => VotingRule::SupportAndOppose,
        other => return Err(unknown(other)),
    };
    let publishing_mode = mode(row.holds.as_deref().unwrap_or(&row.publishing_mode))?;
    Ok(Campaign {
        id: CampaignId::from_uuid(row.id),
        slug: row.slug,
        question: row.question,
        brief: Markdown::from_stored(row.brief),
        language: Language::from_stored(row.language),
        opens_at: Timestamp::from_micros(row.opens_at),
        closes_at: row.closes_at.map(Timestamp::from_micros),
        voting_rule,
        publishing_mode,
        archived_at: row.archived_at.map(Timestamp::from_micros),
        version: row.version,
    })
}

/// The publishing mode of the campaign that an idea's tally names, over a statement with `tally` in it.
pub(crate) const MODE: &str =
    "(SELECT coalesce(campaign.holds, campaign.publishing_mode) FROM campaign WHERE campaign.id = tally.campaign_id)";

/// The publishing mode as [`MODE`] gives it.
pub(crate) fn mode(word: &str) -> Result<PublishingMode, StorageError> {
    PublishingMode::parse(word)
        .ok_or_else(|| StorageError::corrupt(format!("a campaign has the publishing mode {word}")))
}

/// How the table keeps a mode: the two that an older program knows too, and what it holds less of.
const fn kept(mode: PublishingMode) -> (&'static str, Option<&'static str>) {
    match mode {
        PublishingMode::StraightAway => ("straight_away", None),
        PublishingMode::UnlessFlagged => ("after_review", Some("unless_flagged")),
        PublishingMode::FirstPosts => ("after_review", Some("first_posts")),
        PublishingMode::AfterReview => ("after_review", None),
    }
}
