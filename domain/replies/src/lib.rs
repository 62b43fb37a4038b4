//! The council's answer: what it promised to answer by when, and how that day is found.
//!
//! It refuses to know where ideas and votes are kept, and to read a clock: what happened when is handed in.

mod bank_holidays;
mod calendar;
mod promise;
mod telling;

pub use bank_holidays::{Holiday, Nation, bank_holidays};
pub use calendar::{Calendar, Closure};
pub use promise::{Change, Computed, Duty, Kind, Line, Promise, Step};
pub use telling::{
    Announcement, Concern, DigestLetter, DigestVoice, DueDigest, Heard, LetterWords, Mailroom, MailroomError, NewsKind,
    NextDigests, NoticePace, Stepped, Telling, TellingStep, TellingStore, Told,
};
