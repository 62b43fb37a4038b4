//! The golden list of routes.

use super::*;

#[test]
fn golden_routes() {
    let mut lines: Vec<String> =
        table().iter().map(|route| format!("{:<6} {}", route.method.as_str(), route.path)).collect();
    let listed = lines.clone();
    lines.sort_by_key(|line| line.split_whitespace().last().map(ToOwned::to_owned));
    assert_eq!(listed, lines, "the table is in order of paths");
    insta::assert_snapshot!(lines.join("\n"));
}
