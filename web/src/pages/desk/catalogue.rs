//! The catalogue of reasons: what authors are told when something is taken from them. Moderators read all of it; whoever
//! runs the site edits it, language by language, adds to it, and retires what is chosen no more.
//!
//! A reason is never deleted: old decisions name it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_moderation::{Reason, ReasonCode};

use super::{door, frame, may_settle, mendable, spoken, spoken_or_here, staff};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::site::Site;
use crate::words::Words;

/// Where a reason that isn't there yet is written. No code is in small letters.
const NEW: &str = "new";

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    language: String,
    done: Option<String>,
}

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    language: String,
    /// Of a new reason; any other is named by the address.
    code: String,
    title: String,
    rule: String,
    words: String,
    mend: String,
    /// `yes` when it is chosen no more.
    retired: String,
}

#[derive(Template)]
#[template(path = "desk_reasons.html")]
struct Catalogue {
    frame: Frame,
    /// Whether the viewer may edit it.
    may: bool,
    languages: Vec<Choosable>,
    code: &'static str,
    language: Lang,
    reasons: Vec<Reason>,
}

#[derive(Template)]
#[template(path = "desk_reason.html")]
struct Edit {
    frame: Frame,
    /// Its code, or `new`.
    at: String,
    new: bool,
    code: &'static str,
    /// The language that is written, under its own name.
    called: String,
    language: Lang,
    typed: Typed,
    wrong: Wrong,
    most_line: usize,
    most_words: usize,
}

/// `GET /moderation/reasons`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let (words, languages) = spoken_or_here(&site, &asking, &wanted.language);
    page(&Catalogue {
        frame: frame(&site, &asking).with_notice(wanted.done.as_deref()),
        may: may_settle(&asking),
        languages,
        code: words.code(),
        language: Lang::of(asking.here.words, &words.language()),
        reasons: all(&site, words).await?,
    })
}

/// `GET /moderation/reasons/{code}`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(at): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let (words, _) = spoken_or_here(&site, &asking, &wanted.language);
    if !may_settle(&asking) {
        return Err(PageError::Forbidden);
    }
    let typed = if at == NEW {
        Typed::default()
    } else {
        let reasons = all(&site, words).await?;
        let reason = reasons.into_iter().find(|one| one.code.as_str() == at).ok_or(PageError::NotFound)?;
        Typed {
            title: reason.title,
            rule: reason.rule,
            words: reason.words,
            mend: reason.mend,
            retired: if reason.retired { "yes".to_owned() } else { String::new() },
            ..Typed::default()
        }
    };
    page(&form(&site, &asking, (at, words), typed, Wrong::default()))
}

/// `POST /moderation/reasons/{code}`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Path(at): Path<String>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    if !may_settle(&asking) {
        return Err(PageError::Forbidden);
    }
    let words = spoken(&site, &typed.language).ok_or(PageError::BadRequest("bad-request-form"))?;
    let code = if at == NEW { typed.code.clone() } else { at.clone() };
    let read = Reason::parse(&code, &typed.title, &typed.rule, &typed.words, &typed.mend).map_err(Wrong::from);
    let reason = match read {
        Ok(reason) => there(&site, words, &at, &reason.code).await?.map_or(Ok(reason), Err),
        // A code in the address that no reason could have.
        Err(wrong) if at != NEW && wrong.of("code").is_some() => return Err(PageError::NotFound),
        Err(wrong) => Err(wrong),
    };
    let wrong = match reason {
        Ok(reason) => {
            let reason = Reason { retired: typed.retired == "yes", ..reason };
            match site.moderation.settle(&asking.viewer, words.language(), reason).await {
                Ok(()) => {
                    let language = words.code();
                    return Ok(go(&format!("/moderation/reasons?language={language}&done=desk-reason-saved")));
                }
                Err(why) => Wrong(mendable(why)?),
            }
        }
        Err(wrong) => wrong,
    };
    again(&form(&site, &asking, (at, words), typed, wrong))
}

/// What is in the way of writing a reason under this code: a new one needs a new code, any other must be there.
async fn there(site: &Site, words: Words, at: &str, code: &ReasonCode) -> Result<Option<Wrong>, PageError> {
    let known = all(site, words).await?.iter().any(|one| one.code == *code);
    match (at == NEW, known) {
        (true, true) => Ok(Some(Wrong::of_kind("reason-code", "code", "TAKEN"))),
        (false, false) => Err(PageError::NotFound),
        _ => Ok(None),
    }
}

async fn all(site: &Site, words: Words) -> Result<Vec<Reason>, PageError> {
    Ok(site.moderation.reasons(&words.language()).await?)
}

fn form(site: &Site, asking: &Asking, (at, words): (String, Words), typed: Typed, wrong: Wrong) -> Edit {
    let drawn = frame(site, asking);
    Edit {
        frame: if wrong.any() { drawn.with_errors() } else { drawn },
        new: at == NEW,
        at,
        code: words.code(),
        called: words.say("language-name").to_string(),
        language: Lang::of(asking.here.words, &words.language()),
        typed,
        wrong,
        most_line: Reason::MOST_LINE,
        most_words: Reason::MOST_WORDS,
    }
}
