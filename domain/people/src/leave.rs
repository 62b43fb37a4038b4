//! Leaving for good. What names or reaches a person is erased at once: address, name, language, roles, sessions, tokens,
//! drafts, attempts to sign in and letters. What they said in public stays without their name, or goes too, as they wish.
//!
//! Their votes on closed questions stay counted: that tally is a promise to everybody. On open questions they are taken
//! back, because the same address may come back and vote anew. What is left of the account is a bare id, which tells nobody
//! who it was, and which nobody can sign in as; nothing of it belongs to whoever comes back.
//!
//! Refused: the last who runs the site. Somebody must, so that somebody can be asked.

use folkmoot_common::{Farewell, PersonId, StorageError, Tally, Timestamp, Viewer};

use crate::People;

/// What shall become of what somebody said in public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// It stays, said by nobody in particular.
    Words,
    /// Ideas are withdrawn where the council hasn't begun to answer them; comments are emptied.
    Nothing,
}

/// An account to be closed.
#[derive(Debug, Clone)]
pub struct Departure {
    /// Whose.
    pub person: PersonId,
    /// What stays.
    pub leave: Leave,
    /// Now.
    pub at: Timestamp,
    /// For those who reported what goes with the account, before anybody has looked.
    pub farewells: Vec<Farewell>,
    /// For those who support or follow ideas of theirs that are taken back.
    pub taken_back: Vec<Farewell>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// They are gone; these tallies moved, because votes and comments went with them.
    Gone(Vec<Tally>),
    /// Nobody is signed in, or they were gone already.
    Nobody,
    /// Nobody else runs the site: somebody must, so they stay until somebody does.
    LastAdmin,
}

impl People {
    /// Deletes the viewer's own account, in one piece or not at all.
    ///
    /// # Errors
    /// When the store fails; then nothing is deleted.
    pub async fn leave(&self, viewer: &Viewer, leave: Leave) -> Result<Left, StorageError> {
        let Some(person) = viewer.person() else { return Ok(Left::Nobody) };
        let (at, farewells) = (self.sources.now(), self.watch.farewells());
        let departure = Departure { person, leave, at, farewells, taken_back: self.watch.taken_back() };
        self.store.depart(departure).await
    }
}
