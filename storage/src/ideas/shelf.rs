//! The port of ideas, over the database.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{CampaignId, Id, IdeaId, Page, PageRequest, StorageError, Timestamp};
use folkmoot_ideas::{
    Campaign, EditIdea, Idea, IdeaQuery, IdeaStatus, IdeaStore, Listed, NewCampaign, NewIdea, PastIdea, Revision,
    Title, Visibility,
};
use folkmoot_text::{Markdown, POLICY, slug};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder};

use super::{campaigns, list, past, row, search, visible_to};
use crate::Store;
use crate::entity::idea_revision;
use crate::error::sealed;
use crate::sql::{statement, trend};

#[async_trait]
impl IdeaStore for Store {
    async fn insert(&self, new: NewIdea) -> Result<Option<Idea>, StorageError> {
        let listed = new.status.is_public();
        let html = new.text.body.to_html();
        let tx = self.begin().await?;
        let written = statement(
            self.backend(),
            "INSERT INTO idea (id, campaign_id, author_id, title, slug, body, html, html_policy, status, created_at, \
             published_at, language, revision) SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1 FROM campaign \
             WHERE id = $2 AND opens_at <= {now} AND (closes_at IS NULL OR closes_at > {now})",
            [
                new.id.uuid().into(),
                new.campaign.uuid().into(),
                new.author.uuid().into(),
                new.text.title.as_str().into(),
                slug(new.text.title.as_str()).into(),
                new.text.body.as_str().into(),
                html.as_str().into(),
                POLICY.into(),
                new.status.as_str().to_lowercase().into(),
                new.at.micros().into(),
                listed.then(|| new.at.micros()).into(),
                new.text.language.as_str().into(),
            ],
        );
        if tx.execute_raw(written).await.map_err(sealed)?.rows_affected() == 0 {
            return Ok(None);
        }
        let tally = format!(
            "INSERT INTO tally (idea_id, campaign_id, listed, votable, trend, born_at) VALUES ($1, $2, $3, $3, {}, $4)",
            trend("CAST($4 AS BIGINT)", "0", "0")
        );
        let values = [new.id.uuid().into(), new.campaign.uuid().into(), listed.into(), new.at.micros().into()];
        tx.execute_raw(statement(self.backend(), &tally, values)).await.map_err(sealed)?;
        tx.commit().await.map_err(sealed)?;
        self.find(Visibility::Everything, new.id).await
    }

    async fn edit(&self, edit: EditIdea) -> Result<bool, StorageError> {
        let tx = self.begin().await?;
        // Two edits of one revision race for this row; the loser inserts nothing.
        let kept = statement(
            self.backend(),
            "INSERT INTO idea_revision (idea_id, revision, title, body, written_at) \
             SELECT id, revision, title, body, coalesce(edited_at, created_at) FROM idea \
             WHERE id = $1 AND revision = $2 AND status IN ('submitted', 'published') AND hidden_at IS NULL \
             ON CONFLICT DO NOTHING",
            [edit.id.uuid().into(), edit.seen.into()],
        );
        if tx.execute_raw(kept).await.map_err(sealed)?.rows_affected() == 0 {
            return Ok(false);
        }
        let html = edit.text.body.to_html();
        let changed = statement(
            self.backend(),
            "UPDATE idea SET title = $3, slug = $4, body = $5, html = $6, html_policy = $7, edited_at = $8, \
             language = $9, revision = revision + 1 WHERE id = $1 AND revision = $2",
            [
                edit.id.uuid().into(),
                edit.seen.into(),
                edit.text.title.as_str().into(),
                slug(edit.text.title.as_str()).into(),
                edit.text.body.as_str().into(),
                html.as_str().into(),
                POLICY.into(),
                edit.at.micros().into(),
                edit.text.language.as_str().into(),
            ],
        );
        if tx.execute_raw(changed).await.map_err(sealed)?.rows_affected() == 0 {
            return Ok(false);
        }
        tx.commit().await.map_err(sealed)?;
        Ok(true)
    }

    async fn shift(
        &self,
        id: IdeaId,
        from: IdeaStatus,
        to: IdeaStatus,
        reason: Option<&str>,
    ) -> Result<bool, StorageError> {
        let tx = self.begin().await?;
        let withdrawn_because = reason.filter(|_| to == IdeaStatus::Withdrawn);
        let moved = statement(
            self.backend(),
            "UPDATE idea SET status = $3, withdrawn_because = $4, \
             published_at = CASE WHEN $5 THEN coalesce(published_at, {now}) ELSE published_at END \
             WHERE id = $1 AND status = $2",
            [
                id.uuid().into(),
                from.as_str().to_lowercase().into(),
                to.as_str().to_lowercase().into(),
                withdrawn_because.into(),
                to.is_public().into(),
            ],
        );
        if tx.execute_raw(moved).await.map_err(sealed)?.rows_affected() == 0 {
            return Ok(false);
        }
        let listing = statement(
            self.backend(),
            "UPDATE tally SET listed = ($2 AND hidden.hidden_at IS NULL), votable = ($3 AND hidden.hidden_at IS NULL) \
             FROM idea AS hidden WHERE tally.idea_id = $1 AND hidden.id = tally.idea_id",
            [id.uuid().into(), to.is_public().into(), to.is_open().into()],
        );
        tx.execute_raw(listing).await.map_err(sealed)?;
        tx.commit().await.map_err(sealed)?;
        Ok(true)
    }

    async fn find(&self, sight: Visibility, id: IdeaId) -> Result<Option<Idea>, StorageError> {
        one(self, sight, Expr::col(("idea", "id")).eq(id.uuid())).await
    }

    async fn find_number(&self, sight: Visibility, number: i64) -> Result<Option<Idea>, StorageError> {
        one(self, sight, Expr::col(("idea", "number")).eq(number)).await
    }

    async fn find_many(&self, sight: Visibility, ids: &[IdeaId]) -> Result<Vec<Idea>, StorageError> {
        let ids = ids.iter().map(|id| id.uuid());
        many(self, sight, Expr::col(("idea", "id")).is_in(ids)).await
    }

    async fn was_withdrawn(&self, number: i64) -> Result<bool, StorageError> {
        let asked = statement(
            self.backend(),
            "SELECT 1 AS one FROM idea WHERE number = $1 AND status = 'withdrawn' AND hidden_at IS NULL \
             AND published_at IS NOT NULL",
            [number.into()],
        );
        Ok(self.read().query_one_raw(asked).await.map_err(sealed)?.is_some())
    }

    async fn public_ids(&self, numbers: &[i64]) -> Result<HashMap<i64, IdeaId>, StorageError> {
        let found =
            many(self, Visibility::Public, Expr::col(("idea", "number")).is_in(numbers.iter().copied())).await?;
        Ok(found.into_iter().map(|idea| (idea.number, idea.id)).collect())
    }

    async fn list(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<Page<Listed>, StorageError> {
        list::list(self, sight, query, page).await
    }

    async fn count(&self, sight: Visibility, query: &IdeaQuery, most: u64) -> Result<u64, StorageError> {
        list::count(self, sight, query, most).await
    }

    async fn sizes(&self, ids: &[CampaignId], most: u64) -> Result<HashMap<CampaignId, u64>, StorageError> {
        campaigns::sizes(self, ids, most).await
    }

    async fn similar(
        &self,
        sight: Visibility,
        campaign: Option<CampaignId>,
        words: &[String],
        most: u64,
    ) -> Result<Vec<Idea>, StorageError> {
        search::similar(self, sight, campaign, words, most).await
    }

    async fn revisions(&self, id: IdeaId) -> Result<Vec<Revision>, StorageError> {
        let rows = idea_revision::Entity::find()
            .filter(idea_revision::Column::IdeaId.eq(id.uuid()))
            .order_by_asc(idea_revision::Column::Revision)
            .all(self.read())
            .await
            .map_err(sealed)?;
        let revision = |row: idea_revision::Model| Revision {
            revision: row.revision,
            title: Title::from_stored(row.title),
            body: Markdown::from_stored(row.body),
            written_at: Timestamp::from_micros(row.written_at),
        };
        Ok(rows.into_iter().map(revision).collect())
    }

    async fn campaign(&self, slug: &str) -> Result<Option<Campaign>, StorageError> {
        campaigns::by_slug(self, slug).await
    }

    async fn campaigns(&self, ids: &[CampaignId]) -> Result<Vec<Campaign>, StorageError> {
        campaigns::by_ids(self, ids).await
    }

    async fn all_campaigns(&self, now: Timestamp) -> Result<Vec<Campaign>, StorageError> {
        campaigns::all(self, now).await
    }

    async fn make_campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError> {
        campaigns::make(self, campaign).await
    }

    async fn take(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        past::take(self, ideas).await
    }
}

async fn one(store: &Store, sight: Visibility, which: Expr) -> Result<Option<Idea>, StorageError> {
    Ok(many(store, sight, which).await?.pop())
}

async fn many(store: &Store, sight: Visibility, which: Expr) -> Result<Vec<Idea>, StorageError> {
    let mut select = row::select();
    select.cond_where(visible_to(sight)).and_where(which);
    let rows = store.read().query_all(&select).await.map_err(sealed)?;
    let idea = |found| row::IdeaRow::from_query_result(&found, "").map_err(sealed)?.into_idea();
    rows.into_iter().map(idea).collect()
}
