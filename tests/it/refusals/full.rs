//! A desk of votes that is full: whoever comes then is told to come again, by page and by API, and when; nobody who was
//! there before loses their place, and the queue doesn't grow.

use folkmoot_common::{IdeaId, Role, Roles, StorageError, Viewer};
use folkmoot_ideas::{Campaign, IdeaText, Slug, Submission};
use folkmoot_people::Email;
use folkmoot_tests::database::one_line;
use folkmoot_tests::world::{House, Page, World};
use folkmoot_votes::{CastError, Choice, Outcome};
use futures::future::{Either, join_all, select};
use reqwest::{Method, Response};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

/// Ballots of one person that may wait (`storage/src/votes/desk.rs`).
const EACH: usize = 64;
/// More people than fill the desk's 4,096 places, and the one commit that is under way.
const PEOPLE: usize = 80;

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

async fn who_comes_to_a_full_desk_is_told_when_to_come_again(house: House) {
    let world = World::start(house).await;
    let ideas = ideas(&world).await;
    let crowd = join_all((0..PEOPLE).map(|number| person(&world, format!("voter-{number}")))).await;
    let script = world.script("Ana").await;
    let browser = world.citizen("Ben").await;
    let (number, _id) = ideas[0];
    let global = script.idea_id(number).await;
    let button = browser.open(&format!("/ideas/{number}")).await.form("Support");

    let holder = one_line(world.database_url()).await.unwrap();
    holder.execute_unprepared("BEGIN").await.unwrap();
    holder.execute_unprepared("UPDATE tally SET version = version").await.unwrap();
    let votes = &world.site().votes;
    let casts =
        crowd.iter().flat_map(|voter| ideas.iter().map(move |(_, idea)| votes.cast(voter, *idea, Choice::Support)));
    let casts = Box::pin(join_all(casts));
    let knocking = Box::pin(async {
        // By then the crowd stands at the desk.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let request = script.request(Method::POST, &script.address("/graphql"));
        let query = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }";
        let input = json!({ "i": { "ideaId": global, "choice": "SUPPORT" } });
        let request = request.json(&json!({ "query": query, "variables": input }));
        let (by_api, by_page) = (script.run(request.build().unwrap()).await, button.send().await);
        holder.execute_unprepared("ROLLBACK").await.unwrap();
        (by_api, by_page)
    });
    let (casts, (by_api, by_page)) = match select(casts, knocking).await {
        Either::Left((casts, knocking)) => panic!("{} votes didn't wait, {}", casts.len(), knocking.await.0.status()),
        Either::Right((answers, casts)) => (casts.await, answers),
    };

    says_when(by_api, &by_page).await;

    // Whoever had a place has counted, and nobody else.
    let counted =
        casts.iter().filter(|cast| matches!(cast, Ok(receipt) if receipt.outcome == Outcome::Counted)).count();
    let turned_away = casts.iter().filter(|cast| matches!(cast, Err(CastError::Storage(StorageError::Busy)))).count();
    assert_eq!(counted + turned_away, PEOPLE * EACH);
    assert!((4_096..=4_096 + 512).contains(&counted), "{counted} had a place");
    let sum: i64 = votes
        .tallies(&ideas.iter().map(|(_, id)| *id).collect::<Vec<_>>())
        .await
        .unwrap()
        .iter()
        .map(|t| t.support)
        .sum();
    assert_eq!(usize::try_from(sum).unwrap(), counted);
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
