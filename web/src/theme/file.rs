//! Files that a theme brings, served as the program's own are: under a name that holds the digest of what is in them.
//! A logo is looked at before it is taken: it must be a picture of a kind that every browser draws, and a small one.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use axum::body::Bytes;
use sha2::{Digest as _, Sha256};

use crate::config::ConfigError;

/// The largest logo, in bytes.
const MOST: u64 = 100 * 1_024;

/// What every PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// One file.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// The last part of its address.
    pub(crate) name: String,
    /// Its media type.
    pub(crate) kind: &'static str,
    /// What is in it.
    pub(crate) bytes: Bytes,
    /// Its size as a manifest says it: `180x60`, or `any` for one that has none.
    pub(crate) sizes: String,
}

impl File {
    pub(super) fn css(stem: &str, text: String) -> Self {
        Self::new(stem, "css", "text/css; charset=utf-8", text.into())
    }

    pub(super) fn svg(stem: &str, text: String) -> Self {
        Self::new(stem, "svg", "image/svg+xml", text.into())
    }

    /// A logo that was uploaded, and looked at then.
    pub(super) fn of_logo(logo: &folkmoot_look::Logo) -> Self {
        let bytes = Bytes::copy_from_slice(&logo.bytes);
        Self { sizes: logo.sizes(), ..Self::new("logo", logo.kind.as_str(), logo.kind.media_type(), bytes) }
    }

    /// The logo at this path.
    pub(super) fn logo(path: &Path) -> Result<Self, ConfigError> {
        let bad = |why: String| ConfigError::bad("theme.logo", format!("{}: {why}", path.display()));
        let mut bytes = Vec::new();
        std::fs::File::open(path)
            .and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes))
            .map_err(|why| bad(format!("can't be read: {why}")))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST {
            return Err(bad("is larger than 100 KB; save a smaller one".to_owned()));
        }
        if bytes.starts_with(PNG) {
            let sizes = png_size(&bytes).ok_or_else(|| bad("is no whole PNG".to_owned()))?;
            return Ok(Self { sizes, ..Self::new("logo", "png", "image/png", bytes.into()) });
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.contains("<svg") => Ok(Self::new("logo", "svg", "image/svg+xml", bytes.into())),
            _ => Err(bad("must be an SVG or a PNG file".to_owned())),
        }
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("/assets/{}", self.name)
    }

    fn new(stem: &str, ending: &str, kind: &'static str, bytes: Bytes) -> Self {
        let digest = Sha256::digest(&bytes).iter().take(6).fold(String::new(), |mut digits, byte| {
            // Writing into a string never fails.
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        Self { name: format!("{stem}-{digest}.{ending}"), kind, bytes, sizes: "any".to_owned() }
    }
}

/// Width and height stand in a PNG's first chunk.
fn png_size(bytes: &[u8]) -> Option<String> {
    let number = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some(format!("{}x{}", number(16)?, number(20)?))
}
