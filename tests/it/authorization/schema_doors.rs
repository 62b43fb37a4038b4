//! Doors that are fields of the schema: what is asked, and what an answer comes to in one word.

use std::time::Duration;

use serde_json::{Value, json};

use super::rows::Row;
use super::trial::Trial;
use crate::nets::{Ear, Made, Player, Schema};

/// What only a browser that is signed in may do: a token that leaked must not make others powerful.
const IN_PERSON: [&str; 5] = [
    "Mutation.giveRole",
    "Mutation.invitePerson",
    "Mutation.joinDepartment",
    "Mutation.sendTestLetter",
    "Mutation.takeRole",
];

/// Whether a script that shows a token must be answered as the same person's browser is.
pub(super) fn is_alike(row: &Row) -> bool {
    !IN_PERSON.contains(&row.door.as_str())
}

/// Asks for every field of the row; tells the word of each.
pub(super) async fn try_one(trial: &Trial, player: &Player, row: &Row, made: &Made, script: bool) -> Vec<String> {
    let (object, fields) = row.fields();
    let field = &fields[0];
    match object.as_str() {
        "Query" => vec![query(player, row, field, made, script).await],
        "Mutation" => vec![mutation(player, field, made, script).await],
        "Subscription" => vec![subscription(trial, player, field, made).await],
        other => of_object(player, other, &fields, made, script).await,
    }
}

async fn ask(player: &Player, query: &str, variables: Value, script: bool) -> Value {
    if script { player.script.graphql(query, variables).await } else { player.ask(query, variables).await }
}

async fn query(player: &Player, row: &Row, field: &str, made: &Made, script: bool) -> String {
    let listed = "nodes { id }";
    let (query, variables) = match field {
        "node" => ("query($id: ID!) { node(id: $id) { id } }".to_owned(), json!({ "id": made.node })),
        "campaign" => {
            ("query($slug: String!) { campaign(slug: $slug) { id } }".to_owned(), json!({ "slug": made.campaign }))
        }
        "campaigns" => (format!("{{ campaigns {{ {listed} }} }}"), json!({})),
        "idea" => {
            let by_number = "query($n: Int!) { idea(number: $n) { id } }";
            let by_id = "query($id: ID!) { idea(id: $id) { id } }";
            let one = ask(player, by_number, json!({ "n": made.number }), script).await;
            let other = ask(player, by_id, json!({ "id": made.idea_id }), script).await;
            assert_eq!(one["data"], other["data"], "line {}: by number and by id differ", row.line);
            return word(&other, "idea");
        }
        "ideas" => {
            let any = "statuses: [SUBMITTED, PUBLISHED, PLANNED, WITHDRAWN, REJECTED]";
            let filter = match row.door.split_once(' ').map(|(_, which)| which) {
                Some("(any status)") => any.to_owned(),
                Some("(mine)") => "mine: true".to_owned(),
                Some(other) => panic!("line {}: no such list: {other}", row.line),
                None => String::new(),
            };
            (format!("{{ ideas(first: 100, orderBy: NEWEST, filter: {{ {filter} }}) {{ {listed} }} }}"), json!({}))
        }
        "account" => ("query($id: ID!) { account(id: $id) { id } }".to_owned(), json!({ "id": nobodys("person") })),
        "roleChanges" => {
            ("query($id: ID!) { roleChanges(personId: $id) { id } }".to_owned(), json!({ "id": nobodys("person") }))
        }
        "replyPack" => {
            ("query($id: ID!) { replyPack(ideaId: $id) { __typename } }".to_owned(), json!({ "id": nobodys("idea") }))
        }
        "filledReplyTemplate" => (
            "query($i: ID!, $t: ID!) { filledReplyTemplate(ideaId: $i, templateId: $t) { cost } }".to_owned(),
            json!({ "i": nobodys("idea"), "t": nobodys("reply-template") }),
        ),
        "moderationQueue" | "moderationDecisions" => (format!("{{ {field} {{ nodes {{ id }} }} }}"), json!({})),
        "queueItem" => {
            ("query($id: ID!) { queueItem(id: $id) { id } }".to_owned(), json!({ "id": nobodys("queue-item") }))
        }
        "ownDecision" => {
            ("query($id: ID!) { ownDecision(id: $id) { id } }".to_owned(), json!({ "id": nobodys("decision") }))
        }
        other => match plain(other) {
            Some(query) => (query.to_owned(), json!({})),
            None => panic!("line {}: nobody knows how to ask Query.{other}", row.line),
        },
    };
    let answer = ask(player, &query, variables, script).await;
    if field == "viewer" && answer == json!({ "data": { "viewer": null } }) {
        return "empty".to_owned();
    }
    if ["ideas", "campaigns"].contains(&field) {
        among(&answer, &format!("/data/{field}/nodes"), made)
    } else {
        word(&answer, field)
    }
}

/// The questions that name nothing.
fn plain(field: &str) -> Option<&'static str> {
    Some(match field {
        "viewer" => "{ viewer { __typename } }",
        "labels" => "{ labels { slug } }",
        "siteLook" => "{ siteLook { name } }",
        "mailroom" => "{ mailroom { waiting } }",
        "accounts" => "{ accounts { id } }",
        "departments" => "{ departments { slug } }",
        "department" => "{ department(slug: \"nobodys\") { id } }",
        "answers" => "{ answers { nodes { reply { id } } } }",
        "promiseScores" => "{ promiseScores { kept } }",
        "overdueIdeas" => "{ overdueIdeas { id } }",
        "readingEase" => "{ readingEase(text: \"We will.\") { sentences } }",
        "councilCalendar" => "{ councilCalendar { nation } }",
        "promisesMovedBy" => "{ promisesMovedBy(nation: SCOTLAND) }",
        "officerDesk" => "{ officerDesk { nodes { number } } }",
        "officerFeed" => "{ officerFeed { nodes { number } } }",
        "watchedIdeas" => "{ watchedIdeas { number } }",
        "officerDeskSizes" => "{ officerDeskSizes { all } }",
        "departmentOfficers" => "{ departmentOfficers { role } }",
        "replyRoutes" => "{ replyRoutes { word } }",
        "replyTemplates" => "{ replyTemplates { title } }",
        "replyTemplateVariables" => "{ replyTemplateVariables }",
        "moderationLog" => "{ moderationLog { nodes { act } } }",
        "rulesVersions" => "{ rulesVersions { version } }",
        "ownModeration" => "{ ownModeration { decided } }",
        "queueCounts" => "{ queueCounts { all } }",
        "moderationFigures" => "{ moderationFigures { decided } }",
        "moderationReasons" => "{ moderationReasons { code } }",
        "report" => "{ report(receipt: \"2222-2222\") { receipt } }",
        _ => return None,
    })
}

async fn mutation(player: &Player, field: &str, made: &Made, script: bool) -> String {
    let input = match field {
        "submitIdea" => json!({ "campaign": made.campaign, "title": "A bench at the station", "body": "To wait." }),
        "editIdea" => json!({ "ideaId": made.idea_id, "revision": 1, "title": "Another bench", "body": "To wait." }),
        "withdrawIdea" => json!({ "ideaId": made.idea_id, "reason": "I changed my mind." }),
        "castVote" => json!({ "ideaId": made.idea_id, "choice": "SUPPORT" }),
        "followIdea" | "unfollowIdea" => json!({ "ideaId": made.idea_id }),
        "setNotices" => json!({ "notices": "AT_ONCE" }),
        "retractVote" => json!({ "ideaId": made.idea_id }),
        "postComment" => {
            let parent = (!made.comment_id.is_empty()).then_some(&made.comment_id);
            json!({ "ideaId": made.idea_id, "parentId": parent, "body": "I think so too." })
        }
        "editComment" => json!({ "commentId": made.comment_id, "revision": 1, "body": "I think so, too." }),
        "deleteComment" => json!({ "commentId": made.comment_id }),
        "reportContent" => {
            let (idea, comment) =
                if made.comment_id.is_empty() { (Some(&made.idea_id), None) } else { (None, Some(&made.comment_id)) };
            json!({ "ideaId": idea, "commentId": comment, "ground": "SPAM", "inGoodFaith": true })
        }
        "appealDecision" => json!({ "decisionId": nobodys("decision"), "words": "Look again." }),
        "appealReport" => {
            json!({ "receipt": "2222-2222", "decisionId": nobodys("decision"), "words": "Look again." })
        }
        "decide" => json!({ "itemId": nobodys("queue-item"), "revision": 1, "act": "PUBLISH" }),
        "decideMany" => {
            json!({ "items": [{ "itemId": nobodys("queue-item"), "revision": 1 }], "act": "PUBLISH" })
        }
        "undoDecision" => json!({ "decisionId": nobodys("decision") }),
        "correctDecision" => json!({ "decisionId": nobodys("decision"), "note": "It was no spam." }),
        "lockQueueItem" | "releaseQueueItem" | "takeSecondOpinionBack" => json!({ "itemId": nobodys("queue-item") }),
        "askSecondOpinion" => json!({ "itemId": nobodys("queue-item"), "words": "I wonder." }),
        "setReason" => json!({
            "language": "en", "code": "SPAM", "title": "Advertising", "rule": "Rule 2", "words": "It advertises.",
            "mend": "Take it out."
        }),
        "publishRules" => json!({ "language": "en", "words": "Be kind." }),
        other => of_answers(other, made),
    };
    let kind = format!("{}{}Input", field[..1].to_uppercase(), &field[1..]);
    let document =
        format!("mutation($input: {kind}!) {{ {field}(input: $input) {{ outcome userErrors {{ field message }} }} }}");
    let answer = ask(player, &document, json!({ "input": input }), script).await;
    let outcome = answer["data"][field]["outcome"].as_str().unwrap_or_default().to_owned();
    // Several were tried and none was there; an item that isn't there can't be taken; no mail server takes letters: each way
    // the door stood open.
    if ["NONE_DECIDED", "GONE", "NOT_SENT"].contains(&outcome.as_str()) {
        return "yes".to_owned();
    }
    match outcome.as_str() {
        "" => word(&answer, field),
        "PUBLISHED" | "WAITING" | "SAVED" | "WITHDRAWN" | "COUNTED" | "RETRACTED" | "NOTHING_TO_RETRACT" | "POSTED"
        | "DELETED" | "REPORTED" | "RELEASED" | "NOTHING_TO_RESEND" => "yes".to_owned(),
        "DONE" => "yes".to_owned(),
        // For drafts and promises: what was read is not what stands.
        "CHANGED" => "conflict".to_owned(),
        "INVALID" => "refused".to_owned(),
        "DISCUSSION_CLOSED" | "VOTING_CLOSED" | "CAMPAIGN_CLOSED" => "closed".to_owned(),
        other => other.to_owned(),
    }
}

/// What goes into an act around promises and answers.
fn of_answers(field: &str, made: &Made) -> Value {
    let idea = &made.idea_id;
    let words = json!({ "ideaId": idea, "outcome": "YES", "reasons": "It helps.", "role": "Head of Parks" });
    match field {
        "assignIdea" => json!({ "ideaId": idea, "departmentId": made.department }),
        "watchIdea" => json!({ "ideaId": idea }),
        "takeOnIdea" => json!({ "ideaId": idea }),
        "addStaffNote" => json!({ "ideaId": idea, "note": "Look at this." }),
        "pausePromise" | "keepPromise" => {
            json!({ "ideaId": idea, "kind": "ACKNOWLEDGE", "reason": "We wait for a survey." })
        }
        "resumePromise" => json!({ "ideaId": idea, "kind": "ACKNOWLEDGE" }),
        "extendPromise" => {
            json!({ "ideaId": idea, "kind": "REPLY", "workingDays": 5, "reason": "We wait for a survey." })
        }
        "saveReplyDraft" | "askReplyApproval" | "publishReply" => words,
        "scheduleReply" => {
            let Value::Object(mut words) = words else { return words };
            words.insert("at".to_owned(), json!("2100-01-01T00:00:00Z"));
            Value::Object(words)
        }
        "discardReplyDraft" => json!({ "ideaId": idea, "version": 1 }),
        "reviseReply" => json!({
            "replyId": made.reply, "revision": 1, "why": "The budget was cut.", "outcome": "YES", "reasons": "It helped.",
            "role": "Head of Parks"
        }),
        "setMilestone" => json!({ "ideaId": idea, "title": "The bench stands", "due": "2100-01-04" }),
        "claimMilestone" => {
            json!({ "ideaId": idea, "milestoneId": nobodys("milestone"), "claim": "YES", "note": "It stands there." })
        }
        "moveIdeaOn" => json!({ "ideaId": idea, "status": "IN_PROGRESS", "words": "The bench is being built." }),
        "sayMilestone" => json!({ "ideaId": idea, "milestoneId": nobodys("milestone"), "happened": "YES" }),
        "saveReplyTemplate" => {
            json!({ "departmentId": nobodys("department"), "title": "Thanks", "reasons": "Thank you." })
        }
        "retireReplyTemplate" => json!({ "templateId": nobodys("reply-template"), "version": 1 }),
        "addLabel" => json!({ "kind": "PLACE", "name": "" }),
        "changeLabel" => json!({ "labelId": nobodys("label"), "name": "Harbour" }),
        "sortIdea" => json!({ "ideaId": idea, "place": null }),
        "saveDepartment" => json!({ "name": "Bins", "about": "All bins." }),
        "closeDepartment" => json!({ "departmentId": nobodys("department") }),
        "joinDepartment" => {
            json!({ "departmentId": nobodys("department"), "personId": nobodys("person"), "role": "Clerk" })
        }
        "leaveDepartment" => json!({ "departmentId": nobodys("department"), "personId": nobodys("person") }),
        "setRoutes" => json!({ "routes": [] }),
        "setPromiseSteps" => json!({ "campaign": "anything-else", "steps": [] }),
        "setBankHolidays" => json!({ "nation": "ENGLAND_AND_WALES" }),
        "setCalendarDay" => json!({ "day": "2027-01-04", "why": "We move house." }),
        "forgetCalendarDay" => json!({ "day": "2027-01-04" }),
        other => of_the_site(other),
    }
}

/// What goes into an act by which whoever runs the site sets what it is.
fn of_the_site(field: &str) -> Value {
    let change = json!({ "campaign": "no-such", "version": 1 });
    match field {
        "addCampaign" => json!({
            "slug": "parks", "question": "", "brief": "Tell us.", "opensAt": "2100-01-01T00:00:00Z",
            "votingRule": "SUPPORT_ONLY", "publishingMode": "UNLESS_FLAGGED"
        }),
        "changeCampaign" | "closeCampaign" => change,
        "setLook" => json!({
            "version": 0, "name": "", "council": "Testtown Council", "contact": "ideas@example.org",
            "accent": "#1f5a4c", "accentDark": "#86ccb5"
        }),
        "setLogo" => json!({ "version": -1, "logo": "" }),
        "resetLook" | "removeLogo" => json!({ "version": -1 }),
        "resendLetters" | "sendTestLetter" => json!({}),
        "invitePerson" => json!({ "email": "", "why": "New in the team." }),
        "giveRole" | "takeRole" => {
            json!({ "personId": nobodys("person"), "role": "MODERATOR", "why": "New in the team." })
        }
        other => panic!("nobody knows how to try Mutation.{other}"),
    }
}

/// The first answer tells; of comments, which come only when somebody writes one, a silence is a yes.
async fn subscription(trial: &Trial, player: &Player, field: &str, made: &Made) -> String {
    let query = match field {
        "tallyChanged" => "subscription($id: ID!) { tallyChanged(ideaIds: [$id]) { version } }",
        "commentPosted" => "subscription($id: ID!) { commentPosted(ideaId: $id) { id } }",
        "ideaAnswered" => "subscription($id: ID!) { ideaAnswered(ideaIds: [$id]) { id } }",
        "moderationQueueChanged" => "subscription { moderationQueueChanged { all } }",
        other => panic!("nobody knows how to hear Subscription.{other}"),
    };
    let variables = if query.contains("$id") { json!({ "id": made.idea_id }) } else { json!({}) };
    let mut ear = Ear::open(&trial.world, player.token.as_deref(), query, &variables).await;
    let live = &trial.world.site().live;
    let message = match (field, made.idea) {
        ("ideaAnswered", Some(idea)) => ear.first(|| live.announce_answer(idea)).await,
        ("commentPosted", _) => ear.next(Duration::from_millis(300)).await,
        _ => ear.next(Duration::from_secs(5)).await,
    };
    match message {
        None if field == "commentPosted" => "yes".to_owned(),
        None => "silence".to_owned(),
        Some(message) if message["type"] == "error" => word(&json!({ "errors": message["payload"] }), field),
        Some(message) if message["payload"]["errors"].is_array() => word(&message["payload"], field),
        Some(message) if message["type"] == "next" => "yes".to_owned(),
        Some(other) => other.to_string(),
    }
}

/// Fields of a thing that is reached by its id (or, for one's own account, by asking who one is).
async fn of_object(player: &Player, object: &str, fields: &[String], made: &Made, script: bool) -> Vec<String> {
    let schema = Schema::published();
    let asked: Vec<String> = fields
        .iter()
        .map(|field| match schema.field(object, field).answers.as_str() {
            answers if answers.ends_with("Connection") => format!("{field} {{ nodes {{ id }} }}"),
            answers if schema.is_object(answers) => format!("{field} {{ __typename }}"),
            _ => field.clone(),
        })
        .collect();
    let asked = asked.join(" ");
    let (within, path) = match object {
        "Person" => (format!("{{ viewer {{ {asked} }} }}"), "/data/viewer"),
        "Tally" => (by_id("Idea", &format!("tally {{ {asked} }}")), "/data/node/tally"),
        "IdeaRevision" => (by_id("Idea", &format!("revisions {{ {asked} }}")), "/data/node/revisions/0"),
        "CommentRevision" => (by_id("Comment", &format!("revisions {{ {asked} }}")), "/data/node/revisions/0"),
        "QueueItem" => {
            (format!("{{ moderationQueue(last: 1) {{ nodes {{ {asked} }} }} }}"), "/data/moderationQueue/nodes/0")
        }
        "QueueCounts" => (format!("{{ queueCounts {{ {asked} }} }}"), "/data/queueCounts"),
        "LoggedDecision" => {
            (format!("{{ moderationLog(first: 1) {{ nodes {{ {asked} }} }} }}"), "/data/moderationLog/nodes/0")
        }
        "RulesVersion" => (format!("{{ rulesVersions {{ {asked} }} }}"), "/data/rulesVersions/0"),
        "OwnModeration" => (format!("{{ ownModeration {{ {asked} }} }}"), "/data/ownModeration"),
        "ModerationFigures" => (format!("{{ moderationFigures {{ {asked} }} }}"), "/data/moderationFigures"),
        "ModerationReason" => (format!("{{ moderationReasons {{ {asked} }} }}"), "/data/moderationReasons/0"),
        "Report" => {
            let input = "ideaId: $id, ground: SPAM, inGoodFaith: true";
            let act =
                format!("mutation($id: ID!) {{ reportContent(input: {{ {input} }}) {{ report {{ {asked} }} }} }}");
            (act, "/data/reportContent/report")
        }
        "Decision" => (by_id("Idea", &format!("standingDecision {{ {asked} }}")), "/data/node/standingDecision"),
        _ => (by_id(object, &asked), "/data/node"),
    };
    // A variable that isn't declared would be refused.
    let variables = if within.contains("$id") { json!({ "id": made.node }) } else { json!({}) };
    let answer = ask(player, &within, variables, script).await;
    if answer["errors"].is_array() {
        return vec![word(&answer, "")];
    }
    if path.starts_with("/data/node") && answer["data"]["node"].is_null() {
        return vec!["not found".to_owned()];
    }
    let read = |field: &String| match answer.pointer(&format!("{path}/{field}")) {
        None | Some(Value::Null) => "empty",
        Some(Value::Array(items)) if items.is_empty() => "empty",
        Some(Value::Bool(false)) => "no",
        Some(_) => "yes",
    };
    fields.iter().map(|field| read(field).to_owned()).collect()
}

fn by_id(object: &str, fields: &str) -> String {
    format!("query($id: ID!) {{ node(id: $id) {{ ... on {object} {{ {fields} }} }} }}")
}

/// Whether the thing is in a list.
fn among(answer: &Value, path: &str, made: &Made) -> String {
    if answer["errors"].is_array() {
        return word(answer, "");
    }
    let nodes = answer.pointer(path).and_then(Value::as_array).unwrap_or_else(|| panic!("no list: {answer}"));
    let there = made.node.is_empty() || nodes.iter().any(|node| node["id"] == made.node.as_str());
    if there { "yes" } else { "no" }.to_owned()
}

fn word(answer: &Value, field: &str) -> String {
    let Some(error) = answer["errors"].get(0) else {
        let data = &answer["data"][field];
        return if data.is_null() { "not found" } else { "yes" }.to_owned();
    };
    match error["extensions"]["code"].as_str() {
        Some("UNAUTHENTICATED") => "sign in".to_owned(),
        Some("FORBIDDEN") => "forbidden".to_owned(),
        Some("NOT_FOUND") => "not found".to_owned(),
        Some("CONFLICT") => "conflict".to_owned(),
        _ => answer.to_string(),
    }
}

/// The API's id of something that nobody made.
fn nobodys(kind: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(format!("{kind}:00000000000070008000000000000001"))
}
