//! Messages as `graphql-transport-ws` has them.

use serde_json::json;

use super::{Refusal, Said, answer, refused, token};

#[test]
fn what_a_client_may_say() {
    let said = |text: &str| serde_json::from_str::<Said>(text);
    assert!(matches!(said(r#"{"type":"connection_init"}"#), Ok(Said::ConnectionInit { payload: None })));
    assert!(matches!(said(r#"{"type":"connection_init","payload":null}"#), Ok(Said::ConnectionInit { payload: None })));
    assert!(matches!(said(r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }"}}"#), Ok(Said::Subscribe { .. })));
    assert!(matches!(said(r#"{"type":"complete","id":"1"}"#), Ok(Said::Complete { .. })));
    for bad in [
        "{}",
        "hello",
        r#"{"type":"start","id":"1","payload":{}}"#,
        r#"{"type":"subscribe","id":1,"payload":{}}"#,
        r#"{"type":"connection_terminate"}"#,
        r#"{"type":"connection_init","payload":"x"}"#,
    ] {
        assert!(said(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_token_of_an_introduction() {
    let of = |payload: serde_json::Value| token(payload.as_object().unwrap()).map(str::to_owned);
    assert_eq!(of(json!({ "authorization": "Bearer abc" })), Some("abc".to_owned()));
    assert_eq!(of(json!({ "Authorization": "bearer  abc " })), Some("abc".to_owned()));
    for wrong in [
        json!({}),
        json!({ "authorization": "abc" }),
        json!({ "authorization": 1 }),
        json!({ "authorization": "Basic abc" }),
    ] {
        assert_eq!(of(wrong), None);
    }
}

#[test]
fn an_answer_goes_on_and_a_refusal_ends() {
    let (message, is_end) = answer("a\"b", r#"{"data":1}"#);
    assert_eq!(message, r#"{"type":"next","id":"a\"b","payload":{"data":1}}"#);
    assert!(!is_end);
    let (message, is_end) = answer("a\"b", r#"{"errors":[{"message":"no"}]}"#);
    assert_eq!(message, r#"{"type":"error","id":"a\"b","payload":[{"message":"no"}]}"#);
    assert!(is_end);
    let refused = refused("1", &Refusal::NOT_AN_ID);
    let refused: serde_json::Value = serde_json::from_str(&refused).unwrap();
    assert_eq!(refused["payload"][0]["extensions"], json!({ "code": "INVALID_INPUT" }), "{refused}");
}
