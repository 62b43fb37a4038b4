//! Campaigns in the API: the object and the questions. Making one is for the council, and not here.

mod object;
mod query;

pub(crate) use object::Campaign;
pub(crate) use query::CampaignQueries;
