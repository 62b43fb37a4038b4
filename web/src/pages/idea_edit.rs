//! Changing one's own idea. What it said stays readable in its history.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::LabelId;
use folkmoot_ideas::{Edited, Idea, IdeaError, IdeaText, Label, LabelKind, Title, unknown};
use folkmoot_moderation::Target;

use super::finish::of_idea;
use super::form::{Wrong, languages, with_done};
use super::frame::{Frame, Raw, again, go, page};
use super::idea::look_up;
use super::ideas::Choosable;
use super::labels;
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
    /// Where it is about: a word of the council's list.
    place: Option<String>,
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
        Self { title, body, place: None, language, seen: idea.revision, then: String::new() }
    }
}

/// The council's list of places, and the one that the idea has.
struct Places {
    labels: Vec<Label>,
    had: Option<LabelId>,
}

impl Places {
    async fn of(site: &Site, idea: &Idea) -> Result<Self, PageError> {
        let had = site.labels.of(&[idea.id]).await?.remove(&idea.id).unwrap_or_default();
        let had = had.iter().find(|one| one.kind == LabelKind::Place).map(|one| one.id);
        Ok(Self { labels: site.labels.all().await?, had })
    }

    /// The place that is chosen. A form that asked for none leaves what there is.
    fn read(&self, typed: &Typed) -> Result<Option<LabelId>, Wrong> {
        let Some(word) = &typed.place else { return Ok(self.had) };
        if word.is_empty() {
            return Ok(None);
        }
        let found = labels::named(&self.labels, LabelKind::Place, word).map(|one| (one.id, one.is_open()));
        match found {
            Some((id, is_open)) if is_open || Some(id) == self.had => Ok(Some(id)),
            _ => Err(unknown(LabelKind::Place).into()),
        }
    }

    fn offered(&self, typed: &Typed) -> Vec<Choosable> {
        let had = self.labels.iter().find(|one| Some(one.id) == self.had).map(|one| one.slug.as_str());
        let chosen = typed.place.as_deref().or(had).unwrap_or_default();
        labels::offered(&self.labels, LabelKind::Place, &[chosen])
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
    places: Vec<Choosable>,
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
    let (typed, places) = (Typed::of(&idea, change.as_ref()), Places::of(&site, &idea).await?);
    draw(&site, Frame::new(&site, &asking, "ideas"), &idea, (typed, change, places), Wrong::default(), None)
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
    let places = Places::of(&site, &idea).await?;
    let change = OwnChange::of(&site, &asking, (idea.author, Target::Idea(idea.id))).await?;
    if typed.language.is_empty() {
        idea.language.as_str().clone_into(&mut typed.language);
    }
    let text = match IdeaText::parse(&typed.title, &typed.body, &typed.language) {
        Ok(text) => text,
        Err(problems) => return draw(&site, frame, &idea, (typed, change, places), problems.into(), None),
    };
    let place = match places.read(&typed) {
        Ok(place) => place,
        Err(wrong) => return draw(&site, frame, &idea, (typed, change, places), wrong, None),
    };
    if typed.then == "preview" {
        let preview = Raw(text.body.to_html());
        return draw(&site, frame, &idea, (typed, change, places), Wrong::default(), Some(preview));
    }
    let edited = site.ideas.edit(&asking.viewer, idea.id, typed.seen, text).await;
    if edited.is_ok() && place != places.had {
        // Nobody needs to look at it first: it is one of the council's own words.
        site.labels.place(&asking.viewer, &idea, place).await.map_err(of_idea)?;
    }
    match edited {
        // What a moderator hid stays so until one has read what it says now.
        Ok(Edited::Saved(idea)) => Ok(go(&with_done(&link::idea(&idea), if idea.hidden { "mended" } else { "saved" }))),
        Ok(Edited::Waiting(idea, _by)) => Ok(go(&with_done(&link::idea(&idea), "edit-waiting"))),
        Err(IdeaError::Changed) => {
            let wrong = Wrong::one("body", "CHANGED");
            draw(&site, frame, &idea, (Typed { seen: idea.revision, ..typed }, change, places), wrong, None)
        }
        Err(IdeaError::Refused(problem)) => {
            draw(&site, frame, &idea, (typed, change, places), folkmoot_common::Problems::from(problem).into(), None)
        }
        Err(IdeaError::Invalid(problems)) => draw(&site, frame, &idea, (typed, change, places), problems.into(), None),
        Err(why) => Err(of_idea(why)),
    }
}

fn draw(
    site: &Site,
    frame: Frame,
    idea: &Idea,
    (typed, change, places): (Typed, Option<OwnChange>, Places),
    wrong: Wrong,
    preview: Option<Raw>,
) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let form = Edit {
        path: link::idea(idea),
        action: link::act(idea, "edit"),
        places: places.offered(&typed),
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
