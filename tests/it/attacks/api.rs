//! Every argument of the API that takes text, of questions, acts, fields further down and subscriptions: the line is taken
//! and comes back as it was stored, or is refused in `userErrors` or an error with a code of the closed list. What only
//! staff may ask is asked by an admin, since nobody else's words get past the door.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};

use super::judge::{Verdict, judge};
use super::lists::is_all;
use super::stage::Stage;
use crate::nets::{ACT_ID, Answer, Ear, Schema, State, Who, bare, glance, patiently, right, way_to};

/// Of the fields further down, one in so many is asked with each line, in turn.
const BELOW: usize = 2;

/// Every so many lines are said to the subscriptions: each opens a line of its own.
const LISTENING: usize = 8;

/// What only staff may ask is asked with one line in so many.
const STAFF: usize = 4;

/// What a citizen is not asked for.
const FOR_STAFF: [&str; 62] = [
    "moderationQueue",
    "queueItem",
    "moderationDecisions",
    "decide",
    "decideMany",
    "undoDecision",
    "correctDecision",
    "takeSecondOpinionBack",
    "lockQueueItem",
    "releaseQueueItem",
    "askSecondOpinion",
    "setReason",
    "publishRules",
    "officerDesk",
    "replyPack",
    "filledReplyTemplate",
    "readingEase",
    "departmentOfficers",
    "assignIdea",
    "takeOnIdea",
    "watchIdea",
    "addStaffNote",
    "pausePromise",
    "resumePromise",
    "extendPromise",
    "keepPromise",
    "saveReplyDraft",
    "askReplyApproval",
    "scheduleReply",
    "discardReplyDraft",
    "publishReply",
    "reviseReply",
    "setMilestone",
    "claimMilestone",
    "moveIdeaOn",
    "saveReplyTemplate",
    "retireReplyTemplate",
    "addLabel",
    "changeLabel",
    "saveDepartment",
    "closeDepartment",
    "joinDepartment",
    "leaveDepartment",
    "setRoutes",
    "setPromiseSteps",
    "promisesMovedBy",
    "setBankHolidays",
    "setCalendarDay",
    "forgetCalendarDay",
    "accounts",
    "account",
    "roleChanges",
    "addCampaign",
    "changeCampaign",
    "closeCampaign",
    "setLook",
    "setLogo",
    "resendLetters",
    "sendTestLetter",
    "invitePerson",
    "giveRole",
    "takeRole",
];

/// Of these, what is done in person alone: a token doesn't get past the door.
const IN_PERSON: [&str; 5] = ["invitePerson", "giveRole", "joinDepartment", "sendTestLetter", "takeRole"];

/// The act whose own name is attacked: a name is read before the act is looked at, by the same lines for every act.
const NAMED: &str = "castVote";

/// The codes that an error may have here. INTERNAL is a failure of ours.
const CODES: [&str; 6] = ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "INVALID_INPUT", "CONFLICT", "RATE_LIMITED"];

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    let mut wrong = Vec::new();
    let turn = stage.asked.fetch_add(1, Ordering::Relaxed);
    let below =
        nested(stage, line).into_iter().enumerate().filter(|(at, _)| is_all() || (at + turn).is_multiple_of(BELOW));
    let below = below.map(|(_at, question)| question);
    // What only staff may ask shares its gates with what citizens do.
    let asks = |(document, _): &(String, Value)| is_all() || turn.is_multiple_of(STAFF) || !is_for_staff(document);
    let all = questions(line).into_iter().chain(below).chain(acts(stage, line).await);
    for (document, variables) in all.filter(asks) {
        let player = stage.cast.of(if is_for_staff(&document) { Who::Admin } else { Who::Author });
        let sender = if names(&IN_PERSON, &document) { &player.browser } else { &player.script };
        let request = sender.request(reqwest::Method::POST, &sender.address("/graphql"));
        let request = request.json(&json!({ "query": document, "variables": variables }));
        let answer = Answer::read(patiently(request).await.expect("an answer")).await;
        wrong.extend(judge(&document, line, &answer));
        wrong.extend(well_answered(&document, line, &answer));
    }
    if is_all() || turn.is_multiple_of(LISTENING) {
        wrong.extend(listening(stage, line).await);
    }
    // As part of the document itself, in quotes.
    let quoted = format!("{{ campaign(slug: {}) {{ id }} }}", Value::from(line));
    let answer = stage.author().ask(&quoted, json!({})).await;
    wrong.extend(known_codes(&quoted, line, &answer));
    let answer = stage.author().ask(line, json!({})).await;
    wrong.extend(known_codes("a document", line, &answer));
    wrong
}

/// Whether a citizen who asks so is sent away before anybody reads what they say.
fn is_for_staff(document: &str) -> bool {
    names(&FOR_STAFF, document)
}

/// Whether a document asks one of these at the root.
fn names(fields: &[&str], document: &str) -> bool {
    fields.iter().any(|name| document.contains(&format!(" {name}(")))
}

/// Every argument of text further down, on a way that leads there.
fn nested(stage: &Stage, line: &str) -> Vec<(String, Value)> {
    let schema = Schema::published();
    let roots = ["Query", "Mutation", "Subscription"];
    let mut questions = Vec::new();
    for (object, fields) in schema.objects.iter().filter(|(object, _)| !roots.contains(&object.as_str())) {
        for field in fields {
            for (argument, kind) in field.takes.iter().filter(|(_, kind)| is_text(&schema, kind)) {
                let (way, id) = way_to(object, &stage.made, &stage.refusal);
                let asked = format!("{}({argument}: $x){}", field.name, glance(&schema, &field.answers));
                let id_kind = if id.is_some() { ", $id: ID!" } else { "" };
                let document = format!("query($x: {kind}{id_kind}) {}", way.replace("{}", &asked));
                let mut variables = serde_json::Map::from_iter([("x".to_owned(), json!(line))]);
                variables.extend(id.map(|id| ("id".to_owned(), json!(id))));
                questions.push((document, Value::Object(variables)));
            }
        }
    }
    assert!(questions.len() >= 5, "the schema was misread: {questions:?}");
    questions
}

/// Every subscription with an argument: it is refused with a code, at once.
async fn listening(stage: &Stage, line: &str) -> Vec<Verdict> {
    let schema = Schema::published();
    let mut wrong = Vec::new();
    for field in &schema.objects["Subscription"] {
        for (argument, kind) in &field.takes {
            let document = format!("subscription($x: {kind}) {{ {}({argument}: $x) {{ __typename }} }}", field.name);
            let x = if kind.starts_with('[') { json!([line]) } else { json!(line) };
            let token = stage.author().token.as_deref();
            let mut ear = Ear::open(&stage.world, token, &document, &json!({ "x": x })).await;
            match ear.next(Duration::from_secs(10)).await {
                None => wrong.push(Verdict::new(&document, "neither refused nor answered", line)),
                Some(said) if said["type"] == "error" => {
                    wrong.extend(known_codes(&document, line, &json!({ "errors": said["payload"] })));
                }
                Some(said) => {
                    if said["payload"]["errors"].as_array().is_none_or(Vec::is_empty) {
                        wrong.push(Verdict::new(&document, format!("not refused: {said}"), line));
                    }
                    wrong.extend(known_codes(&document, line, &said["payload"]));
                }
            }
        }
    }
    wrong
}

/// Every question with an argument of text.
fn questions(line: &str) -> Vec<(String, Value)> {
    let schema = Schema::published();
    let mut questions = Vec::new();
    for field in &schema.objects["Query"] {
        let inner = glance(&schema, &field.answers);
        for (argument, kind) in field.takes.iter().filter(|(_, kind)| is_text(&schema, kind)) {
            let document = format!("query($x: {kind}) {{ {}({argument}: $x){inner} }}", field.name);
            questions.push((document, json!({ "x": line })));
        }
        for (argument, kind) in field.takes.iter().filter(|(_, kind)| schema.inputs.contains_key(bare(kind))) {
            for (part, _) in schema.inputs[bare(kind)].iter().filter(|(_, kind)| is_text(&schema, kind)) {
                let document = format!("query($x: {kind}) {{ {}({argument}: $x){inner} }}", field.name);
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
            "mutation($input: {kind}) {{ {}(input: $input) {{ outcome {ACT_ID} userErrors {{ field message code }} }} }}",
            field.name
        );
        let is_tried = |part: &str| part != ACT_ID || field.name == NAMED;
        let wild = schema.inputs[bare(kind)].iter().filter(|(part, kind)| is_text(&schema, kind) && is_tried(part));
        for (wild, _) in wild {
            let mut input = right(&schema, &field.name, kind, &made);
            if field.name == "reportContent" && wild.ends_with("Id") {
                input.remove("ideaId");
            }
            input.insert(wild.clone(), json!(line));
            acts.push((document.clone(), json!({ "input": input })));
        }
    }
    acts
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
