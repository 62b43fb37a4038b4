//! What is known of an author and of a text before it is posted, and the fingerprints that it is known by.

use folkmoot_common::{Digest, Id, PersonId, Standing, StorageError, Timestamp};
use folkmoot_moderation::Lately;
use folkmoot_moderation::rules::Past;
use sea_orm::DatabaseTransaction;

use crate::Store;
use crate::sql::{get, one, run};

/// Counting stops here: more is no more suspicious.
const ENOUGH: u32 = 100;

/// One statement, along indexes, and no further than [`ENOUGH`] rows of each.
pub(super) async fn past(
    store: &Store,
    author: PersonId,
    print: &Digest,
    lately: Lately,
) -> Result<Past, StorageError> {
    let asked = format!(
        "SELECT p.trusted_at, p.suspended_until, {{now}} AS now, \
         (EXISTS (SELECT 1 FROM idea WHERE author_id = $1 AND published_at IS NOT NULL) OR \
          EXISTS (SELECT 1 FROM comment WHERE author_id = $1 AND state = 'published')) AS known, \
         (SELECT COUNT(*) FROM (SELECT 1 AS one FROM text_print WHERE author_id = $1 AND at > $2 LIMIT {ENOUGH}) AS s) \
            AS posts, \
         (SELECT COUNT(*) FROM (SELECT 1 AS one FROM text_print WHERE digest = $3 AND at > $4 LIMIT {ENOUGH}) AS s) \
            AS texts \
         FROM person p WHERE p.id = $1"
    );
    let values = [
        author.uuid().into(),
        lately.posts.micros().into(),
        print.bytes().to_vec().into(),
        lately.texts.micros().into(),
    ];
    let Some(row) = one(store.read(), &asked, values).await? else {
        return Ok(Past { standing: Standing::New, posted_lately: 0, same_text_lately: 0 });
    };
    let number = |column: &str| get::<i64>(&row, column).map(|n| u32::try_from(n).unwrap_or(ENOUGH));
    let suspended: Option<i64> = get(&row, "suspended_until")?;
    let standing = match suspended {
        Some(until) if until > get::<i64>(&row, "now")? => Standing::Suspended(Timestamp::from_micros(until)),
        _ if get::<Option<i64>>(&row, "trusted_at")?.is_some() => Standing::Trusted,
        _ if get::<bool>(&row, "known")? => Standing::Known,
        _ => Standing::New,
    };
    Ok(Past { standing, posted_lately: number("posts")?, same_text_lately: number("texts")? })
}

/// Notes that this was posted.
pub(crate) async fn note_print(
    tx: &DatabaseTransaction,
    (title, body): (Option<&str>, &str),
    author: PersonId,
    id: uuid::Uuid,
    at: Timestamp,
) -> Result<(), StorageError> {
    let print = folkmoot_moderation::rules::fingerprint(title, body);
    const NOTE: &str = "INSERT INTO text_print (id, digest, author_id, at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (id) DO NOTHING";
    run(tx, NOTE, [id.into(), print.bytes().to_vec().into(), author.uuid().into(), at.micros().into()]).await?;
    Ok(())
}
