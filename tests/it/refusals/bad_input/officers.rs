//! The officers' forms, on an idea that a department has and to which an answer is promised: what is wrong is told beside its
//! field, as in every other form.

use folkmoot_common::Id as _;
use folkmoot_replies::{DepartmentText, Handing, Kind, RawReply, Step, TemplateChange, Typed};
use folkmoot_tests::world::World;

use super::forms::{HIDDEN, assert_told, long_body};
use crate::nets::{Cast, Made, Player, Who};

/// The officers' forms, on an idea that a department has and that an answer is promised to.
pub(super) async fn answers(world: &World, cast: &Cast, made: &Made) {
    let (admin, replies) = (cast.of(Who::Admin), &world.site().replies);
    let text = DepartmentText::parse("Benches", "Where people rest.", false).unwrap();
    let department = replies.save_department(&admin.viewer, None, &text).await.unwrap();
    let handing = Handing { to: department, lead: true, leave: false, words: "", note: "" };
    replies.assign(&admin.viewer, made.number, handing).await.unwrap();
    let standing = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
    let step = Step { kind: Kind::Reply, supporters: 1, working_days: 10 };
    replies.set_steps(&admin.viewer, standing.id, &[step]).await.unwrap();
    let vote = format!("/ideas/{}/{}/vote", made.number, made.slug);
    cast.of(Who::Citizen).post(&vote, &[("choice", "SUPPORT"), ("back", "/ideas")]).await;

    let pack = format!("/desk/ideas/{}", made.number);
    let reply = format!("{pack}/reply");
    delivered(admin, &pack).await;
    let later = [("then", "publish"), ("outcome", "NOT_NOW"), ("until", "tomorrow"), ("reasons", ""), ("role", "")];
    assert_told(admin, &reply, &later, &["until", "reasons", "role"]).await;
    assert_told(admin, &reply, &[("then", "preview"), ("outcome", "")], &["outcome"]).await;
    let long_body = long_body();
    let odd = [
        ("then", "publish"),
        ("outcome", "NOT_OURS"),
        ("refer_to", HIDDEN),
        ("arguments", long_body.as_str()),
        ("cost", HIDDEN),
        ("next_step", HIDDEN),
        ("next_date", "soon"),
        ("language", "Klingon"),
    ];
    assert_told(admin, &reply, &odd, &["refer_to", "arguments", "cost", "next_step", "next_date", "language"]).await;
    let numbers = [("then", "keep"), ("others", "twelve"), ("credits", "the first")];
    assert_told(admin, &reply, &numbers, &["others", "credits"]).await;
    assert_told(admin, &reply, &[("then", "schedule"), ("at", "soon")], &["at"]).await;
    assert_told(admin, &format!("{pack}/note"), &[("note", "")], &["note"]).await;
    assert_told(admin, &format!("{pack}/department"), &[("to", "")], &["to"]).await;
    assert_told(admin, &format!("{pack}/department"), &[("to", ""), ("words", HIDDEN)], &["words"]).await;
    assert_told(admin, &reply, &[("then", "template"), ("reasons", "Mine."), ("template", "")], &["template"]).await;
    let promise = format!("{pack}/promise");
    assert_told(admin, &promise, &[("act", "")], &["act"]).await;
    assert_told(admin, &promise, &[("act", "pause REPLY"), ("reason", "No.")], &["reason"]).await;
    let days = [("act", "extend REPLY"), ("days", "many"), ("reason", "The survey comes first.")];
    assert_told(admin, &promise, &days, &["days"]).await;
    beginning(world, cast).await;
    revised(world, cast, made).await;
}

/// Milestones, the council's word on them, and the idea's status.
async fn delivered(admin: &Player, pack: &str) {
    assert_told(admin, &format!("{pack}/milestones"), &[("title", ""), ("due", "soon")], &["title", "due"]).await;
    let claim = format!("{pack}/milestones/claim");
    assert_told(admin, &claim, &[("which", "first"), ("claim", "YES")], &["which"]).await;
    let nil = uuid::Uuid::nil().to_string();
    assert_told(admin, &claim, &[("which", &nil), ("claim", "perhaps")], &["claim"]).await;
    assert_told(admin, &claim, &[("which", &nil), ("claim", "YES"), ("came", "")], &["came"]).await;
    assert_told(admin, &format!("{pack}/status"), &[("onward", "DONE"), ("moved", HIDDEN)], &["moved"]).await;
    let nowhere = [("onward", "NOWHERE"), ("moved", "The work begins now.")];
    assert_told(admin, &format!("{pack}/status"), &nowhere, &["onward"]).await;
}

/// Templates: everything that is wrong is told at once, and kept.
async fn beginning(world: &World, cast: &Cast) {
    let (admin, replies) = (cast.of(Who::Admin), &world.site().replies);
    let text = DepartmentText::parse("Paths", "Where people walk.", false).unwrap();
    let department = replies.save_department(&admin.viewer, None, &text).await.unwrap();
    let long_body = long_body();
    let whose = department.uuid().to_string();
    let words = [
        ("department", whose.as_str()),
        ("title", "x"),
        ("outcome", "PERHAPS"),
        ("reasons", "Thank you for {{price}}."),
        ("arguments", long_body.as_str()),
        ("refer_to", HIDDEN),
        ("next_step", HIDDEN),
        ("cost", HIDDEN),
        ("language", "Klingon"),
    ];
    let told = ["title", "outcome", "reasons", "arguments", "refer_to", "next_step", "cost", "language"];
    assert_told(admin, "/desk/templates/new", &words, &told).await;
    assert_told(admin, "/desk/templates/new", &words[1..], &["department"]).await;
    let raw = RawReply { reasons: "Thank you.".to_owned(), language: "en".to_owned(), ..RawReply::default() };
    let change = TemplateChange { id: None, department, seen: 0, title: "Thanks", raw: &raw };
    let id = replies.save_template(&admin.viewer, change).await.unwrap().uuid().simple().to_string();
    let path = format!("/desk/templates/{id}");
    assert_told(admin, &path, &[("title", "Thanks"), ("reasons", ""), ("seen", "1")], &["reasons"]).await;
    let late = [("title", "Many thanks"), ("reasons", "Thank you all."), ("language", "en"), ("seen", "7")];
    assert_told(admin, &path, &late, &["title"]).await;
    let retire = format!("{path}/retire");
    assert_told(admin, &retire, &[("retire", "yes"), ("seen", "7")], &["title"]).await;
}

/// A revision of a published answer.
async fn revised(world: &World, cast: &Cast, made: &Made) {
    let (admin, replies) = (cast.of(Who::Admin), &world.site().replies);
    let raw = RawReply {
        outcome: "YES".to_owned(),
        reasons: "A bench fits there.".to_owned(),
        role: "Head of Benches".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    };
    let typed = Typed { raw, ..Typed::default() };
    let id = replies.publish(&admin.viewer, made.number, typed).await.unwrap().id.uuid().simple().to_string();
    let path = format!("/desk/replies/{id}");
    let odd = [
        ("then", "publish"),
        ("seen", "1"),
        ("outcome", "NOT_OURS"),
        ("refer_to", HIDDEN),
        ("reasons", ""),
        ("next_date", "soon"),
        ("role", ""),
        ("language", "en"),
        ("why", "No."),
    ];
    assert_told(admin, &path, &odd, &["refer_to", "reasons", "next_date", "role", "why"]).await;
    let left = [("reasons", "Thank you, {{author}}."), ("why", "The budget was cut."), ("seen", "1")];
    let signed = [("outcome", "NO"), ("role", "Head of Benches"), ("language", "en"), ("then", "publish")];
    assert_told(admin, &path, &[&left[..], &signed[..]].concat(), &["reasons"]).await;
    let late = [("reasons", "The budget was cut."), ("why", "The budget was cut."), ("seen", "7")];
    assert_told(admin, &path, &[&late[..], &signed[..]].concat(), &["reasons"]).await;
}
