//! What an author is shown of their text before anything is posted: how it will look, what is worth a second look, and
//! who asked for something like it already. All of it is advice: nothing here keeps anybody from posting.
//!
//! A whole page shows it without scripts; a script asks for the same parts alone, and for nothing else.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Idea, IdeaText};
use folkmoot_text::{About, Hint, hints};

use super::cards::Standing;
use super::frame::{Frame, Raw, page};
use super::link;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// Similar ideas that are shown.
const MOST: usize = 5;

/// What is read of a title that is being typed.
const MOST_TYPED: usize = 300;

/// An idea that somebody posted already.
#[derive(Debug, Clone)]
pub(crate) struct Near {
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) path: String,
    pub(crate) status: Standing,
    pub(crate) support: i64,
}

/// A text as it will look, with the advice about it.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) title: String,
    pub(crate) html: Raw,
    pub(crate) language: String,
    pub(crate) hints: Vec<String>,
    pub(crate) near: Vec<Near>,
}

impl Shown {
    /// Of a text that is right.
    pub(crate) async fn of(site: &Site, asking: &Asking, text: &IdeaText) -> Result<Self, PageError> {
        let (title, language) = (text.title.as_str(), text.language.as_str());
        Ok(Self {
            title: title.to_owned(),
            html: Raw(text.body.to_html()),
            language: language.to_owned(),
            hints: advice(asking, Some(title), text.body.as_str(), language),
            near: near(site, asking, title).await?,
        })
    }
}

#[derive(Template)]
#[template(path = "part/preview.html")]
struct PreviewPart {
    frame: Frame,
    shown: Shown,
}

#[derive(Template)]
#[template(path = "part/hints.html")]
struct HintsPart {
    frame: Frame,
    hints: Vec<String>,
}

#[derive(Template)]
#[template(path = "part/similar.html")]
struct SimilarPart {
    frame: Frame,
    near: Vec<Near>,
}

/// The preview alone.
pub(crate) fn preview_part(site: &Site, asking: &Asking, shown: Shown) -> Result<Response, PageError> {
    page(&PreviewPart { frame: Frame::new(site, asking, "new"), shown })
}

/// The hints alone, for a text that is still being typed; one without a title is a comment.
pub(crate) fn hints_part(
    site: &Site,
    asking: &Asking,
    title: Option<&str>,
    (body, language): (&str, &str),
) -> Result<Response, PageError> {
    let hints = advice(asking, title, body, language);
    page(&HintsPart { frame: Frame::new(site, asking, "new"), hints })
}

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    title: String,
}

/// `GET /ideas/similar`: a part of a page, for the script that looks while a title is typed.
pub(crate) async fn similar(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(Wanted { title }): Query<Wanted>,
) -> Result<Response, PageError> {
    let title: String = title.chars().take(MOST_TYPED).collect();
    let near = near(&site, &asking, &title).await?;
    page(&SimilarPart { frame: Frame::new(&site, &asking, "new"), near })
}

/// The hints in the language of the page; what they look for depends on the language of the text.
fn advice(asking: &Asking, title: Option<&str>, body: &str, language: &str) -> Vec<String> {
    let say = |hint: Hint| {
        let id = format!("hint-{}", hint.about.word());
        asking.here.words.say(&id).with("found", hint.found).to_string()
    };
    let found = hints(title.unwrap_or_default(), body, language).into_iter();
    found.filter(|hint| title.is_some() || hint.about != About::Short).map(say).collect()
}

async fn near(site: &Site, asking: &Asking, title: &str) -> Result<Vec<Near>, PageError> {
    let found = site.ideas.similar(&asking.viewer, None, title, MOST).await?;
    let near = |idea: Idea| Near {
        path: link::idea(&idea),
        title: idea.title.as_str().to_owned(),
        language: idea.language.as_str().to_owned(),
        status: Standing(idea.status),
        support: idea.tally.support,
    };
    Ok(found.into_iter().map(near).collect())
}
