//! Which hosts are the site's.

use super::*;

fn asked(public: &str, uri: &str, hosts: &[&str]) -> Result<(), PageError> {
    let headers: HeaderMap = hosts.iter().map(|host| (header::HOST, host.parse().unwrap())).collect();
    check(&public.parse().unwrap(), &uri.parse().unwrap(), &headers)
}

#[test]
fn the_public_host_passes_in_each_spelling() {
    assert_eq!(asked("https://ideas.example.org", "/", &["ideas.example.org"]), Ok(()));
    assert_eq!(asked("https://ideas.example.org", "/", &["Ideas.Example.org:443"]), Ok(()));
    assert_eq!(asked("http://127.0.0.1:8080", "/", &["127.0.0.1:8080"]), Ok(()));
    assert_eq!(asked("http://127.0.0.1:8080", "/health/ready", &["10.1.2.3"]), Ok(()));
}

#[test]
fn another_host_is_refused() {
    for host in ["evil.example", "ideas.example.org.evil.example", "ideas.example.org:8080", ""] {
        assert_eq!(asked("https://ideas.example.org", "/", &[host]), Err(PageError::WrongHost), "{host}");
    }
    assert_eq!(
        asked("https://ideas.example.org", "http://evil.example/", &["ideas.example.org"]),
        Err(PageError::WrongHost)
    );
    assert!(matches!(asked("http://x", "/", &[]), Err(PageError::BadRequest(_))));
    assert!(matches!(asked("http://x", "/", &["x", "x"]), Err(PageError::BadRequest(_))));
}
