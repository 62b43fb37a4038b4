//! Everything that is kept: the ports of the domain, over SQLite and PostgreSQL with one code path, and the megaphone
//! between nodes.
//!
//! Entities never leave this crate, and no database error does: both are turned into the domain's own at the seam.
//! A port method is one transaction.

mod changes;
mod comments;
mod entity;
mod error;
mod ideas;
mod live;
mod look;
mod moderation;
mod outbox;
mod pen;
mod people;
mod readers;
mod replies;
mod retries;
mod ring;
#[cfg(all(feature = "sabotage", debug_assertions))]
pub mod sabotage;
mod silence;
mod sql;
mod store;
mod telling;
mod together;
mod votes;

pub use comments::ThreadBook;
pub use live::{MemoryLive, RedisAddress, RedisLive};
pub use moderation::CaseBook;
pub use replies::AnswerBook;
pub use store::{OpenError, Store};
pub use votes::VoteLedger;
