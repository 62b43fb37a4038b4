//! What becomes of a council's accent: the shades that the pages are drawn with, in light and in dark, each with the
//! contrast that the words on it or in it need. Which grounds there are is said here a second time, after
//! the style sheet of the pages; a test there holds the two together.

use crate::Colour;

/// What words need against what they stand on (WCAG 2.2, 1.4.3).
pub const ENOUGH: f64 = 4.5;
/// What whoever asks for more contrast gets (1.4.6).
const MORE: f64 = 7.0;

/// What pages of one mode stand on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds {
    /// The page.
    pub paper: Colour,
    /// Cards, boxes, the header.
    pub ground: Colour,
    /// The footer and quiet places.
    pub soft: Colour,
    /// What a colour is mixed with to stand out more.
    away: Colour,
    /// Whoever asks for more contrast reads on this.
    bare: Colour,
    /// Words on the page.
    pub ink: Colour,
}

impl Grounds {
    /// How well an accent stands out from the page, as people read it: rounded down, as [`TooClose::shown`] is.
    #[must_use]
    pub fn contrast(&self, accent: Colour) -> f64 {
        rounded(accent.contrast(self.paper))
    }
}

/// Light pages.
pub const LIGHT: Grounds = Grounds {
    paper: Colour::new(0xfa_f6_ee),
    ground: Colour::new(0xff_fd_f9),
    soft: Colour::new(0xf3_ec_df),
    away: Colour::BLACK,
    bare: Colour::WHITE,
    ink: Colour::new(0x25_21_1c),
};

/// Dark pages.
pub const DARK: Grounds = Grounds {
    paper: Colour::new(0x16_14_11),
    ground: Colour::new(0x1f_1c_18),
    soft: Colour::new(0x2a_26_20),
    away: Colour::WHITE,
    bare: Colour::BLACK,
    ink: Colour::new(0xf2_ec_e1),
};

/// An accent and its family.
#[derive(Debug, Clone, Copy)]
pub struct Shades {
    /// The accent itself.
    pub accent: Colour,
    /// Where it must stand out.
    pub strong: Colour,
    /// What it stands on quietly.
    pub soft: Colour,
    /// Words on it.
    pub on_accent: Colour,
    /// Links.
    pub link: Colour,
    /// Links under a pointer.
    pub link_hover: Colour,
    /// For whoever asks for more contrast.
    pub more: Colour,
}

/// A pair of colours that can't be told apart well enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TooClose {
    /// What the accent meets.
    pub place: Place,
    /// That place's colour.
    pub colour: Colour,
    /// How well they can be told apart.
    pub contrast: f64,
    /// A shade near it that will do.
    pub near: Colour,
}

impl TooClose {
    /// The contrast as people read it: rounded down, so that nobody reads "4.5 is too little, 4.5 is needed".
    #[must_use]
    pub fn shown(&self) -> f64 {
        rounded(self.contrast)
    }
}

fn rounded(contrast: f64) -> f64 {
    (contrast * 100.0).floor() / 100.0
}

/// What an accent meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The page.
    Page,
    /// Boxes and the header.
    Boxes,
    /// The words on it.
    Words,
}

impl Place {
    /// In English, for configurations and scripts.
    #[must_use]
    pub const fn in_english(self) -> &'static str {
        match self {
            Self::Page => "the page",
            Self::Boxes => "boxes and the header",
            Self::Words => "the words on it",
        }
    }

    /// The word by which pages name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Boxes => "boxes",
            Self::Words => "words",
        }
    }
}

impl Shades {
    /// The family of an accent on these grounds, when words in it, and words on it, can be read.
    ///
    /// # Errors
    /// What it can't be told apart from, and a shade near it that can.
    pub fn of(accent: Colour, on: &Grounds) -> Result<Self, TooClose> {
        if let Some((place, colour)) = clash(accent, on) {
            let near = until(accent, on.away, |near| clash(near, on).is_none());
            return Err(TooClose { place, colour, contrast: accent.contrast(colour), near });
        }
        // Links also stand in the footer, whose ground is the nearest to them.
        let link = until(accent, on.away, |link| link.contrast(on.soft) >= ENOUGH);
        Ok(Self {
            accent,
            strong: accent.mixed(on.away, 36),
            soft: until(accent.mixed(on.ground, 86), on.ground, |soft| accent.contrast(soft) >= ENOUGH),
            on_accent: on_accent(accent, on),
            link,
            link_hover: link.mixed(on.away, 40),
            more: until(accent, on.away, |more| more.contrast(on.bare) >= MORE),
        })
    }

    /// As custom properties.
    #[must_use]
    pub fn css(&self) -> String {
        let Self { accent, strong, soft, on_accent, link, link_hover, .. } = self;
        format!(
            "--fm-accent:{accent};--fm-accent-strong:{strong};--fm-on-accent:{on_accent};--fm-accent-soft:{soft};\
             --fm-link:{link};--fm-link-hover:{link_hover}"
        )
    }
}

/// Light pages have light words on the accent, dark pages have nearly black ones with a touch of it.
fn on_accent(accent: Colour, on: &Grounds) -> Colour {
    if on.away == Colour::BLACK { on.ground } else { accent.mixed(Colour::BLACK, 86) }
}

/// What an accent can't be told apart from.
fn clash(accent: Colour, on: &Grounds) -> Option<(Place, Colour)> {
    let words = on_accent(accent, on);
    let places = [(Place::Page, on.paper), (Place::Boxes, on.ground), (Place::Words, words)];
    places.into_iter().find(|(_, colour)| accent.contrast(*colour) < ENOUGH)
}

/// The colour itself, or the first step on its way to another that will do.
fn until(colour: Colour, other: Colour, will_do: impl Fn(Colour) -> bool) -> Colour {
    let steps = (0..=100).step_by(4).map(|percent| colour.mixed(other, percent));
    steps.into_iter().find(|mixed| will_do(*mixed)).unwrap_or(other)
}
