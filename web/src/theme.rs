//! A council's own look, from `[theme]` in the configuration or set on a page: an accent for light and for dark pages, and
//! a logo. From the accents come all shades that pages use, served as one small style sheet of their own, and only where they differ
//! from the program's. Colours that people couldn't read are refused when the program starts.

mod file;

#[cfg(test)]
mod tests;

use crate::config::{ConfigError, ThemeConfig};
pub(crate) use file::File;
use folkmoot_look::{Colour, DARK, ENOUGH, Grounds, LIGHT, Shades, Worn};

/// The program's own accents, as its style sheet has them.
const ACCENT: Colour = Colour::new(0x1f_5a_4c);
const ACCENT_DARK: Colour = Colour::new(0x86_cc_b5);

/// The mark that stands for the board where no logo does, in the program's own accent.
const MARK: &str = include_str!("../assets/static/icon.svg");

/// What a site wears.
#[derive(Debug, Clone)]
pub(crate) struct Theme {
    /// The accent, for whatever colours itself after the site.
    pub(crate) accent: Colour,
    /// The accent of dark pages.
    dark: Colour,
    /// The council's shades; none when they are the program's.
    pub(crate) style: Option<File>,
    /// The council's logo.
    pub(crate) logo: Option<File>,
    /// The board's mark in the council's accent; none when the accent is the program's.
    mark: Option<File>,
}

/// Refuses colours that are none, and colours that can't be read.
pub(crate) fn check(config: &ThemeConfig) -> Result<(), ConfigError> {
    shades(config).map(|_| ())
}

impl Theme {
    /// What the configuration says, and the logo that it names.
    ///
    /// # Errors
    /// In one line that names the setting.
    pub(crate) fn open(config: &ThemeConfig) -> Result<Self, ConfigError> {
        let (light, dark) = shades(config)?;
        let logo = if config.logo.as_os_str().is_empty() { None } else { Some(File::logo(&config.logo)?) };
        Ok(Self::made(&light, &dark, logo))
    }

    /// What the council set, over the configuration's theme. Colours that were taken before the pages changed their grounds,
    /// and can't be read any more, give way to the configuration's.
    pub(crate) fn of(worn: &Worn, theirs: &Self) -> Self {
        let shades =
            |own: Colour, theirs: Colour, on: &Grounds| Shades::of(own, on).or_else(|_| Shades::of(theirs, on));
        let logo = worn.logo.as_deref().map(File::of_logo).or_else(|| theirs.logo.clone());
        match (shades(worn.accent, theirs.accent, &LIGHT), shades(worn.accent_dark, theirs.dark, &DARK)) {
            (Ok(light), Ok(dark)) => Self::made(&light, &dark, logo),
            // The configuration's were looked at when the program started.
            _ => Self { logo, ..theirs.clone() },
        }
    }

    fn made(light: &Shades, dark: &Shades, logo: Option<File>) -> Self {
        let own = light.accent != ACCENT || dark.accent != ACCENT_DARK;
        let mark = MARK.replace(&ACCENT.to_string(), &light.accent.to_string());
        Self {
            accent: light.accent,
            dark: dark.accent,
            style: own.then(|| File::css("theme", style(light, dark))),
            logo,
            mark: (light.accent != ACCENT).then(|| File::svg("mark", mark)),
        }
    }

    /// Both accents.
    pub(crate) const fn accents(&self) -> (Colour, Colour) {
        (self.accent, self.dark)
    }

    /// The icon of the site, when it isn't the program's own: the logo, or the mark in the council's accent.
    pub(crate) fn icon(&self) -> Option<&File> {
        self.logo.as_ref().or(self.mark.as_ref())
    }

    /// A file of the theme by the last part of its address.
    pub(crate) fn file(&self, name: &str) -> Option<&File> {
        [&self.style, &self.logo, &self.mark].into_iter().flatten().find(|file| file.name == name)
    }

    /// What pages stand on: the colour behind an application that is just opening.
    pub(crate) const fn paper() -> Colour {
        LIGHT.paper
    }

    /// The header's colour in light and in dark: what a browser may draw its own frame in.
    pub(crate) const fn header() -> (Colour, Colour) {
        (LIGHT.ground, DARK.ground)
    }
}

/// Both families of shades, in light and in dark.
fn shades(config: &ThemeConfig) -> Result<(Shades, Shades), ConfigError> {
    let light = family("theme.accent", &config.accent, &LIGHT, "a darker")?;
    let dark = family("theme.accent_dark", &config.accent_dark, &DARK, "a lighter")?;
    Ok((light, dark))
}

fn family(key: &str, text: &str, on: &Grounds, better: &str) -> Result<Shades, ConfigError> {
    let colour = Colour::parse(text)
        .ok_or_else(|| ConfigError::bad(key, format!("must be a colour such as #1f5a4c, not {text:?}")))?;
    Shades::of(colour, on).map_err(|close| {
        let (place, beside, ratio, near) = (close.place.in_english(), close.colour, close.shown(), close.near);
        ConfigError::bad(
            key,
            format!(
                "{colour} can't be read well enough: its contrast with {place} ({beside}) is {ratio}:1, and {ENOUGH}:1 \
                 is needed; choose {better} shade, such as {near}"
            ),
        )
    })
}

fn style(light: &Shades, dark: &Shades) -> String {
    let more = |shades: &Shades| format!("--fm-accent:{0};--fm-link:{0}", shades.more);
    format!(
        ":root{{{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}@media (prefers-contrast:more){{:root{{{}}}}}\
         @media (prefers-contrast:more) and (prefers-color-scheme:dark){{:root{{{}}}}}\n",
        light.css(),
        dark.css(),
        more(light),
        more(dark)
    )
}
