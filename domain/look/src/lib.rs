//! What a council's site is called and wears: its name, whose it is, where people write, two accents and a logo. The
//! configuration says how it begins; whoever runs the site changes it on a page, version by version.
//!
//! It refuses colours in which words can't be read, and pictures that could do more than be looked at. It draws nothing:
//! style sheets are made where pages are.

mod colour;
mod logo;
mod look;
mod port;
mod service;
mod shades;
mod svg;
mod words;

pub use colour::Colour;
pub use logo::{Logo, LogoKind};
pub use look::{Kept, Look, Past, Standard, Worn};
pub use port::{LookStore, Mirror, NewLook};
pub use service::{LookError, Looks};
pub use shades::{DARK, ENOUGH, Grounds, LIGHT, Place, Shades, TooClose};
pub use words::LookText;
