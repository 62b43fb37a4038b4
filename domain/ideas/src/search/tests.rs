//! What a search may be.

use super::*;

fn searched(raw: &str) -> Vec<String> {
    SearchWords::parse(raw).unwrap().words().to_vec()
}

#[test]
fn a_search_is_its_words() {
    assert_eq!(searched("  Café  ON the-Corner! "), ["cafe", "on", "the", "corner"]);
    assert_eq!(searched("bus bus BUS"), ["bus"]);
    assert_eq!(searched("a b c d e f g h i j").len(), SearchWords::MOST_WORDS);
    assert_eq!(searched("night\0bus"), ["nightbus"]);
    assert_eq!(SearchWords::parse("  night   bus ").unwrap().as_str(), "night bus");
}

#[test]
fn a_number_is_a_number_too() {
    for (typed, number) in [("#123", Some(123)), ("123", Some(123)), ("7", Some(7)), ("#7", Some(7))] {
        assert_eq!(SearchWords::parse(typed).unwrap().number(), number, "{typed}");
    }
    for typed in ["12a", "bus 12", "##12", "-12", "99999999999999999999"] {
        assert_eq!(SearchWords::parse(typed).unwrap().number(), None, "{typed}");
    }
}

#[test]
fn too_little_and_too_much_are_refused_with_words() {
    for (typed, code) in [("", "EMPTY"), (" ", "EMPTY"), ("a", "TOO_SHORT"), ("!?*", "TOO_SHORT"), ("#", "TOO_SHORT")] {
        let problem = SearchWords::parse(typed).unwrap_err();
        assert_eq!((problem.field, problem.code), ("q", code), "{typed:?}");
    }
    assert!(SearchWords::parse(&"x".repeat(100)).is_ok());
    assert_eq!(SearchWords::parse(&"x".repeat(101)).unwrap_err().code, "TOO_LONG");
}

#[test]
fn the_telling_words_of_a_title_are_its_longest() {
    assert_eq!(telling_words("A bus to the old Station, bus!"), ["station", "bus", "old", "the"]);
    assert_eq!(telling_words("Go on up"), Vec::<String>::new());
}
