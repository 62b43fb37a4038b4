//! Access tokens as rows, read with their person and roles in one go.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{Digest, Id as _, PersonId, Roles, StorageError, Timestamp, TokenId};
use folkmoot_people::{KeptToken, NewToken, TokenInfo, TokenName, TokenStore};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbBackend, EntityTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, prelude::Uuid,
};

use super::convert::{self, bytes};
use crate::{
    Store,
    entity::{access_token, person},
    error::sealed,
    sql::all,
};

/// A token's row; once for each role beyond citizen, or once.
#[derive(FromQueryResult)]
struct Row {
    secret: Vec<u8>,
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

    /// Every signed-in call of the API begins with this: on PostgreSQL those that come together share a statement. SQLite
    /// is in this process, and asked at once.
    async fn find_token(&self, secret: &Digest) -> Result<Option<KeptToken>, StorageError> {
        if self.backend() != DbBackend::Postgres {
            return Ok(find(self, &[*secret]).await?.remove(secret));
        }
        let store = self.clone();
        let fetch = move |secrets: Vec<Digest>| {
            let store = store.clone();
            async move { find(&store, &secrets).await }
        };
        self.tokens().ask(*secret, fetch).await
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

/// Whose these tokens are, of those that are still good.
async fn find(store: &Store, secrets: &[Digest]) -> Result<HashMap<Digest, KeptToken>, StorageError> {
    const FIND: &str = "SELECT t.secret, t.id, t.person_id, p.name, r.role FROM access_token t \
        JOIN person p ON p.id = t.person_id AND p.deleted_at IS NULL \
        LEFT JOIN person_role r ON r.person_id = t.person_id WHERE t.secret = ";
    let rows = match secrets {
        [one] => all(store.read(), &format!("{FIND}$1"), [bytes(one).into()]).await?,
        many => {
            let many = many.iter().map(bytes).collect::<Vec<_>>();
            all(store.read(), &format!("{FIND}ANY($1)"), [many.into()]).await?
        }
    };
    let mut found: HashMap<Digest, KeptToken> = HashMap::with_capacity(secrets.len());
    for row in &rows {
        let row = Row::from_query_result(row, "").map_err(sealed)?;
        let roles = convert::roles(row.role.as_deref())?;
        let id = TokenId::from_uuid(row.id);
        let known = convert::known(row.person_id, row.name, roles, None);
        found
            .entry(convert::digest(row.secret)?)
            .and_modify(|token| token.known.roles = roles.iter().fold(token.known.roles, Roles::with))
            .or_insert(KeptToken { id, known });
    }
    Ok(found)
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
