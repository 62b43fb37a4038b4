//! A comment in one statement, on PostgreSQL: its number, its row, the idea's count and the text's fingerprint, in one round
//! trip where a transaction takes six.
//!
//! It says yes or nothing: `None` means that nothing was written, and the transaction (`post.rs`) says why or does more. That
//! is so for whatever carries a key, has to be looked at, waits for a moderator, or has no place to go.

use folkmoot_comments::{CommentState, DEEPEST, NewComment};
use folkmoot_common::{Id, StorageError};
use folkmoot_moderation::rules::fingerprint;
use folkmoot_text::{POLICY, SafeHtml};
use sea_orm::{ConnectionTrait, DbBackend, SqlErr, Value};

use super::post::{Entered, modes, tally};
use crate::Store;
use crate::error::sealed;
use crate::ideas::MODE;
use crate::retries::Claim;
use crate::sql::{get, statement};

pub(super) async fn post(
    store: &Store,
    new: &NewComment,
    html: &SafeHtml,
) -> Result<Option<(Entered, i32)>, StorageError> {
    if store.backend() != DbBackend::Postgres || Claim::in_hand().is_some() || !new.look.hunches.is_empty() {
        return Ok(None);
    }
    let said = statement(DbBackend::Postgres, &written(new), values(new, html));
    let row = match store.write().query_one_raw(said).await {
        Ok(Some(row)) => row,
        Ok(None) => return Ok(None),
        // The same draft is being posted by somebody else too: nothing of this stands.
        Err(why) if matches!(why.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => return Ok(None),
        Err(why) => return Err(sealed(why)),
    };
    let entered = Entered { number: get(&row, "number")?, held: false, tally: tally(new.idea, &row)? };
    Ok(Some((entered, get(&row, "depth")?)))
}

/// Whoever replies does so to a published comment of the same idea, above the deepest.
fn written(new: &NewComment) -> String {
    let publishing = modes(|mode| !mode.holds(&new.look));
    format!(
        "WITH above AS (
            SELECT id, root, path, depth FROM comment
            WHERE id = $3 AND idea_id = $2 AND state = 'published' AND depth < {DEEPEST}
        ), entered AS (
            UPDATE tally SET last_comment = last_comment + 1, comments = comments + 1, version = version + 1
            WHERE idea_id = $2 AND listed AND votable AND {MODE} IN ({publishing})
                AND ($3 IS NULL OR EXISTS (SELECT 1 FROM above)) AND NOT EXISTS (SELECT 1 FROM comment WHERE id = $1)
            RETURNING last_comment AS number, support, oppose, comments, version
        ), written AS (
            INSERT INTO comment (id, idea_id, number, parent_id, root, path, depth,
                author_id, stance, body, html, html_policy, language, state, created_at, revision)
            SELECT $1, $2, e.number, $3, coalesce(a.root, e.number), coalesce(a.path, ''::bytea) || int4send(e.number),
                coalesce(a.depth + 1, 0), $4, $5, $6, $7, $8, $9, $10, $11, 1
            FROM entered e LEFT JOIN above a ON true
            RETURNING depth
        ), noted AS (
            INSERT INTO text_print (id, digest, author_id, at) SELECT $1, $12, $4, $11 FROM entered
            ON CONFLICT (id) DO NOTHING
        )
        SELECT e.*, w.depth FROM entered e, written w"
    )
}

fn values(new: &NewComment, html: &SafeHtml) -> [Value; 12] {
    let body = new.text.body.as_str();
    [
        new.id.uuid().into(),
        new.idea.uuid().into(),
        new.parent.map(Id::uuid).into(),
        new.author.uuid().into(),
        new.text.stance.as_str().to_lowercase().into(),
        body.into(),
        html.as_str().into(),
        POLICY.into(),
        new.text.language.as_str().into(),
        CommentState::Published.as_str().to_lowercase().into(),
        new.at.micros().into(),
        fingerprint(None, body).bytes().to_vec().into(),
    ]
}
