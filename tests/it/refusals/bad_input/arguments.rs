//! Every argument of every question, at the root and further down, and of the subscriptions: a value that makes no sense
//! is refused with a code, or nothing is found. An argument that no case names fails the tests.

use std::collections::BTreeSet;
use std::time::Duration;

use folkmoot_tests::world::{House, World};
use serde_json::json;

use crate::nets::{Cast, Ear, Schema, Who, Workshop, bare, glance, way_to};

const INVALID: &str = "INVALID_INPUT";

/// Where it is: type and field; the argument, or `argument.part` of an input; the value as it stands in a document; the
/// code, or nothing where nothing is found.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

const CASES: [Case; 123] = [
    ("Query", "node", "id", "\"x\"", ""),
    ("Query", "campaign", "slug", "\"\"", ""),
    ("Query", "campaigns", "first", "0", INVALID),
    ("Query", "campaigns", "after", "\"x\"", INVALID),
    ("Query", "idea", "id", "\"x\"", INVALID),
    ("Query", "idea", "number", "1.5", INVALID),
    ("Query", "idea", "number", "0", ""),
    ("Query", "idea", "number", "-1", ""),
    ("Query", "ideas", "first", "0", INVALID),
    ("Query", "ideas", "first", "-1", INVALID),
    ("Query", "ideas", "first", "101", INVALID),
    ("Query", "ideas", "first", "2147483647", INVALID),
    ("Query", "ideas", "first", "99999999999", INVALID),
    ("Query", "ideas", "last", "0", INVALID),
    ("Query", "ideas", "after", "\"x\"", INVALID),
    ("Query", "ideas", "before", "\"x\"", INVALID),
    ("Query", "ideas", "orderBy", "NOTHING", INVALID),
    ("Query", "ideas", "filter.campaign", "\"no-such\"", "NOT_FOUND"),
    ("Query", "ideas", "filter.place", "\"no-such\"", "NOT_FOUND"),
    ("Query", "ideas", "filter.tag", "\"no-such\"", "NOT_FOUND"),
    ("Query", "answers", "filter.place", "\"no-such\"", "NOT_FOUND"),
    ("Query", "labels", "kind", "NOTHING", INVALID),
    ("Query", "ideas", "filter.statuses", "[NOTHING]", INVALID),
    ("Query", "ideas", "filter.mine", "1", INVALID),
    ("Query", "ideas", "filter.search", "\"x\"", INVALID),
    ("Query", "moderationQueue", "first", "0", INVALID),
    ("Query", "moderationQueue", "last", "101", INVALID),
    ("Query", "moderationQueue", "after", "\"x\"", INVALID),
    ("Query", "moderationQueue", "before", "\"x\"", INVALID),
    ("Query", "moderationQueue", "filter.kind", "NOTHING", INVALID),
    ("Query", "moderationQueue", "filter.campaign", "\"no-such\"", "NOT_FOUND"),
    ("Query", "moderationQueue", "filter.authorId", "\"x\"", INVALID),
    ("Query", "moderationQueue", "filter.cluster", "\"x\"", INVALID),
    ("Query", "moderationQueue", "filter.suspicion", "NOTHING", INVALID),
    ("Query", "moderationQueue", "filter.overdue", "1", INVALID),
    ("Query", "queueItem", "id", "\"x\"", INVALID),
    ("Query", "moderationReasons", "language", "\"Klingon\"", INVALID),
    ("Query", "moderationReasons", "language", "\"\"", INVALID),
    ("Query", "moderationLog", "first", "0", INVALID),
    ("Query", "moderationLog", "last", "101", INVALID),
    ("Query", "moderationLog", "after", "\"x\"", INVALID),
    ("Query", "moderationLog", "before", "\"x\"", INVALID),
    ("Query", "rulesVersions", "language", "\"Klingon\"", INVALID),
    ("Query", "moderationDecisions", "first", "0", INVALID),
    ("Query", "moderationDecisions", "last", "101", INVALID),
    ("Query", "moderationDecisions", "after", "\"x\"", INVALID),
    ("Query", "moderationDecisions", "before", "\"x\"", INVALID),
    ("Query", "moderationDecisions", "mine", "1", INVALID),
    ("Query", "moderationDecisions", "ideaId", "\"x\"", INVALID),
    ("Query", "moderationDecisions", "commentId", "\"x\"", INVALID),
    ("Query", "moderationDecisions", "authorId", "\"x\"", INVALID),
    ("Query", "ownDecision", "id", "\"x\"", INVALID),
    ("Query", "report", "receipt", "\"x\"", ""),
    ("Query", "report", "receipt", "\"2222-2222\"", ""),
    ("Query", "department", "slug", "\"no-such\"", ""),
    ("Query", "answers", "first", "0", INVALID),
    ("Query", "answers", "last", "101", INVALID),
    ("Query", "answers", "after", "\"x\"", INVALID),
    ("Query", "answers", "before", "\"x\"", INVALID),
    ("Query", "answers", "filter.outcome", "MAYBE", INVALID),
    ("Query", "answers", "filter.departmentId", "\"x\"", INVALID),
    ("Query", "answers", "filter.campaign", "\"no-such\"", "NOT_FOUND"),
    ("Query", "promiseScores", "since", "\"yesterday\"", INVALID),
    ("Query", "overdueIdeas", "departmentId", "\"x\"", INVALID),
    ("Query", "replyPack", "ideaId", "\"x\"", INVALID),
    ("Query", "filledReplyTemplate", "ideaId", "\"x\", templateId: \"x\"", INVALID),
    (
        "Query",
        "filledReplyTemplate",
        "templateId",
        "\"x\", ideaId: \"aWRlYTowMDAwMDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMQ\"",
        INVALID,
    ),
    ("Query", "filledReplyTemplate", "replace", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.outcome", "NOTHING", INVALID),
    ("Query", "filledReplyTemplate", "typed.until", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.referTo", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.reasons", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.arguments", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.cost", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.nextStep", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.nextDate", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.role", "1", INVALID),
    ("Query", "filledReplyTemplate", "typed.language", "1", INVALID),
    ("Query", "readingEase", "text", "\"\"", INVALID),
    ("Query", "officerDesk", "first", "0", INVALID),
    ("Query", "officerDesk", "last", "101", INVALID),
    ("Query", "officerDesk", "after", "\"x\"", INVALID),
    ("Query", "officerDesk", "before", "\"x\"", INVALID),
    ("Query", "officerDesk", "pile", "NOTHING", INVALID),
    ("Query", "officerDesk", "departmentId", "\"x\"", INVALID),
    ("Query", "officerDesk", "dueBefore", "\"tomorrow\"", INVALID),
    ("Query", "officerDesk", "orderBy", "NOTHING", INVALID),
    ("Query", "officerFeed", "first", "0", INVALID),
    ("Query", "officerFeed", "last", "101", INVALID),
    ("Query", "officerFeed", "after", "\"x\"", INVALID),
    ("Query", "officerFeed", "before", "\"x\"", INVALID),
    ("Query", "officerFeed", "of", "NOTHING", INVALID),
    ("Query", "officerFeed", "departmentId", "\"x\"", INVALID),
    ("Query", "departmentOfficers", "departmentId", "\"x\"", INVALID),
    ("Query", "accounts", "search", "1", INVALID),
    ("Query", "account", "id", "\"x\"", INVALID),
    ("Query", "promisesMovedBy", "nation", "NOBODYS", INVALID),
    ("Query", "roleChanges", "personId", "\"x\"", INVALID),
    ("OfficialReply", "ideas", "first", "0", INVALID),
    ("OfficialReply", "ideas", "first", "101", INVALID),
    ("OfficialReply", "credits", "first", "0", INVALID),
    ("Idea", "comments", "first", "0", INVALID),
    ("Idea", "comments", "first", "101", INVALID),
    ("Idea", "comments", "after", "\"x\"", INVALID),
    ("Idea", "comments", "orderBy", "NOTHING", INVALID),
    ("Person", "ideas", "first", "0", INVALID),
    ("Person", "ideas", "first", "101", INVALID),
    ("Person", "ideas", "after", "\"x\"", INVALID),
    ("Campaign", "ideas", "first", "0", INVALID),
    ("Campaign", "ideas", "first", "101", INVALID),
    ("Campaign", "ideas", "after", "\"x\"", INVALID),
    ("Campaign", "ideas", "orderBy", "NOTHING", INVALID),
    ("Decision", "reason", "language", "\"Klingon\"", INVALID),
    ("Decision", "reason", "language", "\"\"", INVALID),
    ("Subscription", "tallyChanged", "ideaIds", "[]", INVALID),
    ("Subscription", "tallyChanged", "ideaIds", "[\"x\"]", INVALID),
    ("Subscription", "tallyChanged", "ideaIds", "1.5", INVALID),
    ("Subscription", "ideaAnswered", "ideaIds", "[]", INVALID),
    ("Subscription", "ideaAnswered", "ideaIds", "[\"x\"]", INVALID),
    ("Subscription", "ideaAnswered", "ideaIds", "1.5", INVALID),
    ("Subscription", "commentPosted", "ideaId", "\"x\"", INVALID),
    ("Subscription", "commentPosted", "ideaId", "\"\"", INVALID),
    ("Subscription", "commentPosted", "ideaId", "1.5", INVALID),
];

/// `argument: value`, or `argument: {part: value}`.
fn written(argument: &str, value: &str) -> String {
    argument
        .split_once('.')
        .map_or_else(|| format!("{argument}: {value}"), |(argument, part)| format!("{argument}: {{{part}: {value}}}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_argument_of_a_question_is_refused_with_a_code() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
    let (made, refusal) = (shop.answered().await, shop.refusal().await);
    let schema = Schema::published();
    for (object, field, argument, value, code) in CASES.iter().filter(|case| case.0 != "Subscription") {
        let asked =
            format!("{field}({}){}", written(argument, value), glance(&schema, &schema.field(object, field).answers));
        let (way, id) = way_to(object, &made, &refusal.id);
        let head = if id.is_some() { "query($id: ID!) " } else { "" };
        let document = format!("{head}{}", way.replace("{}", &asked));
        let who = match *field {
            "officerDesk" | "officerFeed" | "departmentOfficers" => Who::Officer,
            "replyPack" | "filledReplyTemplate" | "readingEase" => Who::Officer,
            "accounts" | "account" | "roleChanges" | "promisesMovedBy" => Who::Admin,
            field if field.starts_with("moderation") || field == "queueItem" => Who::Moderator,
            _ => Who::Author,
        };
        let variables = id.map_or_else(|| json!({}), |id| json!({ "id": id }));
        let answer = cast.of(who).ask(&document, variables).await;
        if code.is_empty() {
            assert!(answer["errors"].is_null() && answer["data"][field].is_null(), "{document}: {answer}");
            continue;
        }
        assert_eq!(answer["errors"][0]["extensions"]["code"], *code, "{document}: {answer}");
        assert!(answer["errors"][0]["message"].as_str().is_some_and(|why| why.len() > 10), "{document}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_argument_of_a_subscription_is_refused_with_a_code() {
    let world = World::start(House::Sqlite).await;
    for (_object, field, argument, value, code) in CASES.iter().filter(|case| case.0 == "Subscription") {
        let document = format!("subscription {{ {field}({argument}: {value}) {{ __typename }} }}");
        let mut ear = Ear::open(&world, None, &document, &json!({})).await;
        let said = ear.next(Duration::from_secs(10)).await.unwrap_or_else(|| panic!("{document}: no answer"));
        let errors = if said["type"] == "error" { &said["payload"] } else { &said["payload"]["errors"] };
        assert_eq!(errors[0]["extensions"]["code"], *code, "{document}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_that_is_no_question_is_refused_with_a_code() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    for (query, code) in [
        ("{ ideas(first: 1, last: 1) { nodes { id } } }", INVALID),
        ("{ ideas(filter: { mine: true }) { nodes { id } } }", "UNAUTHENTICATED"),
        ("{ idea { id } }", INVALID),
        ("{ idea(id: \"x\", number: 1) { id } }", INVALID),
        ("{ nothing }", INVALID),
        ("{", INVALID),
        ("", INVALID),
    ] {
        let answer = cast.of(Who::Visitor).ask(query, json!({})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{query}: {answer}");
        assert!(answer["errors"][0]["message"].as_str().unwrap().len() > 10, "{query}: {answer}");
    }
}

#[test]
fn every_argument_has_a_case() {
    let schema = Schema::published();
    let known: BTreeSet<String> = CASES.iter().map(|case| format!("{}.{}.{}", case.0, case.1, case.2)).collect();
    let mut missing = Vec::new();
    for (object, fields) in schema.objects.iter().filter(|(object, _)| *object != "Mutation") {
        for field in fields {
            for (argument, kind) in &field.takes {
                let place = format!("{object}.{}.{argument}", field.name);
                match schema.inputs.get(bare(kind)) {
                    Some(parts) => missing.extend(parts.iter().map(|(part, _)| format!("{place}.{part}"))),
                    None => missing.push(place),
                }
            }
        }
    }
    assert!(missing.len() > 40, "the schema was misread: {missing:?}");
    missing.retain(|place| !known.contains(place));
    assert!(missing.is_empty(), "no case in tests/it/refusals/bad_input/arguments.rs gets these wrong: {missing:#?}");
}
