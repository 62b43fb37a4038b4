//! Every argument of the API that takes text: the line is taken and comes back as it was stored, or is refused in
//! `userErrors` or an error with a code of the closed list.

use serde_json::{Value, json};

use super::judge::{Verdict, judge};
use super::stage::Stage;
use crate::nets::{Answer, Schema, State};

/// The codes that an error may have here. INTERNAL is a failure of ours.
const CODES: [&str; 6] = ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "INVALID_INPUT", "CONFLICT", "RATE_LIMITED"];

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    let mut wrong = Vec::new();
    for (document, variables) in questions(line).into_iter().chain(acts(stage, line).await) {
        let request = stage.author().script.request(reqwest::Method::POST, &stage.author().script.address("/graphql"));
        let sent = request.json(&json!({ "query": document, "variables": variables })).send().await.expect("an answer");
        let answer = Answer::read(sent).await;
        wrong.extend(judge(&document, line, &answer));
        wrong.extend(well_answered(&document, line, &answer));
    }
    // As part of the document itself, in quotes.
    let quoted = format!("{{ campaign(slug: {}) {{ id }} }}", Value::from(line));
    let answer = stage.author().ask(&quoted, json!({})).await;
    wrong.extend(known_codes(&quoted, line, &answer));
    let answer = stage.author().ask(line, json!({})).await;
    wrong.extend(known_codes("a document", line, &answer));
    wrong
}

/// Every question with an argument of text.
fn questions(line: &str) -> Vec<(String, Value)> {
    let schema = Schema::published();
    let mut questions = Vec::new();
    for field in &schema.objects["Query"] {
        let inner = if field.answers.ends_with("Connection") { "{ nodes { __typename } }" } else { "{ __typename }" };
        for (argument, kind) in field.takes.iter().filter(|(_, kind)| is_text(&schema, kind)) {
            let document = format!("query($x: {kind}) {{ {}({argument}: $x) {inner} }}", field.name);
            questions.push((document, json!({ "x": line })));
        }
        for (argument, kind) in field.takes.iter().filter(|(_, kind)| schema.inputs.contains_key(bare(kind))) {
            for (part, _) in schema.inputs[bare(kind)].iter().filter(|(_, kind)| is_text(&schema, kind)) {
                let document = format!("query($x: {kind}) {{ {}({argument}: $x) {inner} }}", field.name);
                questions.push((document, json!({ "x": { part: line } })));
            }
        }
    }
    assert!(questions.len() >= 6, "the schema was misread: {questions:?}");
    questions
}

/// Every act, with the line in each part that takes text, the rest being right.
async fn acts(stage: &Stage, line: &str) -> Vec<(String, Value)> {
    let schema = Schema::published();
    let made = stage.shop.comment(State::Published, State::Published).await;
    let mut acts = Vec::new();
    for field in &schema.objects["Mutation"] {
        let (_argument, kind) = &field.takes[0];
        let document = format!(
            "mutation($input: {kind}) {{ {}(input: $input) {{ outcome userErrors {{ field message code }} }} }}",
            field.name
        );
        let parts = &schema.inputs[bare(kind)];
        for (wild, _) in parts.iter().filter(|(_, kind)| is_text(&schema, kind)) {
            let mut input = serde_json::Map::new();
            for (part, kind) in parts {
                let right = match part.as_str() {
                    "ideaId" => json!(made.idea_id),
                    "commentId" => json!(made.comment_id),
                    "parentId" => Value::Null,
                    "campaign" => json!("anything-else"),
                    "revision" => json!(1),
                    "choice" => json!("SUPPORT"),
                    "stance" => json!("FOR"),
                    "title" => json!("A bench at the river"),
                    "body" => json!("To rest."),
                    "language" => json!("en"),
                    "reason" => json!("I changed my mind."),
                    "personId" => Value::Null,
                    "itemId" | "decisionId" => json!("cXVldWUtaXRlbTowMDAwMDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMQ"),
                    "items" => json!([]),
                    "act" => json!("KEEP"),
                    "note" => json!("Thank you."),
                    "mergeInto" | "moveTo" | "redactedTitle" | "redactedBody" | "suspendUntil" => Value::Null,
                    "take" | "isRetired" => json!(false),
                    "words" | "details" | "mend" | "rule" => json!("Look again."),
                    "ground" => json!("SPAM"),
                    "name" | "email" => Value::Null,
                    "inGoodFaith" => json!(true),
                    "receipt" => json!("2222-2222"),
                    "code" => json!("SPAM"),
                    other => panic!("teach tests/it/attacks/api.rs what {other} of {kind} may be"),
                };
                input.insert(part.clone(), if part == wild { json!(line) } else { right });
            }
            // What is reported is named by one id.
            if field.name == "reportContent" {
                let named = if wild.ends_with("Id") { wild.as_str() } else { "ideaId" };
                input.retain(|part, _| !part.ends_with("Id") || part == named);
            }
            acts.push((document.clone(), json!({ "input": input })));
        }
    }
    acts
}

fn bare(kind: &str) -> &str {
    kind.trim_matches(['[', ']', '!'])
}

fn is_text(schema: &Schema, kind: &str) -> bool {
    ["String", "ID"].contains(&bare(kind)) || schema.enums.contains_key(bare(kind))
}

fn well_answered(document: &str, line: &str, answer: &Answer) -> Vec<Verdict> {
    match serde_json::from_str::<Value>(&answer.body) {
        Ok(said) => known_codes(document, line, &said),
        Err(why) => vec![Verdict::new(document, format!("no JSON: {why}"), line)],
    }
}

fn known_codes(document: &str, line: &str, said: &Value) -> Vec<Verdict> {
    let errors = said["errors"].as_array().cloned().unwrap_or_default();
    let unknown = errors.into_iter().filter(|error| {
        let code = error["extensions"]["code"].as_str().unwrap_or("none");
        !CODES.contains(&code)
    });
    let mut wrong: Vec<Verdict> =
        unknown.map(|error| Verdict::new(document, format!("an error without a code for it: {error}"), line)).collect();
    if let Some(payload) = said["data"].as_object().and_then(|data| data.values().next())
        && payload["outcome"] == "INVALID"
    {
        let told = payload["userErrors"].as_array().is_some_and(|errors| {
            !errors.is_empty()
                && errors.iter().all(|error| error["message"].as_str().is_some_and(|words| words.len() > 10))
        });
        if !told {
            wrong.push(Verdict::new(document, format!("invalid, and nobody says why: {payload}"), line));
        }
    }
    wrong
}
