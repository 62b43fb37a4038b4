//! Drafts as rows. Every statement names the owner, so that nobody else's draft can be read, kept or dropped.

use async_trait::async_trait;
use folkmoot_common::{Digest, DraftId, Id as _, PersonId, StorageError, Timestamp};
use folkmoot_people::{Draft, DraftOwner, DraftStore, NewDraft};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, Order, Query},
};

use super::convert::bytes;
use crate::{Store, entity::draft, error::sealed};

#[async_trait]
impl DraftStore for Store {
    async fn keep_draft(&self, new: NewDraft, most: u64) -> Result<(), StorageError> {
        let (browser, person_id) = match new.owner {
            DraftOwner::Browser(browser) => (Some(bytes(&browser)), None),
            DraftOwner::Person(person) => (None, Some(person.uuid())),
        };
        let row = draft::ActiveModel {
            id: Set(new.id.uuid()),
            browser: Set(browser),
            person_id: Set(person_id),
            content: Set(new.content.as_str().to_owned()),
            created_at: Set(new.created_at.micros()),
            expires_at: Set(new.expires_at.micros()),
        };
        let kept = Query::select()
            .column(draft::Column::Id)
            .from(draft::Entity)
            .and_where(owned_by(new.owner))
            .order_by(draft::Column::CreatedAt, Order::Desc)
            .order_by(draft::Column::Id, Order::Desc)
            .limit(most)
            .to_owned();

        let work = self.begin().await?;
        draft::Entity::insert(row).exec_without_returning(&work).await.map_err(sealed)?;
        draft::Entity::delete_many()
            .filter(owned_by(new.owner))
            .filter(Expr::col(draft::Column::Id).not_in_subquery(kept))
            .exec(&work)
            .await
            .map_err(sealed)?;
        work.commit().await.map_err(sealed)
    }

    async fn find_draft(&self, owner: DraftOwner, id: DraftId, now: Timestamp) -> Result<Option<Draft>, StorageError> {
        let found = draft::Entity::find_by_id(id.uuid())
            .filter(owned_by(owner))
            .filter(draft::Column::ExpiresAt.gt(now.micros()))
            .one(self.read())
            .await
            .map_err(sealed)?;
        Ok(found.map(kept))
    }

    async fn list_drafts(&self, owner: DraftOwner, now: Timestamp, most: u64) -> Result<Vec<Draft>, StorageError> {
        let rows = draft::Entity::find()
            .filter(owned_by(owner))
            .filter(draft::Column::ExpiresAt.gt(now.micros()))
            .order_by_desc(draft::Column::CreatedAt)
            .order_by_desc(draft::Column::Id)
            .limit(most)
            .all(self.read())
            .await
            .map_err(sealed)?;
        Ok(rows.into_iter().map(kept).collect())
    }

    async fn drop_draft(&self, owner: DraftOwner, id: DraftId) -> Result<bool, StorageError> {
        let dropped = draft::Entity::delete_many()
            .filter(draft::Column::Id.eq(id.uuid()))
            .filter(owned_by(owner))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(dropped.rows_affected > 0)
    }
}

/// What was written in this browser is the person's from now on, and no longer the browser's: the next one to sit
/// down there must not read it.
pub(super) async fn hand_over(
    work: &DatabaseTransaction,
    browser: &Digest,
    person: PersonId,
) -> Result<(), StorageError> {
    draft::Entity::update_many()
        .col_expr(draft::Column::PersonId, Expr::val(person.uuid()))
        .col_expr(draft::Column::Browser, Expr::val(None::<Vec<u8>>))
        .filter(owned_by(DraftOwner::Browser(*browser)))
        .exec(work)
        .await
        .map_err(sealed)?;
    Ok(())
}

fn owned_by(owner: DraftOwner) -> Expr {
    match owner {
        DraftOwner::Browser(browser) => draft::Column::Browser.eq(bytes(&browser)),
        DraftOwner::Person(person) => draft::Column::PersonId.eq(person.uuid()),
    }
}

fn kept(row: draft::Model) -> Draft {
    Draft {
        id: DraftId::from_uuid(row.id),
        content: row.content,
        created_at: Timestamp::from_micros(row.created_at),
        expires_at: Timestamp::from_micros(row.expires_at),
    }
}
