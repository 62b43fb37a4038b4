//! Housekeeping: rows that have ended, a batch at a time. Each kind is found by an index.

use folkmoot_common::StorageError;
use folkmoot_moderation::rules::REPEAT_WINDOW;
use folkmoot_people::Expired;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, EntityTrait, ExprTrait as _, QueryFilter as _,
    sea_query::{Expr, Query},
};

use crate::{
    Store,
    entity::{draft, outbox, session, sign_in},
    error::sealed,
    sql::run,
    telling::HOLDS,
};

/// Deletes at most `limit` rows of each kind.
pub(super) async fn batch(store: &Store, expired: Expired, limit: u64) -> Result<u64, StorageError> {
    let ended = expired.ended.micros();
    let letters = Condition::any()
        .add(outbox::Column::State.eq("sent").and(outbox::Column::DueAt.lte(expired.sent.micros())))
        .add(outbox::Column::State.eq("dead").and(outbox::Column::DueAt.lte(expired.dead.micros())));
    let attempts = Condition::all().add(sign_in::Column::ExpiresAt.lte(expired.attempts.micros()));
    let sessions = Condition::all().add(session::Column::ExpiresAt.lte(ended));
    let drafts = Condition::all().add(draft::Column::ExpiresAt.lte(ended));

    // Fingerprints of texts are of no use once no rule looks so far back.
    const TEXTS: &str = "DELETE FROM text_print WHERE id IN (SELECT id FROM text_print WHERE at <= $1 LIMIT $2)";
    let texts = expired.ended.minus(REPEAT_WINDOW).micros();
    let most = i64::try_from(limit).unwrap_or(i64::MAX);

    // News that everybody has heard; a digest that waits still needs its words.
    const NEWS: &str = "DELETE FROM mailing WHERE id IN (SELECT id FROM mailing WHERE done_at <= $1 AND NOT EXISTS \
         (SELECT 1 FROM digest_entry WHERE digest_entry.mailing_id = mailing.id) LIMIT $2)";
    // News of what was hidden and is shown: nobody was told, and nothing hides it since that moment again.
    let untold = format!(
        "DELETE FROM mailing WHERE id IN \
         (SELECT id FROM mailing WHERE done_at IS NULL AND turn_at <= $1 AND NOT {HOLDS} LIMIT $2)"
    );

    let work = store.begin().await?;
    let gone = [
        delete(&work, sign_in::Entity, sign_in::Column::Id, attempts, limit).await?,
        delete(&work, session::Entity, session::Column::Id, sessions, limit).await?,
        delete(&work, draft::Entity, draft::Column::Id, drafts, limit).await?,
        delete(&work, outbox::Entity, outbox::Column::Id, letters, limit).await?,
        run(&work, TEXTS, [texts.into(), most.into()]).await?,
        run(&work, NEWS, [expired.dead.micros().into(), most.into()]).await?,
        run(&work, &untold, [expired.dead.micros().into(), most.into()]).await?,
    ];
    work.commit().await.map_err(sealed)?;
    Ok(gone.iter().sum())
}

async fn delete<E: EntityTrait>(
    work: &DatabaseTransaction,
    entity: E,
    id: E::Column,
    ended: Condition,
    limit: u64,
) -> Result<u64, StorageError> {
    let batch = Query::select().column(id).from(entity).cond_where(ended).limit(limit).to_owned();
    let gone = E::delete_many().filter(Expr::col(id).in_subquery(batch)).exec(work).await.map_err(sealed)?;
    Ok(gone.rows_affected)
}
