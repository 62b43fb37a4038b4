//! Campaigns in the API: the object, the questions, and what whoever runs the site does with them.

mod mutation;
mod object;
mod query;

pub(crate) use mutation::CampaignMutations;
pub(crate) use object::Campaign;
pub(crate) use query::{CampaignQueries, unknown};
