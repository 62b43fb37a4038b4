//! What a document asks to be done, known before it runs: whether it acts at all, and under which ids. Each act takes a
//! `clientMutationId` of its sender's and gives it back; `keyed` sees to that for all acts at once.
//!
//! It refuses to know what any act does, and what an id is good for: the transport does an act once under it.

mod ids;
mod keyed;

use std::mem;

use async_graphql::Request;
use async_graphql::parser::types::OperationType;

use crate::limits;

pub use keyed::Keyed;

/// The ids that the acts of the operation asked for carry, each once; `None` when the document doesn't act at all. A document
/// has one act at the most, so several ids are never right.
///
/// What can't be read, or is too long to be read, asks for nothing: the schema says what is wrong with it.
pub fn ids_of_acts(request: &mut Request) -> Option<Vec<String>> {
    // No act without this word: a question is not looked at any further.
    if !request.query.contains("mutation") {
        return None;
    }
    // The library goes on with what was parsed here, and holds the whole request while it lends that out.
    let (variables, name) = (mem::take(&mut request.variables), request.operation_name.take());
    let ids = limits::document(request).and_then(|document| {
        let acts = document.operations.iter().any(|(_, operation)| operation.node.ty == OperationType::Mutation);
        acts.then(|| ids::carried(document, name.as_deref(), &variables))
    });
    request.variables = variables;
    request.operation_name = name;
    ids
}

#[cfg(test)]
mod tests;
