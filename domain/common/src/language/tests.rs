//! Which tags pass.

use super::*;

#[test]
fn short_tags_pass_in_any_case_and_come_out_in_one() {
    for (raw, tag) in [("en", "en"), (" CY ", "cy"), ("pt-br", "pt-BR"), ("ES-419", "es-419"), ("gsw", "gsw")] {
        assert_eq!(Language::parse(raw).unwrap().as_str(), tag);
    }
    assert_eq!(Language::parse("pt-BR").unwrap().plain(), "pt");
}

#[test]
fn anything_else_is_refused_by_name() {
    for raw in ["", "e", "engl", "en-", "en-Latn", "e1", "en_GB", "en-GB-oed", "\" onload=\"", "日本"] {
        let problem = Language::parse(raw).unwrap_err();
        assert_eq!((problem.field, problem.code), ("language", "INVALID"), "{raw}");
    }
}
