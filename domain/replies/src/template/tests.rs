//! What templates fill, what they leave, and what they refuse.

use folkmoot_text::Markdown;

use super::*;

fn facts() -> Facts {
    Facts {
        title: "A [bench](https://evil.example) for {{author}}".to_owned(),
        number: 12,
        author: None,
        supporters: 70,
        department: Some("Parks & rivers".to_owned()),
        ..Facts::default()
    }
}

fn raw(reasons: &str) -> RawReply {
    RawReply { reasons: reasons.to_owned(), language: "en".to_owned(), ..RawReply::default() }
}

fn template(reasons: &str) -> TemplateText {
    let words =
        RawReply { next_step: "{{department}} looks again".to_owned(), outcome: "no".to_owned(), ..raw(reasons) };
    TemplateText::parse("A template", &words).unwrap()
}

#[test]
fn facts_come_as_plain_text_and_gaps_stand() {
    let filled = template("On {{ title }} ({{number}}), {{supporters}} of you: by {{promised_day}}, {{author}}.");
    let filled = filled.fill(&facts(), &RawReply::default(), false);
    let html = Markdown::parse(&filled.raw.reasons, 10_000).unwrap().to_html();
    assert!(html.as_str().contains("On A [bench]("), "a title hid an address behind a word: {}", html.as_str());
    assert!(html.as_str().contains(">https://evil.example</a>) for {{author}} ("), "{}", html.as_str());
    assert!(html.as_str().contains("12), 70 of you: by {{promised_day}}, {{author}}."), "{}", html.as_str());
    assert_eq!(filled.gaps, [Variable::Author, Variable::PromisedDay]);
    assert_eq!(filled.raw.next_step, "Parks & rivers looks again", "a line is no Markdown");
    assert_eq!((filled.raw.outcome.as_str(), filled.raw.language.as_str()), ("NO", "en"));
    assert!(filled.kept.is_empty());
}

#[test]
fn what_was_typed_stays_unless_its_writer_says_otherwise() {
    let typed = RawReply { cost: "Nothing".to_owned(), language: "cy".to_owned(), ..raw("My own words") };
    let filled = template("Theirs").fill(&facts(), &typed, false);
    assert_eq!(filled.kept, ["reasons"]);
    assert_eq!((filled.raw.reasons.as_str(), filled.raw.cost.as_str()), ("My own words", "Nothing"));
    let filled = template("Theirs").fill(&facts(), &typed, true);
    assert_eq!((filled.raw.reasons.as_str(), filled.raw.cost.as_str()), ("Theirs", "Nothing"));
    assert!(filled.kept.is_empty());
}

#[test]
fn unknown_variables_are_refused_by_name() {
    let refused = TemplateText::parse("T", &RawReply { cost: "{{title}} {{price}}".to_owned(), ..raw("{{Title}}") });
    let problems = refused.unwrap_err().0;
    let said: Vec<_> = problems.iter().map(|one| (one.field, one.code, one.named.as_deref())).collect();
    let expected = [
        ("title", "TOO_SHORT", None),
        ("reasons", "UNKNOWN_VARIABLE", Some("{{Title}}")),
        ("cost", "UNKNOWN_VARIABLE", Some("{{price}}")),
    ];
    assert_eq!(said, expected);
    assert!(problems[2].message.contains("{{price}}"));
}

#[test]
fn nobody_publishes_a_variable() {
    let whole =
        RawReply { outcome: "NO".to_owned(), role: "Head of Parks".to_owned(), ..raw("Because of {{author}}.") };
    let problems = ready(&whole).unwrap_err().0;
    assert_eq!((problems[0].field, problems[0].code), ("reasons", "VARIABLE_LEFT"));
    assert!(ready(&RawReply { reasons: "Because of {{no such thing}}.".to_owned(), ..whole }).is_ok());
}
