//! A desk with an item of every kind, and the other side of it: what authors and reporters are told of what was decided.

use folkmoot_comments::CommentText;
use folkmoot_common::{DecisionId, PageRequest, Role, Roles, Viewer};
use folkmoot_ideas::{Idea, IdeaText, Slug, Submission};
use folkmoot_moderation::{
    Act, Complaint, Decided, Decision, Item, ItemKind, Note, Place, QueueFilter, RawComplaint, ReasonCode, Receipt,
    Redacted, Subject, Target, Verdict,
};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::World;

/// The stage set for [`super::stage`] already; where everything is, in JSON for the script.
pub(super) async fn add(world: &World) -> String {
    let (mo, moderator) = staff(world, "Mo Reid", Role::Moderator).await;
    let (bea, admin) = staff(world, "Bea Ford", Role::Admin).await;
    let (cy, author) = somebody(world, "Cy Lowe", Roles::default()).await;
    let desk = Desk { world, mo, cy };

    let reviewed = desk.posts("reviewed-question", "A bridge of oak", "It would last.").await;
    desk.decide(&desk.item(ItemKind::Idea, Target::Idea(reviewed.id)).await, Act::Publish { trust: false }).await;
    desk.rewrites(&reviewed, "A bridge of oak and steel").await;
    let text = CommentText::parse("Who pays for it?", None).unwrap();
    let comment = world.site().comments.post(&desk.cy, reviewed.id, None, text).await.unwrap();

    let hidden = desk.posts("open-question", "My neighbour’s garden", "It is a shame.").await;
    desk.report(&hidden, "").await;
    let hide = desk.decide(&desk.item(ItemKind::Report, Target::Idea(hidden.id)).await, Act::Hide).await;
    let words = Note::required("words", "I named nobody.").unwrap();
    world.site().moderation.appeal(&desk.cy, hide.id, words).await.unwrap();

    let told = desk.posts("open-question", "Cheap watches for everybody", "See my shop.").await;
    desk.report(&told, "").await;
    let told_by = desk.decide(&desk.item(ItemKind::Report, Target::Idea(told.id)).await, Act::Hide).await;
    let kept = desk.posts("open-question", "A quieter market", "It is loud there.").await;
    let receipt = desk.report(&kept, "reporter@example.org").await;
    let keep = desk.decide(&desk.item(ItemKind::Report, Target::Idea(kept.id)).await, Act::Keep).await;

    let cut = desk.posts("open-question", "A lamp at my door", "Ring me: 01234 567890.").await;
    desk.report(&cut, "").await;
    let cut = desk.item(ItemKind::Report, Target::Idea(cut.id)).await;
    desk.decide(&cut, Act::Redact(Redacted::parse(Some("A lamp at my door"), "Ring me.").unwrap())).await;

    let unsure = desk.posts("reviewed-question", "A bridge of glass", "One sees the river.").await;
    let unsure = desk.item(ItemKind::Idea, Target::Idea(unsure.id)).await;
    let why = Note::required("why", "Is this a joke?").unwrap();
    world.site().moderation.ask_second_opinion(&desk.mo, unsure.id, &why).await.unwrap();
    let person = Target::Person(desk.cy.person().unwrap());
    desk.complain(Subject { target: person, place: Place::default(), title: "Cy Lowe".to_owned() }, "").await;

    let at = |item: &Item| format!("/moderation/items/{}", item.id);
    let items = [
        ("edit", at(&desk.item(ItemKind::Edit, Target::Idea(reviewed.id)).await)),
        ("comment", at(&desk.item(ItemKind::Comment, Target::Comment(comment.id)).await)),
        ("appeal", at(&desk.item(ItemKind::Appeal, Target::Idea(hidden.id)).await)),
        ("redacted report", at(&cut)),
        ("second opinion", at(&unsure)),
        ("name", at(&desk.item(ItemKind::Name, person).await)),
    ];
    let _ = bea;
    serde_json::json!({
        "moderator": moderator,
        "admin": admin,
        "author": author,
        "items": items.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "told": format!("/ideas/{}/{}", told.number, told.slug),
        "appealed": format!("/ideas/{}/{}", hidden.number, hidden.slug),
        "decision": decision(told_by.id),
        "appealed decision": decision(hide.id),
        "receipt": format!("/reports/{receipt}"),
        "appeal of a report": format!("/reports/{receipt}/appeal/{}", keep.id),
    })
    .to_string()
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
    cy: Viewer,
}

impl Desk<'_> {
    async fn posts(&self, campaign: &str, title: &str, body: &str) -> Idea {
        let text = IdeaText::parse(title, body, "en").unwrap();
        let campaign = Slug::parse(campaign).unwrap();
        match self.world.site().ideas.submit(&self.cy, &campaign, text).await.unwrap() {
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
        let address =
            (!answer_to.is_empty()).then(|| folkmoot_common::Address::parsed(answer_to.to_owned()));
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
        let reason = act.kind().needs_reason().then(|| ReasonCode::parse("SPAM").unwrap());
        let verdict = Verdict { act, reason, note: Note::parse("Look at the rules, please.").unwrap() };
        match self.world.site().moderation.decide(&self.mo, item.id, item.revision, verdict).await.unwrap() {
            Decided::Done(decision) => *decision,
            other => panic!("{:?}: {other:?}", item.kind),
        }
    }
}
