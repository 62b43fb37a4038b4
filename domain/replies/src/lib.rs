//! The council's answer: what it promised by when, which department has it, what its officers write, and how it is told.
//!
//! It refuses to know where ideas and votes are kept, and to read a clock: what happened when is handed in. It names
//! ideas by id and by the number that people see, and leaves to the store what becomes of them.

mod answering;
mod bank_holidays;
mod calendar;
mod delivering;
mod department;
mod draft;
mod ease;
mod error;
mod growth;
mod happening;
mod herald;
mod holidays;
mod import;
mod lateness;
mod milestone;
mod outcome;
mod port;
mod promise;
mod promises;
mod reading;
mod reply;
mod ripening;
mod routing;
mod service;
mod settling;
mod telling;
mod template;
mod templates;
mod tidings;
mod watching;
mod words;

pub use answering::{HELD_FOR, MOST_CREDITS, MOST_IDEAS, Next, Typed};
pub use bank_holidays::{Holiday, Nation, bank_holidays, next_bank_holidays};
pub use calendar::{Calendar, Closure};
pub use delivering::{COUNCIL_FIRST, MOST_MILESTONES};
pub use department::{Assignment, Department, DepartmentText, Officer, Route, StaffNote};
pub use draft::{Draft, Stage};
pub use ease::ReadingEase;
pub use error::ReplyError;
pub use growth::Growth;
pub use happening::{Happened, Happening};
pub use herald::{Herald, Named, News};
pub use import::PastReply;
/// A day of a calendar, without a clock.
pub use jiff::civil::Date as Day;
pub use lateness::Late;
pub use milestone::{Happens, Milestone, Said};
pub use outcome::Outcome;
pub use port::{
    ANSWERED, About, Answered, AnsweredFilter, Answers, Badge, By, Chosen, Claim, DeskStep, Due, FEED, Feed, FeedLine,
    Kept, MilestoneWord, NewAssignment, NewChange, NewMilestone, NewReply, NewRevision, Overdue, OverdueFrom, OwnDay,
    Pile, PileFilter, PileOrder, PileSizes, Progress, Published, Reopening, SaveDraft, SaveTemplate, Saved, Score,
    Step as Onward, Taking, Unrouted, Unseen, Waiting, Watch, WatchLetter, Watched, WorkingDay,
};
pub use promise::{Change, Computed, Duty, Kind, Line as ComputedLine, Promise, Step};
pub use promises::Standing;
pub use reading::{MOST_COUNTED, MOST_OVERDUE};
pub use reply::{OfficialReply, RawReply, ReplyRevision, ReplyText};
pub use routing::Handing;
pub use service::{Council, Replies};
pub use settling::{MOST_DAYS, MOST_SUPPORTERS};
pub use telling::{
    Announcement, ChosenIdea, Concern, DigestLetter, DigestVoice, DueDigest, Heard, LetterWords, MailStage, MailStep,
    MailWent, Mailroom, MailroomError, NewsKind, NextDigests, NoticePace, Stepped, Telling, TellingStep, TellingStore,
    Told, WayOut,
};
pub use template::{Facts, Filled, ReplyTemplate, TemplateText, Variable};
pub use templates::{About as TemplateIdea, Change as TemplateChange, MOST_TEMPLATES};
pub use watching::MOST_WATCHED;
pub use words::{Line, day};
