//! Links from people whom nobody knows yet: what most advertisers come for. Whatever reads as a web address counts, with
//! `http` or without. Mail addresses don't (they are personal data), nor do links to the council's own hosts.
//!
//! Nothing is fetched or resolved, and what an address is good for isn't judged.

use folkmoot_common::{Standing, Written};

#[cfg(test)]
mod tests;

/// The ends of hosts that are no English or Welsh words: `example.com` is an address wherever it stands.
const PLAIN_ENDS: &[&str] = &[
    "app", "biz", "blog", "cloud", "cn", "co", "com", "cymru", "de", "dev", "edu", "es", "eu", "fr", "gl", "gov", "ie",
    "info", "io", "london", "ly", "net", "nl", "online", "org", "pl", "ru", "scot", "site", "store", "tk", "tv", "uk",
    "wales", "website", "xyz",
];

/// The most addresses that are named.
const NAMED: usize = 3;

/// The addresses in a text, as written, when its author is new. Somebody suspended is as good as new.
pub(crate) fn found(written: &Written<'_>, standing: Standing, own_hosts: &[String]) -> Option<String> {
    match standing {
        Standing::New | Standing::Suspended(_) => {}
        Standing::Known | Standing::Trusted => return None,
    }
    let texts = [written.title.unwrap_or_default(), written.body];
    let words = texts.iter().flat_map(|text| text.split(parts_addresses));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/'));
    let links: Vec<&str> = words.filter(|word| leads_away(word, own_hosts)).take(NAMED).collect();
    (!links.is_empty()).then(|| links.join(", "))
}

/// A host as it is compared: lower case, without `www.`, a port or a dot at the end.
pub(crate) fn host_name(host: &str) -> String {
    let host = host.trim().to_ascii_lowercase();
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// White space, and marks that stand round an address in a sentence or in Markdown.
fn parts_addresses(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '\'' | '‘' | '’' | ',' | '|')
}

fn leads_away(word: &str, own_hosts: &[String]) -> bool {
    // Most words hold no dot and no colon.
    if word.is_ascii() && !word.contains(['.', ':']) {
        return false;
    }
    let plain = folkmoot_text::plain(word).replace('。', ".");
    let (host, path, is_web) = parts(&plain);
    let reads_as_link = if is_web { !host.is_empty() } else { is_bare_host(host, path) };
    // A host that only looks like our own, in letters of other alphabets, is not.
    reads_as_link && !(word.is_ascii() && is_own(host, own_hosts))
}

/// The host, what stands behind it, and whether `http` or `www.` says that it is one.
fn parts(word: &str) -> (&str, &str, bool) {
    let (scheme, rest) = word.split_once("://").unwrap_or(("", word));
    let rest = if scheme.is_empty() { rest.trim_start_matches('/') } else { rest };
    let (host, path) = rest.find(['/', '?', '#', '\\']).map_or((rest, ""), |at| rest.split_at(at));
    let has_scheme = scheme.ends_with("http") || scheme.ends_with("https");
    let is_web = has_scheme || host.strip_prefix("www.").is_some_and(|rest| !rest.is_empty());
    // With a scheme, what stands before an @ is a name, there to deceive; without, it is a mail address.
    let host = if has_scheme { host.rsplit('@').next().unwrap_or_default() } else { host };
    (host, path, is_web)
}

/// `example.com`, `bit.ly/abc`. A full stop without a space behind it ("the park.It is") doesn't make one, so an end that
/// could be a word counts only before a path.
fn is_bare_host(host: &str, path: &str) -> bool {
    let host = host.split(':').next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-')
    };
    let Some((names, end)) = host.rsplit_once('.') else { return false };
    let is_end = PLAIN_ENDS.contains(&end)
        || (path.len() > 1 && end.len() == 2 && end.bytes().all(|byte| byte.is_ascii_lowercase()));
    // One letter before the dot is an abbreviation ("a.co") more often than a host, unless a path follows.
    // Without any letter it is a time: "9.am/5.pm".
    let is_name = names.contains(char::is_alphabetic) && (path.len() > 1 || names.chars().nth(1).is_some());
    is_end && is_name && names.split('.').all(is_label)
}

fn is_own(host: &str, own_hosts: &[String]) -> bool {
    let host = host_name(host);
    own_hosts
        .iter()
        .filter(|own| !own.is_empty())
        .any(|own| host.strip_suffix(own.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}
