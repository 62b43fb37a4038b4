//! The ids that acts carry, read out of a document and its variables before any of it is judged.
//!
//! It refuses nothing: an id that is no key is for the transport to refuse, and a fragment that nobody wrote, or one that
//! contains itself, for validation to name.

use std::collections::HashSet;

use async_graphql::parser::types::{ExecutableDocument, Field, OperationDefinition, OperationType, Selection};
use async_graphql::{Name, Value as ConstValue, Variables};
use async_graphql_value::Value;

/// What an input and a payload call it.
pub(super) const FIELD: &str = "clientMutationId";
/// The one argument of every act.
pub(super) const INPUT: &str = "input";

/// The ids of the acts that the operation of this name asks for, each once.
pub(super) fn carried(document: &ExecutableDocument, name: Option<&str>, variables: &Variables) -> Vec<String> {
    let Some(operation) = asked_for(document, name) else { return Vec::new() };
    let mut ids = Vec::new();
    for act in acts(document, operation) {
        if let Some(id) = of(act, operation, variables)
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    ids
}

/// The id in an act's input: given in place, or by a variable of the operation. What is there and is no text comes as an
/// empty one, so that nobody takes it for an act without an id: the library doesn't look at an input when one of its
/// variables is left out. Nothing is copied but the id: a variable may be large, and stand in many places.
pub(super) fn of(act: &Field, operation: &OperationDefinition, variables: &Variables) -> Option<String> {
    let given = |name: &Name| {
        let defined = operation.variable_definitions.iter().find(|one| one.node.name.node == *name);
        variables.get(name).or_else(|| defined.and_then(|one| one.node.default_value()))
    };
    let id = match &act.get_argument(INPUT)?.node {
        Value::Variable(name) => match given(name)? {
            ConstValue::Object(input) => input.get(FIELD)?,
            _ => return None,
        },
        Value::Object(input) => match input.get(FIELD)? {
            Value::Variable(name) => given(name)?,
            Value::Null => return None,
            Value::String(id) => return Some(id.clone()),
            _ => return Some(String::new()),
        },
        _ => return None,
    };
    match id {
        ConstValue::Null => None,
        ConstValue::String(id) => Some(id.clone()),
        _ => Some(String::new()),
    }
}

/// The operation that will run, if it acts. Of several without a name to choose by, none will.
fn asked_for<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Option<&'a OperationDefinition> {
    let mut fitting = document.operations.iter().filter(|(own, _)| name.is_none() || own.map(Name::as_str) == name);
    let (_, operation) = fitting.next()?;
    let acts = operation.node.ty == OperationType::Mutation && fitting.next().is_none();
    acts.then_some(&operation.node)
}

/// The fields at the root of an operation, fragments looked through; each fragment once, so one that contains itself comes to
/// an end. One that `@skip` leaves out counts: nothing is done, and nothing is written under its id.
fn acts<'a>(document: &'a ExecutableDocument, operation: &'a OperationDefinition) -> Vec<&'a Field> {
    let mut acts = Vec::new();
    let mut seen = HashSet::new();
    let mut left = vec![&operation.selection_set.node];
    while let Some(selection) = left.pop() {
        for item in &selection.items {
            match &item.node {
                Selection::Field(field) => acts.push(&field.node),
                Selection::InlineFragment(fragment) => left.push(&fragment.node.selection_set.node),
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if let Some(fragment) = document.fragments.get(name)
                        && seen.insert(name)
                    {
                        left.push(&fragment.node.selection_set.node);
                    }
                }
            }
        }
    }
    acts
}
