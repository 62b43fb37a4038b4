//! Every field of every form. What is taken shows as text on its page; what is refused says why beside its field and
//! keeps what was typed.

use scraper::{Html, Selector};

use super::judge::{Verdict, as_kept, judge, kept_in, message, message_in};
use super::stage::{Stage, post};
use super::{desk, others};
use crate::nets::{Answer, Player, State};

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    let mut wrong = ideas(stage, line).await;
    wrong.extend(comments(stage, line).await);
    wrong.extend(own_page(stage, line).await);
    wrong.extend(signing_in(stage, line).await);
    wrong.extend(votes(stage, line).await);
    wrong.extend(others::every(stage, line).await);
    wrong.extend(desk::every(stage, line).await);
    wrong
}

/// Title and body; the campaign; the language; the preview; an edit; the reason of a withdrawal.
async fn ideas(stage: &Stage, line: &str) -> Vec<Verdict> {
    let author = stage.author();
    let standing = ("campaign", "anything-else");
    let titled = [standing, ("title", line), ("body", "Because it would help."), ("then", "post")];
    let (answer, mut wrong) = post(author, "/ideas/new", line, &titled).await;
    wrong.extend(taken_or_told(author, "/ideas/new title", line, &answer, &[("title", true)]).await);
    wrong.extend(shows_as_text(author, line, &answer).await);
    let odd = [("campaign", line), ("title", "A bench"), ("body", "To rest."), ("draft", line), ("then", line)];
    wrong.extend(post(author, "/ideas/new", line, &odd).await.1);
    let spoken = [standing, ("title", "A bench at the river"), ("body", "To rest."), ("language", line)];
    let (answer, more) = post(author, "/ideas/new", line, &spoken).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(author, "/ideas/new language", line, &answer, &[("language", false)]).await);
    let bodied = [standing, ("title", "A bench at the river"), ("body", line), ("then", "preview")];
    let (answer, more) = post(author, "/ideas/new", line, &bodied).await;
    wrong.extend(more);
    if answer.status == 422 {
        wrong.extend(refused_kindly("/ideas/new body", line, &answer, &[("body", false)]));
    }

    // What a script asks for while somebody writes.
    for part in ["preview", line] {
        let glance = [standing, ("title", line), ("body", line), ("language", line), ("part", part)];
        wrong.extend(post(author, "/ideas/new/part", line, &glance).await.1);
    }

    let idea = stage.shop.idea(State::Published).await;
    let path = format!("/ideas/{}/{}", idea.number, idea.slug);
    let edit = [("title", line), ("body", line), ("seen", "1"), ("then", "save")];
    let (answer, more) = post(author, &format!("{path}/edit"), line, &edit).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(author, "edit", line, &answer, &[("title", true), ("body", false)]).await);
    let spoken = [("title", "A bench"), ("body", "To rest."), ("language", line), ("seen", "1"), ("then", line)];
    wrong.extend(post(author, &format!("{path}/edit"), line, &spoken).await.1);
    let history = format!("/ideas/{}/{}/history", idea.number, idea.slug);
    wrong.extend(judge("history", line, &author.get(&history).await));
    let (answer, more) = post(author, &format!("{path}/withdraw"), line, &[("reason", line)]).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(author, "withdraw", line, &answer, &[("reason", true)]).await);
    wrong
}

/// A comment of its own, a reply, an edit.
async fn comments(stage: &Stage, line: &str) -> Vec<Verdict> {
    let author = stage.author();
    let idea = stage.shop.comment(State::Published, State::Published).await;
    let base = format!("/ideas/{}/comments", idea.number);
    let said = [("body", line), ("stance", "FOR")];
    let (answer, mut wrong) = post(author, &format!("{base}/new"), line, &said).await;
    wrong.extend(taken_or_told(author, "comment", line, &answer, &[("body", false)]).await);
    let stance = [("body", "I think so."), ("stance", line), ("draft", line)];
    wrong.extend(post(author, &format!("{base}/new"), line, &stance).await.1);
    wrong.extend(post(author, &format!("{base}/{}/reply", idea.comment), line, &said).await.1);
    let edit = [("body", line), ("stance", "AGAINST"), ("seen", "1")];
    let (answer, more) = post(author, &format!("{base}/{}/edit", idea.comment), line, &edit).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(author, "comment edit", line, &answer, &[("body", false)]).await);
    let page = author.get(&format!("/ideas/{}/{}", idea.number, idea.slug)).await;
    wrong.extend(judge("the idea with these comments", line, &page));
    wrong
}

async fn own_page(stage: &Stage, line: &str) -> Vec<Verdict> {
    let author = stage.author();
    let (answer, mut wrong) = post(author, "/me/name", line, &[("name", line)]).await;
    wrong.extend(taken_or_told(author, "/me/name", line, &answer, &[("name", true)]).await);
    let (answer, more) = post(author, "/welcome", line, &[("name", line), ("next", line)]).await;
    wrong.extend(more);
    wrong.extend(leads_home("/welcome", line, &answer));
    let (answer, more) = post(author, "/me/tokens", line, &[("token_name", line)]).await;
    wrong.extend(more);
    if answer.status == 422 {
        wrong.extend(refused_kindly("/me/tokens", line, &answer, &[("token_name", true)]));
    }
    wrong
}

async fn signing_in(stage: &Stage, line: &str) -> Vec<Verdict> {
    let visitor = stage.visitor();
    let ask = [("email", line), ("next", line), ("for", line)];
    let (answer, mut wrong) = post(visitor, "/sign-in", line, &ask).await;
    if answer.status == 422 {
        wrong.extend(refused_kindly("/sign-in", line, &answer, &[("email", true)]));
    }
    let known = [("email", "somebody@example.org"), ("next", line), ("for", line)];
    wrong.extend(post(visitor, "/sign-in", line, &known).await.1);
    let code = [("code", line), ("email", line), ("next", line), ("for", line)];
    let (answer, more) = post(visitor, "/sign-in/code", line, &code).await;
    wrong.extend(more);
    let told = answer.status == 422 && message(&answer.body, "code").is_some();
    if !told && answer.status != 413 {
        wrong.push(Verdict::new("/sign-in/code", format!("{} without a message", answer.status), line));
    }
    wrong
}

/// Votes and their way back, and those that wait for a visitor to sign in; what else a visitor leaves behind.
async fn votes(stage: &Stage, line: &str) -> Vec<Verdict> {
    let (author, visitor) = (stage.author(), stage.visitor());
    let vote = format!("/ideas/{}/{}/vote", stage.made.number, stage.made.slug);
    let (answer, mut wrong) = post(author, &vote, line, &[("choice", "SUPPORT"), ("back", line)]).await;
    wrong.extend(leads_home(&vote, line, &answer));
    wrong.extend(post(author, &vote, line, &[("choice", line), ("back", "/")]).await.1);
    let follow = format!("/ideas/{}/{}/follow", stage.made.number, stage.made.slug);
    wrong.extend(post(author, &follow, line, &[("follows", line)]).await.1);
    let step = format!("/ideas/{}/{}/milestones/{}", stage.made.number, stage.made.slug, uuid::Uuid::nil());
    wrong.extend(post(author, &step, line, &[("said", line)]).await.1);
    let long = line.repeat(1 + 70_000 / line.len().max(1));
    for back in [line, long.as_str()] {
        let (answer, more) = post(visitor, &vote, line, &[("choice", "OPPOSE"), ("back", back)]).await;
        wrong.extend(more);
        if !answer.leads_to.starts_with("/sign-in?") && answer.status != 413 {
            wrong.push(Verdict::new(&vote, format!("a visitor’s vote does not wait: {}", answer.status), line));
        }
    }
    wrong.extend(post(visitor, &vote, line, &[("choice", line), ("back", line)]).await.1);
    let left = [("campaign", "anything-else"), ("title", line), ("body", line), ("then", "post")];
    wrong.extend(post(visitor, "/ideas/new", line, &left).await.1);
    wrong
}

/// Taken: the page that shows it is sound. Refused: kindly.
pub(super) async fn taken_or_told(
    player: &Player,
    place: &str,
    line: &str,
    answer: &Answer,
    fields: &[(&str, bool)],
) -> Vec<Verdict> {
    match answer.status {
        303 => judge(&format!("{place}, its page"), line, &player.get(&answer.leads_to).await),
        422 => refused_kindly(place, line, answer, fields),
        413 => Vec::new(),
        other => vec![Verdict::new(place, format!("neither taken nor refused: {other}"), line)],
    }
}

/// At least one of the fields says what is wrong, and each keeps what was typed.
pub(super) fn refused_kindly(place: &str, line: &str, answer: &Answer, fields: &[(&str, bool)]) -> Vec<Verdict> {
    let mut wrong = Vec::new();
    // Read once: a page of many fields is asked for each.
    let page = Html::parse_document(&answer.body);
    if !fields.iter().any(|(field, _)| message_in(&page, field).is_some_and(|words| words.len() > 10)) {
        wrong.push(Verdict::new(place, "refused without a message by the field", line));
    }
    // A choice that isn't offered can't be shown as chosen.
    let choices = ["language", "ground", "act", "reason", "to", "department"];
    for (field, one_line) in fields.iter().filter(|(field, _)| !choices.contains(field)) {
        let (typed, shown) = (as_kept(line, *one_line), kept_in(&page, field).unwrap_or_default());
        // A parser of HTML replaces a NUL; we compare what people can see.
        if shown.replace('\u{fffd}', "") != typed.replace('\u{fffd}', "") && as_kept(&shown, *one_line) != typed {
            wrong.push(Verdict::new(place, format!("what was typed into {field} is not kept: {shown:?}"), line));
        }
    }
    wrong
}

/// The heading of an idea's page holds the title as it was typed, letter by letter.
async fn shows_as_text(player: &Player, line: &str, answer: &Answer) -> Vec<Verdict> {
    if answer.status != 303 {
        return Vec::new();
    }
    let body = player.get(&answer.leads_to).await.body;
    let page = Html::parse_document(&body);
    let headings = Selector::parse("h1").unwrap();
    let shown: String = page.select(&headings).next().map(|heading| heading.text().collect()).unwrap_or_default();
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Look-alikes of a letter are one letter in our text, so only what is ASCII is compared.
    if line.is_ascii() && plain(&shown) != plain(line) {
        return vec![Verdict::new("the idea's heading", format!("it shows {shown:?}"), line)];
    }
    Vec::new()
}

/// A way back that was sent leads to a page of ours.
fn leads_home(place: &str, line: &str, answer: &Answer) -> Vec<Verdict> {
    let ours = answer.leads_to.is_empty()
        || (answer.leads_to.starts_with('/')
            && !answer.leads_to.starts_with("//")
            && !answer.leads_to.starts_with("/\\"));
    if ours { Vec::new() } else { vec![Verdict::new(place, format!("it leads to {}", answer.leads_to), line)] }
}
