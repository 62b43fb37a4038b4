//! The pages that explain: what this is, how it counts, what it stores, how it treats people.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_text::Markdown;

use super::frame::{Frame, Raw, page};
use crate::edge::Asking;
use crate::error::PageError;
use crate::import::ATTRIBUTION;
use crate::site::Site;

macro_rules! explaining {
    ($(#[$doc:meta])* $handler:ident, $template:ident, $path:literal, $section:literal) => {
        #[derive(Template)]
        #[template(path = $path)]
        struct $template {
            frame: Frame,
        }

        $(#[$doc])*
        pub(crate) async fn $handler(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
            page(&$template { frame: Frame::new(&site, &asking, $section) })
        }
    };
}

#[derive(Template)]
#[template(path = "about.html")]
struct About {
    frame: Frame,
    /// Where a demonstration's content comes from; a council's own site has none to name.
    content: Option<Raw>,
}

/// `GET /about`
pub(crate) async fn about(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    let content = site.config.dev.then(|| Raw(Markdown::from_stored(ATTRIBUTION.to_owned()).to_html()));
    page(&About { frame: Frame::new(&site, &asking, "about"), content })
}

explaining!(
    /// `GET /accessibility`
    accessibility, Accessibility, "accessibility.html", ""
);
explaining!(
    /// `GET /privacy`
    privacy, Privacy, "privacy.html", ""
);
explaining!(
    /// `GET /guidelines`
    guidelines, Guidelines, "guidelines.html", ""
);
explaining!(
    /// `GET /transparency`
    transparency, Transparency, "transparency.html", ""
);
