//! What stands round every page: its language, the council's name, who is signed in, the token that forms carry. And the
//! one door out for a page that was drawn.

use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use folkmoot_common::Role;
use folkmoot_people::Called;
use folkmoot_text::SafeHtml;

use super::head::Head;
use super::suspended::Suspended;
use super::when::When;
use crate::edge::{Asking, Here, Settled};
use crate::error::PageError;
use crate::site::Site;
use crate::theme::Theme;
use crate::words::{Html, Said, Words};

/// Every notice: the word in the address, and its message.
const NOTICES: [(&str, &str); 80] = [
    ("posted", "notice-posted"),
    ("waiting", "notice-waiting"),
    ("saved", "notice-saved"),
    ("withdrawn", "notice-withdrawn"),
    ("counted", "notice-counted"),
    ("retracted", "notice-retracted"),
    ("ended", "notice-ended"),
    ("not-open", "notice-not-open"),
    ("support-only", "notice-support-only"),
    ("commented", "notice-commented"),
    ("comment-waiting", "notice-comment-waiting"),
    ("edit-waiting", "notice-edit-waiting"),
    ("mended", "notice-mended"),
    ("comment-saved", "notice-comment-saved"),
    ("comment-deleted", "notice-comment-deleted"),
    ("signed-out", "notice-signed-out"),
    ("renamed", "notice-renamed"),
    ("session-ended", "notice-session-ended"),
    ("token-revoked", "notice-token-revoked"),
    ("draft-dropped", "notice-draft-dropped"),
    ("others-ended", "notice-others-ended"),
    ("language", "notice-language"),
    ("left", "notice-left"),
    ("desk-undone", "notice-desk-undone"),
    ("desk-undone-already", "notice-desk-undone-already"),
    ("desk-undone-late", "notice-desk-undone-late"),
    ("desk-undone-later", "notice-desk-undone-later"),
    ("desk-undone-own", "notice-desk-undone-own"),
    ("desk-corrected", "notice-desk-corrected"),
    ("desk-asked", "notice-desk-asked"),
    ("desk-released", "notice-desk-released"),
    ("desk-view-kept", "notice-desk-view-kept"),
    ("desk-view-dropped", "notice-desk-view-dropped"),
    ("desk-view-name", "notice-desk-view-name"),
    ("desk-rules-published", "notice-desk-rules-published"),
    ("desk-reason-saved", "notice-desk-reason-saved"),
    ("department-saved", "notice-department-saved"),
    ("department-closed", "notice-department-closed"),
    ("department-opened", "notice-department-opened"),
    ("officer-added", "notice-officer-added"),
    ("officer-removed", "notice-officer-removed"),
    ("promises-saved", "notice-promises-saved"),
    ("day-set", "notice-day-set"),
    ("day-forgotten", "notice-day-forgotten"),
    ("holidays-chosen", "notice-holidays-chosen"),
    ("routes-saved", "notice-routes-saved"),
    ("label-saved", "notice-label-saved"),
    ("sorted", "notice-sorted"),
    ("desk-clock", "notice-desk-clock"),
    ("desk-handed", "notice-desk-handed"),
    ("desk-taken", "notice-desk-taken"),
    ("watching", "notice-watching"),
    ("watched", "notice-watched"),
    ("desk-given-back", "notice-desk-given-back"),
    ("desk-noted", "notice-desk-noted"),
    ("desk-draft-kept", "notice-desk-draft-kept"),
    ("desk-draft-dropped", "notice-desk-draft-dropped"),
    ("desk-approval", "notice-desk-approval"),
    ("desk-scheduled", "notice-desk-scheduled"),
    ("desk-published", "notice-desk-published"),
    ("desk-milestone", "notice-desk-milestone"),
    ("desk-claimed", "notice-desk-claimed"),
    ("desk-moved", "notice-desk-moved"),
    ("desk-revised", "notice-desk-revised"),
    ("template-saved", "notice-template-saved"),
    ("template-retired", "notice-template-retired"),
    ("template-offered", "notice-template-offered"),
    ("milestone-said", "notice-milestone-said"),
    ("followed", "notice-followed"),
    ("unfollowed", "notice-unfollowed"),
    ("notices", "notice-notices"),
    ("mail-again", "notice-mail-again"),
    ("look-saved", "notice-look-saved"),
    ("look-logo", "notice-look-logo"),
    ("look-reset", "notice-look-reset"),
    ("person-invited", "notice-person-invited"),
    ("role-given", "notice-role-given"),
    ("role-taken", "notice-role-taken"),
    ("campaign-saved", "notice-campaign-saved"),
    ("campaign-closed", "notice-campaign-closed"),
];

/// The frame of one page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The page and its language.
    pub(crate) here: Here,
    /// The site's other languages.
    pub(crate) others: Vec<Words>,
    /// What the site wears.
    pub(crate) theme: Arc<Theme>,
    /// What those are told who don't read the page as people do.
    pub(crate) head: Head,
    /// The origin that whole addresses are made from.
    origin: String,
    /// The council's clock.
    zone: jiff::tz::TimeZone,
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
    /// How much waits for a moderator, when the reader is one.
    pub(crate) waiting: Option<u64>,
    /// Whether the reader runs the site.
    pub(crate) runs: bool,
    /// How much an officer owes an answer, when the reader is one.
    pub(crate) owed: Option<u64>,
    /// What forms carry in `csrf`; empty for a visitor whose forms need nothing.
    pub(crate) token: String,
    /// Whether a form came back with something to mend.
    pub(crate) wrong: bool,
    /// A word that names what was just done; `part/notice.html` says it.
    pub(crate) notice: &'static str,
    /// The day that what happens next hangs on, for the notice to name.
    pub(crate) day: Option<When>,
}

impl Frame {
    /// The frame for whoever asks.
    pub(crate) fn new(site: &Site, asking: &Asking, section: &'static str) -> Self {
        let called = asking.known.as_ref().map(|known| Called::chosen(known.name.as_ref()));
        let reader = called.map(|called| asking.here.words.called(&called));
        // Whatever is one person's own is nothing to be found.
        let head = if section == "me" { Head::unlisted() } else { Head::default() };
        Self {
            reader,
            waiting: asking.waiting,
            runs: asking.viewer.has(Role::Admin),
            owed: asking.owed,
            token: asking.csrf_token(site),
            head,
            ..Self::bare(site, &asking.here, section)
        }
    }

    /// The frame for nobody in particular.
    pub(super) fn bare(site: &Site, here: &Here, section: &'static str) -> Self {
        let dress = site.dress();
        let others = site.languages.iter().filter(|words| words.code() != here.words.code());
        Self {
            here: here.clone(),
            others: others.copied().collect(),
            theme: Arc::clone(&dress.theme),
            head: Head::unlisted(),
            origin: site.config.site.public_url.origin().to_owned(),
            zone: site.zone.clone(),
            site: dress.name.clone(),
            council: dress.council.clone(),
            contact: dress.contact.clone(),
            section,
            reader: None,
            waiting: None,
            runs: false,
            owed: None,
            token: String::new(),
            wrong: false,
            notice: "",
            day: None,
        }
    }

    /// The same, for a form that came back.
    pub(crate) fn with_errors(self) -> Self {
        Self { wrong: true, ..self }
    }

    /// The same, with what the page tells those who don't read it as people do.
    pub(crate) fn with_head(self, head: Head) -> Self {
        Self { head, ..self }
    }

    /// The same, for a page that search engines shall leave alone.
    pub(crate) fn unlisted(self) -> Self {
        self.with_head(Head::unlisted())
    }

    /// The same, with a notice. Words that are not in the list are not repeated: an address can't make a page say things.
    /// To somebody who isn't signed in only two of them can be true.
    pub(crate) fn with_notice(self, word: Option<&str>) -> Self {
        let known = word.and_then(|word| NOTICES.iter().map(|(known, _)| *known).find(|known| *known == word));
        let notice =
            known.filter(|word| ["signed-out", "left"].contains(word) == self.reader.is_none()).unwrap_or_default();
        Self { notice, ..self }
    }

    /// The same, with the day by which the next step comes.
    pub(crate) fn with_day(self, day: Option<When>) -> Self {
        Self { day, ..self }
    }

    /// The same, for a page that was drawn in answer to a form: it stands at `path`.
    pub(crate) fn at(self, path: &str) -> Self {
        Self { here: Here { path: path.to_owned(), query: String::new(), ..self.here }, ..self }
    }

    /// The language of the page, as `lang` names it.
    pub(crate) fn language(&self) -> &'static str {
        self.here.words.code()
    }

    /// A message in the page's language, by its name in `words/`.
    pub(crate) fn say<'a>(&self, id: &'a str) -> Said<'a> {
        self.here.words.say(id)
    }

    /// The same, by a name that was made of a word.
    pub(crate) fn say_as<'a>(&self, id: String) -> Said<'a> {
        self.here.words.say_as(id)
    }

    /// The address of a page of ours, in the page's language. Every link and every form's action goes through here.
    pub(crate) fn to(&self, path: &str) -> String {
        self.here.words.to(path)
    }

    /// The name of the notice's message.
    pub(crate) fn notice_id(&self) -> &'static str {
        NOTICES.iter().find(|(word, _)| *word == self.notice).map_or("", |(_, id)| id)
    }

    /// The address of this very page in another language.
    pub(crate) fn mirror(&self, words: &Words) -> String {
        words.to(&format!("{}{}", self.here.path, self.here.query))
    }

    /// The lasting address of this very page: whole, and without what only chooses a part of it.
    pub(crate) fn canonical(&self) -> String {
        self.whole(&self.here.path)
    }

    /// A page of ours in the page's language, as a whole address.
    pub(crate) fn whole(&self, path: &str) -> String {
        format!("{}{}", self.origin, self.to(path))
    }

    /// The same page in each language, and where whoever reads none of them goes: `hreflang` and whole address.
    pub(crate) fn alternates(&self) -> Vec<(&'static str, String)> {
        let address = |words: &Words| format!("{}{}", self.origin, words.to(&self.here.path));
        let all = || std::iter::once(&self.here.words).chain(&self.others);
        let fallback = all().find(|words| words.root().is_empty());
        all()
            .map(|words| (words.code(), address(words)))
            .chain(fallback.map(|words| ("x-default", address(words))))
            .collect()
    }

    /// The picture that stands beside a shared link, when there is one.
    pub(crate) fn share_image(&self) -> Option<String> {
        crate::assets::url("folkmoot-share.png").map(|path| format!("{}{path}", self.origin))
    }

    /// An instant as a `<time>` element.
    pub(crate) fn time(&self, when: &When) -> Html {
        when.html(self.here.words, &self.zone)
    }

    /// An instant in words alone.
    pub(crate) fn when(&self, when: &When) -> String {
        when.words(self.here.words, &self.zone)
    }

    /// The address of the site's icon, and its media type.
    pub(crate) fn icon(&self) -> (String, &'static str) {
        let own = self.theme.icon().map(|file| (file.url(), file.kind));
        own.unwrap_or_else(|| (self.asset("folkmoot.svg"), "image/svg+xml"))
    }

    /// The colours of the header, light and dark: a browser may draw its own frame in them.
    pub(crate) fn header_colours(&self) -> (String, String) {
        let (light, dark) = Theme::header();
        (light.to_string(), dark.to_string())
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

/// Sends the browser on to a page in this language, whatever language it asked in.
pub(crate) fn go_in(words: Words, path: &str) -> Response {
    let there = !words.root().is_empty() && path.starts_with(&format!("{}/", words.root()));
    let to = if there { path.to_owned() } else { words.to(path) };
    (axum::Extension(Settled), axum::response::Redirect::to(&to)).into_response()
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Trouble<'a> {
    frame: Frame,
    trouble: &'a Sorry<'a>,
}

/// What a page says when something went wrong.
#[derive(Debug)]
pub(crate) struct Sorry<'a> {
    /// A heading without a full stop.
    pub(crate) title: String,
    /// A sentence or two: what happened, what to do.
    pub(crate) words: String,
    /// The way on that fits best.
    pub(crate) way: Way,
    /// The incident's number to quote.
    pub(crate) incident: Option<&'a str>,
    /// What somebody wrote that would be lost.
    pub(crate) typed: &'a [String],
    /// Up to when somebody may not post, and why.
    pub(crate) suspended: Option<&'a Suspended>,
}

/// The way on from a page that says what went wrong; every such page also leads home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// What they looked for may be found.
    Search,
    /// They may sign in.
    SignIn,
    /// Home.
    Home,
}

impl Sorry<'_> {
    /// How high a box must be to show this text, within reason.
    pub(crate) fn rows(&self, text: &str) -> usize {
        let lines = text.lines().map(|line| 1 + line.chars().count() / 60).sum::<usize>();
        lines.clamp(1, 16)
    }
}

/// The page for whatever went wrong, in the site's own clothes. It asks nothing of the database. `None` only when the
/// template itself fails.
pub(crate) fn trouble(site: &Site, here: &Here, trouble: &Sorry<'_>) -> Option<String> {
    Trouble { frame: Frame::bare(site, here, ""), trouble }.render().ok()
}
