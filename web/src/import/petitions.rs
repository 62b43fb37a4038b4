//! UK Government and Parliament petitions: every petition becomes an idea, what the Government responded an answer, and why one
//! was refused a decision of moderation.
//!
//! - `petitions-with-responses-and-rejections.json` is a list of the records of petition.parliament.uk: `id`, and in
//!   `attributes` at least `action`, `created_at` and `state`. A remark's line is the place in that list. The file is read
//!   whole, for such a list is small.
//! - an idea's body is the background and the additional details. The source names nobody, so each petition has somebody of
//!   its own, without a name or an address.
//! - a response has no outcome in one word, so it is read from its own words, and both the answer and the report say
//!   so: see [`answer`]. It is never read as a yes. One that says neither yes nor no is not taken as an answer.
//! - the department is the one that signs the response, else “UK Government”. Departments come closed: nobody here works
//!   in them. Responses and refusals are of the account “petition.parliament.uk”, which nobody can sign in to.
//! - a refused petition is public nowhere; the reason is the nearest of ours, with the source's words: see [`refusal`].
//! - signatures aren't imported: nobody knows whose they were. `closed-petitions-2017.csv` has nothing but titles and their
//!   numbers, neither texts nor times, so nothing of it is taken; it is counted in the report.

mod answer;
mod closed;
mod reading;
mod refusal;
#[cfg(test)]
mod tests;

use folkmoot_common::{CampaignId, DecisionId, DepartmentId, Id as _, IdeaId, PersonId, ReplyId, Timestamp};
use folkmoot_ideas::{IdeaStatus, PastIdea, PublishingMode, VotingRule};
use folkmoot_moderation::PastRefusal;
use folkmoot_people::{DisplayName, PastPerson};
use folkmoot_replies::PastReply;

use self::reading::{FILE, Petition};
use super::campaign::{About, campaign};
use super::crowd::Crowd;
use super::plan::{Span, Times};
use super::report::thousands;
use super::run::Desk;
use super::{Fate, ImportError, words};

/// How many petitions make one transaction of each kind.
const AT_ONCE: usize = 250;

/// What the licences ask to be said wherever the records are shown.
const ATTRIBUTION: &str = "Contains public sector information licensed under the \
[Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). Contains \
Parliamentary information licensed under the \
[Open Parliament Licence v3.0](https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/).";

/// What stays the same through one import.
struct House {
    source: String,
    times: Times,
    campaign: CampaignId,
    /// The account that stands for where everything comes from.
    office: PersonId,
}

/// Reads everything, then writes: people and ideas first, then what was answered and refused.
pub(super) async fn import(desk: &mut Desk<'_>) -> Result<(), ImportError> {
    let mut span = Span::default();
    let petitions = reading::read(desk, &mut span)?;
    let unread = closed::count(desk)?;
    let source = format!("uk-petitions:{}", desk.plan.campaign.as_str());
    let times = Times::new(desk.plan, span);
    let campaign = campaign(desk.shelf, desk.plan, &times, &about(desk)).await?;
    let office = PersonId::imported(Timestamp::from_micros(0), &source, "office");
    let house = House { source, times, campaign, office };
    let mut crowd = Crowd::new(&house.source, "Petitioner");
    if petitions.iter().any(|one| one.response.is_some() || one.rejection.is_some()) {
        let name = DisplayName::stored("petition.parliament.uk".to_owned());
        let account = PastPerson { id: office, name, created_at: times.opens_at };
        desk.report.people.add(1, desk.shelf.people(&[account]).await?);
    }
    desk.begin("Taking petitions", petitions.len() as u64);
    for some in petitions.chunks(AT_ONCE) {
        take(desk, &house, &mut crowd, some).await?;
        desk.bar.inc(some.len() as u64);
    }
    let people = crowd.count();
    desk.report.people.brought += people.brought;
    desk.report.people.new += people.new;
    remarks(desk, &petitions, unread);
    Ok(())
}

fn about(desk: &Desk<'_>) -> About {
    About {
        question: "What did people ask the UK Government and Parliament to do?".to_owned(),
        brief: format!(
            "Petitions from petition.parliament.uk, and what the Government responded. How many signed each is not shown, \
             because the records don’t say who they were.\n\n{ATTRIBUTION}"
        ),
        language: desk.plan.language.clone(),
        voting_rule: VotingRule::SupportOnly,
        publishing_mode: PublishingMode::AfterReview,
    }
}

async fn take(
    desk: &mut Desk<'_>,
    house: &House,
    crowd: &mut Crowd,
    petitions: &[Petition],
) -> Result<(), ImportError> {
    let (mut ideas, mut replies, mut refusals) = (Vec::new(), Vec::new(), Vec::new());
    for petition in petitions {
        let author = crowd.person(petition.number, house.times.at(petition.at));
        ideas.push(house.idea(desk, petition, author));
        replies.extend(house.reply(desk, petition));
        refusals.extend(house.refusal(desk, petition, author));
    }
    crowd.settle(desk.shelf).await?;
    desk.report.ideas.add(ideas.len(), desk.shelf.ideas(&ideas).await?);
    desk.report.replies.add(replies.len(), desk.shelf.replies(&replies).await?);
    desk.report.refusals.add(refusals.len(), desk.shelf.refusals(&refusals).await?);
    Ok(())
}

impl House {
    fn name(&self, petition: &Petition) -> IdeaId {
        IdeaId::imported(self.times.at(petition.at), &self.source, &petition.number.to_string())
    }

    fn idea(&self, desk: &mut Desk<'_>, petition: &Petition, author: PersonId) -> PastIdea {
        let fitted = words::idea(&petition.action, &petition.body(), &format!("Petition {}", petition.number));
        if !fitted.mended.is_empty() {
            desk.report.notes.add(FILE, petition.line, Fate::Mended, fitted.mended.join(" "));
        }
        PastIdea {
            id: self.name(petition),
            campaign: self.campaign,
            author,
            title: fitted.title,
            body: fitted.body,
            language: desk.plan.language.clone(),
            status: petition.status,
            created_at: self.times.at(petition.at),
        }
    }

    fn reply(&self, desk: &mut Desk<'_>, petition: &Petition) -> Option<PastReply> {
        let response = petition.response.as_ref()?;
        let answer = answer::answer(petition.number, response, &desk.plan.language);
        let (fate, why) = match &answer {
            Ok(answer) => (Fate::Mended, answer.why.clone()),
            Err(why) => (Fate::NotTaken, why.clone()),
        };
        desk.report.notes.add(FILE, petition.line, fate, why);
        let answer = answer.ok()?;
        let published_at = self.times.at(response.at);
        let nothing = Timestamp::from_micros(0);
        Some(PastReply {
            id: ReplyId::imported(published_at, &self.source, &petition.number.to_string()),
            idea: self.name(petition),
            department: DepartmentId::imported(nothing, &self.source, answer.department.as_str()),
            department_name: answer.department,
            text: answer.text,
            published_at,
            by: self.office,
        })
    }

    fn refusal(&self, desk: &mut Desk<'_>, petition: &Petition, author: PersonId) -> Option<PastRefusal> {
        if petition.status != IdeaStatus::Rejected {
            return None;
        }
        let Some(rejection) = &petition.rejection else {
            let why = "It was refused, but the record doesn’t say why or when: the idea is there, without a decision.";
            desk.report.notes.add(FILE, petition.line, Fate::Mended, why);
            return None;
        };
        let (reason, note, mended) = refusal::refusal(rejection);
        if let Some(why) = mended {
            desk.report.notes.add(FILE, petition.line, Fate::Mended, why);
        }
        let at = self.times.at(rejection.at);
        let id = DecisionId::imported(at, &self.source, &petition.number.to_string());
        Some(PastRefusal { id, idea: self.name(petition), author, reason, note, by: self.office, at })
    }
}

/// What can't be imported at all.
fn remarks(desk: &mut Desk<'_>, petitions: &[Petition], unread: Option<closed::Unread>) {
    let signatures = petitions.iter().fold(0_u64, |sum, petition| sum.saturating_add(petition.signatures));
    let remarks = &mut desk.report.remarks;
    if signatures > 0 {
        remarks.push(format!(
            "{} signatures are numbers only: nobody knows whose they were, so they were not imported.",
            thousands(signatures)
        ));
    }
    if let Some(unread) = unread {
        remarks.push(format!(
            "{}: {} petitions with {} signatures have neither a text nor a time there, so none of them was imported.",
            closed::FILE,
            thousands(unread.petitions),
            thousands(unread.signatures)
        ));
    }
    remarks.push(format!("Whoever shows these records must say: {ATTRIBUTION}"));
}
