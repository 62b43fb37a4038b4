//! Whether an operation asks for something to be done, known before it runs: only acts are done once under a key.

use async_graphql::Request;
use async_graphql::parser::types::OperationType;

use crate::limits;

/// Whether the document acts at all. What can't be read, or is too long to be read, asks for nothing: the schema says what
/// is wrong with it.
pub fn asks_to_act(request: &mut Request) -> bool {
    if !limits::can_be_read(&request.query) {
        return false;
    }
    // The library goes on with what was parsed here.
    request.parsed_query().is_ok_and(|document| {
        document.operations.iter().any(|(_, operation)| operation.node.ty == OperationType::Mutation)
    })
}

#[cfg(test)]
mod tests {
    //! Acts and reads are told apart.

    use super::*;

    #[test]
    fn only_mutations_act() {
        let acts = |query: &str| asks_to_act(&mut Request::new(query));
        assert!(acts("mutation { __typename }"));
        assert!(acts("mutation Vote { __typename } query Look { __typename }"));
        assert!(!acts("{ __typename }"));
        assert!(!acts("query mutation { __typename }"));
        assert!(!acts("mutation {"));
        assert!(!acts(&"{".repeat(100_000)));
    }
}
