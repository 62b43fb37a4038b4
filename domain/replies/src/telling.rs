//! Telling people what became of an idea: its author, those who support it and those who follow it, each at the pace that
//! they chose.
//!
//! It refuses to write the letters of one piece of news all at once: the news is one row, written with what happened, and
//! is told page by page afterwards.

mod mailroom;
mod news;
mod pace;
mod port;
mod service;
mod trial;

pub use mailroom::{Mailroom, MailroomError};
pub use news::{Announcement, LetterWords, NewsKind};
pub use pace::{NextDigests, NoticePace};
pub use port::{ChosenIdea, Concern, DigestLetter, DueDigest, Stepped, TellingStep, TellingStore, Told};
pub use service::{DigestVoice, Heard, Telling};
pub use trial::{MailStage, MailStep, MailWent, WayOut};
