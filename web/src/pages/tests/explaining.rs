//! That what the explaining pages say is what the code does.

use std::collections::BTreeSet;

use axum::http::header;
use axum::response::IntoResponse as _;

use super::world::World;
use crate::edge::SetCookie;

/// The names in the page's table.
fn listed(html: &str) -> BTreeSet<String> {
    let rows = html.split("<th scope=\"row\"><code>").skip(1);
    rows.map(|row| row.split('<').next().unwrap().to_owned()).collect()
}

/// How many days a cookie is kept, as it is set.
fn days(cookie: SetCookie) -> u64 {
    let answer = (cookie, "").into_response();
    let line = answer.headers()[header::SET_COOKIE].to_str().unwrap();
    let age = line.split("Max-Age=").nth(1).unwrap().split(';').next().unwrap();
    age.parse::<u64>().unwrap() / 86_400
}

#[tokio::test]
async fn the_page_about_cookies_lists_exactly_those_that_are_set() {
    let named: BTreeSet<String> = include_str!("../../edge/cookies.rs")
        .split('"')
        .filter(|text| text.starts_with("__Host-") && text.len() > "__Host-".len())
        .map(ToOwned::to_owned)
        .collect();
    assert_eq!(named.len(), 2, "{named:?}");

    let https = World::open_with(|config| config.site.public_url = "https://ideas.example".parse().unwrap()).await;
    assert_eq!(listed(&https.get_over("/cookies", "ideas.example").await.html), named);
    let world = World::open().await;
    let page = world.get("/cookies", None).await;
    let bare: BTreeSet<String> = named.iter().map(|name| name.replace("__Host-", "")).collect();
    assert_eq!(listed(&page.html), bare);

    let secret = world.site.sources.secret();
    let browser = days(SetCookie::browser(&secret, false));
    let session = days(SetCookie::session(&secret, world.site.people.sessions_last(), false));
    assert_eq!((browser, session), (30, 90));
    assert!(page.html.contains(&format!("{browser} days<")), "{}", page.html);
    assert!(page.html.contains(&format!("{session} days at the most")), "{}", page.html);
}

#[tokio::test]
async fn every_page_leads_to_those_that_explain() {
    let world = World::open().await;
    let page = world.get("/", None).await;
    for path in ["/about", "/guidelines", "/transparency", "/privacy", "/cookies", "/accessibility"] {
        assert!(page.html.contains(&format!("href=\"{path}\"")), "the footer lacks {path}");
        let mirror = world.get(&format!("/cy{path}"), None).await;
        assert_eq!(mirror.status, 200, "{path}");
    }
}

#[tokio::test]
async fn the_accessibility_statement_is_honest() {
    let page = World::open().await.get("/accessibility", None).await;
    for words in ["not yet tested with users of assistive technology", "partially compliant", "22 November 2026"] {
        assert!(page.html.contains(words), "the statement doesn’t say “{words}”");
    }
}

#[tokio::test]
async fn parts_and_letters_are_shown_by_a_throwaway_site_only() {
    let world = World::open().await;
    let throwaway = World::open_with(|config| config.dev = true).await;
    for path in ["/dev/components", "/dev/components?done=posted", "/cy/dev/components", "/dev/mail"] {
        assert_eq!(world.get(path, None).await.status, 404, "{path}");
        let page = throwaway.get(path, None).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
        assert!(!page.html.contains(" style="), "{path}");
    }
}
