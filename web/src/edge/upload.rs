//! A form that brings a file: the same checks as any other form's, over the encoding that carries files, or
//! the plain one, which brings none. The edge has bounded the body already.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts as _, Multipart, Request};
use axum::http::header;

use super::{Asking, TOKEN_FIELD};
use crate::error::PageError;
use crate::site::Site;

/// Fields that a form has at the most.
const MOST_FIELDS: usize = 16;
/// What a form without a file says of itself.
const PLAIN: &[u8] = b"application/x-www-form-urlencoded";

/// A form with a file, from a page of ours.
pub(crate) struct CheckedFile {
    /// Who sent it.
    pub(crate) asking: Asking,
    /// What is in its fields but the files.
    fields: Vec<(String, String)>,
    /// What is in its file; nothing where none was chosen.
    pub(crate) file: Vec<u8>,
}

impl CheckedFile {
    /// What a field holds; nothing where there is none.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

impl FromRequest<Arc<Site>> for CheckedFile {
    type Rejection = PageError;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, PageError> {
        let (mut parts, body) = request.into_parts();
        let asking = Asking::from_request_parts(&mut parts, site).await?;
        let plain = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(PLAIN));
        let request = Request::from_parts(parts, body);
        let (fields, file) = if plain {
            (axum::Form::<Vec<(String, String)>>::from_request(request, site).await?.0, Vec::new())
        } else {
            parted(request, site).await?
        };
        let checked = Self { asking, fields, file };
        let token = Some(checked.field(TOKEN_FIELD)).filter(|token| !token.is_empty());
        if checked.asking.is_own_form(site, token) { Ok(checked) } else { Err(PageError::StaleForm) }
    }
}

/// What is in the parts of a form that may carry a file.
async fn parted(request: Request, site: &Arc<Site>) -> Result<(Vec<(String, String)>, Vec<u8>), PageError> {
    let form = Multipart::from_request(request, site).await;
    let mut form = form.map_err(|_other_encoding| PageError::UnsupportedMedia)?;
    let (mut fields, mut file) = (Vec::new(), Vec::new());
    let broken = || PageError::BadRequest("bad-request-form");
    while let Some(field) = form.next_field().await.map_err(|_broken| broken())? {
        if fields.len() >= MOST_FIELDS {
            return Err(broken());
        }
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_some() {
            file = field.bytes().await.map_err(|_broken| broken())?.to_vec();
        } else {
            fields.push((name, field.text().await.map_err(|_broken| broken())?));
        }
    }
    Ok((fields, file))
}
