//! One language: its file, read once, and how it writes numbers.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/words"]
struct Files;

/// A language's messages.
pub(crate) struct Book {
    /// The language, as `lang` names it: `en`, `cy`.
    pub(super) code: String,
    /// The same as the first segment of a path: `/cy`.
    pub(super) root: String,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Book({})", self.code)
    }
}

impl Book {
    /// A language that says nothing: for a program without files, which no build makes.
    pub(super) fn empty() -> Self {
        Self {
            code: super::ENGLISH.to_owned(),
            root: String::new(),
            bundle: FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]),
        }
    }

    /// Writes a message; `None` when this language has none of that name.
    pub(super) fn write(
        &self,
        to: &mut impl std::fmt::Write,
        id: &str,
        args: &FluentArgs<'_>,
    ) -> Option<std::fmt::Result> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut wrong = Vec::new();
        let done = self.bundle.write_pattern(to, pattern, Some(args), &mut wrong);
        for why in wrong {
            tracing::error!(language = self.code, message = id, cause = %why, "a message can't be said whole");
        }
        Some(done)
    }
}

/// Every embedded language, by its code.
pub(super) fn all() -> Vec<Book> {
    let mut books: Vec<Book> = Files::iter().filter_map(|name| read(&name)).collect();
    books.sort_by(|one, other| one.code.cmp(&other.code));
    books
}

/// A file's messages. A test holds the files; one that can't be read whole still says what it can.
fn read(name: &str) -> Option<Book> {
    let code = name.strip_suffix(".ftl")?;
    let language: LanguageIdentifier = code.parse().ok()?;
    let text = String::from_utf8(Files::get(name)?.data.into_owned()).ok()?;
    let resource = FluentResource::try_new(text).unwrap_or_else(|(readable, _errors)| readable);
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Pages isolate what people wrote with <bdi>; invisible marks in titles and attributes would be copied along.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number));
    bundle.add_resource(resource).err().into_iter().flatten().for_each(|why| {
        tracing::error!(language = code, cause = %why, "a message is there twice");
    });
    Some(Book { code: code.to_owned(), root: format!("/{code}"), bundle })
}

/// Whole numbers as the language writes them: `12,345`.
fn number(value: &FluentValue<'_>, memo: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string();
    let decimal: Decimal = plain.parse().ok()?;
    memo.with_try_get::<Digits, _, _>((), |digits| digits.0.format(&decimal).to_string()).ok()
}

/// How a language writes digits.
struct Digits(DecimalFormatter);

impl Memoizable for Digits {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        // The locale is the whole of the choice; a language that ICU has no data for falls back by its own rules.
        let locale = icu_locale_core::Locale::try_from_str(&language.to_string()).map_err(drop)?;
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default())
            .map(Self)
            .map_err(drop)
    }
}
