//! Letters as they arrive: at a real mail server, once, in order, in two parts, with the link that stops them; and what whoever
//! runs the site does when they don't.

mod killed;

use std::collections::HashSet;
use std::time::Duration;

use folkmoot::Site;
use folkmoot_common::{Id as _, IdeaId, Language, MailingId, Timestamp, Viewer};
use folkmoot_replies::{Announcement, LetterWords, NewsKind};
use folkmoot_tests::smtp::{Received, Sink};
use folkmoot_tests::world::{Actor, House, World};
use sea_orm::sea_query::{Expr, Query, SimpleExpr};
use sea_orm::{ConnectionTrait as _, Database};
use serde_json::{Value, json};
use uuid::Uuid;

const PATIENCE: Duration = Duration::from_secs(30);

/// In how big a crowd everybody is told. Fifty thousand are the same, and take as many times longer.
const CROWD: u128 = 1_000;

/// A house whose letters go to the sink.
async fn house(house: House) -> (World, Sink) {
    let sink = Sink::open().await;
    let world = World::start_with(house, |config| config.mail.smtp_url = sink.url().into()).await;
    (world, sink)
}

async fn idea(ana: &Actor, title: &str) -> (i64, String) {
    let page = ana.post_idea(title, "To rest.").await;
    (page.idea_number(), page.path().to_owned())
}

/// News of an idea, as a reply of the council is.
async fn announce(world: &World, number: i64, subject: &str) {
    announce_at(world.site(), world.url(), number, subject).await;
}

async fn announce_at(site: &Site, url: &str, number: i64, subject: &str) {
    let found = site.ideas.find_number(&Viewer::Nobody, number).await.unwrap().unwrap();
    let said = |whose: &str| {
        let text = format!("Something <happened>.\n\nRead it: {url}/ideas/{number}\n");
        vec![(Language::english(), LetterWords { subject: format!("{subject} {whose}"), text })]
    };
    let at: Timestamp = site.sources.now();
    let (author, followers, idea): (_, _, IdeaId) = (said("to you"), said("to all"), found.id);
    let id: MailingId = site.sources.mint(at);
    let news = Announcement { id, idea, kind: NewsKind::Replied, author, followers, at };
    site.telling.announce(&news).await.unwrap();
}

/// The link that stops a letter.
fn stop_of(letter: &Received) -> String {
    let link = letter.header("List-Unsubscribe").unwrap_or_else(|| panic!("no way to stop: {}", letter.text));
    link.trim_matches(['<', '>']).to_owned()
}

async fn letters_arrive_once_and_stop_when_asked(kind: House) {
    let (world, sink) = house(kind).await;
    let (ana, ben, cleo) = (world.citizen("Ana").await, world.citizen("Ben").await, world.citizen("Cleo").await);
    let (number, path) = idea(&ana, "A bench at the harbour").await;
    ben.press(number, "Support").await;
    the_page_says_why(&world, [&ana, &ben, &cleo], &path).await;

    announce(&world, number, "First").await;
    announce(&world, number, "Second").await;
    let link = two_parts_came(&sink).await;
    a_mail_program_stops_it(&cleo, &path, &link).await;
    let letters = sink.wait_for(3, "Second", PATIENCE).await;
    a_person_stops_everything(&world, &ben, &letters).await;

    announce(&world, number, "Third").await;
    sink.wait_for(1, "Third to you", PATIENCE).await;
    once_and_in_order(&sink.letters(), &["First", "Second", "Third"]);
    assert_eq!(sink.letters().iter().filter(|letter| letter.text.contains("Third to all")).count(), 0);
}

/// Somebody follows it by a button; author and supporter are told anyway, and the page says why.
async fn the_page_says_why(world: &World, [ana, ben, cleo]: [&Actor; 3], path: &str) {
    let asked = cleo.open(path).await;
    assert!(asked.says("You hear nothing of this idea by email."), "{}", asked.words());
    let told = asked.form("Tell me what happens with this idea").send().await;
    assert!(told.says("We tell you what happens with this idea.") && told.has_button("Stop telling me"));
    assert!(ben.open(path).await.says("because you support it"));
    assert!(ana.open(path).await.says("because you posted it"));
    assert!(!world.visitor().open(path).await.has_button("Stop telling me"));
}

fn the_one_to<'a>(letters: &'a [Received], to: &str) -> &'a Received {
    letters.iter().find(|letter| letter.to == to).unwrap_or_else(|| panic!("none to {to}"))
}

/// Author and follower read what is meant for them; gives the link in the follower's.
async fn two_parts_came(sink: &Sink) -> String {
    let letters = sink.wait_for(3, "Second", PATIENCE).await;
    assert_eq!(letters.len(), 3);
    assert_eq!(the_one_to(&letters, "ana@example.org").header("Subject"), Some("Second to you"));
    let letter = the_one_to(&letters, "cleo@example.org");
    assert_eq!(letter.header("Subject"), Some("Second to all"));
    for part in
        ["multipart/alternative", "text/plain", "text/html", "Something <happened>.", "Something &lt;happened&gt;."]
    {
        assert!(letter.text.contains(part), "no {part} in {}", letter.text);
    }
    assert!(letter.text.contains("because you follow this idea"), "{}", letter.text);
    assert_eq!(letter.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));

    stop_of(letter)
}

async fn a_mail_program_stops_it(cleo: &Actor, path: &str, link: &str) {
    // Opening the link changes nothing: mail scanners do.
    let scanner = reqwest::Client::builder().no_proxy().build().unwrap();
    let opened = scanner.get(link).send().await.unwrap();
    assert!(opened.status().is_success() && opened.text().await.unwrap().contains("A bench at the harbour"));
    assert!(cleo.open(path).await.has_button("Stop telling me"));
    // A mail program posts from anywhere, without cookies, as RFC 8058 has it.
    let posted = scanner.post(link).header("origin", "https://mail.example").header("sec-fetch-site", "cross-site");
    let stopped = posted.form(&[("List-Unsubscribe", "One-Click")]).send().await.unwrap();
    assert!(stopped.status().is_success(), "{}", stopped.status());
    assert!(cleo.open(path).await.has_button("Tell me what happens with this idea"));
}

async fn a_person_stops_everything(world: &World, ben: &Actor, letters: &[Received]) {
    let page = world.visitor().open(&path_of(&stop_of(the_one_to(letters, "ben@example.org")))).await;
    let done = page.form("Stop all letters about ideas").send().await;
    assert!(done.says("You get no more letters about ideas."), "{}", done.words());
    assert!(ben.open("/me/account").await.every_attr("input[name=notices][checked]", "value") == ["never"]);
}

fn path_of(link: &str) -> String {
    url::Url::parse(link).unwrap().path().to_owned()
}

/// To each address every letter once, one piece of news after the other.
fn once_and_in_order(letters: &[Received], news: &[&str]) {
    let ids: HashSet<&str> = letters.iter().filter_map(|letter| letter.header("Message-ID")).collect();
    assert_eq!(ids.len(), letters.len(), "no letter twice");
    let everybody: HashSet<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    for to in everybody {
        let mine = letters.iter().filter(|letter| letter.to == to).filter_map(|letter| letter.header("Subject"));
        let order: Vec<usize> = mine.filter_map(|said| news.iter().position(|one| said.starts_with(one))).collect();
        assert!(order.windows(2).all(|two| two[0] < two[1]), "{to}: {order:?}");
    }
}

/// So many people who follow the idea.
async fn gather(database: &str, idea: IdeaId, count: u128) {
    let raw = Database::connect(database).await.unwrap();
    let people: Vec<Uuid> = (1..=count).map(|n| Uuid::from_u128(n << 64)).collect();
    for some in people.chunks(500) {
        let mut persons = Query::insert();
        persons.into_table("person").columns(["id", "email", "created_at"]);
        let mut follows = Query::insert();
        follows.into_table("follow").columns(["idea_id", "person_id", "follows", "at"]);
        for person in some {
            let address = format!("crowd-{}@example.org", person.as_u128() >> 64);
            let row: [SimpleExpr; 3] = [Expr::val(*person), Expr::val(address), Expr::val(1_i64)];
            persons.values_panic(row);
            let row: [SimpleExpr; 4] = [Expr::val(idea.uuid()), Expr::val(*person), Expr::val(true), Expr::val(1_i64)];
            follows.values_panic(row);
        }
        raw.execute(&persons).await.unwrap();
        raw.execute(&follows).await.unwrap();
    }
}

async fn a_crowd_is_told_page_by_page(kind: House) {
    let (world, sink) = house(kind).await;
    let ana = world.citizen("Ana").await;
    let (number, path) = idea(&ana, "A bench at the harbour").await;
    let id = world.site().ideas.find_number(&Viewer::Nobody, number).await.unwrap().unwrap().id;
    gather(world.database_url(), id, CROWD).await;
    announce(&world, number, "First").await;
    // Meanwhile the site answers, and somebody who signs in waits behind nobody.
    assert!(world.visitor().open(&path).await.status.is_success());
    let everybody = usize::try_from(CROWD).unwrap();
    let told = |news: &str| sink.letters().iter().filter(|letter| letter.text.contains(news)).count();
    world.citizen("Ben").await;
    sink.wait_for(2, "Sign in", PATIENCE).await;
    assert!(told("First to all") < everybody, "a letter that lets somebody in waited for the whole crowd");
    announce(&world, number, "Second").await;
    let since = std::time::Instant::now();
    loop {
        let waiting = world.site().outbox.waiting().await.unwrap();
        assert!(waiting < 1_600, "{waiting} letters wait: no more than leave");
        if told("Second to all") == everybody {
            break;
        }
        assert!(since.elapsed() < PATIENCE * 4, "{} of {everybody} were told", told("Second to all"));
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    assert_eq!(told("First to all"), everybody);
    once_and_in_order(&sink.letters(), &["First", "Second"]);
}

async fn what_could_not_be_sent_is_sent_again(kind: House) {
    let (world, sink) = house(kind).await;
    let ana = world.citizen("Ana").await;
    let (number, _path) = idea(&ana, "A bench at the harbour").await;
    sink.wait_for(1, "Sign in", PATIENCE).await;
    sink.refuse("ana@example.org", true);
    announce(&world, number, "First").await;
    let since = std::time::Instant::now();
    while world.site().outbox.dead(10).await.unwrap().is_empty() {
        world.clock.advance(Duration::from_secs(2 * 60 * 60));
        tokio::time::sleep(Duration::from_millis(1_200)).await;
        assert!(since.elapsed() < PATIENCE, "it is never given up");
    }
    let kim = world.with_role("Kim", folkmoot_common::Role::Admin).await;
    let page = kim.open("/admin/mail").await;
    assert!(
        page.says("First to you")
            && page.says("To ana@example.org")
            && page.says("nobody of this name")
            && page.says("6 tries"),
        "{}",
        page.words()
    );
    assert_eq!(ana.peek("/admin/mail").await.status.as_u16(), 403);

    sink.refuse("ana@example.org", false);
    let done = page.form("Send all of them again").send().await;
    assert!(done.says("The letters are on their way again.") && done.says("There are none."), "{}", done.words());
    assert_eq!(sink.wait_for(1, "First", PATIENCE).await.len(), 1);
    a_test_letter_says_what_is_wrong(&kim, &sink).await;
}

async fn a_test_letter_says_what_is_wrong(kim: &Actor, sink: &Sink) {
    let tested = kim.open("/admin/mail").await.form("Send a test letter").send().await;
    assert!(tested.says("Fine It took the letter"), "{}", tested.words());
    let letter = sink.wait_for(1, "A test letter", PATIENCE).await;
    assert_eq!(letter[0].to, "kim@example.org");
    let by_api = tried_by_api(kim).await;
    assert_eq!((&by_api["outcome"], &by_api["steps"][7]["outcome"]), (&json!("SENT"), &json!("WELL")), "{by_api}");
    assert_eq!(sink.wait_for(2, "A test letter", PATIENCE).await[1].to, "kim@example.org");

    sink.refuse("kim@example.org", true);
    let tested = kim.open("/admin/mail").await.form("Send a test letter").send().await;
    assert!(tested.says("Failed It took the letter") && tested.says("nobody of this name"), "{}", tested.words());
    let by_api = tried_by_api(kim).await;
    let last = &by_api["steps"][7];
    assert_eq!(
        (&by_api["outcome"], &last["stage"], &last["outcome"]),
        (&json!("NOT_SENT"), &json!("SENT"), &json!("WRONG"))
    );
    assert!(last["said"].as_str().is_some_and(|said| said.contains("nobody of this name")), "{by_api}");
    assert!(last["advice"].as_str().is_some_and(|advice| advice.contains("refused the letter")), "{by_api}");
}

/// The same test by the API: which steps a letter took.
async fn tried_by_api(kim: &Actor) -> Value {
    let act = "mutation { sendTestLetter(input: {}) { outcome steps { stage outcome said advice } } }";
    let answer = kim.graphql(act, json!({})).await;
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"]["sendTestLetter"].clone()
}

/// Each story in two houses.
macro_rules! in_houses {
    ($($story:ident: $($name:ident $house:ident),+;)+) => {$(
        mod $story {
            use super::*;
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    Box::pin(super::$story(House::$house)).await;
                }
            )+
        }
    )+};
}

in_houses! {
    letters_arrive_once_and_stop_when_asked: sqlite Sqlite, postgres Postgres, two_nodes PostgresRedisTwoNodes;
    a_crowd_is_told_page_by_page: sqlite Sqlite, postgres Postgres;
    what_could_not_be_sent_is_sent_again: sqlite Sqlite, postgres Postgres;
}
