//! Which names are taken.

use folkmoot_common::{Role, Roles};

use super::DisplayName;

fn code(raw: &str) -> &'static str {
    DisplayName::parse(raw).expect_err(raw).code
}

#[test]
fn tidies_a_name() {
    assert_eq!(DisplayName::parse("  Ann\t Lee ").expect("a name").as_str(), "Ann Lee");
    assert_eq!(DisplayName::parse("李明").expect("two characters").as_str(), "李明");
}

#[test]
fn says_what_is_wrong() {
    assert_eq!(code(""), "EMPTY");
    assert_eq!(code("A"), "TOO_SHORT");
    assert_eq!(code(&"a".repeat(61)), "TOO_LONG");
    assert_eq!(code("Ann\u{202E}eel"), "UNPRINTABLE");
    assert_eq!(DisplayName::parse("A").expect_err("short").field, "name");
}

#[test]
fn only_the_councils_people_look_like_them() {
    let moderator: Roles = [Role::Citizen, Role::Moderator].into_iter().collect();
    let citizen: Roles = [Role::Citizen].into_iter().collect();

    assert_eq!(code("Moderator"), "RESERVED");
    assert_eq!(code("The C\u{043E}uncil"), "RESERVED", "a Cyrillic o is no way round");
    assert!(DisplayName::parse_for(citizen, "Moderator").is_err());
    assert!(DisplayName::parse_for(moderator, "Kim, moderator").is_ok());
}
