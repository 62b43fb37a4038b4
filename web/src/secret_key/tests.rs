//! Where the key comes from, and that it stays where it is.

use super::*;

fn config(url: &str) -> Config {
    let mut config = Config::embedded().unwrap();
    config.database.url = url.into();
    config
}

#[test]
fn a_key_is_made_once_beside_sqlite_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let config = config(&format!("sqlite://{}/x.db?mode=rwc", folder.path().display()));
    let first = SecretKey::open(&config, &Sources::system()).unwrap();
    let again = SecretKey::open(&config, &Sources::system()).unwrap();
    assert_eq!(first.sign(&[b"a"]), again.sign(&[b"a"]));
    let path = folder.path().join("x.db.key");
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left behind");
}

#[test]
fn postgres_demands_a_key() {
    let said = SecretKey::open(&config("postgres://x/y"), &Sources::system()).unwrap_err().to_string();
    assert!(said.starts_with("FOLKMOOT_SECRET_KEY_FILE is not set"), "{said}");
}

#[test]
fn something_else_in_the_file_is_refused_and_not_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("key");
    std::fs::write(&path, "hunter2").unwrap();
    let mut config = config("postgres://x/y");
    config.secrets.key_file = path;
    let said = SecretKey::open(&config, &Sources::system()).unwrap_err().to_string();
    assert!(said.contains("must hold 32 bytes in base64") && !said.contains("hunter2"), "{said}");
}

#[test]
fn parts_are_kept_apart() {
    let key = SecretKey::passing(&Sources::system());
    assert_ne!(key.sign(&[b"ab", b"c"]), key.sign(&[b"a", b"bc"]));
}

#[test]
fn many_who_start_at_once_share_one_key() {
    for _ in 0..50 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db.key");
        let start = std::sync::Barrier::new(8);
        let found = || {
            start.wait();
            read_or_make(&path, &Sources::system()).unwrap().0
        };
        let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
            let started: Vec<_> = (0..8).map(|_| scope.spawn(found)).collect();
            started.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
    }
}
