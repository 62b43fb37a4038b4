//! The look, version by version. A version is a row whose number is the key: of two who write the next one, one is told so.

use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{Id as _, PersonId, StorageError, Timestamp};
use folkmoot_look::{Colour, Kept, Logo, LogoKind, Look, LookStore, NewLook, Past};
use sea_orm::QueryResult;

use crate::Store;
use crate::sql::{all, get, one};

#[async_trait]
impl LookStore for Store {
    async fn look_version(&self) -> Result<i32, StorageError> {
        let row = one(self.read(), "SELECT coalesce(max(version), 0) AS version FROM look", []).await?;
        row.map_or(Ok(0), |row| get(&row, "version"))
    }

    async fn look(&self) -> Result<Kept, StorageError> {
        const NEWEST: &str = "SELECT version, name, council, contact, accent, accent_dark, logo_kind, logo FROM look \
             ORDER BY version DESC LIMIT 1";
        let Some(row) = one(self.read(), NEWEST, []).await? else { return Ok(Kept::default()) };
        Ok(Kept { version: get(&row, "version")?, look: look(&row)? })
    }

    async fn set_look(&self, new: NewLook) -> Result<bool, StorageError> {
        const NEXT: &str = "INSERT INTO look (version, name, council, contact, accent, accent_dark, logo_kind, logo, \
             by_id, at) SELECT $1 + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 \
             WHERE (SELECT coalesce(max(version), 0) FROM look) = $1 ON CONFLICT DO NOTHING";
        let look = new.look;
        let values = [
            new.seen.into(),
            look.name.into(),
            look.council.into(),
            look.contact.into(),
            look.accent.map(|colour| colour.to_string()).into(),
            look.accent_dark.map(|colour| colour.to_string()).into(),
            look.logo.as_ref().map(|logo| logo.kind.as_str().to_owned()).into(),
            look.logo.as_ref().map(|logo| logo.bytes.clone()).into(),
            new.by.uuid().into(),
            new.at.micros().into(),
        ];
        Ok(self.act(NEXT, values).await? > 0)
    }

    async fn looks(&self, most: u64) -> Result<Vec<Past>, StorageError> {
        const READ: &str = "SELECT l.version, l.name, l.council, l.contact, l.accent, l.accent_dark, l.logo_kind, l.logo, \
             l.at, b.id AS by_id, b.name AS by_name FROM look l \
             LEFT JOIN person b ON b.id = l.by_id AND b.deleted_at IS NULL ORDER BY l.version DESC LIMIT $1";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        all(self.read(), READ, [most.into()]).await?.iter().map(past).collect()
    }
}

fn past(row: &QueryResult) -> Result<Past, StorageError> {
    Ok(Past {
        version: get(row, "version")?,
        look: look(row)?,
        by: get::<Option<sea_orm::prelude::Uuid>>(row, "by_id")?.map(PersonId::from_uuid),
        by_name: get(row, "by_name")?,
        at: Timestamp::from_micros(get(row, "at")?),
    })
}

fn look(row: &QueryResult) -> Result<Look, StorageError> {
    let colour = |column: &str| {
        let word: Option<String> = get(row, column)?;
        let read = word.map(|word| Colour::parse(&word).ok_or_else(|| StorageError::corrupt("a colour that is none")));
        read.transpose()
    };
    let kind: Option<String> = get(row, "logo_kind")?;
    let logo = match (kind.as_deref().and_then(LogoKind::parse), get::<Option<Vec<u8>>>(row, "logo")?) {
        (Some(kind), Some(bytes)) => Some(Arc::new(Logo { kind, bytes })),
        _ => None,
    };
    Ok(Look {
        name: get(row, "name")?,
        council: get(row, "council")?,
        contact: get(row, "contact")?,
        accent: colour("accent")?,
        accent_dark: colour("accent_dark")?,
        logo,
    })
}
