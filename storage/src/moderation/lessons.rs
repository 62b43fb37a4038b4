//! What the classifier learns: in how many texts that moderators kept and refused each word stood. It is moved in the
//! transaction of the decision, and moved back when that is undone.

use std::collections::HashMap;

use folkmoot_common::StorageError;
use folkmoot_moderation::ActKind;
use folkmoot_moderation::rules::{Lessons, tokens};
use sea_orm::{DatabaseTransaction, Value};

use crate::Store;
use crate::sql::{all, few_shapes, get, places, run};

/// The row that counts the texts themselves.
const ALL: i64 = 0;

/// Reasons that say something about a text's words. A duplicate's words were fine, and so were those of somebody who only
/// told too much.
const OF_WORDS: [&str; 5] = ["SPAM", "ABUSIVE", "HATEFUL", "BREAKS_THE_LAW", "OFF_TOPIC"];

/// What a decision teaches: that its text was kept (`false`) or refused (`true`); nothing when it says nothing of words.
pub(super) fn taught(act: ActKind, reason: Option<&str>) -> Option<bool> {
    match act {
        ActKind::Publish | ActKind::PublishAndTrust | ActKind::Keep | ActKind::Restore => Some(false),
        ActKind::Reject | ActKind::Hide => reason.is_some_and(|code| OF_WORDS.contains(&code)).then_some(true),
        _ => None,
    }
}

/// Counts a text, by 1 or, when a decision is undone, by -1. The rows are taken in the order of their numbers, so that two
/// moderators can't wait for each other.
pub(super) async fn count(
    tx: &DatabaseTransaction,
    (title, body): (Option<&str>, &str),
    refused: bool,
    by: i64,
) -> Result<(), StorageError> {
    let mut words: Vec<i64> = tokens(title, body).iter().map(|token| token.id).chain([ALL]).collect();
    words.sort_unstable();
    words.dedup();
    let column = if refused { "refused" } else { "kept" };
    let places = (1..=words.len()).map(|at| format!("(${}, $1)", at + 1)).collect::<Vec<_>>().join(", ");
    let counted = format!(
        "INSERT INTO lesson (word, {column}) VALUES {places} \
         ON CONFLICT (word) DO UPDATE SET {column} = lesson.{column} + excluded.{column}"
    );
    let values = std::iter::once(Value::from(by)).chain(words.into_iter().map(Value::from));
    run(tx, &counted, values).await?;
    Ok(())
}

pub(super) async fn lessons(store: &Store, words: &[i64]) -> Result<Lessons, StorageError> {
    let words = few_shapes(&std::iter::once(ALL).chain(words.iter().copied()).collect::<Vec<_>>());
    let asked = format!("SELECT word, kept, refused FROM lesson WHERE word IN ({})", places(1, words.len()));
    let values = words.into_iter().map(Value::from);
    let mut lessons = Lessons { kept: 0, refused: 0, words: HashMap::new() };
    for row in all(store.read(), &asked, values).await? {
        let n = |column: &str| get::<i64>(&row, column).map(|n| u64::try_from(n).unwrap_or(0));
        let (word, counts): (i64, _) = (get(&row, "word")?, (n("kept")?, n("refused")?));
        if word == ALL {
            (lessons.kept, lessons.refused) = counts;
        } else {
            lessons.words.insert(word, counts);
        }
    }
    Ok(lessons)
}
