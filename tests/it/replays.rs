//! The same key and body gets the first answer back, for every act that the schema has: each is done under a key of its
//! own, sent again word for word, and sent with other words. `replays/acts.rs` is the list of acts, `replays/stage.rs`
//! makes what they are done on.
//!
//! It refuses an act without its row there, one that does nothing, and one whose key isn't written down in its own
//! transaction: only what came off the first time shows that it isn't done twice, and only what can't be done without its
//! key isn't done twice when the program is killed.

mod acts;
mod stage;

use std::time::Duration;

use folkmoot_tests::world::House;
use reqwest::Method;
use serde_json::{Value, json};

use crate::nets::{Answer, Player, Schema};
use acts::Row;
use stage::{Stage, is_done};

/// How the server says that this is the first answer.
const REPLAYED: &str = "idempotency-replayed";

/// What a letter that tries the mail is called.
const TEST_LETTER: &str = "A test letter";

/// Sends an act under a key.
async fn send(player: &Player, key: &str, document: &str, input: &Value) -> Answer {
    let request = player.browser.request(Method::POST, &player.browser.address("/graphql"));
    let body = json!({ "query": document, "variables": { "input": input } });
    Answer::read(request.header("idempotency-key", key).json(&body).send().await.expect("an answer")).await
}

/// An act that asks this of its payload.
fn document(schema: &Schema, act: &str, asked: &str) -> String {
    let (_argument, kind) = &schema.field("Mutation", act).takes[0];
    format!("mutation($input: {kind}) {{ {act}(input: $input) {{ {asked} }} }}")
}

/// Everything that an act's payload has; of a thing its id, so that a second one would show.
fn everything(schema: &Schema, act: &str) -> String {
    let payload = &schema.objects[&schema.field("Mutation", act).answers];
    let parts = payload.iter().map(|part| format!("{}{}", part.name, below(schema, &part.answers)));
    parts.collect::<Vec<String>>().join(" ")
}

fn below(schema: &Schema, answers: &str) -> &'static str {
    match schema.objects.get(answers) {
        None => "",
        Some(_) if answers == "UserError" => " { field code message }",
        Some(fields) if fields.iter().any(|field| field.name == "id") => " { id }",
        Some(_) => " { __typename }",
    }
}

/// Does an act, sends it again, and sends other words under its key; tells what is wrong with the answers.
async fn tried(stage: &Stage, (act, who, on, parts): &Row) -> Option<String> {
    let (made, named) = Box::pin(stage.make(on)).await;
    let input = stage.input(act, &made, &[&named, parts]);
    let whole = document(&stage.schema, act, &everything(&stage.schema, act));
    let other = document(&stage.schema, act, "outcome");
    let player = stage.cast.of(*who);
    // The act's name is a key that nobody has used.
    let before = stage.keys_in_acts().await;
    let first = send(player, act, &whole, &input).await;
    if stage.keys_in_acts().await != before + 1 {
        let said = format!("{} {}", first.status, first.body);
        return Some(format!("{act} by the {}, doesn't write its key down with what it does: {said}", who.word()));
    }
    let again = send(player, act, &whole, &input).await;
    let other = send(player, act, &other, &input).await;
    let (what, answer) = wrong(act, [&first, &again, &other])?;
    Some(format!("{act} by the {}, {what}: {} {}", who.word(), answer.status, answer.body))
}

/// What is wrong with the answers to an act, and with which.
fn wrong<'a>(act: &str, [first, again, other]: [&'a Answer; 3]) -> Option<(&'static str, &'a Answer)> {
    let is_replayed = |answer: &Answer| answer.headers.contains(REPLAYED);
    if first.status != 200 || is_replayed(first) || !is_done(&said(first), act) {
        return Some(("the first time, isn't done", first));
    }
    if again.status != 200 || !is_replayed(again) || again.body != first.body {
        return Some(("the second time, doesn't get the first answer back", again));
    }
    let code = said(other)["errors"][0]["extensions"]["code"].clone();
    if (other.status, code) != (409, json!("CONFLICT")) || is_replayed(other) {
        return Some(("with another body, isn't refused", other));
    }
    None
}

/// An answer as JSON; nothing if it is none.
fn said(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_default()
}

async fn every_act_gets_its_first_answer_back(house: House) {
    let stage = Stage::open(house).await;
    let mut all = Vec::new();
    for row in &acts::every() {
        all.extend(Box::pin(tried(&stage, row)).await);
    }
    assert!(all.is_empty(), "{} acts aren't done once under their keys:\n{}", all.len(), all.join("\n"));
    // The only act whose doing stands in no row of the database. A second one would be on its way by now.
    stage.sink.wait_for(1, TEST_LETTER, Duration::from_secs(30)).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let letters = stage.sink.wait_for(1, TEST_LETTER, Duration::from_secs(30)).await;
    assert_eq!(letters.len(), 1, "a test letter was sent again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_act_gets_its_first_answer_back_on_sqlite() {
    Box::pin(every_act_gets_its_first_answer_back(House::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_act_gets_its_first_answer_back_on_postgres() {
    Box::pin(every_act_gets_its_first_answer_back(House::Postgres)).await;
}
