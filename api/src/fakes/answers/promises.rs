//! Promises that change, and those that are kept.

use folkmoot_replies::{Change, Happened, Happening, Kept, NewChange};

use super::book::Book;

impl Book {
    pub(super) fn change(&mut self, new: NewChange) -> bool {
        let way = self.progress.entry(new.idea).or_default();
        let found = way.promises.iter_mut().find(|promise| promise.step.kind == new.kind);
        let Some(promise) = found.filter(|promise| promise.changes.len() == new.seen && promise.kept_at.is_none())
        else {
            return false;
        };
        let (what, words) = match &new.change {
            Change::Paused { reason, .. } => (Happened::Paused, Some(reason.clone())),
            Change::Resumed { .. } => (Happened::Resumed, None),
            Change::Extended { reason, .. } => (Happened::Extended, Some(reason.clone())),
        };
        promise.changes.push(new.change);
        way.happenings.push(Happening {
            idea: new.idea,
            what,
            at: new.by.at,
            number: None,
            department: None,
            words,
            status: None,
        });
        true
    }

    pub(super) fn keep(&mut self, kept: &Kept) -> bool {
        let way = self.progress.entry(kept.idea).or_default();
        let found = way.promises.iter_mut().find(|promise| promise.step.kind == kept.kind);
        let Some(promise) = found.filter(|promise| promise.kept_at.is_none()) else { return false };
        promise.kept_at = Some(kept.by.at);
        true
    }
}
