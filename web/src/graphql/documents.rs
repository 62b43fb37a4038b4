//! The documents that were asked lately, parsed: a client sends the same words each time, with other variables, and
//! parsing them is an eighth of what a vote costs the program.
//!
//! It keeps no variables and no answers, and nothing that is too long to be read. What it may weigh is bounded.

use std::sync::Arc;

use async_graphql::Request;
use async_graphql::parser::types::ExecutableDocument;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

/// What all of them may weigh, in bytes.
const MOST: u64 = 4 * 1024 * 1024;
/// What one byte of a document weighs once it is parsed, at the most: a field is a letter and a space, and becomes a node.
const PARSED: u64 = 256;
/// How many are expected.
const MANY: usize = 256;

/// The documents of one site's clients.
pub(super) struct Documents(Cache<String, Arc<ExecutableDocument>, Parsed>);

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
        if let Some(known) = self.0.get(&request.query) {
            request.set_parsed_query(ExecutableDocument::clone(&known));
        } else if let Some(document) = folkmoot_api::document(request).cloned() {
            self.0.insert(request.query.clone(), Arc::new(document));
        }
    }
}

impl Default for Documents {
    fn default() -> Self {
        Self(Cache::with_weighter(MANY, MOST, Parsed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(documents: &Documents, query: &str) -> String {
        let mut request = Request::new(query);
        documents.read(&mut request);
        request.parsed_query().map_or_else(|why| why.to_string(), |document| format!("{:?}", document.operations))
    }

    #[test]
    fn what_was_read_before_reads_the_same() {
        let documents = Documents::default();
        for query in ["{ ideas(first: 2) { nodes { title } } }", "mutation($i: X!) { castVote(input: $i) { outcome } }"]
        {
            let first = read(&documents, query);
            assert_eq!(read(&documents, query), first);
        }
        assert_eq!(documents.0.len(), 2);
        assert_ne!(read(&documents, "{ a }"), read(&documents, "{ b }"));
    }

    #[test]
    fn what_cannot_be_read_is_not_kept() {
        let documents = Documents::default();
        read(&documents, "{ ideas(");
        let mut long = Request::new(format!("{{ {} }}", "a ".repeat(100_000)));
        documents.read(&mut long);
        assert_eq!(documents.0.len(), 0);
    }

    #[test]
    fn a_crowd_of_documents_weighs_no_more_than_it_may() {
        let documents = Documents::default();
        for n in 0..2_000 {
            read(&documents, &format!("{{ ideas(first: {n}) {{ nodes {{ title }} }} }}"));
        }
        assert!(documents.0.weight() <= MOST);
        assert!(documents.0.len() < 2_000);
    }
}
