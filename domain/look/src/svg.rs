//! Whether an SVG is a drawing and nothing else. It is read tag by tag, and only what is known to be harmless passes: a list
//! of what to refuse would always be one trick behind. Nothing is mended: what doesn't pass is refused, so that what is
//! served is what was sent.

/// Elements that draw, or say what is drawn.
const ELEMENTS: [&str; 24] = [
    "svg",
    "g",
    "path",
    "circle",
    "ellipse",
    "rect",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "defs",
    "use",
    "symbol",
    "title",
    "desc",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "marker",
    "style",
];

/// How often a drawing may use a part of itself again: parts that use parts multiply, and a browser draws them all.
const MOST_USES: usize = 12;

/// Whether it says that it is an SVG at all.
pub(crate) fn is_svg(text: &str) -> bool {
    text.contains("<svg")
}

/// Whether it is well formed, and holds nothing but a drawing.
pub(crate) fn is_plain(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    if let Some(declared) = rest.strip_prefix("<?xml ") {
        let Some((declared, after)) = declared.split_once("?>") else { return false };
        if !is_unicode(declared) {
            return false;
        }
        rest = after;
    }
    if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return false;
    }
    let (mut open, mut roots, mut uses) = (Vec::new(), 0_u32, 0_usize);
    while let Some((before, tag)) = rest.split_once('<') {
        if !says_only(before, &open) {
            return false;
        }
        if let Some(comment) = tag.strip_prefix("!--") {
            let Some((_, after)) = comment.split_once("-->") else { return false };
            rest = after;
            continue;
        }
        let Some((tag, after)) = cut(tag) else { return false };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name.trim_end()) {
                return false;
            }
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let Some(name) = element(tag) else { return false };
        uses += usize::from(name == "use");
        if uses > MOST_USES {
            return false;
        }
        if open.is_empty() {
            roots += 1;
            if name != "svg" {
                return false;
            }
        }
        if !closed {
            open.push(name);
        }
    }
    open.is_empty() && roots == 1 && rest.trim().is_empty()
}

/// Whether a declaration names no encoding but the one that we read: in another one tags may begin elsewhere.
fn is_unicode(declared: &str) -> bool {
    let lower = declared.to_ascii_lowercase();
    !lower.contains("encoding") || lower.contains("\"utf-8\"") || lower.contains("'utf-8'")
}

/// What stands between tags: words, and rules of style that fetch nothing.
fn says_only(between: &str, open: &[&str]) -> bool {
    match open.last() {
        None => between.trim().is_empty(),
        Some(&"style") => is_still(between) && !between.contains('@') && !between.contains('&'),
        Some(_) => true,
    }
}

/// A tag up to its end, which doesn't stand in quotes.
fn cut(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((text.get(..at)?, text.get(at + 1..)?)),
            (None, '"' | '\'') => quote = Some(c),
            (None, '<') => return None,
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The name of a tag that is known, and whose attributes do nothing.
fn element(tag: &str) -> Option<&str> {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    if !ELEMENTS.contains(&name) {
        return None;
    }
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Some(name);
        }
        let (attribute, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, left) = after.get(1..)?.split_once(quote)?;
        if !is_harmless(attribute.trim_end(), value) {
            return None;
        }
        rest = left;
    }
}

fn is_harmless(name: &str, value: &str) -> bool {
    let spelt = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_'));
    let lower = name.to_ascii_lowercase();
    let acts = lower.starts_with("on");
    let leads = lower == "href" || lower.ends_with(":href") || lower == "src" || lower == "xml:base";
    // A reference may spell what it hides: links and styles need none, and nothing needs one by number.
    let spelt_out = !value.contains("&#") && (!value.contains('&') || !(leads || lower == "style"));
    spelt && !acts && spelt_out && is_still(value) && (!leads || value.starts_with('#'))
}

/// Whether a value fetches nothing and runs nothing: `url(` leads to a part of the same drawing.
fn is_still(value: &str) -> bool {
    let plain: String = value.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let leads_home = plain.split("url(").skip(1).all(|after| after.trim_start_matches(['"', '\'']).starts_with('#'));
    const FETCH_OR_RUN: [&str; 6] = ["javascript:", "expression(", "\\", "image-set(", "image(", "src("];
    leads_home && !FETCH_OR_RUN.iter().any(|word| plain.contains(word))
}
