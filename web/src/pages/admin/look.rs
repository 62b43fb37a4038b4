//! What the site is called and wears: names, address, two accents and a logo, set here over the configuration. The preview
//! is drawn by the server, in a sheet of its own that asks for nothing but the two colours. It is for the eyes alone: how well
//! each colour can be read stands beside it in words.
//!
//! It refuses what can't be read, and says which shade near it can; and pictures that could do more than be looked at.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::Problem;
use folkmoot_look::{Colour, DARK, Grounds, LIGHT, Logo, Look, LookError, LookText, Past, Shades, Worn};

use super::{Wanted, admin, door, frame};
use crate::edge::{Asking, Checked, CheckedFile, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::when::When;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    council: String,
    contact: String,
    accent: String,
    accent_dark: String,
    /// The version that its writer saw.
    seen: i32,
    /// `save`, or anything else to look at it first.
    then: String,
}

/// The form that goes back to the configuration.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Resetting {
    seen: i32,
}

/// The colours that a preview wears.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Previewed {
    accent: String,
    accent_dark: String,
}

/// How well a colour can be read.
struct Judged {
    colour: String,
    /// What it was measured with: the end of a message's name.
    place: &'static str,
    contrast: String,
    passes: bool,
    /// A shade near it that will do, where it won't.
    near: String,
}

/// One version of the past.
struct Version {
    number: i32,
    at: When,
    by: Option<String>,
    /// The names of what it changed.
    changed: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "admin_look.html")]
struct Page {
    frame: Frame,
    typed: Typed,
    wrong: Wrong,
    /// Where the preview's sheet is; none while a colour is none.
    sheet: Option<String>,
    judged: Vec<Judged>,
    logo: Option<String>,
    own_logo: bool,
    is_own: bool,
    past: Vec<Version>,
}

/// `GET /admin/look`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let frame = frame(&site, &asking).with_notice(wanted.done.as_deref());
    let worn = site.looks.worn().await?;
    page(&draw(&site, &asking, frame, &worn, typed_of(&worn)).await?)
}

/// `POST /admin/look`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let read = LookText::parse((&typed.name, &typed.council), &typed.contact, (&typed.accent, &typed.accent_dark));
    let read = read.and_then(|text| match folkmoot_people::Email::parse(&typed.contact) {
        Ok(_can_be_written_to) => Ok(text),
        Err(problem) => Err(problem.at("contact").into()),
    });
    let wrong = match read {
        Ok(_text) if typed.then != "save" => {
            let worn = site.looks.worn().await?;
            return page(&draw(&site, &asking, frame(&site, &asking).at("/admin/look"), &worn, typed).await?);
        }
        Ok(text) => match site.looks.set(&asking.viewer, typed.seen, text).await {
            Ok(()) => return Ok(done("look-saved")),
            Err(why) => Wrong(mendable(why)?),
        },
        Err(problems) => problems.into(),
    };
    refuse(&site, &asking, typed, wrong).await
}

/// `POST /admin/look/logo`: takes a picture, or goes back to the configuration's.
pub(crate) async fn logo(State(site): State<Arc<Site>>, mut form: CheckedFile) -> Result<Response, PageError> {
    admin(&form.asking)?;
    let seen = form.field("seen").parse().unwrap_or(-1);
    let file = std::mem::take(&mut form.file);
    let logo = if form.field("then") == "remove" { Ok(None) } else { Logo::parse(file).map(Some) };
    let wrong = match logo {
        Ok(logo) => match site.looks.set_logo(&form.asking.viewer, seen, logo).await {
            Ok(()) => return Ok(done("look-logo")),
            Err(why) => Wrong(mendable(why)?),
        },
        Err(problem) => problem.into(),
    };
    let worn = site.looks.worn().await?;
    refuse(&site, &form.asking, typed_of(&worn), wrong).await
}

/// `POST /admin/look/reset`
pub(crate) async fn reset(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Resetting>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    match site.looks.reset(&asking.viewer, form.seen).await {
        Ok(()) => Ok(done("look-reset")),
        Err(why) => {
            let wrong = Wrong(mendable(why)?);
            let worn = site.looks.worn().await?;
            refuse(&site, &asking, typed_of(&worn), wrong).await
        }
    }
}

/// `GET /admin/look/preview.css`: the shades of two colours, for the parts of the page that wear them.
pub(crate) async fn sheet(asking: Asking, Query(colours): Query<Previewed>) -> Result<Response, PageError> {
    admin(&asking)?;
    let (light, dark) = (Colour::parse(&colours.accent), Colour::parse(&colours.accent_dark));
    let (Some(light), Some(dark)) = (light, dark) else { return Err(PageError::NotFound) };
    let css = format!("{LAYOUT}{}{}", worn(".fm-try--light", light, &LIGHT), worn(".fm-try--dark", dark, &DARK));
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], css).into_response())
}

/// How the parts of the preview lie.
const LAYOUT: &str = ".fm-try{border:1px solid;border-radius:6px;padding:16px;margin-bottom:16px;\
     background:var(--fm-paper);color:var(--fm-ink)}.fm-try p{color:inherit}\
     .fm-try__link{color:var(--fm-link);text-decoration:underline}\
     .fm-try__head{color:var(--fm-accent);background:var(--fm-ground);padding:8px 12px;font-weight:700}\
     .fm-try__button{display:inline-block;background:var(--fm-accent);color:var(--fm-on-accent);padding:8px 16px;\
     border-radius:4px;font-weight:700}.fm-try__soft{display:inline-block;background:var(--fm-accent-soft);\
     color:var(--fm-accent);padding:2px 8px;border-radius:4px}\n";

/// One mode's colours. Instead of one that can't be read it wears the near one that the words beside it name: no page of
/// ours shows words that can't be read, not even to say so.
fn worn(class: &str, accent: Colour, on: &Grounds) -> String {
    let shades = Shades::of(accent, on).or_else(|close| Shades::of(close.near, on));
    let shades = shades.map(|shades| shades.css()).unwrap_or_default();
    let Grounds { paper, ground, soft, ink, .. } = on;
    format!("{class}{{--fm-paper:{paper};--fm-ground:{ground};--fm-soft:{soft};--fm-ink:{ink};{shades}}}\n")
}

fn done(word: &str) -> Response {
    go(&format!("/admin/look?done={word}"))
}

/// The form again. Whoever is told that it changed meanwhile, and saves once more, means it: only then is the version the
/// newest.
async fn refuse(site: &Site, asking: &Asking, typed: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let worn = site.looks.worn().await?;
    let changed = wrong.0.iter().any(|problem| problem.code == "CHANGED");
    let typed = Typed { seen: if changed { worn.version } else { typed.seen }, ..typed };
    let drawn = draw(site, asking, frame(site, asking).with_errors().at("/admin/look"), &worn, typed).await?;
    again(&Page { wrong, ..drawn })
}

fn mendable(why: LookError) -> Result<Vec<Problem>, PageError> {
    match why {
        LookError::Invalid(problems) => Ok(problems.0),
        LookError::Changed => Ok(Wrong::of_kind("look", "name", "CHANGED").0),
        other => Err(other.into()),
    }
}

fn typed_of(worn: &Worn) -> Typed {
    Typed {
        name: worn.name.clone(),
        council: worn.council.clone(),
        contact: worn.contact.clone(),
        accent: worn.accent.to_string(),
        accent_dark: worn.accent_dark.to_string(),
        seen: worn.version,
        then: String::new(),
    }
}

async fn draw(site: &Site, asking: &Asking, frame: Frame, worn: &Worn, typed: Typed) -> Result<Page, PageError> {
    let past = site.looks.past(&asking.viewer).await?;
    let read = |raw: &str| Colour::parse(&raw.trim().to_lowercase());
    let (light, dark) = (read(&typed.accent), read(&typed.accent_dark));
    let judged = [light.map(|colour| judge(colour, &LIGHT)), dark.map(|colour| judge(colour, &DARK))];
    let sheet = light.zip(dark).map(|(light, dark)| {
        let bare = |colour: Colour| colour.to_string().trim_start_matches('#').to_owned();
        format!("/admin/look/preview.css?accent=%23{}&accent_dark=%23{}", bare(light), bare(dark))
    });
    Ok(Page {
        sheet,
        judged: judged.into_iter().flatten().collect(),
        logo: frame.theme.logo.as_ref().map(crate::theme::File::url),
        own_logo: worn.logo.is_some(),
        is_own: worn.is_own,
        past: versions(&past),
        frame,
        typed,
        wrong: Wrong::default(),
    })
}

fn judge(colour: Colour, on: &Grounds) -> Judged {
    let shown = |contrast: f64| format!("{contrast:.2}");
    match Shades::of(colour, on) {
        Ok(_) => Judged {
            colour: colour.to_string(),
            place: "page",
            contrast: shown(on.contrast(colour)),
            passes: true,
            near: String::new(),
        },
        Err(close) => Judged {
            colour: colour.to_string(),
            place: close.place.as_str(),
            contrast: shown(close.shown()),
            passes: false,
            near: close.near.to_string(),
        },
    }
}

/// Each version, with what is other than in the one before. The oldest shown is only what the others are measured by, unless
/// it is the first.
fn versions(past: &[Past]) -> Vec<Version> {
    let none = Look::default();
    let before = |place: usize| past.get(place + 1).map_or(&none, |older| &older.look);
    let version = |(place, one): (usize, &Past)| Version {
        number: one.version,
        at: When::minute(one.at),
        by: one.by_name.clone(),
        changed: changed(before(place), &one.look),
    };
    past.iter().enumerate().map(version).collect()
}

fn changed(before: &Look, after: &Look) -> Vec<&'static str> {
    let parts = [
        ("admin-look-name", before.name != after.name),
        ("admin-look-council", before.council != after.council),
        ("admin-look-contact", before.contact != after.contact),
        ("admin-look-accent", before.accent != after.accent),
        ("admin-look-accent-dark", before.accent_dark != after.accent_dark),
        ("admin-look-logo", before.logo != after.logo),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}
