//! A prompt that nobody wrote below is no part of an answer; every word that somebody wrote is.

use folkmoot_replies::RawReply;

use super::{reasons, written};
use crate::words::Words;

fn said(reasons: &str, arguments: &str) -> (String, String) {
    let raw = RawReply { reasons: reasons.to_owned(), arguments: arguments.to_owned(), ..RawReply::default() };
    let raw = written(&[Words::english()], &raw);
    (raw.reasons, raw.arguments)
}

#[test]
fn an_untouched_beginning_is_nothing() {
    let typed = reasons(Words::english()).replace('\n', "\r\n");
    assert_eq!(
        said(&typed, "- [Comment 3](https://x.example/ideas/1/comments/3):\r\n"),
        (String::new(), String::new())
    );
}

#[test]
fn what_was_written_below_a_heading_keeps_it() {
    let prompts = reasons(Words::english());
    let typed = format!("{prompts}\n\nBecause the path floods.");
    let (reasons, _) = said(&typed, "");
    assert!(reasons.starts_with("### ") && reasons.ends_with("Because the path floods."), "{reasons}");
    assert_eq!(reasons.matches("###").count(), 1, "{reasons}");
}

#[test]
fn other_words_are_left_as_they_are() {
    let own = "### Ours\n\n### And ours\n\nNo.";
    let lines = "- [Comment 3](/c): it is right.\n- [Comment 4](/d):";
    assert_eq!(said(own, lines), (own.to_owned(), "- [Comment 3](/c): it is right.".to_owned()));
}
