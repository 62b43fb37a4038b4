//! Text that people wrote: the gate it passes on the way in, and the one policy that makes HTML of it on the way out.
//!
//! Source is stored as written; `SafeHtml` is the only type that a template prints raw, and only this crate makes it.
//! Nothing here knows what a title or a comment is, and nothing touches a database.
#![doc = include_str!("../README.md")]

mod ease;
mod error;
mod excerpt;
mod hidden;
mod hints;
mod html;
mod line;
mod links;
mod markdown;
mod mend;
mod plain;
mod shape;
mod slug;
mod staff;
mod words;

pub use ease::{Ease, ease};
pub use error::GateError;
pub use excerpt::excerpt;
pub use hints::{About, Hint, hints};
pub use html::{POLICY, SafeHtml};
pub use line::{graphemes, one_line};
pub use markdown::Markdown;
pub use mend::{printable, shorten};
pub use plain::plain;
pub use slug::slug;
pub use staff::{looks_like_staff, mixes_alphabets};
pub use words::words;
