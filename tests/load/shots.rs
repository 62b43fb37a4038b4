//! The requests that are measured, as bytes, and what a good answer to each looks like.

use std::rc::Rc;

use crate::client::{Answer, Shots};
use crate::program::Running;

/// The same page again and again.
pub(crate) struct Page(Vec<u8>);

impl Page {
    /// A visitor's GET.
    pub(crate) fn new(at: &Running, path: &str) -> Self {
        let accept = "Accept: text/html";
        Self(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{accept}\r\n\r\n", at.port).into_bytes())
    }

    /// The same by somebody who shows a token.
    pub(crate) fn of_person(at: &Running, path: &str, token: &str) -> Self {
        let host = format!("Host: 127.0.0.1:{}\r\nAuthorization: Bearer {token}", at.port);
        Self(format!("GET {path} HTTP/1.1\r\n{host}\r\nAccept: text/html\r\n\r\n").into_bytes())
    }

    /// A visitor's question to the API.
    pub(crate) fn question(at: &Running, query: &str) -> Self {
        Self(post(at.port, "", &serde_json::json!({ "query": query }).to_string()).into_bytes())
    }
}

impl Shots for Page {
    fn write(&self, _number: u64, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.0);
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        answer.status == 200 && !answer.body.starts_with(b"{\"errors\"") && !answer.body.starts_with(b"{\"data\":null")
    }
}

/// Several pages by turns; at least one.
pub(crate) struct Pages(pub(crate) Vec<Page>);

impl Shots for Pages {
    fn write(&self, number: u64, out: &mut Vec<u8>) {
        let at = usize::try_from(number).unwrap_or_default() % self.0.len().max(1);
        if let Some(page) = self.0.get(at) {
            page.write(number, out);
        }
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        self.0.first().is_some_and(|page| page.is_good(answer))
    }
}

/// Votes of many people, each with a token, on one idea or on many. Every vote changes something, so that each is a
/// write: who votes on an idea again changes sides.
pub(crate) struct Votes {
    /// Where.
    pub(crate) port: u16,
    /// Whose.
    pub(crate) tokens: Rc<Vec<String>>,
    /// On what.
    pub(crate) ideas: Vec<String>,
}

impl Votes {
    /// The vote number `number` as a request.
    pub(crate) fn request(&self, number: u64) -> String {
        self.headed(number, "")
    }

    /// The same under this line of its head, or none.
    fn headed(&self, number: u64, line: &str) -> String {
        let (people, ideas) = (self.tokens.len().max(1), self.ideas.len().max(1));
        let number = usize::try_from(number).unwrap_or_default();
        let (round, person) = (number / people, number % people);
        // In each round a person votes on the next idea; after all ideas, on the first again.
        let (token, idea) = (self.tokens.get(person), self.ideas.get((person + round) % ideas));
        let choice = if (round / ideas).is_multiple_of(2) { "SUPPORT" } else { "OPPOSE" };
        let body = format!(
            "{{\"query\":\"mutation($i:CastVoteInput!){{castVote(input:$i){{outcome tally{{support oppose version}}}}}}\",\
             \"variables\":{{\"i\":{{\"ideaId\":\"{}\",\"choice\":\"{choice}\"}}}}}}",
            idea.map(String::as_str).unwrap_or_default()
        );
        headed(self.port, token.map(String::as_str).unwrap_or_default(), line, &body)
    }
}

impl Shots for Votes {
    fn write(&self, number: u64, out: &mut Vec<u8>) {
        out.extend_from_slice(self.request(number).as_bytes());
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        answer.status == 200 && has(answer.body, b"\"outcome\":\"COUNTED\"")
    }
}

/// The same votes, each under a key of its own, as a client sends them that may have to send one again.
pub(crate) struct Keyed(pub(crate) Votes);

impl Shots for Keyed {
    fn write(&self, number: u64, out: &mut Vec<u8>) {
        // As long as the UUIDs that clients choose. Another turn's key would bring another turn's answer, so it is the
        // number that goes on.
        let key = format!("Idempotency-Key: 9a1c2f60-5b7e-4d38-8e4f-{number:012x}\r\n");
        out.extend_from_slice(self.0.headed(number, &key).as_bytes());
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        self.0.is_good(answer)
    }
}

/// Comments of many people under many ideas.
pub(crate) struct Comments {
    /// Where.
    pub(crate) port: u16,
    /// Whose.
    pub(crate) tokens: Rc<Vec<String>>,
    /// Under what.
    pub(crate) ideas: Vec<String>,
}

impl Shots for Comments {
    fn write(&self, number: u64, out: &mut Vec<u8>) {
        let at = usize::try_from(number).unwrap_or_default();
        let token = self.tokens.get(at % self.tokens.len().max(1)).map(String::as_str).unwrap_or_default();
        let idea = self.ideas.get(at * 7 % self.ideas.len().max(1)).map(String::as_str).unwrap_or_default();
        let body = format!(
            "{{\"query\":\"mutation($i:PostCommentInput!){{postComment(input:$i){{outcome comment{{id}}}}}}\",\
             \"variables\":{{\"i\":{{\"ideaId\":\"{idea}\",\"stance\":\"FOR\",\"body\":\"I walk there **every day**, and it \
             has been like that for years. Note {number}.\"}}}}}}"
        );
        out.extend_from_slice(post(self.port, token, &body).as_bytes());
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        answer.status == 200 && has(answer.body, b"\"outcome\":\"POSTED\"")
    }
}

/// A request to the API, with or without a token.
pub(crate) fn post(port: u16, token: &str, body: &str) -> String {
    headed(port, token, "", body)
}

/// The same under one more line of its head, or none.
fn headed(port: u16, token: &str, line: &str, body: &str) -> String {
    let bearer = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    format!(
        "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{bearer}{line}Content-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn has(body: &[u8], words: &[u8]) -> bool {
    body.windows(words.len()).any(|part| part == words)
}
