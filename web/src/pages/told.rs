//! What was decided on something, as its author reads it: what, why, by which rule, how to mend it, how to ask for another
//! look. The same words stand on the idea's page and on the decision's own.

use folkmoot_common::{DecisionId, Language};
use folkmoot_moderation::{ActKind, AppealState, Decision, Target};

use super::frame::Frame;
use super::when::When;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// A decision in words.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// The name of the message that says what was done.
    pub(crate) act: String,
    pub(crate) at: When,
    /// Why: title, rule, what is wrong, how to mend it.
    pub(crate) reason: Option<[String; 4]>,
    /// What the moderator added.
    pub(crate) note: Option<String>,
    /// Where to ask for another look.
    pub(crate) appeal: Option<String>,
    /// By when that is answered, while it isn't.
    pub(crate) answered_by: Option<When>,
    /// What came of it: whether the decision was overturned, and the second moderator's words.
    pub(crate) answer: Option<(bool, String)>,
}

impl Told {
    /// What something of the viewer's stands under at present; nothing when nothing was taken from it, or for somebody
    /// else.
    pub(crate) async fn standing(site: &Site, asking: &Asking, target: Target) -> Result<Option<Self>, PageError> {
        let found = site.moderation.standing_decision(&asking.viewer, target).await?;
        match found {
            Some(decision) => Self::of(site, asking, &decision).await.map(Some),
            None => Ok(None),
        }
    }

    pub(crate) async fn of(site: &Site, asking: &Asking, decision: &Decision) -> Result<Self, PageError> {
        let language = Language::from_stored(asking.here.words.code().to_owned());
        let reason = match &decision.reason {
            Some(code) => site.moderation.reasons(&language).await?.into_iter().find(|reason| reason.code == *code),
            None => None,
        };
        let now = site.sources.now();
        let running = decision.appeal.as_ref().and_then(AppealState::answered_by);
        let answered = decision.appeal.as_ref().and_then(|appeal| {
            appeal.overturned.map(|overturned| (overturned, appeal.answer.clone().unwrap_or_default()))
        });
        let may_appeal = asking.viewer.is(decision.author) && decision.can_be_appealed(now);
        Ok(Self {
            act: act(decision),
            at: When::day(decision.at),
            reason: reason.map(|reason| [reason.title, reason.rule, reason.words, reason.mend]),
            note: decision.note.clone(),
            appeal: may_appeal.then(|| format!("{}/appeal", address(decision.id))),
            answered_by: running.map(When::day),
            answer: answered,
        })
    }
}

/// The name of the message that says what was done.
pub(crate) fn act(decision: &Decision) -> String {
    format!("told-{}{}", decision.act.as_str(), if decision.of_edit { "-edit" } else { "" })
}

/// The address of a decision's own page.
pub(crate) fn address(id: DecisionId) -> String {
    format!("/decisions/{id}")
}

/// What a decision is about, in one line.
pub(crate) fn about(frame: &Frame, decision: &Decision) -> String {
    let number = decision.place.number.map(|number| number.to_string()).unwrap_or_default();
    let comment = decision.place.comment.map(|number| number.to_string()).unwrap_or_default();
    let id = match decision.target {
        Target::Idea(_) => "told-about-idea",
        Target::Comment(_) => "told-about-comment",
        Target::Person(_) if decision.act == ActKind::ResetName => "told-about-name",
        Target::Person(_) => "told-about-account",
    };
    frame.say(id).with("number", &number).with("comment", &comment).to_string()
}
