//! Atom feeds (RFC 4287), in the language of their address. Whatever is brought into one is text, and none of it a mark.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::Timestamp;

use super::frame::Frame;
use super::when::When;
use crate::error::escape;

/// A feed.
#[derive(Debug)]
pub(crate) struct Feed {
    /// Its own path, with its query.
    pub(crate) own: String,
    /// The path of the page that lists the same.
    pub(crate) page: String,
    /// What it is called, before the board's own name.
    pub(crate) title: String,
    /// What it tells, the latest first.
    pub(crate) entries: Vec<Entry>,
}

/// One thing that a feed tells.
#[derive(Debug)]
pub(crate) struct Entry {
    /// A path that names it for good, whatever its title becomes.
    pub(crate) id: String,
    /// What it is called.
    pub(crate) title: String,
    /// When it came to be.
    pub(crate) published: Timestamp,
    /// When it last changed.
    pub(crate) updated: Timestamp,
    /// Whose it is.
    pub(crate) author: String,
    /// The path of its page.
    pub(crate) page: String,
    /// The language of the summary.
    pub(crate) language: String,
    /// What it says, in short.
    pub(crate) summary: String,
}

impl Feed {
    /// The feed, for whoever asks for it.
    pub(crate) fn answer(&self, frame: &Frame) -> Response {
        let latest = self.entries.iter().map(|one| one.updated).max().unwrap_or(Timestamp::from_micros(0));
        let (own, page) = (escape(&frame.whole(&self.own)), escape(&frame.whole(&self.page)));
        let mut feed = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{own}</id>\n<title>{} – {}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
            frame.language(),
            escape(&self.title),
            escape(&frame.site),
            When::minute(latest).exact(),
            escape(&frame.council),
        );
        for entry in &self.entries {
            feed.push_str(&entry.written(frame));
        }
        feed.push_str("</feed>\n");
        ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response()
    }
}

impl Entry {
    fn written(&self, frame: &Frame) -> String {
        format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<published>{}</published>\n<updated>{}</updated>\n\
             <author><name>{}</name></author>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
             <summary xml:lang=\"{}\">{}</summary>\n</entry>\n",
            escape(&frame.whole(&self.id)),
            escape(&self.title),
            When::minute(self.published).exact(),
            When::minute(self.updated).exact(),
            escape(&self.author),
            escape(&frame.whole(&self.page)),
            escape(&self.language),
            escape(&self.summary),
        )
    }
}
