//! What people see in Chromium. Each test starts what its script needs and runs the script of the same name.

use folkmoot_comments::CommentText;
use folkmoot_common::{CommentId, Roles, Viewer};
use folkmoot_ideas::{Campaign, IdeaText, Slug, Submission};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::browser::{run_node, run_story};
use folkmoot_tests::world::{House, World};

mod backlog;
mod cases;
mod council;
mod outcomes;
mod petitions;
mod stage;

/// Comments in the long thread, and how deep its replies go.
const COMMENTS: usize = 600;
const DEEP: usize = 24;

/// A house whose letters can be read in the browser.
async fn with_letters(house: House) -> World {
    World::start_with(house, |config| config.dev = true).await
}

#[tokio::test]
async fn smoke() {
    run_node("smoke", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost() {
    let world = World::start(House::PostgresRedisTwoNodes).await;
    run_story("lost", &world).await;
}

/// No browser, but a client that isn't ours: the audit of GraphQL over HTTP.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn audit() {
    let world = World::start(House::Sqlite).await;
    run_node("audit", &[("FOLKMOOT_TEST_URL", world.url())]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn journey() {
    let world = with_letters(House::Sqlite).await;
    run_story("journey", &world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn journey_without_javascript() {
    let world = with_letters(House::Sqlite).await;
    run_story("journey-without-javascript", &world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes() {
    let world = with_letters(House::PostgresRedisTwoNodes).await;
    run_story("two-nodes", &world).await;
}

/// One answer, from an officer's letter to "Did it happen?": the citizen looks on from another node.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answer() {
    let world = with_letters(House::PostgresRedisTwoNodes).await;
    answered(&world, "answer").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answer_without_javascript() {
    let world = with_letters(House::Sqlite).await;
    answered(&world, "answer-without-javascript").await;
}

async fn answered(world: &World, script: &str) {
    let council = council::that_owes(world).await;
    let (here, there) = (world.url(), world.far_node().url());
    let letters = format!("{here}/dev/mail");
    let words = [("BASE_URL", here), ("BASE_URL_2", there), ("MAIL_URL", &letters), ("COUNCIL", &council)];
    run_node(script, &words).await;
}

/// Every page in every state: as a visitor, in Welsh, as a citizen, and as somebody who just signed in.
async fn states(who: &str) {
    let world = with_letters(House::Sqlite).await;
    let stage = stage::set(&world).await;
    run_node("states", &[("BASE_URL", world.url()), ("STAGE", &stage), ("WHO", who)]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_a_visitor() {
    states("visitor").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_in_welsh() {
    states("welsh").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_a_citizen() {
    states("citizen").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_an_officer() {
    states("officer").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_a_newcomer() {
    states("newcomer").await;
}

/// The moderators' desk with an item of every kind, and what authors and reporters are told.
async fn states_of_cases(who: &str) {
    let world = with_letters(House::Sqlite).await;
    let stage = stage::set(&world).await;
    let cases = cases::add(&world).await;
    run_node("states", &[("BASE_URL", world.url()), ("STAGE", &stage), ("CASES", &cases), ("WHO", who)]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_a_moderator() {
    states_of_cases("moderator").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_an_admin() {
    states_of_cases("admin").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn states_of_an_author() {
    states_of_cases("author").await;
}

/// A script that looks at the stage.
async fn on_stage(script: &str) {
    on_stage_with(script, "").await;
}

/// The same for some of its pages.
async fn on_stage_with(script: &str, pages: &str) {
    let world = with_letters(House::Sqlite).await;
    let stage = stage::set(&world).await;
    let letters = format!("{}/dev/mail", world.url());
    let words = [("BASE_URL", world.url()), ("MAIL_URL", &letters), ("STAGE", &stage), ("PAGES", pages)];
    run_node(script, &words).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn budget() {
    on_stage("budget").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keyboard() {
    on_stage("keyboard").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn contrast() {
    on_stage("contrast").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trees() {
    on_stage("trees").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scripts() {
    on_stage("scripts").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lighthouse() {
    on_stage_with("lighthouse", "heavy").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lighthouse_of_other_pages() {
    on_stage_with("lighthouse", "other").await;
}

/// What the Government responded to real petitions, and why it refused some.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn petitions() {
    let world = World::start(House::Sqlite).await;
    let moderator = petitions::set(&world).await;
    run_node("petitions", &[("BASE_URL", world.url()), ("MODERATOR", &moderator)]).await;
}

/// A moderator's desk: a backlog cleared by keys alone, and the same without scripts.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn desk() {
    let world = with_letters(House::Sqlite).await;
    let backlog = backlog::fill(&world).await;
    run_node("desk", &[("BASE_URL", world.url()), ("BACKLOG", &backlog)]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn explorer() {
    let world = World::start(House::Sqlite).await;
    run_story("explorer", &world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_thread() {
    let world = World::start(House::Sqlite).await;
    post_thread(&world).await;
    run_story("long-thread", &world).await;
}

/// Idea 1, and under it threads in which every comment answers the one before it, until they are deep enough.
async fn post_thread(world: &World) {
    let site = world.site();
    let email = Email::parse("ana@example.org").unwrap();
    let name = DisplayName::parse("Ana Ruiz").unwrap();
    let person = site.people.add_person(email, Roles::default(), Some(name)).await.unwrap();
    let ana = Viewer::Person { id: person.id, roles: person.roles };
    let standing = Slug::parse(Campaign::STANDING).unwrap();
    let text = IdeaText::parse("Plant trees on the market square", "It is hot there in summer.", "en").unwrap();
    let Submission::Published(idea) = site.ideas.submit(&ana, &standing, text).await.unwrap() else {
        panic!("the standing campaign publishes straight away")
    };
    let mut above: Option<CommentId> = None;
    for n in 0..COMMENTS {
        let depth = n % (DEEP + 1);
        let parent = above.filter(|_| depth > 0);
        let address = "https://example.org/a/long/address/without/any/place/to/break/it";
        let body = format!("This is comment {n}, {depth} deep. It is hot there, and shade would help: {address}");
        let text = CommentText::parse(&body, Some("FOR")).unwrap();
        above = Some(site.comments.post(&ana, idea.id, parent, text).await.unwrap().id);
    }
}
