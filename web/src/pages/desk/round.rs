//! What is known round an item: whose it is, what people say is wrong with it, ideas that say something similar, and the
//! decision that somebody asks to be looked at again.

use std::collections::HashMap;

use folkmoot_common::{Id as _, PersonId};
use folkmoot_ideas::Idea;
use folkmoot_moderation::{AppealRead, Dossier, Item, Target};
use folkmoot_people::PublicPerson;

use super::decided::Past;
use super::list::name;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::cards::Standing;
use crate::pages::link;
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Words;

/// Similar ideas that are shown.
const NEAR: usize = 5;

/// Somebody whose post it is.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) since: When,
    pub(crate) published: u64,
    pub(crate) trusted: bool,
    pub(crate) suspended: Option<When>,
    pub(crate) decisions: Vec<Past>,
    pub(crate) more: String,
}

/// What somebody said is wrong.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) ground: String,
    pub(crate) details: Option<String>,
    pub(crate) who: Option<String>,
    pub(crate) at: When,
}

/// An idea that says something similar.
#[derive(Debug, Clone)]
pub(crate) struct Near {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) path: String,
    pub(crate) status: Standing,
    pub(crate) support: i64,
}

/// What was asked to be looked at again.
#[derive(Debug, Clone)]
pub(crate) struct Appealed {
    pub(crate) decision: Past,
    pub(crate) by_reporter: bool,
    pub(crate) words: String,
    pub(crate) at: When,
}

/// Everybody whom the page names, in one statement.
pub(super) async fn people(
    site: &Site,
    item: &Item,
    dossier: &Dossier,
) -> Result<HashMap<PersonId, PublicPerson>, PageError> {
    let mut ids = vec![item.author];
    ids.extend(item.lock.map(|lock| lock.by));
    ids.extend(item.second_opinion.as_ref().map(|asked| asked.by));
    ids.extend(dossier.reports.iter().filter_map(|report| report.reporter));
    ids.sort_unstable();
    ids.dedup();
    Ok(site.people.named(&ids).await?)
}

pub(super) async fn writer(
    site: &Site,
    asking: &Asking,
    item: &Item,
    dossier: &Dossier,
    people: &HashMap<PersonId, PublicPerson>,
) -> Result<Writer, PageError> {
    let record = &dossier.author;
    let now = site.sources.now();
    Ok(Writer {
        name: name(asking.here.words, people, item.author),
        path: link::person(item.author),
        since: When::day(record.since),
        published: record.published,
        trusted: record.trusted,
        suspended: record.suspended_until.filter(|until| *until > now).map(When::day),
        decisions: Past::all(site, asking, &record.decisions).await?,
        more: format!("/moderation?author={}", item.author.uuid().simple()),
    })
}

pub(super) fn reports(words: Words, dossier: &Dossier, people: &HashMap<PersonId, PublicPerson>) -> Vec<Said> {
    let said = |report: &folkmoot_moderation::ReportRead| Said {
        ground: format!("report-ground-{}", report.ground.as_str()),
        details: report.details.clone(),
        who: report.reporter.map(|id| name(words, people, id)).or_else(|| report.reporter_name.clone()),
        at: When::minute(report.at),
    };
    dossier.reports.iter().map(said).collect()
}

/// Ideas that say something similar to this idea; for a comment or a name there are none.
pub(super) async fn near(site: &Site, asking: &Asking, item: &Item) -> Result<Vec<Near>, PageError> {
    let Target::Idea(own) = item.target else { return Ok(Vec::new()) };
    let found = site.ideas.similar(&asking.viewer, None, &item.title, NEAR + 1).await?;
    let one = |idea: Idea| Near {
        number: idea.number,
        path: link::idea(&idea),
        title: idea.title.as_str().to_owned(),
        language: idea.language.as_str().to_owned(),
        status: Standing(idea.status),
        support: idea.tally.support,
    };
    Ok(found.into_iter().filter(|idea| idea.id != own).take(NEAR).map(one).collect())
}

pub(super) async fn appealed(site: &Site, asking: &Asking, appeal: &AppealRead) -> Result<Appealed, PageError> {
    let past = Past::all(site, asking, std::slice::from_ref(&appeal.decision)).await?.pop();
    Ok(Appealed {
        decision: past.ok_or(PageError::NotFound)?,
        by_reporter: appeal.by_reporter,
        words: appeal.words.clone(),
        at: When::minute(appeal.at),
    })
}
