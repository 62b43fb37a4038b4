//! A logo comes as base64 and passes the gate of the page; admins set it, and nobody else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folkmoot_common::Viewer;
use folkmoot_look::Logo;
use serde_json::json;

use crate::fakes::{World, admin, citizen, moderator, officer};

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>";

fn set(version: i32, logo: &str) -> String {
    format!(
        "mutation {{ setLogo(input: {{ version: {version}, logo: \"{logo}\" }}) \
         {{ outcome userErrors {{ field code }} }} }}"
    )
}

fn remove(version: i32) -> String {
    format!(
        "mutation {{ removeLogo(input: {{ version: {version} }}) \
         {{ outcome userErrors {{ field code }} look {{ hasOwnLogo logoPath }} }} }}"
    )
}

#[tokio::test]
async fn a_logo_is_for_admins() {
    let world = World::new();
    for act in [set(0, &STANDARD.encode(DRAWING)), remove(0)] {
        for other in [citizen(1), moderator(), officer(11)] {
            assert_eq!(world.code(other, &act).await, "FORBIDDEN", "{act}");
        }
        assert_eq!(world.code(Viewer::Nobody, &act).await, "UNAUTHENTICATED", "{act}");
        assert_eq!(world.asked(), 0, "nothing was read or done: {act}");
    }
}

#[tokio::test]
async fn a_picture_is_taken_and_what_does_more_is_refused_as_on_the_page() {
    let world = World::new();
    let saved = json!({ "setLogo": { "outcome": "SAVED", "userErrors": [] } });
    let drawing = STANDARD.encode(DRAWING);
    assert_eq!(world.data(admin(), &set(0, &drawing)).await, saved);
    let (first, rest) = drawing.split_at(20);
    assert_eq!(world.data(admin(), &set(0, &format!("{first}\\n{rest}"))).await, saved, "lines may be broken");
    let stale =
        json!({ "setLogo": { "outcome": "CHANGED", "userErrors": [{ "field": "version", "code": "CHANGED" }] } });
    assert_eq!(world.data(admin(), &set(7, &drawing)).await, stale);

    let encoded = |file: &[u8]| STANDARD.encode(file);
    for (logo, code) in [
        (String::new(), "EMPTY"),
        ("not base64!".to_owned(), "NOT_BASE64"),
        (format!("data:image/svg+xml;base64,{drawing}"), "NOT_BASE64"),
        (encoded(b"hello"), "NOT_A_PICTURE"),
        (encoded(b"<svg onload=\"alert(1)\"/>"), "NOT_PLAIN"),
        (encoded(" ".repeat(Logo::MOST + 1).as_bytes()), "TOO_LARGE"),
    ] {
        let told = world.data(admin(), &set(0, &logo)).await;
        let refused = json!({ "outcome": "INVALID", "userErrors": [{ "field": "logo", "code": code }] });
        assert_eq!(told["setLogo"], refused, "{code}");
    }
}

#[tokio::test]
async fn a_logo_is_taken_off() {
    let world = World::new();
    let look = json!({ "hasOwnLogo": false, "logoPath": null });
    let off = json!({ "removeLogo": { "outcome": "SAVED", "userErrors": [], "look": look } });
    assert_eq!(world.data(admin(), &remove(0)).await, off);
    assert_eq!(world.data(admin(), &remove(7)).await["removeLogo"]["outcome"], "CHANGED");
}
