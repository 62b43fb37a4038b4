//! What depends on the language: how private people are spoken of, and what streets are called.

/// The words of one language, all in lower case.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// Titles before a private person's name. A councillor's or a mayor's isn't one: they act in public.
    pub(super) titles: &'static [&'static str],
    /// Words that end a street's name: 12 Mill *Lane*.
    pub(super) streets_after: &'static [&'static str],
    /// Words that begin one: 12 *Heol* y Felin.
    pub(super) streets_before: &'static [&'static str],
}

const ENGLISH: Known = Known {
    titles: &["mr", "mrs", "ms", "miss", "mx", "messrs"],
    streets_after: &[
        "road", "rd", "street", "st", "lane", "ln", "avenue", "ave", "close", "drive", "crescent", "terrace",
        "gardens", "grove", "court", "way", "place", "square",
    ],
    streets_before: &[],
};

const WELSH: Known = Known {
    titles: &["mr", "mrs", "ms", "miss", "mx", "bnr", "bns"],
    streets_after: &[],
    streets_before: &["heol", "stryd", "ffordd", "lôn", "rhodfa", "maes", "clos", "tan"],
};

const SPANISH: Known =
    Known { titles: &["sr", "sra", "srta", "don", "doña"], streets_after: &[], streets_before: &[] };

const NOTHING: Known = Known { titles: &[], streets_after: &[], streets_before: &[] };

/// What is known of a language.
pub(super) fn of(language: &str) -> Known {
    match language.split('-').next().unwrap_or_default() {
        "en" => ENGLISH,
        "cy" => WELSH,
        "es" => SPANISH,
        _ => NOTHING,
    }
}
