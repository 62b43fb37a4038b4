//! What became of ideas, questions and links: an idea with each thing that a council can say of it, one that lives on in
//! another, a question that isn't asked yet, links that are no good any more.

use std::collections::BTreeMap;

use folkmoot_common::{Id as _, Language, PageRequest, PersonId, Role, Roles, Viewer};
use folkmoot_ideas::{Idea, IdeaStatus, PublishingMode, VotingRule};
use folkmoot_moderation::{Act, Decided, ItemKind, Note, QueueFilter, ReasonCode, Target, Verdict};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::World;
use folkmoot_votes::Choice;

use super::stage::{posted, report, write};

/// Where the council stands, and an idea of that sort.
const STANDINGS: [(IdeaStatus, &str, &str); 7] = [
    (IdeaStatus::AwaitingReply, "awaiting reply", "A crossing at the school"),
    (IdeaStatus::UnderReview, "under review", "A market on Thursdays"),
    (IdeaStatus::Planned, "planned", "Bins with lids in the park"),
    (IdeaStatus::InProgress, "in progress", "A path along the river"),
    (IdeaStatus::Done, "done", "Lamps under the bridge"),
    (IdeaStatus::Declined, "declined", "A tunnel to the island"),
    (IdeaStatus::NotOurs, "not ours", "More trains on Sundays"),
];

/// All of it; what is where, for the script.
pub(super) async fn set(world: &World, ana: &Viewer) -> serde_json::Value {
    let path = |idea: &Idea| format!("/ideas/{}/{}", idea.number, idea.slug);
    let answered = answered(world, ana).await;
    let answered: BTreeMap<_, _> = answered.iter().map(|(name, idea)| (*name, path(idea))).collect();
    let (into, from) = merged(world, ana).await;
    let [used, late] = links(world).await;
    publish_rules(world).await;
    serde_json::json!({
        "answered": answered,
        "council": super::council::add(world, ana).await,
        "merged": path(&from),
        "merged into": path(&into),
        "used link": used,
        "late link": late,
        "silent": silent(world).await,
        "to come": question_to_come(world).await,
    })
}

/// Ideas of Ana's that the council has something to say of, by what it says.
async fn answered(world: &World, ana: &Viewer) -> BTreeMap<&'static str, Idea> {
    let mut ideas = BTreeMap::new();
    for (status, name, title) in STANDINGS {
        let idea = posted(world, ana, "open-question", title, "People ask for it every year.").await;
        let (word, open) = (status.as_str().to_lowercase(), if status.is_open() { "TRUE" } else { "FALSE" });
        write(world, &format!("UPDATE idea SET status = '{word}' WHERE number = {}", idea.number)).await;
        write(
            world,
            &format!("UPDATE tally SET status = '{word}', votable = {open} WHERE idea_id = (SELECT id FROM idea WHERE number = {})", idea.number),
        )
        .await;
        ideas.insert(name, idea);
    }
    ideas
}

/// Two ideas of Ana's that are one now: the one that lives on, and the other.
async fn merged(world: &World, ana: &Viewer) -> (Idea, Idea) {
    let into = posted(world, ana, "open-question", "Drinking water in every park", "There is none.").await;
    let from = posted(world, ana, "open-question", "A tap in the park", "One gets thirsty there.").await;
    let site = world.site();
    for name in ["Fay Hill", "Gus Penn", "Hal Rook"] {
        let who = somebody(world, name, Roles::default()).await;
        assert!(site.votes.cast(&who, from.id, Choice::Support).await.unwrap().outcome.is_done());
    }
    let sal = somebody(world, "Sal Moss", Roles::default().with(Role::Moderator)).await;
    report(world, &from).await;
    let filter = QueueFilter { kind: Some(ItemKind::Report), ..QueueFilter::default() };
    let waiting = site.moderation.queue(&sal, &filter, &PageRequest::first(100)).await.unwrap().items;
    let item = waiting.into_iter().map(|one| one.item).find(|item| item.target == Target::Idea(from.id)).unwrap();
    let reason = Some(ReasonCode::parse("DUPLICATE").unwrap());
    let verdict = Verdict { act: Act::Merge { into: into.number }, reason, note: Note::parse("").unwrap() };
    let done = site.moderation.decide(&sal, item.id, item.revision, verdict).await.unwrap();
    assert!(matches!(done, Decided::Done(_)), "{done:?}");
    (into, from)
}

/// A question that opens tomorrow.
async fn question_to_come(world: &World) -> String {
    let slug = "coming-question";
    world
        .ask(slug, "Where should buses stop at night?", VotingRule::SupportAndOppose, PublishingMode::StraightAway)
        .await;
    world.put_off(slug).await;
    format!("/campaigns/{slug}")
}

/// Sign-in links: one that was used, one that is too old.
async fn links(world: &World) -> [String; 2] {
    let site = world.site();
    let name = |name: &str| Some(DisplayName::parse(name).unwrap());
    let email = |email: &str| Email::parse(email).unwrap();
    let (_used, used) = site.people.invite(email("used@example.org"), Roles::default(), name("Una Dee")).await.unwrap();
    let browser = site.sources.secret();
    let _in = site.people.confirm_link(&used, &browser, "A browser").await.unwrap();
    let (_late, late) = site.people.invite(email("late@example.org"), Roles::default(), name("Lee Ash")).await.unwrap();
    write(world, "UPDATE sign_in SET expires_at = created_at WHERE email = 'late@example.org'").await;
    [used, late].map(|link| site.sign_in_link(&link))
}

/// Somebody who said nothing yet; their own page is nobody's to see.
async fn silent(world: &World) -> String {
    let quiet = somebody(world, "Ida Still", Roles::default()).await;
    format!("/people/{}", quiet.person().unwrap())
}

async fn somebody(world: &World, name: &str, roles: Roles) -> Viewer {
    let email = Email::parse(&format!("{}@example.org", name.to_lowercase().replace(' ', "."))).unwrap();
    let name = Some(DisplayName::parse(name).unwrap());
    let person = world.site().people.add_person(email, roles, name).await.unwrap();
    Viewer::Person { id: person.id, roles: person.roles }
}

/// Two versions of the board's rules, so that the first one is past.
async fn publish_rules(world: &World) {
    let site = world.site();
    let admin = Viewer::Person {
        id: PersonId::imported(site.sources.now(), "stage", "0"),
        roles: Roles::default().with(Role::Admin),
    };
    for words in [
        "Be kind, and stay with what the council can do.",
        "Be kind.\n\n- Stay with what the council can do\n- Name nobody",
    ] {
        let _ = site.moderation.publish_policy(&admin, &Language::english(), words).await.unwrap();
    }
}
