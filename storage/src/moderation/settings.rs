//! What a council sets for its desk: its own words for reasons, its rules version by version, and each moderator's filters.

use folkmoot_common::{Id, Language, PersonId, StorageError, Timestamp};
use folkmoot_moderation::{Actor, PolicyVersion, Reason, ReasonCode, SavedView, Settled};
use sea_orm::QueryResult;

use super::record;
use super::stood::digest;
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, one, run};

/// Filters that one moderator keeps at the most.
const MOST_VIEWS: i64 = 20;

pub(super) async fn reasons(store: &Store) -> Result<Vec<Settled>, StorageError> {
    const READ: &str = "SELECT code, language, title, rule, words, mend, retired FROM reason ORDER BY code, language";
    let settled = |row: &QueryResult| {
        Ok(Settled {
            language: Language::from_stored(get(row, "language")?),
            reason: Reason {
                code: ReasonCode::stored(get(row, "code")?),
                title: get(row, "title")?,
                rule: get(row, "rule")?,
                words: get(row, "words")?,
                mend: get(row, "mend")?,
                retired: get(row, "retired")?,
            },
        })
    };
    all(store.read(), READ, []).await?.iter().map(settled).collect()
}

pub(super) async fn settle(store: &Store, settled: Settled, by: Actor) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    let reason = settled.reason;
    const SETTLE: &str = "INSERT INTO reason (code, language, title, rule, words, mend, retired, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code, language) DO UPDATE SET title = excluded.title, \
         rule = excluded.rule, words = excluded.words, mend = excluded.mend, retired = excluded.retired, \
         changed_at = excluded.changed_at";
    let detail = serde_json::json!({
        "language": settled.language.as_str(),
        "retired": reason.retired,
        "text": digest(Some(&format!("{}\n{}", reason.title, reason.rule)), &format!("{}\n{}", reason.words, reason.mend)),
    });
    let code = reason.code.as_str().to_owned();
    let values = [
        code.clone().into(),
        settled.language.as_str().into(),
        reason.title.into(),
        reason.rule.into(),
        reason.words.into(),
        reason.mend.into(),
        reason.retired.into(),
        by.at.micros().into(),
    ];
    run(&tx, SETTLE, values).await?;
    // Retired in one language, retired in all.
    const RETIRE: &str = "UPDATE reason SET retired = $1 WHERE code = $2";
    run(&tx, RETIRE, [reason.retired.into(), code.clone().into()]).await?;
    let entry = record::Act {
        at: by.at,
        actor: Some(by.person),
        role: Some(by.role),
        act: "REASON",
        target: None,
        reason: Some(&code),
        detail: detail.to_string(),
    };
    record::write(&tx, entry).await?;
    tx.commit().await.map_err(sealed)
}

pub(super) async fn policies(store: &Store, language: &Language) -> Result<Vec<PolicyVersion>, StorageError> {
    const READ: &str = "SELECT version, language, words, published_at FROM policy WHERE language = $1 \
         ORDER BY version DESC LIMIT 100";
    let version = |row: &QueryResult| {
        Ok(PolicyVersion {
            version: get(row, "version")?,
            language: Language::from_stored(get(row, "language")?),
            words: get(row, "words")?,
            published_at: Timestamp::from_micros(get(row, "published_at")?),
        })
    };
    all(store.read(), READ, [language.as_str().into()]).await?.iter().map(version).collect()
}

/// Two who publish at once follow one another: the record's end is held first.
pub(super) async fn publish_policy(
    store: &Store,
    language: &Language,
    words: &str,
    by: Actor,
) -> Result<i32, StorageError> {
    let tx = store.begin().await?;
    record::end(&tx, true).await?;
    const NEXT: &str = "SELECT coalesce(max(version), 0) + 1 AS version FROM policy WHERE language = $1";
    let next = one(&tx, NEXT, [language.as_str().into()]).await?;
    let version: i32 = next.map_or(Ok(1), |row| get(&row, "version"))?;
    const PUBLISH: &str = "INSERT INTO policy (version, language, words, published_at, published_by) \
         VALUES ($1, $2, $3, $4, $5)";
    let values =
        [version.into(), language.as_str().into(), words.into(), by.at.micros().into(), by.person.uuid().into()];
    run(&tx, PUBLISH, values).await?;
    let entry = record::Act {
        at: by.at,
        actor: Some(by.person),
        role: Some(by.role),
        act: "POLICY",
        target: None,
        reason: None,
        detail: serde_json::json!({ "version": version, "language": language.as_str(), "text": digest(None, words) })
            .to_string(),
    };
    record::write(&tx, entry).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(version)
}

pub(super) async fn views(store: &Store, who: PersonId) -> Result<Vec<SavedView>, StorageError> {
    const READ: &str = "SELECT name, query FROM saved_view WHERE person_id = $1 ORDER BY name LIMIT $2";
    let view = |row: &QueryResult| Ok(SavedView { name: get(row, "name")?, query: get(row, "query")? });
    all(store.read(), READ, [who.uuid().into(), MOST_VIEWS.into()]).await?.iter().map(view).collect()
}

pub(super) async fn keep_view(
    store: &Store,
    who: PersonId,
    name: &str,
    query: Option<&str>,
) -> Result<(), StorageError> {
    let person = who.uuid();
    let Some(query) = query else {
        store.act("DELETE FROM saved_view WHERE person_id = $1 AND name = $2", [person.into(), name.into()]).await?;
        return Ok(());
    };
    let id: folkmoot_common::ItemId =
        Id::imported(Timestamp::from_micros(0), "saved-view", &format!("{person}:{name}"));
    const KEEP: &str = "INSERT INTO saved_view (id, person_id, name, query) SELECT $1, $2, $3, $4 \
         WHERE (SELECT COUNT(*) FROM saved_view WHERE person_id = $2) < $5 \
         OR EXISTS (SELECT 1 FROM saved_view WHERE person_id = $2 AND name = $3) \
         ON CONFLICT (person_id, name) DO UPDATE SET query = excluded.query";
    let values = [id.uuid().into(), person.into(), name.into(), query.into(), MOST_VIEWS.into()];
    store.act(KEEP, values).await?;
    Ok(())
}
