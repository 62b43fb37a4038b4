//! Telling people what became of an idea: its author, those who support it and those who follow it, each at the pace that
//! they chose.
//!
//! It refuses to write the letters of one piece of news all at once: the news is one row, written with what happened, and
//! is told page by page afterwards.

mod news;
mod port;

pub use news::{Announcement, LetterWords, NewsKind};
pub use port::TellingStore;
