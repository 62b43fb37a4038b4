//! A form in a person's hands: what it holds already, what they fill in and choose, and the button they press.

use reqwest::Method;
use scraper::ElementRef;
use url::Url;

use super::control::{is_control, kind_of, name_of, value_of, words_of};
use super::{Actor, Page};

/// A form being filled in.
#[derive(Debug, Clone)]
pub struct Form {
    method: Method,
    action: Url,
    controls: Vec<Control>,
    button: Option<(String, String)>,
    sender: Actor,
}

#[derive(Debug, Clone)]
struct Control {
    name: String,
    label: String,
    kind: String,
    /// What a ticked box or choice sends.
    offers: String,
    /// What is sent now; nothing for a box or a choice that isn't ticked.
    value: Option<String>,
}

impl Form {
    pub(crate) fn read(page: &Page, form: ElementRef<'_>, button: Option<ElementRef<'_>>, sender: Actor) -> Self {
        let labels: Vec<_> = form.descendent_elements().filter(|inner| inner.value().name() == "label").collect();
        let controls = form
            .descendent_elements()
            .filter(|control| {
                is_control(*control) && !name_of(*control).is_empty() && control.attr("disabled").is_none()
            })
            .map(|control| Control {
                name: name_of(control).to_owned(),
                label: labels
                    .iter()
                    .find(|label| label.attr("for").is_some() && label.attr("for") == control.attr("id"))
                    .map_or_else(String::new, |label| words_of(*label)),
                kind: kind_of(control).to_owned(),
                offers: control.attr("value").unwrap_or("on").to_owned(),
                value: value_of(control),
            })
            .collect();
        let place = button.and_then(|button| button.attr("formaction")).or_else(|| form.attr("action"));
        let action = place.map_or_else(|| Ok(page.address.clone()), |place| page.address.join(place));
        let posts = form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let named = button.filter(|button| !name_of(*button).is_empty());
        Self {
            method: if posts { Method::POST } else { Method::GET },
            action: action.expect("a form's action is an address"),
            controls,
            button: named
                .map(|button| (name_of(button).to_owned(), button.attr("value").unwrap_or_default().to_owned())),
            sender,
        }
    }

    /// What a field holds now. The field may be named by its label or by its name.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&str> {
        self.controls.iter().find(|control| control.is(field) && control.value.is_some())?.value.as_deref()
    }

    /// Fills in a field, or chooses one of its choices by value or label.
    ///
    /// # Panics
    /// When the form has no such field, or the field no such choice: nobody could do that in a browser.
    #[must_use]
    pub fn fill(mut self, field: &str, value: &str) -> Self {
        let known: Vec<String> =
            self.controls.iter().map(|control| format!("{} ({})", control.label, control.name)).collect();
        let asked: Vec<usize> = (0..self.controls.len()).filter(|i| self.controls[*i].is(field)).collect();
        assert!(!asked.is_empty(), "the form has no field `{field}`; it has {known:?}");
        if asked.iter().all(|i| self.controls[*i].kind == "radio") {
            let is_choice = |control: &Control| control.offers == value || control.label == value;
            assert!(
                asked.iter().any(|i| is_choice(&self.controls[*i])),
                "`{field}` has no choice `{value}`: {known:?}"
            );
            for i in asked {
                let control = &mut self.controls[i];
                control.value = is_choice(control).then(|| control.offers.clone());
            }
        } else {
            self.controls[asked[0]].value = Some(value.to_owned());
        }
        self
    }

    /// Ticks a box.
    ///
    /// # Panics
    /// When the form has no such box.
    #[must_use]
    pub fn tick(mut self, field: &str) -> Self {
        let tickbox = self.controls.iter_mut().find(|control| control.is(field) && control.kind == "checkbox");
        let tickbox = tickbox.unwrap_or_else(|| panic!("the form has no box `{field}`"));
        tickbox.value = Some(tickbox.offers.clone());
        self
    }

    /// Presses the button, and follows where it leads.
    pub async fn send(self) -> Page {
        // A browser sends every line's end as two characters.
        let sent = |value: String| value.replace("\r\n", "\n").replace('\n', "\r\n");
        let filled =
            self.controls.iter().filter_map(|control| Some((control.name.clone(), sent(control.value.clone()?))));
        let fields: Vec<(String, String)> = filled.chain(self.button.clone()).collect();
        self.sender.submit(self.method, &self.action, &fields).await
    }
}

impl Control {
    fn is(&self, field: &str) -> bool {
        self.name == field || (!self.label.is_empty() && self.label == field)
    }
}
