//! Questions about the schema itself. The library answers them without asking anybody, so they cost no complexity and
//! can't be interrupted; and each list in the schema leads to others. So their lists may nest a little only, and what a
//! question comes to is estimated by how long those lists are here.
//!
//! It walks fragments as often as they are spread: `shape` has bounded how much that is.

use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};

use super::CEILING;

/// How many of the lists below may stand in one another; what tools ask has one.
const NESTED: usize = 2;
/// The lists that lead from type to type.
const ROUND: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];
/// About how long each list of the schema is. A test holds them to the schema that runs.
pub(super) const LENGTHS: [(&str, usize); 8] = [
    ("types", 320),
    ("directives", 8),
    ("fields", 7),
    ("args", 2),
    ("inputFields", 6),
    ("interfaces", 2),
    ("possibleTypes", 6),
    ("enumValues", 6),
];
/// The most fields in the answer, by this estimate: a tenth more than the standard question comes to.
const MOST: usize = 440_000;

/// Says why the document asks too much about the schema.
pub(super) fn check(document: &ExecutableDocument) -> Result<(), String> {
    let walk = Walk { document };
    let mut cost = 0_usize;
    for (_, operation) in document.operations.iter() {
        cost = cost.saturating_add(walk.cost(&operation.node.selection_set.node, None)?);
    }
    if cost > MOST {
        return Err(
            "This asks for too much of the schema at once. Ask for fewer fields, or read schema.graphql.".into()
        );
    }
    Ok(())
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
}

impl Walk<'_> {
    /// About how many fields of the schema's own the answer has; with how many lists round it, below `__schema`.
    fn cost(&self, selection: &SelectionSet, lists: Option<usize>) -> Result<usize, String> {
        let mut cost = 0_usize;
        for item in &selection.items {
            let inside = match &item.node {
                Selection::Field(field) => {
                    let name = field.node.name.node.as_str();
                    self.field(name, &field.node.selection_set.node, lists)?
                }
                Selection::InlineFragment(fragment) => self.cost(&fragment.node.selection_set.node, lists)?,
                Selection::FragmentSpread(spread) => match self.document.fragments.get(&spread.node.fragment_name.node)
                {
                    Some(fragment) => self.cost(&fragment.node.selection_set.node, lists)?,
                    None => 0,
                },
            };
            cost = cost.saturating_add(inside).min(CEILING);
        }
        Ok(cost)
    }

    fn field(&self, name: &str, inside: &SelectionSet, lists: Option<usize>) -> Result<usize, String> {
        let Some(lists) = lists else {
            let begins = matches!(name, "__schema" | "__type");
            return self.cost(inside, begins.then_some(0));
        };
        let lists = lists + usize::from(ROUND.contains(&name));
        if lists > NESTED {
            return Err(format!("At most {NESTED} lists of the schema may stand in one another. Split the query up."));
        }
        let length = LENGTHS.iter().find(|(list, _)| *list == name).map_or(1, |(_, length)| *length);
        Ok(length.saturating_mul(self.cost(inside, Some(lists))?.saturating_add(1)))
    }
}
