//! What happens when: the steps of what the council said that it would do, on the idea's page. Beside the council's word stands
//! what supporters say; those who are asked say it in one press. Who said what is shown to nobody.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, MilestoneId};
use folkmoot_ideas::Idea;
use folkmoot_replies::{Happens, Milestone};
use uuid::Uuid;

use super::form::with_done;
use super::frame::go;
use super::idea::look_up;
use super::link;
use super::when::When;
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// What the buttons send.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Press {
    said: String,
}

/// A step, ready for `part/milestones.html`.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) title: String,
    pub(crate) due: When,
    /// Whether the council says that it happened, all of it.
    is_done: bool,
    /// The message of what the council says of it.
    pub(crate) claim: String,
    /// In the council's own words.
    pub(crate) note: Option<String>,
    pub(crate) yes: i64,
    pub(crate) partly: i64,
    pub(crate) no: i64,
    /// Whether supporters were asked.
    pub(crate) asked: bool,
    pub(crate) reopened: bool,
    /// Where the viewer's press goes, when they are asked.
    pub(crate) action: Option<String>,
    /// What they said, in the API's word.
    pub(crate) mine: Option<&'static str>,
}

impl Step {
    /// The buttons, in order.
    pub(crate) const WORDS: [&'static str; 3] = ["YES", "PARTLY", "NO"];

    /// How many of them the council says are done.
    pub(crate) fn done(steps: &[Self]) -> i64 {
        steps.iter().map(|step| i64::from(step.is_done)).sum()
    }

    /// How many there are.
    pub(crate) fn all(steps: &[Self]) -> i64 {
        i64::try_from(steps.len()).unwrap_or(i64::MAX)
    }

    /// The steps of an idea, as this viewer sees them; whether they support it is known already.
    pub(crate) async fn of(
        site: &Site,
        asking: &Asking,
        idea: &Idea,
        (milestones, supports): (&[Milestone], bool),
    ) -> Result<Vec<Self>, PageError> {
        let ids: Vec<MilestoneId> = milestones.iter().map(|one| one.id).collect();
        let own = site.replies.own_words(&asking.viewer, &ids).await?;
        let asks = supports || asking.viewer.is(idea.author);
        let now = site.sources.now();
        let step = |one: &Milestone| {
            let mine = own.iter().find(|(id, _)| *id == one.id).map(|(_, said)| said.as_str());
            let count = |people: u64| i64::try_from(people).unwrap_or(i64::MAX);
            let passed = site.replies.has_passed(one.due, now);
            Self {
                title: one.title.clone(),
                due: When::date(one.due),
                is_done: one.claim == Some(Happens::Yes),
                claim: match one.claim {
                    Some(claim) => format!("milestones-claim-{}", claim.as_str()),
                    None if passed => "milestones-silent".to_owned(),
                    None => "milestones-to-come".to_owned(),
                },
                note: one.note.clone(),
                yes: count(one.said.yes),
                partly: count(one.said.partly),
                no: count(one.said.no),
                asked: one.asked_at.is_some(),
                reopened: one.reopened_at.is_some(),
                action: (asks && one.asked_at.is_some())
                    .then(|| format!("{}/{}", link::act(idea, "milestones"), one.id.uuid())),
                mine,
            }
        };
        Ok(milestones.iter().map(step).collect())
    }
}

/// `POST /ideas/{number}/{slug}/milestones/{id}`
pub(crate) async fn say(
    State(site): State<Arc<Site>>,
    Path((number, _slug, id)): Path<(i64, String, Uuid)>,
    Checked { asking, form }: Checked<Press>,
) -> Result<Response, PageError> {
    asking.known()?;
    let idea = look_up(&site, &asking, number).await?;
    let said = Happens::parse(&form.said).ok_or(PageError::BadRequest("bad-request-form"))?;
    site.replies.say_whether(&asking.viewer, number, (MilestoneId::from_uuid(id), said)).await?;
    Ok(go(&with_done(&format!("{}#milestones", link::idea(&idea)), "milestone-said")))
}
