//! The same field asked for again and again in one place: the library resolves each, and merges the answers. Fragments
//! repeat a few fields in good faith; nobody needs one of them a hundred times.
//!
//! It walks fragments as often as they are spread: `shape` has bounded how much that is.

use std::collections::HashMap;

use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};

/// How often one name may stand in one place of the answer: once for each of many fragments.
const MOST: usize = 25;

/// Says which name stands in one place too often.
pub(super) fn check(document: &ExecutableDocument) -> Result<(), String> {
    for (_, operation) in document.operations.iter() {
        place(document, &operation.node.selection_set.node)?;
    }
    Ok(())
}

fn place(document: &ExecutableDocument, selection: &SelectionSet) -> Result<(), String> {
    let mut seen = HashMap::new();
    count(document, selection, &mut seen)
}

/// Counts the names of one place, fragments written out, and looks into each.
fn count<'a>(
    document: &'a ExecutableDocument,
    selection: &'a SelectionSet,
    seen: &mut HashMap<&'a str, usize>,
) -> Result<(), String> {
    for item in &selection.items {
        match &item.node {
            Selection::Field(field) => {
                let key = field.node.response_key().node.as_str();
                let times = seen.entry(key).or_default();
                *times += 1;
                if *times > MOST {
                    return Err(format!("{key} is asked for more than {MOST} times in one place. Once will do."));
                }
                place(document, &field.node.selection_set.node)?;
            }
            Selection::InlineFragment(fragment) => count(document, &fragment.node.selection_set.node, seen)?,
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    count(document, &fragment.node.selection_set.node, seen)?;
                }
            }
        }
    }
    Ok(())
}
