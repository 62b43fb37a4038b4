//! What somebody wrote into a form, held until it was answered: whatever is in the way of their act (a session that ended
//! meanwhile, too many forms in a minute, a database that can't answer), the page that says so hands their words back.
//!
//! It keeps the body as it came, which is in memory anyway, and reads it only when something failed.

use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, header};

/// The fields that hold somebody's own words: a test finds them in the templates.
const OWN_WORDS: [&str; 28] = [
    "title", "body", "reason", "details", "name", "token_name", "email", "words", "note", "why", "mend", "rule",
    "reasons", "arguments", "refer_to", "cost", "next_step", "role", "about", "job", "word", "moved", "came",
    "question", "brief", "slug", "council", "contact",
];

/// The form behind a request, once it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Written(Arc<OnceLock<Bytes>>);

impl Written {
    /// Keeps a body, if it is a form that was posted.
    pub(super) fn keep(&self, method: &Method, headers: &HeaderMap, body: &Bytes) {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if method == Method::POST && kind.starts_with("application/x-www-form-urlencoded") {
            let _first = self.0.set(body.clone());
        }
    }

    /// Somebody's own words, in the order of the form.
    pub(super) fn words(&self) -> Vec<String> {
        let fields = url::form_urlencoded::parse(self.0.get().map_or(&[], |body| body));
        let own = fields.filter(|(name, value)| OWN_WORDS.contains(&name.as_ref()) && !value.trim().is_empty());
        own.map(|(_name, value)| value.into_owned()).collect()
    }
}

#[cfg(test)]
mod tests;
