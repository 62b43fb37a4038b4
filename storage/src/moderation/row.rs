//! From rows to items: one select that every read of the queue starts from, and one way back to the domain.

use folkmoot_common::{AppealId, CampaignId, Hunch, Id, IdeaId, ItemId, PersonId, StorageError, Suspicion, Timestamp};
use folkmoot_moderation::{Item, ItemKind, Lock, Place, SecondOpinion, Target, TargetState};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::error::sealed;
use crate::sql::get;

const ITEM: [&str; 19] = [
    "id",
    "kind",
    "subject_kind",
    "subject_id",
    "idea_id",
    "author_id",
    "hunches",
    "reports",
    "reach",
    "opened_at",
    "due_at",
    "rank",
    "cluster",
    "locked_by",
    "locked_until",
    "asked_by",
    "asked_why",
    "appeal_id",
    "closed_at",
];

/// Items beside what they are about.
pub(super) fn select() -> SelectStatement {
    let subject = |table: &'static str| {
        Expr::col((table, "id"))
            .equals(("queue_item", "subject_id"))
            .and(Expr::col(("queue_item", "subject_kind")).eq(table))
    };
    let idea = |column: &'static str| Expr::col(("idea", column));
    Query::select()
        .columns(ITEM.map(|column| ("queue_item", column)))
        .expr_as(idea("number"), "number")
        .expr_as(idea("title"), "title")
        .expr_as(idea("body"), "idea_body")
        .expr_as(idea("language"), "language")
        .expr_as(idea("status"), "status")
        .expr_as(idea("hidden_at"), "hidden_at")
        .expr_as(idea("revision"), "idea_revision")
        .expr_as(idea("campaign_id"), "campaign_id")
        .expr_as(Expr::col(("comment", "number")), "comment_number")
        .expr_as(Expr::col(("comment", "body")), "comment_body")
        .expr_as(Expr::col(("comment", "state")), "comment_state")
        .expr_as(Expr::col(("comment", "revision")), "comment_revision")
        .expr_as(Expr::col(("person", "name")), "name")
        .expr_as(Expr::col(("person", "deleted_at")), "deleted_at")
        .expr_as(Expr::col(("pending_edit", "version")), "edit_version")
        .from("queue_item")
        .left_join("idea", idea("id").equals(("queue_item", "idea_id")))
        .left_join("comment", subject("comment"))
        .left_join("person", subject("person"))
        .left_join(
            "pending_edit",
            Expr::col(("pending_edit", "subject_id"))
                .equals(("queue_item", "subject_id"))
                .and(Expr::col(("queue_item", "kind")).eq("edit")),
        )
        .take()
}

/// One item.
pub(super) async fn find(from: &impl ConnectionTrait, id: ItemId) -> Result<Option<Item>, StorageError> {
    let mut asked = select();
    asked.and_where(Expr::col(("queue_item", "id")).eq(id.uuid()));
    let found = from.query_one(&asked).await.map_err(sealed)?;
    found.as_ref().map(item).transpose()
}

/// One row as an item.
pub(super) fn item(row: &QueryResult) -> Result<Item, StorageError> {
    let kind: String = get(row, "kind")?;
    let kind = ItemKind::parse(&kind).ok_or_else(|| StorageError::corrupt(format!("an item of the kind {kind}")))?;
    let target = target(row)?;
    let instant = |column: &str| get::<i64>(row, column).map(Timestamp::from_micros);
    let person = |column: &str| get::<Option<Uuid>>(row, column).map(|id| id.map(PersonId::from_uuid));
    let (by, until) = (person("locked_by")?, get::<Option<i64>>(row, "locked_until")?);
    let why: Option<String> = get(row, "asked_why")?;
    Ok(Item {
        id: ItemId::from_uuid(get(row, "id")?),
        kind,
        target,
        place: Place {
            idea: get::<Option<Uuid>>(row, "idea_id")?.map(IdeaId::from_uuid),
            number: get(row, "number")?,
            comment: get(row, "comment_number")?,
            campaign: get::<Option<Uuid>>(row, "campaign_id")?.map(CampaignId::from_uuid),
        },
        author: PersonId::from_uuid(get(row, "author_id")?),
        title: words(row, target, ["title", "title", "name"])?,
        body: words(row, target, ["idea_body", "comment_body", ""])?,
        language: get::<Option<String>>(row, "language")?.unwrap_or_default(),
        revision: revision(row, kind, target)?,
        state: state(row, target)?,
        hunches: hunches(&get::<String>(row, "hunches")?)?,
        reports: u32::try_from(get::<i32>(row, "reports")?).unwrap_or(0),
        reach: u64::try_from(get::<i64>(row, "reach")?).unwrap_or(0),
        opened_at: instant("opened_at")?,
        due_at: instant("due_at")?,
        rank: get(row, "rank")?,
        cluster: get(row, "cluster")?,
        lock: by.zip(until).map(|(by, until)| Lock { by, until: Timestamp::from_micros(until) }),
        second_opinion: person("asked_by")?.map(|by| SecondOpinion { by, why: why.unwrap_or_default() }),
        appeal: get::<Option<Uuid>>(row, "appeal_id")?.map(AppealId::from_uuid),
        closed_at: get::<Option<i64>>(row, "closed_at")?.map(Timestamp::from_micros),
    })
}

/// What a row with `subject_kind` and `subject_id` is about.
pub(super) fn target(row: &QueryResult) -> Result<Target, StorageError> {
    let kind: String = get(row, "subject_kind")?;
    Target::of(&kind, get(row, "subject_id")?)
        .ok_or_else(|| StorageError::corrupt(format!("a subject of the kind {kind}")))
}

/// The column that fits: of an idea, a comment, a person.
fn words(row: &QueryResult, target: Target, columns: [&str; 3]) -> Result<String, StorageError> {
    let [idea, comment, person] = columns;
    let column = match target {
        Target::Idea(_) => idea,
        Target::Comment(_) => comment,
        Target::Person(_) => person,
    };
    if column.is_empty() { Ok(String::new()) } else { Ok(get::<Option<String>>(row, column)?.unwrap_or_default()) }
}

/// An edit that waits counts by itself, so that whoever decides has read the one that is there. A name has no revisions: a
/// part of its digest stands for one.
fn revision(row: &QueryResult, kind: ItemKind, target: Target) -> Result<i32, StorageError> {
    let column = match (kind, target) {
        (ItemKind::Edit, _) => "edit_version",
        (_, Target::Idea(_)) => "idea_revision",
        (_, Target::Comment(_)) => "comment_revision",
        (ItemKind::Name, Target::Person(_)) => {
            let name = get::<Option<String>>(row, "name")?.unwrap_or_default();
            let digest = folkmoot_common::Digest::of_parts(&[&name]);
            let [a, b, c, d] = [0, 1, 2, 3].map(|at| digest.bytes().get(at).copied().unwrap_or_default());
            return Ok(i32::from_be_bytes([a & 0x7f, b, c, d]));
        }
        (_, Target::Person(_)) => return Ok(0),
    };
    Ok(get::<Option<i32>>(row, column)?.unwrap_or(0))
}

/// How it stands, from a row that has the columns of its kind.
pub(super) fn state(row: &QueryResult, target: Target) -> Result<TargetState, StorageError> {
    match target {
        Target::Idea(_) => {
            let hidden: Option<i64> = get(row, "hidden_at")?;
            Ok(of_idea(get::<Option<String>>(row, "status")?.as_deref(), hidden.is_some()))
        }
        Target::Comment(_) => Ok(of_comment(get::<Option<String>>(row, "comment_state")?.as_deref())),
        Target::Person(_) => {
            let gone: Option<i64> = get(row, "deleted_at")?;
            Ok(if gone.is_some() { TargetState::Gone } else { TargetState::Public })
        }
    }
}

pub(super) fn of_idea(status: Option<&str>, hidden: bool) -> TargetState {
    match status {
        None | Some("withdrawn") => TargetState::Gone,
        Some("submitted") => TargetState::Waiting,
        Some("rejected") => TargetState::Rejected,
        Some(_) if hidden => TargetState::Hidden,
        Some("merged") => TargetState::Merged,
        Some(_) => TargetState::Public,
    }
}

pub(super) fn of_comment(state: Option<&str>) -> TargetState {
    match state {
        Some("published") => TargetState::Public,
        Some("held") => TargetState::Waiting,
        Some("hidden") => TargetState::Hidden,
        _ => TargetState::Gone,
    }
}

fn hunches(kept: &str) -> Result<Vec<Hunch>, StorageError> {
    let pairs: Vec<(String, String)> = serde_json::from_str(kept).map_err(|why| StorageError::Failed(why.into()))?;
    let known = pairs.into_iter().filter_map(|(why, found)| Some(Hunch { why: Suspicion::parse(&why)?, found }));
    Ok(known.collect())
}
