//! What may be asked for, and what is said.

use super::*;

#[test]
fn one_to_fifty_numbers() {
    assert_eq!(numbers("1, 2,2,3").unwrap(), [1, 2, 3]);
    let fifty = (1..=50).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(numbers(&fifty).unwrap().len(), 50);
    for bad in ["", "x", "1,", "0", "-1", "1;2", "99999999999999999999", &format!("{fifty},51")] {
        assert!(numbers(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_change_is_written_once_however_many_hear_of_it() {
    use folkmoot_common::{Sources, Tally};

    let sources = Sources::system();
    let at = |version| Tally { version, support: version, ..Tally::none(sources.mint(sources.now())) };
    let words = Words::default();
    let (first, again) = (words.of(7, &at(3)).unwrap(), words.of(7, &at(3)).unwrap());
    assert!(Arc::ptr_eq(&first, &again));
    assert_eq!(&*first, r#"{"idea":7,"support":3,"oppose":0,"comments":0,"version":3}"#);
    let next = words.of(7, &at(4)).unwrap();
    assert!(next.contains("\"support\":4"), "{next}");
    // Who came with an older page is told what they ask for, and the newest stays what is remembered.
    assert_eq!(words.of(7, &at(3)).unwrap(), first);
    assert!(Arc::ptr_eq(&next, &words.of(7, &at(4)).unwrap()));
    assert!(words.of(8, &at(4)).unwrap().contains("\"idea\":8"));
}
