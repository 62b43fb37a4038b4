//! Who is let in, and what every answer wears.

use super::world::{World, status};

const EVERYWHERE: [&str; 6] = [
    "content-security-policy: default-src 'none'; script-src 'self'",
    "x-content-type-options: nosniff",
    "referrer-policy: same-origin",
    "cross-origin-opener-policy: same-origin",
    "cross-origin-resource-policy: same-origin",
    "cache-control: ",
];

#[tokio::test]
async fn every_status_wears_the_security_headers() {
    let world = World::open(|config| {
        config.server.body_seconds = 1;
        config.server.request_seconds = 1;
    })
    .await;
    let long = "Content-Length: 999999";
    let foreign = "Sec-Fetch-Site: cross-site";
    let rows: [(&str, &[&str], &str, u16); 12] = [
        ("GET /health/live", &[], "", 200),
        ("GET /health/ready", &[], "", 200),
        ("GET /nowhere", &[], "", 404),
        ("GET /assets/../Cargo.toml", &[], "", 404),
        ("POST /health/live", &[], "", 405),
        ("POST /probe/form", &[long], "x", 413),
        ("POST /probe/form", &["Content-Length: 10"], "x", 408),
        ("POST /probe/form", &["Content-Encoding: gzip"], "x", 415),
        ("POST /probe/form", &[foreign], "word=x", 403),
        ("GET /", &["Host: evil.example"], "", 421),
        ("GET /probe/panic", &[], "", 500),
        ("GET /probe/slow", &[], "", 503),
    ];
    for (first, headers, body, expected) in rows {
        let answer = world.ask(first, headers, body).await;
        assert_eq!(status(&answer), expected, "{first}: {answer}");
        let head = answer.split("\r\n\r\n").next().unwrap().to_lowercase();
        for line in EVERYWHERE {
            assert!(head.contains(line), "{first} lacks {line}: {head}");
        }
        assert!(!head.contains("strict-transport-security"), "no promise of https over http");
    }
}

#[tokio::test]
async fn no_cause_shows_in_any_answer() {
    let world = World::open(|_| {}).await;
    for path in ["/probe/panic", "/probe/library"] {
        for accept in ["Accept: text/html", "Accept: application/json"] {
            let answer = world.ask(&format!("GET {path}"), &[accept], "").await;
            assert!(status(&answer) >= 400);
            assert!(!answer.contains("hunter2") && !answer.contains("serde") && !answer.contains(".rs"), "{answer}");
        }
    }
    let page = world.ask("GET /probe/panic", &["Accept: text/html"], "").await;
    assert!(page.contains(">Something went wrong on our side</h1>") && page.contains("quote the number"), "{page}");
    let json = world.ask("GET /probe/panic", &["Accept: application/json"], "").await;
    assert!(json.contains(r#""code":"INTERNAL""#) && json.contains("incident"), "{json}");
    assert_eq!(status(&world.get("/health/live").await), 200, "a panic ends one request only");
}

#[tokio::test]
async fn a_form_needs_the_token_of_its_browser() {
    let world = World::open(|_| {}).await;
    let form = world.get("/probe/form").await;
    let mark = form.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap().split(';').next().unwrap();
    let token = form.rsplit("\r\n\r\n").next().unwrap().to_owned();
    assert!(mark.starts_with("browser=") && token.len() > 40, "{form}");

    let ours = format!("Origin: http://{}", world.host);
    let cookie = format!("Cookie: {mark}");
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let post = async |headers: &[&str], body: &str| {
        let mut all = vec![kind];
        all.extend_from_slice(headers);
        status(&world.ask("POST /probe/form", &all, body).await)
    };
    assert_eq!(post(&[&ours, &cookie], &format!("word=x&csrf={token}")).await, 200);
    assert_eq!(post(&[&ours, &cookie], &format!("word=x&csrf={}", token.to_lowercase())).await, 403);
    assert_eq!(post(&[&ours, &cookie], "word=x").await, 200, "drawn for anybody, sent from our own page");
    assert_eq!(post(&[&cookie], &format!("word=x&csrf={token}")).await, 403, "a cookie and no origin");
    assert_eq!(post(&[], "word=x").await, 200, "no power to borrow");
    assert_eq!(post(&["Origin: null"], "word=x").await, 403);
    assert_eq!(post(&[&ours], "word=x&word=y").await, 400, "a field twice");
    assert_eq!(post(&[&ours], "").await, 400);
}

#[tokio::test]
async fn a_token_is_its_person_and_cookies_beside_it_count_for_nothing() {
    let world = World::open(|_| {}).await;
    let token = world.token().await.reveal();
    let mine = async |headers: &[&str]| world.ask("GET /probe/mine", headers, "").await;
    assert_eq!(status(&mine(&[&format!("Authorization: Bearer {token}")]).await), 200);
    assert_eq!(status(&mine(&[&format!("Authorization: bearer {token}"), "Cookie: session=x"]).await), 200);
    assert_eq!(status(&mine(&["Authorization: Bearer nonsense"]).await), 401);
    assert_eq!(status(&mine(&[&format!("Authorization: Basic {token}")]).await), 401);
    assert_eq!(status(&mine(&[&format!("Cookie: session={token}")]).await), 401, "a token is no session");
    assert_eq!(status(&mine(&[]).await), 401);
}

#[tokio::test]
async fn anonymous_pages_set_no_cookie_and_text_is_packed() {
    let world = World::open(|_| {}).await;
    let answer = world.ask("GET /probe/large", &["Accept-Encoding: gzip"], "").await;
    assert!(answer.contains("content-encoding: gzip"), "{answer}");
    assert!(!answer.contains("set-cookie"));
}

#[tokio::test]
async fn metrics_are_for_this_machine_only() {
    let world = World::open(|_| {}).await;
    assert_eq!(status(&world.get("/health/live").await), 200);
    let answer = world.get("/metrics").await;
    assert!(answer.contains("folkmoot_http_requests_total{"), "{answer}");
    assert_eq!(status(&world.ask("GET /metrics", &["X-Forwarded-For: 127.0.0.1"], "").await), 404);

    // A proxy on this machine that adds no header looks like a program on this machine.
    let behind = World::open(|config| config.server.proxies = 1).await;
    assert_eq!(status(&behind.get("/metrics").await), 404);

    let guarded = World::open(|config| config.secrets.metrics_token = "open sesame".into()).await;
    assert_eq!(status(&guarded.get("/metrics").await), 404);
    assert_eq!(status(&guarded.ask("GET /metrics", &["Authorization: Bearer open sesame"], "").await), 200);
}

#[tokio::test]
async fn what_is_made_for_somebody_known_is_kept_by_no_cache() {
    let world = World::open(|_| {}).await;
    let token = format!("Authorization: Bearer {}", world.token().await.reveal());
    for path in ["/probe/mine", "/", "/me"] {
        let answer = world.ask(&format!("GET {path}"), &[&token], "").await;
        assert!(answer.contains("cache-control: no-store"), "{path}: {answer}");
    }
    for path in ["/", "/sign-in"] {
        let answer = world.get(path).await;
        assert!(answer.contains("cache-control: private, no-cache"), "{path}: {answer}");
    }
}

#[tokio::test]
async fn a_token_can_not_make_tokens_end_sessions_or_take_names() {
    let world = World::open(|_| {}).await;
    let token = format!("Authorization: Bearer {}", world.token().await.reveal());
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let id = "0".repeat(32);
    for (path, body) in [
        ("/me/tokens".to_owned(), "token_name=Another"),
        (format!("/me/tokens/{id}/revoke"), "x="),
        (format!("/me/sessions/{id}/end"), "x="),
        ("/me/name".to_owned(), "name=Somebody"),
        ("/welcome".to_owned(), "name=Somebody&next="),
    ] {
        let answer = world.ask(&format!("POST {path}"), &[&token, kind], body).await;
        assert_eq!(status(&answer), 403, "{path}: {answer}");
        assert_eq!(status(&world.ask(&format!("POST {path}"), &[kind], body).await), 401, "{path}, by nobody");
    }
}

#[tokio::test]
async fn letters_are_shown_by_a_throwaway_site_only() {
    let world = World::open(|_| {}).await;
    assert_eq!(status(&world.get("/dev/mail").await), 404);
    let throwaway = World::open(|config| config.dev = true).await;
    assert_eq!(status(&throwaway.get("/dev/mail").await), 200);
}
