//! A letter as HTML: its paragraphs, its quotations, and the addresses on this site as links. It is made of the plain text
//! alone, so that both say the same, and it loads nothing: no picture, no style sheet, nothing that tells who has read it.

use super::page::linked;
use crate::error::escape;

/// What stands round the words.
pub(super) struct Face<'a> {
    /// What the board is called.
    pub(super) site: &'a str,
    /// The only origin whose addresses become links.
    pub(super) origin: &'a str,
    /// The language of the words, where it is known.
    pub(super) language: Option<&'a str>,
    /// What it is about.
    pub(super) subject: &'a str,
}

const BODY: &str = "margin:0;padding:24px 12px;background:#f4f1ea;color:#1f2421;\
     font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SHEET: &str = "max-width:36em;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px";
const NAME: &str = "margin:0 0 24px;font-weight:bold;color:#1c5c46";
const WORDS: &str = "margin:0 0 16px";
const QUOTE: &str = "margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid #c9c2b2";
const FOOT: &str = "margin:24px 0 0;padding:16px 0 0;border-top:1px solid #c9c2b2;font-size:14px;color:#4a524d";

/// The page of a letter, with what stands below it.
pub(super) fn of(face: &Face<'_>, text: &str, foot: &[String]) -> String {
    let language = face.language.map(|code| format!(" lang=\"{}\"", escape(code))).unwrap_or_default();
    let one_line = face.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let (subject, site) = (escape(&one_line), escape(face.site));
    let body: String = paragraphs(text).map(|paragraph| drawn(&paragraph, face.origin)).collect();
    let foot = match foot {
        [] => String::new(),
        lines => format!("<p style=\"{FOOT}\">{}</p>", joined(lines.iter().map(String::as_str), face.origin)),
    };
    format!(
        "<!doctype html>\n<html{language}><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{subject}</title></head>\
         <body style=\"{BODY}\"><div style=\"{SHEET}\"><p style=\"{NAME}\">{site}</p>\n{body}{foot}</div></body></html>\n"
    )
}

/// Lines between empty ones, together.
fn paragraphs(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match all.last_mut() {
            Some(last) if !line.trim().is_empty() => last.push(line),
            _ => all.push(Vec::new()),
        }
    }
    all.into_iter().filter(|lines| !lines.is_empty())
}

fn drawn(lines: &[&str], origin: &str) -> String {
    let quoted: Option<Vec<&str>> =
        lines.iter().map(|line| line.strip_prefix('>').map(|rest| rest.strip_prefix(' ').unwrap_or(rest))).collect();
    match quoted {
        Some(lines) => format!("<blockquote style=\"{QUOTE}\">{}</blockquote>\n", joined(lines.into_iter(), origin)),
        None => format!("<p style=\"{WORDS}\">{}</p>\n", joined(lines.iter().copied(), origin)),
    }
}

fn joined<'a>(lines: impl Iterator<Item = &'a str>, origin: &str) -> String {
    lines.map(|line| linked(line, origin)).collect::<Vec<_>>().join("<br>\n")
}
