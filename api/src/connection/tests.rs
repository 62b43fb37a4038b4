//! The arguments of a list become one page request, or one plain refusal.

use folkmoot_common::{Cursor, Direction};
use uuid::Uuid;

use super::Window;
use crate::Code;

fn cursor(order: &str) -> String {
    Cursor { order: order.to_owned(), key: 5, id: Uuid::nil() }.encode()
}

#[test]
fn the_usual_page() {
    let page = Window::default().request("newest").unwrap();
    assert_eq!((page.size, page.direction, page.from), (20, Direction::Forwards, None));
}

#[test]
fn forwards_and_backwards() {
    let after =
        Window { first: Some(3), after: Some(cursor("newest")), ..Window::default() }.request("newest").unwrap();
    assert_eq!((after.size, after.direction, after.from.unwrap().key), (3, Direction::Forwards, 5));
    let before =
        Window { last: Some(100), before: Some(cursor("newest")), ..Window::default() }.request("newest").unwrap();
    assert_eq!((before.size, before.direction), (100, Direction::Backwards));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let some = |first, last, after: Option<String>| Window { first, last, after, before: None };
    for window in [
        some(Some(0), None, None),
        some(Some(-1), None, None),
        some(Some(101), None, None),
        some(Some(i32::MIN), None, None),
        some(None, Some(0), None),
        some(Some(1), Some(1), None),
        some(None, Some(1), Some(cursor("newest"))),
        some(Some(1), None, Some("nonsense".to_owned())),
        some(Some(1), None, Some(cursor("trending"))),
    ] {
        assert_eq!(window.request("newest").unwrap_err().code(), Code::InvalidInput);
    }
}
