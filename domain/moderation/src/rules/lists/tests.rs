//! What lists find, in every disguise, and what they must not.

use super::*;
use crate::rules::tests::by_ann;

fn found(body: &str) -> Option<String> {
    WordLists::starter().found(&by_ann(None, body))
}

fn of(lists: &WordLists, language: &str, body: &str) -> Option<String> {
    lists.found(&Written { language, ..by_ann(None, body) })
}

#[test]
fn ordinary_words_that_hold_others() {
    for innocent in [
        "Scunthorpe, Essex, Penistone, Middlesex, Cockermouth, Lightwater and Clitheroe",
        "Dick Turpin Road, Cock Lane, Bell End, Chorlton-cum-Hardy and the A55 at J11; bus A55, bus 4S5",
        "cockerels, blue tits, dykes, slag heaps, fag ends are assessed by the assistant in class",
        "a bass guitar class; the embassy passes; shiitake; Wanklyn; analysis; grapes; therapist; shut it",
        "Mass at 5. Pass it on. As she'll say, he'll swim. We'll see: I'll go, she'd go.",
        "U.S.A., B.B.C., A.S.B.O.s and I.T. — plan A, plan B, a b c d e f g",
        "it costs $455 or £5.55 @ 5pm; 3*4*5 = 60; **bold** words and *slanted* ones; 5hift",
        "ash.It is; push-it; mis-hit; as-is; class-es",
    ] {
        assert_eq!(found(innocent), None, "{innocent}");
    }
}

#[test]
fn words_in_disguise_are_shown_as_written() {
    for disguised in [
        "shit",
        "SHIT",
        "Shït",
        "sh1t",
        "5h1t",
        "$hit",
        "sh!t",
        "shiiiit",
        "s.h.i.t",
        "s-h-i-t",
        "s h i t",
        "sh-it",
        "sh*t",
        "s**t",
        "ｓｈｉｔ",
        "s\u{200B}hit",
        "ѕһіt",
        "@ss",
        "a$$",
        "assss",
        "fuuuck",
        "f.u.c.k",
        "f u c k",
        "F__U__C__K",
        "f*ck",
        "phuck",
        "go back to your own country",
        "Go back — to your OWN country",
        "i'll kill",
        "kys",
    ] {
        assert_eq!(found(&format!("Well, {disguised}!")).as_deref(), Some(disguised), "{disguised}");
        assert_eq!(found(&format!("**{disguised}**")).as_deref(), Some(disguised), "bold: {disguised}");
    }
}

#[test]
fn every_word_of_the_starters_is_found_in_every_disguise() {
    let starter = WordLists::starter();
    let vowel = |c: char| "aeiouwy".contains(c);
    for (language, list) in STARTERS {
        let terms = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for term in terms {
            let hit = |text: &str| assert!(of(&starter, language, text).is_some(), "{language} {term}: {text}");
            hit(&format!("x {term} x"));
            hit(&format!("({}!)", term.to_uppercase()));
            if term.contains(' ') || term.chars().count() < 4 {
                continue;
            }
            let letters = || term.chars().map(String::from).collect::<Vec<_>>();
            let last = term.chars().next_back().expect("a letter").to_string();
            hit(&format!("{term}{}", last.repeat(3)));
            hit(&letters().join("."));
            hit(&letters().join(" "));
            hit(&letters().join("\u{200B}"));
            // Not the first and the last.
            let inner = &letters()[1..term.chars().count() - 1].concat();
            let masked = inner.replacen(vowel, "*", 1);
            hit(&format!("{}{masked}{last}", &letters()[0]));
        }
    }
}

#[test]
fn a_list_counts_in_its_own_language() {
    let lists = WordLists::starter();
    assert!(of(&lists, "en-GB", "you twat").is_some());
    assert!(of(&lists, "cy", "y cachgi").is_some());
    assert_eq!(of(&lists, "en", "y cachgi"), None);
    assert_eq!(of(&lists, "cy", "mae gen i grap ar hyn; bûm i yno; pant a chop y bryn"), None);
    assert_eq!(of(&lists, "de", "fuck"), None, "there is no list for it");
    let lists = lists.with("*", &["Fuck"]);
    assert!(of(&lists, "de", "fuck").is_some());
}

#[test]
fn a_council_adds_words_and_takes_words_out() {
    let lists =
        WordLists::starter().with("en", &["# ours", "", "Blåbær", "old  town hall", "-SHIT", "- go back to africa"]);
    assert_eq!(of(&lists, "en", "shit").as_deref(), None);
    assert_eq!(of(&lists, "en", "go back to Africa").as_deref(), None);
    assert_eq!(of(&lists, "en", "a blabær").as_deref(), Some("blabær"));
    assert_eq!(of(&lists, "en", "The Old Town Hall, again").as_deref(), Some("Old Town Hall"));
    assert_eq!(of(&lists, "en", "old town halls"), None);
    assert!(of(&lists, "en", "shite").is_some());
}

#[test]
fn three_are_named_each_once() {
    assert_eq!(found("Twat! twat, TWAT").as_deref(), Some("Twat"));
    assert_eq!(found("twat wanker f*ck bollocks").as_deref(), Some("twat, wanker, f*ck"));
    let post = Written { title: Some("Twats"), ..by_ann(None, "kill yourself") };
    assert_eq!(WordLists::starter().found(&post).as_deref(), Some("Twats, kill yourself"));
}

#[test]
fn no_lists_find_nothing() {
    assert_eq!(WordLists::default().found(&by_ann(None, "fuck")), None);
}
