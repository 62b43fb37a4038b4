//! Nothing that a plain form can send is read, and each wrong part is named.

use axum::http::{HeaderMap, HeaderValue, header};

use super::{check_media_type, read};

fn said(values: &[&'static str]) -> HeaderMap {
    values.iter().map(|value| (header::CONTENT_TYPE, HeaderValue::from_static(value))).collect()
}

fn appended(values: &[&'static str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for value in values {
        headers.append(header::CONTENT_TYPE, HeaderValue::from_static(value));
    }
    headers
}

#[test]
fn json_in_utf8_and_nothing_else() {
    for value in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\"",
        "application/json; x=y",
    ] {
        assert!(check_media_type(&said(&[value])).is_ok(), "{value}");
    }
    for value in [
        "text/plain",
        "text/plain; application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/jsonp",
        "application/json; charset=utf-7",
        "application/json, text/plain",
        "",
    ] {
        assert!(check_media_type(&said(&[value])).is_err(), "{value}");
    }
    assert!(check_media_type(&HeaderMap::new()).is_err());
    assert!(check_media_type(&appended(&["application/json", "text/plain"])).is_err());
    assert!(check_media_type(&appended(&["application/json", "application/json"])).is_err());
}

#[test]
fn an_operation_is_read_whole() {
    let request =
        read(br#"{"query":"query Q($a: Int) { a }","operationName":"Q","variables":{"a":1},"extensions":{}}"#).unwrap();
    assert_eq!(request.operation_name.as_deref(), Some("Q"));
    assert_eq!(request.variables.len(), 1);
    assert!(read(br#"{"query":"{ a }","operationName":null,"variables":null,"extensions":null}"#).is_ok());
}

#[test]
fn what_has_the_wrong_form_is_refused() {
    for body in [
        "",
        "{",
        "null",
        "1",
        "\"{ a }\"",
        "[]",
        r#"[{"query":"{ a }"}]"#,
        "{}",
        r#"{"query":1}"#,
        r#"{"query":null}"#,
        r#"{"query":"{ a }","operationName":1}"#,
        r#"{"query":"{ a }","variables":[]}"#,
        r#"{"query":"{ a }","variables":"{}"}"#,
        r#"{"query":"{ a }","extensions":"x"}"#,
        "\u{feff}{}",
    ] {
        assert!(read(body.as_bytes()).is_err(), "{body}");
    }
    assert!(read(b"\xff\xfe").is_err());
    assert!(read("[".repeat(100_000).as_bytes()).is_err(), "no stack is lost on brackets");
}

#[test]
fn a_large_variable_stands_in_few_places() {
    let body = |uses: usize, list: usize| {
        let places = "$v ".repeat(uses);
        let list = vec!["1"; list].join(",");
        format!("{{\"query\":\"query($v: [Int]) {{ a(x: [{places}]) }}\",\"variables\":{{\"v\":[{list}]}}}}")
    };
    assert!(read(body(2, 100_000).as_bytes()).is_ok(), "a long list, once declared and once or twice used");
    assert!(read(body(900, 100).as_bytes()).is_ok(), "a short one, as often as a document takes");
    let Err(why) = read(body(900, 100_000).as_bytes()) else {
        panic!("gigabytes, once the library copies it");
    };
    assert!(why.message().starts_with("variables: "), "{}", why.message());
}
