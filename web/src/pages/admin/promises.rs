//! What campaigns promise: at so many supporters, within so many working days. A kind without numbers is not promised.
//! What was promised to an idea already stays as it was.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{CampaignId, Problem};
use folkmoot_ideas::Campaign;
use folkmoot_replies::{Kind, MOST_DAYS, MOST_SUPPORTERS, Step};

use super::{Wanted, admin, door, frame, mendable};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::lang::Lang;
use crate::pages::pledge::Ahead;
use crate::site::Site;

/// The form, as typed: two numbers for each kind of promise.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    acknowledge_supporters: String,
    acknowledge_days: String,
    reply_supporters: String,
    reply_days: String,
    committee_supporters: String,
    committee_days: String,
}

/// A campaign in the list.
struct Row {
    question: String,
    language: Lang,
    path: String,
    steps: Vec<Ahead>,
}

#[derive(Template)]
#[template(path = "admin_promises.html")]
struct List {
    frame: Frame,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "admin_promise.html")]
struct Edit {
    frame: Frame,
    slug: String,
    question: String,
    language: Lang,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /admin/promises`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let campaigns = site.ideas.all_campaigns().await?;
    let ids: Vec<CampaignId> = campaigns.iter().map(|one| one.id).collect();
    let steps = site.replies.steps(&ids).await?;
    let row = |one: &Campaign| Row {
        question: one.question.clone(),
        language: Lang::of(asking.here.words, &one.language),
        path: address(&one.slug),
        steps: steps.get(&one.id).map(|steps| steps.iter().map(Ahead::step).collect()).unwrap_or_default(),
    };
    let rows = campaigns.iter().map(row).collect();
    page(&List { frame: frame(&site, &asking).with_notice(wanted.done.as_deref()), rows })
}

/// `GET /admin/promises/{slug}`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let campaign = site.ideas.campaign(&slug).await?.ok_or(PageError::NotFound)?;
    let steps = site.replies.steps(&[campaign.id]).await?.remove(&campaign.id).unwrap_or_default();
    page(&form(&asking, frame(&site, &asking), campaign, Typed::of(&steps), Wrong::default()))
}

/// `POST /admin/promises/{slug}`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let campaign = site.ideas.campaign(&slug).await?.ok_or(PageError::NotFound)?;
    let wrong = match typed.read() {
        Ok(steps) => match site.replies.set_steps(&asking.viewer, campaign.id, &steps).await {
            Ok(()) => return Ok(go("/admin/promises?done=promises-saved")),
            Err(why) => Wrong(mendable(why)?),
        },
        Err(wrong) => wrong,
    };
    again(&form(&asking, frame(&site, &asking).with_errors(), campaign, typed, wrong))
}

fn address(slug: &str) -> String {
    format!("/admin/promises/{slug}")
}

fn form(asking: &Asking, frame: Frame, campaign: Campaign, typed: Typed, wrong: Wrong) -> Edit {
    Edit {
        frame,
        language: Lang::of(asking.here.words, &campaign.language),
        typed,
        slug: campaign.slug,
        question: campaign.question,
        wrong,
    }
}

/// The names of the fields of a kind.
const fn names(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Acknowledge => ("acknowledge_supporters", "acknowledge_days"),
        Kind::Reply => ("reply_supporters", "reply_days"),
        Kind::Committee => ("committee_supporters", "committee_days"),
    }
}

impl Typed {
    fn of(steps: &[Step]) -> Self {
        let find = |kind: Kind| {
            let step = steps.iter().find(|step| step.kind == kind);
            step.map(|step| (step.supporters.to_string(), step.working_days.to_string())).unwrap_or_default()
        };
        let (acknowledge_supporters, acknowledge_days) = find(Kind::Acknowledge);
        let (reply_supporters, reply_days) = find(Kind::Reply);
        let (committee_supporters, committee_days) = find(Kind::Committee);
        Self {
            acknowledge_supporters,
            acknowledge_days,
            reply_supporters,
            reply_days,
            committee_supporters,
            committee_days,
        }
    }

    const fn pair(&self, kind: Kind) -> (&String, &String) {
        match kind {
            Kind::Acknowledge => (&self.acknowledge_supporters, &self.acknowledge_days),
            Kind::Reply => (&self.reply_supporters, &self.reply_days),
            Kind::Committee => (&self.committee_supporters, &self.committee_days),
        }
    }

    /// The steps; a kind of which both fields are empty is none.
    fn read(&self) -> Result<Vec<Step>, Wrong> {
        let (mut steps, mut wrong) = (Vec::new(), Vec::new());
        for kind in Kind::ALL {
            let (supporters, days) = self.pair(kind);
            if supporters.trim().is_empty() && days.trim().is_empty() {
                continue;
            }
            let (field_supporters, field_days) = names(kind);
            let most = (MOST_SUPPORTERS, u32::from(MOST_DAYS));
            let supporters = number(supporters, most.0, field_supporters, "step-supporters");
            let days = number(days, most.1, field_days, "step-days");
            match (supporters, days) {
                (Ok(supporters), Ok(days)) => {
                    let working_days = u16::try_from(days).unwrap_or(MOST_DAYS);
                    steps.push(Step { kind, supporters, working_days });
                }
                (supporters, days) => wrong.extend(supporters.err().into_iter().chain(days.err())),
            }
        }
        if wrong.is_empty() { Ok(steps) } else { Err(Wrong(wrong)) }
    }
}

/// A whole number from 1 up.
fn number(typed: &str, most: u32, field: &'static str, key: &'static str) -> Result<u32, Problem> {
    let wrong = || {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Problem::new(field, "OUT_OF_RANGE", String::new()).of(key).with("most", most)
    };
    let number = typed.trim().parse::<u32>().map_err(|_not_a_number| wrong())?;
    if (1..=most).contains(&number) { Ok(number) } else { Err(wrong()) }
}
