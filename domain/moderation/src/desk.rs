//! Working the queue: what waits, everything about one item, locks, a second opinion, taking a decision back.

use std::collections::HashMap;
use std::time::Duration;

use folkmoot_common::{DecisionId, ItemId, Page, PageRequest, Timestamp, Viewer};
use uuid::Uuid;

use crate::bench::{LockRequest, Locked, SavedView, Undone, WhichDecisions};
use crate::decide::refused;
use crate::{Counts, Decision, Dossier, Item, ListedItem, Moderation, ModerationError, Note, Pulse, QueueFilter};

/// How long an item is somebody's alone after they last looked at it.
pub const HELD_FOR: Duration = Duration::from_secs(5 * 60);

/// Queues are counted up to here.
const COUNTED: u64 = 10_000;

/// What counts as lately for a moderator's pace.
const AN_HOUR: Duration = Duration::from_secs(60 * 60);

/// A pause that is longer than this is no time spent on an item.
const A_PAUSE: Duration = Duration::from_secs(5 * 60);

/// Decisions that a pace can be told from.
const A_FEW: usize = 5;

impl Moderation {
    /// A page of the queue, the most pressing first.
    ///
    /// # Errors
    /// When the viewer is no moderator, or the store fails.
    pub async fn queue(
        &self,
        viewer: &Viewer,
        filter: &QueueFilter,
        page: &PageRequest,
    ) -> Result<Page<ListedItem>, ModerationError> {
        self.staff(viewer)?;
        Ok(self.bench.queue(filter, page).await?)
    }

    /// How much waits, exact up to 10,000.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn counts(&self, viewer: &Viewer) -> Result<Counts, ModerationError> {
        let by = self.staff(viewer)?;
        Ok(self.bench.counts(by.at, COUNTED).await?)
    }

    /// How much of this waits, exact up to 10,000.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn count(&self, viewer: &Viewer, filter: &QueueFilter) -> Result<u64, ModerationError> {
        self.staff(viewer)?;
        Ok(self.bench.count(filter, COUNTED).await?)
    }

    /// A number that is another whenever the queue has changed.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn stamp(&self, viewer: &Viewer) -> Result<i64, ModerationError> {
        self.staff(viewer)?;
        Ok(self.bench.stamp().await?)
    }

    /// How many items that wait each of these clusters of near-duplicates has.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn alike(&self, viewer: &Viewer, clusters: &[Uuid]) -> Result<HashMap<Uuid, u64>, ModerationError> {
        self.staff(viewer)?;
        Ok(self.bench.alike(clusters).await?)
    }

    /// One item, without taking it.
    ///
    /// # Errors
    /// As for [`Moderation::queue`], and when there is no such item.
    pub async fn item(&self, viewer: &Viewer, id: ItemId) -> Result<Item, ModerationError> {
        self.staff(viewer)?;
        self.bench.item(id).await?.ok_or(ModerationError::NotFound)
    }

    /// Everything about an item.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn dossier(&self, viewer: &Viewer, item: &Item) -> Result<Dossier, ModerationError> {
        self.staff(viewer)?;
        Ok(self.bench.dossier(item).await?)
    }

    /// Takes an item, so that nobody else works on it meanwhile; again and again while it is open. `take` takes it from
    /// whoever has it.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn lock(&self, viewer: &Viewer, item: ItemId, take: bool) -> Result<Locked, ModerationError> {
        let by = self.staff(viewer)?;
        let request = LockRequest { item, who: by.person, now: by.at, until: by.at.plus(HELD_FOR), take };
        Ok(self.bench.lock(request).await?)
    }

    /// Gives an item back without deciding.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn release(&self, viewer: &Viewer, item: ItemId) -> Result<(), ModerationError> {
        let by = self.staff(viewer)?;
        Ok(self.bench.release(item, by.person).await?)
    }

    /// Leaves an item for somebody else, saying why.
    ///
    /// # Errors
    /// As for [`Moderation::queue`], and when there is no such item that is open.
    pub async fn ask_second_opinion(&self, viewer: &Viewer, item: ItemId, why: &Note) -> Result<(), ModerationError> {
        let by = self.staff(viewer)?;
        if self.bench.ask(item, by, why).await? { Ok(()) } else { Err(ModerationError::NotFound) }
    }

    /// Takes back that they left an item for somebody else: a press that was a slip, or a question that answered itself.
    ///
    /// # Errors
    /// As for [`Moderation::queue`], and when there is no such item that is open, or they never asked.
    pub async fn take_second_opinion_back(&self, viewer: &Viewer, item: ItemId) -> Result<(), ModerationError> {
        let by = self.staff(viewer)?;
        if self.bench.unask(item, by).await? { Ok(()) } else { Err(ModerationError::NotFound) }
    }

    /// Takes a decision back, within ten minutes. Any moderator may, the slip matters, not whose it was; but nobody on their
    /// own words.
    ///
    /// # Errors
    /// As for [`Moderation::queue`], and when there is no such decision.
    pub async fn undo(&self, viewer: &Viewer, id: DecisionId) -> Result<Undone, ModerationError> {
        let by = self.staff(viewer)?;
        let decision = self.bench.decision(id).await?.ok_or(ModerationError::NotFound)?;
        if decision.undone_at.is_some() {
            return Ok(Undone::Already);
        }
        if decision.author == by.person {
            return Ok(Undone::Own);
        }
        if !decision.can_be_undone(by.at) {
            return Ok(Undone::TooLate);
        }
        Ok(self.bench.undo(id, by).await?)
    }

    /// Decisions, the latest first, with everything that staff may know of them.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn decisions(
        &self,
        viewer: &Viewer,
        which: WhichDecisions,
        page: &PageRequest,
    ) -> Result<Page<Decision>, ModerationError> {
        self.staff(viewer)?;
        Ok(self.bench.decisions(which, page).await?)
    }

    /// How many decisions there are, exact up to 10,000. Of the public log everybody may ask; of others, staff.
    ///
    /// # Errors
    /// As for [`Moderation::queue`], unless it is all of them.
    pub async fn count_decisions(&self, viewer: &Viewer, which: WhichDecisions) -> Result<u64, ModerationError> {
        if which != WhichDecisions::All {
            self.staff(viewer)?;
        }
        Ok(self.bench.count_decisions(which, COUNTED).await?)
    }

    /// How fast the viewer decides at present, for an honest estimate of what is left.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn pulse(&self, viewer: &Viewer) -> Result<Pulse, ModerationError> {
        let by = self.staff(viewer)?;
        Ok(pulse(&self.bench.pace(by.person, by.at.minus(AN_HOUR)).await?))
    }

    /// The viewer's saved filters.
    ///
    /// # Errors
    /// As for [`Moderation::queue`].
    pub async fn views(&self, viewer: &Viewer) -> Result<Vec<SavedView>, ModerationError> {
        let by = self.staff(viewer)?;
        Ok(self.bench.views(by.person).await?)
    }

    /// Keeps a filter under a name, or drops it when the query is `None`.
    ///
    /// # Errors
    /// As for [`Moderation::queue`], and when the name is empty or too long.
    pub async fn keep_view(&self, viewer: &Viewer, name: &str, query: Option<&str>) -> Result<(), ModerationError> {
        let by = self.staff(viewer)?;
        let wrong = |_why| refused("name", "VIEW_NAME", "Give the view a name of 1 to 40 characters.");
        let name = folkmoot_text::one_line(name, 1..=40).map_err(wrong)?;
        let query = query.map(|query| query.chars().take(300).collect::<String>());
        Ok(self.bench.keep_view(by.person, &name, query.as_deref()).await?)
    }
}

/// The median time from one decision to the next, pauses left out.
fn pulse(times: &[Timestamp]) -> Pulse {
    let decided = u64::try_from(times.len()).unwrap_or(u64::MAX);
    let mut gaps: Vec<Duration> = times
        .windows(2)
        .filter_map(|pair| Some(pair.first()?.since(*pair.get(1)?)))
        .filter(|gap| *gap < A_PAUSE)
        .collect();
    gaps.sort_unstable();
    let each = if gaps.len() < A_FEW { None } else { gaps.get(gaps.len() / 2).copied() };
    Pulse { decided, each }
}
