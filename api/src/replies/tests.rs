//! Stories of answers by the API: promises and replies are for everybody, drafts and notes are not, and the department that
//! has an idea answers it.

use async_graphql::Request;
use folkmoot_common::{DepartmentId, PersonId, Viewer};
use futures::StreamExt as _;
use serde_json::{Value, json};

use crate::fakes::{World, admin, citizen, comment_id, idea_id, moderator, officer, the};

const PARKS: u128 = 11;
const ROADS: u128 = 12;

fn department_id(number: u128) -> String {
    crate::ids::global(the::<DepartmentId>(number)).0
}

fn person_id(number: u128) -> String {
    crate::ids::global(the::<PersonId>(number)).0
}

/// An act with this input, in GraphQL's own writing, and what to ask of its payload.
fn act(name: &str, input: &str, asked: &str) -> String {
    format!("mutation {{ {name}(input: {{{input}}}) {{ outcome {asked} userErrors {{ field code }} }} }}")
}

fn yes(number: u128) -> String {
    format!("ideaId: \"{}\", outcome: YES, reasons: \"We like **it**.\", role: \"Head of Parks\"", idea_id(number))
}

/// Every act of officers, and every act of admins.
fn acts() -> (Vec<String>, Vec<String>) {
    let (idea, parks, person) = (idea_id(1), department_id(1), person_id(1));
    let of = |input: &str| format!("ideaId: \"{idea}\", {input}");
    let officers = [
        ("assignIdea", of(&format!("departmentId: \"{parks}\""))),
        ("takeOnIdea", of("")),
        ("watchIdea", of("")),
        ("addStaffNote", of("note: \"Look.\"")),
        ("pausePromise", of("kind: REPLY, reason: \"Waiting for a survey.\"")),
        ("resumePromise", of("kind: REPLY")),
        ("extendPromise", of("kind: REPLY, workingDays: 5, reason: \"The survey is late.\"")),
        ("keepPromise", of("kind: ACKNOWLEDGE, reason: \"We have seen it.\"")),
        ("saveReplyDraft", yes(1)),
        ("askReplyApproval", yes(1)),
        ("scheduleReply", format!("{}, at: \"2100-01-01T00:00:00Z\"", yes(1))),
        ("discardReplyDraft", of("version: 1")),
        ("publishReply", yes(1)),
        ("setMilestone", of("title: \"The bench stands\", due: \"2100-01-04\"")),
        ("claimMilestone", of("milestoneId: \"x\", claim: YES, note: \"It stands by the pond.\"")),
        ("moveIdeaOn", of("status: DONE, words: \"It stands by the pond.\"")),
        ("saveReplyTemplate", format!("departmentId: \"{parks}\", title: \"Thanks\", reasons: \"Thank you.\"")),
        ("retireReplyTemplate", "templateId: \"x\", version: 1".to_owned()),
        ("reviseReply", "replyId: \"x\", revision: 1, why: \"\"".to_owned()),
    ];
    let admins = [
        ("saveDepartment", "name: \"Bins\", about: \"Bins.\"".to_owned()),
        ("closeDepartment", format!("departmentId: \"{parks}\"")),
        ("joinDepartment", format!("departmentId: \"{parks}\", personId: \"{person}\", role: \"Gardener\"")),
        ("leaveDepartment", format!("departmentId: \"{parks}\", personId: \"{person}\"")),
        ("setRoutes", "routes: []".to_owned()),
        ("setPromiseSteps", "campaign: \"anything-else\", steps: []".to_owned()),
        ("setBankHolidays", "nation: SCOTLAND".to_owned()),
        ("setCalendarDay", "day: \"2027-01-04\", why: \"Moving.\"".to_owned()),
        ("forgetCalendarDay", "day: \"2027-01-04\"".to_owned()),
    ];
    let all = |acts: &[(&str, String)]| acts.iter().map(|(name, input)| act(name, input, "")).collect();
    (all(&officers), all(&admins))
}

#[tokio::test]
async fn officers_acts_are_for_officers_and_settings_for_admins() {
    let world = World::new();
    let (officers, admins) = acts();
    let desk = ["{ officerDesk { nodes { number } } }", "{ officerDeskSizes { all } }", "{ replyRoutes { word } }"];
    let templates = ["{ departmentOfficers { role } }", "{ replyTemplates { title } }", "{ replyTemplateVariables }"];
    let pack = [
        "{ replyPack(ideaId: \"x\") { idea { number } } }",
        "{ filledReplyTemplate(ideaId: \"x\", templateId: \"x\") { cost } }",
        "{ readingEase(text: \"We will.\") { sentences } }",
    ];
    let desk = desk.iter().chain(&templates).chain(&pack).map(|question| (*question).to_owned());
    for question in officers.iter().cloned().chain(desk) {
        assert_eq!(world.code(Viewer::Nobody, &question).await, "UNAUTHENTICATED", "{question}");
        for stranger in [citizen(1), moderator()] {
            assert_eq!(world.code(stranger, &question).await, "FORBIDDEN", "{question}");
        }
    }
    let preview = "{ promisesMovedBy(nation: SCOTLAND) }".to_owned();
    for question in admins.into_iter().chain([preview]) {
        assert_eq!(world.code(Viewer::Nobody, &question).await, "UNAUTHENTICATED", "{question}");
        for stranger in [citizen(1), moderator(), officer(PARKS)] {
            assert_eq!(world.code(stranger, &question).await, "FORBIDDEN", "{question}");
        }
    }
}

#[tokio::test]
async fn an_officer_of_another_department_is_refused() {
    let world = World::new();
    for (name, input) in [
        ("publishReply", yes(1)),
        ("saveReplyDraft", yes(1)),
        ("takeOnIdea", format!("ideaId: \"{}\"", idea_id(1))),
        ("assignIdea", format!("ideaId: \"{}\", departmentId: \"{}\"", idea_id(1), department_id(2))),
        ("pausePromise", format!("ideaId: \"{}\", kind: REPLY, reason: \"Because we can.\"", idea_id(1))),
    ] {
        assert_eq!(world.code(officer(ROADS), &act(name, &input, "")).await, "FORBIDDEN", "{name}");
    }
    assert_eq!(
        world.data(Viewer::Nobody, "{ idea(number: 1) { officialReplies { id } } }").await["idea"]["officialReplies"],
        json!([])
    );
}

#[tokio::test]
async fn drafts_and_notes_are_nothing_to_citizens() {
    let world = World::new();
    let note = format!("ideaId: \"{}\", note: \"Ask @Officer 12.\"", idea_id(1));
    assert_eq!(world.data(officer(PARKS), &act("addStaffNote", &note, "")).await["addStaffNote"]["outcome"], "DONE");
    let saved = world.data(officer(PARKS), &act("saveReplyDraft", &yes(1), "draft { version }")).await;
    assert_eq!(saved["saveReplyDraft"]["draft"]["version"], 1);
    let secrets = "{ idea(number: 1) { replyDraft { reasonsMarkdown } staffNotes { wordsMarkdown mentions { name } } \
        growth { on support oppose comments } \
        departments { name isLead officer { name } } } }";
    for stranger in [Viewer::Nobody, citizen(1), moderator()] {
        let idea = &world.data(stranger, secrets).await["idea"];
        assert_eq!((&idea["replyDraft"], &idea["staffNotes"]), (&Value::Null, &Value::Null), "{stranger:?}");
        assert_eq!(idea["growth"], Value::Null);
        assert_eq!(idea["departments"], json!([{ "name": "Parks", "isLead": true, "officer": null }]));
    }
    let other = &world.data(officer(ROADS), secrets).await["idea"];
    assert_eq!(other["replyDraft"], Value::Null, "another department's draft");
    assert_eq!(other["staffNotes"][0]["wordsMarkdown"], "Ask @Officer 12.", "colleagues read notes");
    let grown = other["growth"].as_array().unwrap();
    assert_eq!(grown[0], json!({ "on": "2023-10-31", "support": 0, "oppose": 0, "comments": 1 }));
    assert_eq!(
        (&grown[1]["support"], &grown[1]["oppose"], grown.len()),
        (&json!(8), &json!(2), 2),
        "today's are the tally"
    );
    let own = &world.data(officer(PARKS), secrets).await["idea"];
    assert_eq!(own["replyDraft"]["reasonsMarkdown"], "We like **it**.");
}

#[tokio::test]
async fn a_promise_tells_how_its_day_was_found() {
    let world = World::new();
    let asked = "{ idea(number: 1) { promises { kind supporters workingDays duty dueOn how { what on until workingDays } \
        changes { kind reason workingDays } } happenings { what number } } }";
    let idea = &world.data(Viewer::Nobody, asked).await["idea"];
    // 14 November 2023 is a Tuesday; twenty working days later it is 12 December.
    let promise = &idea["promises"][0];
    assert_eq!((&promise["dueOn"], &promise["duty"]), (&json!("2023-12-12"), &json!("OVERDUE")));
    assert_eq!(promise["how"][1], json!({ "what": "COUNTED", "on": "2023-12-12", "until": null, "workingDays": 20 }));
    assert_eq!(idea["happenings"], json!([{ "what": "REACHED", "number": 50 }]));
    let late =
        act("pausePromise", &format!("ideaId: \"{}\", kind: REPLY, reason: \"We wait for a survey.\"", idea_id(1)), "");
    let late = world.data(officer(PARKS), &late).await;
    assert_eq!(late["pausePromise"]["userErrors"][0]["code"], "LATE", "what is late was stopped");
}

#[tokio::test]
async fn a_promise_is_stopped_with_a_reason() {
    let world = World::young();
    let pause = |reason: &str| format!("ideaId: \"{}\", kind: REPLY, reason: \"{reason}\"", idea_id(1));
    let short = world.data(officer(PARKS), &act("pausePromise", &pause("No."), "")).await;
    assert_eq!(short["pausePromise"]["outcome"], "INVALID");
    assert_eq!(short["pausePromise"]["userErrors"], json!([{ "field": "reason", "code": "TOO_SHORT" }]));
    let good = pause("We wait for a survey.");
    let paused = world.data(officer(PARKS), &act("pausePromise", &good, "idea { promises { duty dueOn } }")).await;
    assert_eq!(paused["pausePromise"]["idea"]["promises"][0], json!({ "duty": "PAUSED", "dueOn": null }));
    let again = world.data(officer(PARKS), &act("pausePromise", &good, "")).await;
    assert_eq!(again["pausePromise"]["outcome"], "REFUSED");
    assert_eq!(again["pausePromise"]["userErrors"], json!([{ "field": "kind", "code": "PAUSED" }]));
    let days = format!("ideaId: \"{}\", kind: REPLY, workingDays: -1, reason: \"It takes longer.\"", idea_id(1));
    let days = world.data(officer(PARKS), &act("extendPromise", &days, "")).await;
    assert_eq!(days["extendPromise"]["userErrors"], json!([{ "field": "workingDays", "code": "OUT_OF_RANGE" }]));
}

#[tokio::test]
async fn an_answer_is_drafted_published_read_and_revised() {
    let world = World::new();
    let keep = format!("{}, credits: [1, 3], others: [2]", yes(1));
    let kept = world.data(officer(PARKS), &act("saveReplyDraft", &keep, "draft { stage others credits }")).await;
    assert_eq!(kept["saveReplyDraft"]["draft"], json!({ "stage": "WRITING", "others": [2], "credits": [1, 3] }));
    let stale = world.data(officer(PARKS), &act("publishReply", &keep, "")).await;
    assert_eq!(
        stale["publishReply"],
        json!({ "outcome": "CHANGED", "userErrors": [{ "field": "version", "code": "CHANGED" }] })
    );
    let theirs = world.data(admin(), &act("saveReplyDraft", &yes(1), "lock { isYours }")).await;
    assert_eq!(
        (&theirs["saveReplyDraft"]["outcome"], &theirs["saveReplyDraft"]["lock"]["isYours"]),
        (&json!("LOCKED"), &json!(false))
    );
    let empty = format!("ideaId: \"{}\", version: 1", idea_id(1));
    let empty = world.data(officer(PARKS), &act("publishReply", &empty, "")).await;
    let fields: Vec<&Value> =
        empty["publishReply"]["userErrors"].as_array().unwrap().iter().map(|error| &error["field"]).collect();
    assert_eq!(fields, [&json!("outcome"), &json!("reasons"), &json!("role")]);
    let now = format!("{keep}, version: 1");
    let asked = "reply { id outcome role reasonsHtml department { name } revision ideas { number } credits { id } }";
    let published = world.data(officer(PARKS), &act("publishReply", &now, asked)).await;
    let reply = &published["publishReply"]["reply"];
    assert_eq!(published["publishReply"]["outcome"], "PUBLISHED");
    assert_eq!(reply["ideas"], json!([{ "number": 1 }, { "number": 2 }]));
    assert_eq!(reply["credits"], json!([{ "id": comment_id(1) }]), "a comment whose words are gone is not credited");
    assert!(reply["reasonsHtml"].as_str().unwrap().contains("<strong>it</strong>"));
    let id = reply["id"].as_str().unwrap();
    let revise = |revision: i32, why: &str| {
        format!(
            "replyId: \"{id}\", revision: {revision}, why: \"{why}\", outcome: NO, reasons: \"No.\", role: \"Head of Parks\""
        )
    };
    let why = "The budget was cut.";
    assert_eq!(world.code(officer(ROADS), &act("reviseReply", &revise(1, why), "")).await, "FORBIDDEN");
    let revised = world.data(officer(PARKS), &act("reviseReply", &revise(1, why), "")).await;
    assert_eq!(revised["reviseReply"]["outcome"], "PUBLISHED");
    let late = world.data(officer(PARKS), &act("reviseReply", &revise(1, why), "")).await;
    assert_eq!(late["reviseReply"]["userErrors"], json!([{ "field": "revision", "code": "CHANGED" }]));
    let read = format!(
        "{{ node(id: \"{id}\") {{ ... on OfficialReply {{ outcome revision viewerCanRevise revisions {{ revision outcome why }} }} }} }}"
    );
    let node = &world.data(Viewer::Nobody, &read).await["node"];
    assert_eq!(node["revisions"][1], json!({ "revision": 2, "outcome": "NO", "why": why }));
    assert_eq!(node["viewerCanRevise"], false);
}

#[tokio::test]
async fn what_was_answered_costs_a_fixed_number_of_questions() {
    let world = World::new();
    let both = format!("{}, others: [2]", yes(1));
    world.data(officer(PARKS), &act("publishReply", &both, "")).await;
    world.asked();
    let asked = "{ answers { nodes { idea { number promises { duty } departments { department { slug } } campaign { promises { kind } } } \
        reply { outcome department { name } ideas { number } } } } }";
    let answers = &world.data(Viewer::Nobody, asked).await["answers"]["nodes"];
    assert_eq!(answers.as_array().unwrap().len(), 2);
    assert_eq!(answers[0]["idea"]["promises"], json!([{ "duty": "KEPT_LATE" }]));
    let questions = world.asked();
    assert!(questions <= 7, "{questions} questions: answers, ideas, ways, calendar, departments, campaigns, steps");
    let only = "{ answers(filter: {outcome: NO}) { nodes { reply { id } } } }";
    assert_eq!(world.data(Viewer::Nobody, only).await["answers"]["nodes"], json!([]));
    let bad = "{ answers(filter: {departmentId: \"x\"}) { nodes { reply { id } } } }";
    assert_eq!(world.code(Viewer::Nobody, bad).await, "INVALID_INPUT");
}

#[tokio::test]
async fn a_desk_shows_what_waits_for_whom() {
    let world = World::new();
    let desk = |arguments: &str| {
        format!(
            "{{ officerDesk({arguments}) {{ nodes {{ number department officer {{ id }} idea {{ title }} stage promise step }} }} }}"
        )
    };
    let parks = &world.data(officer(PARKS), &desk("first: 5")).await["officerDesk"]["nodes"];
    assert_eq!(parks[0]["officer"]["id"], json!(person_id(11)));
    assert_eq!(parks[0]["idea"]["title"], "Idea number 1");
    assert_eq!((&parks[0]["promise"], &parks[0]["step"]), (&json!("REPLY"), &Value::Null));
    assert_eq!(world.data(officer(ROADS), &desk("pile: MY_DEPARTMENTS")).await["officerDesk"]["nodes"], json!([]));
    let of_parks = desk(&format!("departmentId: \"{}\"", department_id(1)));
    assert_eq!(world.data(officer(ROADS), &of_parks).await["officerDesk"]["nodes"][0]["number"], 1);
    let both = desk(&format!("pile: ALL, departmentId: \"{}\"", department_id(1)));
    assert_eq!(world.code(officer(ROADS), &both).await, "INVALID_INPUT");
    let longest = desk("pile: ALL, orderBy: LONGEST_WAITING");
    assert_eq!(world.data(officer(ROADS), &longest).await["officerDesk"]["nodes"][0]["number"], 1);
    let place = "{ officerDesk(pile: ALL) { pageInfo { endCursor } } }";
    let place = world.data(officer(ROADS), place).await["officerDesk"]["pageInfo"]["endCursor"].clone();
    let other = desk(&format!("pile: ALL, orderBy: LONGEST_WAITING, after: {place}"));
    assert_eq!(world.code(officer(ROADS), &other).await, "INVALID_INPUT", "a place in another order");
    let sizes =
        "{ officerDeskSizes { mine myDepartments all nobodys overdue } departmentOfficers { role person { id } } }";
    let data = world.data(officer(PARKS), sizes).await;
    assert_eq!(
        data["officerDeskSizes"],
        json!({ "mine": 1, "myDepartments": 1, "all": 1, "nobodys": 0, "overdue": 0 })
    );
    assert_eq!(data["departmentOfficers"][1]["role"], "Head of Roads");
}

#[tokio::test]
async fn an_admin_settles_departments_promises_and_days() {
    let world = World::new();
    let new = act("saveDepartment", "name: \"Bins\", about: \"All bins.\"", "department { id slug }");
    let bins = world.data(admin(), &new).await["saveDepartment"]["department"].clone();
    assert_eq!(bins["slug"], "bins");
    let wrong = act("saveDepartment", "departmentId: \"x\", name: \"\", about: \"\"", "department { id }");
    let wrong = &world.data(admin(), &wrong).await["saveDepartment"];
    let fields: Vec<&Value> = wrong["userErrors"].as_array().unwrap().iter().map(|error| &error["field"]).collect();
    assert_eq!(fields, [&json!("departmentId"), &json!("name"), &json!("about")]);
    let unknown = format!("departmentId: \"{}\"", department_id(77));
    let unknown = &world.data(admin(), &act("closeDepartment", &unknown, "")).await["closeDepartment"];
    assert_eq!(unknown["userErrors"], json!([{ "field": "departmentId", "code": "NOT_FOUND" }]));
    let id = bins["id"].as_str().unwrap();
    let close = act("closeDepartment", &format!("departmentId: \"{id}\""), "department { closedAt }");
    assert!(world.data(admin(), &close).await["closeDepartment"]["department"]["closedAt"].is_string());
    let twice = "campaign: \"anything-else\", steps: [{kind: REPLY, supporters: 1, workingDays: 1}, {kind: REPLY, supporters: 2, workingDays: 2}]";
    let twice = &world.data(admin(), &act("setPromiseSteps", twice, "")).await["setPromiseSteps"];
    assert_eq!(twice["userErrors"], json!([{ "field": "steps", "code": "TWICE" }]));
    let day = act("setCalendarDay", "day: \"2027-01-04\", why: \"Moving house.\"", "ownDays { day isClosed why }");
    let day = &world.data(admin(), &day).await["setCalendarDay"];
    assert_eq!(day["ownDays"], json!([{ "day": "2027-01-04", "isClosed": true, "why": "Moving house." }]));
    let calendar =
        &world.data(Viewer::Nobody, "{ councilCalendar { nation ownDays { day } } }").await["councilCalendar"];
    assert_eq!(calendar, &json!({ "nation": "ENGLAND_AND_WALES", "ownDays": [{ "day": "2027-01-04" }] }));
    let moved = world.data(admin(), "{ promisesMovedBy(nation: SCOTLAND) }").await;
    assert_eq!(moved, json!({ "promisesMovedBy": 0 }));
    let choose = act("setBankHolidays", "nation: SCOTLAND", "calendar { nation ownDays { day } }");
    let kept = &world.data(admin(), &choose).await["setBankHolidays"];
    let calendar = json!({ "nation": "SCOTLAND", "ownDays": [{ "day": "2027-01-04" }] });
    assert_eq!((&kept["outcome"], &kept["calendar"]), (&json!("SAVED"), &calendar));
    let bad = &world.data(admin(), &act("forgetCalendarDay", "day: \"tomorrow\"", "")).await["forgetCalendarDay"];
    assert_eq!(bad["userErrors"], json!([{ "field": "day", "code": "NOT_A_DAY" }]));
}

#[tokio::test]
async fn a_template_is_filled_over_what_was_typed_and_nothing_is_saved() {
    let world = World::new();
    let words = "title: \"Thanks\", outcome: YES, reasons: \"Of {{title}}, by {{department}}.\"";
    let new = format!("departmentId: \"{}\", {words}", department_id(1));
    let saved = world.data(officer(PARKS), &act("saveReplyTemplate", &new, "template { id }")).await;
    let template = saved["saveReplyTemplate"]["template"]["id"].as_str().unwrap().to_owned();
    let fill = |idea: u128, more: &str| {
        let which = format!("ideaId: \"{}\", templateId: \"{template}\"", idea_id(idea));
        format!("{{ filledReplyTemplate({which} {more}) {{ outcome reasonsMarkdown cost kept gaps }} }}")
    };
    let filled = |data: Value| data["filledReplyTemplate"].clone();
    let cost = filled(world.data(officer(PARKS), &fill(1, "typed: {cost: \"Nothing\"}")).await);
    let words = "Of Idea number 1, by Parks.";
    let expected = json!({ "outcome": "YES", "reasonsMarkdown": words, "cost": "Nothing", "kept": [], "gaps": [] });
    assert_eq!(cost, expected);
    let mine = filled(world.data(officer(PARKS), &fill(1, "typed: {reasons: \"Mine.\"}")).await);
    assert_eq!((&mine["reasonsMarkdown"], &mine["kept"]), (&json!("Mine."), &json!(["reasons"])));
    let over = filled(world.data(officer(PARKS), &fill(1, "typed: {reasons: \"Mine.\"}, replace: true")).await);
    assert_eq!((&over["reasonsMarkdown"], &over["kept"]), (&json!(words), &json!([])));
    assert_eq!(world.code(officer(ROADS), &fill(1, "")).await, "FORBIDDEN");
    assert_eq!(filled(world.data(officer(ROADS), &fill(2, "")).await), Value::Null, "another department’s words");
    assert_eq!(filled(world.data(officer(PARKS), &fill(3, "")).await), Value::Null, "an idea that nobody may see");
    let draft = "{ idea(number: 1) { replyDraft { version } } }";
    assert_eq!(world.data(officer(PARKS), draft).await["idea"]["replyDraft"], Value::Null);
}

#[tokio::test]
async fn a_listener_hears_of_answers_to_what_they_may_see() {
    let world = World::new();
    let follow = |ids: &[String]| {
        let words = "number officialReplies { outcome }";
        Request::new(format!("subscription {{ ideaAnswered(ideaIds: {ids:?}) {{ {words} }} }}")).data(Viewer::Nobody)
    };
    let told = world.schema().execute_stream(follow(&[idea_id(1), idea_id(3)]));
    let heard: Vec<Value> = told.map(|response| response.data.into_json().unwrap()).collect().await;
    let expected = json!({ "ideaAnswered": { "number": 1, "officialReplies": [] } });
    assert_eq!(heard, [expected], "of the hidden idea nothing is told");
    for (ids, code) in [(vec![], "\"INVALID_INPUT\""), (vec![idea_id(3)], "\"NOT_FOUND\"")] {
        let refused: Vec<_> = world.schema().execute_stream(follow(&ids)).collect().await;
        assert_eq!(refused[0].errors[0].extensions.as_ref().unwrap().get("code").unwrap().to_string(), code);
    }
}
