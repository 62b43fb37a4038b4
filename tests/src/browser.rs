//! Stories in a real browser: a script of `tests/browser`, run by node's own test runner, whose verdict becomes ours.

use std::path::Path;

use tokio::process::Command;

use crate::world::World;

/// Runs a script on a running world. It finds the nodes at `BASE_URL` and `BASE_URL_2` (the same when there is one), and
/// the letters at `MAIL_URL`, which a site shows only when its configuration says `dev`.
///
/// # Panics
/// As [`run_node`].
pub async fn run_story(script: &str, world: &World) {
    let (first, last) = (world.url(), world.nodes().last().map_or(world.url(), |node| node.url()));
    let letters = format!("{first}/dev/mail");
    run_node(script, &[("BASE_URL", first), ("BASE_URL_2", last), ("MAIL_URL", &letters)]).await;
}

/// Runs `tests/browser/SCRIPT.mjs` with these words in its environment.
///
/// # Panics
/// With everything the script said, when it fails, or when node or its packages are missing.
pub async fn run_node(script: &str, words: &[(&str, &str)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser");
    assert!(
        folder.join("node_modules").is_dir(),
        "the browser tests' packages are missing: run `make test`, or `npm ci --ignore-scripts` in tests/browser"
    );
    let file = format!("{script}.mjs");
    assert!(folder.join(&file).is_file(), "there is no tests/browser/{file}");
    let output = Command::new("node")
        .args(["--test", "--test-reporter=spec", &file])
        .current_dir(&folder)
        .envs(words.iter().copied())
        .kill_on_drop(true)
        .output()
        .await
        .expect("node can be run");
    // Tables that a script prints; the runner shows them when it is asked to (--success-output immediate).
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(
        output.status.success(),
        "tests/browser/{file} failed:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
