//! Lists for a spreadsheet: CSV with a line of names on top, times as RFC 3339 says, the same in every language.
//!
//! It refuses to hand a spreadsheet a formula: what people wrote is text, whatever sign it begins with.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use crate::error::PageError;

/// A file of these lines, the names first.
pub(crate) fn file<const N: usize>(
    name: &str,
    lines: impl Iterator<Item = [String; N]>,
) -> Result<Response, PageError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        writer.write_record(&line).map_err(|why| PageError::internal(&why))?;
    }
    let bytes = writer.into_inner().map_err(|why| PageError::internal(why.error()))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// Something that people wrote: a sign that begins a formula is led by an apostrophe.
pub(crate) fn text(written: &str) -> String {
    let begins = written.trim_start().chars().next().is_some_and(|first| "=+-@".contains(first));
    let controls = written.starts_with(['\t', '\r', '\n']);
    if begins || controls { format!("'{written}") } else { written.to_owned() }
}

#[cfg(test)]
mod tests;
