//! The moderators' and officers' forms, the settings, and the forms by which people ask for another look. They are many, and share their gates with the
//! forms of citizens: so every fourth line is sent here, and all of them with `FOLKMOOT_TEST_ATTACKS=all`.

use std::sync::atomic::Ordering;

use url::form_urlencoded::byte_serialize;

use super::forms::{refused_kindly, taken_or_told};
use super::judge::{Verdict, judge};
use super::lists::is_all;
use super::others;
use super::stage::{Stage, post};
use crate::nets::Who;

/// Of the lines, every so many.
const EVERY: usize = 4;

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    if !is_all() && !stage.lines.fetch_add(1, Ordering::Relaxed).is_multiple_of(EVERY) {
        return Vec::new();
    }
    let mut wrong = decisions(stage, line).await;
    wrong.extend(beside(stage, line).await);
    wrong.extend(appeals(stage, line).await);
    wrong.extend(answers(stage, line).await);
    wrong.extend(others::set(stage, line).await);
    wrong
}

/// The officers' forms, on an idea that no department has: an answer that can't be published, notes, hands and clocks.
async fn answers(stage: &Stage, line: &str) -> Vec<Verdict> {
    let admin = stage.cast.of(Who::Admin);
    let pack = format!("/desk/ideas/{}", stage.made.number);
    let mut wrong = Vec::new();
    let fields = ["outcome", "until", "refer_to", "reasons", "arguments", "cost", "next_step", "next_date", "role"];
    let more = ["language", "others", "credits", "credit", "seen", "at"];
    let reply: Vec<_> = fields.into_iter().chain(more).map(|field| (field, line)).collect();
    for then in ["preview", "schedule", "template", line] {
        let more = [("then", then), ("template", line), ("replace", line)];
        let sent: Vec<_> = reply.iter().copied().chain(more).collect();
        wrong.extend(post(admin, &format!("{pack}/reply"), line, &sent).await.1);
    }
    for (act, sent) in [
        ("draft", reply.clone()),
        ("note", vec![("note", line)]),
        ("milestones", vec![("title", line), ("due", line)]),
        ("milestones/claim", vec![("which", line), ("claim", line), ("came", line)]),
        ("status", vec![("onward", line), ("moved", line)]),
        ("department", vec![("to", line), ("part", line), ("leave", line), ("words", line), ("note", line)]),
        ("officer", vec![("mine", line)]),
        ("watch", vec![("watches", line)]),
        ("promise", vec![("act", line), ("days", line), ("reason", line)]),
        ("promise", vec![("act", "pause REPLY"), ("reason", line)]),
    ] {
        wrong.extend(post(admin, &format!("{pack}/{act}"), line, &sent).await.1);
    }
    let nobodys = "01890000000070008000000000000000";
    let template: Vec<_> =
        reply.iter().copied().chain([("title", line), ("department", line), ("why", line)]).collect();
    for path in ["templates/new".to_owned(), format!("templates/{nobodys}"), format!("replies/{nobodys}")] {
        wrong.extend(post(admin, &format!("/desk/{path}"), line, &template).await.1);
    }
    let retire = format!("/desk/templates/{nobodys}/retire");
    wrong.extend(post(admin, &retire, line, &[("retire", line), ("seen", line)]).await.1);
    wrong.extend(judge(&pack, line, &admin.get(&pack).await));
    wrong
}

/// The act, the reason, the note, what is left of a text, where it goes to: on an item that stays open.
async fn decisions(stage: &Stage, line: &str) -> Vec<Verdict> {
    let moderator = stage.cast.of(Who::Moderator);
    let path = format!("/moderation/items/{}", stage.item);
    let mut wrong = Vec::new();
    let (answer, more) = post(moderator, &path, line, &[("seen", "1"), ("act", line), ("note", line)]).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(moderator, "no act", line, &answer, &[("act", false), ("note", false)]).await);
    let warn = [("seen", "1"), ("act", "WARN"), ("reason", "SPAM"), ("note", line)];
    let (answer, more) = post(moderator, &path, line, &warn).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(moderator, "warn", line, &answer, &[("note", false)]).await);
    // Without a reason nothing of it is done.
    for (act, fields) in [("REDACT", ["title", "body"]), ("MERGE", ["into", "note"]), ("MOVE", ["to", "reason"])] {
        let sent = [("seen", "1"), ("act", act), (fields[0], line), (fields[1], line)];
        let (answer, more) = post(moderator, &path, line, &sent).await;
        wrong.extend(more);
        if answer.status == 422 {
            let kept = ["title", "into", "body"].into_iter().filter(|field| fields.contains(field));
            let fields: Vec<(&str, bool)> = kept.map(|field| (field, field != "body")).collect();
            let told = [("reason", false), ("act", false), ("to", false)];
            let all: Vec<(&str, bool)> = fields.into_iter().chain(told).collect();
            wrong.extend(refused_kindly(&format!("{act} {path}"), line, &answer, &all));
        }
    }
    wrong.extend(post(moderator, &path, line, &[("seen", line), ("now", line), ("days", line)]).await.1);
    wrong.extend(judge("/moderation/decided", line, &moderator.get("/moderation/decided").await));
    wrong
}

/// A second opinion, saved views, several at once, and ids in addresses.
async fn beside(stage: &Stage, line: &str) -> Vec<Verdict> {
    let (moderator, admin) = (stage.cast.of(Who::Moderator), stage.cast.of(Who::Admin));
    // An item of its own: whoever asked once has no form to ask again.
    let path = format!("/moderation/items/{}/second-opinion", stage.shop.item().await.id);
    let (answer, mut wrong) = post(admin, &path, line, &[("why", line)]).await;
    wrong.extend(taken_or_told(admin, "second opinion", line, &answer, &[("why", false)]).await);
    let (answer, more) = post(admin, "/moderation/views", line, &[("name", line), ("query", line)]).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(admin, "/moderation/views", line, &answer, &[]).await);
    let several = [("items", line), ("act", line), ("reason", line), ("note", line), (line, line)];
    wrong.extend(post(moderator, "/moderation/bulk", line, &several).await.1);
    let short: String = line.chars().take(200).collect();
    let part: String = byte_serialize(short.as_bytes()).collect();
    for path in [
        format!("/moderation/items/{part}"),
        format!("/moderation/items/{part}/lock"),
        format!("/moderation/items/{part}/release"),
        format!("/moderation/decisions/{part}/undo"),
        format!("/moderation/decisions/{part}/correct"),
    ] {
        wrong.extend(post(moderator, &path, line, &[("take", line), (line, line)]).await.1);
    }
    wrong
}

/// Why somebody should look again; a report of a name.
async fn appeals(stage: &Stage, line: &str) -> Vec<Verdict> {
    let (author, visitor) = (stage.author(), stage.visitor());
    let kept = &stage.kept;
    let mut wrong = Vec::new();
    for (player, path) in [
        (author, format!("/decisions/{}/appeal", stage.refusal)),
        (visitor, format!("/reports/{}/appeal/{}", kept.receipt, kept.id)),
    ] {
        let (answer, more) = post(player, &path, line, &[("words", line)]).await;
        wrong.extend(more);
        wrong.extend(taken_or_told(player, &path, line, &answer, &[("words", false)]).await);
    }
    let (moderator, path) = (stage.cast.of(Who::Moderator), format!("/moderation/decisions/{}/correct", stage.refusal));
    let (answer, more) = post(moderator, &path, line, &[("note", line)]).await;
    wrong.extend(more);
    wrong.extend(refused_kindly(&path, line, &answer, &[("note", false)]));
    let name = format!("/people/{}/report", stage.shop.author_id());
    let (answer, more) =
        post(visitor, &name, line, &[("ground", "SPAM"), ("name", line), ("details", line), ("faith", "yes")]).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(visitor, &name, line, &answer, &[("name", true), ("details", false)]).await);
    wrong
}
