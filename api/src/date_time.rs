//! Instants as API clients read them. Input carries one only to say when something shall begin or end: of when something
//! happened, the server's clock decides.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use folkmoot_common::Timestamp;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// An instant in UTC, as RFC 3339 has it: `2026-11-22T09:30:00Z`, with up to six digits of a second.
pub(crate) struct DateTime(pub(crate) Timestamp);

#[Scalar(name = "DateTime", specified_by_url = "https://scalars.graphql.org/andimarek/date-time")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => match OffsetDateTime::parse(text, &Rfc3339) {
                Ok(at) => Ok(Self(at.into())),
                Err(_not_a_time) => Err(InputValueError::custom("write an instant like 2026-11-22T09:30:00Z")),
            },
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        // Only years beyond 9999 have no RFC 3339 form, and no row gets one.
        self.0.to_utc().format(&Rfc3339).map_or(Value::Null, Value::String)
    }
}

impl From<Timestamp> for DateTime {
    fn from(at: Timestamp) -> Self {
        Self(at)
    }
}

/// A day of the council's calendar, without a clock: `2027-03-14`.
pub(crate) struct Date(pub(crate) folkmoot_replies::Day);

#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => match text.parse() {
                Ok(day) => Ok(Self(day)),
                Err(_not_a_day) => Err(InputValueError::custom("write a day like 2027-03-14")),
            },
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

impl From<folkmoot_replies::Day> for Date {
    fn from(day: folkmoot_replies::Day) -> Self {
        Self(day)
    }
}
