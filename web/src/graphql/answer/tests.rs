//! The status and the shape of each answer.

use async_graphql::{PathSegment, Response, ServerError, Value};
use axum::http::StatusCode;

use super::{Kind, Refusal, body, errors_alone, of};

fn request_error() -> Response {
    Response::from_errors(vec![ServerError::new("no such field", None)])
}

fn field_error() -> Response {
    let error = ServerError::new("no", None).with_path(vec![PathSegment::Field("idea".to_owned())]);
    Response::from_errors(vec![error])
}

#[test]
fn what_was_not_executed_has_no_data() {
    assert_eq!(body(&request_error()).unwrap(), r#"{"errors":[{"message":"no such field"}]}"#);
    assert_eq!(body(&field_error()).unwrap(), r#"{"data":null,"errors":[{"message":"no","path":["idea"]}]}"#);
    assert_eq!(body(&Response::new(Value::from(1))).unwrap(), r#"{"data":1}"#);
}

#[test]
fn what_was_not_executed_is_known_by_its_words() {
    let errors = |response: &Response| errors_alone(&body(response).unwrap()).map(str::to_owned);
    assert_eq!(errors(&request_error()).as_deref(), Some(r#"[{"message":"no such field"}]"#));
    assert_eq!(errors(&field_error()), None);
    assert_eq!(errors(&Response::new(Value::from(1))), None);
}

#[test]
fn the_newer_label_has_the_truer_status() {
    let status = |response: &Response, kind| of(response, kind).status();
    assert_eq!(status(&request_error(), Kind::GraphqlResponse), StatusCode::BAD_REQUEST);
    assert_eq!(status(&request_error(), Kind::Json), StatusCode::OK);
    for kind in [Kind::Json, Kind::GraphqlResponse] {
        assert_eq!(status(&field_error(), kind), StatusCode::OK);
        assert_eq!(status(&Response::new(Value::Null), kind), StatusCode::OK);
    }
}

/// As a full desk of votes has it, and with the words for whoever reads them.
#[test]
fn where_nothing_could_be_done_the_status_says_so() {
    let unavailable = |field: &str| {
        let mut error = ServerError::new("We are busy.", None).with_path(vec![PathSegment::Field(field.to_owned())]);
        error.extensions.get_or_insert_default().set("code", "UNAVAILABLE");
        error
    };
    for kind in [Kind::Json, Kind::GraphqlResponse] {
        let busy = of(&Response::from_errors(vec![unavailable("castVote")]), kind);
        assert_eq!(
            (busy.status(), &busy.headers()["retry-after"]),
            (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap())
        );
        assert_eq!(busy.headers()["content-type"], kind.media_type());
        let both = Response::from_errors(vec![unavailable("idea"), field_error().errors.remove(0)]);
        assert_eq!(of(&both, kind).status(), StatusCode::OK);
        let mut half = Response::new(Value::from(1));
        half.errors.push(unavailable("ideas"));
        assert_eq!(of(&half, kind).status(), StatusCode::OK, "half an answer is one");
    }
}

#[test]
fn who_is_too_slow_is_told_when_to_come_back() {
    let answer = Refusal::TOO_SLOW.answer(Kind::Json);
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()["retry-after"], "5");
}
