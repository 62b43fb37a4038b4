//! Where a form may send people, and how it says what was done.

use super::*;

#[test]
fn done_is_said_once_and_before_the_fragment() {
    assert_eq!(with_done("/ideas", "counted"), "/ideas?done=counted");
    assert_eq!(with_done("/ideas?order=newest#idea-3", "counted"), "/ideas?order=newest&done=counted#idea-3");
    assert_eq!(with_done("/ideas?done=counted&order=newest", "retracted"), "/ideas?order=newest&done=retracted");
}

#[test]
fn nobody_is_sent_to_another_site() {
    for foreign in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
        assert_eq!(back_to(foreign), "/");
    }
    assert_eq!(back_to("/ideas?order=newest"), "/ideas?order=newest");
}
