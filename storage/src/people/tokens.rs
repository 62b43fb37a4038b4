//! Access tokens as rows, read with their person and roles in one go.

use async_trait::async_trait;
use folkmoot_common::{Digest, Id as _, PersonId, StorageError, Timestamp, TokenId};
use folkmoot_people::{KeptToken, NewToken, TokenInfo, TokenName, TokenStore};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, ExprTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
    prelude::Uuid,
    sea_query::{Expr, Query},
};

use super::convert::{self, bytes};
use crate::{
    Store,
    entity::{access_token, person, person_role},
    error::sealed,
};

/// A token's row; once for each role beyond citizen, or once.
#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    name: Option<String>,
    role: Option<String>,
}

#[async_trait]
impl TokenStore for Store {
    async fn add_token(&self, person: PersonId, token: NewToken, most: u64) -> Result<bool, StorageError> {
        let work = self.begin().await?;
        // The person's row is the line to stand in, so that two at once can't both be the last.
        let owner = person::Entity::find_by_id(person.uuid()).lock_exclusive().one(&work).await.map_err(sealed)?;
        let has = access_token::Entity::find()
            .filter(access_token::Column::PersonId.eq(person.uuid()))
            .count(&work)
            .await
            .map_err(sealed)?;
        if owner.is_none_or(|owner| owner.deleted_at.is_some()) || has >= most {
            return Ok(false);
        }
        access_token::Entity::insert(row(person, &token)).exec_without_returning(&work).await.map_err(sealed)?;
        work.commit().await.map_err(sealed)?;
        Ok(true)
    }

    async fn find_token(&self, secret: &Digest) -> Result<Option<KeptToken>, StorageError> {
        let owner = || (access_token::Entity, access_token::Column::PersonId);
        let wanted = Query::select()
            .column((access_token::Entity, access_token::Column::Id))
            .column(owner())
            .column((person::Entity, person::Column::Name))
            .column((person_role::Entity, person_role::Column::Role))
            .from(access_token::Entity)
            .inner_join(person::Entity, Expr::col((person::Entity, person::Column::Id)).equals(owner()))
            .left_join(
                person_role::Entity,
                Expr::col((person_role::Entity, person_role::Column::PersonId)).equals(owner()),
            )
            .and_where(Expr::col((access_token::Entity, access_token::Column::Secret)).eq(bytes(secret)))
            .and_where(Expr::col((person::Entity, person::Column::DeletedAt)).is_null())
            .to_owned();
        let rows = self.read().query_all(&wanted).await.map_err(sealed)?;
        let rows =
            rows.iter().map(|row| Row::from_query_result(row, "")).collect::<Result<Vec<_>, _>>().map_err(sealed)?;
        let Some(first) = rows.first() else {
            return Ok(None);
        };
        let roles = convert::roles(rows.iter().filter_map(|row| row.role.as_deref()))?;
        let known = convert::known(first.person_id, first.name.clone(), roles, None);
        Ok(Some(KeptToken { id: TokenId::from_uuid(first.id), known }))
    }

    async fn list_tokens(&self, person: PersonId) -> Result<Vec<TokenInfo>, StorageError> {
        let rows = access_token::Entity::find()
            .filter(access_token::Column::PersonId.eq(person.uuid()))
            .order_by_desc(access_token::Column::Id)
            .limit(100)
            .all(self.read())
            .await
            .map_err(sealed)?;
        Ok(rows
            .into_iter()
            .map(|row| TokenInfo {
                id: TokenId::from_uuid(row.id),
                name: TokenName::stored(row.name),
                created_at: Timestamp::from_micros(row.created_at),
            })
            .collect())
    }

    async fn revoke_token(&self, person: PersonId, id: TokenId) -> Result<bool, StorageError> {
        let revoked = access_token::Entity::delete_many()
            .filter(access_token::Column::Id.eq(id.uuid()))
            .filter(access_token::Column::PersonId.eq(person.uuid()))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(revoked.rows_affected > 0)
    }
}

/// A token as a row.
pub(super) fn row(person: PersonId, token: &NewToken) -> access_token::ActiveModel {
    access_token::ActiveModel {
        id: Set(token.id.uuid()),
        person_id: Set(person.uuid()),
        secret: Set(bytes(&token.secret)),
        name: Set(token.name.as_str().to_owned()),
        created_at: Set(token.created_at.micros()),
    }
}
