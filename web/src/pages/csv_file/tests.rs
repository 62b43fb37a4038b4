//! What a spreadsheet must not take for a formula.

use super::text;

#[test]
fn what_people_wrote_is_no_formula() {
    assert_eq!(text("=1+1"), "'=1+1");
    assert_eq!(text("  @SUM(A1)"), "'  @SUM(A1)");
    assert_eq!(text("A bench"), "A bench");
    assert_eq!(text(""), "");
}
