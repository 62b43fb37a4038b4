//! Accounts as rows. An address names one account: the unique column decides, never a look before the leap.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use folkmoot_common::{Id as _, Language, PersonId, Role, Roles, StorageError, Timestamp};
use folkmoot_people::{
    Departure, DisplayName, Email, Expired, Face, Left, LoadPerson, NewName, NewPerson, PastPerson, Person,
    PersonStore, Profile, PublicPerson,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _,
    QuerySelect as _, TryInsertResult, prelude::Uuid, sea_query::OnConflict,
};

use super::{convert, depart, forget, roles, tokens};
use crate::{
    Store,
    entity::{access_token, person, person_role},
    error::sealed,
    moderation::queue,
    sql::few_shapes,
};

/// Ids in one question: well below what either database binds.
const MOST_IDS: usize = 1_024;

#[async_trait]
impl PersonStore for Store {
    async fn add_person(&self, person: NewPerson) -> Result<Person, StorageError> {
        let work = self.begin().await?;
        let (person, _is_new) = upsert(&work, person).await?;
        work.commit().await.map_err(sealed)?;
        Ok(person)
    }

    async fn add_load_people(&self, people: Vec<LoadPerson>) -> Result<(), StorageError> {
        let persons: Vec<_> = people
            .iter()
            .map(|made| person::ActiveModel {
                id: Set(made.id.uuid()),
                email: Set(None),
                name: Set(Some(made.name.as_str().to_owned())),
                created_at: Set(made.token.created_at.micros()),
                language: Set(None),
                deleted_at: Set(None),
                trusted_at: Set(None),
                suspended_until: Set(None),
            })
            .collect();
        let made_tokens: Vec<_> = people.iter().map(|made| tokens::row(made.id, &made.token)).collect();

        let work = self.begin().await?;
        person::Entity::insert_many(persons).exec_without_returning(&work).await.map_err(sealed)?;
        access_token::Entity::insert_many(made_tokens).exec_without_returning(&work).await.map_err(sealed)?;
        work.commit().await.map_err(sealed)
    }

    async fn take_people(&self, people: &[PastPerson]) -> Result<usize, StorageError> {
        let work = self.begin().await?;
        let mut taken = 0;
        for some in people.chunks(MOST_IDS) {
            let rows = some.iter().map(|past| person::ActiveModel {
                id: Set(past.id.uuid()),
                email: Set(None),
                name: Set(Some(past.name.as_str().to_owned())),
                created_at: Set(past.created_at.micros()),
                language: Set(None),
                deleted_at: Set(None),
                trusted_at: Set(None),
                suspended_until: Set(None),
            });
            let key = OnConflict::column(person::Column::Id).do_nothing().to_owned();
            let inserted = person::Entity::insert_many(rows).on_conflict(key).exec_without_returning(&work).await;
            taken += usize::try_from(inserted.map_err(sealed)?).unwrap_or(usize::MAX);
        }
        work.commit().await.map_err(sealed)?;
        Ok(taken)
    }

    async fn find_person(&self, id: PersonId) -> Result<Option<Person>, StorageError> {
        let found = person::Entity::find_by_id(id.uuid()).filter(person::Column::DeletedAt.is_null());
        let Some(row) = found.one(self.read()).await.map_err(sealed)? else {
            return Ok(None);
        };
        let roles = roles_of(self.read(), id.uuid()).await?;
        Ok(Some(convert::person(row, roles)))
    }

    async fn named(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, PublicPerson>, StorageError> {
        let distinct: HashSet<Uuid> = ids.iter().map(|id| id.uuid()).collect();
        let distinct: Vec<Uuid> = distinct.into_iter().collect();
        let mut named = HashMap::with_capacity(distinct.len());
        for some in distinct.chunks(MOST_IDS) {
            let rows: Vec<(Uuid, Option<String>, Option<i64>)> = person::Entity::find()
                .select_only()
                .columns([person::Column::Id, person::Column::Name, person::Column::DeletedAt])
                .filter(person::Column::Id.is_in(few_shapes(some)))
                .into_tuple()
                .all(self.read())
                .await
                .map_err(sealed)?;
            named.extend(rows.into_iter().map(|(id, name, deleted_at)| {
                let id = PersonId::from_uuid(id);
                (id, if deleted_at.is_some() { PublicPerson::former(id) } else { PublicPerson::new(id, name) })
            }));
        }
        Ok(named)
    }

    async fn rename(&self, id: PersonId, new: NewName) -> Result<Option<Person>, StorageError> {
        let work = self.begin().await?;
        queue::look_at_name(&work, id, (&new.look, new.at)).await?;
        let Some(row) = set_name(&work, id.uuid(), &new.name).await? else {
            return Ok(None);
        };
        let roles = roles_of(&work, id.uuid()).await?;
        work.commit().await.map_err(sealed)?;
        Ok(Some(convert::person(row, roles)))
    }

    async fn speak(&self, id: PersonId, language: Language) -> Result<bool, StorageError> {
        let noted = person::Entity::update_many()
            .set(person::ActiveModel { language: Set(Some(language.as_str().to_owned())), ..Default::default() })
            .filter(person::Column::Id.eq(id.uuid()))
            .filter(person::Column::DeletedAt.is_null())
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(noted.rows_affected > 0)
    }

    async fn language_of(&self, email: &Email) -> Result<Option<Language>, StorageError> {
        let found: Option<Option<String>> = person::Entity::find()
            .select_only()
            .column(person::Column::Language)
            .filter(person::Column::Email.eq(email.as_str()))
            .into_tuple()
            .one(self.read())
            .await
            .map_err(sealed)?;
        Ok(found.flatten().map(Language::from_stored))
    }

    async fn who_has(&self, email: &Email) -> Result<Option<PersonId>, StorageError> {
        let found: Option<Uuid> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::Email.eq(email.as_str()))
            .filter(person::Column::DeletedAt.is_null())
            .into_tuple()
            .one(self.read())
            .await
            .map_err(sealed)?;
        Ok(found.map(PersonId::from_uuid))
    }

    async fn face(&self, id: PersonId) -> Result<Option<Face>, StorageError> {
        let found = person::Entity::find_by_id(id.uuid()).one(self.read()).await.map_err(sealed)?;
        Ok(found.map(|row| match row.deleted_at {
            Some(_) => Face::Former,
            None => Face::Known(Profile {
                person: PublicPerson::new(id, row.name),
                since: Timestamp::from_micros(row.created_at),
            }),
        }))
    }

    async fn depart(&self, departure: Departure) -> Result<Left, StorageError> {
        depart::depart(self, departure).await
    }

    async fn forget(&self, expired: Expired, limit: u64) -> Result<u64, StorageError> {
        forget::batch(self, expired, limit).await
    }
}

/// Finds or makes the one who has the address, and adds roles and name. Says whether they are new.
pub(super) async fn upsert(work: &DatabaseTransaction, new: NewPerson) -> Result<(Person, bool), StorageError> {
    let address = new.email.as_str().to_owned();
    let row = person::ActiveModel {
        id: Set(new.id.uuid()),
        email: Set(Some(address.clone())),
        name: Set(new.name.as_ref().map(|name| name.as_str().to_owned())),
        created_at: Set(new.created_at.micros()),
        language: Set(None),
        deleted_at: Set(None),
        trusted_at: Set(None),
        suspended_until: Set(None),
    };
    let inserted = person::Entity::insert(row)
        .on_conflict_do_nothing_on([person::Column::Email])
        .exec_without_returning(work)
        .await
        .map_err(sealed)?;
    let is_new = matches!(inserted, TryInsertResult::Inserted(rows) if rows > 0);

    let found = person::Entity::find().filter(person::Column::Email.eq(address)).one(work).await.map_err(sealed)?;
    let mut found = found.ok_or_else(|| StorageError::corrupt("a person vanished while being added"))?;
    if let Some(name) = new.name
        && !is_new
    {
        found = set_name(work, found.id, &name).await?.unwrap_or(found);
    }
    // Whoever comes this way was given their roles by nobody in particular; an invitation writes lines of its own.
    for role in new.roles.iter().filter(|role| *role != Role::Citizen) {
        roles::give(work, found.id, (role, None), new.created_at).await?;
    }
    let roles = if is_new { new.roles.with(Role::Citizen) } else { roles_of(work, found.id).await? };
    Ok((convert::person(found, roles), is_new))
}

async fn set_name(
    work: &DatabaseTransaction,
    id: Uuid,
    name: &DisplayName,
) -> Result<Option<person::Model>, StorageError> {
    let changed = person::Entity::update_many()
        .set(person::ActiveModel { name: Set(Some(name.as_str().to_owned())), ..Default::default() })
        .filter(person::Column::Id.eq(id))
        .filter(person::Column::DeletedAt.is_null())
        .exec_with_returning(work)
        .await
        .map_err(sealed)?;
    Ok(changed.into_iter().next())
}

pub(super) async fn roles_of<C: ConnectionTrait>(connection: &C, id: Uuid) -> Result<Roles, StorageError> {
    let rows = person_role::Entity::find()
        .filter(person_role::Column::PersonId.eq(id))
        .all(connection)
        .await
        .map_err(sealed)?;
    convert::roles(rows.iter().map(|row| row.role.as_str()))
}
