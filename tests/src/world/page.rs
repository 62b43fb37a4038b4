//! A page as a person meets it: its heading, its words, its links and forms, and what it says is wrong with a field.

use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{Response, StatusCode};
use scraper::{ElementRef, Html, Selector};
use url::Url;

use super::control::{is_control, name_of, words_of};
use super::{Actor, Form};

/// An answer that a browser shows. It is parsed when it is looked at, so that it can be held across an await.
#[derive(Debug, Clone)]
pub struct Page {
    /// The answer's status.
    pub status: StatusCode,
    /// The answer's headers.
    pub headers: HeaderMap,
    /// Where it was found, after any redirects.
    pub address: Url,
    /// The page's source.
    pub html: String,
    reader: Actor,
}

impl Page {
    pub(crate) async fn read(answer: Response, reader: Actor) -> Self {
        let (status, headers, address) = (answer.status(), answer.headers().clone(), answer.url().clone());
        let html = answer.text().await.expect("the page can be read to its end");
        Self { status, headers, address, html, reader }
    }

    /// The page's elements.
    #[must_use]
    pub fn document(&self) -> Html {
        Html::parse_document(&self.html)
    }

    /// The path where it was found.
    #[must_use]
    pub fn path(&self) -> &str {
        self.address.path()
    }

    /// Where it would lead, if it is a redirect.
    #[must_use]
    pub fn leads_to(&self) -> Option<&str> {
        self.headers.get(LOCATION).and_then(|place| place.to_str().ok())
    }

    /// The words of the one main heading.
    ///
    /// # Panics
    /// When there is none, or more than one.
    #[must_use]
    pub fn heading(&self) -> String {
        let document = self.document();
        let headings: Vec<String> = document.select(&selector("h1")).map(words_of).collect();
        let [heading] = headings.as_slice() else {
            panic!("{self} should have one main heading, and has {headings:?}");
        };
        heading.clone()
    }

    /// All the words a reader is given, with single spaces.
    #[must_use]
    pub fn words(&self) -> String {
        self.document().select(&selector("body")).map(words_of).collect()
    }

    /// Whether these words stand on the page, one after the other.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.words().contains(words)
    }

    /// What the page says is wrong with the field of this name, beside that field.
    #[must_use]
    pub fn error_for(&self, field: &str) -> Option<String> {
        let document = self.document();
        let names_it = |inner: ElementRef<'_>| is_control(inner) && name_of(inner) == field;
        // The field's own error; what a group of radios has wrong stands at the group.
        let (fields, sets) = (selector("input, textarea, select"), selector("fieldset"));
        let own = document.select(&fields).filter(|control| names_it(*control));
        let groups = document.select(&sets).filter(|group| group.descendent_elements().any(names_it));
        let described = own.chain(groups).filter_map(|control| control.attr("aria-describedby"));
        let error = described.flat_map(str::split_whitespace).find(|id| id.ends_with("error"))?;
        let told = document.select(&selector("[id]")).find(|element| element.attr("id") == Some(error))?;
        let words = words_of(told);
        Some(words.strip_prefix("Error:").unwrap_or(&words).trim().to_owned())
    }

    /// The form with this button, or under this heading, legend or label, ready to be filled in. A button is also known
    /// by its first words, because some tell a number that moves.
    ///
    /// # Panics
    /// When there is no such form; the words of all buttons are told.
    #[must_use]
    pub fn form(&self, words: &str) -> Form {
        let document = self.document();
        let buttons = selector("button, input[type=submit]");
        for form in document.select(&selector("form")) {
            if let Some(button) = form.select(&buttons).find(|button| label_of(*button) == words) {
                return Form::read(self, form, Some(button), self.reader.clone());
            }
        }
        for form in document.select(&selector("form")) {
            let titled = form.attr("aria-label") == Some(words)
                || form.select(&selector("legend, h1, h2, h3")).any(|title| words_of(title) == words);
            if titled {
                return Form::read(self, form, form.select(&buttons).next(), self.reader.clone());
            }
        }
        let begins = format!("{words} ");
        for form in document.select(&selector("form")) {
            if let Some(button) = form.select(&buttons).find(|button| label_of(*button).starts_with(&begins)) {
                return Form::read(self, form, Some(button), self.reader.clone());
            }
        }
        let all: Vec<String> = document.select(&buttons).map(label_of).collect();
        panic!("{self} has no form `{words}`; its buttons are {all:?}")
    }

    /// The form that is sent to this path.
    ///
    /// # Panics
    /// When there is no such form.
    #[must_use]
    pub fn form_to(&self, path: &str) -> Form {
        let document = self.document();
        let form = document.select(&selector("form")).find(|form| form.attr("action") == Some(path));
        let form = form.unwrap_or_else(|| panic!("{self} has no form to {path}"));
        let button = form.select(&selector("button, input[type=submit]")).next();
        Form::read(self, form, button, self.reader.clone())
    }

    /// The form that asks for a field of this name, if there is one.
    #[must_use]
    pub fn form_asking(&self, field: &str) -> Option<Form> {
        let document = self.document();
        let asks = |form: &ElementRef<'_>| {
            form.descendent_elements().any(|control| is_control(control) && name_of(control) == field)
        };
        let form = document.select(&selector("form")).find(asks)?;
        let button = form.select(&selector("button, input[type=submit]")).next();
        Some(Form::read(self, form, button, self.reader.clone()))
    }

    /// The words of every element that this CSS rule finds.
    #[must_use]
    pub fn every(&self, rule: &str) -> Vec<String> {
        self.document().select(&selector(rule)).map(words_of).collect()
    }

    /// This attribute of every element that this CSS rule finds.
    #[must_use]
    pub fn every_attr(&self, rule: &str, attribute: &str) -> Vec<String> {
        let document = self.document();
        document.select(&selector(rule)).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
    }

    /// What the summary on top says is wrong.
    #[must_use]
    pub fn summary(&self) -> Vec<String> {
        self.every(".govuk-error-summary__list a")
    }

    /// Whether there is a button whose words begin so.
    #[must_use]
    pub fn has_button(&self, words: &str) -> bool {
        self.document().select(&selector("button")).any(|button| label_of(button).starts_with(words))
    }

    /// Whether there is a link with these words.
    #[must_use]
    pub fn has_link(&self, words: &str) -> bool {
        self.document().select(&selector("a[href]")).any(|link| words_of(link) == words)
    }

    /// Follows the link with these words.
    ///
    /// # Panics
    /// When there is no such link; all links are told.
    pub async fn follow(&self, words: &str) -> Self {
        let place = {
            let document = self.document();
            let links: Vec<(String, String)> = document
                .select(&selector("a[href]"))
                .map(|link| (words_of(link), link.attr("href").unwrap_or_default().to_owned()))
                .collect();
            let found = links.iter().find(|(told, _place)| told == words);
            found.unwrap_or_else(|| panic!("{self} has no link `{words}`; it has {links:?}")).1.clone()
        };
        let address = self.address.join(&place).expect("a link leads to an address");
        self.reader.open(address.as_str()).await
    }
}

impl std::fmt::Display for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.address, self.status)
    }
}

/// What a button is called.
fn label_of(button: ElementRef<'_>) -> String {
    button
        .attr("aria-label")
        .or_else(|| button.attr("value").filter(|_| button.value().name() == "input"))
        .map_or_else(|| words_of(button), str::to_owned)
}

fn selector(rule: &str) -> Selector {
    Selector::parse(rule).expect("the selectors here are right")
}
