//! A body that was posted, read as one operation. Each part that has the wrong form is named, because a script's
//! author reads the answer.

use async_graphql::{Request, Variables};
use axum::http::{HeaderMap, header};
use serde_json::Value;

use super::answer::Refusal;

/// Only `application/json` in UTF-8, said once. Whatever a plain form can send is refused.
pub(super) fn check_media_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let mut said = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(kind), None) = (said.next(), said.next()) else {
        return Err(Refusal::NOT_JSON);
    };
    let mut parts = kind.to_str().map_err(|_not_text| Refusal::NOT_JSON)?.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    let is_utf8 = parts.all(|parameter| match parameter.split_once('=') {
        Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
            value.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    });
    if is_json && is_utf8 { Ok(()) } else { Err(Refusal::NOT_JSON) }
}

/// Reads a body.
pub(super) fn read(body: &[u8]) -> Result<Request, Refusal> {
    let body = serde_json::from_slice(body).map_err(|_not_json| Refusal::bad("The body can’t be read as JSON."))?;
    from_json(body)
}

/// Reads the operation.
pub(super) fn from_json(body: Value) -> Result<Request, Refusal> {
    let Value::Object(mut fields) = body else {
        return Err(Refusal::bad("Send one operation as a JSON object. Batches are not taken."));
    };

    let query = match fields.remove("query") {
        Some(Value::String(query)) => query,
        _ => return Err(Refusal::bad("query: send the operation as text.")),
    };
    let name = match fields.remove("operationName") {
        None | Some(Value::Null) => None,
        Some(Value::String(name)) => Some(name),
        Some(_) => return Err(Refusal::bad("operationName: send text or nothing.")),
    };
    let variables = match fields.remove("variables") {
        None | Some(Value::Null) => Variables::default(),
        Some(variables @ Value::Object(_)) => Variables::from_json(variables),
        Some(_) => return Err(Refusal::bad("variables: send an object or nothing.")),
    };
    match fields.remove("extensions") {
        None | Some(Value::Null | Value::Object(_)) => {}
        Some(_) => return Err(Refusal::bad("extensions: send an object or nothing.")),
    }

    let request = Request::new(query).variables(variables);
    Ok(match name {
        Some(name) if !name.is_empty() => request.operation_name(name),
        _ => request,
    })
}

#[cfg(test)]
mod tests;
