//! No text of the store reaches a client, by the type system first and by the last door after it.

use std::fmt::Display;
use std::sync::atomic::Ordering;

use folkmoot_common::Viewer;

use super::ApiError;
use crate::fakes::{World, citizen, idea_id};

/// Compiles only while `ApiError` has no `Display`: with one, the call below fits both and the compiler can't choose.
#[test]
fn an_api_error_can_not_be_printed() {
    trait Ambiguous<Marker> {
        fn hidden() {}
    }
    struct IsPrintable;
    impl<T: ?Sized> Ambiguous<()> for T {}
    impl<T: ?Sized + Display> Ambiguous<IsPrintable> for T {}
    <ApiError as Ambiguous<_>>::hidden();
}

/// The library makes its own error of anything printable, so a resolver that answered with it could leak: none may.
#[test]
fn resolvers_do_not_name_the_librarys_error() {
    fn walk(folder: &std::path::Path, seen: &mut usize) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, seen);
            } else if !path.ends_with("error.rs") && !path.ends_with("error/tests.rs") {
                *seen += 1;
                let source = std::fs::read_to_string(&path).unwrap();
                let library: String = source.lines().filter(|line| line.contains("async_graphql")).collect();
                let words: Vec<&str> = library.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
                assert!(!words.iter().any(|word| *word == "Error" || *word == "Result"), "{}", path.display());
            }
        }
    }
    let mut seen = 0;
    walk(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut seen);
    assert!(seen > 30, "only {seen} files were read");
}

#[tokio::test]
async fn a_bug_has_a_number_and_none_of_the_stores_words() {
    let world = World::new();
    world.books.is_broken.store(true, Ordering::Relaxed);
    for query in [
        "{ idea(number: 1) { title } }",
        "{ ideas { nodes { title } } }",
        "{ campaigns { nodes { slug } } }",
        "{ viewer { name } }",
    ] {
        let response = world.ask(citizen(1), query).await;
        let said = serde_json::to_string(&response).unwrap();
        assert!(!said.contains("relation"), "{said}");
        let error = &response.errors[0];
        let extensions = error.extensions.as_ref().unwrap();
        assert_eq!(extensions.get("code").unwrap().to_string(), "\"INTERNAL\"");
        assert_eq!(extensions.get("incident").unwrap().to_string().len(), 10, "eight letters in quotes");
    }
}

#[tokio::test]
async fn one_failed_batch_is_one_incident() {
    let world = World::new();
    world.books.is_broken.store(true, Ordering::Relaxed);
    let query = format!("{{ a: node(id: \"{0}\") {{ id }} b: node(id: \"{0}\") {{ id }} }}", idea_id(1));
    let response = world.ask(Viewer::Nobody, &query).await;
    let incident =
        |error: &async_graphql::ServerError| error.extensions.as_ref().unwrap().get("incident").cloned().unwrap();
    assert_eq!(response.errors.len(), 2);
    assert_eq!(incident(&response.errors[0]), incident(&response.errors[1]));
    assert_eq!(world.asked(), 1, "a store that failed is not asked again");
}

#[tokio::test]
async fn a_busy_store_is_unavailable() {
    let world = World::new();
    world.books.is_busy.store(true, Ordering::Relaxed);
    assert_eq!(world.code(Viewer::Nobody, "{ idea(number: 1) { title } }").await, "UNAVAILABLE");
    let vote = format!("mutation {{ castVote(input: {{ideaId: \"{}\", choice: SUPPORT}}) {{ outcome }} }}", idea_id(1));
    assert_eq!(world.code(citizen(1), &vote).await, "UNAVAILABLE");
}

#[tokio::test]
async fn errors_of_the_document_have_a_code_too() {
    let world = World::new();
    for query in
        ["{", "{ nothing }", "{ idea(number: \"x\") { id } }", "subscription { tallyChanged(ideaIds: []) { support } }"]
    {
        assert_eq!(world.code(Viewer::Nobody, query).await, "INVALID_INPUT", "{query}");
    }
}
