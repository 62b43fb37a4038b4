//! `/graphql` by HTTP: only a POST of JSON runs anything, whatever else a foreign page could send.

use super::world::{World, status};

const JSON: &str = "Content-Type: application/json";
const QUERY: &str = r#"{"query":"{ campaigns { nodes { slug } } }"}"#;

#[tokio::test]
async fn only_json_by_post_runs_anything() {
    let world = World::open(|_| {}).await;
    let large = format!(r#"{{"query":"{}"}}"#, "x".repeat(700_000));
    let rows: [(&str, &[&str], &str, u16); 17] = [
        ("POST /graphql", &[JSON], QUERY, 200),
        ("POST /graphql", &["Content-Type: application/json; charset=utf-8"], QUERY, 200),
        ("POST /graphql", &["Content-Type: text/plain"], QUERY, 415),
        ("POST /graphql", &["Content-Type: application/x-www-form-urlencoded"], "query={viewer{id}}", 415),
        ("POST /graphql", &["Content-Type: multipart/form-data; boundary=x"], "--x--", 415),
        ("POST /graphql", &[], QUERY, 415),
        ("POST /graphql", &[JSON, "Content-Type: text/plain"], QUERY, 415),
        ("POST /graphql", &[JSON, "Content-Encoding: gzip"], QUERY, 415),
        ("POST /graphql", &[JSON, "Accept: text/csv"], QUERY, 406),
        ("POST /graphql", &[JSON], "[]", 400),
        ("POST /graphql", &[JSON], "{", 400),
        ("POST /graphql", &[JSON], &large, 413),
        ("POST /graphql", &[JSON, "Sec-Fetch-Site: cross-site"], QUERY, 403),
        ("POST /graphql", &[JSON, "Origin: https://evil.example"], QUERY, 403),
        ("POST /graphql", &[JSON, "Authorization: Bearer nobody"], QUERY, 401),
        ("GET /graphql?query=%7Bviewer%7Bid%7D%7D", &["Accept: application/json"], "", 405),
        ("GET /graphql", &["Accept: text/html"], "", 200),
    ];
    for (first, headers, body, expected) in rows {
        let answer = world.ask(first, headers, body).await;
        assert_eq!(status(&answer), expected, "{first} {headers:?}: {answer}");
    }
}

#[tokio::test]
async fn errors_of_the_document_are_400_for_who_reads_the_newer_label() {
    let world = World::open(|_| {}).await;
    let wrong = r#"{"query":"{ nothing }"}"#;
    let newer = world.ask("POST /graphql", &[JSON, "Accept: application/graphql-response+json"], wrong).await;
    assert_eq!(status(&newer), 400);
    assert!(newer.contains("content-type: application/graphql-response+json"), "{newer}");
    assert!(newer.contains("INVALID_INPUT") && !newer.contains("\"data\""), "{newer}");
    let older = world.ask("POST /graphql", &[JSON, "Accept: application/json"], wrong).await;
    assert_eq!(status(&older), 200);
}

/// A document that was asked before is judged and answered anew.
#[tokio::test]
async fn the_same_words_again_are_judged_again() {
    let world = World::open(|_| {}).await;
    let token = format!("Authorization: Bearer {}", world.token().await.reveal());
    let whose = r#"{"query":"{ viewer { id } }"}"#;
    let known = world.ask("POST /graphql", &[JSON, &token], whose).await;
    let nobody = world.ask("POST /graphql", &[JSON], whose).await;
    assert_eq!(world.ask("POST /graphql", &[JSON, &token], whose).await.lines().last(), known.lines().last());
    assert_ne!(nobody.lines().last(), known.lines().last());

    let two = |name: &str| {
        format!(r#"{{"query":"query A {{ a: __typename }} query B {{ b: __typename }}","operationName":"{name}"}}"#)
    };
    for (name, says) in [("A", r#"{"data":{"a":"Query"}}"#), ("B", r#"{"data":{"b":"Query"}}"#)] {
        assert!(world.ask("POST /graphql", &[JSON], &two(name)).await.ends_with(says));
    }

    let dear =
        format!(r#"{{"query":"{{ {} }}"}}"#, "ideas(first: 100) { nodes { comments(first: 100) { nodes { id } } } } ");
    for _ in 0..2 {
        let refused = world.ask("POST /graphql", &[JSON], &dear).await;
        assert!(refused.contains("This query costs"), "{refused}");
    }
}

#[tokio::test]
async fn a_vote_by_token_is_counted() {
    let world = World::open(|_| {}).await;
    let (token, idea) = (world.token().await.reveal(), world.idea().await);
    let find = format!(r#"{{"query":"{{ idea(number: {}) {{ id }} }}"}}"#, idea.number);
    let answer = world.ask("POST /graphql", &[JSON], &find).await;
    let id = answer.split(r#""id":""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let vote = format!(
        r#"{{"query":"mutation V($i: CastVoteInput!) {{ castVote(input: $i) {{ outcome tally {{ support }} }} }}","variables":{{"i":{{"ideaId":"{id}","choice":"SUPPORT"}}}}}}"#
    );
    let counted = world.ask("POST /graphql", &[JSON, &format!("Authorization: Bearer {token}")], &vote).await;
    assert!(counted.ends_with(r#"{"data":{"castVote":{"outcome":"COUNTED","tally":{"support":1}}}}"#), "{counted}");
    let nobody = world.ask("POST /graphql", &[JSON], &vote).await;
    assert!(nobody.contains("UNAUTHENTICATED"), "{nobody}");
}

#[tokio::test]
async fn a_socket_is_opened_for_our_own_origin_and_protocol_only() {
    let world = World::open(|_| {}).await;
    let upgrade = [
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ];
    let with = |more: &[&'static str]| upgrade.iter().chain(more).copied().collect::<Vec<_>>();
    let ours = "Sec-WebSocket-Protocol: graphql-transport-ws";
    for (headers, expected) in [
        (with(&["Sec-WebSocket-Protocol: graphql-ws"]), 400),
        (with(&[]), 400),
        (with(&[ours, "Origin: https://evil.example"]), 403),
        (vec![ours], 400),
    ] {
        let answer = world.ask("GET /graphql/ws", &headers, "").await;
        assert_eq!(status(&answer), expected, "{headers:?}: {answer}");
    }
}
