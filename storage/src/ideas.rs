//! Ideas and campaigns as they are kept.

mod campaigns;
mod list;
mod past;
mod row;
mod search;
mod shelf;
mod visible;

pub(crate) use row::rendered;
pub(crate) use visible::visible_to;
