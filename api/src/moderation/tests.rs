//! Stories of moderation by the API: the queue is for staff, answers are data, an author reads why.

use std::time::Duration;

use async_graphql::Request;
use folkmoot_common::{DecisionId, ItemId, Viewer};
use futures::StreamExt as _;
use serde_json::{Value, json};

use crate::Metronome;
use crate::fakes::{World, citizen, comment_id, idea_id, moderator, the};

fn item_id(number: u128) -> String {
    crate::ids::global(the::<ItemId>(number)).0
}

fn decision_id(number: u128) -> String {
    crate::ids::global(the::<DecisionId>(number)).0
}

fn decide(act: &str, more: &str) -> String {
    format!(
        "mutation {{ decide(input: {{itemId: \"{}\", revision: 1, act: {act}, {more}}}) {{ outcome decision {{ act reason {{ code mend }} actor {{ name }} waitedSeconds }} item {{ title }} userErrors {{ field code }} }} }}",
        item_id(1)
    )
}

#[tokio::test]
async fn the_desk_is_for_staff() {
    let world = World::new();
    let questions = [
        "{ moderationQueue { nodes { id } } }".to_owned(),
        "{ queueCounts { all } }".to_owned(),
        "{ moderationDecisions { nodes { id } } }".to_owned(),
        format!("{{ queueItem(id: \"{}\") {{ title }} }}", item_id(1)),
        decide("PUBLISH", ""),
        "mutation { decideMany(input: {items: [], act: KEEP}) { outcome } }".to_owned(),
        format!("mutation {{ undoDecision(input: {{decisionId: \"{}\"}}) {{ outcome }} }}", decision_id(1)),
        format!("mutation {{ lockQueueItem(input: {{itemId: \"{}\"}}) {{ outcome }} }}", item_id(1)),
        format!("mutation {{ releaseQueueItem(input: {{itemId: \"{}\"}}) {{ outcome }} }}", item_id(1)),
        "mutation { askSecondOpinion(input: {itemId: \"x\", words: \"\"}) { outcome } }".to_owned(),
        "mutation { publishRules(input: {language: \"en\", words: \"Be kind.\"}) { outcome } }".to_owned(),
    ];
    for question in questions {
        assert_eq!(world.code(Viewer::Nobody, &question).await, "UNAUTHENTICATED", "{question}");
        assert_eq!(world.code(citizen(1), &question).await, "FORBIDDEN", "{question}");
    }
    let rules = "mutation { publishRules(input: {language: \"en\", words: \"Be kind.\"}) { outcome } }";
    assert_eq!(world.code(moderator(), rules).await, "FORBIDDEN", "moderators don't write the rules");
}

#[tokio::test]
async fn a_page_of_the_queue_costs_a_fixed_number_of_questions() {
    let world = World::new();
    let query = "{ moderationQueue(first: 20) { totalCount nodes { title state acts hunches { suspicion found } isOverdue \
         author { name } idea { number author { name } } campaign { slug } lock { by { name } } } } }";
    let data = world.data(moderator(), query).await;
    let queue = &data["moderationQueue"];
    assert_eq!(queue["totalCount"], 2);
    assert_eq!(queue["nodes"][1]["hunches"], json!([{ "suspicion": "LINKS", "found": "example.org" }]));
    assert_eq!(queue["nodes"][0]["idea"]["number"], 3);
    let asked = world.asked();
    assert!(asked <= 5, "{asked} questions: the page, its count, names, ideas, campaigns");
    world.data(moderator(), "{ moderationQueue { nodes { title } } }").await;
    assert_eq!(world.asked(), 1, "what nobody asks for costs nothing");
}

#[tokio::test]
async fn what_comes_of_a_decision_is_data() {
    let world = World::new();
    let done = world.data(moderator(), &decide("REJECT", "reason: \"SPAM\"")).await;
    let done = &done["decide"];
    assert_eq!((&done["outcome"], &done["userErrors"]), (&json!("DECIDED"), &json!([])));
    assert_eq!(done["decision"]["reason"], json!({ "code": "SPAM", "mend": "Take it out." }));
    assert_eq!(done["decision"]["waitedSeconds"], 90);
    for (act, more, outcome, field, code) in [
        ("REJECT", "", "REFUSED", "reason", "EMPTY"),
        ("RESTORE", "", "REFUSED", "act", "DOES_NOT_FIT"),
        ("HOLD", "", "INVALID", "act", "DOES_NOT_FIT"),
        ("MERGE", "reason: \"DUPLICATE\"", "INVALID", "mergeInto", "EMPTY"),
        ("MOVE", "moveTo: \"nowhere\"", "INVALID", "moveTo", "NOT_FOUND"),
        ("SUSPEND", "reason: \"SPAM\"", "INVALID", "suspendUntil", "EMPTY"),
        (
            "SUSPEND",
            "reason: \"SPAM\", suspendUntil: \"2020-01-01T00:00:00Z\"",
            "INVALID",
            "suspendUntil",
            "IN_THE_PAST",
        ),
        ("REDACT", "reason: \"SPAM\"", "INVALID", "redactedBody", "EMPTY"),
        ("REJECT", "reason: \"no code\"", "INVALID", "reason", "INVALID"),
    ] {
        let said = world.data(moderator(), &decide(act, more)).await;
        let said = &said["decide"];
        assert_eq!(said["outcome"], outcome, "{act} {more}: {said}");
        assert_eq!(said["userErrors"], json!([{ "field": field, "code": code }]), "{act} {more}");
    }
    let changed = decide("PUBLISH", "").replace("revision: 1", "revision: 2");
    let changed = world.data(moderator(), &changed).await;
    assert_eq!(
        (&changed["decide"]["outcome"], &changed["decide"]["item"]["title"]),
        (&json!("CHANGED"), &json!("Idea number 3"))
    );
}

#[tokio::test]
async fn each_of_several_has_its_own_result() {
    let world = World::new();
    let items = [(1, 1), (2, 2), (99, 1)]
        .map(|(number, revision)| format!("{{itemId: \"{}\", revision: {revision}}}", item_id(number)));
    let query = |act: &str| {
        format!(
            "mutation {{ decideMany(input: {{items: [{}], act: {act}}}) {{ outcome results {{ outcome userErrors {{ code }} }} userErrors {{ field code }} }} }}",
            items.join(", ")
        )
    };
    let data = world.data(moderator(), &query("PUBLISH")).await;
    assert_eq!(data["decideMany"]["outcome"], "SOME_DECIDED");
    let outcomes: Vec<&Value> =
        data["decideMany"]["results"].as_array().unwrap().iter().map(|one| &one["outcome"]).collect();
    assert_eq!(outcomes, [&json!("DECIDED"), &json!("CHANGED"), &json!("NOT_FOUND")]);
    let merged = world.data(moderator(), &query("MERGE")).await;
    assert_eq!(merged["decideMany"]["userErrors"], json!([{ "field": "act", "code": "ONE_AT_A_TIME" }]));
}

#[tokio::test]
async fn a_lock_says_whose_it_is() {
    let world = World::new();
    let take =
        format!("mutation {{ lockQueueItem(input: {{itemId: \"{}\"}}) {{ outcome lock {{ isYours }} }} }}", item_id(1));
    let data = world.data(moderator(), &take).await;
    assert_eq!(data["lockQueueItem"], json!({ "outcome": "YOURS", "lock": { "isYours": true } }));
}

#[tokio::test]
async fn an_author_reads_why_and_not_who() {
    let world = World::new();
    let own = format!(
        "{{ ownDecision(id: \"{}\") {{ act reason {{ title mend }} canBeAppealed actor {{ name }} role waitedSeconds }} }}",
        decision_id(1)
    );
    let data = world.data(citizen(1), &own).await;
    assert_eq!(data["ownDecision"]["reason"], json!({ "title": "SPAM", "mend": "Take it out." }));
    for secret in ["actor", "role", "waitedSeconds"] {
        assert_eq!(data["ownDecision"][secret], Value::Null, "{secret}");
    }
    assert_eq!(world.data(citizen(2), &own).await["ownDecision"], Value::Null);
    assert_eq!(world.data(Viewer::Nobody, &own).await["ownDecision"], Value::Null);
    let standing = "{ idea(number: 1) { standingDecision { act } } }";
    assert_eq!(world.data(citizen(2), standing).await["idea"]["standingDecision"], Value::Null);
    assert_eq!(world.data(citizen(1), standing).await["idea"]["standingDecision"]["act"], "REJECT");
}

#[tokio::test]
async fn anybody_may_report_what_they_can_read() {
    let world = World::new();
    let report = |what: &str, more: &str| {
        format!(
            "mutation {{ reportContent(input: {{{what}, ground: SPAM, inGoodFaith: true {more}}}) {{ outcome receipt report {{ ideaNumber answer }} userErrors {{ field code }} }} }}"
        )
    };
    let of = |kind: &str, id: String| format!("{kind}: \"{id}\"");
    for what in [of("ideaId", idea_id(1)), of("commentId", comment_id(1))] {
        let data = world.data(Viewer::Nobody, &report(&what, "")).await;
        assert_eq!(data["reportContent"]["outcome"], "REPORTED", "{data}");
        assert_eq!(data["reportContent"]["receipt"].as_str().unwrap().len(), 9);
    }
    assert_eq!(world.code(Viewer::Nobody, &report(&of("ideaId", idea_id(3)), "")).await, "NOT_FOUND");
    let two = format!("{}, {}", of("ideaId", idea_id(1)), of("commentId", comment_id(1)));
    let data = world.data(Viewer::Nobody, &report(&two, ", email: \"nobody\"")).await;
    let fields: Vec<&Value> =
        data["reportContent"]["userErrors"].as_array().unwrap().iter().map(|error| &error["field"]).collect();
    assert_eq!(fields, [&json!("ideaId"), &json!("email")]);
    let faithless = report(&of("ideaId", idea_id(1)), "").replace("inGoodFaith: true", "inGoodFaith: false");
    let data = world.data(Viewer::Nobody, &faithless).await;
    assert_eq!(data["reportContent"]["userErrors"], json!([{ "field": "inGoodFaith", "code": "EMPTY" }]));
}

#[tokio::test]
async fn a_reports_number_opens_one_decision_only() {
    let world = World::new();
    let appeal = format!(
        "mutation {{ appealReport(input: {{receipt: \"7KQ4-M2XD\", decisionId: \"{}\", words: \"Look again.\"}}) {{ outcome userErrors {{ field }} }} }}",
        decision_id(1)
    );
    let data = world.data(Viewer::Nobody, &appeal).await;
    assert_eq!(data["appealReport"], json!({ "outcome": "REFUSED", "userErrors": [{ "field": "decisionId" }] }));
    assert_eq!(world.data(Viewer::Nobody, "{ report(receipt: \"nothing\") { receipt } }").await["report"], Value::Null);
}

#[tokio::test]
async fn moderators_hear_when_the_queue_changes() {
    let world = World::new();
    let listen = |viewer: Viewer| {
        let metronome = Metronome::new(|pause| {
            assert_eq!(pause, Duration::from_secs(1));
            Box::pin(tokio::task::yield_now())
        });
        let request = Request::new("subscription { moderationQueueChanged { all reports overdue } }");
        world.schema().execute_stream(request.data(viewer).data(metronome))
    };
    let heard: Vec<Value> =
        listen(moderator()).take(3).map(|response| response.data.into_json().unwrap()).collect().await;
    let counts = json!({ "moderationQueueChanged": { "all": 3, "reports": 1, "overdue": 2 } });
    assert_eq!(heard, [counts.clone(), counts.clone(), counts]);
    for (viewer, code) in [(Viewer::Nobody, "\"UNAUTHENTICATED\""), (citizen(1), "\"FORBIDDEN\"")] {
        let refused: Vec<_> = listen(viewer).collect().await;
        assert_eq!(refused[0].errors[0].extensions.as_ref().unwrap().get("code").unwrap().to_string(), code);
    }
}
