//! The rules of the board: the council's own in their latest version, earlier versions at lasting addresses, and until there
//! are any the program's. So there are always rules, before the first campaign opens.
//!
//! What follows when somebody breaks them (a reason, an appeal, a report) is how the program works: it stands below whatever
//! the council wrote.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Language, StorageError};
use folkmoot_moderation::PolicyVersion;
use folkmoot_text::Markdown;

use super::frame::{Frame, Raw, page};
use super::lang::Lang;
use super::when::When;
use crate::edge::{Asking, Path};
use crate::error::PageError;
use crate::site::Site;

#[derive(Template)]
#[template(path = "guidelines.html")]
struct Guidelines {
    frame: Frame,
    /// The council's own rules; the program's stand in the template.
    own: Option<Own>,
    /// Every version there was, when there are several.
    versions: Vec<Version>,
}

/// A version of the council's rules.
struct Own {
    html: Raw,
    language: Lang,
    version: i32,
    since: When,
    /// Whether another one has followed it.
    past: bool,
}

/// A version in the list.
struct Version {
    number: i32,
    since: When,
    shown: bool,
}

/// `GET /guidelines`
pub(crate) async fn show(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    let (language, versions) = published(&site, &asking).await?;
    draw(&site, &asking, &language, &versions, versions.first())
}

/// `GET /guidelines/{version}`
pub(crate) async fn version(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(number): Path<i32>,
) -> Result<Response, PageError> {
    let (language, versions) = published(&site, &asking).await?;
    let wanted = versions.iter().find(|one| one.version == number).ok_or(PageError::NotFound)?;
    draw(&site, &asking, &language, &versions, Some(wanted))
}

/// The council's rules in the language of the page, every version, the latest first; in the site's first language while
/// there are none in that.
async fn published(site: &Site, asking: &Asking) -> Result<(Language, Vec<PolicyVersion>), StorageError> {
    let (own, first) = (asking.here.words.language(), site.language());
    let versions = site.moderation.policies(&own).await?;
    if versions.is_empty() && own != first {
        let versions = site.moderation.policies(&first).await?;
        return Ok((first, versions));
    }
    Ok((own, versions))
}

fn draw(
    site: &Site,
    asking: &Asking,
    language: &Language,
    versions: &[PolicyVersion],
    shown: Option<&PolicyVersion>,
) -> Result<Response, PageError> {
    let latest = versions.first().map(|one| one.version);
    let own = shown.map(|one| Own {
        html: Raw(Markdown::from_stored(one.words.clone()).to_html()),
        language: Lang::of(asking.here.words, language),
        version: one.version,
        since: When::day(one.published_at),
        past: latest != Some(one.version),
    });
    let listed = |one: &PolicyVersion| Version {
        number: one.version,
        since: When::day(one.published_at),
        shown: shown.is_some_and(|shown| shown.version == one.version),
    };
    let several = versions.len() > 1;
    page(&Guidelines {
        frame: Frame::new(site, asking, ""),
        own,
        versions: versions.iter().filter(|_| several).map(listed).collect(),
    })
}
