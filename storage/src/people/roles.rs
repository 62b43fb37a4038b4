//! Roles as rows, and the line for each change of one. Citizen is no row: everybody is one.
//!
//! Whoever gives or takes a role holds the rows of all admins first, so that two who do so at once follow one another, and is
//! asked for again among them: a session may be older than what it says.

use std::collections::BTreeMap;

use async_trait::async_trait;
use folkmoot_common::{Id, PersonId, Role, RoleChangeId, StorageError, Timestamp};
use folkmoot_people::{
    Account, Invited, Letter, NewAttempt, NewPerson, NewRoleChange, Person, RoleChange, RoleChanged, RoleStore,
};
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait as _, QueryResult};

use super::{convert, persons, sign_in};
use crate::entity::person;
use crate::error::sealed;
use crate::sql::{all, get, one, places, run};
use crate::{Store, outbox};

const ADMINS: &str = "SELECT r.person_id FROM person_role r JOIN person p ON p.id = r.person_id AND p.deleted_at IS NULL \
     WHERE r.role = 'admin' ORDER BY r.person_id";

#[async_trait]
impl RoleStore for Store {
    async fn find_accounts(&self, words: &str, now: Timestamp, most: u64) -> Result<Vec<Account>, StorageError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = if words.is_empty() {
            // As two lists: asked for either in one breath, a database reads everybody.
            const STAFF: &str = "SELECT id FROM person WHERE deleted_at IS NULL AND id IN \
                 (SELECT person_id FROM person_role UNION SELECT id FROM person WHERE suspended_until > $1) \
                 ORDER BY email, id LIMIT $2";
            all(self.read(), STAFF, [now.micros().into(), most.into()]).await?
        } else {
            let plain = words.replace('!', "!!").replace('%', "!%").replace('_', "!_");
            let like = format!("%{plain}%");
            let (is_called, name) = match self.backend() {
                DbBackend::Postgres => ("lower(name) LIKE $2 ESCAPE '!'", like.clone()),
                _ => ("name GLOB $2", in_either_case(words)),
            };
            let named = format!(
                "SELECT id FROM person WHERE deleted_at IS NULL AND (email LIKE $1 ESCAPE '!' OR {is_called}) \
                 ORDER BY email, id LIMIT $3"
            );
            all(self.read(), &named, [like.into(), name.into(), most.into()]).await?
        };
        let ids = rows.iter().map(|row| get(row, "id")).collect::<Result<Vec<Uuid>, _>>()?;
        accounts(self, &ids).await
    }

    async fn account(&self, id: PersonId) -> Result<Option<Account>, StorageError> {
        Ok(accounts(self, &[id.uuid()]).await?.pop())
    }

    async fn role_changes(&self, person: PersonId, most: u64) -> Result<Vec<RoleChange>, StorageError> {
        const READ: &str = "SELECT c.id, c.role, c.given, c.why, c.by_id, c.at, b.name AS by_name FROM role_change c \
             LEFT JOIN person b ON b.id = c.by_id WHERE c.person_id = $1 ORDER BY c.at DESC, c.id DESC LIMIT $2";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        all(self.read(), READ, [person.uuid().into(), most.into()]).await?.iter().map(change).collect()
    }

    async fn change_role(&self, change: NewRoleChange) -> Result<RoleChanged, StorageError> {
        let work = self.begin().await?;
        let admins = hold_admins(&work).await?;
        if !may_appoint(&work, &admins, (change.by, change.at)).await? {
            return Ok(RoleChanged::Forbidden);
        }
        // The person before their roles, as whoever leaves does it.
        let there = match work.get_database_backend() {
            DbBackend::Postgres => "SELECT 1 AS one FROM person WHERE id = $1 AND deleted_at IS NULL FOR KEY SHARE",
            _ => "SELECT 1 AS one FROM person WHERE id = $1 AND deleted_at IS NULL",
        };
        if one(&work, there, [change.person.uuid().into()]).await?.is_none() {
            return Ok(RoleChanged::Nobody);
        }
        if !change.given && change.role == Role::Admin && admins == [change.person.uuid()] {
            return Ok(RoleChanged::LastAdmin);
        }
        let changed = if change.given { add(&work, &change).await? } else { take(&work, &change).await? };
        if !changed {
            return Ok(RoleChanged::AsItWas);
        }
        line(&work, &change).await?;
        work.commit().await.map_err(sealed)?;
        Ok(RoleChanged::Done)
    }

    async fn invite_by_mail(
        &self,
        by: PersonId,
        person: NewPerson,
        attempt: NewAttempt,
        letter: Letter,
        lines: Vec<NewRoleChange>,
    ) -> Result<Invited, StorageError> {
        let (roles, at) = (person.roles, person.created_at);
        let work = self.begin().await?;
        if !hold_who_appoints(&work, (by, at)).await? {
            return Ok(Invited::Forbidden);
        }
        let citizen = NewPerson { roles: folkmoot_common::Roles::default(), ..person };
        let (person, is_new) = persons::upsert(&work, citizen).await?;
        if !is_new {
            return Ok(Invited::Taken);
        }
        for change in &lines {
            add(&work, change).await?;
            line(&work, change).await?;
        }
        sign_in::keep(&work, attempt).await?;
        outbox::post(&work, letter.id, &letter.mail, at).await?;
        work.commit().await.map_err(sealed)?;
        Ok(Invited::Done(Person { roles, ..person }))
    }
}

/// A pattern for SQLite, whose `lower` knows only the letters of ASCII: each letter in both cases, as Rust knows them. What
/// means something in patterns means itself between brackets.
fn in_either_case(words: &str) -> String {
    let mut pattern = "*".to_owned();
    for c in words.chars() {
        let mut upper = c.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(other), None) if other != c => pattern.extend(['[', c, other, ']']),
            _ if matches!(c, '*' | '?' | '[') => pattern.extend(['[', c, ']']),
            _ => pattern.push(c),
        }
    }
    pattern.push('*');
    pattern
}

/// Gives a role beside another act, with a line that has no reason of its own; nothing happens when they have it.
pub(crate) async fn give(
    work: &DatabaseTransaction,
    person: Uuid,
    (role, by): (Role, Option<PersonId>),
    at: Timestamp,
) -> Result<(), StorageError> {
    const GIVE: &str = "INSERT INTO person_role (person_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    if run(work, GIVE, [person.into(), role.as_str().into()]).await? == 0 {
        return Ok(());
    }
    // A person gets each role once at one instant.
    let id = RoleChangeId::imported(at, "role", &format!("{person} {}", role.as_str()));
    const LINE: &str = "INSERT INTO role_change (id, person_id, role, given, why, by_id, at) \
         VALUES ($1, $2, $3, TRUE, NULL, $4, $5) ON CONFLICT DO NOTHING";
    let by = by.map(Id::uuid);
    let values = [id.uuid().into(), person.into(), role.as_str().into(), by.into(), at.micros().into()];
    run(work, LINE, values).await?;
    Ok(())
}

pub(super) async fn hold_admins(work: &DatabaseTransaction) -> Result<Vec<Uuid>, StorageError> {
    let held = match work.get_database_backend() {
        DbBackend::Postgres => format!("{ADMINS} FOR UPDATE OF r"),
        // It has one writer at a time.
        _ => ADMINS.to_owned(),
    };
    all(work, &held, []).await?.iter().map(|row| get(row, "person_id")).collect()
}

/// Holds the admins, before the row of any person; says whether this one of them may give roles.
pub(crate) async fn hold_who_appoints(
    work: &DatabaseTransaction,
    by: (PersonId, Timestamp),
) -> Result<bool, StorageError> {
    may_appoint(work, &hold_admins(work).await?, by).await
}

/// Whether this is one of the admins, and nobody whom a moderator suspended.
async fn may_appoint(
    work: &DatabaseTransaction,
    admins: &[Uuid],
    (by, at): (PersonId, Timestamp),
) -> Result<bool, StorageError> {
    const FREE: &str =
        "SELECT 1 AS one FROM person WHERE id = $1 AND (suspended_until IS NULL OR suspended_until <= $2)";
    Ok(admins.contains(&by.uuid()) && one(work, FREE, [by.uuid().into(), at.micros().into()]).await?.is_some())
}

async fn add(work: &DatabaseTransaction, change: &NewRoleChange) -> Result<bool, StorageError> {
    if change.role == Role::Citizen {
        return Ok(false);
    }
    const ADD: &str = "INSERT INTO person_role (person_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    Ok(run(work, ADD, [change.person.uuid().into(), change.role.as_str().into()]).await? > 0)
}

async fn take(work: &DatabaseTransaction, change: &NewRoleChange) -> Result<bool, StorageError> {
    let person = change.person.uuid();
    const TAKE: &str = "DELETE FROM person_role WHERE person_id = $1 AND role = $2";
    let taken = run(work, TAKE, [person.into(), change.role.as_str().into()]).await? > 0;
    if taken && change.role == Role::Officer {
        // What they had taken on goes back to the department.
        run(work, "UPDATE assignment SET officer_id = NULL WHERE officer_id = $1", [person.into()]).await?;
        run(work, "DELETE FROM department_officer WHERE person_id = $1", [person.into()]).await?;
    }
    if taken {
        // Nor do they hear later of what happened meanwhile, should the role come back.
        const BLIND: &str = "DELETE FROM staff_watch WHERE person_id = $1 AND NOT EXISTS \
             (SELECT 1 FROM person_role r WHERE r.person_id = $1 AND r.role IN ('officer', 'admin'))";
        run(work, BLIND, [person.into()]).await?;
    }
    Ok(taken)
}

async fn line(work: &DatabaseTransaction, change: &NewRoleChange) -> Result<(), StorageError> {
    const LINE: &str = "INSERT INTO role_change (id, person_id, role, given, why, by_id, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        change.id.uuid().into(),
        change.person.uuid().into(),
        change.role.as_str().into(),
        change.given.into(),
        change.why.clone().into(),
        change.by.uuid().into(),
        change.at.micros().into(),
    ];
    run(work, LINE, values).await?;
    Ok(())
}

fn change(row: &QueryResult) -> Result<RoleChange, StorageError> {
    let role: String = get(row, "role")?;
    Ok(RoleChange {
        id: RoleChangeId::from_uuid(get(row, "id")?),
        role: Role::parse(&role).ok_or_else(|| StorageError::corrupt("a role that isn't one"))?,
        given: get(row, "given")?,
        why: get(row, "why")?,
        by: get::<Option<Uuid>>(row, "by_id")?.map(PersonId::from_uuid),
        by_name: get(row, "by_name")?,
        at: Timestamp::from_micros(get(row, "at")?),
    })
}

/// These accounts in this order, with two questions; those that aren't there are left out.
async fn accounts(store: &Store, ids: &[Uuid]) -> Result<Vec<Account>, StorageError> {
    use sea_orm::{ColumnTrait as _, QueryFilter as _};
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().copied()))
        .filter(person::Column::DeletedAt.is_null())
        .all(store.read())
        .await
        .map_err(sealed)?;
    let asked = format!("SELECT person_id, role FROM person_role WHERE person_id IN ({})", places(1, ids.len()));
    let mut words: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for row in all(store.read(), &asked, ids.iter().map(|id| (*id).into())).await? {
        words.entry(get(&row, "person_id")?).or_default().push(get(&row, "role")?);
    }
    let mut found: BTreeMap<Uuid, person::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut accounts = Vec::with_capacity(found.len());
    for row in ids.iter().filter_map(|id| found.remove(id)) {
        let roles = convert::roles(words.remove(&row.id).unwrap_or_default().iter().map(String::as_str))?;
        let suspended_until = row.suspended_until.map(Timestamp::from_micros);
        accounts.push(Account { person: convert::person(row, roles), suspended_until });
    }
    Ok(accounts)
}
