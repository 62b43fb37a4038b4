//! The table of who may change something.

use super::*;

const PUBLIC: &str = "https://ideas.example.org";

fn asked(method: &Method, pairs: &[(&str, &str)]) -> Result<Proof, PageError> {
    let headers = pairs
        .iter()
        .map(|(name, value)| (name.parse::<header::HeaderName>().unwrap(), value.parse().unwrap()))
        .collect();
    judge(PUBLIC, true, method, &headers)
}

/// Headers, and what is made of them.
type Row<'a> = (&'a [(&'a str, &'a str)], Result<Proof, PageError>);

#[test]
fn the_table() {
    let cookie = ("cookie", "__Host-session=x");
    let mark = ("cookie", "__Host-browser=x");
    let no = Err(PageError::ForeignForm);
    let rows: [Row; 15] = [
        (&[], Ok(Proof::Powerless)),
        (&[cookie], no.clone()),
        (&[mark], no.clone()),
        (&[cookie, ("sec-fetch-site", "same-origin")], Ok(Proof::OurOwn)),
        (&[cookie, ("sec-fetch-site", "none")], Ok(Proof::OurOwn)),
        (&[cookie, ("sec-fetch-site", "same-site")], no.clone()),
        (&[cookie, ("sec-fetch-site", "cross-site")], no.clone()),
        (&[("sec-fetch-site", "cross-site")], no.clone()),
        (&[cookie, ("origin", PUBLIC)], Ok(Proof::OurOwn)),
        (&[cookie, ("origin", "https://ideas.example.org.evil.example")], no.clone()),
        (&[cookie, ("origin", "http://ideas.example.org")], no.clone()),
        (&[cookie, ("origin", "null")], no.clone()),
        (&[("origin", "https://evil.example")], no.clone()),
        (&[cookie, ("sec-fetch-site", "cross-site"), ("origin", PUBLIC)], no),
        (&[cookie, ("authorization", "Bearer x")], Ok(Proof::Bearer)),
    ];
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        for (headers, expected) in &rows {
            assert_eq!(&asked(&method, headers), expected, "{method} {headers:?}");
        }
    }
}

#[test]
fn reading_asks_nothing_but_a_websocket_does() {
    let cookie = ("cookie", "__Host-session=x");
    let foreign = ("origin", "https://evil.example");
    assert_eq!(asked(&Method::GET, &[cookie, foreign]), Ok(Proof::Reading));
    assert_eq!(asked(&Method::GET, &[cookie, foreign, ("upgrade", "websocket")]), Err(PageError::ForeignForm));
    assert_eq!(asked(&Method::GET, &[cookie, ("origin", PUBLIC), ("upgrade", "websocket")]), Ok(Proof::OurOwn));
}
