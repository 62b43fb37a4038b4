//! Forms: with a session, every POST of the table wants a token of its own and a page of ours behind it.

use folkmoot_tests::world::{Actor, House, World};
use reqwest::Method;
use sea_orm::ConnectionTrait as _;

use crate::nets::{Answer, Cast, Who, Workshop};

/// Every route that changes something, with things in its gaps.
async fn acts(world: &World, cast: &Cast) -> Vec<String> {
    let shop = Workshop::open(world, cast.of(Who::Author).viewer).await;
    let made = shop.comment(crate::nets::State::Published, crate::nets::State::Published).await;
    let session = shop.session().await;
    // Letters are stopped from anywhere, by whoever has the link in one: stories/mail.rs looks.
    let apart = ["/graphql", "/unsubscribe/{token}"];
    let posts = folkmoot::table().into_iter();
    let posts = posts.filter(|route| route.method == Method::POST && !apart.contains(&route.path));
    let filled = posts.map(|route| {
        route
            .path
            .replace("{number}", &made.number.to_string())
            .replace("{slug}", &made.slug)
            .replace("{comment}", &made.comment.to_string())
            .replace("{id}", &session.id)
            .replace("{decision}", &session.id)
            .replace("{person}", &session.id)
            .replace("{place}", "9")
            .replace("{at}", "anything-else")
            .replace("{receipt}", "2222-2222")
            .replace("{token}", &"A".repeat(43))
    });
    filled.collect()
}

async fn send(request: reqwest::RequestBuilder) -> Answer {
    Answer::read(request.send().await.expect("an answer")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_form_works_without_its_token_or_from_elsewhere() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let author = cast.of(Who::Author);
    let right = author.csrf.clone().unwrap();
    let others = cast.of(Who::Citizen).csrf.clone().unwrap();
    for path in acts(&world, &cast).await {
        let address = author.browser.address(&path);
        let form = |token: &str| {
            let fields = [("csrf", token), ("name", "Changed"), ("body", "Changed"), ("choice", "SUPPORT")];
            author.browser.request(Method::POST, &address).form(&fields)
        };
        for (token, what) in [("", "no token"), ("x", "a made-up token"), (others.as_str(), "another's token")] {
            let answer = send(form(token)).await;
            assert!((400..404).contains(&answer.status), "{path} with {what}: {}", answer.status);
            assert!(answer.body.contains("<h1"), "{path} with {what}: no page says what to do");
        }
        let elsewhere = |name: &str, value: &str| {
            let mut request = form(&right).build().unwrap();
            request.headers_mut().remove("sec-fetch-site");
            request.headers_mut().remove("origin");
            let name: reqwest::header::HeaderName = name.parse().unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
            author.browser.run(request)
        };
        for (name, value) in [
            ("origin", "https://elsewhere.example"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("x-nothing", "neither origin nor site"),
        ] {
            let answer = Answer::read(elsewhere(name, value).await).await;
            assert_eq!(answer.status, 403, "{path} from {value}: {}", answer.body);
        }
    }
    let still = author.get("/me").await;
    assert_eq!(still.status, 200, "the author was signed out by a form that should have been refused");
    assert!(!still.body.contains("Changed"), "the author was renamed by a form that should have been refused");
}

/// Somebody's words come back with whatever is in their way: too many forms in a minute, a database that can't answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_written_comes_back_with_the_refusal() {
    let world = World::start_with(House::Sqlite, |config| config.limits.signed_in_posts_per_minute = 8).await;
    let (title, body) = ("A bench & a <b>table</b>", "Because it would help.\n\nAnd soon.");
    let form = async |who: &Actor| {
        let form = who.open("/ideas/new").await.form("Post the idea");
        form.fill("campaign", "anything-else").fill("title", title).fill("body", body)
    };
    let ana = world.citizen("Ana").await;
    let posted = form(&ana).await;
    let mut answer = posted.clone().send().await;
    for _ in 0..8 {
        if answer.status.as_u16() == 429 {
            break;
        }
        answer = posted.clone().send().await;
    }
    assert_eq!((answer.status.as_u16(), answer.heading().as_str()), (429, "That was a lot at once"));
    assert_eq!(answer.every("main textarea"), [title, "Because it would help. And soon."]);

    let ben = world.citizen("Ben").await;
    let posted = form(&ben).await;
    let holder = sea_orm::Database::connect(world.database_url()).await.unwrap();
    holder.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    let answer = posted.send().await;
    holder.execute_unprepared("ROLLBACK").await.unwrap();
    assert_eq!((answer.status.as_u16(), answer.heading().as_str()), (503, "The site is busy"));
    assert_eq!(answer.every("main textarea"), [title, "Because it would help. And soon."]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forms_of_another_kind_are_refused() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let author = cast.of(Who::Author);
    for path in acts(&world, &cast).await {
        let address = author.browser.address(&path);
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", ""] {
            let mut request = author.browser.request(Method::POST, &address).body("{\"name\":\"Changed\"}");
            if !kind.is_empty() {
                request = request.header("content-type", kind);
            }
            let answer = send(request).await;
            assert!((400..=415).contains(&answer.status), "{path} as {kind}: {}", answer.status);
        }
        let wrong = send(author.browser.request(Method::DELETE, &address)).await;
        assert!(wrong.status == 405, "DELETE {path}: {}", wrong.status);
    }
}
