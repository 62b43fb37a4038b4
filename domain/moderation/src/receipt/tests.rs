use super::*;

#[test]
fn a_number_is_read_as_people_type_it() {
    let drawn = Receipt::draw(&Sources::system());
    assert_eq!(drawn.as_str().len(), 9, "{drawn}");
    let typed = drawn.as_str().to_lowercase().replace('-', " ");
    assert_eq!(Receipt::parse(&typed), Some(drawn));
    for wrong in ["", "7KQ4", "7KQ4-M2X0", "7KQ4-M2XDD", "7KQ4-M2X<", "ÄÄÄÄ-ÄÄÄÄ"] {
        assert_eq!(Receipt::parse(wrong), None, "{wrong}");
    }
}
