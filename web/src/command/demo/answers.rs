//! What a council does with its ideas, for a demonstration: made-up departments, a promise, and one made-up answer to a
//! real idea. The answer says so itself.

use folkmoot_common::{DepartmentId, PageRequest, PersonId, Role, Viewer};
use folkmoot_ideas::{IdeaFilter, IdeaQuery, SearchWords};
use folkmoot_replies::{DepartmentText, Kind, RawReply, Route, Step, TemplateChange, Typed};

use crate::command::Failure;
use crate::site::Site;

/// The campaign that is open now.
const CAMPAIGN: &str = "bowling-green-2050";

/// A department: its name, what it answers for, and the words by which ideas find it.
type Made = (&'static str, &'static str, &'static [&'static str]);

const DEPARTMENTS: [Made; 3] = [
    (
        "Parks and rivers",
        "Parks, playgrounds, trees, the river and its banks.",
        &["park", "parks", "river", "riverfront", "green spaces"],
    ),
    ("Roads and transport", "Streets, pavements, buses, cycling and parking.", &["traffic", "transit", "roads"]),
    (
        "Community and culture",
        "Libraries, the arts, safety, and everybody’s welcome.",
        &["community", "family", "welcoming"],
    ),
];

/// What is promised: at so many supporters, within so many working days.
const STEPS: [Step; 2] = [
    Step { kind: Kind::Acknowledge, supporters: 50, working_days: 5 },
    Step { kind: Kind::Reply, supporters: 55, working_days: 15 },
];

/// The idea that is answered, by its words.
const ABOUT: &str = "riverfront investment";

const REASONS: &str = "We will build the first part: a path along the water, with places to sit, between the two bridges. \
It can flood without harm, and it is paid for.\n\nWe won’t build on the banks beyond it. They flood every few years, and \
what stands there would be built twice.\n\n*This answer is made up, like the department that gives it.*";

const ARGUMENTS: &str = "Several of you said that whatever is built there floods. You are right, and the path is planned \
for it. Others asked to mend the pavements first: both can be done, out of different budgets.";

/// Words to begin answers with: a name, the answer in a word, why, and what happens next.
const TEMPLATES: [(&str, &str, &str, &str); 2] = [
    (
        "Not ours: the county decides",
        "NOT_OURS",
        "Thank you for “{{title}}”. {{supporters}} of you support it, and we have read what you wrote.\n\n\
         The county decides this, and we don’t. We have sent it your idea, with your comments, and asked for an answer.",
        "We tell you here what the county says.",
    ),
    (
        "Not now: the budget is set",
        "NOT_NOW",
        "Thank you for “{{title}}”. We promised an answer by {{promised_day}}, and this is it.\n\n\
         We would like to do this, and there is no money for it in this year’s budget.\n\n### What would have to change\n\n",
        "{{department}} brings it forward when the next budget is made.",
    ),
];

/// Sets up departments and a promise, and answers one idea, all by these two.
pub(super) async fn begin(site: &Site, officer: PersonId, admin: PersonId) -> Result<(), Failure> {
    let admin = Viewer::Person { id: admin, roles: [Role::Citizen, Role::Admin].into_iter().collect() };
    let mut routes = Vec::new();
    for (name, about, words) in DEPARTMENTS {
        let text = DepartmentText::parse(name, about, false).map_err(|why| Failure::words(why.to_string()))?;
        let department = site.replies.save_department(&admin, None, &text).await?;
        site.replies.join(&admin, department, officer, &format!("Officer for {}", name.to_lowercase())).await?;
        let rule = |word: &&str| Route {
            position: 0,
            place: None,
            tag: None,
            department,
            campaign: None,
            word: Some((*word).to_owned()),
        };
        routes.extend(words.iter().map(rule));
        templates(site, &admin, department).await?;
    }
    site.replies.set_routes(&admin, &routes).await?;
    let Some(campaign) = site.ideas.campaign(CAMPAIGN).await? else { return Ok(()) };
    site.replies.set_steps(&admin, campaign.id, &STEPS).await?;
    site.replies.round().await?;
    answer(site, &Viewer::Person { id: officer, roles: [Role::Citizen, Role::Officer].into_iter().collect() }).await
}

async fn templates(site: &Site, admin: &Viewer, department: DepartmentId) -> Result<(), Failure> {
    for (title, outcome, reasons, next_step) in TEMPLATES {
        let raw = RawReply {
            outcome: outcome.to_owned(),
            refer_to: if outcome == "NOT_OURS" { "The county’s public works desk".to_owned() } else { String::new() },
            reasons: reasons.to_owned(),
            next_step: next_step.to_owned(),
            language: "en".to_owned(),
            ..RawReply::default()
        };
        let change = TemplateChange { id: None, department, seen: 0, title, raw: &raw };
        site.replies.save_template(admin, change).await?;
    }
    Ok(())
}

async fn answer(site: &Site, officer: &Viewer) -> Result<(), Failure> {
    let search = SearchWords::parse(ABOUT).ok();
    let asked = IdeaQuery { filter: IdeaFilter { search, ..IdeaFilter::default() }, ..IdeaQuery::default() };
    let found = site.ideas.list(&Viewer::Nobody, &asked, &PageRequest::first(1)).await?;
    let Some(listed) = found.items.first() else { return Ok(()) };
    let raw = RawReply {
        outcome: "PARTLY".to_owned(),
        reasons: REASONS.to_owned(),
        arguments: ARGUMENTS.to_owned(),
        cost: "About 1.2 million, out of this year’s budget for parks".to_owned(),
        next_step: "The plans can be seen, and talked about, in the town hall.".to_owned(),
        next_date: in_days(site, 60),
        role: "Head of Parks and rivers".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    };
    let number = listed.idea.number;
    site.replies.publish(officer, number, Typed { raw, ..Typed::default() }).await?;
    site.replies.set_milestone(officer, number, ("The path is open between the bridges", &in_days(site, 240))).await?;
    Ok(())
}

/// So many days from now, as a form has it.
fn in_days(site: &Site, days: i64) -> String {
    let now = jiff::Timestamp::from_microsecond(site.sources.now().micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    site.zone.to_datetime(now).date().saturating_add(jiff::ToSpan::days(days)).to_string()
}
