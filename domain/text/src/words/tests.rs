//! What counts as a word, and as the same word.

use super::*;

#[test]
fn words_are_told_apart_by_whatever_is_no_letter() {
    assert_eq!(words("Mend the *old* bridge (on Mill-Road)!"), ["mend", "the", "old", "bridge", "on", "mill", "road"]);
    assert_eq!(words("The council’s 20 km/h"), ["the", "council", "s", "20", "km", "h"]);
    assert_eq!(words("' & | ! ( ) : * \\ \0 \" _ <->"), Vec::<String>::new());
}

#[test]
fn accents_and_capitals_make_no_other_word() {
    assert_eq!(words("Café CAFÉ cafe\u{301} cafe"), ["cafe"; 4]);
    assert_eq!(words("İzmir Öl"), ["izmir", "ol"]);
    assert_eq!(words("한국 Ελλάδα हिन्दी"), ["한국", "ελλαδα", "हिन्दी"]);
}
