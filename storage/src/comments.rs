//! Comments as they are kept.

mod at_once;
mod author;
mod edit;
mod past;
mod post;
mod read;
mod row;
mod sides;
mod threads;

pub use threads::ThreadBook;
