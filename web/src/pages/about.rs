//! The pages that explain: what this is, how it counts, what it stores, how it treats people.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::frame::{Frame, page};
use crate::edge::Asking;
use crate::error::PageError;
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

explaining!(
    /// `GET /about`
    about, About, "about.html", "about"
);
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
