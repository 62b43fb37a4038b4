//! Where a form may send people, and how it says what was done.

use super::*;

#[test]
fn done_is_said_once_and_before_the_fragment() {
    assert_eq!(with_done("/ideas", "counted"), "/ideas?done=counted");
    assert_eq!(with_done("/ideas?order=newest#idea-3", "counted"), "/ideas?order=newest&done=counted#idea-3");
    assert_eq!(with_done("/ideas?done=counted&order=newest", "retracted"), "/ideas?order=newest&done=retracted");
}

#[test]
fn nobody_is_sent_to_another_site() {
    for foreign in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
        assert_eq!(back_to(foreign), "/");
    }
    assert_eq!(back_to("/ideas?order=newest"), "/ideas?order=newest");
}

/// Every problem that a domain crate can find in what was typed: what is said here is what people read.
fn all() -> Vec<Problem> {
    use folkmoot_comments::CommentText;
    use folkmoot_common::Language;
    use folkmoot_ideas::{IdeaText, Reason, Slug, Title};
    use folkmoot_moderation::{Complaint, Note, PolicyVersion, RawComplaint, Redacted};
    use folkmoot_people::{DisplayName, DraftContent, Email, TokenName};

    let long = "Many words ".repeat(2_000);
    let hidden = "Be\u{202e}nch";
    let broken = "a\u{1}b";
    let mut found = Vec::new();
    for raw in ["", "x", &long, hidden] {
        found.extend(Title::parse(raw).err());
        found.extend(Reason::parse(raw).err());
        found.extend(TokenName::parse(raw).err());
        found.extend(DisplayName::parse(raw).err());
        found.extend(Email::parse(raw).err());
    }
    for typed in ["", &long, broken] {
        found.extend(PolicyVersion::read(typed).err());
        let reason = folkmoot_moderation::Reason::parse(typed, typed, "A rule", typed, typed);
        found.extend(reason.err().map(|problems| problems.0).unwrap_or_default());
        found.extend(IdeaText::parse("A good title", typed, "en").err().map(|problems| problems.0).unwrap_or_default());
        found.extend(CommentText::parse(typed, None).err().map(|problems| problems.0).unwrap_or_default());
        let raw = RawComplaint { ground: "OTHER", details: typed, name: "", in_good_faith: true };
        found.extend(Complaint::parse(raw, Ok(None)).err().map(|problems| problems.0).unwrap_or_default());
        let raw = RawComplaint { ground: "SPAM", name: typed, details: "", in_good_faith: true };
        found.extend(Complaint::parse(raw, Ok(None)).err().map(|problems| problems.0).unwrap_or_default());
        found.extend(Note::required("note", typed).err());
        found.extend(Redacted::parse(None, typed).err());
    }
    found.extend(CommentText::parse("Yes.", Some("MAYBE")).err().map(|problems| problems.0).unwrap_or_default());
    found.extend(
        Complaint::parse(RawComplaint::default(), Ok(None)).err().map(|problems| problems.0).unwrap_or_default(),
    );
    found.extend(DraftContent::parse(long.repeat(9)).err());
    found.extend(DraftContent::parse("\0".to_owned()).err());
    found.extend(DisplayName::parse("The Council").err());
    found.extend(Email::parse("ann@example").err());
    found.extend(Language::parse("Welsh").err());
    found.extend(Slug::parse("No!").err());
    let wide = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff".to_vec();
    for picture in [
        Vec::new(),
        b"GIF89a".to_vec(),
        b"<svg><a/></svg>".to_vec(),
        vec![b' '; 102_401],
        wide,
        b"\x89PNG\r\n\x1a\n".to_vec(),
    ] {
        found.extend(folkmoot_look::Logo::parse(picture).err());
    }
    let look = folkmoot_look::LookText::parse(("Ideas", "Us"), "nowhere", ("green", "blue"));
    found.extend(look.err().into_iter().flat_map(|problems| problems.0));
    let raw = folkmoot_replies::RawReply { next_date: "soon".to_owned(), ..folkmoot_replies::RawReply::default() };
    found.extend(folkmoot_replies::ReplyText::parse(&raw).err().into_iter().flat_map(|problems| problems.0));
    let raw = folkmoot_replies::RawReply { reasons: "{{price}}".to_owned(), ..folkmoot_replies::RawReply::default() };
    found.extend(folkmoot_replies::TemplateText::parse("", &raw).err().into_iter().flat_map(|problems| problems.0));
    found.extend(folkmoot_replies::Line::parse("title", "x", 2..=3).err());
    found.extend(folkmoot_replies::Line::parse("title", "long", 2..=3).err());
    found.extend(folkmoot_replies::Line::parse("title", "a\u{0}b", 2..=3).err());
    found
}

// What acts refuse, and what pages find themselves.
const ACTS: &[(&str, &str)] = &[
    ("body", "EDITED_TOO_OFTEN"),
    ("body", "CHANGED"),
    ("comment", "EDITED_TOO_OFTEN"),
    ("comment", "CHANGED"),
    ("comment", "CLOSED"),
    ("comment", "TOO_DEEP"),
    ("comment", "NOT_FOUND"),
    ("campaign", "EMPTY"),
    ("campaign", "CLOSED"),
    ("token", "TOO_MANY"),
    ("code", "INVALID"),
    ("code", "WRONG"),
    ("code", "TOO_MANY"),
    ("code", "USED"),
    ("code", "UNKNOWN"),
    ("code", "EXPIRED"),
    ("account-role", "EVERYBODY"),
    ("account-role", "OWN"),
    ("account-role", "LAST_ADMIN"),
    ("leave", "LAST_ADMIN"),
    ("account-why", "EMPTY"),
    ("account-why", "TOO_SHORT"),
    ("account-why", "TOO_LONG"),
    ("account-why", "UNPRINTABLE"),
    ("campaign", "CHANGED"),
    ("campaign-slug", "INVALID"),
    ("campaign-slug", "TAKEN"),
    ("campaign-closes", "BEFORE_OPENING"),
    ("campaign-closes", "PAST"),
    ("campaign-closes", "STANDING"),
    ("campaign-confirm", "EARLY"),
    ("campaign-confirm", "NOT_OPEN"),
    ("campaign-archived", "OPEN"),
    ("campaign-fixed", "HAS_IDEAS"),
    ("choice", "EMPTY"),
    ("moment", "NOT_A_TIME"),
    ("colour", "CONTRAST"),
    ("email", "TAKEN"),
    ("look", "CHANGED"),
    ("label", "NOT_FOUND"),
    ("label", "TAKEN"),
    ("label", "TOO_MANY"),
    ("assign", "EMPTY"),
    ("assign", "ALREADY"),
    ("claim", "EMPTY"),
    ("milestone", "UNANSWERED"),
    ("milestone", "TOO_MANY"),
    ("move-on", "CANNOT_MOVE"),
    ("watch", "TOO_MANY"),
    ("promise", "KEPT"),
    ("promise", "LATE"),
    ("promise", "PAUSED"),
    ("promise", "RUNNING"),
    ("promise", "REPLY"),
    ("promise-days", "OUT_OF_RANGE"),
    ("publish", "NOBODYS"),
    ("publish-at", "PAST"),
    ("reply-others", "NO_SUCH_IDEA"),
    ("reply-others", "CANNOT_MOVE"),
    ("reply-others", "NOT_YOURS"),
    ("reply-others", "ANSWERED"),
    ("reply-outcome", "CANNOT_MOVE"),
    ("route", "EMPTY"),
    ("step-supporters", "OUT_OF_RANGE"),
    ("step-days", "OUT_OF_RANGE"),
    ("step-kind", "TWICE"),
    ("template", "VARIABLE_LEFT"),
    ("template", "EMPTY"),
    ("template", "GONE"),
    ("template-department", "EMPTY"),
    ("template-title", "TOO_MANY"),
    ("two-people", "OWN"),
    ("two-people", "NOT_ASKED"),
    ("two-people", "REVISED_ALONE"),
    ("which", "EMPTY"),
];

#[test]
fn every_problem_has_its_words_and_they_are_the_same_in_english() {
    let found = all();
    let mut kinds: Vec<(&str, &str)> = found.iter().map(|problem| (problem.key, problem.code)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for &(key, code) in ACTS {
        let words = said(Words::english(), &Problem::new(key, code, "").with("left", 1));
        assert!(!words.starts_with("problem-"), "nothing is said of {key} {code}");
    }
    assert!(kinds.len() >= 30, "the list is too short to be whole: {kinds:?}");
    for problem in &found {
        // Pages group digits, the API doesn't.
        let words = said(Words::english(), problem).replace(',', "");
        assert_eq!(words, problem.message.replace(',', ""), "{} {}", problem.key, problem.code);
    }
}

#[test]
fn the_list_of_problems_is_whole() {
    // Each place in the domain that makes a problem; one more of them wants a line in `all` and in the files of words.
    let known = [
        ("comments/src/act.rs", 1),
        ("comments/src/words.rs", 2),
        ("common/src/language.rs", 1),
        ("ideas/src/act.rs", 1),
        ("ideas/src/campaign.rs", 1),
        ("ideas/src/campaigns.rs", 11),
        // Said beside the search itself, in words of its own.
        ("ideas/src/labels.rs", 4),
        ("ideas/src/search.rs", 1),
        ("ideas/src/words.rs", 3),
        ("look/src/logo.rs", 1),
        ("look/src/words.rs", 4),
        ("moderation/src/appeals.rs", 1),
        ("moderation/src/decide.rs", 1),
        ("moderation/src/decision.rs", 3),
        ("moderation/src/openness.rs", 1),
        ("moderation/src/reason.rs", 2),
        ("moderation/src/words.rs", 5),
        ("people/src/drafts.rs", 2),
        ("people/src/email.rs", 4),
        ("people/src/name.rs", 2),
        ("people/src/roles.rs", 5),
        ("people/src/tokens.rs", 1),
        ("replies/src/answering.rs", 7),
        ("replies/src/delivering.rs", 2),
        ("replies/src/promises.rs", 2),
        ("replies/src/reply.rs", 1),
        ("replies/src/routing.rs", 2),
        ("replies/src/settling.rs", 4),
        ("replies/src/template.rs", 3),
        ("replies/src/templates.rs", 2),
        ("replies/src/watching.rs", 1),
        ("replies/src/words.rs", 2),
    ];
    let domain = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain");
    let (mut made, mut open) = (Vec::new(), vec![domain.clone()]);
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs") {
                let count = std::fs::read_to_string(&path).unwrap().matches("Problem::new(").count();
                if count > 0 {
                    made.push((path.strip_prefix(&domain).unwrap().to_string_lossy().into_owned(), count));
                }
            }
        }
    }
    made.sort();
    assert_eq!(made, known.map(|(file, count)| (file.to_owned(), count)));
}
