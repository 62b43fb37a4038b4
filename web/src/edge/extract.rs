//! Extractors whose refusals are our own pages: parts of the path, the query, and a form whose token was checked. Handlers
//! use these and never axum's own.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use serde::de::DeserializeOwned;

use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// The field that carries a form's token.
pub(crate) const TOKEN_FIELD: &str = "csrf";

/// Parts of the path; what can't be read names nothing, so it is not found.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(PageError))]
pub struct Path<T>(
    /// The parts.
    pub T,
);

/// The query string.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(PageError))]
pub struct Query<T>(
    /// The fields.
    pub T,
);

/// A form that was posted from a page of ours by the viewer who now asks.
pub struct Checked<T> {
    /// Who sent it.
    pub asking: Asking,
    /// What they sent.
    pub form: T,
}

impl<T: DeserializeOwned> FromRequest<Arc<Site>> for Checked<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, PageError> {
        let (mut parts, body) = request.into_parts();
        let asking = Asking::from_request_parts(&mut parts, site).await?;
        // The edge has bounded the body already.
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .map_err(|_broke_off| PageError::BadRequest("bad-request-broke-off"))?;
        let whole = |bytes| Request::from_parts(parts.clone(), axum::body::Body::from(bytes));

        let axum::Form(fields) = axum::Form::<Vec<(String, String)>>::from_request(whole(bytes.clone()), site).await?;
        let token = fields.iter().find_map(|(name, value)| (name == TOKEN_FIELD).then_some(value.as_str()));
        if !asking.is_own_form(site, token) {
            return Err(PageError::StaleForm);
        }

        let axum::Form(form) = axum::Form::<T>::from_request(whole(bytes), site).await?;
        Ok(Self { asking, form })
    }
}
