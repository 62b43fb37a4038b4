//! Where an idea stands with the council, and what happens next: the names of the messages that say so. They tell what is
//! known and promise nothing that nobody has promised.

use folkmoot_common::Timestamp;
use folkmoot_ideas::{Campaign, Idea, IdeaStatus};

use super::cards::Voting;
use super::pledge::Pledge;
use super::when::When;

/// What is said of an idea's way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outlook {
    /// The status, as a word.
    pub(crate) status: String,
    /// Where the council's answer will stand: what there is instead.
    pub(crate) answer: String,
    /// What happens next.
    pub(crate) next: String,
    /// The day that the next step hangs on.
    pub(crate) day: Option<When>,
}

impl Outlook {
    /// The same beside a promise that says by when the council answers.
    pub(crate) fn beside(self, pledge: &Pledge) -> Self {
        let promised = self.next == "idea-next-ended" && pledge.running.iter().any(|one| one.day.is_some());
        if promised { Self { next: "idea-next-ended-promised".to_owned(), ..self } } else { self }
    }

    /// The outlook of this idea, with votes as `voting` says; `due` is when a moderator has looked at it, for one that
    /// isn't public.
    pub(crate) fn of(idea: &Idea, campaign: Option<&Campaign>, voting: Voting, due: Option<Timestamp>) -> Self {
        let status = idea.status.as_str();
        let (word, day) = match due {
            Some(due) if idea.hidden => ("held", Some(When::day(due))),
            Some(due) if idea.status == IdeaStatus::Submitted => ("waiting-by", Some(When::day(due))),
            _ => next(idea, campaign, voting),
        };
        Self {
            status: format!("status-{status}"),
            answer: format!("idea-answer-{status}"),
            next: format!("idea-next-{word}"),
            day,
        }
    }
}

/// The word for what happens next, and the day that it hangs on.
fn next(idea: &Idea, campaign: Option<&Campaign>, voting: Voting) -> (&'static str, Option<When>) {
    let begins = campaign.map(|campaign| When::minute(campaign.opens_at));
    let ends = campaign.and_then(|campaign| campaign.closes_at).map(When::minute);
    match (idea.status, voting) {
        _ if idea.hidden => ("hidden", None),
        (IdeaStatus::Submitted, _) => ("waiting", None),
        (_, Voting::NotYet) => ("opens", begins),
        (_, Voting::Ended) => ("ended", ends),
        (_, Voting::Open) if ends.is_some() => ("open-until", ends),
        (_, Voting::Open) => ("open", None),
        (IdeaStatus::Planned | IdeaStatus::InProgress, _) => ("under-way", None),
        (IdeaStatus::Merged, _) => ("merged", None),
        (IdeaStatus::Rejected, _) => ("rejected", None),
        (IdeaStatus::Withdrawn, _) => ("not-public", None),
        _ => ("over", None),
    }
}
