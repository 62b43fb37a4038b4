//! Which page was asked for, and in which language: the language is the first segment of the path, and the rest is the
//! same in every language.

use axum::http::{HeaderValue, Uri, header};
use axum::response::Response;

use crate::site::Site;
use crate::words::Words;

/// The page that a request names.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    /// Its language.
    pub(crate) words: Words,
    /// Its path, without the language.
    pub(crate) path: String,
    /// Its query, with the question mark; empty when there is none.
    pub(crate) query: String,
}

impl Here {
    /// Reads it off the whole address.
    pub(crate) fn of(site: &Site, uri: &Uri) -> Self {
        let words = site.words_at(uri.path());
        let path = uri.path().strip_prefix(words.root()).unwrap_or_default();
        let path = if path.is_empty() { "/" } else { path };
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        Self { words, path: path.to_owned(), query }
    }
}

/// Marks a redirect whose path names its language already, so that it is left as it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settled;

/// Redirects lead to pages of the same language: handlers name paths without it.
pub(super) fn keep_language(words: Words, mut answer: Response) -> Response {
    if answer.extensions().get::<Settled>().is_some() {
        return answer;
    }
    let location = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    let Some(path) = location.filter(|to| to.starts_with('/') && !to.starts_with("//")) else { return answer };
    if words.root().is_empty() || path == words.root() || path.starts_with(&format!("{}/", words.root())) {
        return answer;
    }
    if let Ok(to) = HeaderValue::try_from(words.to(path)) {
        answer.headers_mut().insert(header::LOCATION, to);
    }
    answer
}
