//! Decisions as rows: writing one, and reading them with how things stand now and the appeal against them.

use std::time::Duration;

use folkmoot_common::{
    AppealId, DecisionId, Direction, Id, IdeaId, ItemId, Page, PageRequest, PersonId, Role, StorageError, Timestamp,
};
use folkmoot_moderation::{ActKind, AppealState, Decision, Figure, Place, ReasonCode, WhichDecisions};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};
use uuid::Uuid;

use super::row;
use super::stood::Stood;
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, run};

/// A decision's row, as it is written.
pub(super) struct NewRow<'a> {
    pub(super) decision: &'a Decision,
    pub(super) before: &'a Stood,
    pub(super) after: &'a Stood,
}

pub(super) async fn write(tx: &DatabaseTransaction, new: NewRow<'_>) -> Result<(), StorageError> {
    let decision = new.decision;
    const WRITE: &str = "INSERT INTO decision (id, item_id, subject_kind, subject_id, idea_id, author_id, act, reason, note, \
         actor_id, role, at, waited, before, after, batch) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let values = [
        decision.id.uuid().into(),
        decision.item.map(Id::uuid).into(),
        decision.target.kind().into(),
        decision.target.uuid().into(),
        decision.place.idea.map(Id::uuid).into(),
        decision.author.uuid().into(),
        decision.act.as_str().into(),
        decision.reason.as_ref().map(|reason| reason.as_str().to_owned()).into(),
        decision.note.clone().into(),
        decision.actor.map(Id::uuid).into(),
        decision.role.map_or("", Role::as_str).into(),
        decision.at.micros().into(),
        i64::try_from(decision.waited.as_micros()).unwrap_or(i64::MAX).into(),
        new.before.json()?.into(),
        new.after.json()?.into(),
        decision.batch.into(),
    ];
    run(tx, WRITE, values).await?;
    Ok(())
}

const OWN: [&str; 15] = [
    "id",
    "item_id",
    "subject_kind",
    "subject_id",
    "idea_id",
    "author_id",
    "act",
    "reason",
    "note",
    "actor_id",
    "role",
    "at",
    "waited",
    "batch",
    "undone_at",
];

/// What is kept of an edit that waited says which revision it was made on.
const OF_EDIT: &str =
    "EXISTS (SELECT 1 FROM redaction WHERE redaction.decision_id = decision.id AND redaction.seen IS NOT NULL)";

fn select() -> SelectStatement {
    let subject = |table: &'static str| {
        Expr::col((table, "id"))
            .equals(("decision", "subject_id"))
            .and(Expr::col(("decision", "subject_kind")).eq(table))
    };
    let column = |table: &'static str, name: &'static str| Expr::col((table, name));
    Query::select()
        .columns(OWN.map(|name| ("decision", name)))
        .expr_as(column("idea", "number"), "number")
        .expr_as(column("idea", "status"), "status")
        .expr_as(column("idea", "hidden_at"), "hidden_at")
        .expr_as(column("comment", "number"), "comment_number")
        .expr_as(column("comment", "state"), "comment_state")
        .expr_as(column("person", "deleted_at"), "deleted_at")
        .expr_as(column("appeal", "id"), "appeal_id")
        .expr_as(column("appeal", "at"), "appeal_at")
        .expr_as(column("appeal", "due_at"), "appeal_due_at")
        .expr_as(column("appeal", "outcome"), "outcome")
        .expr_as(column("appeal", "answer"), "answer")
        .expr_as(Expr::cust(OF_EDIT), "of_edit")
        .from("decision")
        .left_join("idea", column("idea", "id").equals(("decision", "idea_id")))
        .left_join("comment", subject("comment"))
        .left_join("person", subject("person"))
        // Of one decision there is one appeal at the most.
        .left_join("appeal", column("appeal", "decision_id").equals(("decision", "id")))
        .take()
}

pub(super) async fn find(from: &impl ConnectionTrait, id: DecisionId) -> Result<Option<Decision>, StorageError> {
    let mut asked = select();
    asked.and_where(Expr::col(("decision", "id")).eq(id.uuid()));
    from.query_one(&asked).await.map_err(sealed)?.as_ref().map(decision).transpose()
}

/// The latest decision on an item.
pub(super) async fn last_on(from: &impl ConnectionTrait, item: ItemId) -> Result<Option<Decision>, StorageError> {
    let mut asked = select();
    asked
        .and_where(Expr::col(("decision", "item_id")).eq(item.uuid()))
        .order_by(("decision", "id"), Order::Desc)
        .limit(1);
    from.query_one(&asked).await.map_err(sealed)?.as_ref().map(decision).transpose()
}

pub(super) async fn list(
    store: &Store,
    which: WhichDecisions,
    page: &PageRequest,
) -> Result<Page<Decision>, StorageError> {
    let forwards = page.direction == Direction::Forwards;
    let mut asked = select();
    asked
        .cond_where(wanted(which))
        .order_by(("decision", "id"), if forwards { Order::Desc } else { Order::Asc })
        .limit(u64::from(page.size) + 1);
    if let Some(cursor) = &page.from {
        let id = Expr::col(("decision", "id"));
        asked.and_where(if forwards { id.lt(cursor.id) } else { id.gt(cursor.id) });
    }
    let rows = store.read().query_all(&asked).await.map_err(sealed)?;
    Ok(Page::from_rows(rows.iter().map(decision).collect::<Result<Vec<_>, _>>()?, page))
}

/// Counts no further than `most`.
pub(super) async fn count(store: &Store, which: WhichDecisions, most: u64) -> Result<u64, StorageError> {
    let some = Query::select().expr(Expr::val(1)).from("decision").cond_where(wanted(which)).limit(most).take();
    let counted = Query::select().expr_as(Expr::cust("COUNT(*)"), "n").from_subquery(some, "some").take();
    let found = store.read().query_one(&counted).await.map_err(sealed)?;
    let n: i64 = found.map_or(Ok(0), |row| get(&row, "n"))?;
    Ok(u64::try_from(n).unwrap_or(0))
}

fn wanted(which: WhichDecisions) -> Condition {
    let own = |column: &'static str| Expr::col(("decision", column));
    match which {
        WhichDecisions::All => Condition::all(),
        WhichDecisions::By(person) => Condition::all().add(own("actor_id").eq(person.uuid())),
        WhichDecisions::On(target) => {
            Condition::all().add(own("subject_kind").eq(target.kind())).add(own("subject_id").eq(target.uuid()))
        }
        WhichDecisions::OfAuthor(person) => Condition::all().add(own("author_id").eq(person.uuid())),
        WhichDecisions::At(item) => Condition::all().add(own("item_id").eq(item.uuid())),
    }
}

fn decision(found: &QueryResult) -> Result<Decision, StorageError> {
    let target = row::target(found)?;
    let (act, role): (String, String) = (get(found, "act")?, get(found, "role")?);
    let act = ActKind::parse(&act).ok_or_else(|| StorageError::corrupt(format!("a decision to {act}")))?;
    let waited: i64 = get(found, "waited")?;
    Ok(Decision {
        id: DecisionId::from_uuid(get(found, "id")?),
        item: get::<Option<Uuid>>(found, "item_id")?.map(ItemId::from_uuid),
        target,
        place: Place {
            idea: get::<Option<Uuid>>(found, "idea_id")?.map(IdeaId::from_uuid),
            number: get(found, "number")?,
            comment: get(found, "comment_number")?,
            campaign: None,
        },
        author: PersonId::from_uuid(get(found, "author_id")?),
        act,
        reason: get::<Option<String>>(found, "reason")?.map(ReasonCode::stored),
        note: get(found, "note")?,
        actor: get::<Option<Uuid>>(found, "actor_id")?.map(PersonId::from_uuid),
        role: Role::parse(&role),
        at: Timestamp::from_micros(get(found, "at")?),
        waited: Duration::from_micros(u64::try_from(waited).unwrap_or(0)),
        batch: get(found, "batch")?,
        undone_at: get::<Option<i64>>(found, "undone_at")?.map(Timestamp::from_micros),
        state: row::state(found, target)?,
        appeal: appeal(found)?,
        of_edit: get(found, "of_edit")?,
    })
}

fn appeal(found: &QueryResult) -> Result<Option<AppealState>, StorageError> {
    let Some(id) = get::<Option<Uuid>>(found, "appeal_id")? else { return Ok(None) };
    let outcome: Option<String> = get(found, "outcome")?;
    Ok(Some(AppealState {
        id: AppealId::from_uuid(id),
        at: Timestamp::from_micros(get(found, "appeal_at")?),
        due_at: Timestamp::from_micros(get(found, "appeal_due_at")?),
        is_moot: outcome.as_deref() == Some("moot"),
        overturned: answered(outcome.as_deref()),
        answer: get(found, "answer")?,
    }))
}

/// Whether an appeal's outcome says that the decision was overturned; none while it says nothing, or that nothing was left
/// to answer.
fn answered(outcome: Option<&str>) -> Option<bool> {
    outcome.filter(|outcome| *outcome != "moot").map(|outcome| outcome == "overturned")
}

pub(super) async fn pace(store: &Store, who: PersonId, since: Timestamp) -> Result<Vec<Timestamp>, StorageError> {
    const PACE: &str = "SELECT at FROM decision WHERE actor_id = $1 AND at > $2 ORDER BY id DESC LIMIT 200";
    let rows = all(store.read(), PACE, [who.uuid().into(), since.micros().into()]).await?;
    rows.iter().map(|row| get(row, "at").map(Timestamp::from_micros)).collect()
}

pub(super) async fn figures(store: &Store, since: Timestamp, most: u64) -> Result<Vec<Figure>, StorageError> {
    const FIGURES: &str = "SELECT decision.act, decision.reason, decision.actor_id, decision.waited, \
         decision.undone_at IS NOT NULL AS undone, appeal.outcome FROM decision \
         LEFT JOIN appeal ON appeal.decision_id = decision.id WHERE decision.at > $1 ORDER BY decision.at DESC LIMIT $2";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = all(store.read(), FIGURES, [since.micros().into(), most.into()]).await?;
    let figure = |row: &QueryResult| {
        let act: String = get(row, "act")?;
        let outcome: Option<String> = get(row, "outcome")?;
        Ok(Figure {
            act: ActKind::parse(&act).ok_or_else(|| StorageError::corrupt(format!("a decision to {act}")))?,
            reason: get::<Option<String>>(row, "reason")?.map(ReasonCode::stored),
            actor: get::<Option<Uuid>>(row, "actor_id")?.map(PersonId::from_uuid),
            waited: get(row, "waited")?,
            undone: get(row, "undone")?,
            overturned: answered(outcome.as_deref()),
        })
    };
    rows.iter().map(figure).collect()
}
