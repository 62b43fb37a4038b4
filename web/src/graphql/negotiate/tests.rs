//! What each `Accept` gets.

use axum::http::{HeaderMap, HeaderValue, header};

use super::{Kind, reads_html};

fn accept(value: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(value))])
}

#[test]
fn the_newer_label_when_it_is_named() {
    for value in [
        "application/graphql-response+json",
        "application/graphql-response+json, application/json;q=0.9",
        "application/json, application/graphql-response+json",
        "application/json;q=0.5, Application/GraphQL-Response+JSON; charset=utf-8",
    ] {
        assert_eq!(Kind::wanted(&accept(value)), Some(Kind::GraphqlResponse), "{value}");
    }
}

#[test]
fn plain_json_otherwise() {
    assert_eq!(Kind::wanted(&HeaderMap::new()), Some(Kind::Json));
    for value in [
        "*/*",
        "application/*",
        "application/json",
        "application/json, application/graphql-response+json;q=0.9",
        "text/html, */*;q=0.8",
        "application/graphql-response+json;q=0, */*",
    ] {
        assert_eq!(Kind::wanted(&accept(value)), Some(Kind::Json), "{value}");
    }
}

#[test]
fn nothing_for_who_reads_neither() {
    for value in ["text/plain", "image/png, text/html", "application/json;q=0", "application/json;q=0.0, text/*"] {
        assert_eq!(Kind::wanted(&accept(value)), None, "{value}");
    }
}

#[test]
fn a_browser_names_html() {
    assert!(reads_html(&accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")));
    for value in ["*/*", "application/json", "text/html;q=0", "text/plain"] {
        assert!(!reads_html(&accept(value)), "{value}");
    }
    assert!(!reads_html(&HeaderMap::new()));
}
