//! The documents that were asked lately, parsed: a client sends the same words each time, with other variables, and
//! parsing them is an eighth of what a vote costs the program. What a document may ask for is judged each time all the same.
//!
//! It keeps no variables and no answers, no document with a text of somebody's in it, and nothing that is too long to be
//! read. What all of it may weigh is bounded.

#[cfg(test)]
mod tests;

use std::hash::RandomState;
use std::sync::Arc;

use async_graphql::Request;
use async_graphql::parser::types::ExecutableDocument;
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{OptionsBuilder, Weighter};

/// What all of them may weigh, in bytes.
const MOST: u64 = 4 * 1024 * 1024;
/// What a byte of a document weighs once it is parsed, at the most: a field is a letter and a space, and becomes a node.
const PARSED: u64 = 112;
/// How many are expected.
const MANY: usize = 256;

/// The documents of one site's clients.
pub(super) struct Documents(Option<Cache<String, Arc<ExecutableDocument>, Parsed, RandomState>>);

#[derive(Clone)]
struct Parsed;

impl Weighter<String, Arc<ExecutableDocument>> for Parsed {
    fn weight(&self, words: &String, _document: &Arc<ExecutableDocument>) -> u64 {
        PARSED * (1 + u64::try_from(words.len()).unwrap_or(MOST))
    }
}

impl Documents {
    /// Parses the document of a request, or remembers it. One that can't be read stays as it is: the schema says why.
    pub(super) fn read(&self, request: &mut Request) {
        let Some(cache) = self.0.as_ref().filter(|_| !request.query.contains('"')) else { return };
        if let Some(known) = cache.get(&request.query) {
            request.set_parsed_query(ExecutableDocument::clone(&known));
        } else if let Some(document) = folkmoot_api::document(request).cloned() {
            cache.insert(request.query.clone(), Arc::new(document));
        }
    }
}

impl Default for Documents {
    fn default() -> Self {
        // One shelf for all: of several, each would refuse a document that fits into all of them.
        let options = OptionsBuilder::new().shards(1).estimated_items_capacity(MANY).weight_capacity(MOST).build();
        let cache = |options| Cache::with_options(options, Parsed, RandomState::new(), DefaultLifecycle::default());
        Self(options.ok().map(cache))
    }
}
