//! Codes as they are drawn and typed.

use folkmoot_common::Sources;

use super::{Code, same};

#[test]
fn is_always_six_digits() {
    let sources = Sources::system();
    for _ in 0..200 {
        let code = Code::draw(&sources);
        assert!(Code::parse(code.digits()).is_some_and(|read| read == code));
    }
}

#[test]
fn reads_what_people_type() {
    for typed in ["012345", " 012 345 ", "012-345", "0 1 2 3 4 5", "012\u{2013}345", "012\u{00A0}345\r\n"] {
        assert_eq!(Code::parse(typed).expect(typed).digits(), "012345");
    }
    for typed in ["", "12345", "1234567", "abcdef", "12345x", "１２３４５６", &"0".repeat(100_000)] {
        assert!(Code::parse(typed).is_none(), "{}", typed.len());
    }
}

#[test]
fn fits_one_attempt_in_one_browser() {
    let sources = Sources::system();
    let now = sources.now();
    let (attempt, other) = (sources.mint(now), sources.mint(now));
    let (browser, another) = (sources.secret(), sources.secret());
    let code = Code::draw(&sources);
    let digest = code.digest(attempt, &browser);

    assert!(same(&digest, &code.digest(attempt, &browser)));
    assert!(!same(&digest, &code.digest(other, &browser)));
    assert!(!same(&digest, &code.digest(attempt, &another)));
}
