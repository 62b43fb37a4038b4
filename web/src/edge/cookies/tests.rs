//! What is read from a Cookie header, and what is set.

use super::*;

fn sent(lines: &[&str]) -> HeaderMap {
    lines.iter().map(|line| (header::COOKIE, line.parse().unwrap())).collect()
}

#[test]
fn a_cookie_is_found_among_others() {
    let secret = Secret::from_bytes([7; 32]);
    let headers = sent(&["a=b; c", &format!("x=session;session={}", secret.reveal())]);
    assert_eq!(Cookie::Session.read(&headers, false), Some(secret));
    assert_eq!(Cookie::Browser.read(&headers, false), None);
}

#[test]
fn over_https_only_the_prefixed_name_counts() {
    let value = Secret::from_bytes([7; 32]).reveal();
    let headers = sent(&[&format!("session={value}")]);
    assert!(!Cookie::Session.is_in(&headers, true));
    assert!(Cookie::Session.is_in(&sent(&[&format!("__Host-session={value}")]), true));
}

#[test]
fn rubbish_is_a_cookie_but_no_secret() {
    let headers = sent(&["session=rubbish"]);
    assert!(Cookie::Session.is_in(&headers, false));
    assert_eq!(Cookie::Session.read(&headers, false), None);
}

#[test]
fn cookies_are_for_this_host_and_no_script() {
    let set = SetCookie::session(&Secret::from_bytes([0; 32]), Duration::from_secs(60), true);
    let line = set.0[0].to_str().unwrap();
    assert!(line.starts_with("__Host-session=AAAA"), "{line}");
    assert!(line.ends_with("; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure"), "{line}");
    assert!(SetCookie::no_session(false).0[0].to_str().unwrap().starts_with("session=; Path=/; Max-Age=0;"));
}
