//! Ideas and the campaigns they belong to: submitting, editing, withdrawing, finding and listing.
//!
//! It refuses to count votes or to hold threads; what it knows of them is the tally beside each idea.

mod act;
mod campaign;
mod campaigns;
mod error;
mod idea;
mod import;
mod label;
mod labels;
mod list;
mod port;
mod ranking;
mod read;
mod search;
mod status;
mod words;

pub use act::{Edited, Ideas, Posting, Submission};
pub use campaign::{Campaign, NewCampaign, Phase, Slug, VotingRule};
pub use campaigns::{CampaignChanged, CampaignSettings, ChangeCampaign, Changing, RawCampaign};
pub use error::IdeaError;
/// Comments wait by it too, so it stands where all nouns can see it.
pub use folkmoot_common::PublishingMode;
pub use idea::{Idea, Revision, Visibility};
pub use import::PastIdea;
pub use label::{Label, LabelKind, LabelName};
pub use labels::{ChangeLabel, LabelSaved, LabelStore, Labels, NewLabel, sorts, unknown};
pub use list::{Count, IdeaFilter, IdeaOrder, IdeaQuery, Listed};
pub use port::{Because, EditIdea, IdeaStore, NewIdea};
pub use ranking::{confidence, trend};
pub use search::SearchWords;
pub use status::{IdeaStatus, Mover};
pub use words::{IdeaText, Reason, Title};
