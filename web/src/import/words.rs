//! Words of the past, made to fit our gates. Nobody can be asked to type them again, so they are mended, and every
//! mending is told:
//!
//! - characters that can't be shown fall out;
//! - a title is the whole of a short text, or the first words of a longer one; one shorter than five characters, or none,
//!   gets its number before it;
//! - a body longer than fits is cut, and says so with an ellipsis; an empty one says that the source is empty.

use folkmoot_ideas::{IdeaText, Title};
use folkmoot_text::{Markdown, one_line, printable, shorten};

#[cfg(test)]
mod tests;

/// The most characters of a title that came with an import: a sentence that was said whole isn't cut to what people may
/// type today. It is as much as a statement in Polis may have.
const WHOLE: usize = 140;

/// What stands for a text that is empty in the source.
pub(super) const EMPTY: &str = "(The text is empty in the source.)";

/// A title and a body that fit, and what was mended.
pub(super) struct Fitted {
    /// One line.
    pub(super) title: Title,
    /// The whole text.
    pub(super) body: Markdown,
    /// What was mended, in plain words.
    pub(super) mended: Vec<&'static str>,
}

/// Makes an idea's words from a line (or the text itself) and a text. `name` stands for what has no words of its own,
/// such as “Comment 12”.
pub(super) fn idea(line: &str, text: &str, name: &str) -> Fitted {
    let mut mended = Vec::new();
    let (body, body_mended) = body(text, IdeaText::MOST);
    let clean = printable(line);
    let whole = one_line(&clean, Title::MOST..=WHOLE).map(Title::from_stored).ok();
    let title = whole.map_or_else(|| Title::parse(&shorten(&clean, Title::MOST)), Ok).or_else(|_refused| {
        mended.push("The title has its number before it, because its words alone are too few to be one.");
        Title::parse(&shorten(&format!("{name}: {}", clean.trim()), Title::MOST))
    });
    // Only a text of nothing but marks gets here.
    let title = title.unwrap_or_else(|_refused| Title::from_stored(name.to_owned()));
    let title = if clean.trim().is_empty() { Title::from_stored(name.to_owned()) } else { title };
    mended.extend(body_mended);
    Fitted { title, body, mended }
}

/// Makes a body of at most `most` characters, and says what was mended if anything was.
pub(super) fn body(text: &str, most: usize) -> (Markdown, Option<&'static str>) {
    if let Ok(body) = Markdown::parse(text, most) {
        return (body, None);
    }
    let clean = printable(text);
    if clean.trim().is_empty() {
        return (Markdown::from_stored(EMPTY.to_owned()), Some("The text is empty; the page says so."));
    }
    match Markdown::parse(&clean, most) {
        Ok(body) => (body, Some("Characters that can’t be shown were left out.")),
        Err(_too_long) => {
            (Markdown::from_stored(shorten(&clean, most)), Some("The text is longer than fits and was cut."))
        }
    }
}
