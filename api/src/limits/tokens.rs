//! A query's words, counted before it is parsed: the parser's work and its use of the stack grow with them.

/// The most words and signs of a query.
const MOST: usize = 2_000;
/// The most brackets open at once: the parser goes one call deeper for each.
const DEEPEST: usize = 64;

/// Says why the text is too much to parse.
pub(super) fn check(query: &str) -> Result<(), String> {
    let mut rest = query.as_bytes();
    let (mut count, mut open) = (0_usize, 0_usize);
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            b' ' | b',' | b'\t' | b'\r' | b'\n' => {
                rest = after;
                continue;
            }
            b'#' => {
                rest = after_line(after);
                continue;
            }
            b'"' => after_string(rest),
            b'{' | b'[' | b'(' => {
                open += 1;
                after
            }
            b'}' | b']' | b')' => {
                open = open.saturating_sub(1);
                after
            }
            byte if is_wordy(byte) => after_word(after),
            _ => after,
        };
        count += 1;
        if count > MOST {
            return Err(format!("This query is too long: at most {MOST} words and signs fit. Split it up."));
        }
        if open > DEEPEST {
            return Err(format!("This query nests too deep: at most {DEEPEST} brackets may be open at once."));
        }
    }
    Ok(())
}

fn is_wordy(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'+') || !byte.is_ascii()
}

fn after_word(rest: &[u8]) -> &[u8] {
    let end = rest.iter().position(|byte| !is_wordy(*byte)).unwrap_or(rest.len());
    rest.split_at(end).1
}

fn after_line(rest: &[u8]) -> &[u8] {
    let end = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
    rest.split_at(end).1
}

/// The rest after a string that begins here; nothing when it doesn't end, which the parser will say.
fn after_string(rest: &[u8]) -> &[u8] {
    if let Some(mut inside) = rest.strip_prefix(b"\"\"\"") {
        loop {
            if let Some(after) = inside.strip_prefix(b"\\\"\"\"") {
                inside = after;
            } else if let Some(after) = inside.strip_prefix(b"\"\"\"") {
                return after;
            } else if let Some((_, after)) = inside.split_first() {
                inside = after;
            } else {
                return inside;
            }
        }
    }
    let mut inside = rest.split_first().map_or(rest, |(_, after)| after);
    loop {
        inside = match inside {
            [] => return inside,
            [b'"', after @ ..] => return after,
            [b'\\', _, after @ ..] | [_, after @ ..] => after,
        };
    }
}
