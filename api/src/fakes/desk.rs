//! A desk with one idea that waits, for tests: what the translation needs, and no rule.

use async_trait::async_trait;
use folkmoot_common::{
    Address, CampaignId, Cursor, DecisionId, Digest, Hunch, Id as _, ItemId, Language, Page, PageRequest, PersonId,
    StorageError, Suspicion, Timestamp,
};
use folkmoot_moderation::rules::{Lessons, Past};
use folkmoot_moderation::{
    ActKind, Actor, AuthorRecord, Bench, Correction, Counts, Decided, Decision, Dossier, Entry, Figure, Filed, Item,
    ItemKind, Lately, LetterText, Letters, ListedItem, Lock, LockRequest, Locked, NewAppeal, NewDecision, NewReport,
    News, Note, OwnEdit, Paces, Place, PolicyVersion, QUEUE, QueueFilter, Reason, ReasonCode, Receipt, ReportDesk,
    SavedView, Settled, Target, TargetState, Undone, Voice, WhichDecisions,
};

use super::{Memory, WHEN, author_of, campaign, the};

fn no<T>() -> Result<T, StorageError> {
    Err(StorageError::corrupt("not in these tests"))
}

/// Idea 3 waits, as item 1; everything else that is asked for waits as well.
fn item(id: ItemId) -> Item {
    Item {
        id,
        kind: ItemKind::Idea,
        target: Target::Idea(the(3)),
        place: Place { idea: Some(the(3)), number: Some(3), comment: None, campaign: Some(campaign()) },
        author: author_of(1),
        title: "Idea number 3".to_owned(),
        body: "Why **3** matters.".to_owned(),
        language: "en".to_owned(),
        revision: 1,
        state: TargetState::Waiting,
        hunches: vec![Hunch { why: Suspicion::Links, found: "example.org".to_owned() }],
        reports: 0,
        reach: 0,
        opened_at: WHEN,
        due_at: WHEN,
        rank: WHEN.micros(),
        cluster: uuid::Uuid::from_u128(5),
        lock: None,
        second_opinion: None,
        appeal: None,
        closed_at: None,
    }
}

fn decision(id: DecisionId, act: ActKind, reason: Option<ReasonCode>, actor: Option<PersonId>) -> Decision {
    Decision {
        id,
        item: Some(the(1)),
        target: Target::Idea(the(3)),
        place: Place { idea: Some(the(3)), number: Some(3), ..Place::default() },
        author: author_of(1),
        act,
        reason,
        note: None,
        actor,
        role: None,
        at: WHEN,
        waited: std::time::Duration::from_secs(90),
        batch: None,
        undone_at: None,
        state: TargetState::Rejected,
        appeal: None,
        of_edit: false,
    }
}

/// Decision 1 refused idea 3, which is person 1's.
fn refused() -> Decision {
    decision(the(1), ActKind::Reject, Some(ReasonCode::stored("SPAM".to_owned())), Some(the(8)))
}

#[async_trait]
impl Bench for Memory {
    async fn past(&self, _author: PersonId, _print: &Digest, _lately: Lately) -> Result<Past, StorageError> {
        no()
    }
    async fn lessons(&self, _words: &[i64]) -> Result<Lessons, StorageError> {
        no()
    }
    async fn queue(&self, _filter: &QueueFilter, page: &PageRequest) -> Result<Page<ListedItem>, StorageError> {
        self.asked()?;
        let listed = [1, 2].map(|number| {
            let item = item(the(number));
            let cursor = Cursor { order: QUEUE.to_owned(), key: item.rank, id: item.id.uuid() };
            ListedItem { item, cursor }
        });
        Ok(Page::from_rows(listed.to_vec(), page))
    }
    async fn counts(&self, _now: Timestamp, _most: u64) -> Result<Counts, StorageError> {
        self.asked()?;
        Ok(Counts { kinds: [2, 0, 0, 1, 0, 0], overdue: 2 })
    }
    async fn count(&self, _filter: &QueueFilter, _most: u64) -> Result<u64, StorageError> {
        self.asked()?;
        Ok(2)
    }
    async fn alike(
        &self,
        _clusters: &[uuid::Uuid],
    ) -> Result<std::collections::HashMap<uuid::Uuid, u64>, StorageError> {
        no()
    }
    async fn due(&self, _target: Target) -> Result<Option<Timestamp>, StorageError> {
        no()
    }
    async fn own_edit(&self, _target: Target) -> Result<Option<OwnEdit>, StorageError> {
        no()
    }
    async fn stamp(&self) -> Result<i64, StorageError> {
        // It moves at every second look.
        Ok(i64::try_from(self.books.asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) / 4).unwrap())
    }
    async fn item(&self, id: ItemId) -> Result<Option<Item>, StorageError> {
        self.asked()?;
        Ok((id != the(99)).then(|| item(id)))
    }
    async fn dossier(&self, _item: &Item) -> Result<Dossier, StorageError> {
        self.asked()?;
        let author =
            AuthorRecord { since: WHEN, published: 2, trusted: false, suspended_until: None, decisions: Vec::new() };
        Ok(Dossier { author, earlier: vec![refused()], reports: Vec::new(), edit: None, original: None, appeal: None })
    }
    async fn lock(&self, request: LockRequest) -> Result<Locked, StorageError> {
        self.asked()?;
        let lock = Lock { by: the(8), until: request.until };
        Ok(if request.who == the(8) { Locked::Yours(lock) } else { Locked::Theirs(lock) })
    }
    async fn release(&self, _item: ItemId, _who: PersonId) -> Result<(), StorageError> {
        self.asked()
    }
    async fn ask(&self, _item: ItemId, _by: Actor, _why: &Note) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(true)
    }
    async fn unask(&self, _item: ItemId, _by: Actor) -> Result<bool, StorageError> {
        Ok(true)
    }
    async fn count_decisions(&self, _which: WhichDecisions, _most: u64) -> Result<u64, StorageError> {
        self.asked()?;
        Ok(1)
    }
    async fn decide(&self, new: NewDecision) -> Result<Decided, StorageError> {
        self.asked()?;
        if new.seen != 1 {
            return Ok(Decided::Changed);
        }
        Ok(Decided::Done(Box::new(decision(new.id, new.act.kind(), new.reason, Some(new.by.person)))))
    }
    async fn take(&self, _refusals: &[folkmoot_moderation::PastRefusal]) -> Result<usize, StorageError> {
        no()
    }
    async fn undo(&self, _decision: DecisionId, _by: Actor) -> Result<Undone, StorageError> {
        Ok(Undone::Already)
    }
    async fn correct(&self, _correction: Correction) -> Result<Undone, StorageError> {
        Ok(Undone::Already)
    }
    async fn decision(&self, id: DecisionId) -> Result<Option<Decision>, StorageError> {
        self.asked()?;
        Ok((id == the(1)).then(refused))
    }
    async fn decisions(&self, _which: WhichDecisions, page: &PageRequest) -> Result<Page<Decision>, StorageError> {
        self.asked()?;
        Ok(Page::from_rows(vec![refused()], page))
    }
    async fn pace(&self, _who: PersonId, _since: Timestamp) -> Result<Vec<Timestamp>, StorageError> {
        no()
    }
    async fn figures(&self, _since: Timestamp, _most: u64) -> Result<Vec<Figure>, StorageError> {
        self.asked()?;
        let reason = Some(ReasonCode::stored("SPAM".to_owned()));
        Ok(vec![Figure {
            act: ActKind::Reject,
            reason,
            actor: Some(the(8)),
            waited: 90_000_000,
            undone: false,
            overturned: None,
        }])
    }
    async fn appeal(&self, _appeal: NewAppeal) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(true)
    }
    async fn title(&self, _number: i64) -> Result<Option<String>, StorageError> {
        Ok(None)
    }
    async fn question(&self, _campaign: CampaignId) -> Result<Option<String>, StorageError> {
        self.asked()?;
        Ok(Some("Anything else?".to_owned()))
    }
    async fn reach(&self, _person: PersonId) -> Result<Option<(Address, Option<Language>)>, StorageError> {
        Ok(None)
    }
    async fn reasons(&self) -> Result<Vec<Settled>, StorageError> {
        self.asked()?;
        Ok(Vec::new())
    }
    async fn settle(&self, _settled: Settled, _by: Actor) -> Result<(), StorageError> {
        self.asked()
    }
    async fn policies(&self, _language: &Language) -> Result<Vec<PolicyVersion>, StorageError> {
        no()
    }
    async fn publish_policy(&self, _language: &Language, _words: &str, _by: Actor) -> Result<i32, StorageError> {
        self.asked()?;
        Ok(1)
    }
    async fn views(&self, _who: PersonId) -> Result<Vec<SavedView>, StorageError> {
        no()
    }
    async fn keep_view(&self, _who: PersonId, _name: &str, _query: Option<&str>) -> Result<(), StorageError> {
        no()
    }
    async fn record(&self, _after: i64, _most: u64) -> Result<Vec<(Entry, Digest)>, StorageError> {
        no()
    }
    async fn record_end(&self) -> Result<(i64, Digest), StorageError> {
        no()
    }
}

#[async_trait]
impl ReportDesk for Memory {
    async fn file(&self, _report: NewReport, _letters: Letters, _paces: Paces) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(false)
    }
    async fn own_address(&self, _person: PersonId) -> Result<Option<(Address, Option<Language>)>, StorageError> {
        Ok(None)
    }
    async fn find(&self, receipt: &Receipt) -> Result<Option<Filed>, StorageError> {
        self.asked()?;
        Ok(Some(Filed {
            receipt: receipt.clone(),
            at: WHEN,
            target: Target::Idea(the(1)),
            place: Place { number: Some(1), ..Place::default() },
            mailed: false,
            due_at: Some(WHEN),
            answered: None,
            decision: None,
            is_appellant: false,
        }))
    }
}

/// It says as little as a voice can.
pub(super) struct Hoarse;

impl Voice for Hoarse {
    fn languages(&self) -> Vec<Language> {
        vec![Language::english()]
    }
    fn letter(&self, _language: Option<&Language>, _news: &News<'_>) -> LetterText {
        LetterText { subject: "News".to_owned(), text: "News.".to_owned(), others: Vec::new() }
    }
    fn reason(&self, _language: &Language, code: &str) -> Option<Reason> {
        Some(Reason {
            code: ReasonCode::stored(code.to_owned()),
            title: code.to_owned(),
            rule: "Rule 1".to_owned(),
            words: "It breaks a rule.".to_owned(),
            mend: "Take it out.".to_owned(),
            retired: false,
        })
    }
}
