//! A logo as a script sends it: a picture in base64. Which pictures are taken is the domain's to say; here only what isn't
//! base64 is refused.

use async_graphql::InputObject;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folkmoot_common::Problem;
use folkmoot_look::Logo;

/// A logo to wear.
#[derive(InputObject)]
pub(crate) struct SetLogoInput {
    /// The version that you saw; when it stands no more, nothing is changed.
    pub(super) version: i32,
    /// The picture, an SVG or a PNG of at most 100 KB, as standard base64 with its padding; lines may be broken. The largest
    /// has 137 KB so, and a request may have 640 KB: where a site allows less than the picture needs
    /// (`limits.graphql_bytes`), the request is refused as too large.
    logo: String,
}

impl SetLogoInput {
    /// The picture, once it has passed.
    pub(super) fn read(&self) -> Result<Logo, Problem> {
        // What writes base64 likes to break its lines.
        let whole: String = self.logo.split_ascii_whitespace().collect();
        let bytes = STANDARD.decode(whole).map_err(|_other_signs| {
            let words = "The picture can’t be read as base64. Encode the whole file, and send nothing else.";
            Problem::new("logo", "NOT_BASE64", words)
        })?;
        Logo::parse(bytes)
    }
}

/// A logo to take off.
#[derive(InputObject)]
pub(crate) struct RemoveLogoInput {
    /// The version that you saw; when it stands no more, nothing is changed.
    pub(super) version: i32,
}
