//! Nothing stands beside the matrix: every route and every field of the schema has its row.

use std::collections::BTreeSet;

use super::rows::Sheet;
use crate::nets::Schema;

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let sheet = Sheet::read();
    let doors: BTreeSet<String> = sheet.rows.iter().filter(|row| row.is_page()).map(|row| row.door.clone()).collect();
    let routes: BTreeSet<String> =
        folkmoot::table().iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    let missing: Vec<_> = routes.difference(&doors).collect();
    assert!(missing.is_empty(), "these routes have no row in tests/it/authorization/matrix.md: {missing:#?}");
    let unknown: Vec<_> = doors.difference(&routes).collect();
    assert!(unknown.is_empty(), "the matrix names routes that are not served: {unknown:#?}");
}

#[test]
fn every_field_has_a_row_and_every_row_its_fields() {
    let sheet = Sheet::read();
    let schema = Schema::published();
    let named: BTreeSet<String> = sheet
        .rows
        .iter()
        .filter(|row| !row.is_page())
        .map(super::rows::Row::fields)
        .flat_map(|(object, fields)| fields.into_iter().map(move |field| format!("{object}.{field}")))
        .collect();
    let mut wanted = BTreeSet::new();
    for (object, fields) in &schema.objects {
        if sheet.carriers.contains(object) {
            continue;
        }
        wanted.extend(fields.iter().map(|field| format!("{object}.{}", field.name)));
    }
    let missing: Vec<_> = wanted.difference(&named).collect();
    assert!(missing.is_empty(), "these fields have no row in tests/it/authorization/matrix.md: {missing:#?}");
    let unknown: Vec<_> = named.difference(&wanted).collect();
    assert!(unknown.is_empty(), "the matrix names fields that the schema hasn't: {unknown:#?}");
    let gone: Vec<_> = sheet.carriers.iter().filter(|name| !schema.is_object(name)).collect();
    assert!(gone.is_empty(), "the matrix names carriers that the schema hasn't: {gone:?}");
}

/// A carrier may only hold what a row lets through, counts and words of its own: never a type without rows.
#[test]
fn carriers_carry_only_what_has_rows() {
    let sheet = Sheet::read();
    let schema = Schema::published();
    let held: BTreeSet<String> =
        sheet.rows.iter().filter(|row| !row.is_page()).map(|row| row.fields().0).chain(["Node".to_owned()]).collect();
    for carrier in &sheet.carriers {
        for field in &schema.objects[carrier] {
            let answers = &field.answers;
            let known = !schema.is_object(answers) || held.contains(answers) || sheet.carriers.contains(answers);
            assert!(known, "{carrier}.{} carries {answers}, which has no row", field.name);
        }
    }
}
