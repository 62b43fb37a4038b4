//! The calm pages for whatever goes wrong, for people and for scripts.

use std::time::Duration;

use axum::body::to_bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::IntoResponse as _;

use super::world::World;
use crate::edge::Here;
use crate::error::{Asked, PageError, render};

/// An error as a person reads it, or a script.
async fn told(world: &World, error: &PageError, accept: &'static str) -> (StatusCode, HeaderMap, String) {
    let here = Here::of(&world.site, &Uri::from_static("/somewhere"));
    let asked: HeaderMap = [(header::ACCEPT, HeaderValue::from_static(accept))].into_iter().collect();
    let typed = ["My <own> words".to_owned()];
    let asked = Asked { headers: &asked, incident: "0badcafe", typed: &typed, suspended: None };
    let answer = render(&world.site, &here, error, &asked, error.clone().into_response());
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
}

fn errors() -> Vec<(PageError, u16, &'static str, &'static str)> {
    let wait = Duration::from_secs(30);
    vec![
        (PageError::SignInFirst, 401, "UNAUTHENTICATED", "href=\"/sign-in\""),
        (PageError::Forbidden, 403, "FORBIDDEN", "href=\"mailto:"),
        (PageError::StaleForm, 403, "FORBIDDEN", "My &#60;own&#62; words"),
        (PageError::NotFound, 404, "NOT_FOUND", "role=\"search\""),
        (PageError::Gone, 410, "NOT_FOUND", "role=\"search\""),
        (PageError::TooLarge(65_536), 413, "INVALID_INPUT", "At most 64 KB"),
        (PageError::TooMany { retry_after: wait }, 429, "RATE_LIMITED", "try again in 30 seconds"),
        (PageError::Internal, 500, "INTERNAL", "0badcafe"),
        (PageError::Unavailable { retry_after: wait }, 503, "UNAVAILABLE", "Try again in 30 seconds"),
    ]
}

#[tokio::test]
async fn every_page_of_trouble_is_calm_and_leads_on() {
    let world = World::open().await;
    for (error, status, _code, way) in errors() {
        let (told, headers, html) = told(&world, &error, "text/html").await;
        assert_eq!(told.as_u16(), status);
        assert!(html.contains(way), "{error:?} doesn’t say {way}: {html}");
        assert_eq!(html.matches("<h1").count(), 1, "{error:?}");
        assert!(html.contains("href=\"/\"") && html.contains("fm-footer"), "{error:?} leads nowhere");
        assert!(html.matches("content=\"noindex\"").count() == 1, "{error:?}");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{error:?}");
        assert_eq!(headers.contains_key(header::RETRY_AFTER), status == 429 || status == 503, "{error:?}");
        assert_eq!(html.contains("0badcafe"), status == 500, "{error:?}");
        assert!(html.contains("My &#60;own&#62; words"), "{error:?} keeps what was written to itself");
    }
    // Another site's form may say anything: nothing of it stands on a page of ours.
    let (_told, _headers, html) = told(&world, &PageError::ForeignForm, "text/html").await;
    assert!(!html.contains("words"), "{html}");
}

#[tokio::test]
async fn scripts_are_told_the_same_in_json() {
    let world = World::open().await;
    for (error, status, code, _way) in errors() {
        let (told, headers, json) = told(&world, &error, "application/json").await;
        assert_eq!((told.as_u16(), headers[header::CONTENT_TYPE].to_str().unwrap()), (status, "application/json"));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["errors"][0]["extensions"]["code"], code, "{error:?}");
        assert!(json["errors"][0]["message"].as_str().unwrap().ends_with('.'), "{json}");
    }
}
