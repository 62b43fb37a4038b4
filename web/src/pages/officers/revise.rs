//! `/desk/replies/{id}`: a published answer says something else from now on, for a reason that everybody reads. For officers
//! of the department that answered, and admins. What it said stays on its page of history. Whatever is refused comes back as
//! it was typed.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, ReplyId, Viewer};
use folkmoot_replies::{OfficialReply, Outcome, ReplyError, ReplyText};
use uuid::Uuid;

use super::form::long;
use super::typed::TypedReply;
use super::{door, frame, mendable, staff};
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::pages::form::{Wrong, languages, with_done};
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::link;
use crate::pages::reply_card::{ReplyCard, history};
use crate::pages::when::When;
use crate::site::Site;

/// The fields, for `part/officers_words.html`.
pub(crate) struct Words {
    typed: TypedReply,
    outcomes: [&'static str; 6],
    languages: Vec<Choosable>,
    language: Lang,
    long: Option<i64>,
    most: usize,
}

#[derive(Template)]
#[template(path = "officers_revise.html")]
struct Revise {
    frame: Frame,
    id: String,
    /// The idea that it answers: its title and its page. The answer may be for more.
    title: String,
    titled: Lang,
    path: String,
    history: String,
    preview: Option<ReplyCard>,
    /// What it says now, where somebody else revised it meanwhile.
    theirs: Option<(When, ReplyCard)>,
    reply: Words,
    why: String,
    wrong: Wrong,
}

/// What a form brought back with it.
#[derive(Default)]
struct Came {
    typed: Option<(TypedReply, String)>,
    preview: Option<ReplyText>,
    clashed: bool,
    wrong: Wrong,
}

/// Where an answer is revised.
pub(crate) fn path(id: ReplyId) -> String {
    format!("/desk/replies/{}", id.uuid().simple())
}

/// `GET /desk/replies/{id}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    draw(&site, &asking, ReplyId::from_uuid(id), Came::default()).await
}

/// `POST /desk/replies/{id}`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Checked { asking, form }: Checked<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let id = ReplyId::from_uuid(id);
    let typed = TypedReply::of(&form);
    let why = form.iter().find(|(name, _)| name == "why").map(|(_, why)| why.clone()).unwrap_or_default();
    if typed.then == "preview" {
        let (preview, wrong) = match ReplyText::parse(&typed.raw) {
            Ok(text) => (Some(text), Wrong::default()),
            Err(problems) => (None, problems.into()),
        };
        return draw(&site, &asking, id, Came { typed: Some((typed, why)), preview, wrong, ..Came::default() }).await;
    }
    let refused = match site.replies.revise(&asking.viewer, id, (typed.seen, &typed.raw, &why)).await {
        Ok(_) => {
            let (_, _, path) = about(&site, &asking, &site.replies.reply(id).await?).await?;
            return Ok(go(&with_done(&path, "desk-revised")));
        }
        Err(refused) => refused,
    };
    let clashed = matches!(refused, ReplyError::Changed);
    let wrong = mendable(refused, "reasons")?;
    draw(&site, &asking, id, Came { typed: Some((typed, why)), clashed, wrong, ..Came::default() }).await
}

async fn draw(site: &Site, asking: &Asking, id: ReplyId, came: Came) -> Result<Response, PageError> {
    let known = site.replies.reply(id).await?;
    if !site.replies.may_revise(&asking.viewer, &known).await? {
        return Err(PageError::Forbidden);
    }
    let words = asking.here.words;
    let (title, titled, idea) = about(site, asking, &known).await?;
    let begun =
        || (TypedReply { raw: known.text.to_raw(), seen: known.revision, ..TypedReply::default() }, String::new());
    let (mut typed, why) = came.typed.unwrap_or_else(begun);
    let theirs = came.clashed.then(|| {
        // Its writer has seen theirs now: revising again puts these words in their place.
        typed.seen = known.revision;
        let at = known.revised_at.unwrap_or(known.published_at);
        (When::minute(at), ReplyCard::written(words, &known.text, &known.department_name))
    });
    let is_wrong = came.wrong.any();
    let drawn = frame(site, asking).at(&path(id));
    let revise = Revise {
        frame: if is_wrong { drawn.with_errors() } else { drawn },
        id: id.uuid().simple().to_string(),
        title,
        titled,
        path: idea,
        history: history(id),
        preview: came.preview.as_ref().map(|text| ReplyCard::written(words, text, &known.department_name)),
        theirs,
        reply: Words {
            outcomes: Outcome::ALL.map(Outcome::as_str),
            languages: languages(site, &typed.raw.language),
            language: Lang::typed(words, &typed.raw.language),
            long: long(&typed.raw.reasons),
            most: ReplyText::MOST,
            typed,
        },
        why,
        wrong: came.wrong,
    };
    if is_wrong { again(&revise) } else { page(&revise) }
}

/// The first of its ideas that anybody may see: title, language and page.
async fn about(site: &Site, asking: &Asking, reply: &OfficialReply) -> Result<(String, Lang, String), PageError> {
    let ideas = site.ideas.find_many(&Viewer::Nobody, &reply.ideas).await?;
    let first = reply.ideas.iter().find_map(|id| ideas.iter().find(|idea| idea.id == *id));
    let idea = first.ok_or(PageError::NotFound)?;
    Ok((idea.title.as_str().to_owned(), Lang::of(asking.here.words, &idea.language), link::idea(idea)))
}
