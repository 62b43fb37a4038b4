//! A body that was posted, read as one operation. Each part that has the wrong form is named, because a script's
//! author reads the answer. It refuses variables that would fill the memory once they stand wherever they are named.

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

/// What variables may come to in memory, in bytes, if each place that names one copies all of them: the library copies a
/// variable for every place that it stands in, more than once.
const LARGEST: usize = 32 << 20;
/// What a value takes beside its text, about.
const VALUE: usize = 32;

/// About how many bytes a value takes. It can't be nested deeper than whoever read it allows.
fn weight(value: &Value) -> usize {
    VALUE
        + match value {
            Value::String(text) => text.len(),
            Value::Array(all) => all.iter().map(weight).sum(),
            Value::Object(all) => all.iter().map(|(name, value)| name.len() + weight(value)).sum(),
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        }
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
        Some(variables @ Value::Object(_)) => {
            let uses = query.bytes().filter(|byte| *byte == b'$').count();
            if weight(&variables).saturating_mul(uses) > LARGEST {
                return Err(Refusal::bad(
                    "variables: they are too large to stand in so many places. Send less at a time.",
                ));
            }
            Variables::from_json(variables)
        }
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
