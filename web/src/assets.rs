//! What the program embeds for browsers: the style sheet, the scripts, the icons; and what a site's theme adds. Each has
//! a name that holds the digest of its content, so a browser may keep it for ever; a manifest says which name stands for
//! which.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use rust_embed::RustEmbed;

use crate::edge::Path;
use crate::error::PageError;
use crate::site::Site;

/// For ever: whatever changes gets another name.
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// What the files of a theme begin with.
const THEMES: [&str; 3] = ["theme-", "logo-", "mark-"];

/// A picture opened by itself may wear its own style and do nothing else.
const PICTURE_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/assets/dist"]
#[allow_missing = true]
struct Dist;

/// Plain name to name with digest. Embedded content, so it is the same for every site.
static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let file = Dist::get("manifest.json");
    file.and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// The address of an asset by its plain name (`site.css`), for templates; nothing when it was not built.
#[must_use]
pub fn url(name: &str) -> Option<String> {
    MANIFEST.get(name).map(|hashed| format!("/assets/{hashed}"))
}

/// What is in an asset, by its plain name; nothing when it was not built.
pub(crate) fn text(name: &str) -> Option<Cow<'static, [u8]>> {
    MANIFEST.get(name).and_then(|hashed| Dist::get(hashed)).map(|file| file.data)
}

/// `GET /assets/{*path}`. Only what the manifest and the site's theme name is served.
pub(crate) async fn get(State(site): State<Arc<Site>>, Path(path): Path<String>) -> Result<Response, PageError> {
    let is_theme = THEMES.iter().any(|stem| path.starts_with(stem));
    if is_theme && site.wardrobe.file(&path).is_none() {
        // Another node drew the page in a look that this one hasn't seen yet.
        site.look_again().await?;
    }
    if let Some(file) = site.wardrobe.file(&path) {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(file.kind)),
            (header::CACHE_CONTROL, KEEP),
            (header::CONTENT_SECURITY_POLICY, PICTURE_POLICY),
        ];
        return Ok((headers, Body::from(file.bytes.clone())).into_response());
    }
    if !MANIFEST.values().any(|name| *name == path) {
        return Err(PageError::NotFound);
    }
    let file = Dist::get(&path).ok_or(PageError::NotFound)?;
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind(&path))), (header::CACHE_CONTROL, KEEP)];
    Ok((headers, Body::from(file.data.into_owned())).into_response())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
