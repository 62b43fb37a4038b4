//! Where links may lead, and whether what they show is where they lead.
//!
//! An address needs a scheme of the list and carries no name or password before its host: such addresses serve to
//! deceive. A bare address in a text becomes a link when it is http or https.

use std::ops::Range;

use unicode_security::MixedScript as _;
use unicode_security::confusable_detection::skeleton;
use url::Url;

/// Schemes that a link may have.
pub(crate) const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The longest address that becomes a link, in bytes.
const LONGEST: usize = 2_000;

/// An address that a link may lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// The address, normalised: ASCII only.
    pub(crate) href: String,
    /// Its host, in ASCII, when it is a web address.
    pub(crate) host: Option<String>,
}

/// The address as a target, or nothing when no link may lead there.
pub(crate) fn target(address: &str) -> Option<Target> {
    let address = address.trim();
    if address.len() > LONGEST {
        return None;
    }
    let url = Url::parse(address).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    if !SCHEMES.contains(&url.scheme()) || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let host = if is_web { Some(url.host_str().filter(|host| host.contains(['.', ':']))?.to_owned()) } else { None };
    Some(Target { href: url.into(), host })
}

/// What a reader should be told beside the link, when its words name another host than the one it leads to, or a host
/// in letters that pass for latin ones.
pub(crate) fn correction<'t>(words: &str, target: &'t Target) -> Option<&'t str> {
    let real = target.host.as_deref()?;
    let mut claimed = words.split_whitespace().filter_map(claimed_host);
    claimed.any(|host| !leads_as_read(host, real)).then_some(real)
}

fn leads_as_read(read: &str, real: &str) -> bool {
    let ascii = read.is_ascii();
    let plain = |host: &str| host.trim_start_matches("www.").to_owned();
    let same = if ascii {
        plain(&read.to_ascii_lowercase()) == plain(real)
    } else {
        target(&format!("https://{read}/")).and_then(|t| t.host).is_some_and(|host| plain(&host) == plain(real))
    };
    same && (ascii || read.split('.').all(is_honest_label))
}

/// Letters of one script, and not all of them twins of latin letters.
fn is_honest_label(label: &str) -> bool {
    label.is_ascii() || (label.is_single_script() && !skeleton(&label.to_lowercase()).all(|c| c.is_ascii()))
}

/// The host that a word reads like: `council.example`, `https://council.example/plan`.
fn claimed_host(word: &str) -> Option<&str> {
    let after_scheme = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#', ':']).next()?;
    let host = host.trim_matches(|c: char| !c.is_alphanumeric());
    let (_, top) = host.rsplit_once('.')?;
    let reads_like_host = top.chars().count() >= 2
        && top.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !top.chars().all(char::is_numeric)
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '@'));
    reads_like_host.then_some(host)
}

/// The next bare web address in a text at or after `from`: where it stands and where it leads.
pub(crate) fn next_bare(text: &str, from: usize) -> Option<(Range<usize>, Target)> {
    let mut at = from;
    while let Some(rest) = text.get(at..) {
        let colon = at + rest.find("://")?;
        let Some(start) = scheme_start(text, at, colon) else {
            at = colon + 3;
            continue;
        };
        let end = address_end(text, start);
        let found = text.get(start..end).filter(|address| end > colon + 3 && address.len() <= LONGEST).and_then(target);
        if let Some(target) = found {
            return Some((start..end, target));
        }
        // The whole word is passed over: looking into it again would take square time.
        at = end.max(colon + 3);
    }
    None
}

/// Where `http` or `https` begins before the colon, unless a letter or digit stands right before it.
fn scheme_start(text: &str, from: usize, colon: usize) -> Option<usize> {
    let before = text.get(from..colon)?;
    let start = ["https", "http"].iter().find_map(|scheme| {
        let start = before.len().checked_sub(scheme.len())?;
        before.get(start..)?.eq_ignore_ascii_case(scheme).then_some(start)
    })?;
    let joined = before.get(..start)?.chars().next_back().is_some_and(char::is_alphanumeric);
    (!joined).then_some(from + start)
}

/// Where an address ends: at white space, quotes and brackets that no address holds, without the sentence's own marks.
fn address_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let stops = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '`' | '|' | '{' | '}' | '\\' | '^' | '«' | '»' | '‹' | '›')
            || matches!(c, '\u{2010}'..='\u{201F}' | '\u{3000}'..='\u{301F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
    };
    let word = rest.split(stops).next().unwrap_or_default();
    let count = |c: u8| word.bytes().filter(|b| *b == c).count();
    let mut surplus_round = count(b')').saturating_sub(count(b'('));
    let mut surplus_square = count(b']').saturating_sub(count(b'['));
    let mut end = word.len();
    for (at, last) in word.char_indices().rev() {
        let drops = match last {
            ')' if surplus_round > 0 => {
                surplus_round -= 1;
                true
            }
            ']' if surplus_square > 0 => {
                surplus_square -= 1;
                true
            }
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' => true,
            _ => false,
        };
        if !drops {
            break;
        }
        end = at;
    }
    start + end
}

#[cfg(test)]
mod tests;
