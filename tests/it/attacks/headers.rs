//! Headers and cookies that anybody can write: none is trusted, none is repeated as anything but text.

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Client, Method};

use super::judge::{Verdict, judge};
use super::stage::Stage;
use crate::nets::Answer;

const NAMES: [&str; 14] = [
    "accept", "accept-language", "accept-encoding", "authorization", "cookie", "user-agent", "referer", "origin",
    "sec-fetch-site", "x-forwarded-for", "forwarded", "if-none-match", "content-type", "content-encoding",
];

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    // Of bytes that no header can hold, a client would send none.
    let Ok(value) = HeaderValue::from_bytes(line.as_bytes()) else { return Vec::new() };
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let mut wrong = Vec::new();
    for name in NAMES {
        let values = if name == "cookie" {
            ["session=", "browser=", ""].map(|prefix| HeaderValue::from_bytes(format!("{prefix}{line}").as_bytes()))
        } else if name == "authorization" {
            ["Bearer ", "Basic ", ""].map(|prefix| HeaderValue::from_bytes(format!("{prefix}{line}").as_bytes()))
        } else {
            [Ok(value.clone()), Ok(value.clone()), Ok(value.clone())]
        };
        for (value, (method, path)) in values.into_iter().flatten().zip([(Method::GET, "/ideas"), (Method::POST, "/sign-in"), (Method::POST, "/graphql")]) {
            let address = format!("{}{path}", stage.world.url());
            let header = HeaderName::from_static(name);
            let sent = client.request(method.clone(), address).header(header, value).body("email=x").send().await;
            let answer = match sent {
                Ok(answer) => Answer::read(answer).await,
                Err(why) => {
                    wrong.push(Verdict::new(name, format!("no answer: {why:?}"), line));
                    continue;
                }
            };
            wrong.extend(judge(&format!("{method} {path} with {name}"), line, &answer));
        }
    }
    wrong
}
