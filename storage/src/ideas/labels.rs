//! Places and tags as they are kept. There are few of them: a list is all of them.

use async_trait::async_trait;
use folkmoot_common::{Id, IdeaId, LabelId, StorageError, Timestamp};
use folkmoot_ideas::{ChangeLabel, Label, LabelKind, LabelName, LabelSaved, LabelStore, NewLabel};
use folkmoot_text::slug;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult};
use uuid::Uuid;

use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, one, places, run};

/// What every read of them selects.
const LABEL: &str = "l.id, l.kind, l.slug, l.name, l.closed_at";

fn label(row: &QueryResult) -> Result<Label, StorageError> {
    let kind: String = get(row, "kind")?;
    let kind = LabelKind::parse(&kind).ok_or_else(|| StorageError::corrupt(format!("a label is a {kind}")))?;
    Ok(Label {
        id: LabelId::from_uuid(get(row, "id")?),
        kind,
        slug: get(row, "slug")?,
        name: get(row, "name")?,
        closed_at: get::<Option<i64>>(row, "closed_at")?.map(Timestamp::from_micros),
    })
}

fn kept(kind: LabelKind) -> String {
    kind.as_str().to_lowercase()
}

/// Ideas that have this label, over a statement with `tally` in it. The database begins with whichever is less: the ideas
/// of a rare one, or the order of the list until a page of a frequent one is full.
pub(super) fn has(backend: DbBackend, label: LabelId) -> Expr {
    let sign = if backend == DbBackend::Postgres { "$1" } else { "?" };
    let asked = format!("tally.idea_id IN (SELECT idea_id FROM idea_label WHERE label_id = {sign})");
    Expr::cust_with_values(asked, [label.uuid()])
}

/// Gives an idea its place as it is posted.
pub(super) async fn put(on: &impl ConnectionTrait, idea: IdeaId, label: LabelId) -> Result<(), StorageError> {
    const PUT: &str = "INSERT INTO idea_label (idea_id, label_id, kind) \
         SELECT $1, id, kind FROM label WHERE id = $2 ON CONFLICT DO NOTHING";
    run(on, PUT, [idea.uuid().into(), label.uuid().into()]).await?;
    Ok(())
}

/// Of two who sort one idea at once, one waits for the other: the last word stands, whole.
async fn hold(on: &impl ConnectionTrait, idea: IdeaId) -> Result<(), StorageError> {
    if on.get_database_backend() == DbBackend::Postgres {
        one(on, "SELECT 1 AS one FROM idea WHERE id = $1 FOR UPDATE", [idea.uuid().into()]).await?;
    }
    Ok(())
}

async fn take_off(on: &impl ConnectionTrait, idea: IdeaId, kind: LabelKind) -> Result<(), StorageError> {
    const OFF: &str = "DELETE FROM idea_label WHERE idea_id = $1 AND kind = $2";
    run(on, OFF, [idea.uuid().into(), kept(kind).into()]).await?;
    Ok(())
}

/// Whether another one of this kind is called so. Two that are added at once are told apart by the index of names.
async fn is_taken(
    on: &impl ConnectionTrait,
    kind: LabelKind,
    name: &LabelName,
    but: LabelId,
) -> Result<bool, StorageError> {
    let rows = all(on, "SELECT id, name FROM label WHERE kind = $1", [kept(kind).into()]).await?;
    let wanted = name.as_str().to_lowercase();
    for row in &rows {
        let (id, name): (Uuid, String) = (get(row, "id")?, get(row, "name")?);
        if id != but.uuid() && name.to_lowercase() == wanted {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The first of `parks`, `parks-2`, `parks-3`… that none of this kind has.
async fn free_slug(on: &impl ConnectionTrait, kind: LabelKind, name: &LabelName) -> Result<String, StorageError> {
    const ANY: &str = "SELECT 1 AS one FROM label WHERE kind = $1 AND slug = $2";
    let word = slug(name.as_str());
    let mut tried = word.clone();
    let mut next = 2_u32;
    while one(on, ANY, [kept(kind).into(), tried.clone().into()]).await?.is_some() {
        tried = format!("{word}-{next}");
        next += 1;
    }
    Ok(tried)
}

#[async_trait]
impl LabelStore for Store {
    async fn labels(&self) -> Result<Vec<Label>, StorageError> {
        let asked = format!("SELECT {LABEL} FROM label l");
        let mut all = all(self.read(), &asked, []).await?.iter().map(label).collect::<Result<Vec<_>, _>>()?;
        all.sort_by_key(|one| (one.kind, one.name.to_lowercase()));
        Ok(all)
    }

    async fn labels_of(&self, ideas: &[IdeaId]) -> Result<Vec<(IdeaId, Label)>, StorageError> {
        let these = places(1, ideas.len());
        let asked = format!(
            "SELECT i.idea_id, {LABEL} FROM idea_label i JOIN label l ON l.id = i.label_id WHERE i.idea_id IN ({these})"
        );
        let rows = all(self.read(), &asked, ideas.iter().map(|id| id.uuid().into())).await?;
        let read = |row: &QueryResult| Ok((IdeaId::from_uuid(get(row, "idea_id")?), label(row)?));
        let mut found = rows.iter().map(read).collect::<Result<Vec<_>, StorageError>>()?;
        found.sort_by_key(|(_, one)| (one.kind, one.name.to_lowercase()));
        Ok(found)
    }

    async fn add_label(&self, new: NewLabel) -> Result<LabelSaved, StorageError> {
        let tx = self.begin().await?;
        let counted = one(&tx, "SELECT COUNT(*) AS n FROM label WHERE kind = $1", [kept(new.kind).into()]).await?;
        let n: i64 = counted.map_or(Ok(0), |row| get(&row, "n"))?;
        if usize::try_from(n).unwrap_or(usize::MAX) >= Label::MOST {
            return Ok(LabelSaved::Full);
        }
        if is_taken(&tx, new.kind, &new.name, new.id).await? {
            return Ok(LabelSaved::Taken);
        }
        const ADD: &str = "INSERT INTO label (id, kind, slug, name, created_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT DO NOTHING";
        let free = free_slug(&tx, new.kind, &new.name).await?;
        let values = [
            new.id.uuid().into(),
            kept(new.kind).into(),
            free.into(),
            new.name.as_str().into(),
            new.at.micros().into(),
        ];
        let added = run(&tx, ADD, values).await? > 0;
        tx.commit().await.map_err(sealed)?;
        Ok(if added { LabelSaved::Done } else { LabelSaved::Taken })
    }

    async fn change_label(&self, change: ChangeLabel) -> Result<LabelSaved, StorageError> {
        let tx = self.begin().await?;
        let hold = if tx.get_database_backend() == DbBackend::Postgres { " FOR UPDATE" } else { "" };
        let asked = format!("SELECT {LABEL} FROM label l WHERE l.id = $1{hold}");
        let Some(row) = one(&tx, &asked, [change.id.uuid().into()]).await? else { return Ok(LabelSaved::Unknown) };
        if is_taken(&tx, label(&row)?.kind, &change.name, change.id).await? {
            return Ok(LabelSaved::Taken);
        }
        const CHANGE: &str = "UPDATE label SET name = $2, closed_at = $3 WHERE id = $1";
        let closed = change.closed_at.map(Timestamp::micros);
        run(&tx, CHANGE, [change.id.uuid().into(), change.name.as_str().into(), closed.into()]).await?;
        tx.commit().await.map_err(sealed)?;
        Ok(LabelSaved::Done)
    }

    async fn place(&self, idea: IdeaId, place: Option<LabelId>) -> Result<(), StorageError> {
        let tx = self.begin().await?;
        hold(&tx, idea).await?;
        take_off(&tx, idea, LabelKind::Place).await?;
        if let Some(place) = place {
            put(&tx, idea, place).await?;
        }
        tx.commit().await.map_err(sealed)
    }

    async fn tag(&self, idea: IdeaId, tags: &[LabelId]) -> Result<(), StorageError> {
        let tx = self.begin().await?;
        hold(&tx, idea).await?;
        take_off(&tx, idea, LabelKind::Tag).await?;
        for tag in tags {
            put(&tx, idea, *tag).await?;
        }
        tx.commit().await.map_err(sealed)
    }
}
