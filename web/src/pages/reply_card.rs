//! The council's answer as pages show it: the same card on an idea's page, in an officer's preview and in a history. It
//! shows what was published, or what is about to be, and refuses to know who may read it: whoever makes one has asked.

use folkmoot_common::{Id as _, IdeaId, ReplyId, Timestamp, Viewer};
use folkmoot_replies::{OfficialReply, Outcome, ReplyText};

use super::frame::Raw;
use super::lang::Lang;
use super::when::When;
use super::{link, officers};
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

/// An answer, ready for `part/official_reply.html`.
#[derive(Debug, Clone)]
pub(crate) struct ReplyCard {
    /// The answer in a word: the end of the message's name.
    pub(crate) outcome: Outcome,
    /// For "not now": from which day on it may be asked again.
    pub(crate) until: Option<When>,
    /// For "not ours": who to ask.
    pub(crate) refer_to: Option<String>,
    /// Why.
    pub(crate) reasons: Raw,
    /// What was done with people's arguments.
    pub(crate) arguments: Option<Raw>,
    /// What it costs.
    pub(crate) cost: Option<String>,
    /// What happens next.
    pub(crate) next_step: Option<String>,
    /// By when.
    pub(crate) next_date: Option<When>,
    /// The department that answers.
    pub(crate) department: String,
    /// The named role that does.
    pub(crate) role: String,
    /// Since when everybody reads it; none while it is being written.
    pub(crate) published: Option<When>,
    /// When it was last revised.
    pub(crate) revised: Option<When>,
    /// The language that it is written in.
    pub(crate) language: Lang,
    /// Where everything stands that it ever said.
    pub(crate) history: Option<String>,
    /// Where the viewer may revise it, if they may.
    pub(crate) revise: Option<String>,
    /// The other ideas that it answers too.
    pub(crate) others: Vec<OtherIdea>,
}

/// An idea that the same answer is for.
#[derive(Debug, Clone)]
pub(crate) struct OtherIdea {
    /// Its title.
    pub(crate) title: String,
    /// Its page.
    pub(crate) path: String,
    /// The language of its title.
    pub(crate) language: Lang,
}

impl ReplyCard {
    /// What is about to be published, or what once was: without a date, a history or other ideas.
    pub(crate) fn written(words: Words, text: &ReplyText, department: &str) -> Self {
        Self {
            outcome: text.outcome,
            until: text.until.map(When::date),
            refer_to: text.refer_to.as_ref().map(|line| line.as_str().to_owned()),
            reasons: Raw(text.reasons.to_html()),
            arguments: text.arguments.as_ref().map(|text| Raw(text.to_html())),
            cost: text.cost.as_ref().map(|line| line.as_str().to_owned()),
            next_step: text.next_step.as_ref().map(|line| line.as_str().to_owned()),
            next_date: text.next_date.map(When::date),
            department: department.to_owned(),
            role: text.role.as_str().to_owned(),
            published: None,
            revised: None,
            language: Lang::of(words, &text.language),
            history: None,
            revise: None,
            others: Vec::new(),
        }
    }

    /// A published answer, without the other ideas that it is for.
    pub(crate) fn of(words: Words, reply: &OfficialReply) -> Self {
        Self {
            published: Some(When::day(reply.published_at)),
            revised: reply.revised_at.map(When::day),
            history: reply.revised_at.map(|_: Timestamp| history(reply.id)),
            ..Self::written(words, &reply.text, &reply.department_name)
        }
    }

    /// A published answer on the page of one of its ideas, with those of the others that anybody may see.
    pub(crate) async fn on(
        site: &Site,
        asking: &Asking,
        reply: &OfficialReply,
        idea: IdeaId,
    ) -> Result<Self, PageError> {
        let words = asking.here.words;
        let ids: Vec<IdeaId> = reply.ideas.iter().copied().filter(|other| *other != idea).collect();
        let found = if ids.is_empty() { Vec::new() } else { site.ideas.find_many(&Viewer::Nobody, &ids).await? };
        let other = |idea: &folkmoot_ideas::Idea| OtherIdea {
            title: idea.title.as_str().to_owned(),
            path: link::idea(idea),
            language: Lang::of(words, &idea.language),
        };
        Ok(Self { others: found.iter().map(other).collect(), ..Self::for_staff(site, asking, reply).await? })
    }

    /// A published answer, with the way to revise it for those who may.
    pub(crate) async fn for_staff(site: &Site, asking: &Asking, reply: &OfficialReply) -> Result<Self, PageError> {
        let revises = site.replies.may_revise(&asking.viewer, reply).await?;
        Ok(Self { revise: revises.then(|| officers::revise_path(reply.id)), ..Self::of(asking.here.words, reply) })
    }

    /// The name of the message that says the outcome.
    pub(crate) fn says(&self) -> String {
        outcome_says(self.outcome)
    }

    /// The colour of the outcome's tag; the words say the same.
    pub(crate) const fn class(&self) -> &'static str {
        outcome_class(self.outcome)
    }
}

/// The name of the message that says an outcome.
pub(crate) fn outcome_says(outcome: Outcome) -> String {
    format!("outcome-{}", outcome.as_str())
}

/// The colour of an outcome's tag.
pub(crate) const fn outcome_class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Yes | Outcome::Partly | Outcome::AlreadyDoing => "govuk-tag--good",
        Outcome::NotNow => "govuk-tag--waiting",
        Outcome::No | Outcome::NotOurs => "govuk-tag--ended",
    }
}

/// The page of everything that an answer ever said.
pub(crate) fn history(id: ReplyId) -> String {
    format!("/replies/{}/history", id.uuid().simple())
}
