//! Walking the API: from every root, down every field that the schema publishes, so that a new field is walked the day
//! it is published. A root that this file doesn't know how to ask fails.

use folkmoot_common::{DecisionId, Id as _};
use serde_json::{Value, json};

use super::Sightings;
use super::planted::Planted;
use crate::nets::{Player, Schema, global};

/// How many objects deep a way goes from one thing, from an owner of lists, and from a list: each step multiplies what
/// a question costs, and a visitor's purse is small.
const fn depth(object: &str) -> usize {
    match object.as_bytes() {
        b"Idea" | b"Comment" => 3,
        b"Person" | b"Campaign" => 2,
        _ => 1,
    }
}

/// The roots that only staff may ask.
const FOR_STAFF: [&str; 20] = [
    "moderationQueue",
    "queueItem",
    "queueCounts",
    "moderationDecisions",
    "ownModeration",
    "officerDesk",
    "replyPack",
    "filledReplyTemplate",
    "readingEase",
    "officerDeskSizes",
    "officerFeed",
    "watchedIdeas",
    "departmentOfficers",
    "replyRoutes",
    "replyTemplates",
    "replyTemplateVariables",
    "mailroom",
    "accounts",
    "account",
    "roleChanges",
];

pub(super) async fn walk(player: &Player, planted: &Planted) -> Sightings {
    let schema = Schema::published();
    let mut met = Vec::new();
    for (question, object, variables) in roots(&schema, planted) {
        for way in ways(&schema, &object, depth(&object)) {
            let document = question.replace("{}", &format!("{{ {way} }}"));
            // By token: the matrix shows that a cookie opens the same doors.
            let mut answer = player.script.graphql(&document, variables.clone()).await;
            // Histories are dear: a list of them is asked for in smaller parts. Each idea is asked for its own besides.
            for (from, to) in [("first: 10", "first: 4"), ("last: 10", "last: 4"), ("first: 4", "first: 1")] {
                if answer["errors"][0]["message"].as_str().is_some_and(|why| why.starts_with("This query costs")) {
                    answer = player.script.graphql(&document.replace(from, to), variables.clone()).await;
                }
            }
            let refused = answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default();
            // The desk is closed to citizens; who may enter it is the matrix's to say.
            let refused = if FOR_STAFF.iter().any(|root| question.contains(root)) && refused == "FORBIDDEN" {
                ""
            } else {
                refused
            };
            assert!(["", "UNAUTHENTICATED", "NOT_FOUND"].contains(&refused), "{document} {variables}: {answer}");
            met.extend(Planted::in_text(&answer.to_string()).map(|word| (document.clone(), word)));
        }
    }
    met
}

/// Every way into the graph: the document with a gap for the selection, the type that is found there, the variables.
fn roots(schema: &Schema, planted: &Planted) -> Vec<(String, String, Value)> {
    let mut roots = Vec::new();
    let mut add = |question: &str, object: &str, variables: Value| {
        roots.push((question.to_owned(), object.to_owned(), variables));
    };
    for field in &schema.objects["Query"] {
        match field.name.as_str() {
            "viewer" => add("{ viewer {} }", "Person", json!({})),
            "campaign" => {
                for slug in ["anything-else", "reviewed"] {
                    add("query($slug: String!) { campaign(slug: $slug) {} }", "Campaign", json!({ "slug": slug }));
                }
            }
            "campaigns" => add("{ campaigns(first: 3) {} }", "CampaignConnection", json!({})),
            // Asked for by the ids of what was planted.
            "node" | "idea" | "queueItem" | "report" | "ownDecision" | "account" | "roleChanges" => {}
            "replyPack" | "filledReplyTemplate" => {}
            "ideas" => {
                let all = &schema.enums["IdeaStatus"];
                for order in &schema.enums["IdeaOrder"] {
                    add(
                        "query($order: IdeaOrder) { ideas(first: 10, orderBy: $order) {} }",
                        "IdeaConnection",
                        json!({ "order": order }),
                    );
                }
                let filtered = "query($filter: IdeaFilter) { ideas(first: 10, filter: $filter) {} }";
                add(filtered, "IdeaConnection", json!({ "filter": { "statuses": all } }));
                add(filtered, "IdeaConnection", json!({ "filter": { "campaign": "reviewed", "statuses": all } }));
                add(filtered, "IdeaConnection", json!({ "filter": { "mine": true } }));
                add("{ ideas(last: 10) {} }", "IdeaConnection", json!({}));
            }
            "moderationQueue" => add("{ moderationQueue(first: 10) {} }", "QueueItemConnection", json!({})),
            "moderationLog" => add("{ moderationLog(first: 10) {} }", "LoggedDecisionConnection", json!({})),
            "rulesVersions" => add("{ rulesVersions {} }", "RulesVersion", json!({})),
            "ownModeration" => add("{ ownModeration {} }", "OwnModeration", json!({})),
            "moderationDecisions" => add("{ moderationDecisions(first: 10) {} }", "DecisionConnection", json!({})),
            "labels" => add("{ labels {} }", "Label", json!({})),
            "departments" => add("{ departments {} }", "Department", json!({})),
            "department" => add("{ department(slug: \"parks\") {} }", "Department", json!({})),
            "answers" => add("{ answers(first: 10) {} }", "AnsweredIdeaConnection", json!({})),
            "promiseScores" => add("{ promiseScores {} }", "PromiseScore", json!({})),
            "overdueIdeas" => add("{ overdueIdeas {} }", "OverdueIdea", json!({})),
            "councilCalendar" => add("{ councilCalendar {} }", "CouncilCalendar", json!({})),
            "officerDesk" => add("{ officerDesk(first: 10, pile: ALL) {} }", "WaitingIdeaConnection", json!({})),
            "officerFeed" => add("{ officerFeed(first: 10) {} }", "FeedLineConnection", json!({})),
            "watchedIdeas" => add("{ watchedIdeas {} }", "WatchedIdea", json!({})),
            "officerDeskSizes" => add("{ officerDeskSizes {} }", "OfficerDeskSizes", json!({})),
            "departmentOfficers" => add("{ departmentOfficers {} }", "DepartmentOfficer", json!({})),
            "replyRoutes" => add("{ replyRoutes {} }", "ReplyRoute", json!({})),
            "replyTemplates" => add("{ replyTemplates {} }", "ReplyTemplate", json!({})),
            // Words of the program's own, and counts.
            "replyTemplateVariables" | "promisesMovedBy" | "readingEase" => {}
            "siteLook" => add("{ siteLook {} }", "SiteLook", json!({})),
            "mailroom" => add("{ mailroom {} }", "Mailroom", json!({})),
            "accounts" => add("{ accounts {} }", "Account", json!({})),
            "queueCounts" => add("{ queueCounts {} }", "QueueCounts", json!({})),
            "moderationFigures" => add("{ moderationFigures {} }", "ModerationFigures", json!({})),
            "moderationReasons" => add("{ moderationReasons {} }", "ModerationReason", json!({})),
            other => panic!("the walk doesn't know how to ask Query.{other}: teach it in tests/it/surfaces/api.rs"),
        }
    }
    roots.extend(by_id(planted));
    roots
}

/// The same for each thing that was planted, by what it is known by.
fn by_id(planted: &Planted) -> Vec<(String, String, Value)> {
    let mut roots = Vec::new();
    let mut add = |question: &str, object: &str, variables: Value| {
        roots.push((question.to_owned(), object.to_owned(), variables));
    };
    for idea in planted.all() {
        add("query($n: Int!) { idea(number: $n) {} }", "Idea", json!({ "n": idea.number }));
        add("query($id: ID!) { node(id: $id) { ... on Idea {} } }", "Idea", json!({ "id": idea.idea_id }));
        add("query($id: ID!) { replyPack(ideaId: $id) {} }", "ReplyPack", json!({ "id": idea.idea_id }));
        let fill = "query($id: ID!, $t: ID!) { filledReplyTemplate(ideaId: $id, templateId: $t) {} }";
        add(fill, "FilledReply", json!({ "id": idea.idea_id, "t": global(planted.template) }));
    }
    for (_idea, _number, id) in &planted.comments {
        add("query($id: ID!) { node(id: $id) { ... on Comment {} } }", "Comment", json!({ "id": id }));
    }
    // One item is of the same type as those of the queue; what is dear is asked of each one.
    for item in &planted.items {
        let id = json!({ "id": global(*item) });
        add("query($id: ID!) { queueItem(id: $id) { dossier {} } }", "Dossier", id);
    }
    for id in &planted.decisions {
        let id = global(DecisionId::from_uuid(id.parse().unwrap()));
        add("query($id: ID!) { ownDecision(id: $id) {} }", "Decision", json!({ "id": id }));
    }
    let appointed = json!({ "id": global(planted.appointed) });
    add("query($id: ID!) { account(id: $id) {} }", "Account", appointed.clone());
    add("query($id: ID!) { roleChanges(personId: $id) {} }", "RoleChange", appointed);
    let receipt = json!({ "receipt": planted.receipt });
    add("query($receipt: String!) { report(receipt: $receipt) {} }", "Report", receipt);
    roots
}

/// Selections that together hold every field of a type and of what it leads to, each small enough for a visitor's purse.
fn ways(schema: &Schema, object: &str, deep: usize) -> Vec<String> {
    let fields = &schema.objects[object];
    let plain: Vec<&str> =
        fields.iter().filter(|field| !schema.is_object(&field.answers)).map(|field| field.name.as_str()).collect();
    let mut ways = Vec::new();
    if !plain.is_empty() {
        ways.push(plain.join(" "));
    }
    for field in
        fields.iter().filter(|field| schema.is_object(&field.answers) && (deep > 0 || object.ends_with("Connection")))
    {
        // A list in a list would cost more than a visitor has.
        let arguments = if field.takes.iter().any(|(name, _)| name == "first") { "(first: 4)" } else { "" };
        // A connection is a way, not a place; its edges hold the same things as its nodes.
        if field.answers.ends_with("Edge") {
            ways.push(format!("{} {{ cursor node {{ id }} }}", field.name));
            continue;
        }
        let left = if object.ends_with("Connection") { deep } else { deep - 1 };
        for way in ways_within(schema, &field.answers, left) {
            ways.push(format!("{}{arguments} {{ {way} }}", field.name));
        }
    }
    ways
}

fn ways_within(schema: &Schema, object: &str, deep: usize) -> Vec<String> {
    if object == "Node" { vec!["id".to_owned()] } else { ways(schema, object, deep) }
}
