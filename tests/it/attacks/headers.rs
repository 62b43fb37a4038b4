//! Headers and cookies that anybody can write: none is trusted, none is repeated as anything but text.

use reqwest::Method;
use reqwest::header::{HeaderName, HeaderValue};

use super::judge::{Verdict, judge};
use super::stage::Stage;
use crate::nets::{Answer, patiently};

const NAMES: [&str; 14] = [
    "accept",
    "accept-language",
    "accept-encoding",
    "authorization",
    "cookie",
    "user-agent",
    "referer",
    "origin",
    "sec-fetch-site",
    "x-forwarded-for",
    "forwarded",
    "if-none-match",
    "content-type",
    "content-encoding",
];

/// Where they are sent, in turn.
const TARGETS: [(Method, &str); 3] = [(Method::GET, "/ideas"), (Method::POST, "/sign-in"), (Method::POST, "/graphql")];

/// What stands before the line, so that it is read as far as possible.
fn prefixes(name: &str) -> &'static [&'static str] {
    match name {
        "cookie" => &["session=", "browser=", ""],
        "authorization" => &["Bearer ", "Basic ", ""],
        _ => &[""],
    }
}

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    // Of bytes that no header can hold, a client would send none.
    let Ok(value) = HeaderValue::from_bytes(line.as_bytes()) else { return Vec::new() };
    let mut wrong = Vec::new();
    let sent = NAMES.iter().flat_map(|name| prefixes(name).iter().map(move |prefix| (*name, *prefix)));
    for ((name, prefix), (method, path)) in sent.zip(TARGETS.into_iter().cycle()) {
        let value = HeaderValue::from_bytes([prefix.as_bytes(), value.as_bytes()].concat().as_slice()).unwrap();
        let address = format!("{}{path}", stage.world.url());
        let header = HeaderName::from_static(name);
        let request = stage.plain.request(method.clone(), address).header(header, value).body("email=x");
        let answer = match patiently(request).await {
            Ok(answer) => Answer::read(answer).await,
            Err(why) => {
                wrong.push(Verdict::new(name, format!("no answer: {why:?}"), line));
                continue;
            }
        };
        wrong.extend(judge(&format!("{method} {path} with {name}"), line, &answer));
    }
    wrong
}
