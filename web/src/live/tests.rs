//! What may be asked for.

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
