//! A token is right for its browser only.

use super::*;

#[test]
fn a_token_is_right_for_its_holder_only() {
    let sources = Sources::system();
    let key = SecretKey::passing(&sources);
    let (mine, theirs) = (sources.secret(), sources.secret());
    let token = token(&key, &sources, &mine);
    assert!(is_right(&key, &mine, &token));
    assert!(!is_right(&key, &theirs, &token));
    assert!(!is_right(&SecretKey::passing(&sources), &mine, &token));
}

#[test]
fn no_two_tokens_are_alike() {
    let sources = Sources::system();
    let key = SecretKey::passing(&sources);
    let mine = sources.secret();
    assert_ne!(token(&key, &sources, &mine), token(&key, &sources, &mine));
}

#[test]
fn anything_else_is_wrong() {
    let sources = Sources::system();
    let key = SecretKey::passing(&sources);
    let mine = sources.secret();
    let good = token(&key, &sources, &mine);
    for bad in ["", "x", "AAAA", &good[1..], &good[..good.len() - 1], &format!("{good}A"), &good.to_lowercase()] {
        assert!(!is_right(&key, &mine, bad), "{bad}");
    }
}
