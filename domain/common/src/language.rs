//! Which language somebody wrote in: a short BCP 47 tag, such as `en`, `cy` or `pt-BR`. Pages mark words with it, so that
//! they are read aloud and broken into lines as they should be. It refuses scripts, variants and private tags: nothing
//! here needs them.

use crate::Problem;

/// A language, and its region where that matters: two or three letters, then two letters or three digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Language(String);

impl Language {
    /// Reads a tag in any case.
    ///
    /// # Errors
    /// Says what a tag looks like.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        let (language, region) = raw.split_once('-').map_or((raw, None), |(language, region)| (language, Some(region)));
        let is_language = matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_region = |region: &str| match region.len() {
            2 => region.bytes().all(|byte| byte.is_ascii_alphabetic()),
            3 => region.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        if !is_language || !region.is_none_or(is_region) {
            let words = "Name the language by its short code, such as en or pt-BR.";
            return Err(Problem::new("language", "INVALID", words));
        }
        let mut tag = language.to_ascii_lowercase();
        if let Some(region) = region {
            tag.push('-');
            tag.push_str(&region.to_ascii_uppercase());
        }
        Ok(Self(tag))
    }

    /// A tag that passed the gate when it was stored.
    #[must_use]
    pub fn from_stored(tag: String) -> Self {
        Self(tag)
    }

    /// English, which every site can say.
    #[must_use]
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag without its region.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
