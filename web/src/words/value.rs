//! What a message may be told: names, and numbers of any size. A template hands over references, so both do.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentType;

use super::{Html, Said};

/// Something that a message shows, or chooses its form by.
pub(crate) trait Value<'a> {
    /// As Fluent takes it.
    fn value(self) -> FluentValue<'a>;
}

impl<'a> Value<'a> for &'a str {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl<'a> Value<'a> for &'a &str {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl<'a> Value<'a> for &'a &&str {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl<'a> Value<'a> for &'a String {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl<'a> Value<'a> for &'a &String {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl<'a> Value<'a> for String {
    fn value(self) -> FluentValue<'a> {
        FluentValue::String(Cow::Owned(self))
    }
}

impl<'a> Value<'a> for Said<'_> {
    fn value(self) -> FluentValue<'a> {
        self.to_string().value()
    }
}

impl<'a> Value<'a> for &Said<'_> {
    fn value(self) -> FluentValue<'a> {
        self.to_string().value()
    }
}

/// HTML of ours inside a message. Only [`Said::html`] may take it: a message said as text would show its marks.
impl<'a> Value<'a> for Html {
    fn value(self) -> FluentValue<'a> {
        FluentValue::Custom(Box::new(self))
    }
}

impl FluentType for Html {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _memo: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(self.to_string())
    }

    fn as_string_threadsafe(&self, _memo: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        Cow::Owned(self.to_string())
    }
}

/// Numbers, by value and by reference.
macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl<'a> Value<'a> for $number {
            fn value(self) -> FluentValue<'a> {
                FluentValue::from(self)
            }
        }

        impl<'a> Value<'a> for &$number {
            fn value(self) -> FluentValue<'a> {
                FluentValue::from(*self)
            }
        }

        impl<'a> Value<'a> for &&$number {
            fn value(self) -> FluentValue<'a> {
                FluentValue::from(**self)
            }
        }
    )+};
}

numbers!(i32, i64, u8, u16, u32, u64, usize);
