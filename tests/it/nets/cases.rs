//! What stands on the moderators' desk: something that waits there, and something that was decided.

use folkmoot_common::{Direction, ItemId, PageRequest, Role, Roles, Viewer};
use folkmoot_moderation::{
    Act, Complaint, Decided, Item, ItemKind, Note, Place, QueueFilter, RawComplaint, ReasonCode, Subject, Target,
    Verdict,
};
use folkmoot_people::Email;

use super::things::{Made, State, Workshop};

impl Workshop {
    /// An idea of the author's that waits, by its place in the queue.
    pub(crate) async fn item(&self) -> Made {
        let (made, item) = self.waits().await;
        Made { id: item.id.to_string(), ..made }
    }

    /// A decision that a moderator has just made: the idea may be read.
    pub(crate) async fn decision(&self) -> Made {
        self.decided(Act::Publish { trust: false }, None).await
    }

    /// A decision that takes something from the author: the idea is refused.
    pub(crate) async fn refusal(&self) -> Made {
        self.decided(Act::Reject, ReasonCode::parse("SPAM").ok()).await
    }

    /// A public idea that a visitor reported and a moderator kept.
    pub(crate) async fn kept_report(&self) -> Made {
        let made = self.idea(State::Published).await;
        let target = Target::Idea(made.idea.unwrap());
        let place = Place { idea: made.idea, number: Some(made.number), ..Place::default() };
        let subject = Subject { target, place, title: "A bench".to_owned() };
        let raw = RawComplaint { ground: "SPAM", in_good_faith: true, ..RawComplaint::default() };
        let complaint = Complaint::parse(raw, Ok(None)).unwrap();
        let receipt = self.site.reports.file(&Viewer::Nobody, subject, complaint, "192.0.2.1").await.unwrap();
        let id = self.decide(ItemKind::Report, target, Act::Keep, None).await;
        Made { id, receipt: receipt.to_string(), ..made }
    }

    async fn decided(&self, act: Act, reason: Option<ReasonCode>) -> Made {
        let (made, item) = self.waits().await;
        Made { id: self.decide(ItemKind::Idea, item.target, act, reason).await, ..made }
    }

    /// Decides on what is open about this, for this reason. Gives the decision's id.
    pub(super) async fn decide(&self, kind: ItemKind, target: Target, act: Act, reason: Option<ReasonCode>) -> String {
        self.decide_saying(kind, target, (act, reason), None).await
    }

    /// The same with a note.
    pub(super) async fn decide_saying(
        &self,
        kind: ItemKind,
        target: Target,
        (act, reason): (Act, Option<ReasonCode>),
        note: Option<Note>,
    ) -> String {
        let (clerk, item) = (self.clerk().await, self.open_item(kind, target).await);
        let verdict = Verdict { act, reason, note };
        let decided = self.site.moderation.decide(&clerk, item.id, item.revision, verdict).await.unwrap();
        let Decided::Done(decision) = decided else { panic!("not decided: {decided:?}") };
        decision.id.to_string()
    }

    /// A first version of the council's rules, where there was none yet.
    pub(crate) async fn rules(&self, admin: Viewer) -> Made {
        let english = folkmoot_common::Language::english();
        self.site.moderation.publish_policy(&admin, &english, "Be kind.").await.unwrap();
        Made::default()
    }

    async fn waits(&self) -> (Made, Item) {
        let made = self.idea(State::Waiting).await;
        let item = self.open_item(ItemKind::Idea, Target::Idea(made.idea.unwrap())).await;
        (made, item)
    }

    /// Everything that is on the desk.
    pub(crate) async fn all_that_waits(&self) -> Vec<ItemId> {
        let clerk = self.clerk().await;
        let listed = self.site.moderation.queue(&clerk, &QueueFilter::default(), &PageRequest::first(100)).await;
        listed.unwrap().items.into_iter().map(|one| one.item.id).collect()
    }

    async fn open_item(&self, kind: ItemKind, target: Target) -> Item {
        let clerk = self.clerk().await;
        // The newest stand at the end.
        let last = PageRequest { direction: Direction::Backwards, ..PageRequest::first(50) };
        let filter = QueueFilter { kind: Some(kind), ..QueueFilter::default() };
        let listed = self.site.moderation.queue(&clerk, &filter, &last).await.unwrap();
        let item = listed.items.into_iter().map(|one| one.item).find(|item| (item.kind, item.target) == (kind, target));
        item.expect("what waits is in the queue")
    }

    /// A moderator beside those of the cast.
    async fn clerk(&self) -> Viewer {
        let email = Email::parse("clerk@example.org").unwrap();
        let person = self.site.people.add_person(email, Roles::default().with(Role::Moderator), None).await.unwrap();
        Viewer::Person { id: person.id, roles: person.roles }
    }
}
