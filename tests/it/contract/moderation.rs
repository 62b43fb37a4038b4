//! What the moderators' bench promises, on both databases.

mod acts;
mod appeals;
mod authors;
mod classifier;
mod corrections;
mod edits;
mod hiding;
mod leaving;
mod merging;
mod modes;
mod openness;
mod queue;
mod races;
mod record;
mod reports;
pub(super) mod room;
mod second_look;
