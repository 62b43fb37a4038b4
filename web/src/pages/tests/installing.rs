//! What browsers need to keep the board among a person's applications, and what a council's theme changes in it.

use axum::http::header;
use serde_json::Value;

use super::world::World;

async fn manifest(world: &World, path: &str) -> Value {
    let page = world.get(path, None).await;
    assert_eq!(page.header(header::CONTENT_TYPE), "application/manifest+json");
    serde_json::from_str(&page.html).unwrap()
}

#[tokio::test]
async fn the_manifest_names_the_board_in_each_language() {
    let world = World::open_with(|config| "Ideas for Ely and Littleport".clone_into(&mut config.site.name)).await;
    let english = manifest(&world, "/manifest.webmanifest").await;
    assert_eq!(english["name"], "Ideas for Ely and Littleport");
    assert_eq!(english["short_name"], "Ideas for");
    assert_eq!((english["start_url"].as_str(), english["lang"].as_str()), (Some("/"), Some("en")));
    assert_eq!((english["theme_color"].as_str(), english["scope"].as_str()), (Some("#1f5a4c"), Some("/")));
    let welsh = manifest(&world, "/cy/manifest.webmanifest").await;
    assert_eq!((welsh["start_url"].as_str(), welsh["lang"].as_str()), (Some("/cy"), Some("cy")));

    let icons = english["icons"].as_array().unwrap();
    let of = |key: &str, value: &str| icons.iter().filter(|icon| icon[key] == value).count();
    assert_eq!((of("sizes", "192x192"), of("sizes", "512x512"), of("purpose", "maskable")), (1, 2, 1));
    for icon in icons {
        let page = world.get(icon["src"].as_str().unwrap(), None).await;
        assert_eq!((page.status.as_u16(), page.header(header::CONTENT_TYPE)), (200, icon["type"].as_str().unwrap()));
    }
    let page = world.get("/cy/about", None).await;
    assert!(page.html.contains("rel=\"manifest\" href=\"/cy/manifest.webmanifest\""), "{}", page.html);
}

#[tokio::test]
async fn the_worker_is_never_old_and_keeps_nothing_of_anybody() {
    let world = World::open().await;
    let page = world.get("/sw.js", None).await;
    assert_eq!(page.header(header::CONTENT_TYPE), "text/javascript; charset=utf-8");
    assert_eq!(page.header(header::CACHE_CONTROL), "no-cache");
    assert!(page.header(header::CONTENT_SECURITY_POLICY).contains("worker-src 'self'"));
    let kept = page.html.lines().next().unwrap().strip_prefix("self.kept=").unwrap().trim_end_matches(';');
    let kept: Value = serde_json::from_str(kept).unwrap();
    assert_eq!(kept["offline"], serde_json::json!(["/offline", "/cy/offline"]));
    for path in kept["files"].as_array().unwrap() {
        let path = path.as_str().unwrap();
        assert!(path.starts_with("/assets/"), "{path}");
        assert_eq!(world.get(path, None).await.status, 200, "{path}");
    }
    // The same to somebody who is signed in: nothing of theirs can be kept.
    let token = world.token().await;
    let (nobody, somebody) = (world.get("/offline", None).await, world.get("/offline", Some(&token)).await);
    assert_eq!(nobody.html, somebody.html);

    let renamed = World::open_with(|config| "Other".clone_into(&mut config.site.name)).await;
    assert_ne!(renamed.get("/sw.js", None).await.html, page.html, "another cache for another name");
}

#[tokio::test]
async fn a_councils_theme_is_served_and_kept() {
    let logo = tempfile::Builder::new().suffix(".svg").tempfile().unwrap();
    std::fs::write(logo.path(), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 3\"/>").unwrap();
    let world = World::open_with(|config| {
        "#7a1f5c".clone_into(&mut config.theme.accent);
        "#f0a6d8".clone_into(&mut config.theme.accent_dark);
        config.theme.logo = logo.path().to_path_buf();
    })
    .await;
    let page = world.get("/", None).await;
    let address = |stem: &str, ending: &str| {
        let start = page.html.find(&format!("/assets/{stem}-")).unwrap_or_else(|| panic!("no {stem}: {}", page.html));
        let end = page.html[start..].find(ending).unwrap() + start + ending.len();
        page.html[start..end].to_owned()
    };
    let style = world.get(&address("theme", ".css"), None).await;
    assert_eq!(style.header(header::CONTENT_TYPE), "text/css; charset=utf-8");
    assert!(style.header(header::CACHE_CONTROL).contains("immutable") && style.html.contains("#7a1f5c"));
    let picture = world.get(&address("logo", ".svg"), None).await;
    assert_eq!(picture.header(header::CONTENT_TYPE), "image/svg+xml");
    assert!(picture.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"), "a logo runs nothing");
    assert!(page.html.contains("class=\"fm-header__logo\"") && !page.html.contains("class=\"fm-mark\""));
    assert_eq!(manifest(&world, "/manifest.webmanifest").await["theme_color"], "#7a1f5c");
    assert!(world.get("/sw.js", None).await.html.contains("/assets/theme-"));
    assert_eq!(World::open().await.get(&address("theme", ".css"), None).await.status, 404, "another site's theme");
}
