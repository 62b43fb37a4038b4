//! What whoever runs the site typed into the form of its look, once it has passed: names on one line, an address, and two
//! colours in which words can be read.

use folkmoot_common::{Problem, Problems};
use folkmoot_text::{GateError, one_line};

use crate::{Colour, DARK, ENOUGH, Grounds, LIGHT, Shades, TooClose};

/// The form, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookText {
    /// What the board is called.
    pub name: String,
    /// Whose board it is.
    pub council: String,
    /// Where people write when something is wrong.
    pub contact: String,
    /// The accent of light pages.
    pub accent: Colour,
    /// The accent of dark pages.
    pub accent_dark: Colour,
}

impl LookText {
    /// The most characters of the board's name.
    pub const MOST_NAME: usize = 60;
    /// The most characters of the council's.
    pub const MOST_COUNCIL: usize = 100;
    /// The most characters of the address.
    const MOST_CONTACT: usize = 254;

    /// Reads it as typed. `contact` has been looked at by whoever knows what an address is: here it only must be one line.
    ///
    /// # Errors
    /// Names everything that is wrong at once; of a colour, the contrast it has and a shade near it that will do.
    pub fn parse(
        (name, council): (&str, &str),
        contact: &str,
        (accent, accent_dark): (&str, &str),
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.check(line("name", name, Self::MOST_NAME));
        let council = problems.check(line("council", council, Self::MOST_COUNCIL));
        let contact = problems.check(address(contact));
        let accent = problems.check(colour("accent", accent, &LIGHT));
        let accent_dark = problems.check(colour("accent_dark", accent_dark, &DARK));
        match (name, council, contact, accent, accent_dark) {
            (Some(name), Some(council), Some(contact), Some(accent), Some(accent_dark)) => {
                Ok(Self { name, council, contact, accent, accent_dark })
            }
            _ => Err(problems),
        }
    }
}

fn line(field: &'static str, raw: &str, most: usize) -> Result<String, Problem> {
    one_line(raw, 1..=most).map_err(|why| {
        let message = match why {
            GateError::Empty | GateError::TooShort { .. } => "This can’t be empty.".to_owned(),
            GateError::TooLong { most, found } => format!("This has {found} characters and {most} fit. Shorten it."),
            GateError::Unprintable => "This has characters that can’t be shown. Type it again.".to_owned(),
        };
        Problem { numbers: why.numbers(), ..Problem::new(field, why.code(), message).of("words") }
    })
}

fn address(raw: &str) -> Result<String, Problem> {
    let read = line("contact", raw, LookText::MOST_CONTACT)?;
    let halves = read.split_once('@').filter(|(local, host)| !local.is_empty() && host.contains('.'));
    if halves.is_none_or(|(_, host)| host.contains('@')) || read.contains(char::is_whitespace) {
        let words = "Enter an email address in the right form, like name@example.com.";
        return Err(Problem::new("contact", "INVALID", words).of("email"));
    }
    Ok(read)
}

/// A colour in which words can be read on these grounds.
fn colour(field: &'static str, raw: &str, on: &Grounds) -> Result<Colour, Problem> {
    let typed = raw.trim().to_lowercase();
    let read = Colour::parse(&typed).ok_or_else(|| {
        let words = "Write the colour as six digits after a hash sign, like #1f5a4c.";
        Problem::new(field, "NOT_A_COLOUR", words).of("colour")
    })?;
    Shades::of(read, on).map(|shades| shades.accent).map_err(|close| too_close(field, read, close))
}

fn too_close(field: &'static str, colour: Colour, close: TooClose) -> Problem {
    let TooClose { place, colour: beside, near, .. } = close;
    let ratio = close.shown();
    let words = format!(
        "{colour} can’t be read well enough. Its contrast with {} ({beside}) is {ratio} to 1, and {ENOUGH} to 1 is needed. \
         {near} is near it and will do.",
        place.in_english(),
    );
    Problem::new(field, "CONTRAST", words).of("colour")
}
