//! Doors that are routes: what is sent, and what an answer comes to in one word.

use folkmoot_ideas::Campaign;

use super::rows::Row;
use super::trial::Trial;
use crate::nets::{Answer, Made, Player};

/// What only a browser that is signed in may do: a token that leaked must not last longer than its owner wants.
const IN_PERSON: [&str; 14] = [
    "GET /me/export",
    "POST /admin/departments/{id}/officers",
    "POST /admin/mail/test",
    "POST /admin/people",
    "POST /admin/people/{id}/roles",
    "POST /me/delete",
    "POST /me/language",
    "POST /me/name",
    "POST /me/notices",
    "POST /me/sessions/end-others",
    "POST /me/sessions/{id}/end",
    "POST /me/tokens",
    "POST /me/tokens/{id}/revoke",
    "POST /welcome",
];

/// The id of nothing.
const NOBODYS: &str = "01890000000070008000000000000000";

/// Whether a script that shows a token must be answered as the same person's browser is.
pub(super) fn is_alike(row: &Row) -> bool {
    !IN_PERSON.contains(&row.door.as_str())
}

/// Asks for the page or sends its form, as a browser or as a script with a token.
pub(super) async fn try_one(trial: &Trial, player: &Player, row: &Row, made: &Made, script: bool) -> String {
    let (method, route) = row.door.split_once(' ').unwrap();
    let path = filled(route, made);
    if method == "GET" {
        let answer = if script { player.get_by_token(&path).await } else { player.get(&path).await };
        return read(trial, row, made, &answer).await;
    }
    let answer = if route == "/graphql" {
        let said = player.ask("{ __typename }", serde_json::Value::Null).await;
        return if said["data"]["__typename"] == "Query" { "yes".to_owned() } else { said.to_string() };
    } else {
        let fields = fields(route);
        if script { player.post_by_token(&path, &fields).await } else { player.post(&path, &fields).await }
    };
    let word = read(trial, row, made, &answer).await;
    let ends = ["/end", "/revoke", "/drop", "/me/drafts/{id}"].iter().any(|end| route.ends_with(end));
    if ends && word == "yes" && trial.is_there(&row.object, made).await {
        return "nothing happens".to_owned();
    }
    if ends && word != "yes" {
        assert!(trial.is_there(&row.object, made).await, "line {}: {word}, and yet it is gone", row.line);
    }
    word
}

/// The address with the thing's own parts in it.
fn filled(route: &str, made: &Made) -> String {
    let path = route
        .replace("{number}", &made.number.to_string())
        .replace("{comment}", &made.comment.to_string())
        .replace("{id}", &made.id)
        .replace("{receipt}", if made.receipt.is_empty() { "2222-2222" } else { &made.receipt })
        .replace("{decision}", &made.id)
        .replace("{code}", "SPAM")
        .replace("{version}", "1")
        .replace("{status}", "429")
        .replace("{token}", &"A".repeat(43))
        .replace("{*path}", "nothing-of-this-name.css");
    match route {
        "/campaigns/{slug}" => {
            path.replace("{slug}", if made.campaign.is_empty() { Campaign::STANDING } else { &made.campaign })
        }
        "/admin/departments/{id}" => "/admin/departments/new".to_owned(),
        "/admin/promises/{slug}" => format!("/admin/promises/{}", Campaign::STANDING),
        "/admin/campaigns/{at}" => "/admin/campaigns/new".to_owned(),
        "/admin/campaigns/{at}/close" => "/admin/campaigns/no-such/close".to_owned(),
        "/admin/look/preview.css" => format!("{route}?accent=%231f5a4c&accent_dark=%2386ccb5"),
        "/admin/labels/{id}" => route.replace("{id}", NOBODYS),
        _ if route.starts_with("/admin/people/{id}") => route.replace("{id}", NOBODYS),
        _ if route.starts_with("/admin/departments/{id}/") => {
            route.replace("{id}", NOBODYS).replace("{person}", NOBODYS)
        }
        "/ideas/{number}/{slug}/milestones/{id}" => path.replace(&made.id, NOBODYS).replace("{slug}", &made.slug),
        _ if route.starts_with("/desk/replies/") || route.starts_with("/desk/templates/") => {
            route.replace("{id}", NOBODYS)
        }
        "/replies/{id}/history" => route.replace("{id}", NOBODYS),
        "/departments/{slug}" => route.replace("{slug}", "no-such"),
        _ if route.starts_with("/admin/routes/") => route.replace("{place}", "9"),
        "/live" | "/live/tallies" => format!("{route}?ideas={}", made.number.max(1)),
        "/ideas" => "/ideas?order=newest".to_owned(),
        _ => path.replace("{slug}", &made.slug),
    }
}

/// What the form of a route sends when it is filled in rightly.
fn fields(route: &str) -> Vec<(&'static str, &'static str)> {
    let idea = [("title", "A bench at the station"), ("body", "So that people can wait."), ("seen", "1")];
    let comment = [("body", "I think so too."), ("stance", "FOR"), ("seen", "1")];
    match route {
        "/ideas/new" => [("campaign", Campaign::STANDING), ("then", "post")].into_iter().chain(idea).collect(),
        "/ideas/new/part" => [("part", "hints")].into_iter().chain(idea).collect(),
        "/ideas/{number}/{slug}/edit" => [("then", "save")].into_iter().chain(idea).collect(),
        "/ideas/{number}/{slug}/vote" => vec![("choice", "SUPPORT"), ("back", "/ideas")],
        "/ideas/{number}/{slug}/withdraw" => vec![("reason", "I changed my mind.")],
        "/moderation/items/{id}" => vec![("now", "PUBLISH"), ("seen", "1")],
        "/moderation/items/{id}/second-opinion" => vec![("why", "Is this a private name?")],
        "/moderation/decisions/{id}/correct" => vec![("note", "It was no spam.")],
        "/moderation/reasons/{code}" => vec![
            ("language", "en"),
            ("title", "Spam"),
            ("rule", "Nothing for sale"),
            ("words", "It advertises."),
            ("mend", "Leave it out."),
        ],
        "/moderation/rules" => vec![("language", "en"), ("words", "Be kind."), ("then", "publish")],
        "/admin/calendar" => vec![("day", "2027-05-04"), ("closure", "closed"), ("why", "Staff training day.")],
        "/admin/calendar/forget" => vec![("day", "2027-05-04")],
        "/admin/calendar/holidays" => vec![("nation", "ENGLAND_AND_WALES")],
        "/admin/departments/{id}" => vec![("name", "Parks"), ("about", "Trees and benches.")],
        "/admin/labels" => vec![("kind", "place"), ("name", "")],
        "/admin/labels/{id}" => vec![("name", "Harbour")],
        "/admin/look" => vec![
            ("name", "Ideas"),
            ("council", "Testtown Council"),
            ("contact", "ideas@example.org"),
            ("accent", "#1f5a4c"),
            ("accent_dark", "#86ccb5"),
            ("then", "preview"),
        ],
        "/admin/look/reset" => vec![("seen", "-1")],
        "/admin/people/{id}/roles" => vec![("role", "moderator"), ("act", "give"), ("why", "New in the team.")],
        "/admin/promises/{slug}" => vec![("reply_supporters", "5000"), ("reply_days", "15")],
        "/desk/ideas/{number}/milestones" => vec![("title", "The bench stands"), ("due", "2030-03-14")],
        "/desk/ideas/{number}/milestones/claim" => {
            vec![("which", NOBODYS), ("claim", "YES"), ("came", "It stands by the pond.")]
        }
        "/desk/ideas/{number}/status" => vec![("onward", "DONE"), ("moved", "It stands by the pond.")],
        "/ideas/{number}/{slug}/milestones/{id}" => vec![("said", "YES")],
        "/desk/ideas/{number}/note" => vec![("note", "We look at it on Monday.")],
        "/desk/ideas/{number}/officer" => vec![("mine", "yes")],
        "/desk/ideas/{number}/watch" => vec![("watches", "yes")],
        "/desk/ideas/{number}/promise" => vec![("act", "pause REPLY"), ("reason", "We wait for the survey.")],
        "/desk/ideas/{number}/draft" | "/desk/ideas/{number}/reply" => {
            vec![("outcome", "YES"), ("reasons", "A bench fits there."), ("then", "keep")]
        }
        "/desk/replies/{id}" => vec![("outcome", "YES"), ("reasons", "A bench fits there."), ("then", "publish")],
        "/desk/templates/{id}" => vec![("title", "Benches"), ("reasons", "Thank you for {{title}}."), ("seen", "1")],
        "/desk/templates/{id}/retire" => vec![("retire", "yes"), ("seen", "1")],
        "/moderation/views" => vec![("name", "Late ones"), ("query", "overdue=yes")],
        "/me/name" | "/welcome" => vec![("name", "Somebody Else"), ("next", "/me")],
        "/ideas/{number}/{slug}/follow" => vec![("follows", "yes")],
        "/me/notices" => vec![("notices", "daily")],
        "/admin/mail/again" => vec![("letter", "all")],
        "/me/language" => vec![("language", "en")],
        "/me/tokens" => vec![("token_name", "Another one")],
        "/sign-in" => vec![("email", "somebody.new@example.org"), ("next", ""), ("for", "")],
        "/sign-in/code" => vec![("code", "000000")],
        _ if route.contains("/appeal") => vec![("words", "Please look again.")],
        _ if route.ends_with("/report") => vec![("ground", "SPAM"), ("details", "It sells pills."), ("faith", "yes")],
        _ if route.contains("/comments/") && !route.ends_with("/delete") => comment.to_vec(),
        _ => Vec::new(),
    }
}

/// One word for an answer; for lists, whether the thing stands in it.
async fn read(trial: &Trial, row: &Row, made: &Made, answer: &Answer) -> String {
    let word = match answer.status {
        200..300 => "yes",
        303 if answer.leads_to.starts_with("/sign-in") => "sign in",
        303 if answer.leads_to.contains("why=") || answer.leads_to.contains("done=ended") => "closed",
        303 | 308 => "yes",
        401 => "sign in",
        403 => "forbidden",
        404 => "not found",
        410 => "gone",
        400 | 405 | 422 => "refused",
        other => return format!("{other} {}", answer.body),
    };
    let lists = [
        "GET /",
        "GET /ideas",
        "GET /campaigns/{slug}",
        "GET /me",
        "GET /sitemap.xml",
        "GET /me/ideas",
        "GET /me/votes",
        "GET /people/{id}",
        "GET /sitemap.xml",
    ]
    .contains(&row.door.as_str());
    if lists && row.object.ends_with(" idea") && word == "yes" {
        // A sitemap's addresses are whole ones, and stand between tags.
        let begins = if row.door == "GET /sitemap.xml" { "" } else { "href=\"" };
        let link = format!("{begins}/ideas/{}/", made.number);
        return if answer.body.contains(&link) { "yes".to_owned() } else { "no".to_owned() };
    }
    let _world = &trial.world;
    word.to_owned()
}
