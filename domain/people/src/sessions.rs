//! Who a browser's session stands for, and a person's own list of them.

use std::time::Duration;

use folkmoot_common::{Roles, Secret, SessionId, StorageError, Timestamp, Viewer};

use crate::{
    Known, People, Person,
    session::{TOUCH_EVERY, is_live, longest},
};

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionInfo {
    /// Its id, for ending it.
    pub id: SessionId,
    /// The browser, as its owner would call it.
    pub browser_name: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last seen, give or take five minutes.
    pub seen_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

impl People {
    /// Whom a session stands for; nobody when it has ended. One query, and one small write in five minutes.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn viewer_of_session(&self, session: &Secret) -> Result<Option<Known>, StorageError> {
        let now = self.sources.now();
        let found = self.store.find_session(&session.digest()).await?;
        let Some(kept) = found.filter(|kept| is_live(kept, now)) else {
            return Ok(None);
        };
        let unless_since = now.minus(TOUCH_EVERY);
        if kept.seen_at <= unless_since {
            let touched = self.store.touch_session(kept.id, now, unless_since).await;
            // Who they are is known already: a busy store is no reason to show them the door.
            if let Err(why) = touched
                && !why.is_passing()
            {
                return Err(why);
            }
        }
        Ok(Some(kept.known))
    }

    /// How long a browser should keep this person's session cookie.
    #[must_use]
    pub fn session_lasts(&self, person: &Person) -> Duration {
        longest(person.roles)
    }

    /// The longest that any session cookie is kept, whoever's it is: what a page may promise.
    #[must_use]
    pub fn sessions_last(&self) -> Duration {
        longest(Roles::default())
    }

    /// The viewer's own sessions that are still good, the last seen first. `this` is the one that asks.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sessions(&self, viewer: &Viewer, this: Option<SessionId>) -> Result<Vec<SessionInfo>, StorageError> {
        let Some(person) = viewer.person() else {
            return Ok(Vec::new());
        };
        let now = self.sources.now();
        let kept = self.store.list_sessions(person).await?;
        let live = kept.into_iter().filter(|session| is_live(session, now));
        Ok(live
            .map(|session| SessionInfo {
                is_this: this == Some(session.id),
                id: session.id,
                browser_name: session.browser_name,
                created_at: session.created_at,
                seen_at: session.seen_at,
            })
            .collect())
    }

    /// Ends one of the viewer's own sessions. Says whether there was one; somebody else's doesn't exist.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_session(&self, viewer: &Viewer, id: SessionId) -> Result<bool, StorageError> {
        match viewer.person() {
            Some(person) => self.store.end_session(person, id).await,
            None => Ok(false),
        }
    }

    /// Ends every session of the viewer's but the one that asks. Says how many.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_other_sessions(&self, viewer: &Viewer, this: SessionId) -> Result<u64, StorageError> {
        match viewer.person() {
            Some(person) => self.store.end_other_sessions(person, this).await,
            None => Ok(0),
        }
    }

    /// Ends the session that the browser holds.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sign_out(&self, session: &Secret) -> Result<(), StorageError> {
        self.store.end_session_of(&session.digest()).await
    }
}
