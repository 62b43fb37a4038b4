//! What an answer may look like, whatever was sent: no failure of ours, no word from inside, and nothing in a page that
//! runs. Pages are read with a real HTML parser, as a browser would.

use scraper::{ElementRef, Html, Selector};

use crate::nets::Answer;

/// Words that only the inside of the program says, long enough that no token made of chance holds one, and none that an
/// earlier line of a list left on the page. An answer may repeat one that was sent.
const INSIDE: [&str; 9] = [
    "sqlx::",
    "sea_orm",
    "panicked at",
    "unique constraint",
    "constraint failed",
    "postgres://",
    "sqlite_",
    "no such table",
    ".rs:",
];

/// Elements that no page of ours has, whoever wrote on it.
const NEVER: [&str; 14] = [
    "iframe", "object", "embed", "applet", "base", "math", "style", "frame", "frameset", "audio", "video", "img",
    "marquee", "portal",
];

/// Attributes that lead somewhere.
const PLACES: [&str; 6] = ["href", "src", "action", "formaction", "data", "poster"];

/// Something wrong with an answer: where, what, and the line that was sent.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) place: String,
    pub(crate) fault: String,
    pub(crate) line: String,
}

impl Verdict {
    pub(crate) fn new(place: &str, fault: impl Into<String>, line: &str) -> Self {
        let line = line.chars().take(200).collect();
        Self { place: place.to_owned(), fault: fault.into(), line }
    }
}

/// Everything wrong with an answer to this line.
pub(crate) fn judge(place: &str, line: &str, answer: &Answer) -> Vec<Verdict> {
    let mut wrong = Vec::new();
    if answer.status >= 500 {
        wrong.push(Verdict::new(place, format!("{}: {}", answer.status, answer.body), line));
    }
    let sent = line.to_lowercase();
    let told = answer.body.to_lowercase();
    for word in INSIDE {
        if told.contains(word) && !sent.contains(word) {
            wrong.push(Verdict::new(place, format!("it tells `{word}` from inside"), line));
        }
    }
    if answer.headers.contains("text/html") {
        let page = Html::parse_document(&answer.body);
        wrong.extend(running(&page).into_iter().map(|fault| Verdict::new(place, fault, line)));
    }
    wrong
}

/// Everything in a page that a browser would run, load or apply, beyond our own files.
pub(crate) fn running(page: &Html) -> Vec<String> {
    let all = Selector::parse("*").unwrap();
    page.select(&all).filter_map(fault_of).collect()
}

fn fault_of(element: ElementRef<'_>) -> Option<String> {
    let name = element.value().name();
    let shown = || {
        let attributes: Vec<String> = element.value().attrs().map(|(key, value)| format!("{key}={value}")).collect();
        format!("<{name} {}>", attributes.join(" "))
    };
    if NEVER.contains(&name) {
        return Some(shown());
    }
    // Where the assets were not built their addresses are empty, and lead nowhere.
    let own_file = |key: &str| element.attr(key).is_some_and(|place| place.is_empty() || place.starts_with("/assets/"));
    let is_own_script = || own_file("src") && element.text().all(|text| text.trim().is_empty());
    if name == "script" && !is_own_script() && !is_data(element) {
        return Some(shown());
    }
    if name == "link" && !own_file("href") && !is_pointer(element) && !is_tried_look(element) {
        return Some(shown());
    }
    if name == "meta" && element.attr("http-equiv").is_some() {
        return Some(shown());
    }
    let attribute = |(key, value): (&str, &str)| {
        key.starts_with("on") || key == "style" || key == "srcdoc" || (PLACES.contains(&key) && runs(value))
    };
    element.value().attrs().any(attribute).then(shown)
}

/// The styles of a look that an admin tries: two colours and nothing else.
fn is_tried_look(element: ElementRef<'_>) -> bool {
    let colour = |text: &str| text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let colours = element.attr("href").and_then(|place| place.strip_prefix("/admin/look/preview.css?accent=%23"));
    let both = colours.and_then(|colours| colours.split_once("&accent_dark=%23"));
    element.attr("rel") == Some("stylesheet") && both.is_some_and(|(light, dark)| colour(light) && colour(dark))
}

/// A block of data, which no browser runs: whole JSON, whatever people wrote into it.
fn is_data(element: ElementRef<'_>) -> bool {
    let text: String = element.text().collect();
    let is_alone = element.value().attrs().all(|attribute| attribute == ("type", "application/ld+json"));
    is_alone && serde_json::from_str::<serde_json::Value>(&text).is_ok()
}

/// A link that a browser neither loads nor applies by itself; or our own manifest.
fn is_pointer(element: ElementRef<'_>) -> bool {
    match element.attr("rel") {
        None | Some("canonical" | "alternate" | "prev" | "next") => true,
        Some("manifest") => {
            element.attr("href").is_some_and(|at| ["/manifest.webmanifest", "/cy/manifest.webmanifest"].contains(&at))
        }
        Some(_) => false,
    }
}

/// Whether an address leads anywhere but to a page, a mailbox or a telephone. Browsers skip blanks and controls in it.
fn runs(place: &str) -> bool {
    let plain: String = place.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let Some((scheme, _rest)) = plain.split_once(':') else { return plain.starts_with("//") };
    let is_scheme = !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    is_scheme && !["http", "https", "mailto", "tel"].contains(&scheme.to_lowercase().as_str())
}

/// The value that a page shows in the field of this name.
pub(crate) fn kept(body: &str, field: &str) -> Option<String> {
    kept_in(&Html::parse_document(body), field)
}

pub(super) fn kept_in(page: &Html, field: &str) -> Option<String> {
    let fields = Selector::parse("input, textarea").unwrap();
    let named: Vec<_> = page.select(&fields).filter(|control| control.attr("name") == Some(field)).collect();
    // Where two forms of a page have it, the one that was sent has its id as well.
    let control = named.iter().find(|control| control.attr("id") == Some(field)).or(named.first())?;
    Some(match control.value().name() {
        "textarea" => {
            let text: String = control.text().collect();
            text.strip_prefix('\n').unwrap_or(&text).to_owned()
        }
        _ => control.attr("value").unwrap_or_default().to_owned(),
    })
}

/// What the page says is wrong with the field of this name.
pub(crate) fn message(body: &str, field: &str) -> Option<String> {
    message_in(&Html::parse_document(body), field)
}

pub(super) fn message_in(page: &Html, field: &str) -> Option<String> {
    let told = Selector::parse(&format!("#{field}-error")).unwrap();
    let words: String = page.select(&told).next()?.text().collect();
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// As a browser would send it back: HTML knows no NUL and one kind of line end.
pub(crate) fn as_kept(line: &str, one_line: bool) -> String {
    let line = line.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "");
    if one_line { line.replace('\n', "") } else { line }
}

#[test]
fn the_judge_sees_what_runs() {
    for bad in [
        "<script>alert(1)</script>",
        "<script src=//elsewhere.example/x.js></script>",
        "<p onclick=alert(1)>x</p>",
        "<a href=' java\tscript:alert(1)'>x</a>",
        "<a href=//elsewhere.example>x</a>",
        "<p style='color:red'>x</p>",
        "<form action='data:text/html,x'></form>",
        "<iframe srcdoc=x></iframe>",
        "<svg onload=alert(1)></svg>",
        "<meta http-equiv=refresh content=0>",
        "<link rel=stylesheet href=/elsewhere.css>",
        "<link rel=manifest href=//elsewhere.example/m>",
        "<script type=application/ld+json>{\"a\": </script>",
    ] {
        assert_eq!(running(&Html::parse_document(bad)).len(), 1, "{bad}");
    }
    let good = "<script src=/assets/site.js></script><link rel=alternate href=http://127.0.0.1/cy>\
                <script type=application/ld+json>{\"a\":\"b\"}</script>\
                <a href='/ideas?x=a:b'>x</a><a href='mailto:a@b.example'>y</a>";
    assert_eq!(running(&Html::parse_document(good)), Vec::<String>::new());
}
