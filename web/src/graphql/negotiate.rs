//! What the client reads: the `Accept` header against the two media types of GraphQL over HTTP.

use axum::http::{HeaderMap, header};

/// How an answer is labelled. The older label hides request errors behind a 200, as old clients expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `application/json`
    Json,
    /// `application/graphql-response+json`
    GraphqlResponse,
}

impl Kind {
    /// What the client wants most of what we have; nothing when it reads neither. Without a word, or with a wildcard, it
    /// gets plain JSON.
    pub(super) fn wanted(headers: &HeaderMap) -> Option<Self> {
        let accepted = ranges(headers);
        if accepted.is_empty() {
            return Some(Self::Json);
        }
        let weigh = |kind: Self| weight(&accepted, "application", kind.subtype());
        match (weigh(Self::Json), weigh(Self::GraphqlResponse)) {
            (0, 0) => None,
            // Equal wishes: whichever the client named, the newer one first.
            (json, newer) if newer > json || (newer == json && names_newer(&accepted)) => Some(Self::GraphqlResponse),
            _ => Some(Self::Json),
        }
    }

    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }

    const fn subtype(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::GraphqlResponse => "graphql-response+json",
        }
    }
}

/// Whether the client is a browser that shows pages: it names HTML.
pub(super) fn reads_html(headers: &HeaderMap) -> bool {
    ranges(headers).iter().any(|range| range.kind == "text" && range.subtype == "html" && range.weight > 0)
}

/// One media range and its weight in thousandths.
struct Range {
    kind: String,
    subtype: String,
    weight: u16,
}

fn ranges(headers: &HeaderMap) -> Vec<Range> {
    let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).filter_map(range).collect()
}

fn range(text: &str) -> Option<Range> {
    let mut parts = text.split(';').map(str::trim);
    let (kind, subtype) = parts.next()?.split_once('/')?;
    let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    Some(Range { kind: kind.to_ascii_lowercase(), subtype: subtype.to_ascii_lowercase(), weight: thousandths(quality) })
}

/// `0.8` as 800; what can't be read counts in full.
fn thousandths(quality: Option<&str>) -> u16 {
    let number: f32 = quality.and_then(|text| text.parse().ok()).unwrap_or(1.0);
    [1_000, 900, 800, 700, 600, 500, 400, 300, 200, 100, 1]
        .into_iter()
        .find(|step| number * 1_000.0 >= f32::from(*step) - 0.5)
        .unwrap_or(0)
}

/// The weight of the range that names the type most closely.
fn weight(ranges: &[Range], kind: &str, subtype: &str) -> u16 {
    let closeness = |range: &Range| match (range.kind.as_str(), range.subtype.as_str()) {
        (k, s) if k == kind && s == subtype => Some(2),
        (k, "*") if k == kind => Some(1),
        ("*", "*") => Some(0),
        _ => None,
    };
    let fitting = ranges.iter().filter_map(|range| Some((closeness(range)?, range.weight)));
    fitting.max().map_or(0, |(_, weight)| weight)
}

fn names_newer(ranges: &[Range]) -> bool {
    ranges.iter().any(|range| range.subtype == Kind::GraphqlResponse.subtype())
}

#[cfg(test)]
mod tests;
