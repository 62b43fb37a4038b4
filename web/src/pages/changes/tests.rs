//! Differences are in words, and say the same text twice over.

use super::*;

fn of(stretches: &[Stretch], without: Tag) -> String {
    stretches.iter().filter(|stretch| stretch.tag != without).map(|stretch| stretch.text.as_str()).collect()
}

#[test]
fn both_texts_can_be_read_back() {
    let (old, new) = ("Plant ten trees\nin the square.", "Plant twelve young trees\nin the old square.");
    let stretches = changes(old, new);
    assert_eq!(of(&stretches, Tag::Came), old);
    assert_eq!(of(&stretches, Tag::Went), new);
    assert!(stretches.contains(&Stretch { tag: Tag::Went, text: "ten".to_owned() }));
}

#[test]
fn nothing_changed_is_one_stretch() {
    assert_eq!(changes("As it was.", "As it was."), [Stretch { tag: Tag::Same, text: "As it was.".to_owned() }]);
    assert_eq!(changes("", ""), []);
}
