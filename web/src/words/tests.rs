//! That every word is in the files, in every language, and that no file holds words that nobody says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;

mod sentences;

/// A file's messages, each with what it is told.
fn messages(code: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("words").join(format!("{code}.ftl"));
    let text = std::fs::read_to_string(file).unwrap();
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, wrong)| panic!("{code}.ftl: {wrong:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut told = BTreeSet::new();
        look_into(&message.value.expect("a message without words"), &mut told);
        assert!(found.insert(message.id.name.clone(), told).is_none(), "{code}.ftl has {} twice", message.id.name);
    }
    found
}

fn look_into(pattern: &Pattern<String>, told: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => note(inline, told),
            Expression::Select { selector, variants } => {
                note(selector, told);
                variants.iter().for_each(|variant| look_into(&variant.value, told));
            }
        }
    }
}

fn note(inline: &InlineExpression<String>, told: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            told.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = expression.as_ref() {
                note(inline, told);
            }
        }
        _ => {}
    }
}

/// Every file below `folder` that ends so: its name within the folder, and its text.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.push((name, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a template without its own marks: what people would read.
fn bare(template: &str) -> String {
    let mut rest = template;
    let mut said = String::new();
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        said.push_str(&rest[..start]);
        let close = match &rest[start..start + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + 2);
        rest = &rest[end..];
        said.push('\u{0}');
    }
    said.push_str(rest);
    said
}

/// Words in text between tags, and in attributes that are read out.
fn loose_words(template: &str) -> Vec<String> {
    let text = bare(template);
    let mut loose = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find('<') {
        loose.push(rest[..start].to_owned());
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        for name in ["alt=\"", "title=\"", "aria-label=\"", "placeholder=\"", "content=\""] {
            if name == "content=\"" && !tag.contains("description") {
                continue;
            }
            if let Some(at) = tag.find(name) {
                let value = &tag[at + name.len()..];
                loose.push(value[..value.find('"').unwrap_or(value.len())].to_owned());
            }
        }
        rest = &rest[end..];
    }
    loose.push(rest.to_owned());
    // A macro of a few attributes is no text, though no tag stands round it.
    for words in &mut loose {
        *words = words.split_whitespace().filter(|word| !word.contains('"')).collect::<Vec<_>>().join(" ");
    }
    loose.retain(|words| words.replace("&amp;", "").replace("&nbsp;", "").chars().any(char::is_alphabetic));
    loose
}

#[test]
fn no_template_speaks_by_itself() {
    for (name, text) in files(&folder("templates"), ".html") {
        let loose = loose_words(&text);
        assert!(loose.is_empty(), "{name} says what is in no file of words: {loose:?}");
    }
}

/// Constants whose text begins like a sentence or a name: words that somebody would read.
fn spoken(source: &str) -> Vec<&str> {
    let is_const =
        |line: &&str| line.contains("const ") && (line.contains("&str = \"") || line.contains("&'static str = \""));
    let speaks = |line: &&str| {
        let text = line.split('"').nth(1).unwrap_or_default();
        let mut signs = text.chars();
        signs.next().is_some_and(char::is_uppercase) && signs.next().is_some_and(char::is_lowercase)
    };
    source.lines().filter(is_const).filter(speaks).collect()
}

#[test]
fn no_rule_and_no_page_holds_words_in_one_language() {
    assert_eq!(spoken("pub const NAMELESS: &str = \"Resident\";\nconst SLUG: &str = \"anything-else\";").len(), 1);
    // The page of components is the demonstration's own, and brings what people would bring.
    let ours = |name: &str| !name.ends_with("tests.rs") && !name.contains("tests/") && !name.starts_with("components");
    for place in ["src/pages", "../domain", "../storage/src"] {
        for (name, text) in files(&folder(place), ".rs").into_iter().filter(|(name, _)| ours(name)) {
            assert_eq!(spoken(&text), [] as [&str; 0], "{place}/{name} speaks, and its words are in no file of words");
        }
    }
}

#[test]
fn what_is_said_is_in_the_file_and_what_is_in_the_file_is_said() {
    let english = messages(ENGLISH);
    let mut sources = files(&folder("templates"), ".html");
    sources.extend(files(&folder("src"), ".rs").into_iter().filter(|(name, _)| !name.ends_with("tests.rs")));
    sources.extend(files(&folder("assets/scripts"), ".ts"));
    sources.extend(files(&folder("words"), "en.ftl").into_iter().map(|(name, text)| {
        // A message may be said by another one.
        let inside = text.lines().filter(|line| line.contains('{')).collect::<Vec<_>>().join("\n");
        (name, inside)
    }));
    for (name, text) in &sources {
        for said in text.split("say(\"").skip(1) {
            let id = said.split('"').next().unwrap();
            assert!(english.contains_key(id), "{name} says {id}, which en.ftl doesn't have");
        }
    }
    let said = || sources.iter().flat_map(|(_, text)| text.split('"').skip(1));
    let inside = sources.iter().flat_map(|(_, text)| text.split("{ ").skip(1));
    let mut named: BTreeSet<&str> = said().collect();
    named.extend(inside.filter_map(|rest| Some(rest.split_once(" }")?.0)));
    // Some names are made of a word that says which of a few it is: status-…, problem-….
    let families: BTreeSet<&str> = said().filter_map(|word| Some(word.split_once("-{")?.0)).collect();
    for id in english.keys() {
        let family = id.match_indices('-').any(|(at, _)| families.contains(&id[..at]));
        assert!(named.contains(id.as_str()) || family, "nobody says {id}");
    }
}

#[test]
fn every_language_says_all_of_it() {
    let english = messages(ENGLISH);
    for code in Words::codes() {
        let own = messages(code);
        let missing: Vec<&String> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{code}.ftl lacks {missing:?}");
        let extra: Vec<&String> = own.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(extra.is_empty(), "{code}.ftl has messages that English hasn't: {extra:?}");
        for (id, told) in &own {
            let lost: Vec<&String> = told.difference(&english[id]).collect();
            assert!(lost.is_empty(), "{code}.ftl: {id} asks for {lost:?}, which no page brings");
        }
    }
}

#[test]
fn numbers_dates_and_plurals_are_the_languages_own() {
    let languages = Words::of_site(&["en".to_owned(), "cy".to_owned()]);
    let said = languages[0].say("span-seconds").with("count", 12_345_i64).to_string();
    assert_eq!(said, "12,345 seconds");
    assert_eq!(languages[0].say("span-seconds").with("count", 1_u64).to_string(), "a second");
}

#[test]
fn welsh_has_six_forms_and_says_each() {
    let languages = Words::of_site(&["cy".to_owned()]);
    let said: Vec<String> =
        [0_i64, 1, 2, 3, 6, 10].map(|days| languages[0].say("ends-left").with("days", days).to_string()).into();
    assert_eq!(
        said,
        [
            "Llai na diwrnod ar ôl",
            "1 diwrnod ar ôl",
            "2 ddiwrnod ar ôl",
            "3 diwrnod ar ôl",
            "6 diwrnod ar ôl",
            "10 diwrnod ar ôl",
        ]
    );
    // Where the words of two forms are alike, the forms are still told apart.
    let probe = "probe = { $n ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    let form = |n: i64| {
        let resource = fluent_bundle::FluentResource::try_new(probe.to_owned()).unwrap();
        let mut bundle = fluent_bundle::FluentBundle::new(vec!["cy".parse().unwrap()]);
        bundle.add_resource(resource).unwrap();
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("n", n);
        let pattern = bundle.get_message("probe").unwrap().value().unwrap();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    };
    assert_eq!([0, 1, 2, 3, 6, 10].map(form), ["zero", "one", "two", "few", "many", "other"]);
}

#[test]
fn what_people_bring_is_text_in_html_too() {
    let words = Words::english();
    let said = words.say("trouble-incident").with("number", "<b>&").html().to_string();
    assert!(said.contains("&lt;b&gt;&amp;"), "{said}");
    assert!(said.contains("<strong>"), "{said}");
}

#[test]
fn paths_carry_their_language() {
    let languages = Words::of_site(&["en".to_owned(), "cy".to_owned()]);
    let (en, cy) = (languages[0], languages[1]);
    assert_eq!(
        (en.to("/"), cy.to("/"), cy.to("/?a=b"), cy.to("/ideas")),
        ("/".to_owned(), "/cy".to_owned(), "/cy?a=b".to_owned(), "/cy/ideas".to_owned())
    );
    let at = |path: &str| Words::of_path(&languages, path).unwrap().code();
    assert_eq!((at("/"), at("/cy"), at("/cy/ideas"), at("/cymru"), at("/ideas/cy")), ("en", "cy", "cy", "en", "en"));
}
