//! Who posts too often waits: by address, by person, and for letters.

use super::world::{World, status};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
const JSON: &str = "Content-Type: application/json";
const QUERY: &str = r#"{"query":"{ __typename }"}"#;
/// Never answered from memory.
const ACT: &str = r#"{"query":"mutation { __typename }"}"#;

#[tokio::test]
async fn an_address_posts_so_often_and_then_waits() {
    let world = World::open(|config| {
        config.server.proxies = 1;
        config.limits.posts_per_minute = 6;
    })
    .await;
    let from = |address: &str| format!("X-Forwarded-For: {address}");
    let post = async |address: &str| world.ask("POST /graphql", &[JSON, &from(address)], ACT).await;
    for _ in 0..3 {
        assert_eq!(status(&post("192.0.2.1").await), 200);
    }
    let late = post("192.0.2.1").await;
    assert_eq!(status(&late), 429, "{late}");
    assert!(late.contains("retry-after: ") && late.contains("RATE_LIMITED"), "{late}");
    assert_eq!(status(&post("192.0.2.2").await), 200, "another address");
    let page = world.ask("POST /probe/form", &[FORM, "Accept: text/html", &from("192.0.2.1")], "word=x").await;
    assert!(status(&page) == 429 && page.contains(">That was a lot at once</h1>"), "{page}");
    assert_eq!(status(&world.ask("GET /ideas", &[&from("192.0.2.1")], "").await), 200, "reading is never counted");

    let read = async |address: &str| status(&world.ask("POST /graphql", &[JSON, &from(address)], QUERY).await);
    assert_eq!(read("192.0.2.1").await, 429, "a new question costs something");
    assert_eq!((read("192.0.2.2").await, read("192.0.2.1").await), (200, 200), "one that was answered costs nothing");

    for (house, expected) in [("1", 200), ("2", 200), ("3", 200), ("4", 429)] {
        assert_eq!(status(&post(&format!("2001:db8:0:1::{house}")).await), expected, "one household, {house}");
    }
}

#[tokio::test]
async fn a_person_is_counted_wherever_they_are() {
    let world = World::open(|config| {
        config.limits.posts_per_minute = 2;
        config.limits.signed_in_posts_per_minute = 8;
    })
    .await;
    let name = folkmoot_people::DisplayName::parse("Voter").unwrap();
    let tokens = world.site.people.issue_tokens(2, &name).await.unwrap();
    let post = async |token: &str| {
        let token = format!("Authorization: Bearer {token}");
        status(&world.ask("POST /graphql", &[JSON, &token], QUERY).await)
    };
    for token in &tokens {
        for _ in 0..4 {
            assert_eq!(post(&token.reveal()).await, 200, "one address, many people");
        }
        assert_eq!(post(&token.reveal()).await, 429);
    }
    // A token that is no token is its address's.
    let made_up = "A".repeat(43);
    assert_eq!((post(&made_up).await, post(&made_up).await), (401, 429));
}

#[tokio::test]
async fn looking_at_what_one_writes_costs_no_post_and_posts_nothing() {
    let world = World::open(|config| {
        config.limits.posts_per_minute = 2;
        config.limits.looks_per_minute = 20;
    })
    .await;
    let typed = "campaign=anything-else&title=A+bench+at+the+stop&body=Call+me+on+020+7946+0000&language=en&then=post";
    let look = async |part: &str| world.ask("POST /ideas/new/part", &[FORM], &format!("{typed}&part={part}")).await;
    for part in ["hints", "hints", "preview", "hints", "", "hints", "preview", "hints", "hints"] {
        assert_eq!(status(&look(part).await), 200, "{part}");
    }
    assert!(look("hints").await.contains("fm-hints"), "the hints come without the rest of the page");
    assert_eq!(status(&look("hints").await), 429, "it has its own measure");
    let posted = world.ask("POST /ideas/new", &[FORM], typed).await;
    assert_eq!(status(&posted), 303, "the first post is free: {posted}");
    let idea = world.ask("GET /ideas/1", &[], "").await;
    assert_eq!(status(&idea), 404, "a visitor's waits for them, and looking posted none: {idea}");
}

#[tokio::test]
async fn letters_are_asked_for_more_seldom() {
    let world = World::open(|config| {
        config.limits.posts_per_minute = 60;
        config.limits.sign_ins_per_minute = 2;
    })
    .await;
    let ask = async |path: &str| {
        status(&world.ask(&format!("POST {path}"), &[FORM], "email=ada@example.org&next=&for=").await)
    };
    assert_eq!(ask("/sign-in").await, 200);
    assert_eq!(ask("/cy/sign-in").await, 429, "the same in another language");
    assert_eq!(ask("/probe/form").await, 400, "other forms are not that rare");
}
