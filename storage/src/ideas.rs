//! Ideas and campaigns as they are kept.

mod acts;
mod campaigns;
mod labels;
mod list;
mod past;
mod revisions;
mod row;
mod search;
mod shelf;
mod visible;

pub(crate) use campaigns::{MODE, mode};
pub(crate) use row::rendered;
pub(crate) use visible::visible_to;
