//! The calm page that says what went wrong, and the same in JSON for scripts. It must show when nothing else works, so it
//! asks nothing of the database, and does without the template when that is what fails.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use super::PageError;
use crate::edge::Here;
use crate::pages::{Sorry, Suspended, Way};
use crate::site::Site;
use crate::words::Words;

/// What is remembered of a request that failed.
pub(crate) struct Asked<'a> {
    /// What its client reads.
    pub(crate) headers: &'a HeaderMap,
    /// The incident's number, to quote.
    pub(crate) incident: &'a str,
    /// What its sender wrote, which would be lost.
    pub(crate) typed: &'a [String],
    /// Up to when its sender may not post, and why: asked beforehand, of a database that just answered.
    pub(crate) suspended: Option<&'a Suspended>,
}

/// Puts the body into an error's bare answer.
pub(crate) fn render(site: &Site, here: &Here, error: &PageError, asked: &Asked<'_>, bare: Response) -> Response {
    let (mut parts, _empty) = bare.into_parts();
    let (kind, body) = if wants_json(asked.headers) {
        ("application/json", json(site, error, asked.incident))
    } else {
        ("text/html; charset=utf-8", html(site, here, error, asked))
    };
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(body))
}

/// Whether the client names JSON and doesn't name HTML before it.
fn wants_json(asked: &HeaderMap) -> bool {
    let accept = asked.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let json = accept.find("json");
    let html = accept.find("text/html");
    match (json, html) {
        (Some(json), Some(html)) => json < html,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        // A script that sends JSON and says nothing of what it reads.
        (None, None) => asked
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/json")),
    }
}

/// In the shape of a GraphQL answer, so that API clients read one shape only. Scripts are spoken to in English.
fn json(site: &Site, error: &PageError, incident: &str) -> String {
    let (title, words) = words(site, Words::english(), error);
    let mut extensions = serde_json::json!({ "code": error.code() });
    if *error == PageError::Internal
        && let Some(fields) = extensions.as_object_mut()
    {
        fields.insert("incident".to_owned(), incident.into());
    }
    serde_json::json!({ "errors": [{ "message": format!("{title}. {words}"), "extensions": extensions }] }).to_string()
}

fn html(site: &Site, here: &Here, error: &PageError, asked: &Asked<'_>) -> String {
    let (title, words) = words(site, here.words, error);
    let incident = (*error == PageError::Internal).then_some(asked.incident);
    let typed = if error.hands_back() { asked.typed } else { &[] };
    let sorry = Sorry { title, words, way: way(error), incident, typed, suspended: asked.suspended };
    crate::pages::trouble(site, here, &sorry).unwrap_or_else(|| bare(site, here.words, &sorry))
}

/// Where somebody goes from here.
const fn way(error: &PageError) -> Way {
    match error {
        PageError::NotFound | PageError::Gone | PageError::MethodNotAllowed => Way::Search,
        PageError::SignInFirst => Way::SignIn,
        _ => Way::Home,
    }
}

/// The same without clothes, should the template itself be what fails.
fn bare(site: &Site, speak: Words, Sorry { title, words, .. }: &Sorry<'_>) -> String {
    let name = escape(&site.dress().name);
    let (title, words, home) = (escape(title), escape(words), escape(&speak.say("trouble-home").to_string()));
    let (language, root) = (speak.code(), speak.to("/"));
    format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title} – {name}</title></head>\
         <body><main><h1>{title}</h1><p>{words}</p><p><a href=\"{root}\">{home}</a></p></main></body></html>"
    )
}

/// A heading without a full stop, and a sentence or two that say what to do.
fn words(site: &Site, speak: Words, error: &PageError) -> (String, String) {
    let (title, words) = match error {
        PageError::NotFound => ("not-found-title", speak.say("not-found")),
        PageError::Gone => ("gone-title", speak.say("gone")),
        PageError::SignInFirst => ("sign-in-first-title", speak.say("sign-in-first")),
        PageError::Forbidden => ("forbidden-title", speak.say("forbidden")),
        PageError::Suspended => ("suspended-title", speak.say("suspended")),
        PageError::ForeignForm => ("foreign-form-title", speak.say("foreign-form")),
        PageError::StaleForm => ("stale-form-title", speak.say("stale-form")),
        PageError::BadRequest(why) => ("bad-request-title", speak.say(why)),
        PageError::MethodNotAllowed => ("not-allowed-title", speak.say("not-allowed")),
        PageError::TooSlow => ("too-slow-title", speak.say("too-slow")),
        PageError::TooLarge(0) => ("too-large-title", speak.say("too-large")),
        PageError::TooLarge(most) => ("too-large-title", speak.say("too-large-most").with("most", most / 1_024)),
        PageError::UnsupportedMedia => ("unsupported-title", speak.say("unsupported")),
        PageError::WrongHost => {
            let address = site.config.site.public_url.to_string();
            ("wrong-host-title", speak.say("wrong-host").with("address", address))
        }
        PageError::TooMany { retry_after } => {
            ("too-many-title", speak.say("too-many").with("span", span(speak, retry_after.as_secs())))
        }
        PageError::Unavailable { retry_after } => {
            ("busy-title", speak.say("busy").with("span", span(speak, retry_after.as_secs())))
        }
        PageError::Internal => ("internal-title", speak.say("internal")),
    };
    (speak.say(title).to_string(), words.to_string())
}

fn span(speak: Words, seconds: u64) -> String {
    let said = match seconds {
        0..=90 => speak.say("span-seconds").with("count", seconds.max(1)),
        _ => speak.say("span-minutes").with("count", seconds.div_ceil(60)),
    };
    said.to_string()
}

/// Text for an element or a quoted attribute. Most has nothing to escape.
pub(crate) fn escape(text: &str) -> String {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}
