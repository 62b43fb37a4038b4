//! Slugs in any script make addresses of plain letters.

use super::*;

#[test]
fn a_slug_in_another_script_fits_a_header() {
    assert_eq!(escaped("träd-åt-alla"), "tr%C3%A4d-%C3%A5t-alla");
    assert_eq!(escaped("a b"), "a%20b");
}
