//! `/dev/mail`: the newest letters of a throwaway site, with links that can be clicked. It exists in `demo` only: what
//! it shows would let anybody sign in as anybody.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use folkmoot_common::PostedMail;

use super::paper::Paper;
use crate::edge::Asking;
use crate::error::{PageError, escape};
use crate::pages::{Frame, page};
use crate::site::Site;
use crate::words::Html;

/// How many letters are shown.
const SHOWN: u64 = 50;

#[derive(Template)]
#[template(path = "mail.html")]
struct Letters {
    frame: Frame,
    letters: Vec<Letter>,
}

/// One letter.
struct Letter {
    to: String,
    subject: String,
    text: Html,
}

/// `GET /dev/mail`
pub(crate) async fn get(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    if !site.config.dev {
        return Err(PageError::NotFound);
    }
    let letters = site.outbox.newest(SHOWN).await?;
    let origin = site.config.site.public_url.origin();
    let paper = Paper::of(&site);
    let below = |letter: &PostedMail| paper.as_ref().map(|paper| paper.below(letter)).unwrap_or_default();
    let letters = letters.iter().map(|letter| one(letter, &below(letter), origin)).collect();
    let mut answer = page(&Letters { frame: Frame::new(&site, &asking, "").unlisted(), letters })?;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

fn one(PostedMail { mail, .. }: &PostedMail, below: &[String], origin: &str) -> Letter {
    let parted = if below.is_empty() { None } else { Some("") };
    let lines = mail.text.trim_end().lines().chain(parted).chain(below.iter().map(String::as_str));
    let text = lines.map(|line| format!("{}<br>", linked(line, origin))).collect();
    Letter { to: mail.to.clone(), subject: mail.subject.clone(), text: Html::ours(text) }
}

/// A line, with each address on this site made a link. Other addresses stay text.
pub(super) fn linked(line: &str, origin: &str) -> String {
    let words = line.split(' ').map(|word| match word.strip_prefix(origin) {
        Some(path) if path.starts_with('/') => format!("<a href=\"{0}\">{0}</a>", escape(word)),
        _ => escape(word),
    });
    words.collect::<Vec<_>>().join(" ")
}
