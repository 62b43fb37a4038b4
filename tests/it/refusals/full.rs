//! A desk of votes that is full: whoever comes then is told to come again, by page and by API, and when; nobody who was
//! there before loses their place, and the queue doesn't grow.

use std::time::Duration;

use folkmoot_common::{IdeaId, Role, Roles, StorageError, Viewer};
use folkmoot_ideas::{Campaign, IdeaText, Slug, Submission};
use folkmoot_people::Email;
use folkmoot_tests::database::one_line;
use folkmoot_tests::world::{Actor, Form, House, Page, World};
use folkmoot_votes::{CastError, Choice, Outcome, Receipt};
use futures::future::{join, join_all};
use reqwest::{Method, Response};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::time::timeout;

/// Ballots of one person that may wait (`storage/src/votes/desk.rs`).
const EACH: usize = 64;
/// More people than fill the desk's 4,096 places, and the one commit that is under way.
const PEOPLE: usize = 80;
/// How long it is waited for a desk to be full.
const WAITED: Duration = Duration::from_secs(3);

async fn person(world: &World, name: String) -> Viewer {
    let email = Email::parse(&format!("{name}@example.org")).unwrap();
    let person = world.site().people.add_person(email, Roles::default().with(Role::Citizen), None).await.unwrap();
    Viewer::Person { id: person.id, roles: person.roles }
}

async fn ideas(world: &World) -> Vec<(i64, IdeaId)> {
    let (author, campaign) = (person(world, "author".to_owned()).await, Slug::parse(Campaign::STANDING).unwrap());
    let mut ideas = Vec::new();
    for number in 0..EACH {
        let text = IdeaText::parse(&format!("Bench number {number}"), "To rest.", "en").unwrap();
        match world.site().ideas.submit(&author, &campaign, text).await.unwrap() {
            Submission::Published(idea) => ideas.push((idea.number, idea.id)),
            other => panic!("not public: {other:?}"),
        }
    }
    ideas
}

/// Both say that there is too much to do, and when to come again.
async fn says_when(by_api: Response, by_page: &Page) {
    assert_eq!(by_api.status().as_u16(), 503);
    let wait: u64 = by_api.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "come again in {wait} s");
    let said: Value = by_api.json().await.unwrap();
    assert_eq!(said["errors"][0]["extensions"]["code"], "UNAVAILABLE", "{said}");
    assert_eq!((by_page.status.as_u16(), by_page.heading().as_str()), (503, "The site is busy"));
    assert!(by_page.headers.contains_key("retry-after"));
}

/// What came of a crowd at a desk where nothing is written, and of two who knocked when it was full.
struct Scene {
    casts: Vec<Result<Receipt, CastError>>,
    by_api: Response,
    by_page: Page,
}

impl Scene {
    /// A crowd comes while somebody holds every idea; as soon as one of them is turned away, two more knock.
    async fn play(world: &World, ideas: &[(i64, IdeaId)], crowd: &[Viewer], script: &Actor, button: Form) -> Self {
        let global = script.idea_id(ideas[0].0).await;
        let holder = one_line(world.database_url()).await.unwrap();
        holder.execute_unprepared("BEGIN").await.unwrap();
        holder.execute_unprepared("UPDATE tally SET version = version").await.unwrap();
        let (votes, full) = (&world.site().votes, Notify::new());
        let casts = crowd.iter().flat_map(|voter| ideas.iter().map(move |(_, idea)| (voter, *idea)));
        let casts = join_all(casts.map(async |(voter, idea)| {
            let cast = votes.cast(voter, idea, Choice::Support).await;
            if is_busy(&cast) {
                full.notify_one();
            }
            cast
        }));
        let knocking = async {
            // A desk that turns nobody away is found out by who isn't told so.
            drop(timeout(WAITED, full.notified()).await);
            let request = script.request(Method::POST, &script.address("/graphql"));
            let query = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }";
            let input = json!({ "i": { "ideaId": global, "choice": "SUPPORT" } });
            let request = request.json(&json!({ "query": query, "variables": input }));
            let answers = (script.run(request.build().unwrap()).await, button.send().await);
            holder.execute_unprepared("ROLLBACK").await.unwrap();
            answers
        };
        let (casts, (by_api, by_page)) = join(casts, knocking).await;
        Self { casts, by_api, by_page }
    }

    /// Whether PostgreSQL gave up waiting for who holds the ideas: on a machine with too much to do it may, before all have come.
    fn took_too_long(&self) -> bool {
        self.casts.iter().any(|cast| matches!(cast, Err(CastError::Storage(StorageError::Held))))
    }

    fn counted(&self) -> usize {
        self.casts.iter().filter(|cast| matches!(cast, Ok(receipt) if receipt.outcome == Outcome::Counted)).count()
    }
}

fn is_busy(cast: &Result<Receipt, CastError>) -> bool {
    matches!(cast, Err(CastError::Storage(StorageError::Busy)))
}

async fn supporters(world: &World, ideas: &[(i64, IdeaId)]) -> usize {
    let tallies = world.site().votes.tallies(&ideas.iter().map(|(_, id)| *id).collect::<Vec<_>>()).await.unwrap();
    usize::try_from(tallies.iter().map(|tally| tally.support).sum::<i64>()).unwrap()
}

async fn who_comes_to_a_full_desk_is_told_when_to_come_again(house: House) {
    let world = World::start(house).await;
    let ideas = ideas(&world).await;
    let script = world.script("Ana").await;
    let browser = world.citizen("Ben").await;
    let (number, _id) = ideas[0];

    for trial in 1.. {
        let crowd = join_all((0..PEOPLE).map(|voter| person(&world, format!("voter-{trial}-{voter}")))).await;
        let button = browser.open(&format!("/ideas/{number}")).await.form("Support");
        let before = supporters(&world, &ideas).await;
        let scene = Scene::play(&world, &ideas, &crowd, &script, button).await;
        if scene.took_too_long() {
            assert!(trial < 5, "the ideas can't be held for long enough");
            continue;
        }

        // Whoever had a place has counted, and nobody else.
        let (counted, turned_away) = (scene.counted(), scene.casts.iter().filter(|cast| is_busy(cast)).count());
        says_when(scene.by_api, &scene.by_page).await;
        assert_eq!(counted + turned_away, PEOPLE * EACH);
        assert!((4_096..=4_096 + 512).contains(&counted), "{counted} had a place");
        assert_eq!(supporters(&world, &ideas).await, before + counted);
        break;
    }
    // There is room again.
    assert_eq!(script.cast(number, "SUPPORT").await["outcome"], "COUNTED");
    world.audit_counts().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    who_comes_to_a_full_desk_is_told_when_to_come_again(House::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    who_comes_to_a_full_desk_is_told_when_to_come_again(House::Postgres).await;
}
