//! Departments, their officers, and the rules by which ideas find them.

use folkmoot_common::{CampaignId, DepartmentId, Id, LabelId, PersonId, Role, StorageError, Timestamp};
use folkmoot_replies::{By, Department, DepartmentText, Line, Officer, Route};
use folkmoot_text::{Markdown, slug};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::error::sealed;
use crate::sql::{all, get, not_leaving, one, places, run};
use crate::{Store, people};

/// What every read of departments selects.
pub(super) const DEPARTMENT: &str = "d.id, d.slug, d.name, d.about, d.two_people, d.closed_at";

pub(super) fn department(row: &QueryResult) -> Result<Department, StorageError> {
    Ok(Department {
        id: DepartmentId::from_uuid(get(row, "id")?),
        slug: get(row, "slug")?,
        name: get(row, "name")?,
        about: Markdown::from_stored(get(row, "about")?),
        two_people: get(row, "two_people")?,
        closed_at: get::<Option<i64>>(row, "closed_at")?.map(Timestamp::from_micros),
    })
}

pub(super) async fn all_of_them(store: &Store) -> Result<Vec<Department>, StorageError> {
    let asked = format!("SELECT {DEPARTMENT} FROM department d ORDER BY d.closed_at IS NOT NULL, d.name, d.id");
    all(store.read(), &asked, []).await?.iter().map(department).collect()
}

pub(super) async fn save(store: &Store, id: DepartmentId, text: &DepartmentText, by: By) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    let (name, about) = (text.name.as_str(), text.about.as_str());
    const CHANGE: &str = "UPDATE department SET name = $2, about = $3, two_people = $4 WHERE id = $1";
    let values = [id.uuid().into(), name.into(), about.into(), text.two_people.into()];
    if run(&tx, CHANGE, values).await? == 0 {
        const ADD: &str = "INSERT INTO department (id, slug, name, about, two_people, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6)";
        let free = free_slug(&tx, name).await?;
        let at = by.at.micros();
        let values = [id.uuid().into(), free.into(), name.into(), about.into(), text.two_people.into(), at.into()];
        run(&tx, ADD, values).await?;
    }
    tx.commit().await.map_err(sealed)
}

/// The first of `parks`, `parks-2`, `parks-3`… that nobody has.
pub(super) async fn free_slug(on: &impl ConnectionTrait, name: &str) -> Result<String, StorageError> {
    let word = slug(name);
    let mut tried = word.clone();
    let mut next = 2_u32;
    while one(on, "SELECT 1 AS one FROM department WHERE slug = $1", [tried.clone().into()]).await?.is_some() {
        tried = format!("{word}-{next}");
        next += 1;
    }
    Ok(tried)
}

pub(super) async fn close(store: &Store, id: DepartmentId, closed: Option<Timestamp>) -> Result<(), StorageError> {
    const CLOSE: &str = "UPDATE department SET closed_at = $2 WHERE id = $1";
    store.act(CLOSE, [id.uuid().into(), closed.map(Timestamp::micros).into()]).await?;
    Ok(())
}

const OFFICER: &str = "SELECT o.department_id, o.person_id, person.name, o.job FROM department_officer o \
     JOIN person ON person.id = o.person_id AND person.deleted_at IS NULL";

fn officer(row: &QueryResult) -> Result<Officer, StorageError> {
    Ok(Officer {
        department: DepartmentId::from_uuid(get(row, "department_id")?),
        person: PersonId::from_uuid(get(row, "person_id")?),
        name: get(row, "name")?,
        job: get(row, "job")?,
    })
}

pub(super) async fn officers(store: &Store, departments: &[DepartmentId]) -> Result<Vec<Officer>, StorageError> {
    if departments.is_empty() {
        return Ok(Vec::new());
    }
    let these = places(1, departments.len());
    let asked = format!("{OFFICER} WHERE o.department_id IN ({these}) ORDER BY o.joined_at, o.person_id");
    all(store.read(), &asked, departments.iter().map(|id| id.uuid().into())).await?.iter().map(officer).collect()
}

/// The open departments of an officer.
pub(super) async fn of(store: &Store, person: PersonId) -> Result<Vec<Officer>, StorageError> {
    let asked = format!(
        "{OFFICER} JOIN department d ON d.id = o.department_id AND d.closed_at IS NULL \
         WHERE o.person_id = $1 ORDER BY o.joined_at, o.department_id"
    );
    all(store.read(), &asked, [person.uuid().into()]).await?.iter().map(officer).collect()
}

/// Until when a moderator has suspended somebody, if they still are.
pub(super) async fn suspended(
    store: &Store,
    person: PersonId,
    now: Timestamp,
) -> Result<Option<Timestamp>, StorageError> {
    const UNTIL: &str = "SELECT suspended_until FROM person WHERE id = $1 AND suspended_until > $2";
    let row = one(store.read(), UNTIL, [person.uuid().into(), now.micros().into()]).await?;
    row.map(|row| get(&row, "suspended_until").map(Timestamp::from_micros)).transpose()
}

pub(super) async fn join(
    store: &Store,
    department: DepartmentId,
    person: PersonId,
    (job, by): (&Line, By),
) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    if !people::hold_who_appoints(&tx, (by.person, by.at)).await? {
        return Ok(false);
    }
    const JOIN: &str = "INSERT INTO department_officer (department_id, person_id, job, joined_at, by_id) \
         SELECT d.id, person.id, $3, $4, $5 FROM department d, person \
         WHERE d.id = $1 AND person.id = $2 AND person.deleted_at IS NULL{hold} \
         ON CONFLICT (department_id, person_id) DO UPDATE SET job = excluded.job";
    let values = [
        department.uuid().into(),
        person.uuid().into(),
        job.as_str().into(),
        by.at.micros().into(),
        by.person.uuid().into(),
    ];
    if run(&tx, &JOIN.replace("{hold}", not_leaving(store.backend())), values).await? > 0 {
        people::give_role(&tx, person.uuid(), (Role::Officer, Some(by.person)), by.at).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

pub(super) async fn part(store: &Store, department: DepartmentId, person: PersonId) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    let values = || [department.uuid().into(), person.uuid().into()];
    run(&tx, "DELETE FROM department_officer WHERE department_id = $1 AND person_id = $2", values()).await?;
    // What they had taken on goes back to the department.
    const BACK: &str = "UPDATE assignment SET officer_id = NULL WHERE department_id = $1 AND officer_id = $2";
    run(&tx, BACK, values()).await?;
    tx.commit().await.map_err(sealed)
}

pub(super) async fn routes(store: &Store) -> Result<Vec<Route>, StorageError> {
    const ROUTES: &str = "SELECT place, department_id, campaign_id, place_id, tag_id, word FROM route ORDER BY place";
    let one = |row: &QueryResult| {
        Ok(Route {
            position: get(row, "place")?,
            department: DepartmentId::from_uuid(get(row, "department_id")?),
            campaign: get::<Option<Uuid>>(row, "campaign_id")?.map(CampaignId::from_uuid),
            place: get::<Option<Uuid>>(row, "place_id")?.map(LabelId::from_uuid),
            tag: get::<Option<Uuid>>(row, "tag_id")?.map(LabelId::from_uuid),
            word: get(row, "word")?,
        })
    };
    all(store.read(), ROUTES, []).await?.iter().map(one).collect()
}

pub(super) async fn set_routes(store: &Store, routes: &[Route]) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    run(&tx, "DELETE FROM route", []).await?;
    const ADD: &str = "INSERT INTO route (place, department_id, campaign_id, word, place_id, tag_id) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    for (position, route) in (1_i32..).zip(routes) {
        let values = [
            position.into(),
            route.department.uuid().into(),
            route.campaign.map(Id::uuid).into(),
            route.word.clone().into(),
            route.place.map(Id::uuid).into(),
            route.tag.map(Id::uuid).into(),
        ];
        run(&tx, ADD, values).await?;
    }
    tx.commit().await.map_err(sealed)
}
