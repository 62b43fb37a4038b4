//! Sorting an idea: where it is about, and what it is about. For staff, as ideas come in and while they wait for an answer.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::LabelId;
use folkmoot_ideas::{Idea, IdeaError, Label, LabelKind, sorts, unknown};

use super::finish::of_idea;
use super::form::{Wrong, with_done};
use super::frame::{Frame, again, go, page};
use super::idea::look_up;
use super::ideas::Choosable;
use super::labels::{named, offered};
use super::lang::Lang;
use super::link;
use super::sign_in::first;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed: words in addresses.
#[derive(Debug, Default)]
struct Typed {
    place: String,
    tags: Vec<String>,
}

impl Typed {
    /// A browser sends each ticked box by the one name.
    fn of(form: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in form {
            match name.as_str() {
                "place" => typed.place = value,
                "tags" => typed.tags.push(value),
                _ => {}
            }
        }
        typed
    }

    /// What the idea has.
    fn had(labels: &[Label]) -> Self {
        let words = |kind| labels.iter().filter(move |one| one.kind == kind).map(|one| one.slug.clone());
        Self { place: words(LabelKind::Place).next().unwrap_or_default(), tags: words(LabelKind::Tag).collect() }
    }

    /// What they name, among those that there are.
    fn read(&self, labels: &[Label]) -> Result<(Option<LabelId>, Vec<LabelId>), Wrong> {
        let id = |kind, word: &String| named(labels, kind, word).map(|one| one.id).ok_or_else(|| unknown(kind).into());
        let place = if self.place.is_empty() { None } else { Some(id(LabelKind::Place, &self.place)?) };
        let tags = self.tags.iter().map(|word| id(LabelKind::Tag, word)).collect::<Result<Vec<_>, Wrong>>()?;
        Ok((place, tags))
    }
}

#[derive(Template)]
#[template(path = "idea_labels.html")]
struct Sorting {
    frame: Frame,
    title: String,
    language: Lang,
    path: String,
    action: String,
    places: Vec<Choosable>,
    tags: Vec<Choosable>,
    most: usize,
    /// Whether the viewer keeps the lists.
    runs: bool,
    wrong: Wrong,
}

/// `GET …/labels`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, _slug)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    if asking.known.is_none() {
        return Ok(first(&link::act(&idea, "labels")));
    }
    if !sorts(&asking.viewer) {
        return Err(PageError::Forbidden);
    }
    let had = site.labels.of(&[idea.id]).await?.remove(&idea.id).unwrap_or_default();
    draw(&site, &asking, &idea, &Typed::had(&had), Wrong::default()).await
}

/// `POST …/labels`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path((number, _slug)): Path<(i64, String)>,
    Checked { asking, form }: Checked<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    asking.known()?;
    let idea = look_up(&site, &asking, number).await?;
    if !sorts(&asking.viewer) {
        return Err(PageError::Forbidden);
    }
    let typed = Typed::of(form);
    let (place, tags) = match typed.read(&site.labels.all().await?) {
        Ok(read) => read,
        Err(wrong) => return draw(&site, &asking, &idea, &typed, wrong).await,
    };
    // The tags first: where they must be mended, nothing was changed.
    let done = match site.labels.tag(&asking.viewer, &idea, &tags).await {
        Ok(()) => site.labels.place(&asking.viewer, &idea, place).await,
        why => why,
    };
    match done {
        Ok(()) => Ok(go(&with_done(&link::idea(&idea), "sorted"))),
        Err(IdeaError::Invalid(problems)) => draw(&site, &asking, &idea, &typed, problems.into()).await,
        Err(why) => Err(of_idea(why)),
    }
}

async fn draw(site: &Site, asking: &Asking, idea: &Idea, typed: &Typed, wrong: Wrong) -> Result<Response, PageError> {
    let labels = site.labels.all().await?;
    let ticked: Vec<&str> = typed.tags.iter().map(String::as_str).collect();
    let frame = Frame::new(site, asking, "ideas").unlisted();
    let is_wrong = wrong.any();
    let form = Sorting {
        title: idea.title.as_str().to_owned(),
        language: Lang::of(asking.here.words, &idea.language),
        path: link::idea(idea),
        action: link::act(idea, "labels"),
        places: offered(&labels, LabelKind::Place, &[typed.place.as_str()]),
        tags: offered(&labels, LabelKind::Tag, &ticked),
        most: Label::MOST_TAGS,
        runs: asking.viewer.has(folkmoot_common::Role::Admin),
        wrong,
        frame: if is_wrong { frame.with_errors() } else { frame },
    };
    if is_wrong { again(&form) } else { page(&form) }
}
