//! What passes the gate of an answer, and what is told to its writer.

use super::{RawReply, ReplyText};
use crate::Outcome;

fn typed() -> RawReply {
    RawReply {
        outcome: "not_now".to_owned(),
        until: "2027-04-01".to_owned(),
        reasons: "The budget of this year is spent.".to_owned(),
        role: "Head of Parks".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    }
}

fn wrong(raw: &RawReply) -> Vec<(&'static str, &'static str)> {
    ReplyText::parse(raw).unwrap_err().0.iter().map(|problem| (problem.field, problem.code)).collect()
}

#[test]
fn a_not_now_says_until_when() {
    assert!(ReplyText::parse(&typed()).is_ok());
    assert_eq!(wrong(&RawReply { until: String::new(), ..typed() }), [("until", "NOT_A_DAY")]);
}

#[test]
fn a_not_ours_says_whose_it_is() {
    let raw = RawReply { outcome: "NOT_OURS".to_owned(), ..typed() };
    assert_eq!(wrong(&raw), [("refer_to", "EMPTY")]);
}

#[test]
fn what_one_outcome_asks_for_is_left_out_of_the_others() {
    let raw = RawReply { outcome: "YES".to_owned(), until: "soon".to_owned(), ..typed() };
    let text = ReplyText::parse(&raw).unwrap();
    assert_eq!((text.outcome, text.until), (Outcome::Yes, None));
}

#[test]
fn everything_wrong_is_named_at_once() {
    let raw = RawReply { next_date: "14 March".to_owned(), ..RawReply::default() };
    let fields: Vec<_> = wrong(&raw).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["outcome", "reasons", "next_date", "role", "language"]);
}

#[test]
fn an_answer_becomes_the_same_fields_again() {
    let text = ReplyText::parse(&typed()).unwrap();
    assert_eq!(ReplyText::parse(&text.to_raw()).unwrap(), text);
}
