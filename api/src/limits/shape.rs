//! A document's shape: how many fields, aliases and roots it comes to when every fragment is written out. Each fragment
//! is counted once and remembered, so the count is quick whatever they spread.

use std::collections::HashMap;

use async_graphql::Name;
use async_graphql::parser::types::{ExecutableDocument, OperationType, Selection, SelectionSet};

/// The most fields, fragments written out.
const FIELDS: usize = 2_000;
/// The most aliases, fragments written out.
const ALIASES: usize = 15;
/// The most fields at the root of one operation.
const ROOTS: usize = 10;

/// Says why the document asks for too much.
pub(super) fn check(document: &ExecutableDocument) -> Result<(), String> {
    let mut walk = Walk { document, fragments: HashMap::new() };
    let (mut total, mut acts) = (Size::default(), 0_usize);
    for (_, operation) in document.operations.iter() {
        let size = walk.measure(&operation.node.selection_set.node)?;
        if size.roots > ROOTS {
            return Err(format!("At most {ROOTS} fields fit at the root of a query. Split it up."));
        }
        if operation.node.ty == OperationType::Mutation {
            acts = acts.saturating_add(size.roots);
        }
        total = total.and(size);
    }
    if acts > 1 {
        return Err("One mutation at a time: send each in a request of its own.".to_owned());
    }
    if total.aliases > ALIASES {
        return Err(format!("At most {ALIASES} aliases fit in a query. Split it up."));
    }
    if total.fields > FIELDS {
        return Err(format!("At most {FIELDS} fields fit in a query, with its fragments written out. Split it up."));
    }
    Ok(())
}

/// What a selection comes to.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    fields: usize,
    aliases: usize,
    roots: usize,
}

impl Size {
    fn and(self, other: Self) -> Self {
        Self {
            fields: self.fields.saturating_add(other.fields),
            aliases: self.aliases.saturating_add(other.aliases),
            roots: self.roots.saturating_add(other.roots),
        }
    }
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    /// What each fragment comes to; nothing while it is being counted, so a circle is seen.
    fragments: HashMap<&'a Name, Option<Size>>,
}

impl<'a> Walk<'a> {
    fn measure(&mut self, selection: &'a SelectionSet) -> Result<Size, String> {
        let mut size = Size::default();
        for item in &selection.items {
            size = size.and(match &item.node {
                Selection::Field(field) => {
                    let inside = self.measure(&field.node.selection_set.node)?;
                    let aliases = usize::from(field.node.alias.is_some());
                    Size { fields: 1, aliases, roots: 1 }.and(Size { roots: 0, ..inside })
                }
                Selection::InlineFragment(fragment) => self.measure(&fragment.node.selection_set.node)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node)?,
            });
        }
        Ok(size)
    }

    fn fragment(&mut self, name: &'a Name) -> Result<Size, String> {
        match self.fragments.get(name) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => return Err(format!("The fragment {name} contains itself.")),
            None => {}
        }
        // An unknown fragment is for validation to name. It counts, or fragments that spread it twice, and one another
        // twice, would come to nothing here and keep the library busy.
        let Some(fragment) = self.document.fragments.get(name) else {
            return Ok(Size { fields: 1, ..Size::default() });
        };
        self.fragments.insert(name, None);
        let size = self.measure(&fragment.node.selection_set.node)?;
        self.fragments.insert(name, Some(size));
        Ok(size)
    }
}
