//! What the API takes, read from the published schema: a right value for every part of an input, and a way to every
//! type whose fields take arguments. A part or a type that this file doesn't know fails.

use folkmoot_common::{DecisionId, Id as _};
use serde_json::{Map, Value, json};

use super::schema::Schema;
use super::things::{Made, global};

/// A type's name without `!` and brackets.
pub(crate) fn bare(kind: &str) -> &str {
    kind.trim_matches(['[', ']', '!'])
}

/// An act's own name, which every input takes.
pub(crate) const ACT_ID: &str = "clientMutationId";

/// An input of this type in which every part is right. It has no name for the act: under one, whoever tries the same act twice
/// is given the first answer again, and nothing is tried.
pub(crate) fn right(schema: &Schema, act: &str, kind: &str, made: &Made) -> Map<String, Value> {
    let parts = &schema.inputs[bare(kind)];
    let mut input: Map<String, Value> = parts
        .iter()
        .filter(|(part, _)| part != ACT_ID)
        .map(|(part, _)| (part.clone(), right_part(kind, part, made)))
        .collect();
    // What is reported is named by one id.
    if act == "reportContent" {
        input.retain(|part, _| !part.ends_with("Id") || part == "ideaId");
    }
    input
}

fn right_part(kind: &str, part: &str, made: &Made) -> Value {
    if let Some(right) = right_part_of_answers(kind, part, made).or_else(|| right_part_of_the_site(kind, part)) {
        return right;
    }
    match part {
        "ideaId" => json!(made.idea_id),
        "commentId" => json!(made.comment_id),
        "campaign" => json!("anything-else"),
        "revision" => json!(1),
        "choice" => json!("SUPPORT"),
        "notices" => json!("DAILY"),
        "stance" => json!("FOR"),
        "title" => json!("A bench at the river"),
        "body" => json!("To rest."),
        "language" => json!("en"),
        "reason" => json!("I changed my mind."),
        "itemId" | "decisionId" => json!("cXVldWUtaXRlbTowMDAwMDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMQ"),
        "items" => json!([]),
        "act" => json!("KEEP"),
        "note" => json!("Thank you."),
        "parentId" | "personId" | "name" | "email" => Value::Null,
        "mergeInto" | "moveTo" | "redactedTitle" | "redactedBody" | "suspendUntil" => Value::Null,
        "take" | "watches" | "isRetired" => json!(false),
        "words" | "details" | "mend" | "rule" => json!("Look again."),
        "ground" => json!("SPAM"),
        "inGoodFaith" => json!(true),
        "receipt" => json!("2222-2222"),
        "code" => json!("SPAM"),
        other => panic!("teach tests/it/nets/inputs.rs what {other} of {kind} may be"),
    }
}

/// What whoever runs the site sets of itself: campaigns, its look, who may do what, letters.
fn right_part_of_the_site(kind: &str, part: &str) -> Option<Value> {
    let roles = kind.starts_with("GiveRole") || kind.starts_with("TakeRole");
    Some(match part {
        "slug" => json!("what-parks-lack"),
        "question" => json!("What do our parks lack?"),
        "brief" => json!("Tell us."),
        "opensAt" => json!("2100-01-01T00:00:00Z"),
        "closesAt" => json!("2101-01-01T00:00:00Z"),
        "votingRule" => json!("SUPPORT_AND_OPPOSE"),
        "publishingMode" => json!("UNLESS_FLAGGED"),
        "isArchived" | "confirm" => json!(false),
        "name" if kind.starts_with("SetLook") => json!("Ideas"),
        "council" => json!("Our council"),
        "contact" => json!("ideas@example.org"),
        "accent" => json!("#1f5a4c"),
        "accentDark" => json!("#86ccb5"),
        // The smallest drawing that passes.
        "logo" => json!("PHN2Zy8+"),
        "email" if kind.starts_with("InvitePerson") => json!("somebody.new@example.org"),
        "roles" => json!([]),
        "personId" if roles => json!("cGVyc29uOjAxODkwMDAwMDAwMDcwMDA4MDAwMDAwMDAwMDAwMDAw"),
        "letterId" => json!("bWFpbDowMTg5MDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMA"),
        _ => return None,
    })
}

/// What is promised, who answers, and what is answered.
fn right_part_of_answers(kind: &str, part: &str, made: &Made) -> Option<Value> {
    const NOBODYS: &str = "ZGVwYXJ0bWVudDowMDAwMDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMQ";
    Some(match part {
        "departmentId" if made.department.is_empty() => json!(NOBODYS),
        "departmentId" => json!(made.department),
        "name" if kind.starts_with("SaveDepartment") => json!("Parks and trees"),
        "name" if kind.contains("Label") => json!("Harbour"),
        "kind" if kind.starts_with("AddLabel") => json!("PLACE"),
        "labelId" => json!("bGFiZWw6MDE4OTAwMDAwMDAwNzAwMDgwMDAwMDAwMDAwMDAwMDE"),
        "place" | "tag" => Value::Null,
        "tags" => json!([]),
        "replyId" => json!(made.reply),
        "templateId" if kind.starts_with("Save") => Value::Null,
        "templateId" => json!("cmVwbHktdGVtcGxhdGU6MDAwMDAwMDAwMDAwNzAwMDgwMDAwMDAwMDAwMDAwMDE"),
        "milestoneId" => json!("bWlsZXN0b25lOjAwMDAwMDAwMDAwMDcwMDA4MDAwMDAwMDAwMDAwMDAx"),
        "claim" | "happened" => json!("YES"),
        "status" => json!("IN_PROGRESS"),
        "due" => json!("2100-01-04"),
        "retire" => json!(true),
        "kind" => json!("ACKNOWLEDGE"),
        "workingDays" => json!(5),
        "isLead" | "leave" | "close" | "isClosed" | "needsTwoPeople" => json!(true),
        "outcome" => json!("YES"),
        "reasons" | "arguments" | "about" => json!("Because it helps."),
        "cost" | "nextStep" | "referTo" => json!("Nothing at all"),
        "until" | "nextDate" => json!("2100-01-04"),
        "day" => json!("2027-01-04"),
        "nation" => json!("ENGLAND_AND_WALES"),
        "at" => json!("2100-01-01T00:00:00Z"),
        "role" if kind.starts_with("GiveRole") || kind.starts_with("TakeRole") => json!("OFFICER"),
        "role" => json!("Head of Parks"),
        "why" => json!("The budget has changed."),
        "others" | "credits" | "routes" | "steps" => json!([]),
        "version" => json!(0),
        _ => return None,
    })
}

/// A question about a field of this type, with a gap for the field; and the id that it asks about, if it does.
pub(crate) fn way_to(object: &str, made: &Made, decision: &str) -> (&'static str, Option<String>) {
    match object {
        "Query" => ("{ {} }", None),
        "Person" => ("{ viewer { {} } }", None),
        "Idea" => ("{ idea(id: $id) { {} } }", Some(made.idea_id.clone())),
        "Campaign" => ("{ campaign(slug: \"anything-else\") { {} } }", None),
        "OfficialReply" => ("{ node(id: $id) { ... on OfficialReply { {} } } }", Some(made.reply.clone())),
        "Decision" => {
            let id = global(DecisionId::from_uuid(decision.parse().expect("the id is one")));
            ("{ ownDecision(id: $id) { {} } }", Some(id))
        }
        other => panic!("teach tests/it/nets/inputs.rs a way to a {other}"),
    }
}

/// What to ask of a field so that the question is whole.
pub(crate) fn glance(schema: &Schema, answers: &str) -> &'static str {
    if answers.ends_with("Connection") {
        " { nodes { __typename } }"
    } else if schema.is_object(answers) {
        " { __typename }"
    } else {
        ""
    }
}
