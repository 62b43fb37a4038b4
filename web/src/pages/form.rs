//! What a form says back: the problems with what was typed, by field, and where a form may send people afterwards.

use folkmoot_common::{Problem, Problems};
use folkmoot_people::LocalPath;

use super::frame::Frame;
use super::ideas::Choosable;
use super::lang::Lang;
use crate::site::Site;
use crate::words::Words;

/// The problems of one form, as a template asks for them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wrong(pub(crate) Vec<Problem>);

impl Wrong {
    /// One problem that a rule found after the fields were right. Its words are `problem-{key}-{code}` in the files.
    pub(crate) fn one(field: &'static str, code: &'static str) -> Self {
        Self(vec![Problem::new(field, code, String::new())])
    }

    /// The same, where the words are those of another kind of field of that name.
    pub(crate) fn of_kind(key: &'static str, field: &'static str, code: &'static str) -> Self {
        Self(vec![Problem::new(field, code, String::new()).of(key)])
    }

    /// Whether something must be mended.
    pub(crate) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// What is wrong with this field.
    pub(crate) fn of(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|problem| problem.field == field)
    }

    /// The words for a problem, in the language of the page.
    pub(crate) fn words(&self, frame: &Frame, problem: &Problem) -> String {
        said(frame.here.words, problem)
    }
}

/// What a problem is called in the files of words.
fn said(words: Words, problem: &Problem) -> String {
    let id = format!("problem-{}-{}", problem.key, problem.code.to_lowercase().replace('_', "-"));
    let said = problem.numbers.iter().fold(words.say(&id), |said, (name, number)| said.with(name, *number));
    match &problem.named {
        Some(part) => said.with("named", part.as_str()).to_string(),
        None => said.to_string(),
    }
}

impl From<Problems> for Wrong {
    fn from(problems: Problems) -> Self {
        Self(problems.0)
    }
}

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// The languages that something may be written in: the site's own, and the one that it is in already. A template shows
/// them only when there is a choice.
pub(crate) fn languages(site: &Site, chosen: &str) -> Vec<Choosable> {
    let own = site.languages.iter().map(|words| Choosable {
        value: words.code().to_owned(),
        words: words.say("language-name").to_string(),
        language: Lang::default(),
        chosen: words.code() == chosen,
    });
    let mut all: Vec<Choosable> = own.collect();
    if !chosen.is_empty() && !all.iter().any(|one| one.chosen) {
        all.push(Choosable {
            value: chosen.to_owned(),
            words: chosen.to_owned(),
            language: Lang::default(),
            chosen: true,
        });
    }
    all
}

/// A page of ours that a form names as the place to go back to; the front page for anything else.
pub(crate) fn back_to(raw: &str) -> String {
    LocalPath::parse(raw).map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned())
}

/// The parts of a query, without the word for what was done last.
pub(crate) fn undone(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("done="))
}

/// The place on a page that a form comes back to: the page as it was asked for, with all that its address chose.
pub(crate) fn same_place(path: &str, query: &str, place: &str) -> String {
    let query = undone(query.trim_start_matches('?')).collect::<Vec<_>>().join("&");
    let join = if query.is_empty() { "" } else { "?" };
    format!("{path}{join}{query}#{place}")
}

/// The address with one more word in its query, before any fragment: how a redirect says what was done.
pub(crate) fn with_done(address: &str, word: &str) -> String {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, rest)| (path, Some(rest)));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let said = format!("done={word}");
    let query = undone(query).chain(std::iter::once(said.as_str())).collect::<Vec<_>>().join("&");
    let fragment = fragment.map(|rest| format!("#{rest}")).unwrap_or_default();
    format!("{path}?{query}{fragment}")
}

#[cfg(test)]
mod tests;
