//! Reading elements the way a browser does: the words they show, and what a form's controls would send.

use scraper::ElementRef;

/// The words inside an element with single spaces, without what is never shown.
pub(crate) fn words_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    collect(element, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(element: ElementRef<'_>, text: &mut String) {
    for child in element.children() {
        if let Some(inner) = ElementRef::wrap(child) {
            if matches!(inner.value().name(), "script" | "style" | "template" | "noscript") {
                continue;
            }
            let apart = !matches!(
                inner.value().name(),
                "a" | "b" | "bdi" | "time" | "em" | "strong" | "span" | "code" | "abbr" | "i"
            );
            if apart {
                text.push(' ');
            }
            collect(inner, text);
            if apart {
                text.push(' ');
            }
        } else if let Some(words) = child.value().as_text() {
            text.push_str(words);
        }
    }
}

/// Whether it is something to fill in or choose.
pub(crate) fn is_control(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "input" | "textarea" | "select")
        && !matches!(kind_of(element), "submit" | "button")
}

/// The name that its value is sent under.
pub(crate) fn name_of(element: ElementRef<'_>) -> &str {
    element.attr("name").unwrap_or_default()
}

/// An input's type.
pub(crate) fn kind_of(element: ElementRef<'_>) -> &str {
    match element.value().name() {
        "input" => element.attr("type").unwrap_or("text"),
        other => other,
    }
}

/// What the control would send as it stands; `None` for a box or a choice that isn't ticked.
pub(crate) fn value_of(control: ElementRef<'_>) -> Option<String> {
    match kind_of(control) {
        "textarea" => {
            let text: String = control.text().collect();
            Some(text.strip_prefix('\n').unwrap_or(&text).to_owned())
        }
        "select" => {
            let options: Vec<_> =
                control.descendent_elements().filter(|inner| inner.value().name() == "option").collect();
            let chosen = options.iter().find(|option| option.attr("selected").is_some()).or_else(|| options.first())?;
            Some(chosen.attr("value").map_or_else(|| words_of(*chosen), str::to_owned))
        }
        "checkbox" | "radio" => control.attr("checked").map(|_ticked| control.attr("value").unwrap_or("on").to_owned()),
        _ => Some(control.attr("value").unwrap_or_default().to_owned()),
    }
}
