//! What an act came to, written beside its key in the act's own transaction: should the program be killed before the answer is
//! kept, it is drawn anew from this.
//!
//! It refuses to know what the words mean: whoever writes them reads them.

use folkmoot_common::StorageError;
use sea_orm::{ConnectionTrait, DbBackend};

use super::claim::Claim;
use crate::sql::run;

/// A key that was taken in this transaction, and what its act came to.
pub(crate) type Noted<'a> = (&'a Claim, String);

/// Writes these down, many in a statement where the database can.
pub(crate) async fn note(tx: &impl ConnectionTrait, noted: &[Noted<'_>]) -> Result<(), StorageError> {
    #[cfg(all(feature = "sabotage", debug_assertions))]
    if crate::sabotage::is(crate::sabotage::Sabotage::NoNote) {
        return Ok(());
    }
    match tx.get_database_backend() {
        _ if noted.is_empty() => Ok(()),
        DbBackend::Postgres => note_many(tx, noted).await,
        _ => note_each(tx, noted).await,
    }
}

async fn note_each(tx: &impl ConnectionTrait, noted: &[Noted<'_>]) -> Result<(), StorageError> {
    const NOTE: &str = "UPDATE retry SET note = $4 WHERE sender = $1 AND word = $2 AND attempt = $3";
    for (claim, note) in noted {
        let (sender, word) = claim.name();
        run(tx, NOTE, [(*sender).into(), word.as_str().into(), claim.attempt().into(), note.as_str().into()]).await?;
    }
    Ok(())
}

/// As keys are taken: so each row is found by its key, whatever a plan that was made once believes of the table's size.
async fn note_many(tx: &impl ConnectionTrait, noted: &[Noted<'_>]) -> Result<(), StorageError> {
    const NOTE: &str = "INSERT INTO retry (sender, word, body, attempt, note, made_at) \
         SELECT sender, word, body, attempt, note, {now} \
         FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::text[]) \
             AS noted(sender, word, body, attempt, note) \
         ON CONFLICT (sender, word) DO UPDATE SET note = excluded.note WHERE retry.attempt = excluded.attempt";
    let values = [
        noted.iter().map(|(claim, _)| claim.name().0).collect::<Vec<_>>().into(),
        noted.iter().map(|(claim, _)| claim.name().1.clone()).collect::<Vec<_>>().into(),
        noted.iter().map(|(claim, _)| claim.body().to_vec()).collect::<Vec<_>>().into(),
        noted.iter().map(|(claim, _)| claim.attempt()).collect::<Vec<_>>().into(),
        noted.iter().map(|(_, note)| note.clone()).collect::<Vec<_>>().into(),
    ];
    run(tx, NOTE, values).await?;
    Ok(())
}
