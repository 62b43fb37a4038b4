//! The record: every act of moderation, one after the other, each entry sealed together with the one before it. Taking one
//! out, or changing one, breaks the seal of all that follow.
//!
//! It holds states, numbers and digests. It refuses to hold what anybody wrote, so that erasing a person leaves it whole.

use folkmoot_common::{Digest, PersonId, Role, Timestamp};

use crate::Target;

#[cfg(test)]
mod tests;

/// One act, as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 1 for the first, one more for each.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who; nobody for the program.
    pub actor: Option<PersonId>,
    /// In which role.
    pub role: Option<Role>,
    /// What: the word of an act, or `UNDO`, `APPEAL`, `REASON`, `POLICY`, `SECOND_OPINION`.
    pub act: String,
    /// On what; none for what concerns no post.
    pub target: Option<Target>,
    /// Why.
    pub reason: Option<String>,
    /// What stood before and after, in JSON.
    pub detail: String,
}

impl Entry {
    /// The seal of this entry after one that was sealed so.
    #[must_use]
    pub fn sealed(&self, before: &Digest) -> Digest {
        let hex = before.bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let text = |id: Option<uuid::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        Digest::of_parts(&[
            &hex,
            &self.seq.to_string(),
            &self.at.micros().to_string(),
            &text(self.actor.map(folkmoot_common::Id::uuid)),
            self.role.map_or("", Role::as_str),
            &self.act,
            self.target.map_or("", Target::kind),
            &text(self.target.map(Target::uuid)),
            self.reason.as_deref().unwrap_or_default(),
            &self.detail,
        ])
    }

    /// What stands before the first entry.
    #[must_use]
    pub const fn beginning() -> Digest {
        Digest::from_bytes([0; 32])
    }
}

/// Where the record stops being what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// An entry is missing: this number should have come.
    Missing(i64),
    /// This entry is not what was sealed, or follows something else.
    Changed(i64),
    /// The record ends before or after where it says it does: at this number.
    Cut(i64),
}

/// Walks along the record, entry by entry.
#[derive(Debug, Clone)]
pub struct Verifier {
    seq: i64,
    seal: Digest,
}

impl Default for Verifier {
    fn default() -> Self {
        Self { seq: 0, seal: Entry::beginning() }
    }
}

impl Verifier {
    /// Takes the next entry with the seal that is kept beside it.
    ///
    /// # Errors
    /// Says where the record is broken.
    pub fn take(&mut self, entry: &Entry, seal: &Digest) -> Result<(), Broken> {
        let next = self.seq + 1;
        if entry.seq != next {
            return Err(Broken::Missing(next));
        }
        if entry.sealed(&self.seal) != *seal {
            return Err(Broken::Changed(next));
        }
        self.seq = next;
        self.seal = *seal;
        Ok(())
    }

    /// Compares with where the record says that it ends.
    ///
    /// # Errors
    /// When entries were cut off its end.
    pub fn finish(self, seq: i64, seal: &Digest) -> Result<i64, Broken> {
        let empty = seq == 0 && self.seq == 0;
        if empty || (seq == self.seq && *seal == self.seal) { Ok(self.seq) } else { Err(Broken::Cut(seq)) }
    }

    /// How many entries it has taken.
    #[must_use]
    pub const fn seen(&self) -> i64 {
        self.seq
    }
}
