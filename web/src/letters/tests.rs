//! What the letter says, and in which language.

use folkmoot_common::Language;
use folkmoot_people::{SignInLetter, Wording as _};

use super::Letters;
use crate::words::Words;

fn letter() -> SignInLetter<'static> {
    SignInLetter {
        site: "Ideas for Testtown",
        url: "https://ideas.example.org",
        path: "/sign-in/link/secret".to_owned(),
        code: "012345",
        minutes: 10,
    }
}

#[test]
fn carries_the_link_the_code_and_what_to_know() {
    let letters = Letters(Words::of_site(&["en".to_owned(), "cy".to_owned()]));
    let (subject, text) = letters.sign_in(None, &letter());
    assert_eq!(subject, "Sign in to Ideas for Testtown");
    assert!(
        text.contains("\nhttps://ideas.example.org/sign-in/link/secret\n"),
        "the link has a line to itself: {text}"
    );
    assert!(text.contains("\n012345\n"), "so has the code: {text}");
    for words in ["10 minutes", "only once", "Keep them to yourself", "If you didn’t ask"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn leads_to_the_page_in_the_readers_language() {
    let letters = Letters(Words::of_site(&["en".to_owned(), "cy".to_owned()]));
    let welsh = Language::parse("cy").unwrap();
    let (_subject, text) = letters.sign_in(Some(&welsh), &letter());
    assert!(text.contains("\nhttps://ideas.example.org/cy/sign-in/link/secret\n"), "{text}");
    // A language that the site doesn't speak is said in the site's own.
    let (_subject, text) = letters.sign_in(Some(&Language::parse("fr").unwrap()), &letter());
    assert!(text.contains("\nhttps://ideas.example.org/sign-in/link/secret\n"), "{text}");
}
