//! Looks for the assets that the program embeds, and says in one line what to run when they are missing. A release
//! without them is refused; a check or a test goes on, with pages that work but wear no style.

#[expect(clippy::disallowed_methods, reason = "this is how a build script speaks with Cargo")]
fn main() {
    println!("cargo::rerun-if-changed=assets/dist/manifest.json");
    if std::path::Path::new("assets/dist/manifest.json").exists() {
        return;
    }
    let kind = if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") { "error" } else { "warning" };
    println!("cargo::{kind}=web/assets/dist is missing: run `make assets`");
}
