//! What was asked before and looks like it, and what the council answered then: so that two answers agree, or say why not.

use folkmoot_ideas::Idea;
use folkmoot_text::excerpt;

use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::cards::Standing;
use crate::pages::lang::Lang;
use crate::pages::link;
use crate::pages::when::When;
use crate::site::Site;

/// Characters that are shown of an answer.
const LONG: usize = 240;

/// An idea of before.
#[derive(Debug, Clone)]
pub(crate) struct Past {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) path: String,
    pub(crate) status: Standing,
    pub(crate) support: i64,
    pub(crate) answer: Option<Answered>,
}

/// What was answered.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    /// The outcome, in the API's word.
    pub(crate) outcome: &'static str,
    pub(crate) department: String,
    pub(crate) at: When,
    pub(crate) reasons: String,
    pub(crate) language: Lang,
}

/// Ideas like this one, with their answers: two statements.
pub(super) async fn past(site: &Site, asking: &Asking, idea: &Idea) -> Result<Vec<Past>, PageError> {
    let found = site.ideas.akin(&asking.viewer, idea).await?;
    let ids: Vec<_> = found.iter().map(|other| other.id).collect();
    let progress = if ids.is_empty() { Default::default() } else { site.replies.progress(&ids).await? };
    let words = asking.here.words;
    let past = |other: Idea| {
        let reply = progress.get(&other.id).and_then(|progress| progress.replies.first());
        Past {
            number: other.number,
            path: link::idea(&other),
            language: Lang::of(words, &other.language),
            status: Standing(other.status),
            support: other.tally.support,
            answer: reply.map(|reply| Answered {
                outcome: reply.text.outcome.as_str(),
                department: reply.department_name.clone(),
                at: When::day(reply.published_at),
                reasons: excerpt(&reply.text.reasons, LONG),
                language: Lang::of(words, &reply.text.language),
            }),
            title: other.title.as_str().to_owned(),
        }
    };
    Ok(found.into_iter().map(past).collect())
}
