//! Ideas as lists show them, with their vote buttons. Drawing a list costs three calls, however long it is: the
//! authors' names, the campaigns, the viewer's own votes.

use std::collections::HashMap;

use folkmoot_common::{IdeaId, PersonId, StorageError};
use folkmoot_ideas::{Campaign, Idea, IdeaStatus, Phase, VotingRule};
use folkmoot_people::{Called, PublicPerson};
use folkmoot_replies::Badge;
use folkmoot_votes::Choice;

use super::{lang::Lang, link, when::When};
use crate::edge::Asking;
use crate::site::Site;
use crate::words::Words;

/// An idea in a list.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// Its public number.
    pub(crate) number: i64,
    /// Its title.
    pub(crate) title: String,
    /// The language of its title.
    pub(crate) language: Lang,
    /// Its page.
    pub(crate) path: String,
    /// The question it answers.
    pub(crate) question: String,
    /// The language of the question.
    pub(crate) asked: Lang,
    /// That question's page.
    pub(crate) campaign_path: String,
    /// Where it stands.
    pub(crate) status: Standing,
    /// Who posted it.
    pub(crate) author: String,
    /// When.
    pub(crate) posted: When,
    /// How many comments.
    pub(crate) comments: i64,
    /// The votes and their buttons.
    pub(crate) vote: VoteBox,
}

/// A status as a tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing(pub(crate) IdeaStatus);

impl Standing {
    /// The name of the message that says it.
    pub(crate) const fn id(&self) -> &'static str {
        match self.0 {
            IdeaStatus::Submitted => "status-SUBMITTED",
            IdeaStatus::Published => "status-PUBLISHED",
            IdeaStatus::AwaitingReply => "status-AWAITING_REPLY",
            IdeaStatus::UnderReview => "status-UNDER_REVIEW",
            IdeaStatus::Planned => "status-PLANNED",
            IdeaStatus::InProgress => "status-IN_PROGRESS",
            IdeaStatus::Done => "status-DONE",
            IdeaStatus::Declined => "status-DECLINED",
            IdeaStatus::NotOurs => "status-NOT_OURS",
            IdeaStatus::Withdrawn => "status-WITHDRAWN",
            IdeaStatus::Merged => "status-MERGED",
            IdeaStatus::Rejected => "status-REJECTED",
        }
    }

    /// The tag's colour; the words say the same. What most ideas are has none, so that the others stand out.
    pub(crate) const fn class(&self) -> &'static str {
        match self.0 {
            IdeaStatus::Published | IdeaStatus::Merged => "",
            IdeaStatus::Submitted | IdeaStatus::AwaitingReply | IdeaStatus::UnderReview => "govuk-tag--waiting",
            IdeaStatus::Planned | IdeaStatus::InProgress | IdeaStatus::Done => "govuk-tag--good",
            IdeaStatus::Declined | IdeaStatus::NotOurs | IdeaStatus::Withdrawn | IdeaStatus::Rejected => {
                "govuk-tag--ended"
            }
        }
    }
}

/// Whether votes are taken, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Voting {
    /// Now.
    Open,
    /// The campaign hasn't begun.
    NotYet,
    /// The campaign has ended.
    Ended,
    /// The idea stands where no votes are taken.
    #[default]
    Settled,
}

/// The votes on one idea and what the viewer may do.
#[derive(Debug, Clone, Default)]
pub(crate) struct VoteBox {
    /// The idea's number.
    pub(crate) number: i64,
    /// The idea's title, so that each button has a name of its own.
    pub(crate) title: String,
    /// Where the buttons send to.
    pub(crate) action: String,
    /// The page to come back to.
    pub(crate) back: String,
    /// Whether votes are taken.
    pub(crate) voting: Voting,
    /// Whether opposing is possible.
    pub(crate) opposable: bool,
    /// What the viewer chose.
    pub(crate) mine: Option<Choice>,
    /// In favour.
    pub(crate) support: i64,
    /// Against.
    pub(crate) oppose: i64,
    /// Of the counts: what the script hears later is shown only if it is newer.
    pub(crate) version: i64,
}

impl VoteBox {
    /// Whether votes are taken.
    pub(crate) fn is_open(&self) -> bool {
        self.voting == Voting::Open
    }

    /// Whether the viewer supports it.
    pub(crate) fn supports(&self) -> bool {
        self.mine == Some(Choice::Support)
    }

    /// Whether the viewer opposes it.
    pub(crate) fn opposes(&self) -> bool {
        self.mine == Some(Choice::Oppose)
    }
}

/// What a list needs to know besides its ideas.
pub(crate) struct Around {
    names: HashMap<PersonId, PublicPerson>,
    /// Who is an officer, where that was asked for.
    badges: HashMap<PersonId, Badge>,
    votes: HashMap<IdeaId, Choice>,
    words: Words,
}

impl Around {
    /// Asks for the names of authors (and of `others`) and for the viewer's own votes.
    pub(crate) async fn of(
        site: &Site,
        asking: &Asking,
        ideas: &[&Idea],
        others: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, StorageError> {
        let mut people: Vec<PersonId> = ideas.iter().map(|idea| idea.author).chain(others).collect();
        people.sort_unstable();
        people.dedup();
        let ids: Vec<IdeaId> = ideas.iter().map(|idea| idea.id).collect();
        let (names, votes) = futures::try_join!(site.people.named(&people), site.votes.own(&asking.viewer, &ids))?;
        Ok(Self { names, badges: HashMap::new(), votes, words: asking.here.words })
    }

    /// The same, knowing who is an officer.
    pub(crate) fn with_badges(self, badges: HashMap<PersonId, Badge>) -> Self {
        Self { badges, ..self }
    }

    /// The department of an officer.
    pub(crate) fn badge(&self, person: PersonId) -> Option<String> {
        self.badges.get(&person).map(|badge| badge.department.clone())
    }

    /// What somebody is called.
    pub(crate) fn name(&self, person: PersonId) -> String {
        self.words.called(self.names.get(&person).map_or(&Called::Nameless, |person| &person.called))
    }

    /// Their public page. Whoever has left, or has no name yet, has none.
    pub(crate) fn face(&self, person: PersonId) -> Option<String> {
        let known = self.names.get(&person)?;
        matches!(known.called, Called::Named(_)).then(|| link::person(person))
    }

    /// The votes on an idea.
    pub(crate) fn vote(&self, site: &Site, idea: &Idea, campaign: Option<&Campaign>, back: &str) -> VoteBox {
        let voting = match campaign.map(|campaign| campaign.phase(site.sources.now())) {
            _ if !idea.is_open() => Voting::Settled,
            Some(Phase::NotYet) => Voting::NotYet,
            Some(Phase::Over) => Voting::Ended,
            Some(Phase::Open) | None => Voting::Open,
        };
        VoteBox {
            number: idea.number,
            title: idea.title.as_str().to_owned(),
            action: link::act(idea, "vote"),
            back: back.to_owned(),
            voting,
            opposable: campaign.is_some_and(|campaign| campaign.voting_rule == VotingRule::SupportAndOppose),
            mine: self.votes.get(&idea.id).copied(),
            support: idea.tally.support,
            oppose: idea.tally.oppose,
            version: idea.tally.version,
        }
    }
}

/// The cards of these ideas. `back` is the page they stand on; votes come back to their own card.
pub(crate) async fn cards(
    site: &Site,
    asking: &Asking,
    ideas: &[&Idea],
    campaigns: &[Campaign],
    back: &str,
) -> Result<Vec<Card>, StorageError> {
    let around = Around::of(site, asking, ideas, None).await?;
    let card = |idea: &&Idea| {
        let campaign = campaigns.iter().find(|campaign| campaign.id == idea.campaign);
        let back = format!("{back}#idea-{}", idea.number);
        Card {
            number: idea.number,
            title: idea.title.as_str().to_owned(),
            language: Lang::of(asking.here.words, &idea.language),
            path: link::idea(idea),
            question: campaign.map(|campaign| campaign.question.clone()).unwrap_or_default(),
            asked: campaign.map(|campaign| Lang::of(asking.here.words, &campaign.language)).unwrap_or_default(),
            campaign_path: campaign.map(|campaign| format!("/campaigns/{}", campaign.slug)).unwrap_or_default(),
            status: Standing(idea.status),
            author: around.name(idea.author),
            posted: When::day(idea.created_at),
            comments: idea.tally.comments,
            vote: around.vote(site, idea, campaign, &back),
        }
    };
    Ok(ideas.iter().map(card).collect())
}
