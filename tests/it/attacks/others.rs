//! The forms that post neither ideas, comments nor votes: reports, the account, and acts whose only input is an id in the
//! address or a hidden field. A form of the table that no attack is sent to fails the tests.

use std::collections::BTreeSet;

use reqwest::Method;
use url::form_urlencoded::byte_serialize;

use super::forms::{self, refused_kindly, taken_or_told};
use super::judge::{Verdict, judge, message};
use super::stage::{Stage, post, sent_to};
use crate::nets::{State, Who};

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    let mut wrong = reports(stage, line).await;
    wrong.extend(account(stage, line).await);
    wrong.extend(hidden(stage, line).await);
    wrong.extend(settled(stage, line).await);
    wrong
}

/// What an admin sets about answers: departments and who works there, promises, days, rules of routing.
pub(super) async fn set(stage: &Stage, line: &str) -> Vec<Verdict> {
    let admin = stage.cast.of(Who::Admin);
    let mut wrong = Vec::new();
    let nobodys = "/admin/departments/01890000000070008000000000000000";
    let numbers = ["acknowledge_supporters", "acknowledge_days", "reply_supporters", "reply_days"];
    let promised: Vec<_> = numbers.into_iter().chain(["committee_supporters", "committee_days"]).collect();
    let promised: Vec<_> = promised.into_iter().map(|field| (field, line)).collect();
    for (path, sent, told) in [
        (
            "/admin/departments/new",
            vec![("name", line), ("about", line), ("two_people", line)],
            vec![("name", true), ("about", false)],
        ),
        (
            "/admin/look",
            vec![("name", line), ("council", line), ("contact", line), ("accent", line), ("accent_dark", line)],
            vec![("name", true), ("council", true), ("contact", true), ("accent", true), ("accent_dark", true)],
        ),
        (
            "/admin/people",
            vec![("email", line), ("name", line), ("role", line), ("why", line)],
            vec![("email", true), ("name", true), ("why", true)],
        ),
        (
            "/admin/campaigns/new",
            vec![
                ("question", line),
                ("brief", line),
                ("slug", line),
                ("opens", line),
                ("closes", line),
                ("language", line),
            ],
            vec![("question", true), ("brief", false), ("slug", true), ("opens", true), ("closes", true)],
        ),
        ("/admin/promises/anything-else", promised.clone(), promised.iter().map(|(field, _)| (*field, true)).collect()),
        (
            "/admin/calendar",
            vec![("day", line), ("closure", "closed"), ("why", line)],
            vec![("day", true), ("why", true)],
        ),
        ("/admin/calendar", vec![("day", "2027-05-04"), ("closure", line), ("why", line)], vec![]),
        (
            "/admin/routes",
            vec![("word", line), ("campaign", line), ("department", line)],
            vec![("word", true), ("department", false)],
        ),
    ] {
        let (answer, more) = post(admin, path, line, &sent).await;
        wrong.extend(more);
        if !told.is_empty() {
            wrong.extend(taken_or_told(admin, path, line, &answer, &told).await);
        }
    }
    for (path, sent) in [
        ("/admin/calendar/forget".to_owned(), vec![("day", line)]),
        ("/admin/calendar/holidays".to_owned(), vec![("nation", line)]),
        ("/admin/campaigns/anything-else/close".to_owned(), vec![("confirm", line)]),
        ("/admin/campaigns/new".to_owned(), vec![("voting_rule", line), ("publishing_mode", line), ("archived", line)]),
        ("/admin/look/logo".to_owned(), vec![("then", line), ("seen", "1")]),
        ("/admin/look/reset".to_owned(), vec![("seen", "-1"), (line, line)]),
        (
            "/admin/people/01890000000070008000000000000000/roles".to_owned(),
            vec![("role", line), ("act", line), ("why", line)],
        ),
        (format!("{nobodys}/close"), vec![("close", line)]),
        (format!("{nobodys}/officers"), vec![("email", line), ("job", line)]),
        (format!("{nobodys}/officers/01890000000070008000000000000000/remove"), vec![(line, line)]),
        ("/admin/routes/9/up".to_owned(), vec![(line, line)]),
        ("/admin/routes/9/remove".to_owned(), vec![(line, line)]),
    ] {
        wrong.extend(post(admin, &path, line, &sent).await.1);
    }
    wrong.extend(judge("/departments", line, &stage.visitor().get("/departments").await));
    wrong.extend(sorted(stage, line).await);
    wrong
}

/// What an admin puts into the lists of places and tags, and what is then offered.
async fn sorted(stage: &Stage, line: &str) -> Vec<Verdict> {
    let admin = stage.cast.of(Who::Admin);
    let mut wrong = Vec::new();
    for (path, sent) in [
        ("/admin/labels".to_owned(), vec![("kind", "place"), ("name", line)]),
        ("/admin/labels/01890000000070008000000000000000".to_owned(), vec![("name", line), ("closed", line)]),
        (format!("/ideas/{}/{}/labels", stage.made.number, stage.made.slug), vec![("place", line), ("tags", line)]),
    ] {
        wrong.extend(post(admin, &path, line, &sent).await.1);
    }
    for page in ["/ideas/new", "/admin/labels"] {
        wrong.extend(judge(page, line, &admin.get(page).await));
    }
    wrong
}

/// What an admin puts into the council's words: the rules, looked at and published, and the catalogue of reasons. Both are
/// read by everybody afterwards.
async fn settled(stage: &Stage, line: &str) -> Vec<Verdict> {
    let admin = stage.cast.of(Who::Admin);
    let english = ("language", "en");
    let mut wrong = Vec::new();
    for (language, then) in [("en", "look"), ("en", "publish"), (line, "publish"), ("en", line)] {
        let sent = [("language", language), ("words", line), ("then", then)];
        let (answer, more) = post(admin, "/moderation/rules", line, &sent).await;
        wrong.extend(more);
        if answer.status == 422 {
            wrong.extend(refused_kindly("/moderation/rules", line, &answer, &[("words", false)]));
        }
    }
    wrong.extend(judge("/guidelines", line, &stage.visitor().get("/guidelines").await));
    for field in ["title", "rule", "words", "mend", "retired"] {
        let fields = ["title", "rule", "words", "mend", "retired"];
        let filled = fields.map(|name| (name, if name == field { line } else { "Something for sale" }));
        let sent: Vec<_> = [english].into_iter().chain(filled).collect();
        let (answer, more) = post(admin, "/moderation/reasons/SPAM", line, &sent).await;
        wrong.extend(more);
        let one_line = ["title", "rule"].contains(&field);
        wrong.extend(taken_or_told(admin, "/moderation/reasons", line, &answer, &[(field, one_line)]).await);
    }
    let new = [english, ("code", line), ("title", "A name"), ("rule", "A rule"), ("words", "So."), ("mend", "So.")];
    let (answer, more) = post(admin, "/moderation/reasons/new", line, &new).await;
    wrong.extend(more);
    wrong.extend(taken_or_told(admin, "/moderation/reasons/new", line, &answer, &[("code", true)]).await);
    wrong
}

/// What is wrong, the details, the address for an answer, the good faith: of an idea by its author, of a comment by a
/// visitor.
async fn reports(stage: &Stage, line: &str) -> Vec<Verdict> {
    let made = &stage.made;
    let idea = format!("/ideas/{}/{}/report", made.number, made.slug);
    let comment = format!("/ideas/{}/comments/{}/report", made.number, made.comment);
    let (ground, faith) = (("ground", "SPAM"), ("faith", "yes"));
    let mut wrong = Vec::new();
    for (player, path) in [(stage.author(), &idea), (stage.visitor(), &comment)] {
        for (field, sent) in [
            ("details", vec![ground, ("details", line), faith]),
            ("email", vec![ground, ("email", line), faith]),
            ("ground", vec![("ground", line), ("details", "It says nothing."), faith]),
            ("faith", vec![ground, ("details", "It says nothing."), ("faith", line)]),
        ] {
            let (answer, more) = post(player, path, line, &sent).await;
            wrong.extend(more);
            let place = format!("{path} {field}");
            if field == "faith" && answer.status == 422 {
                // A box is ticked or it isn't: there is nothing to keep.
                if message(&answer.body, "faith").is_none() {
                    wrong.push(Verdict::new(&place, "refused without a message by the field", line));
                }
                continue;
            }
            // An address is one line, whatever was pasted; a browser's field takes the line ends out.
            wrong.extend(taken_or_told(player, &place, line, &answer, &[(field, field == "email")]).await);
        }
    }
    wrong
}

/// The language of one's pages; leaving, which no line of a list may bring about.
async fn account(stage: &Stage, line: &str) -> Vec<Verdict> {
    let author = stage.author();
    let (_answer, mut wrong) = post(author, "/me/language", line, &[("language", line)]).await;
    wrong.extend(post(author, "/me/notices", line, &[("notices", line)]).await.1);
    let admin = stage.cast.of(Who::Admin);
    wrong.extend(post(admin, "/admin/mail/again", line, &[("letter", line)]).await.1);
    wrong.extend(post(admin, "/admin/mail/test", line, &[("csrf", line), (line, line)]).await.1);
    for sent in [[("leave", line), ("confirm", line)], [("leave", "nothing"), ("confirm", line)]] {
        let (answer, more) = post(author, "/me/delete", line, &sent).await;
        wrong.extend(more);
        if answer.status == 422 {
            wrong.extend(refused_kindly("/me/delete", line, &answer, &[("confirm", true)]));
        } else if answer.status != 413 {
            wrong.push(Verdict::new("/me/delete", format!("not refused: {}", answer.status), line));
        }
    }
    wrong
}

/// Ids in addresses, the token of a form, the revision that was seen, and fields that no form has.
async fn hidden(stage: &Stage, line: &str) -> Vec<Verdict> {
    let (author, visitor) = (stage.author(), stage.visitor());
    let made = &stage.made;
    // No longer than an address may be.
    let short: String = line.chars().take(200).collect();
    let part: String = byte_serialize(short.as_bytes()).collect();
    let mut wrong = Vec::new();
    for path in [
        format!("/me/drafts/{part}"),
        format!("/me/drafts/{part}/drop"),
        format!("/me/sessions/{part}/end"),
        format!("/me/tokens/{part}/revoke"),
        // Some lines are numbers: what the others stand on must not be deleted.
        format!("/ideas/{part}/comments/0/delete"),
        format!("/ideas/0/comments/{part}/delete"),
    ] {
        wrong.extend(post(author, &path, line, &[(line, line)]).await.1);
    }
    wrong.extend(post(author, "/me/sessions/end-others", line, &[("csrf", line)]).await.1);
    wrong.extend(post(author, "/me/name", line, &[("csrf", line), ("name", "Author"), (line, line)]).await.1);
    for path in [format!("/sign-in/link/{part}"), format!("/unsubscribe/{part}"), "/sign-out".to_owned()] {
        wrong.extend(post(visitor, &path, line, &[("csrf", line), (line, line)]).await.1);
    }
    let edit = format!("/ideas/{}/{}/edit", made.number, made.slug);
    wrong.extend(post(author, &edit, line, &[("title", "A bench"), ("body", "To rest."), ("seen", line)]).await.1);
    wrong
}

/// Whether a path is one of this route.
pub(crate) fn is_of(route: &str, path: &str) -> bool {
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(&path).all(|(part, at)| part.starts_with('{') || part == at)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_form_of_the_table_is_attacked() {
    let stage = Stage::open().await;
    let wrong = Box::pin(forms::every(&stage, "<b>&amp;'\"")).await;
    assert!(wrong.is_empty(), "{wrong:#?}");
    let sent = sent_to();
    let posts = folkmoot::table().into_iter().filter(|route| route.method == Method::POST && route.path != "/graphql");
    let spared: BTreeSet<&str> =
        posts.map(|route| route.path).filter(|route| !sent.iter().any(|path| is_of(route, path))).collect();
    assert!(spared.is_empty(), "no attack is sent to these forms; add them to tests/it/attacks: {spared:#?}");
    assert!(stage.shop.comment(State::Published, State::Published).await.comment > 0, "the author is still there");
}
