//! Sessions as rows, read with their person and roles in one go.

use async_trait::async_trait;
use folkmoot_common::{Digest, Id as _, PersonId, SessionId, StorageError, Timestamp};
use folkmoot_people::{KeptSession, NewSession, SessionStore};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait as _, DatabaseTransaction, EntityTrait as _, ExprTrait as _, FromQueryResult,
    QueryFilter as _,
    prelude::Uuid,
    sea_query::{Expr, Order, Query, SelectStatement},
};

use super::convert::{self, bytes};
use crate::{
    Store,
    entity::{person, person_role, session},
    error::sealed,
};

/// A session's row; once for each role beyond citizen, or once.
#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    browser_name: String,
    created_at: i64,
    seen_at: i64,
    name: Option<String>,
    role: Option<String>,
}

#[async_trait]
impl SessionStore for Store {
    async fn find_session(&self, secret: &Digest) -> Result<Option<KeptSession>, StorageError> {
        // A session that was opened in the very moment its person left stands for nobody.
        let wanted = with_person()
            .and_where(col(session::Column::Secret).eq(bytes(secret)))
            .and_where(Expr::col((person::Entity, person::Column::DeletedAt)).is_null())
            .to_owned();
        Ok(load(self, &wanted).await?.pop())
    }

    async fn touch_session(&self, id: SessionId, now: Timestamp, unless_since: Timestamp) -> Result<(), StorageError> {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::val(now.micros()))
            .filter(session::Column::Id.eq(id.uuid()))
            .filter(session::Column::SeenAt.lte(unless_since.micros()))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(())
    }

    async fn list_sessions(&self, person: PersonId) -> Result<Vec<KeptSession>, StorageError> {
        // Four rows at most for a session, one for each role.
        let wanted = with_person()
            .and_where(col(session::Column::PersonId).eq(person.uuid()))
            .order_by((session::Entity, session::Column::SeenAt), Order::Desc)
            .order_by((session::Entity, session::Column::Id), Order::Desc)
            .limit(400)
            .to_owned();
        let mut listed = load(self, &wanted).await?;
        listed.truncate(100);
        Ok(listed)
    }

    async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool, StorageError> {
        let ended = session::Entity::delete_many()
            .filter(session::Column::Id.eq(id.uuid()))
            .filter(session::Column::PersonId.eq(person.uuid()))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(ended.rows_affected > 0)
    }

    async fn end_other_sessions(&self, person: PersonId, but: SessionId) -> Result<u64, StorageError> {
        let ended = session::Entity::delete_many()
            .filter(session::Column::PersonId.eq(person.uuid()))
            .filter(session::Column::Id.ne(but.uuid()))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(ended.rows_affected)
    }

    async fn end_session_of(&self, secret: &Digest) -> Result<(), StorageError> {
        session::Entity::delete_many()
            .filter(session::Column::Secret.eq(bytes(secret)))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(())
    }
}

/// Opens a session inside somebody else's transaction.
pub(super) async fn open(work: &DatabaseTransaction, person: PersonId, new: NewSession) -> Result<(), StorageError> {
    let row = session::ActiveModel {
        id: Set(new.id.uuid()),
        person_id: Set(person.uuid()),
        secret: Set(bytes(&new.secret)),
        browser_name: Set(new.browser_name),
        created_at: Set(new.created_at.micros()),
        seen_at: Set(new.created_at.micros()),
        expires_at: Set(new.expires_at.micros()),
    };
    session::Entity::insert(row).exec_without_returning(work).await.map_err(sealed)?;
    Ok(())
}

fn col(column: session::Column) -> Expr {
    Expr::col((session::Entity, column))
}

fn with_person() -> SelectStatement {
    use session::Column::{BrowserName, CreatedAt, Id, PersonId, SeenAt};
    Query::select()
        .columns([Id, PersonId, BrowserName, CreatedAt, SeenAt].map(|column| (session::Entity, column)))
        .column((person::Entity, person::Column::Name))
        .column((person_role::Entity, person_role::Column::Role))
        .from(session::Entity)
        .inner_join(person::Entity, Expr::col((person::Entity, person::Column::Id)).equals((session::Entity, PersonId)))
        .left_join(
            person_role::Entity,
            Expr::col((person_role::Entity, person_role::Column::PersonId)).equals((session::Entity, PersonId)),
        )
        .to_owned()
}

/// Runs the query, and folds the rows of one session into one.
async fn load(store: &Store, wanted: &SelectStatement) -> Result<Vec<KeptSession>, StorageError> {
    let rows = store.read().query_all(wanted).await.map_err(sealed)?;
    let rows = rows.iter().map(|row| Row::from_query_result(row, "")).collect::<Result<Vec<_>, _>>().map_err(sealed)?;
    rows.chunk_by(|one, next| one.id == next.id)
        .filter_map(|same| same.first().map(|first| kept(first, same)))
        .collect()
}

fn kept(row: &Row, same: &[Row]) -> Result<KeptSession, StorageError> {
    let roles = convert::roles(same.iter().filter_map(|row| row.role.as_deref()))?;
    Ok(KeptSession {
        id: SessionId::from_uuid(row.id),
        browser_name: row.browser_name.clone(),
        known: convert::known(row.person_id, row.name.clone(), roles, Some(row.id)),
        created_at: Timestamp::from_micros(row.created_at),
        seen_at: Timestamp::from_micros(row.seen_at),
    })
}
