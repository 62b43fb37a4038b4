//! What stands round every page: the council's name, who is signed in, the token that forms carry. And the one door out
//! for a page that was drawn.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use folkmoot_people::NAMELESS;
use folkmoot_text::SafeHtml;

use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// The frame of one page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// What the board is called.
    pub(crate) site: String,
    /// Whose board it is.
    pub(crate) council: String,
    /// Where to write when something is wrong.
    pub(crate) contact: String,
    /// Which link of the header is this page's: `ideas`, `new`, `about`, `me`, or none.
    pub(crate) section: &'static str,
    /// What the reader is called, when they are signed in.
    pub(crate) reader: Option<String>,
    /// What forms carry in `csrf`; empty for a visitor whose forms need nothing.
    pub(crate) token: String,
    /// Whether a form came back with something to mend.
    pub(crate) wrong: bool,
    /// A word that names what was just done; `part/notice.html` says it.
    pub(crate) notice: &'static str,
}

impl Frame {
    /// The frame for whoever asks.
    pub(crate) fn new(site: &Site, asking: &Asking, section: &'static str) -> Self {
        let reader =
            asking.known.as_ref().map(|known| known.name.as_ref().map_or(NAMELESS, |name| name.as_str()).to_owned());
        Self { reader, token: asking.csrf_token(site), ..Self::bare(site, section) }
    }

    /// The frame for nobody in particular.
    fn bare(site: &Site, section: &'static str) -> Self {
        Self {
            site: site.config.site.name.clone(),
            council: site.config.site.council.clone(),
            contact: site.config.site.contact_email.clone(),
            section,
            reader: None,
            token: String::new(),
            wrong: false,
            notice: "",
        }
    }

    /// The same, for a form that came back.
    pub(crate) fn with_errors(self) -> Self {
        Self { wrong: true, ..self }
    }

    /// The same, with a notice. Words that are not in the list are not repeated: an address can't make a page say things.
    /// To somebody who isn't signed in only one of them can be true.
    pub(crate) fn with_notice(self, word: Option<&str>) -> Self {
        const KNOWN: [&str; 17] = [
            "posted",
            "waiting",
            "saved",
            "withdrawn",
            "counted",
            "retracted",
            "ended",
            "not-open",
            "support-only",
            "commented",
            "comment-saved",
            "comment-deleted",
            "signed-out",
            "renamed",
            "session-ended",
            "token-revoked",
            "draft-dropped",
        ];
        let known = word.and_then(|word| KNOWN.into_iter().find(|known| *known == word));
        let notice = known.filter(|word| (*word == "signed-out") == self.reader.is_none()).unwrap_or_default();
        Self { notice, ..self }
    }

    /// The address of an asset, by the name it has in `assets/`.
    pub(crate) fn asset(&self, name: &str) -> String {
        crate::assets::url(name).unwrap_or_default()
    }
}

/// HTML that the sanitiser made: the only thing that a template prints raw.
#[derive(Debug, Clone)]
pub(crate) struct Raw(pub(crate) SafeHtml);

impl std::fmt::Display for Raw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl askama::filters::HtmlSafe for Raw {}

/// A page that was drawn.
pub(crate) fn page(template: &impl Template) -> Result<Response, PageError> {
    page_as(StatusCode::OK, template)
}

/// A form that came back with something to mend.
pub(crate) fn again(template: &impl Template) -> Result<Response, PageError> {
    page_as(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with a status of its own.
pub(crate) fn page_as(status: StatusCode, template: &impl Template) -> Result<Response, PageError> {
    let html = template.render().map_err(|why| PageError::internal(&why))?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok((status, [(header::CONTENT_TYPE, kind)], html).into_response())
}

/// Sends the browser on to another page, with a GET.
pub(crate) fn go(to: &str) -> Response {
    axum::response::Redirect::to(to).into_response()
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Trouble<'a> {
    frame: Frame,
    title: &'a str,
    words: &'a str,
    incident: Option<&'a str>,
    typed: &'a [String],
}

/// The page for whatever went wrong, in the site's own clothes: with the incident's number to quote, if there is one,
/// and the words that somebody typed, if they would be lost. It asks nothing of the database. `None` only when the
/// template itself fails.
pub(crate) fn trouble(
    site: &Site,
    title: &str,
    words: &str,
    (incident, typed): (Option<&str>, &[String]),
) -> Option<String> {
    Trouble { frame: Frame::bare(site, ""), title, words, incident, typed }.render().ok()
}
