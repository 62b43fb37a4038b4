//! The answer: kept while it is written, shown as citizens will see it, sent to a second officer, published now or at a time.
//! A refusal brings the form back with everything in it, and says whose words stand in the way.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, TemplateId};
use folkmoot_people::Called;
use folkmoot_replies::{Next, ReplyError, ReplyText, Saved, TemplateIdea, Typed};
use uuid::Uuid;

use super::pack::{Came, Clash, draw};
use super::typed::TypedReply;
use super::{mendable, pack_path, skeleton, staff};
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::pages::form::{Wrong, with_done};
use crate::pages::frame::go;
use crate::pages::idea::look_up;
use crate::site::Site;

/// `POST /desk/ideas/{number}/reply`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form }: Checked<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let form = TypedReply::of(&form);
    let typed = match form.read() {
        // A draft is kept as it was typed; nobody else reads a prompt that nothing was written into.
        Ok(typed) if form.is_kept() => typed,
        Ok(typed) => Typed { raw: skeleton::written(&site.languages, &typed.raw), ..typed },
        Err(wrong) => return back(&site, &asking, number, form, wrong).await,
    };
    match form.then.as_str() {
        "template" => fill(&site, &asking, number, form).await,
        "preview" => preview(&site, &asking, number, (form, typed)).await,
        "publish" => publish(&site, &asking, number, (form, typed)).await,
        "discard" => {
            site.replies.discard(&asking.viewer, number, typed.seen).await?;
            Ok(go(&with_done(&pack_path(number), "desk-draft-dropped")))
        }
        "approval" => save(&site, &asking, number, (form, typed, Next::Approval)).await,
        "schedule" => match form.moment(&site.zone) {
            Ok(at) => save(&site, &asking, number, (form, typed, Next::At(at))).await,
            Err(wrong) => back(&site, &asking, number, form, wrong).await,
        },
        _ => save(&site, &asking, number, (form, typed, Next::Keep)).await,
    }
}

async fn preview(
    site: &Site,
    asking: &Asking,
    number: i64,
    (form, typed): (TypedReply, Typed),
) -> Result<Response, PageError> {
    let (preview, wrong) = match ReplyText::parse(&typed.raw) {
        Ok(text) => (Some(text), Wrong::default()),
        Err(problems) => (None, problems.into()),
    };
    draw(site, asking, number, Came { reply: Some(form), preview, wrong, ..Came::default() }).await
}

/// A template's words come into the form, which is saved no further by that.
async fn fill(site: &Site, asking: &Asking, number: i64, form: TypedReply) -> Result<Response, PageError> {
    let Ok(id) = form.template.parse::<Uuid>() else {
        return back(site, asking, number, form, Wrong::one("template", "EMPTY")).await;
    };
    let idea = look_up(site, asking, number).await?;
    let author = match site.people.named(&[idea.author]).await?.remove(&idea.author).map(|author| author.called) {
        Some(Called::Named(name)) => Some(name),
        _ => None,
    };
    let about = TemplateIdea { number, author, supporters: idea.tally.support };
    // Prompts that nobody wrote below are nobody's words.
    let bare = skeleton::written(&site.languages, &form.raw);
    let which = (TemplateId::from_uuid(id), &about);
    let filled = match site.replies.fill_template(&asking.viewer, which, (&bare, form.replace)).await {
        Err(ReplyError::NotFound) => return back(site, asking, number, form, Wrong::one("template", "GONE")).await,
        filled => filled?,
    };
    let mut form = TypedReply { replace: false, ..form };
    let typed = std::mem::replace(&mut form.raw, filled.raw.clone());
    // What the template left alone keeps its prompts.
    if form.raw.reasons == bare.reasons {
        form.raw.reasons = typed.reasons;
    }
    if form.raw.arguments == bare.arguments {
        form.raw.arguments = typed.arguments;
    }
    draw(site, asking, number, Came { reply: Some(form), filled: Some(filled), ..Came::default() }).await
}

async fn publish(
    site: &Site,
    asking: &Asking,
    number: i64,
    (form, typed): (TypedReply, Typed),
) -> Result<Response, PageError> {
    match site.replies.publish(&asking.viewer, number, typed).await {
        Ok(_) => Ok(go(&with_done(&pack_path(number), "desk-published"))),
        Err(ReplyError::Changed) => {
            let theirs = site.replies.draft(&asking.viewer, number).await?;
            let clash = theirs.map(|theirs| Clash::Changed(Box::new(theirs)));
            let wrong = Wrong::of_kind("officers", "reasons", "CHANGED");
            draw(site, asking, number, Came { reply: Some(form), clash, wrong, ..Came::default() }).await
        }
        Err(why) => {
            let wrong = mendable(why, "reasons")?;
            back(site, asking, number, form, wrong).await
        }
    }
}

async fn save(
    site: &Site,
    asking: &Asking,
    number: i64,
    (mut form, typed, next): (TypedReply, Typed, Next),
) -> Result<Response, PageError> {
    let word = match next {
        Next::Keep | Next::Type => "desk-draft-kept",
        Next::Approval => "desk-approval",
        Next::At(_) => "desk-scheduled",
    };
    let clash = match site.replies.save(&asking.viewer, number, typed, next).await {
        Ok(Saved::As(_)) => return Ok(go(&with_done(&format!("{}#reply", pack_path(number)), word))),
        Ok(Saved::Changed(theirs) | Saved::Set(theirs)) => Clash::Changed(theirs),
        Ok(Saved::Gone) => {
            // Whoever presses again begins a new draft, and knows it.
            form.seen = 0;
            return back(site, asking, number, form, Wrong::of_kind("officers", "reasons", "GONE")).await;
        }
        Ok(Saved::Locked(by, until)) => Clash::Locked(by, until),
        Err(why) => {
            let wrong = mendable(why, "reasons")?;
            return back(site, asking, number, form, wrong).await;
        }
    };
    let code = if matches!(clash, Clash::Changed(_)) { "CHANGED" } else { "LOCKED" };
    let wrong = Wrong::of_kind("officers", "reasons", code);
    draw(site, asking, number, Came { reply: Some(form), clash: Some(clash), wrong, ..Came::default() }).await
}

async fn back(
    site: &Site,
    asking: &Asking,
    number: i64,
    form: TypedReply,
    wrong: Wrong,
) -> Result<Response, PageError> {
    draw(site, asking, number, Came { reply: Some(form), wrong, ..Came::default() }).await
}

/// `POST /desk/ideas/{number}/draft`: for the script that keeps what is being written. It says the draft's new version, or
/// that somebody else's words stand in the way.
pub(crate) async fn keep(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form }: Checked<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let form = TypedReply::of(&form);
    let Ok(typed) = form.read() else { return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response()) };
    match site.replies.save(&asking.viewer, number, typed, Next::Type).await? {
        Saved::As(version) => {
            let tag = HeaderValue::try_from(format!("\"{version}\"")).map_err(|why| PageError::internal(&why))?;
            Ok((StatusCode::NO_CONTENT, [(header::ETAG, tag)]).into_response())
        }
        Saved::Set(_) => Ok(StatusCode::LOCKED.into_response()),
        Saved::Changed(_) | Saved::Locked(..) | Saved::Gone => Ok(StatusCode::CONFLICT.into_response()),
    }
}
