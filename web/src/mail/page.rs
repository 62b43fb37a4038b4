//! `/dev/mail`: the newest letters of a throwaway site, with links that can be clicked. It exists in `demo` only: what
//! it shows would let anybody sign in as anybody.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse as _, Response};
use folkmoot_common::PostedMail;

use crate::error::{PageError, escape};
use crate::site::Site;

/// How many letters are shown.
const SHOWN: u64 = 50;

/// `GET /dev/mail`
pub(crate) async fn get(State(site): State<Arc<Site>>) -> Result<Response, PageError> {
    if !site.config.dev {
        return Err(PageError::NotFound);
    }
    let letters = site.outbox.newest(SHOWN).await?;
    let list: String = letters.iter().map(|letter| one(letter, site.config.site.public_url.origin())).collect();
    let style = crate::assets::url("folkmoot.css").map(|url| format!("<link rel=\"stylesheet\" href=\"{url}\">"));
    let page = format!(
        "<!doctype html><html class=\"govuk-template\" lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Letters</title>{style}</head>\
         <body class=\"govuk-template__body\"><main class=\"govuk-width-container govuk-main-wrapper\" id=\"main\">\
         <h1 class=\"govuk-heading-xl\">Letters</h1><p class=\"govuk-body\">This is a demonstration: no letter leaves \
         it. The newest stands first.</p>{list}</main></body></html>",
        style = style.unwrap_or_default(),
    );
    Ok(([(header::CACHE_CONTROL, "no-store")], Html(page)).into_response())
}

fn one(letter: &PostedMail, origin: &str) -> String {
    let (to, subject) = (escape(&letter.mail.to), escape(&letter.mail.subject));
    let text: String = letter.mail.text.lines().map(|line| format!("{}<br>", linked(line, origin))).collect();
    format!(
        "<article class=\"fm-box\"><h2 class=\"govuk-heading-m\">{subject}</h2><p class=\"govuk-body\">To {to}</p>\
         <p class=\"govuk-body\">{text}</p></article>"
    )
}

/// A line, with each address on this site made a link. Other addresses stay text.
pub(super) fn linked(line: &str, origin: &str) -> String {
    let words = line.split(' ').map(|word| match word.strip_prefix(origin) {
        Some(path) if path.starts_with('/') => format!("<a href=\"{0}\">{0}</a>", escape(word)),
        _ => escape(word),
    });
    words.collect::<Vec<_>>().join(" ")
}
