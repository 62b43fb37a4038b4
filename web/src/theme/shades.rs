//! What becomes of a council's accent: the shades that the pages are drawn with, in light and in dark, each with the
//! contrast that the words on it or in it need. Which grounds there are is said here a second time, after
//! `assets/styles/_tokens.scss`; a test holds the two together.

use super::colour::Colour;

/// What words need against what they stand on (WCAG 2.2, 1.4.3).
pub(super) const ENOUGH: f64 = 4.5;
/// What whoever asks for more contrast gets (1.4.6).
const MORE: f64 = 7.0;

/// What pages of one mode stand on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grounds {
    /// The page.
    pub(super) paper: Colour,
    /// Cards, boxes, the header.
    pub(super) ground: Colour,
    /// The footer and quiet places.
    pub(super) soft: Colour,
    /// What a colour is mixed with to stand out more.
    away: Colour,
    /// Whoever asks for more contrast reads on this.
    bare: Colour,
}

pub(super) const LIGHT: Grounds = Grounds {
    paper: Colour::new(0xfa_f6_ee),
    ground: Colour::new(0xff_fd_f9),
    soft: Colour::new(0xf3_ec_df),
    away: Colour::BLACK,
    bare: Colour::WHITE,
};

pub(super) const DARK: Grounds = Grounds {
    paper: Colour::new(0x16_14_11),
    ground: Colour::new(0x1f_1c_18),
    soft: Colour::new(0x2a_26_20),
    away: Colour::WHITE,
    bare: Colour::BLACK,
};

/// An accent and its family.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shades {
    pub(super) accent: Colour,
    strong: Colour,
    pub(super) soft: Colour,
    pub(super) on_accent: Colour,
    pub(super) link: Colour,
    link_hover: Colour,
    /// For whoever asks for more contrast.
    pub(super) more: Colour,
}

/// A pair of colours that can't be told apart well enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TooClose {
    /// What the accent meets.
    pub(super) place: &'static str,
    /// That place's colour.
    pub(super) colour: Colour,
    /// How well they can be told apart.
    pub(super) contrast: f64,
}

impl Shades {
    /// The family of an accent on these grounds, when words in it, and words on it, can be read.
    pub(super) fn of(accent: Colour, on: &Grounds) -> Result<Self, TooClose> {
        // Light pages have light words on the accent, dark pages have nearly black ones with a touch of it.
        let on_accent = if on.away == Colour::BLACK { on.ground } else { accent.mixed(Colour::BLACK, 86) };
        let places = [("the page", on.paper), ("boxes and the header", on.ground), ("the words on it", on_accent)];
        for (place, colour) in places {
            let contrast = accent.contrast(colour);
            if contrast < ENOUGH {
                return Err(TooClose { place, colour, contrast });
            }
        }
        // Links also stand in the footer, whose ground is the nearest to them.
        let link = until(accent, on.away, |link| link.contrast(on.soft) >= ENOUGH);
        Ok(Self {
            accent,
            strong: accent.mixed(on.away, 36),
            soft: until(accent.mixed(on.ground, 86), on.ground, |soft| accent.contrast(soft) >= ENOUGH),
            on_accent,
            link,
            link_hover: link.mixed(on.away, 40),
            more: until(accent, on.away, |more| more.contrast(on.bare) >= MORE),
        })
    }

    /// As custom properties.
    pub(super) fn css(&self) -> String {
        let Self { accent, strong, soft, on_accent, link, link_hover, .. } = self;
        format!(
            "--fm-accent:{accent};--fm-accent-strong:{strong};--fm-on-accent:{on_accent};--fm-accent-soft:{soft};\
             --fm-link:{link};--fm-link-hover:{link_hover}"
        )
    }
}

/// The colour itself, or the first step on its way to another that will do.
fn until(colour: Colour, other: Colour, will_do: impl Fn(Colour) -> bool) -> Colour {
    let steps = (0..=100).step_by(4).map(|percent| colour.mixed(other, percent));
    steps.into_iter().find(|mixed| will_do(*mixed)).unwrap_or(other)
}
