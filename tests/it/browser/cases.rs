//! A desk with an item of every kind, and the other side of it: what authors and reporters are told of what was decided.

use std::collections::BTreeMap;
use std::time::Duration;

use folkmoot_comments::CommentText;
use folkmoot_common::{DecisionId, Id as _, PageRequest, Role, Roles, Viewer};
use folkmoot_ideas::{Idea, IdeaText, LabelKind, Reason, Slug, Submission};
use folkmoot_moderation::{
    Act, Complaint, Decided, Decision, Item, ItemKind, Note, Place, QueueFilter, RawComplaint, ReasonCode, Receipt,
    Redacted, Subject, Target, Verdict,
};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::World;

/// What a script is told: the name of a place, and its address.
type Places = BTreeMap<&'static str, String>;

/// The stage set for [`super::stage`] already; where everything is, in JSON for the script.
pub(super) async fn add(world: &World) -> String {
    let (mo, moderator) = staff(world, "Mo Reid", Role::Moderator).await;
    let (bea, admin) = staff(world, "Bea Ford", Role::Admin).await;
    let (cy, author) = somebody(world, "Cy Lowe", Roles::default()).await;
    let desk = Desk { world, mo, bea, cy };

    let mut items = Places::new();
    desk.changes(&mut items).await;
    let mut told = Places::from([("moderator", moderator), ("admin", admin), ("author", author)]);
    desk.appealed(&mut items, &mut told).await;
    desk.answered(&mut told).await;
    desk.looked_at_again(&mut told).await;
    desk.unsure(&mut items, &mut told).await;
    desk.suspended(&mut told).await;
    desk.sorted(&mut told).await;

    let mut all = serde_json::json!(told);
    all["items"] = serde_json::json!(items);
    all.to_string()
}

fn at(item: &Item) -> String {
    format!("/moderation/items/{}", item.id)
}

fn decision(id: DecisionId) -> String {
    format!("/decisions/{id}")
}

async fn staff(world: &World, name: &str, role: Role) -> (Viewer, String) {
    somebody(world, name, Roles::default().with(role)).await
}

async fn somebody(world: &World, name: &str, roles: Roles) -> (Viewer, String) {
    let email = Email::parse(&format!("{}@example.org", name.to_lowercase().replace(' ', "."))).unwrap();
    let (person, secret) =
        world.site().people.invite(email, roles, Some(DisplayName::parse(name).unwrap())).await.unwrap();
    (Viewer::Person { id: person.id, roles: person.roles }, world.site().sign_in_link(&secret))
}

/// Who decides, and whose things they decide on.
struct Desk<'w> {
    world: &'w World,
    mo: Viewer,
    /// Who looks again.
    bea: Viewer,
    cy: Viewer,
}

impl Desk<'_> {
    /// A change that waits, and a comment.
    async fn changes(&self, items: &mut Places) {
        let reviewed = self.posts("reviewed-question", "A bridge of oak", "It would last.").await;
        self.decide(&self.item(ItemKind::Idea, Target::Idea(reviewed.id)).await, Act::Publish { trust: false }).await;
        self.rewrites(&reviewed, "A bridge of oak and steel").await;
        let text = CommentText::parse("Who pays for it?", None).unwrap();
        let comment = self.world.site().comments.post(&self.cy, reviewed.id, None, text).await.unwrap();
        items.insert("edit", at(&self.item(ItemKind::Edit, Target::Idea(reviewed.id)).await));
        items.insert("comment", at(&self.item(ItemKind::Comment, Target::Comment(comment.id)).await));
    }

    /// Two ideas that are hidden: against one decision its author has appealed.
    async fn appealed(&self, items: &mut Places, told: &mut Places) {
        let hidden = self.posts("open-question", "My neighbour’s garden", "It is a shame.").await;
        self.report(&hidden, "").await;
        let hide = self.decide(&self.item(ItemKind::Report, Target::Idea(hidden.id)).await, Act::Hide).await;
        let words = Note::required("words", "I named nobody.").unwrap();
        self.world.site().moderation.appeal(&self.cy, hide.id, words).await.unwrap();
        items.insert("appeal", at(&self.item(ItemKind::Appeal, Target::Idea(hidden.id)).await));
        told.insert("appealed", format!("/ideas/{}/{}", hidden.number, hidden.slug));
        told.insert("appealed decision", decision(hide.id));

        let idea = self.posts("open-question", "Cheap watches for everybody", "See my shop.").await;
        let receipt = self.report(&idea, "").await;
        let hide = self.decide(&self.item(ItemKind::Report, Target::Idea(idea.id)).await, Act::Hide).await;
        told.insert("told", format!("/ideas/{}/{}", idea.number, idea.slug));
        told.insert("decision", decision(hide.id));
        told.insert("receipt, acted", format!("/reports/{receipt}"));
        self.long_ago(told).await;
    }

    /// An idea that was hidden an hour ago: too late for a slip, and in time for a correction.
    async fn long_ago(&self, told: &mut Places) {
        let idea = self.posts("open-question", "A clock for the tower", "One never knows the time.").await;
        self.report(&idea, "").await;
        let hide = self.decide(&self.item(ItemKind::Report, Target::Idea(idea.id)).await, Act::Hide).await;
        let which = format!("subject_id = (SELECT id FROM idea WHERE number = {})", idea.number);
        super::stage::write(self.world, &format!("UPDATE decision SET at = at - 3600000000 WHERE {which}")).await;
        told.insert("correct", format!("/moderation/decisions/{}/correct", hide.id));
    }

    /// A report that was turned down, with the number that its reporter holds; and one of what its author took back.
    async fn answered(&self, told: &mut Places) {
        let kept = self.posts("open-question", "A quieter market", "It is loud there.").await;
        let receipt = self.report(&kept, "reporter@example.org").await;
        let keep = self.decide(&self.item(ItemKind::Report, Target::Idea(kept.id)).await, Act::Keep).await;
        told.insert("receipt", format!("/reports/{receipt}"));
        told.insert("appeal of a report", format!("/reports/{receipt}/appeal/{}", keep.id));
        let gone = self.posts("open-question", "Louder bells", "They are lovely.").await;
        let receipt = self.report(&gone, "").await;
        self.world.site().ideas.withdraw(&self.cy, gone.id, Reason::parse("Never mind.").unwrap()).await.unwrap();
        told.insert("receipt, gone", format!("/reports/{receipt}"));
    }

    /// Reports that were turned down, and whose reporters asked for another look: what came of it.
    async fn looked_at_again(&self, told: &mut Places) {
        for (name, title, outcome) in [
            ("receipt, appealed", "A statue of a horse", None),
            ("receipt, upheld", "A statue of a cow", Some(Act::Uphold)),
            ("receipt, overturned", "A statue of a goat", Some(Act::Overturn)),
        ] {
            let idea = self.posts("open-question", title, "It was here before us.").await;
            let receipt = self.report(&idea, "").await;
            let keep = self.decide(&self.item(ItemKind::Report, Target::Idea(idea.id)).await, Act::Keep).await;
            let words = Note::required("words", "It is an advertisement.").unwrap();
            self.world.site().moderation.appeal_report(&receipt, keep.id, words).await.unwrap();
            if let Some(act) = outcome {
                self.decide_as(&self.bea, &self.item(ItemKind::Appeal, Target::Idea(idea.id)).await, act).await;
            }
            told.insert(name, format!("/reports/{receipt}"));
        }
    }

    /// Somebody who may not post for some days, and where they sign in.
    async fn suspended(&self, told: &mut Places) {
        let (di, link) = somebody(self.world, "Di Marsh", Roles::default()).await;
        let idea = self.posts_as(&di, "open-question", "Watches, watches", "See my shop.").await;
        self.report(&idea, "").await;
        let until = self.world.site().sources.now().plus(Duration::from_secs(3 * 24 * 60 * 60));
        self.decide(&self.item(ItemKind::Report, Target::Idea(idea.id)).await, Act::Suspend { until }).await;
        told.insert("suspended", link);
    }

    /// Words that were taken out, a second opinion that was asked for, and a name.
    async fn unsure(&self, items: &mut Places, told: &mut Places) {
        let cut = self.posts("open-question", "A lamp at my door", "Ring me: 01234 567890.").await;
        self.report(&cut, "").await;
        let cut = self.item(ItemKind::Report, Target::Idea(cut.id)).await;
        self.decide(&cut, Act::Redact(Redacted::parse(Some("A lamp at my door"), "Ring me.").unwrap())).await;
        items.insert("redacted report", at(&cut));

        let unsure = self.posts("reviewed-question", "A bridge of glass", "One sees the river.").await;
        let unsure = self.item(ItemKind::Idea, Target::Idea(unsure.id)).await;
        let why = Note::required("why", "Is this a joke?").unwrap();
        self.world.site().moderation.ask_second_opinion(&self.mo, unsure.id, &why).await.unwrap();
        items.insert("second opinion", at(&unsure));

        let person = Target::Person(self.cy.person().unwrap());
        let receipt =
            self.complain(Subject { target: person, place: Place::default(), title: "Cy Lowe".to_owned() }, "").await;
        told.insert("receipt, of a name", format!("/reports/{receipt}"));
        items.insert("name", at(&self.item(ItemKind::Name, person).await));
    }

    /// Places and tags, one of which is put away, and an idea that has some of them.
    async fn sorted(&self, told: &mut Places) {
        let labels = &self.world.site().labels;
        let north = labels.add(&self.bea, LabelKind::Place, "North side").await.unwrap();
        let trees = labels.add(&self.bea, LabelKind::Tag, "Trees").await.unwrap();
        let fairs = labels.add(&self.bea, LabelKind::Tag, "Fairs").await.unwrap();
        let idea = self.posts("open-question", "A lime at the gate", "It would give shade.").await;
        labels.place(&self.mo, &idea, Some(north)).await.unwrap();
        labels.tag(&self.mo, &idea, &[trees, fairs]).await.unwrap();
        labels.change(&self.bea, fairs, "Fairs", true).await.unwrap();
        told.insert("sorting", format!("/ideas/{}/{}/labels", idea.number, idea.slug));
        told.insert("label", format!("/admin/labels/{}", trees.uuid()));
        told.insert("label put away", format!("/admin/labels/{}", fairs.uuid()));
    }

    async fn posts(&self, campaign: &str, title: &str, body: &str) -> Idea {
        self.posts_as(&self.cy, campaign, title, body).await
    }

    async fn posts_as(&self, who: &Viewer, campaign: &str, title: &str, body: &str) -> Idea {
        let text = IdeaText::parse(title, body, "en").unwrap();
        let campaign = Slug::parse(campaign).unwrap();
        match self.world.site().ideas.submit(who, &campaign, text).await.unwrap() {
            Submission::Published(idea) | Submission::Waiting(idea, _) => idea,
            other => panic!("{title}: {other:?}"),
        }
    }

    async fn rewrites(&self, idea: &Idea, title: &str) {
        let text = IdeaText::parse(title, "It would last for ever.", "en").unwrap();
        let _ = self.world.site().ideas.edit(&self.cy, idea.id, idea.revision, text).await.unwrap();
    }

    async fn report(&self, idea: &Idea, answer_to: &str) -> Receipt {
        let place = Place { idea: Some(idea.id), number: Some(idea.number), ..Place::default() };
        let subject = Subject { target: Target::Idea(idea.id), place, title: idea.title.as_str().to_owned() };
        self.complain(subject, answer_to).await
    }

    async fn complain(&self, subject: Subject, answer_to: &str) -> Receipt {
        let raw = RawComplaint { ground: "SPAM", details: "It sells something.", name: "Ben", in_good_faith: true };
        let address = (!answer_to.is_empty()).then(|| folkmoot_common::Address::parsed(answer_to.to_owned()));
        let complaint = Complaint::parse(raw, Ok(address)).unwrap();
        self.world.site().reports.file(&Viewer::Nobody, subject, complaint, "192.0.2.1").await.unwrap()
    }

    async fn item(&self, kind: ItemKind, target: Target) -> Item {
        let filter = QueueFilter { kind: Some(kind), ..QueueFilter::default() };
        let page = self.world.site().moderation.queue(&self.mo, &filter, &PageRequest::first(100)).await.unwrap();
        let found = page.items.into_iter().map(|one| one.item).find(|item| item.target == target);
        found.unwrap_or_else(|| panic!("no {kind:?} of {target:?}"))
    }

    async fn decide(&self, item: &Item, act: Act) -> Decision {
        self.decide_as(&self.mo, item, act).await
    }

    async fn decide_as(&self, who: &Viewer, item: &Item, act: Act) -> Decision {
        // What somebody reported and was kept is hidden when that is overturned: then its author is told why.
        let needs_reason = act.kind().needs_reason() || matches!(act, Act::Overturn);
        let reason = needs_reason.then(|| ReasonCode::parse("SPAM").unwrap());
        let verdict = Verdict { act, reason, note: Note::parse("Look at the rules, please.").unwrap() };
        match self.world.site().moderation.decide(who, item.id, item.revision, verdict).await.unwrap() {
            Decided::Done(decision) => *decision,
            other => panic!("{:?}: {other:?}", item.kind),
        }
    }
}
