//! The outbox as rows: letters are posted inside the transaction of their reason, and claimed by one worker at a time.
//!
//! A claim pushes a letter's due time forward. A worker that dies holding it simply lets that time pass, and the
//! letter is claimed again: it may then arrive twice, but it is never lost. What tells of something waits for what the same
//! reader is to be told before, whoever holds that: so it comes in order, whatever dies on the way.

use async_trait::async_trait;
use folkmoot_common::{
    Footing, Id, IdeaId, Language, Mail, MailId, MailState, Outbox, PersonId, PostedMail, StorageError, Timestamp, Why,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait as _, DatabaseTransaction, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    prelude::Uuid,
    sea_query::{Alias, Expr, LockBehavior, LockType, OnConflict, Order, Query},
};

use crate::{Store, entity::outbox, error::sealed};

/// `waiting` counts no further: beyond it the answer is "too many" whatever the number.
const COUNT_UP_TO: u64 = 1_000;

/// Nothing that this reader is to be told before still waits. Letters' ids are as old as what they tell of.
const NEXT_FOR_ITS_READER: &str = "(outbox.person_id IS NULL OR NOT EXISTS (SELECT 1 FROM outbox earlier \
     WHERE earlier.person_id = outbox.person_id AND earlier.state = 'waiting' AND earlier.id < outbox.id))";

/// The most of an error's words that is kept.
const WORDS: usize = 500;

/// Posts a letter as part of the act that wants it sent; due at once.
pub(crate) async fn post(
    work: &DatabaseTransaction,
    id: MailId,
    mail: &Mail,
    at: Timestamp,
) -> Result<(), StorageError> {
    post_later(work, id, mail, at, (at, None)).await
}

/// Posts a letter that is due then, and that goes with whatever caused it: see [`drop_caused_by`].
pub(crate) async fn post_later(
    work: &DatabaseTransaction,
    id: MailId,
    mail: &Mail,
    at: Timestamp,
    (due, cause): (Timestamp, Option<Uuid>),
) -> Result<(), StorageError> {
    let row = outbox::ActiveModel { due_at: Set(due.micros()), cause: Set(cause), ..row(id, mail, at)? };
    outbox::Entity::insert(row).exec_without_returning(work).await.map_err(sealed)?;
    Ok(())
}

/// Posts letters to many, due at once, that go with what caused them, if anything may take them back. One that is there
/// already stays as it is: whoever tells the same news again tells nobody twice.
pub(crate) async fn post_all(
    work: &DatabaseTransaction,
    letters: &[(MailId, Mail, Footing)],
    (created, due): (Timestamp, Timestamp),
    cause: Option<Uuid>,
) -> Result<(), StorageError> {
    let mut rows = Vec::with_capacity(letters.len());
    for (id, mail, footing) in letters {
        rows.push(outbox::ActiveModel {
            due_at: Set(due.micros()),
            cause: Set(cause),
            person_id: Set(Some(footing.person.uuid())),
            idea_id: Set(footing.idea.map(Id::uuid)),
            why: Set(Some(footing.why.as_str().to_owned())),
            language: Set(footing.language.as_ref().map(|language| language.as_str().to_owned())),
            ..row(*id, mail, created)?
        });
    }
    if rows.is_empty() {
        return Ok(());
    }
    let there = OnConflict::column(outbox::Column::Id).do_nothing().to_owned();
    outbox::Entity::insert_many(rows).on_conflict(there).exec_without_returning(work).await.map_err(sealed)?;
    Ok(())
}

fn row(id: MailId, mail: &Mail, at: Timestamp) -> Result<outbox::ActiveModel, StorageError> {
    Ok(outbox::ActiveModel {
        id: Set(id.uuid()),
        mail: Set(serde_json::to_string(mail).map_err(|why| StorageError::Failed(why.into()))?),
        state: Set(word(MailState::Waiting).to_owned()),
        created_at: Set(at.micros()),
        due_at: Set(at.micros()),
        attempts: Set(0),
        sent_at: Set(None),
        last_error: Set(None),
        cause: Set(None),
        person_id: Set(None),
        idea_id: Set(None),
        why: Set(None),
        language: Set(None),
    })
}

/// Takes back the letters of an act that was taken back, as far as they haven't left; says how many. One that was given up
/// could be sent again.
pub(crate) async fn drop_caused_by(work: &DatabaseTransaction, cause: Uuid) -> Result<u64, StorageError> {
    let dropped = outbox::Entity::delete_many()
        .filter(outbox::Column::Cause.eq(cause))
        .filter(outbox::Column::State.is_in([word(MailState::Waiting), word(MailState::Dead)]))
        .exec(work)
        .await
        .map_err(sealed)?;
    Ok(dropped.rows_affected)
}

#[async_trait]
impl Outbox for Store {
    async fn claim(&self, now: Timestamp, until: Timestamp, limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        // Nothing due is the usual case, and costs no write lock.
        let due = || {
            outbox::Entity::find()
                .select_only()
                .column(outbox::Column::Id)
                .filter(outbox::Column::State.eq(word(MailState::Waiting)))
                .filter(outbox::Column::DueAt.lte(now.micros()))
                .filter(Expr::cust(NEXT_FOR_ITS_READER))
                // What somebody waits for, such as a letter that lets them in, comes before what is told to many.
                .order_by(Expr::col(outbox::Column::PersonId).is_not_null(), Order::Asc)
                .order_by_asc(outbox::Column::DueAt)
                .order_by_asc(outbox::Column::Id)
                .limit(limit)
        };
        let any: Option<Uuid> = due().limit(1).into_tuple().one(self.read()).await.map_err(sealed)?;
        if any.is_none() {
            return Ok(Vec::new());
        }

        let work = self.begin().await?;
        // PostgreSQL skips what another worker holds; SQLite has one writer, and no such words.
        let free: Vec<Uuid> = due()
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .into_tuple()
            .all(&work)
            .await
            .map_err(sealed)?;
        if free.is_empty() {
            return Ok(Vec::new());
        }
        let claimed = outbox::Entity::update_many()
            .col_expr(outbox::Column::DueAt, Expr::val(until.micros()))
            .col_expr(outbox::Column::Attempts, Expr::col(outbox::Column::Attempts).add(1))
            .filter(outbox::Column::Id.is_in(free))
            .exec_with_returning(&work)
            .await
            .map_err(sealed)?;
        work.commit().await.map_err(sealed)?;
        let mut letters = claimed.iter().map(posted).collect::<Result<Vec<_>, _>>()?;
        letters.sort_by_key(|letter| (letter.created_at, letter.id));
        Ok(letters)
    }

    async fn sent(&self, id: MailId, at: Timestamp) -> Result<(), StorageError> {
        outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::val(word(MailState::Sent)))
            .col_expr(outbox::Column::SentAt, Expr::val(at.micros()))
            .col_expr(outbox::Column::LastError, Expr::val(None::<String>))
            .filter(outbox::Column::Id.eq(id.uuid()))
            .exec(self.write())
            .await
            .map_err(sealed)?;
        Ok(())
    }

    async fn failed(&self, id: MailId, why: &str, retry_at: Option<Timestamp>) -> Result<(), StorageError> {
        let said: String = why.chars().filter(|c| *c != '\0').take(WORDS).collect();
        let mut noted = outbox::Entity::update_many()
            .col_expr(outbox::Column::LastError, Expr::val(said))
            .filter(outbox::Column::Id.eq(id.uuid()))
            // A worker that was slower than its claim must not send again what another has sent.
            .filter(outbox::Column::State.eq(word(MailState::Waiting)));
        noted = match retry_at {
            Some(at) => noted.col_expr(outbox::Column::DueAt, Expr::val(at.micros())),
            None => noted.col_expr(outbox::Column::State, Expr::val(word(MailState::Dead))),
        };
        noted.exec(self.write()).await.map_err(sealed)?;
        Ok(())
    }

    async fn waiting(&self) -> Result<u64, StorageError> {
        let some = Query::select()
            .expr(Expr::val(1))
            .from(outbox::Entity)
            .and_where(outbox::Column::State.eq(word(MailState::Waiting)))
            .limit(COUNT_UP_TO)
            .to_owned();
        let count = Query::select()
            .expr_as(Expr::cust("COUNT(*)"), Alias::new("waiting"))
            .from_subquery(some, Alias::new("some"))
            .to_owned();
        let row = self.read().query_one(&count).await.map_err(sealed)?;
        let found: i64 = match row {
            Some(row) => row.try_get("", "waiting").map_err(sealed)?,
            None => 0,
        };
        Ok(u64::try_from(found).unwrap_or(0))
    }

    async fn newest(&self, limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        let rows = outbox::Entity::find()
            .order_by_desc(outbox::Column::Id)
            .limit(limit)
            .all(self.read())
            .await
            .map_err(sealed)?;
        rows.iter().map(posted).collect()
    }

    async fn dead(&self, limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        let rows = outbox::Entity::find()
            .filter(outbox::Column::State.eq(word(MailState::Dead)))
            .order_by_desc(outbox::Column::DueAt)
            .order_by_desc(outbox::Column::Id)
            .limit(limit)
            .all(self.read())
            .await
            .map_err(sealed)?;
        rows.iter().map(posted).collect()
    }

    async fn revive(&self, which: Option<MailId>, at: Timestamp) -> Result<u64, StorageError> {
        let mut revived = outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::val(word(MailState::Waiting)))
            .col_expr(outbox::Column::DueAt, Expr::val(at.micros()))
            .col_expr(outbox::Column::Attempts, Expr::val(0))
            .filter(outbox::Column::State.eq(word(MailState::Dead)));
        if let Some(id) = which {
            revived = revived.filter(outbox::Column::Id.eq(id.uuid()));
        }
        let tx = self.begin().await?;
        let found = revived.exec(&tx).await.map_err(sealed)?.rows_affected;
        tx.commit().await.map_err(sealed)?;
        Ok(found)
    }

    async fn pass_by(&self) -> Result<(), StorageError> {
        let tx = self.begin().await?;
        tx.commit().await.map_err(sealed)
    }
}

const fn word(state: MailState) -> &'static str {
    match state {
        MailState::Waiting => "waiting",
        MailState::Sent => "sent",
        MailState::Dead => "dead",
    }
}

fn posted(row: &outbox::Model) -> Result<PostedMail, StorageError> {
    let state =
        [MailState::Waiting, MailState::Sent, MailState::Dead].into_iter().find(|state| word(*state) == row.state);
    Ok(PostedMail {
        id: MailId::from_uuid(row.id),
        mail: serde_json::from_str(&row.mail).map_err(|why| StorageError::Failed(why.into()))?,
        created_at: Timestamp::from_micros(row.created_at),
        attempts: u32::try_from(row.attempts).unwrap_or(0),
        state: state.ok_or_else(|| StorageError::corrupt("a letter in no known state"))?,
        footing: footing(row),
        last_error: row.last_error.clone(),
    })
}

fn footing(row: &outbox::Model) -> Option<Footing> {
    Some(Footing {
        person: PersonId::from_uuid(row.person_id?),
        idea: row.idea_id.map(IdeaId::from_uuid),
        why: row.why.as_deref().and_then(Why::parse)?,
        language: row.language.clone().map(Language::from_stored),
    })
}
