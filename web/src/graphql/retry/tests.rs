//! Where a key is read, and what becomes of two.

use async_graphql::{Request, Variables};
use axum::http::{HeaderMap, HeaderValue};
use serde_json::json;

use super::{IDEMPOTENCY_KEY, key};

/// The key of a request with these headers and this id in its input; or what it is told.
fn read(headers: &[&str], query: &str, id: Option<&str>) -> Result<Option<String>, String> {
    let mut all = HeaderMap::new();
    for value in headers {
        all.append(IDEMPOTENCY_KEY, HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    let variables = Variables::from_json(json!({ "id": id }));
    let mut request = Request::new(query).variables(variables);
    key(&all, folkmoot_api::ids_of_acts(&mut request).as_deref())
        .map(|key| key.map(|key| key.as_str().to_owned()))
        .map_err(|refusal| refusal.message().to_owned())
}

const VOTE: &str = "mutation($id: String) { castVote(input: { clientMutationId: $id }) { outcome } }";
const READ: &str = "query($id: String) { idea(id: $id) { title } }";

#[test]
fn a_key_is_in_the_header_or_in_the_input() {
    let known = |text: &str| Ok(Some(text.to_owned()));
    assert_eq!(read(&[], VOTE, None), Ok(None));
    assert_eq!(read(&["bus-17"], VOTE, None), known("bus-17"));
    assert_eq!(read(&[], VOTE, Some("bus-17")), known("bus-17"));
    assert_eq!(read(&["bus-17"], VOTE, Some("bus-17")), known("bus-17"));
    // A question has no key, whatever it carries; nor has what nobody can read.
    assert_eq!(read(&["bus-17"], READ, Some("bus-17")), Ok(None));
    assert_eq!(read(&["bus-17"], "mutation {", None), Ok(None));
}

#[test]
fn nobody_chooses_between_two_keys() {
    let two = "mutation { a: castVote(input: { clientMutationId: \"a\" }) { outcome } \
        b: castVote(input: { clientMutationId: \"b\" }) { outcome } }";
    for (headers, query, id, because) in [
        (&["bus-17"][..], VOTE, Some("bus-18"), "Idempotency-Key and clientMutationId differ"),
        (&["one", "two"][..], VOTE, None, "Idempotency-Key: send one"),
        (&[][..], two, None, "one act under one key"),
        (&["a"][..], two, None, "one act under one key"),
    ] {
        let why = read(headers, query, id).unwrap_err();
        assert!(why.contains(because), "{headers:?} {id:?}: {why}");
    }
}

#[test]
fn what_is_no_key_is_named() {
    let long = "k".repeat(256);
    for bad in ["", " ", "two words", "schlüssel", long.as_str()] {
        let why = read(&[], VOTE, Some(bad)).unwrap_err();
        assert!(why.starts_with("clientMutationId: "), "{bad:?}: {why}");
        // A good header doesn't mend it.
        assert!(read(&["bus-17"], VOTE, Some(bad)).is_err(), "{bad:?}");
    }
    for bad in ["", "two words", "schlüssel", long.as_str()] {
        let why = read(&[bad], VOTE, None).unwrap_err();
        assert!(why.starts_with("Idempotency-Key: "), "{bad:?}: {why}");
    }
}
