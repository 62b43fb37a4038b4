//! Whether anything was changed at all, by whichever node, program or hand: what pages in memory stand and fall with.
//!
//! The database says it in its own words, so that no act has to remember to tell. PostgreSQL: the snapshot that a reader
//! would get, which differs as soon as one writing transaction more has ended. SQLite: the version that one connection,
//! which never writes, sees of the file. Neither says what changed.

use folkmoot_common::{StorageError, Timestamp};
use sea_orm::DbBackend;

use crate::Store;
use crate::sql::{get, one};

/// The next moment at which a campaign opens or closes.
const NEXT: &str = "SELECT MIN(at) AS at FROM (SELECT opens_at AS at FROM campaign WHERE opens_at > $1 \
                    UNION ALL SELECT closes_at AS at FROM campaign WHERE closes_at > $1) AS moments";

impl Store {
    /// When two of these are equal, nothing was committed between the two questions. A later one may differ although
    /// nothing did that anybody can see.
    ///
    /// # Errors
    /// When the database doesn't answer.
    pub async fn stamp(&self) -> Result<String, StorageError> {
        match self.backend() {
            DbBackend::Postgres => {
                let asked = "SELECT CAST(pg_current_snapshot() AS TEXT) AS stamp";
                let row = one(self.stamps(), asked, []).await?.ok_or_else(nothing)?;
                get(&row, "stamp")
            }
            _ => {
                let row = one(self.stamps(), "PRAGMA data_version", []).await?.ok_or_else(nothing)?;
                Ok(get::<i64>(&row, "data_version")?.to_string())
            }
        }
    }

    /// When, after `now`, the clock alone opens or closes a campaign.
    ///
    /// # Errors
    /// When the database doesn't answer.
    pub async fn next_by_the_clock(&self, now: Timestamp) -> Result<Option<Timestamp>, StorageError> {
        let row = one(self.stamps(), NEXT, [now.micros().into()]).await?;
        let at: Option<i64> = row.map_or(Ok(None), |row| get(&row, "at"))?;
        Ok(at.map(Timestamp::from_micros))
    }
}

fn nothing() -> StorageError {
    StorageError::corrupt("the database doesn't say whether it was changed")
}
