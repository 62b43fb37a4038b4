//! Bad input on every field and argument: a message by the field in plain words, and what was typed is kept. In the API
//! the same words in `userErrors`, and a code from the closed list for arguments of questions.

use folkmoot_tests::world::{House, World};
use serde_json::{Value, json};

use crate::attacks::{kept, message};
use crate::nets::{Cast, Player, State, Who, Workshop};

/// Words that no person should read.
const JARGON: [&str; 9] =
    ["invalid", "parse", "null", "string", "character(s)", "error code", "regex", "utf-8", "byte"];

fn assert_plain(place: &str, words: &str) {
    assert!(words.len() > 10 && words.ends_with('.'), "{place}: `{words}` is no sentence");
    for jargon in JARGON {
        assert!(!words.to_lowercase().contains(jargon), "{place}: `{words}` is no plain language");
    }
}

/// The form comes back: each of these fields says why, and every field keeps what was typed.
async fn assert_told(player: &Player, path: &str, fields: &[(&str, &str)], wrong: &[&str]) {
    let answer = player.post(path, fields).await;
    assert_eq!(answer.status, 422, "{path} with {fields:?}: {}", answer.body);
    for field in wrong {
        let words = message(&answer.body, field).unwrap_or_else(|| panic!("{path}: nothing said by `{field}`"));
        assert_plain(&format!("{path} {field}"), words.trim_start_matches("Error:").trim());
        assert!(answer.body.contains(&format!("href=\"#{field}")), "{path}: the summary doesn't lead to `{field}`");
    }
    let own = ["title", "body", "reason", "name", "token_name", "email", "details", "confirm", "rule", "words", "mend"];
    let shown = |field: &str| own.contains(&field);
    for (field, value) in fields.iter().filter(|(field, _)| shown(field)) {
        assert_eq!(kept(&answer.body, field).as_deref(), Some(*value), "{path}: {field} was not kept");
    }
    assert!(answer.body.contains("<title>Error"), "{path}: the page's title doesn't say that something is wrong");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_form_says_what_is_wrong_beside_the_field() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
    let author = cast.of(Who::Author);
    let made = shop.comment(State::Published, State::Published).await;
    let long_title = "A bench ".repeat(20).trim().to_owned();
    let long_body = "Because it would help. ".repeat(600).trim().to_owned();
    let campaign = ("campaign", "anything-else");
    let hidden = "Be\u{202e}nch";

    let new = "/ideas/new";
    assert_told(author, new, &[campaign, ("title", ""), ("body", "To rest.")], &["title"]).await;
    assert_told(author, new, &[campaign, ("title", "Abc"), ("body", "To rest.")], &["title"]).await;
    assert_told(author, new, &[campaign, ("title", &long_title), ("body", "To rest.")], &["title"]).await;
    assert_told(author, new, &[campaign, ("title", hidden), ("body", "")], &["title", "body"]).await;
    assert_told(author, new, &[campaign, ("title", "A good bench"), ("body", &long_body)], &["body"]).await;
    assert_told(author, new, &[("campaign", ""), ("title", "A good bench"), ("body", "To rest.")], &["campaign"]).await;
    assert_told(
        author,
        new,
        &[("campaign", "no-such"), ("title", "A good bench"), ("body", "To rest.")],
        &["campaign"],
    )
    .await;
    assert_told(author, new, &[("campaign", ""), ("title", ""), ("body", "")], &["campaign", "title", "body"]).await;

    let unknown = ("language", "Klingon");
    assert_told(author, new, &[campaign, ("title", "A good bench"), ("body", "To rest."), unknown], &["language"])
        .await;

    let idea = format!("/ideas/{}/{}", made.number, made.slug);
    let edit = format!("{idea}/edit");
    let sent = [("title", "A good bench"), ("body", "To sit."), unknown, ("seen", "1")];
    assert_told(author, &edit, &sent, &["language"]).await;
    assert_told(author, &edit, &[("title", ""), ("body", ""), ("seen", "1")], &["title", "body"]).await;
    assert_told(author, &edit, &[("title", "A good bench"), ("body", "To sit."), ("seen", "7")], &["body"]).await;
    for reason in ["", "x", long_body.as_str()] {
        assert_told(author, &format!("{idea}/withdraw"), &[("reason", reason)], &["reason"]).await;
    }

    let comments = format!("/ideas/{}/comments", made.number);
    for path in [
        format!("{comments}/new"),
        format!("{comments}/{}/reply", made.comment),
        format!("{comments}/{}/edit", made.comment),
    ] {
        for body in ["", "   ", long_body.as_str()] {
            assert_told(author, &path, &[("body", body), ("stance", "FOR"), ("seen", "1")], &["body"]).await;
        }
    }

    for (player, path) in
        [(author, format!("{idea}/report")), (cast.of(Who::Visitor), format!("{comments}/{}/report", made.comment))]
    {
        let (spam, other, faith) = (("ground", "SPAM"), ("ground", "SOMETHING_ELSE"), ("faith", "yes"));
        assert_told(player, &path, &[("ground", ""), ("details", ""), ("email", "")], &["ground", "faith"]).await;
        let sent = [other, ("details", ""), ("email", "a b@c.example"), faith];
        assert_told(player, &path, &sent, &["details", "email"]).await;
        assert_told(player, &path, &[spam, ("details", &long_body), ("email", ""), faith], &["details"]).await;
        assert_told(player, &path, &[spam, ("details", "It sells pills."), ("faith", "no")], &["faith"]).await;
    }
    assert_told(author, "/me/delete", &[("leave", ""), ("confirm", "")], &["leave", "confirm"]).await;
    assert_told(author, "/me/delete", &[("leave", "words"), ("confirm", "yes")], &["confirm"]).await;

    for name in ["", "x".repeat(200).as_str(), "Moderator", hidden] {
        assert_told(author, "/me/name", &[("name", name)], &["name"]).await;
        assert_told(author, "/welcome", &[("name", name), ("next", "/me")], &["name"]).await;
    }
    for name in ["", "x".repeat(200).as_str(), hidden] {
        assert_told(author, "/me/tokens", &[("token_name", name)], &["token_name"]).await;
    }
    let visitor = cast.of(Who::Visitor);
    for email in ["", "x", "a@", "@b.example", "a b@c.example", "a@b", "a@b@c.example"] {
        assert_told(visitor, "/sign-in", &[("email", email)], &["email"]).await;
    }
    for code in ["", "12345", "abcdef", "1234567"] {
        assert_told(visitor, "/sign-in/code", &[("code", code)], &["code"]).await;
    }
}

/// What an admin puts into the council's words: rules and reasons.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_admin_settles_says_what_is_wrong_beside_the_field() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let long_title = "A bench ".repeat(20).trim().to_owned();
    let long_body = "Because it would help. ".repeat(600).trim().to_owned();
    let admin = cast.of(Who::Admin);
    let long_words = "Be kind to one another. ".repeat(900).trim().to_owned();
    for words in ["", "   ", "be\u{7}ll", long_words.as_str()] {
        let sent = [("language", "en"), ("words", words), ("then", "publish")];
        assert_told(admin, "/moderation/rules", &sent, &["words"]).await;
    }
    let reason = "/moderation/reasons";
    let sent = [("language", "en"), ("title", ""), ("rule", long_title.as_str()), ("words", ""), ("mend", &long_body)];
    assert_told(admin, &format!("{reason}/SPAM"), &sent, &["title", "rule", "words", "mend"]).await;
    let whole = [("language", "en"), ("title", "A name"), ("rule", "A rule"), ("words", "So."), ("mend", "So.")];
    for code in ["", "spam", "SPAM", "1ST"] {
        let sent: Vec<_> = [("code", code)].into_iter().chain(whole).collect();
        assert_told(admin, &format!("{reason}/new"), &sent, &["code"]).await;
    }
}

/// What one act with this input is told: field and code of each error.
async fn told(player: &Player, act: &str, input: Value) -> Vec<(String, String)> {
    let kind = format!("{}{}Input", act[..1].to_uppercase(), &act[1..]);
    let document = format!(
        "mutation($input: {kind}!) {{ {act}(input: $input) {{ outcome userErrors {{ field message code }} }} }}"
    );
    let answer = player.ask(&document, json!({ "input": input })).await;
    let payload = &answer["data"][act];
    assert!(payload["userErrors"].is_array(), "{act} {input}: {answer}");
    let errors = payload["userErrors"].as_array().unwrap();
    for error in errors {
        assert_plain(act, error["message"].as_str().unwrap());
    }
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    errors.iter().map(|error| (word(&error["field"]), word(&error["code"]))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_input_of_the_api_is_told_in_user_errors() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
    let author = cast.of(Who::Author);
    let made = shop.comment(State::Published, State::Published).await;
    let long = "Because it would help. ".repeat(600);
    let cases = [
        ("submitIdea", json!({ "campaign": "anything-else", "title": "", "body": "" }), vec!["title", "body"]),
        ("submitIdea", json!({ "campaign": "anything-else", "title": "Good bench", "body": long }), vec!["body"]),
        ("submitIdea", json!({ "campaign": "no-such", "title": "Good bench", "body": "To rest." }), vec!["campaign"]),
        ("submitIdea", json!({ "campaign": "No Such!", "title": "x", "body": "To rest." }), vec!["campaign", "title"]),
        ("editIdea", json!({ "ideaId": "x", "revision": 1, "title": "", "body": "" }), vec!["ideaId", "title", "body"]),
        (
            "editIdea",
            json!({ "ideaId": made.comment_id, "revision": 1, "title": "Good bench", "body": "x" }),
            vec!["ideaId"],
        ),
        ("withdrawIdea", json!({ "ideaId": made.idea_id, "reason": "" }), vec!["reason"]),
        ("withdrawIdea", json!({ "ideaId": "", "reason": "x" }), vec!["ideaId", "reason"]),
        ("castVote", json!({ "ideaId": "x", "choice": "SUPPORT" }), vec!["ideaId"]),
        ("retractVote", json!({ "ideaId": "x" }), vec!["ideaId"]),
        ("postComment", json!({ "ideaId": "x", "parentId": "y", "body": "" }), vec!["ideaId", "parentId", "body"]),
        ("postComment", json!({ "ideaId": made.idea_id, "body": long }), vec!["body"]),
        ("editComment", json!({ "commentId": "x", "revision": 1, "body": "" }), vec!["commentId", "body"]),
        ("deleteComment", json!({ "commentId": "x" }), vec!["commentId"]),
    ];
    for (act, input, fields) in cases {
        let found: Vec<String> =
            told(author, act, input.clone()).await.into_iter().map(|(field, _code)| field).collect();
        assert_eq!(found, fields, "{act} {input}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_argument_of_a_question_is_refused_with_a_code() {
    let world = World::start(House::Sqlite).await;
    let visitor = Cast::arrive(&world).await;
    let visitor = visitor.of(Who::Visitor);
    for (query, code) in [
        ("{ ideas(first: 0) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(first: -1) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(first: 101) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(first: 2147483647) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(first: 99999999999) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(last: 0) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(first: 1, last: 1) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(after: \"x\") { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(before: \"x\") { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(orderBy: NOTHING) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(filter: { campaign: \"no-such\" }) { nodes { id } } }", "NOT_FOUND"),
        ("{ ideas(filter: { statuses: [NOTHING] }) { nodes { id } } }", "INVALID_INPUT"),
        ("{ ideas(filter: { mine: true }) { nodes { id } } }", "UNAUTHENTICATED"),
        ("{ idea { id } }", "INVALID_INPUT"),
        ("{ idea(id: \"x\") { id } }", "INVALID_INPUT"),
        ("{ idea(id: \"x\", number: 1) { id } }", "INVALID_INPUT"),
        ("{ idea(number: 1.5) { id } }", "INVALID_INPUT"),
        ("{ campaigns(first: 0) { nodes { id } } }", "INVALID_INPUT"),
        ("{ campaigns(after: \"x\") { nodes { id } } }", "INVALID_INPUT"),
        ("{ nothing }", "INVALID_INPUT"),
        ("{", "INVALID_INPUT"),
        ("", "INVALID_INPUT"),
    ] {
        let answer = visitor.ask(query, json!({})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{query}: {answer}");
        assert!(answer["errors"][0]["message"].as_str().unwrap().len() > 10, "{query}: {answer}");
    }
    for query in [
        "{ node(id: \"x\") { id } }",
        "{ idea(number: -1) { id } }",
        "{ idea(number: 0) { id } }",
        "{ campaign(slug: \"\") { id } }",
    ] {
        let answer = visitor.ask(query, json!({})).await;
        assert!(answer["errors"].is_null(), "{query}: {answer}");
    }
}
