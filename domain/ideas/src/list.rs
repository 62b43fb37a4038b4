//! Lists of ideas: which ones, and in what order.

use folkmoot_common::{CampaignId, Cursor, LabelId, PersonId};

use crate::{Idea, IdeaStatus, SearchWords};

/// The orders of a list. Each is a sort key kept with the tally, so that a page costs the same however many ideas there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdeaOrder {
    /// What rises now; see [`crate::trend`].
    #[default]
    Trending,
    /// What most people are surely for; see [`crate::confidence`].
    MostSupported,
    /// The latest first.
    Newest,
    /// What hardly anybody has voted on yet.
    FewestVotes,
}

impl IdeaOrder {
    /// All of them, in the order pages offer them.
    pub const ALL: [Self; 4] = [Self::Trending, Self::MostSupported, Self::Newest, Self::FewestVotes];

    /// The API's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trending => "TRENDING",
            Self::MostSupported => "MOST_SUPPORTED",
            Self::Newest => "NEWEST",
            Self::FewestVotes => "FEWEST_VOTES",
        }
    }

    /// The word in page addresses: `most-supported`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Trending => "trending",
            Self::MostSupported => "most-supported",
            Self::Newest => "newest",
            Self::FewestVotes => "fewest-votes",
        }
    }

    /// Reads the word in page addresses.
    #[must_use]
    pub fn from_slug(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.slug() == word)
    }
}

/// Which ideas. Without a status, a list shows what is public; asking for a status that isn't shows the viewer's own
/// (and everything to moderators).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IdeaFilter {
    /// Of one campaign only.
    pub campaign: Option<CampaignId>,
    /// Of these statuses only; empty is every public one.
    pub statuses: Vec<IdeaStatus>,
    /// By this author only; for «mine», the viewer. Shows every status of theirs that the viewer may see.
    pub author: Option<PersonId>,
    /// About this place only.
    pub place: Option<LabelId>,
    /// With this tag only.
    pub tag: Option<LabelId>,
    /// With all of these words in title or body, or of the number that was typed.
    pub search: Option<SearchWords>,
}

/// A list that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IdeaQuery {
    /// Which ideas.
    pub filter: IdeaFilter,
    /// In what order.
    pub order: IdeaOrder,
}

/// An idea in a list, and its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The idea.
    pub idea: Idea,
    /// Where the list goes on from here.
    pub cursor: Cursor,
}

/// How many there are, as far as it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// This many.
    pub n: u64,
    /// Or more: counting stopped here.
    pub or_more: bool,
}

impl Count {
    /// A number that is known.
    #[must_use]
    pub const fn exactly(n: u64) -> Self {
        Self { n, or_more: false }
    }

    /// What counting found that went no further than `most`.
    pub(crate) const fn up_to(most: u64, n: u64) -> Self {
        Self { n, or_more: n >= most }
    }
}
