//! Every act of the schema: who does it, on what, and which parts of its input are other than in `nets/inputs.rs`.
//!
//! It refuses to forget one: an act that the schema has and this list hasn't fails, and so does a row without its act.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::nets::{Schema, Who};

/// An act, who does it, on what (`stage.rs` makes it and names it in the input), and what else differs in the input.
pub(super) type Row = (&'static str, Who, &'static str, Value);

/// All of them. Who moderates comes last: there the clock is put forward.
pub(super) fn every() -> Vec<Row> {
    [of_citizens(), of_officers(), of_settlers(), of_the_site(), of_moderators()].concat()
}

fn of_citizens() -> Vec<Row> {
    vec![
        ("submitIdea", Who::Citizen, "nothing", json!({})),
        ("editIdea", Who::Author, "public idea", json!({})),
        ("withdrawIdea", Who::Author, "public idea", json!({})),
        ("castVote", Who::Citizen, "public idea", json!({})),
        ("retractVote", Who::Citizen, "supported idea", json!({})),
        ("postComment", Who::Citizen, "public idea", json!({})),
        ("editComment", Who::Author, "public comment", json!({})),
        ("deleteComment", Who::Author, "public comment", json!({})),
        ("reportContent", Who::Visitor, "public idea", json!({})),
        ("appealDecision", Who::Author, "refusal", json!({})),
        ("appealReport", Who::Visitor, "report that was turned down", json!({})),
        ("followIdea", Who::Citizen, "public idea", json!({})),
        ("unfollowIdea", Who::Citizen, "public idea", json!({})),
        ("setNotices", Who::Citizen, "nothing", json!({})),
        ("sayMilestone", Who::Author, "step that was claimed", json!({})),
    ]
}

/// What is done with ideas that are answered, or will be.
fn of_officers() -> Vec<Row> {
    vec![
        ("assignIdea", Who::Admin, "assigned idea", json!({})),
        ("takeOnIdea", Who::Admin, "assigned idea", json!({ "take": true })),
        ("addStaffNote", Who::Officer, "public idea", json!({})),
        ("watchIdea", Who::Officer, "public idea", json!({ "watches": true })),
        ("pausePromise", Who::Admin, "promise", json!({})),
        ("resumePromise", Who::Admin, "paused promise", json!({})),
        ("extendPromise", Who::Admin, "promise", json!({})),
        ("keepPromise", Who::Admin, "promise", json!({})),
        ("saveReplyDraft", Who::Officer, "public idea", json!({})),
        ("askReplyApproval", Who::Admin, "assigned idea", json!({})),
        ("scheduleReply", Who::Admin, "assigned idea", json!({})),
        ("discardReplyDraft", Who::Admin, "drafted idea", json!({ "version": 1 })),
        ("publishReply", Who::Admin, "assigned idea", json!({})),
        ("reviseReply", Who::Admin, "answered idea", json!({})),
        ("setMilestone", Who::Admin, "answered idea", json!({})),
        ("claimMilestone", Who::Admin, "step", json!({})),
        ("moveIdeaOn", Who::Admin, "answered idea", json!({})),
        ("saveReplyTemplate", Who::Admin, "department", json!({})),
        ("retireReplyTemplate", Who::Admin, "template", json!({})),
    ]
}

/// What whoever runs the site settles about answers.
fn of_settlers() -> Vec<Row> {
    let step = json!({ "kind": "REPLY", "supporters": 1_000, "workingDays": 5 });
    vec![
        ("addLabel", Who::Admin, "nothing", json!({})),
        ("changeLabel", Who::Admin, "place", json!({ "name": "The old market" })),
        ("saveDepartment", Who::Admin, "nothing", json!({ "departmentId": null })),
        ("closeDepartment", Who::Admin, "department of its own", json!({})),
        ("joinDepartment", Who::Admin, "newcomer to a department", json!({})),
        ("leaveDepartment", Who::Admin, "officer of a department", json!({})),
        ("setRoutes", Who::Admin, "rule of routing", json!({})),
        ("setPromiseSteps", Who::Admin, "nothing", json!({ "steps": [step] })),
        ("setBankHolidays", Who::Admin, "nothing", json!({ "nation": "SCOTLAND" })),
        ("setCalendarDay", Who::Admin, "nothing", json!({})),
        ("forgetCalendarDay", Who::Admin, "day of the council's own", json!({})),
    ]
}

/// What whoever runs the site sets of itself.
fn of_the_site() -> Vec<Row> {
    vec![
        ("addCampaign", Who::Admin, "nothing", json!({})),
        ("changeCampaign", Who::Admin, "open campaign", json!({ "confirm": true })),
        ("closeCampaign", Who::Admin, "open campaign", json!({ "confirm": true })),
        ("setLook", Who::Admin, "look", json!({})),
        ("setLogo", Who::Admin, "look", json!({})),
        ("removeLogo", Who::Admin, "look with a logo", json!({})),
        ("resetLook", Who::Admin, "look of its own", json!({})),
        ("invitePerson", Who::Admin, "nothing", json!({})),
        ("giveRole", Who::Admin, "newcomer", json!({})),
        ("takeRole", Who::Admin, "officer", json!({})),
        ("resendLetters", Who::Admin, "letter that was given up", json!({})),
        ("sendTestLetter", Who::Admin, "nothing", json!({})),
    ]
}

fn of_moderators() -> Vec<Row> {
    let publish = || json!({ "act": "PUBLISH", "reason": null, "note": null });
    vec![
        ("sortIdea", Who::Moderator, "idea and a place", json!({})),
        ("decide", Who::Moderator, "waiting item", publish()),
        ("decideMany", Who::Moderator, "waiting items", publish()),
        ("undoDecision", Who::Moderator, "decision", json!({})),
        ("askSecondOpinion", Who::Moderator, "waiting item", json!({})),
        ("takeSecondOpinionBack", Who::Moderator, "item that was left to others", json!({})),
        ("lockQueueItem", Who::Moderator, "waiting item", json!({})),
        ("releaseQueueItem", Who::Moderator, "item that was taken", json!({})),
        ("setReason", Who::Admin, "nothing", json!({})),
        ("publishRules", Who::Admin, "nothing", json!({})),
        ("correctDecision", Who::Moderator, "refusal of some time ago", json!({})),
    ]
}

#[test]
fn every_act_has_a_row_and_every_row_its_act() {
    let (schema, rows) = (Schema::published(), every());
    let acts: BTreeSet<&str> = schema.objects["Mutation"].iter().map(|field| field.name.as_str()).collect();
    let named: BTreeSet<&str> = rows.iter().map(|(act, ..)| *act).collect();
    let missing: Vec<_> = acts.difference(&named).collect();
    assert!(missing.is_empty(), "these acts have no row in tests/it/replays/acts.rs: {missing:?}");
    let unknown: Vec<_> = named.difference(&acts).collect();
    assert!(unknown.is_empty(), "tests/it/replays/acts.rs names acts that the schema hasn't: {unknown:?}");
    assert_eq!(rows.len(), named.len(), "an act stands twice, and would be sent under one key");
}
