//! The officers' forms, on an idea that a department has and to which an answer is promised: what is wrong is told beside its
//! field, as in every other form.

use folkmoot_replies::{DepartmentText, Handing, Kind, Step};
use folkmoot_tests::world::World;

use super::forms::{HIDDEN, assert_told, long_body};
use crate::nets::{Cast, Made, Who};

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
    assert_told(admin, &format!("{pack}/milestones"), &[("title", ""), ("due", "soon")], &["title", "due"]).await;
    let claim = format!("{pack}/milestones/claim");
    assert_told(admin, &claim, &[("which", "first"), ("claim", "YES")], &["which"]).await;
    let nil = uuid::Uuid::nil().to_string();
    assert_told(admin, &claim, &[("which", &nil), ("claim", "perhaps")], &["claim"]).await;
    assert_told(admin, &claim, &[("which", &nil), ("claim", "YES"), ("words", "")], &["words"]).await;
    assert_told(admin, &format!("{pack}/status"), &[("to", "DONE"), ("moved", HIDDEN)], &["moved"]).await;
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
    let promise = format!("{pack}/promise");
    assert_told(admin, &promise, &[("act", "")], &["act"]).await;
    assert_told(admin, &promise, &[("act", "pause REPLY"), ("reason", "No.")], &["reason"]).await;
    let days = [("act", "extend REPLY"), ("days", "many"), ("reason", "The survey comes first.")];
    assert_told(admin, &promise, &days, &["days"]).await;
}
