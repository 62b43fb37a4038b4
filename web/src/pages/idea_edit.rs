//! Changing one's own idea. What it said stays readable in its history.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Edited, Idea, IdeaError, IdeaText, Title};
use folkmoot_moderation::Target;

use super::finish::of_idea;
use super::form::{Wrong, languages, with_done};
use super::frame::{Frame, Raw, again, go, page};
use super::idea::look_up;
use super::ideas::Choosable;
use super::lang::Lang;
use super::link;
use super::own_change::OwnChange;
use super::sign_in::first;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    title: String,
    body: String,
    language: String,
    /// The revision that its author saw.
    seen: i32,
    /// `preview`, or anything else to save.
    then: String,
}

impl Typed {
    /// What its author goes on from: their own last words, also where nobody else can read them.
    fn of(idea: &Idea, change: Option<&OwnChange>) -> Self {
        let edit = change.map(|change| &change.edit);
        let title = edit.and_then(|edit| edit.title.clone()).unwrap_or_else(|| idea.title.as_str().to_owned());
        let body = edit.map_or(&idea.body, |edit| &edit.body).as_str().to_owned();
        let language = edit.and_then(|edit| edit.language.clone());
        let language = language.unwrap_or_else(|| idea.language.as_str().to_owned());
        Self { title, body, language, seen: idea.revision, then: String::new() }
    }
}

#[derive(Template)]
#[template(path = "idea_edit.html")]
struct Edit {
    frame: Frame,
    path: String,
    action: String,
    typed: Typed,
    /// What is typed is in this language.
    language: Lang,
    wrong: Wrong,
    languages: Vec<Choosable>,
    preview: Option<Raw>,
    /// What its author sent in already and nobody else can read.
    change: Option<OwnChange>,
    most: usize,
    body_most: usize,
}

/// `GET …/edit`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, _slug)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    if asking.known.is_none() {
        return Ok(first(&link::act(&idea, "edit")));
    }
    if !idea.editable_by(&asking.viewer) {
        return Err(PageError::Forbidden);
    }
    let change = OwnChange::of(&site, &asking, (idea.author, Target::Idea(idea.id))).await?;
    let typed = Typed::of(&idea, change.as_ref());
    draw(&site, Frame::new(&site, &asking, "ideas"), &idea, (typed, change), Wrong::default(), None)
}

/// `POST …/edit`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path((number, _slug)): Path<(i64, String)>,
    Checked { asking, form: mut typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.known()?;
    let idea = look_up(&site, &asking, number).await?;
    if !idea.editable_by(&asking.viewer) {
        return Err(PageError::Forbidden);
    }
    let frame = Frame::new(&site, &asking, "ideas");
    let change = OwnChange::of(&site, &asking, (idea.author, Target::Idea(idea.id))).await?;
    if typed.language.is_empty() {
        idea.language.as_str().clone_into(&mut typed.language);
    }
    let text = match IdeaText::parse(&typed.title, &typed.body, &typed.language) {
        Ok(text) => text,
        Err(problems) => return draw(&site, frame, &idea, (typed, change), problems.into(), None),
    };
    if typed.then == "preview" {
        let preview = Raw(text.body.to_html());
        return draw(&site, frame, &idea, (typed, change), Wrong::default(), Some(preview));
    }
    match site.ideas.edit(&asking.viewer, idea.id, typed.seen, text).await {
        // What a moderator hid stays so until one has read what it says now.
        Ok(Edited::Saved(idea)) => Ok(go(&with_done(&link::idea(&idea), if idea.hidden { "mended" } else { "saved" }))),
        Ok(Edited::Waiting(idea, _by)) => Ok(go(&with_done(&link::idea(&idea), "edit-waiting"))),
        Err(IdeaError::Changed) => {
            let wrong = Wrong::one("body", "CHANGED");
            draw(&site, frame, &idea, (Typed { seen: idea.revision, ..typed }, change), wrong, None)
        }
        Err(IdeaError::Refused(problem)) => {
            draw(&site, frame, &idea, (typed, change), folkmoot_common::Problems::from(problem).into(), None)
        }
        Err(IdeaError::Invalid(problems)) => draw(&site, frame, &idea, (typed, change), problems.into(), None),
        Err(why) => Err(of_idea(why)),
    }
}

fn draw(
    site: &Site,
    frame: Frame,
    idea: &Idea,
    (typed, change): (Typed, Option<OwnChange>),
    wrong: Wrong,
    preview: Option<Raw>,
) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let form = Edit {
        path: link::idea(idea),
        action: link::act(idea, "edit"),
        languages: languages(site, &typed.language),
        language: Lang::typed(frame.here.words, &typed.language),
        typed,
        wrong,
        preview,
        change,
        most: Title::MOST,
        body_most: IdeaText::MOST,
        frame: if is_wrong { frame.with_errors() } else { frame },
    };
    if is_wrong { again(&form) } else { page(&form) }
}
