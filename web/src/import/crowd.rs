//! The people of an export: numbers there, accounts without an address here. Each is taken before the first thing they
//! did, with the time of it.

use std::collections::HashSet;

use folkmoot_common::{Id as _, PersonId, StorageError, Timestamp};
use folkmoot_people::{DisplayName, PastPerson};

use super::{Count, Shelf};

/// The people of one export.
pub(super) struct Crowd {
    source: String,
    noun: &'static str,
    /// Whom the shelf has for sure. It is emptied when it grows large: taking somebody again only costs time.
    taken: HashSet<u64>,
    waiting: Vec<PastPerson>,
    count: Count,
}

impl Crowd {
    /// People called “`noun` 12”; their ids hang off `source`. Names are not what tells people apart.
    pub(super) fn new(source: &str, noun: &'static str) -> Self {
        Self { source: source.to_owned(), noun, taken: HashSet::new(), waiting: Vec::new(), count: Count::default() }
    }

    /// The id of somebody who did something at this time. They are on the shelf after [`Crowd::settle`].
    pub(super) fn person(&mut self, number: u64, at: Timestamp) -> PersonId {
        // The time isn't part of the id: it is that of whatever they did first, and a later export may know better.
        let id = PersonId::imported(Timestamp::from_micros(0), &self.source, &number.to_string());
        if self.taken.insert(number) {
            let name = DisplayName::stored(format!("{} {number}", self.noun));
            self.waiting.push(PastPerson { id, name, created_at: at });
        }
        id
    }

    /// Puts whoever is new on the shelf.
    pub(super) async fn settle(&mut self, shelf: &dyn Shelf) -> Result<(), StorageError> {
        if !self.waiting.is_empty() {
            self.count.add(self.waiting.len(), shelf.people(&self.waiting).await?);
            self.waiting.clear();
        }
        if self.taken.len() > 100_000 {
            self.taken.clear();
        }
        Ok(())
    }

    /// How many people there were.
    pub(super) const fn count(&self) -> Count {
        self.count
    }
}
