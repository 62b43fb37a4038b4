//! What makes the board installable: the manifest, the page for when there is no network, and the service worker, which
//! keeps that page. The worker is told here what to keep; it keeps nothing that anybody wrote.

use std::fmt::Write as _;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::frame::{Frame, page};
use crate::assets;
use crate::edge::Here;
use crate::error::PageError;
use crate::site::Site;
use crate::theme::Theme;

#[derive(Template)]
#[template(path = "offline.html")]
struct Offline {
    frame: Frame,
}

/// `GET /offline`: the same for everybody, whoever asks, because browsers keep it.
pub(crate) async fn offline(
    State(site): State<Arc<Site>>,
    Extension(here): Extension<Here>,
) -> Result<Response, PageError> {
    page(&Offline { frame: Frame::bare(&site, &here, "") })
}

/// `GET /manifest.webmanifest`: how the board is called and looks when it stands among a person's applications.
pub(crate) async fn manifest(State(site): State<Arc<Site>>, Extension(here): Extension<Here>) -> Response {
    let (words, dress) = (here.words, site.dress());
    let start = words.to("/");
    let shortcut = |name: &str, path: &str| json!({ "name": words.say(name).to_string(), "url": words.to(path) });
    let manifest = json!({
        "id": start,
        "name": dress.name,
        "short_name": short(&dress.name),
        "description": words.say("footer-whose").with("council", &dress.council).to_string(),
        "lang": words.code(),
        "start_url": start,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": Theme::paper().to_string(),
        "theme_color": dress.theme.accent.to_string(),
        "icons": icons(&dress.theme),
        "shortcuts": [shortcut("nav-new", "/ideas/new"), shortcut("nav-ideas", "/ideas")],
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")),
    ];
    (headers, manifest.to_string()).into_response()
}

/// Below an icon there is room for about twelve letters: whole words, as many as fit.
fn short(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > 12 {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

/// The council's own icon, or the program's in the sizes that systems ask for.
fn icons(theme: &Theme) -> Vec<Value> {
    if let Some(own) = theme.icon() {
        return vec![json!({ "src": own.url(), "type": own.kind, "sizes": own.sizes })];
    }
    let drawn = [
        ("folkmoot.svg", "image/svg+xml", "any", "any"),
        ("icon-192.png", "image/png", "192x192", "any"),
        ("icon-512.png", "image/png", "512x512", "any"),
        ("icon-maskable.png", "image/png", "512x512", "maskable"),
    ];
    let built = drawn.into_iter().filter_map(|(name, kind, sizes, purpose)| {
        assets::url(name).map(|src| json!({ "src": src, "type": kind, "sizes": sizes, "purpose": purpose }))
    });
    built.collect()
}

/// `GET /sw.js`: the worker, with a line before it that says what to keep. It must never be old, so no cache keeps it.
pub(crate) async fn worker(State(site): State<Arc<Site>>) -> Result<Response, PageError> {
    let script = assets::text("sw.js").ok_or(PageError::NotFound)?;
    let theme = Arc::clone(&site.dress().theme);
    let own = [theme.style.as_ref(), theme.icon()].into_iter().flatten().map(crate::theme::File::url);
    let files: Vec<String> =
        ["folkmoot.css", "folkmoot.js", "folkmoot.svg"].into_iter().filter_map(assets::url).chain(own).collect();
    let offline: Vec<String> = site.languages.iter().map(|words| words.to("/offline")).collect();

    // Another cache whenever anything that is kept has changed.
    let mut all = Sha256::new_with_prefix(&script);
    all.update(files.concat());
    for words in &site.languages {
        let here = Here { words: *words, path: "/offline".to_owned(), query: String::new() };
        let drawn = Offline { frame: Frame::bare(&site, &here, "") }.render();
        all.update(drawn.map_err(|why| PageError::internal(&why))?);
    }
    let mut cache = "folkmoot-".to_owned();
    for byte in all.finalize().iter().take(6) {
        // Writing into a string never fails.
        let _ = write!(cache, "{byte:02x}");
    }

    let kept = json!({ "cache": cache, "files": files, "offline": offline });
    let mut body = format!("self.kept={kept};\n").into_bytes();
    body.extend_from_slice(&script);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Ok((headers, body).into_response())
}
