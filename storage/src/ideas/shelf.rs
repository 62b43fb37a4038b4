//! The port of ideas, over the database.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{CampaignId, Id, IdeaId, Page, PageRequest, StorageError, Timestamp};
use folkmoot_ideas::{
    Because, Campaign, CampaignChanged, ChangeCampaign, EditIdea, Idea, IdeaQuery, IdeaStatus, IdeaStore, Listed,
    NewCampaign, NewIdea, PastIdea, Revision, Visibility,
};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};

use super::{acts, campaigns, list, past, revisions, row, search, visible_to};
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, statement};

#[async_trait]
impl IdeaStore for Store {
    async fn insert(&self, new: NewIdea) -> Result<Option<Idea>, StorageError> {
        acts::insert(self, new).await
    }

    async fn edit(&self, edit: EditIdea) -> Result<bool, StorageError> {
        acts::edit(self, edit).await
    }

    async fn take_back_edit(&self, id: IdeaId) -> Result<(), StorageError> {
        acts::take_back_edit(self, id).await
    }

    async fn shift(
        &self,
        id: IdeaId,
        from: IdeaStatus,
        to: IdeaStatus,
        because: Because<'_>,
    ) -> Result<bool, StorageError> {
        acts::shift(self, id, from, to, because).await
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

    async fn carried(&self, id: IdeaId) -> Result<Vec<(i64, i64)>, StorageError> {
        const CARRIED: &str = "SELECT idea.number, carried.people FROM carried JOIN idea ON idea.id = carried.from_id \
            WHERE carried.idea_id = $1 AND carried.people > 0 ORDER BY idea.number";
        let rows = all(self.read(), CARRIED, [id.uuid().into()]).await?;
        rows.iter().map(|row| Ok((get(row, "number")?, get(row, "people")?))).collect()
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
        let numbers = numbers.iter().copied();
        let public = Query::select()
            .columns([("idea", "number"), ("idea", "id")])
            .from("tally")
            .inner_join("idea", Expr::col(("idea", "id")).equals(("tally", "idea_id")))
            .cond_where(visible_to(Visibility::Public))
            .and_where(Expr::col(("idea", "number")).is_in(numbers))
            .take();
        let rows = self.read().query_all(&public).await.map_err(sealed)?;
        let pair = |row: &QueryResult| Ok((row.try_get("", "number")?, IdeaId::from_uuid(row.try_get("", "id")?)));
        rows.iter().map(pair).collect::<Result<_, DbErr>>().map_err(sealed)
    }

    async fn list(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<Page<Listed>, StorageError> {
        list::list(self, sight, query, page).await
    }

    async fn beginning(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        size: u16,
        most: u64,
    ) -> Result<(Page<Listed>, u64), StorageError> {
        list::beginning(self, sight, query, size, most).await
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

    async fn revisions(&self, ids: &[IdeaId]) -> Result<Vec<(IdeaId, Revision)>, StorageError> {
        revisions::of(self, ids).await
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

    async fn has_ideas(&self, campaign: CampaignId) -> Result<bool, StorageError> {
        campaigns::has_ideas(self.read(), campaign).await
    }

    async fn change_campaign(&self, change: ChangeCampaign) -> Result<CampaignChanged, StorageError> {
        campaigns::change(self, change).await
    }

    async fn take(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        past::take(self, ideas).await
    }
}

async fn one(store: &Store, sight: Visibility, which: Expr) -> Result<Option<Idea>, StorageError> {
    let mut select = row::select_with_html();
    select.cond_where(visible_to(sight)).and_where(which);
    store.read().query_one(&select).await.map_err(sealed)?.as_ref().map(row::whole).transpose()
}

async fn many(store: &Store, sight: Visibility, which: Expr) -> Result<Vec<Idea>, StorageError> {
    let mut select = row::select();
    select.cond_where(visible_to(sight)).and_where(which);
    row::read(store.read(), &select).await
}
