//! What every answer wears, whatever its status, and what cookies are made of.

use folkmoot_tests::world::{House, World};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method};

use crate::nets::{Cast, Who};

fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

fn assert_dressed(place: &str, headers: &HeaderMap) {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    let policy = said("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{place}: {policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval"), "{place}: {policy}");
    assert_eq!(said("x-content-type-options"), "nosniff", "{place}");
    assert_eq!(said("referrer-policy"), "same-origin", "{place}");
    assert_eq!(said("cross-origin-opener-policy"), "same-origin", "{place}");
    assert_eq!(said("cross-origin-resource-policy"), "same-origin", "{place}");
    assert!(said("permissions-policy").contains("camera=()"), "{place}");
    assert!(!said("cache-control").is_empty(), "{place} says nothing of caches");
    assert!(!headers.contains_key("server") && !headers.contains_key("x-powered-by"), "{place}: {headers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_status_wears_the_security_headers() {
    let world = World::start(House::Sqlite).await;
    let url = world.url();
    let long = "x".repeat(2_000_000);
    let cases = [
        (Method::GET, "/", "", "", 200),
        (Method::GET, "/me", "", "", 303),
        (Method::GET, "/nowhere", "", "", 404),
        (Method::GET, "/ideas/999999", "", "", 404),
        (Method::GET, "/live?ideas=x", "", "", 400),
        (Method::PUT, "/ideas", "", "", 405),
        (Method::DELETE, "/graphql", "", "", 405),
        (Method::GET, "/sign-out", "", "", 405),
        (Method::POST, "/sign-in", "application/x-www-form-urlencoded", long.as_str(), 413),
        (Method::POST, "/graphql", "application/json", long.as_str(), 413),
        (Method::POST, "/sign-in", "text/plain", "email=x", 415),
        (Method::POST, "/graphql", "text/plain", "{}", 415),
        (Method::POST, "/graphql", "application/json", "{", 400),
        (Method::POST, "/sign-in", "application/x-www-form-urlencoded", "email=x", 422),
    ];
    for (method, path, kind, body, status) in cases {
        let mut request = client().request(method.clone(), format!("{url}{path}")).body(body.to_owned());
        if !kind.is_empty() {
            request = request.header("content-type", kind);
        }
        let answer = request.header("accept", "text/html, application/json").send().await.unwrap();
        let place = format!("{method} {path}");
        assert_eq!(answer.status().as_u16(), status, "{place}");
        assert_dressed(&place, answer.headers());
    }
}

/// The explorer alone styles itself by script. Its policy stands here to the letter: whoever widens it changes this line.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_page_alone_may_style_itself() {
    let world = World::start(House::Sqlite).await;
    let policy = async |path: &str| {
        let asked = client().get(format!("{}{path}", world.url())).header("accept", "text/html");
        let answer = asked.send().await.unwrap();
        assert!(
            !answer.status().is_client_error() && !answer.status().is_server_error(),
            "{path}: {}",
            answer.status()
        );
        answer.headers()["content-security-policy"].to_str().unwrap().to_owned()
    };
    assert_eq!(
        policy("/graphql").await,
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    );
    let routes = folkmoot::table().into_iter().filter(|route| route.method == Method::GET && !route.path.contains('{'));
    // Streams and probes never end or are no pages, nor are the styles of a look that an admin tries; /dev/ is only there in
    // a demonstration.
    let apart = ["/graphql", "/graphql/ws", "/live", "/live/tallies", "/metrics", "/admin/look/preview.css"];
    for route in routes.filter(|route| !apart.contains(&route.path) && !route.path.starts_with("/dev/")) {
        let policy = policy(route.path).await;
        assert!(policy.contains("style-src 'self';") && policy.contains("require-trusted-types-for"), "{}", route.path);
        assert!(!policy.contains("unsafe"), "{}: {policy}", route.path);
    }
}

/// A failure of ours: the table behind a page is gone. The page is calm, the words inside stay inside.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failure_of_ours_is_calm_and_says_nothing_of_the_inside() {
    use sea_orm::ConnectionTrait as _;
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let base = sea_orm::Database::connect(world.database_url()).await.unwrap();
    base.execute_unprepared("ALTER TABLE tally RENAME TO tally_away").await.unwrap();
    let author = cast.of(Who::Author);
    let query = serde_json::json!({ "query": "{ ideas { nodes { id } } }" });
    let page = client().get(format!("{}/ideas", world.url())).header("accept", "text/html").send().await.unwrap();
    let api = client().post(format!("{}/graphql", world.url())).json(&query).send().await.unwrap();
    assert_eq!(page.status().as_u16(), 500);
    for (place, answer) in [("GET /ideas", page), ("POST /graphql", api)] {
        assert_dressed(place, answer.headers());
        let body = answer.text().await.unwrap().to_lowercase();
        for word in ["sqlx", "sqlite", "postgres", "tally", "select", "no such table", "src/", "panicked"] {
            assert!(!body.contains(word), "{place} tells `{word}`: {body}");
        }
    }
    let vote = author.ask("{ ideas { nodes { id } } }", serde_json::json!({})).await;
    assert_eq!(vote["errors"][0]["extensions"]["code"], "INTERNAL", "{vote}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cookies_are_closed_to_scripts_and_other_sites() {
    let world = World::start(House::Sqlite).await;
    let answer = client().get(format!("{}/sign-in", world.url())).send().await.unwrap();
    let set: Vec<String> =
        answer.headers().get_all("set-cookie").iter().map(|value| value.to_str().unwrap().to_owned()).collect();
    assert_eq!(set.len(), 1, "{set:?}");
    for flag in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(set[0].contains(flag), "{set:?} lacks {flag}");
    }
    assert!(!set[0].contains("Domain"), "{set:?}");
    let value = set[0].split(['=', ';']).nth(1).unwrap();
    assert!(value.len() >= 43, "256 bits of chance don't fit into {value}");
}
