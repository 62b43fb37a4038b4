//! The port of moderation, over the database.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{
    Address, CampaignId, DecisionId, Digest, Id, ItemId, Language, Live, Page, PageRequest, PersonId, StorageError,
    Tally, Timestamp,
};
use folkmoot_moderation::rules::{Lessons, Past};
use folkmoot_moderation::{
    Actor, Bench, Correction, Counts, Decided, Decision, Dossier, Entry, Figure, Item, Lately, ListedItem, LockRequest,
    Locked, NewAppeal, NewDecision, Note, OwnEdit, PastRefusal, PolicyVersion, QueueFilter, SavedView, Settled, Target,
    Undone, WhichDecisions,
};
use uuid::Uuid;

use super::{
    appeals, correct, decide, decisions, dossier, lessons, locks, own, past, queue, record, refusals, row, settings,
    undo,
};
use crate::Store;
use crate::retries::spawn;
use crate::sql::{get, one};

/// The moderators' cases, and the megaphone that tells of the tallies that they move.
#[derive(Clone)]
pub struct CaseBook {
    pub(super) store: Store,
    live: Arc<dyn Live>,
}

impl CaseBook {
    /// Cases in this store, announced by this megaphone.
    #[must_use]
    pub fn open(store: Store, live: Arc<dyn Live>) -> Self {
        Self { store, live }
    }

    /// Does this to its end, whether or not whoever asked stays to hear of it: what was committed is always announced.
    pub(super) async fn outlive<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<(T, Vec<Tally>), StorageError>> + Send + 'static,
    ) -> Result<T, StorageError> {
        let live = Arc::clone(&self.live);
        let done = spawn(async move {
            let (what, moved) = work.await?;
            for tally in moved {
                live.announce(tally).await;
            }
            Ok(what)
        });
        done.await.unwrap_or_else(|why| Err(StorageError::Failed(why.into())))
    }
}

#[async_trait]
impl Bench for CaseBook {
    async fn past(&self, author: PersonId, print: &Digest, lately: Lately) -> Result<Past, StorageError> {
        past::past(&self.store, author, print, lately).await
    }

    async fn lessons(&self, words: &[i64]) -> Result<Lessons, StorageError> {
        lessons::lessons(&self.store, words).await
    }

    async fn queue(&self, filter: &QueueFilter, page: &PageRequest) -> Result<Page<ListedItem>, StorageError> {
        queue::list(&self.store, filter, page).await
    }

    async fn counts(&self, now: Timestamp, most: u64) -> Result<Counts, StorageError> {
        queue::counts(&self.store, now, most).await
    }

    async fn count(&self, filter: &QueueFilter, most: u64) -> Result<u64, StorageError> {
        queue::count(&self.store, filter, most).await
    }

    async fn due(&self, target: Target) -> Result<Option<Timestamp>, StorageError> {
        queue::due(&self.store, target).await
    }

    async fn alike(&self, clusters: &[Uuid]) -> Result<HashMap<Uuid, u64>, StorageError> {
        queue::alike(&self.store, clusters).await
    }

    async fn stamp(&self) -> Result<i64, StorageError> {
        queue::stamp(&self.store).await
    }

    async fn own_edit(&self, target: Target) -> Result<Option<OwnEdit>, StorageError> {
        own::edit(&self.store, target).await
    }

    async fn item(&self, id: ItemId) -> Result<Option<Item>, StorageError> {
        row::find(self.store.read(), id).await
    }

    async fn dossier(&self, item: &Item) -> Result<Dossier, StorageError> {
        dossier::dossier(&self.store, item).await
    }

    async fn lock(&self, request: LockRequest) -> Result<Locked, StorageError> {
        locks::lock(&self.store, request).await
    }

    async fn release(&self, item: ItemId, who: PersonId) -> Result<(), StorageError> {
        locks::release(&self.store, item, who).await
    }

    async fn ask(&self, item: ItemId, by: Actor, why: &Note) -> Result<bool, StorageError> {
        locks::ask(&self.store, item, by, why).await
    }

    async fn unask(&self, item: ItemId, by: Actor) -> Result<bool, StorageError> {
        locks::unask(&self.store, item, by).await
    }

    async fn decide(&self, decision: NewDecision) -> Result<Decided, StorageError> {
        let store = self.store.clone();
        self.outlive(async move { decide::decide(&store, decision).await }).await
    }

    async fn take(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
        refusals::take(&self.store, refusals).await
    }

    async fn undo(&self, decision: DecisionId, by: Actor) -> Result<Undone, StorageError> {
        let store = self.store.clone();
        self.outlive(async move { undo::undo(&store, decision, by).await }).await
    }

    async fn correct(&self, correction: Correction) -> Result<Undone, StorageError> {
        let store = self.store.clone();
        self.outlive(async move { correct::correct(&store, correction).await }).await
    }

    async fn decision(&self, id: DecisionId) -> Result<Option<Decision>, StorageError> {
        decisions::find(self.store.read(), id).await
    }

    async fn decisions(&self, which: WhichDecisions, page: &PageRequest) -> Result<Page<Decision>, StorageError> {
        decisions::list(&self.store, which, page).await
    }

    async fn count_decisions(&self, which: WhichDecisions, most: u64) -> Result<u64, StorageError> {
        decisions::count(&self.store, which, most).await
    }

    async fn pace(&self, who: PersonId, since: Timestamp) -> Result<Vec<Timestamp>, StorageError> {
        decisions::pace(&self.store, who, since).await
    }

    async fn figures(&self, since: Timestamp, most: u64) -> Result<Vec<Figure>, StorageError> {
        decisions::figures(&self.store, since, most).await
    }

    async fn appeal(&self, appeal: NewAppeal) -> Result<bool, StorageError> {
        appeals::file(&self.store, appeal).await
    }

    async fn title(&self, number: i64) -> Result<Option<String>, StorageError> {
        let found = one(self.store.read(), "SELECT title FROM idea WHERE number = $1", [number.into()]).await?;
        found.map(|row| get(&row, "title")).transpose()
    }

    async fn question(&self, campaign: CampaignId) -> Result<Option<String>, StorageError> {
        let asked = "SELECT question FROM campaign WHERE id = $1";
        let found = one(self.store.read(), asked, [campaign.uuid().into()]).await?;
        found.map(|row| get(&row, "question")).transpose()
    }

    async fn reach(&self, person: PersonId) -> Result<Option<(Address, Option<Language>)>, StorageError> {
        let asked = "SELECT email, language FROM person WHERE id = $1 AND email IS NOT NULL";
        let Some(row) = one(self.store.read(), asked, [person.uuid().into()]).await? else { return Ok(None) };
        let language: Option<String> = get(&row, "language")?;
        Ok(Some((Address::parsed(get(&row, "email")?), language.map(Language::from_stored))))
    }

    async fn reasons(&self) -> Result<Vec<Settled>, StorageError> {
        settings::reasons(&self.store).await
    }

    async fn settle(&self, settled: Settled, by: Actor) -> Result<(), StorageError> {
        settings::settle(&self.store, settled, by).await
    }

    async fn policies(&self, language: &Language) -> Result<Vec<PolicyVersion>, StorageError> {
        settings::policies(&self.store, language).await
    }

    async fn publish_policy(&self, language: &Language, words: &str, by: Actor) -> Result<i32, StorageError> {
        settings::publish_policy(&self.store, language, words, by).await
    }

    async fn views(&self, who: PersonId) -> Result<Vec<SavedView>, StorageError> {
        settings::views(&self.store, who).await
    }

    async fn keep_view(&self, who: PersonId, name: &str, query: Option<&str>) -> Result<(), StorageError> {
        settings::keep_view(&self.store, who, name, query).await
    }

    async fn record(&self, after: i64, most: u64) -> Result<Vec<(Entry, Digest)>, StorageError> {
        record::read(&self.store, after, most).await
    }

    async fn record_end(&self) -> Result<(i64, Digest), StorageError> {
        record::end(self.store.read(), false).await
    }
}
