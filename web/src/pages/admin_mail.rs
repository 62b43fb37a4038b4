//! The mail, for whoever runs the site: what waits, what could not be sent and why, trying again; and a test that says
//! which step of sending fails.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Address, Id as _, MailId, PostedMail};
use folkmoot_replies::{MailStep, MailWent};
use uuid::Uuid;

use super::form::with_done;
use super::frame::{Frame, go, page};
use super::me::Wanted;
use super::sign_in::{Nothing, first};
use super::when::When;
use crate::edge::{Asking, Checked, Query};
use crate::error::PageError;
use crate::site::Site;

/// The most that `waiting` counts.
const MANY: u64 = 1_000;

/// How long a test may take: a request has ten seconds, where nobody has set less.
const PATIENCE: Duration = Duration::from_secs(8);

/// Which letter to try again: its id, or all of them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Again {
    letter: String,
}

#[derive(Template)]
#[template(path = "admin_mail.html")]
struct Page {
    frame: Frame,
    waiting: u64,
    many: bool,
    configured: bool,
    dead: Vec<Dead>,
    /// Where a test letter goes; none for an account without an address.
    own: Option<String>,
    /// How the test went.
    steps: Vec<Step>,
}

/// A letter that was given up.
struct Dead {
    id: String,
    to: String,
    subject: String,
    at: When,
    tries: u64,
    why: String,
}

/// One step of the test, in words.
struct Step {
    name: String,
    /// `well`, `skipped` or `wrong`.
    went: &'static str,
    said: String,
    advice: String,
}

/// `GET /admin/mail`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/admin/mail"));
    }
    let drawn = draw(&site, &asking).await?;
    page(&Page { frame: drawn.frame.with_notice(wanted.done.as_deref()), ..drawn })
}

/// `POST /admin/mail/again`
pub(crate) async fn again(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Again>,
) -> Result<Response, PageError> {
    site.mailroom.admit(&asking.viewer)?;
    let which = match form.letter.as_str() {
        "all" => None,
        id => Some(MailId::from_uuid(Uuid::try_parse(id).map_err(|_no_id| PageError::BadRequest("bad-request-form"))?)),
    };
    site.mailroom.resend(&asking.viewer, which).await?;
    Ok(go(&with_done("/admin/mail", "mail-again")))
}

/// `POST /admin/mail/test`: the answer is the page itself, because what it says is of this moment.
pub(crate) async fn test(
    State(site): State<Arc<Site>>,
    Checked { asking, form: _ }: Checked<Nothing>,
) -> Result<Response, PageError> {
    site.mailroom.admit(&asking.viewer)?;
    asking.in_person()?;
    let drawn = draw(&site, &asking).await?;
    let own = drawn.own.clone().ok_or(PageError::BadRequest("bad-request-form"))?;
    let (own, language) = (Address::parsed(own), asking.here.words.language());
    let steps = site.mailroom.try_out(&asking.viewer, &own, &language, PATIENCE).await?;
    let steps = steps.into_iter().map(Step::of).collect();
    page(&Page { steps, frame: drawn.frame.at("/admin/mail"), ..drawn })
}

async fn draw(site: &Site, asking: &Asking) -> Result<Page, PageError> {
    let waiting = site.mailroom.waiting(&asking.viewer).await?;
    let dead = site.mailroom.dead(&asking.viewer).await?;
    let person = site.people.person(&asking.viewer).await?.ok_or(PageError::SignInFirst)?;
    Ok(Page {
        frame: Frame::new(site, asking, "admin").unlisted(),
        waiting,
        many: waiting >= MANY,
        configured: !site.config.mail.smtp_url.is_empty(),
        dead: dead.into_iter().map(Dead::of).collect(),
        own: person.email.map(|email| email.as_str().to_owned()),
        steps: Vec::new(),
    })
}

impl Dead {
    fn of(letter: PostedMail) -> Self {
        Self {
            id: letter.id.to_string(),
            to: letter.mail.to,
            subject: letter.mail.subject,
            at: When::minute(letter.created_at),
            tries: u64::from(letter.attempts),
            why: letter.last_error.unwrap_or_default(),
        }
    }
}

impl Step {
    fn of(MailStep { went, name, advice, .. }: MailStep) -> Self {
        let (went, said) = match went {
            MailWent::Well => ("well", String::new()),
            MailWent::NotAsked => ("skipped", String::new()),
            MailWent::Wrong(said) => ("wrong", said),
        };
        Self { name, went, said, advice }
    }
}
