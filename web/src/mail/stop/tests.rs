//! A link stops what it was made for, and nobody can make another.

use folkmoot_common::{Sources, Timestamp};

use super::*;

#[test]
fn a_link_is_read_back_and_no_other_passes() {
    let sources = Sources::system();
    let (key, other) = (SecretKey::passing(&sources), SecretKey::passing(&sources));
    let person: PersonId = sources.mint(Timestamp::from_millis(1));
    let idea: IdeaId = sources.mint(Timestamp::from_millis(2));
    let one = path(&key, person, Some(idea));
    let token = one.strip_prefix(STOPS).unwrap();
    assert_eq!(read(&key, token), Some(Stop { person, idea: Some(idea) }));
    let all = path(&key, person, None);
    assert_eq!(read(&key, all.strip_prefix(STOPS).unwrap()), Some(Stop { person, idea: None }));
    assert_eq!(read(&other, token), None, "another site's key");
    for place in [0, 20, 40, 60] {
        let mut bent: Vec<u8> = token.bytes().collect();
        bent[place] = if bent[place] == b'A' { b'B' } else { b'A' };
        assert_eq!(read(&key, &String::from_utf8(bent).unwrap()), None, "bent at {place}");
    }
    for wrong in ["", "A", &token[..token.len() - 4], "ä", &"A".repeat(400)] {
        assert_eq!(read(&key, wrong), None, "{wrong}");
    }
}
