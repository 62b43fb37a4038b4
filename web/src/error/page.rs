//! The calm page that says what went wrong, and the same in JSON for scripts. It must show when nothing else works, so it
//! asks nothing of the database, and does without the template when that is what fails.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use super::PageError;
use crate::site::Site;

/// Puts the body into an error's bare answer. `incident` is the number to quote.
pub(crate) fn render(site: &Site, error: &PageError, asked: &HeaderMap, incident: &str, bare: Response) -> Response {
    let (mut parts, _empty) = bare.into_parts();
    let (kind, body) = if wants_json(asked) {
        ("application/json", json(site, error, incident))
    } else {
        ("text/html; charset=utf-8", html(site, error, incident))
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

/// In the shape of a GraphQL answer, so that API clients read one shape only.
fn json(site: &Site, error: &PageError, incident: &str) -> String {
    let (title, words) = words(site, error);
    let mut extensions = serde_json::json!({ "code": error.code() });
    if *error == PageError::Internal
        && let Some(fields) = extensions.as_object_mut()
    {
        fields.insert("incident".to_owned(), incident.into());
    }
    serde_json::json!({ "errors": [{ "message": format!("{title}. {words}"), "extensions": extensions }] }).to_string()
}

fn html(site: &Site, error: &PageError, incident: &str) -> String {
    let (title, words) = words(site, error);
    let quote = (*error == PageError::Internal).then_some(incident);
    let typed = match error {
        PageError::StaleForm(typed) => typed.as_slice(),
        _ => &[],
    };
    crate::pages::trouble(site, title, &words, (quote, typed)).unwrap_or_else(|| bare(site, title, &words))
}

/// The same without clothes, should the template itself be what fails.
fn bare(site: &Site, title: &str, words: &str) -> String {
    let name = escape(&site.config.site.name);
    let words = escape(words);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} – {name}</title></head>\
         <body><main><h1>{title}</h1><p>{words}</p><p><a href=\"/\">Go to the first page</a></p></main></body></html>"
    )
}

/// A heading without a full stop, and a sentence or two that say what to do.
fn words(site: &Site, error: &PageError) -> (&'static str, String) {
    let (title, words) = match error {
        PageError::NotFound => {
            ("Page not found", "If you typed the address, check it. If you followed a link, it may be out of date.")
        }
        PageError::Gone => ("This was withdrawn", "Its author took it back, so it can no longer be read."),
        PageError::SignInFirst => ("Sign in first", "This needs an account. Sign in and try again."),
        PageError::Forbidden => {
            ("You can't do this", "Your account doesn't allow it. If you think that it should, write to us.")
        }
        PageError::ForeignForm => (
            "This form came from somewhere else",
            "Nothing was changed. Open the page on this site and send the form again.",
        ),
        PageError::StaleForm(_) => (
            "This page was open too long",
            "Nothing was changed. Copy what you wrote, go back, reload the page and send it again.",
        ),
        PageError::BadRequest(words) => {
            return ("Something in the request is wrong", words.clone());
        }
        PageError::MethodNotAllowed => {
            ("This can't be done here", "The page exists, but not for this kind of request.")
        }
        PageError::TooSlow => {
            ("This took too long to arrive", "Nothing was changed. Check your connection and try again.")
        }
        PageError::TooLarge(0) => ("This is too large", "Nothing was changed. Make it shorter and try again."),
        PageError::TooLarge(most) => {
            return (
                "This is too large",
                format!("Nothing was changed. At most {} KB can be sent here.", most / 1_024),
            );
        }
        PageError::UnsupportedMedia => (
            "This kind of content is not read here",
            "Nothing was changed. Send it in the form that the documentation names.",
        ),
        PageError::WrongHost => {
            return ("This site has another address", format!("You will find it at {}.", site.config.site.public_url));
        }
        PageError::TooMany { retry_after } => {
            return (
                "Too many requests",
                format!("Nothing was changed. Try again in {}.", span(retry_after.as_secs())),
            );
        }
        PageError::Unavailable { .. } => {
            ("The site is busy", "Nothing is known to have been changed. Try again in a moment.")
        }
        PageError::Internal => {
            ("Something went wrong on our side", "We have a record of it. Try again in a few minutes.")
        }
    };
    (title, words.to_owned())
}

fn span(seconds: u64) -> String {
    match seconds {
        0..=1 => "a second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

/// Text for an element or a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
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
