//! What the rules say together, of people of every standing.

use folkmoot_common::{Id as _, PersonId, Sources, Timestamp};

use super::*;

const CALM: Past = Past { standing: Standing::Known, posted_lately: 0, same_text_lately: 0 };

/// What Ann wants to post, in English.
pub(super) fn by_ann<'a>(title: Option<&'a str>, body: &'a str) -> Written<'a> {
    let author = PersonId::mint(Sources::system().now(), [1; 10]);
    Written { author, language: "en", title, body, again: false }
}

fn why(body: &str, past: Past) -> Vec<(&'static str, String)> {
    let rules = Rules::new(WordLists::starter(), &["ideas.example.org"]);
    let hunches = rules.hunches(&by_ann(Some("More bike racks"), body), &past, None);
    hunches.into_iter().map(|hunch| (hunch.why.as_str(), hunch.found)).collect()
}

const WHY: &str = "There is nowhere to leave a bike by the library, and the railings are full by nine every day.";

#[test]
fn a_calm_text_gives_nothing_to_look_at() {
    for standing in [Standing::New, Standing::Known, Standing::Trusted] {
        assert_eq!(why(WHY, Past { standing, ..CALM }), []);
    }
}

#[test]
fn everything_at_once_is_told_once_each_with_what_was_found() {
    let body = format!("{WHY} You twats, you twats! Ring 07700 900123 or 07700 900456, see www.pills.example.");
    let past = Past { standing: Standing::New, posted_lately: 11, same_text_lately: 2 };
    let found = [
        ("LINKS", "www.pills.example".to_owned()),
        ("REPEATED", "2".to_owned()),
        ("WORD_LIST", "twats".to_owned()),
        ("PERSONAL_DATA", "07700 900123".to_owned()),
        ("BURST", "12".to_owned()),
    ];
    assert_eq!(why(&body, past), found);
}

#[test]
fn the_sixth_post_in_ten_minutes_is_a_burst() {
    let after = |posted_lately, standing| why(WHY, Past { posted_lately, standing, ..CALM });
    assert_eq!(after(4, Standing::Known), []);
    assert_eq!(after(5, Standing::Known), [("BURST", "6".to_owned())]);
    assert_eq!(after(5, Standing::New), [("BURST", "6".to_owned())]);
    assert_eq!(after(u32::MAX, Standing::Trusted), []);
}

#[test]
fn whoever_is_trusted_may_link_and_be_busy_but_not_swear() {
    let body = "See https://shop.example/racks, you twats";
    let past = Past { posted_lately: 20, ..CALM };
    assert_eq!(why(body, Past { standing: Standing::Trusted, ..past }), [("WORD_LIST", "twats".to_owned())]);
    let back = Standing::Suspended(Timestamp::from_millis(0));
    assert_eq!(why(body, Past { standing: back, ..CALM }).len(), 2, "a suspension that is over doesn't make known");
}

#[test]
fn an_edit_is_neither_a_repeat_nor_part_of_a_burst() {
    let rules = Rules::new(WordLists::starter(), &[]);
    let past = Past { standing: Standing::New, posted_lately: 9, same_text_lately: 1 };
    let body = format!("{WHY} shop.example.com");
    let edit = Written { again: true, ..by_ann(None, &body) };
    let hunches = rules.hunches(&edit, &past, None);
    assert_eq!(hunches.iter().map(|hunch| hunch.why).collect::<Vec<_>>(), [Suspicion::Links]);
}

#[test]
fn lessons_are_listened_to_when_there_are_some() {
    let body = "cheap pills cheap watches buy now";
    let words = tokens(None, body).into_iter().map(|token| (token.id, (0, 60))).collect();
    let lessons = Lessons { kept: 100, refused: 100, words };
    let rules = Rules::default();
    assert_eq!(rules.hunches(&by_ann(None, body), &CALM, None), []);
    let hunches = rules.hunches(&by_ann(None, body), &CALM, Some(&lessons));
    assert_eq!(hunches.iter().map(|hunch| hunch.why).collect::<Vec<_>>(), [Suspicion::LikeRefused]);
}

#[test]
fn what_was_found_is_short_however_long_it_is() {
    let body = format!("https://shop.example/{}", "a".repeat(3_000));
    let [(_, found)] = &why(&body, Past { standing: Standing::New, ..CALM })[..] else { panic!("one link") };
    assert!(folkmoot_text::graphemes(found) <= SHOWN && found.starts_with("https://shop.example/a"), "{found}");
}

/// No time is asserted, since machines differ: a case in square time would take minutes here and be seen.
#[test]
fn the_longest_texts_of_every_kind() {
    let rules = Rules::new(WordLists::starter(), &["ideas.example.org"]);
    let past = Past { standing: Standing::New, posted_lately: 9, same_text_lately: 9 };
    for piece in [
        "a",
        "a ",
        "f.",
        "f u c ",
        "f*k ",
        "f**k",
        "sh1",
        "1",
        "@",
        "$ ",
        "://",
        "http://",
        "www.",
        "a.co/",
        ".",
        "- ",
        "go back to ",
        "i will ",
        "0 ",
        "+",
        "é\u{301}",
        "\u{200B}",
        "\u{202E}",
        "ﷺ",
        "🇬🇧",
        "ж",
        "字",
        "'",
        "a@b.",
        "[](",
    ] {
        let body = piece.repeat(10_000 / piece.chars().count());
        let _ = rules.hunches(&by_ann(Some(&body), &body), &past, None);
        let _ = (tokens(Some(&body), &body), fingerprint(Some(&body), &body));
    }
}
