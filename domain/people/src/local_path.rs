//! Where to go after signing in: a page of ours and nothing else, so that nobody is sent on to another site.

#[cfg(test)]
mod tests;

/// Longer than any address of ours.
const MOST: usize = 2_000;

/// A path on this site, with its query: begins with one `/`, and holds only characters that an address may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// Reads a path; `None` for anything that a browser could take for another site.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        // Only visible ASCII: no line break to split a header, no tab that browsers drop before they read "//".
        let is_plain = raw.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let is_local = raw.starts_with('/') && !raw.contains("//");
        (is_plain && is_local && raw.len() <= MOST).then(|| Self(raw.to_owned()))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
