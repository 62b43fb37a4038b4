//! A council in every state that a page can show: ideas with nothing, with one of everything, with a thousand votes;
//! long words and other scripts; closed, held, hidden, withdrawn, edited, answered, merged.

use folkmoot_comments::CommentText;
use folkmoot_common::{CommentId, Id as _, PersonId, Roles, Viewer};
use folkmoot_ideas::{Idea, IdeaText, PublishingMode, Reason, Slug, Submission, VotingRule};
use folkmoot_moderation::{Complaint, Ground, Place, RawComplaint, Subject, Target};
use folkmoot_people::{DisplayName, DraftContent, DraftOwner, Email, PastPerson};
use folkmoot_tests::world::World;
use folkmoot_votes::{Choice, PastVote};
use sea_orm::{ConnectionTrait as _, Database};

use super::outcomes;

/// How many vote on the idea that many vote on.
const CROWD: u32 = 1_000;
/// How many comments stand under it.
const COMMENTS: usize = 60;
/// Those of them that answer the one before them, all of them the same one.
const LIVELY: std::ops::Range<usize> = 29..36;

/// Sets the stage; what is where, in JSON for the script.
pub(super) async fn set(world: &World) -> String {
    ask_everything(world).await;
    let site = world.site();
    let email = Email::parse("ana@example.org").unwrap();
    let name = DisplayName::parse("Ana Ruiz").unwrap();
    let (person, secret) = site.people.invite(email, Roles::default(), Some(name)).await.unwrap();
    let ana = Viewer::Person { id: person.id, roles: person.roles };
    let post = async |campaign: &str, title: &str, body: &str| posted(world, &ana, campaign, title, body).await;

    let none = post("open-question", "A drinking fountain by the station", "There is none.").await;
    let one = post("open-question", "A bench at the bus stop", "People wait there for *twenty minutes*.").await;
    let many =
        post("open-question", "Trees along the whole high street", "It is hot there in summer.\n\n- Limes\n- Maples")
            .await;
    let long = post(
        "open-question",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellscha",
        "https://example.org/a/very/long/address/that/has/no/place/to/break/in/it/and/goes/on/and/on/and/on/and/on\n\n\
         | one | two | three | four | five | six | seven |\n|---|---|---|---|---|---|---|\n| a | b | c | d | e | f | g |\n\n\
         > A quotation\n\n1. First\n2. Second\n\n```\nlet code = \"that is wider than any telephone that anybody holds in their hand\";\n```",
    )
    .await;
    let scripts = post("open-question", "اقتراح 公園を増やす пропозиція", "هذا اقتراح من أجل الحي.").await;
    let support = post("support-question", "Wild roses on the roundabout", "They need little water.").await;
    let closed = post("closed-question", "Next to the swimming pool", "Both are for families.").await;
    let edited = post("open-question", "Two benches at the market", "One is not enough.").await;
    let held = post("reviewed-question", "Ada’s bridge", "She was born here.").await;
    let hidden = post("open-question", "Something that a moderator hides", "It names a neighbour.").await;
    let withdrawn = post("open-question", "Something that its author takes back", "Never mind.").await;

    say(world, &ana, &one, None, "My mother needs it.", "FOR").await;
    assert!(site.votes.cast(&ana, one.id, Choice::Support).await.unwrap().outcome.is_done());
    talk_and_vote(world, &ana, &many).await;
    change(world, &ana, &edited, &withdrawn).await;
    hide(world, hidden.number).await;
    world.close("closed-question").await;

    let anothers = second_page(world).await;
    let (newcomer, draft) = newcomer(world).await;
    let outcomes = outcomes::set(world, &ana).await;

    let path = |idea: &Idea| format!("/ideas/{}/{}", idea.number, idea.slug);
    let ideas = [
        ("none", path(&none)),
        ("one", path(&one)),
        ("many", path(&many)),
        ("long words", path(&long)),
        ("other scripts", format!("/ideas/{}", scripts.number)),
        ("support only", path(&support)),
        ("closed", path(&closed)),
        ("edited", path(&edited)),
    ];
    serde_json::json!({
        "ideas": ideas.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "outcomes": outcomes,
        "held": path(&held),
        "hidden": path(&hidden),
        "withdrawn": path(&withdrawn),
        "another's": path(&anothers),
        "receipt": format!("/reports/{}", report(world, &many).await),
        "newcomer": newcomer,
        "draft": draft,
        "profile": format!("/people/{}", person.id.uuid().simple()),
        "link": site.sign_in_link(&secret),
    })
    .to_string()
}

/// One idea is another one now, and one its author took back.
async fn change(world: &World, ana: &Viewer, edited: &Idea, withdrawn: &Idea) {
    let text =
        IdeaText::parse("Two benches and a table at the market", "One is not enough, and people eat there.", "en")
            .unwrap();
    let _ = world.site().ideas.edit(ana, edited.id, edited.revision, text).await.unwrap();
    let why = Reason::parse("Somebody asked already.").unwrap();
    world.site().ideas.withdraw(ana, withdrawn.id, why).await.unwrap();
}

/// Enough for a second page, by somebody whose ideas are not Ana's to change; gives the first.
async fn second_page(world: &World) -> Idea {
    let people = &world.site().people;
    let name = DisplayName::parse("Ben Oak").unwrap();
    let email = Email::parse("ben@example.org").unwrap();
    let ben = people.add_person(email, Roles::default(), Some(name)).await.unwrap();
    let ben = Viewer::Person { id: ben.id, roles: ben.roles };
    let first = posted(world, &ben, "busy-question", "Bring back bus number 1", "It was useful.").await;
    for n in 2..=25 {
        posted(world, &ben, "busy-question", &format!("Bring back bus number {n}"), "It was useful.").await;
    }
    first
}

/// A question for each way that a question can be.
async fn ask_everything(world: &World) {
    for (slug, question, rule, mode) in [
        (
            "open-question",
            "How should our high street look in ten years?",
            VotingRule::SupportAndOppose,
            PublishingMode::StraightAway,
        ),
        ("support-question", "What would you plant?", VotingRule::SupportOnly, PublishingMode::StraightAway),
        (
            "closed-question",
            "Where should the new library stand?",
            VotingRule::SupportAndOppose,
            PublishingMode::StraightAway,
        ),
        (
            "reviewed-question",
            "What should we name the bridge?",
            VotingRule::SupportAndOppose,
            PublishingMode::AfterReview,
        ),
        ("busy-question", "Which bus do you miss?", VotingRule::SupportAndOppose, PublishingMode::StraightAway),
        (
            "empty-question",
            "What has nobody thought of yet?",
            VotingRule::SupportAndOppose,
            PublishingMode::StraightAway,
        ),
    ] {
        world.ask(slug, question, rule, mode).await;
    }
}

pub(super) async fn posted(world: &World, who: &Viewer, campaign: &str, title: &str, body: &str) -> Idea {
    let text = IdeaText::parse(title, body, "en").unwrap();
    match world.site().ideas.submit(who, &Slug::parse(campaign).unwrap(), text).await.unwrap() {
        Submission::Published(idea) | Submission::Waiting(idea, _) => idea,
        other => panic!("{title}: {other:?}"),
    }
}

async fn say(
    world: &World,
    who: &Viewer,
    idea: &Idea,
    above: Option<CommentId>,
    words: &str,
    stance: &str,
) -> CommentId {
    let text = CommentText::parse(words, Some(stance)).unwrap();
    world.site().comments.post(who, idea.id, above, text).await.unwrap().id
}

/// Somebody who has no name yet, and a comment of theirs that waits: the link that signs them in, and the draft's page.
async fn newcomer(world: &World) -> (String, String) {
    let site = world.site();
    let email = Email::parse("newcomer@example.org").unwrap();
    let (person, secret) = site.people.invite(email, Roles::default(), None).await.unwrap();
    let draft = r#"{"kind":"comment","idea":3,"parent":null,"stance":"FOR","body":"Shade, please.","language":"en"}"#;
    let draft = DraftContent::parse(draft.to_owned()).unwrap();
    let id = site.people.keep_draft(DraftOwner::Person(person.id), draft).await.unwrap();
    (site.sign_in_link(&secret), format!("/me/drafts/{}", id.uuid().simple()))
}

/// What is said of an idea to the moderators; the receipt.
pub(super) async fn report(world: &World, idea: &Idea) -> String {
    let place = Place { idea: Some(idea.id), number: Some(idea.number), ..Place::default() };
    let subject = Subject { target: Target::Idea(idea.id), place, title: idea.title.as_str().to_owned() };
    let raw = RawComplaint {
        ground: Ground::ALL[0].as_str(),
        details: "It names a neighbour.",
        name: "",
        in_good_faith: true,
    };
    let complaint = Complaint::parse(raw, Ok(None)).unwrap();
    world.site().reports.file(&Viewer::Nobody, subject, complaint, "192.0.2.1").await.unwrap().to_string()
}

/// A thousand votes, and a discussion with branches.
async fn talk_and_vote(world: &World, ana: &Viewer, idea: &Idea) {
    let site = world.site();
    let now = site.sources.now();
    let people: Vec<PastPerson> = (0..CROWD)
        .map(|n| PastPerson {
            id: PersonId::imported(now, "stage", &n.to_string()),
            name: DisplayName::parse(&format!("Neighbour {n}")).unwrap(),
            created_at: now,
        })
        .collect();
    site.people.take(&people).await.unwrap();
    let choice = |n: usize| if n.is_multiple_of(5) { Choice::Oppose } else { Choice::Support };
    let votes: Vec<PastVote> = people
        .iter()
        .enumerate()
        .map(|(n, person)| PastVote { idea: idea.id, person: person.id, choice: Some(choice(n)), at: now })
        .collect();
    site.votes.take(&votes).await.unwrap();
    assert!(site.votes.cast(ana, idea.id, Choice::Support).await.unwrap().outcome.is_done());

    // Threads of four, and in the middle one with so many replies to one comment that it is folded.
    let (mut above, mut asked) = (None, None);
    for n in 0..COMMENTS {
        let neighbour = Viewer::Person { id: people[n].id, roles: Roles::default() };
        let stance = ["FOR", "AGAINST", "NEUTRAL"][n % 3];
        let words = format!("Comment {n}: shade would help, and *somebody* must water them.");
        let parent = if LIVELY.contains(&n) { asked } else { above.filter(|_| n % 4 != 0) };
        above = Some(say(world, &neighbour, idea, parent, &words, stance).await);
        asked = asked.or(above.filter(|_| n + 1 == LIVELY.start));
    }
}

/// No page does this yet.
async fn hide(world: &World, number: i64) {
    write(world, &format!("UPDATE idea SET hidden_at = created_at WHERE number = {number}")).await;
    let which = format!("idea_id = (SELECT id FROM idea WHERE number = {number})");
    write(world, &format!("UPDATE tally SET listed = FALSE, votable = FALSE WHERE {which}")).await;
}

/// Writes into one row of the database what no act does, or what only time does.
pub(super) async fn write(world: &World, statement: &str) {
    let database = Database::connect(world.database_url()).await.unwrap();
    assert_eq!(database.execute_unprepared(statement).await.unwrap().rows_affected(), 1, "{statement}");
    database.close().await.unwrap();
}
