//! Reading the records of petitions, one by one: a bad one is told and passed over, and doesn't end the import.

use std::collections::HashSet;
use std::io::BufReader;

use folkmoot_ideas::IdeaStatus;
use serde::Deserialize;
use serde_json::Value;

use crate::import::plan::Span;
use crate::import::run::Desk;
use crate::import::{Fate, ImportError};

/// Its name.
pub(super) const FILE: &str = "petitions-with-responses-and-rejections.json";

/// A petition that can be taken.
#[derive(Debug, Clone)]
pub(super) struct Petition {
    /// Its number.
    pub(super) number: u64,
    /// Its place in the list; the first is 1.
    pub(super) line: u64,
    /// When it was written, in milliseconds since 1970.
    pub(super) at: i64,
    /// What shall be done: its title.
    pub(super) action: String,
    background: String,
    details: String,
    /// Where it stands as an idea, before any answer.
    pub(super) status: IdeaStatus,
    /// How many signed it.
    pub(super) signatures: u64,
    /// What the Government responded.
    pub(super) response: Option<Response>,
    /// Why it was refused.
    pub(super) rejection: Option<Rejection>,
}

/// What the Government responded.
#[derive(Debug, Clone)]
pub(super) struct Response {
    /// When, in milliseconds since 1970.
    pub(super) at: i64,
    /// In short.
    pub(super) summary: String,
    /// In full.
    pub(super) details: String,
}

/// Why a petition was refused.
#[derive(Debug, Clone)]
pub(super) struct Rejection {
    /// When, in milliseconds since 1970.
    pub(super) at: i64,
    /// The source's own word for it.
    pub(super) code: String,
    /// The source's own words.
    pub(super) details: String,
}

#[derive(Deserialize)]
struct Record {
    id: u64,
    attributes: Attributes,
}

#[derive(Deserialize)]
struct Attributes {
    action: String,
    background: Option<String>,
    additional_details: Option<String>,
    created_at: String,
    state: String,
    signature_count: Option<u64>,
    rejected_at: Option<String>,
    rejection: Option<RawRejection>,
    government_response: Option<RawResponse>,
    government_response_at: Option<String>,
}

#[derive(Deserialize)]
struct RawRejection {
    code: String,
    details: Option<String>,
}

#[derive(Deserialize)]
struct RawResponse {
    created_at: Option<String>,
    summary: Option<String>,
    details: Option<String>,
}

/// Reads all petitions, in the order of their times.
pub(super) fn read(desk: &mut Desk<'_>, span: &mut Span) -> Result<Vec<Petition>, ImportError> {
    let failed = |source| ImportError::Read { file: FILE, source };
    let opened = desk.folder.open(FILE).map_err(failed)?.ok_or(ImportError::NoFile { file: FILE })?;
    let records: Vec<Value> =
        serde_json::from_reader(BufReader::new(opened.content)).map_err(|why| failed(why.into()))?;
    let (mut petitions, mut known) = (Vec::with_capacity(records.len()), HashSet::new());
    for (line, record) in (1_u64..).zip(records) {
        match petition(line, record) {
            Ok(petition) if known.insert(petition.number) => {
                petition.times().for_each(|at| span.see(at));
                petitions.push(petition);
            }
            Ok(petition) => {
                let why = format!("Petition {} stands further up already.", petition.number);
                desk.report.notes.add(FILE, line, Fate::NotTaken, why);
            }
            Err(why) => desk.report.notes.add(FILE, line, Fate::NotTaken, why),
        }
    }
    petitions.sort_by_key(|petition| (petition.at, petition.number));
    Ok(petitions)
}

fn petition(line: u64, record: Value) -> Result<Petition, String> {
    let record: Record =
        serde_json::from_value(record).map_err(|why| format!("It is no record of a petition: {why}."))?;
    let has = record.attributes;
    let created = millis("created_at", &has.created_at)?;
    let response = has.government_response.map(|raw| {
        let at = raw.created_at.or(has.government_response_at).unwrap_or_default();
        let at = millis("government_response", &at)?;
        let (summary, details) = (raw.summary.unwrap_or_default(), raw.details.unwrap_or_default());
        Ok::<_, String>(Response { at, summary, details })
    });
    // A petition that has no day of its refusal isn't given one.
    let rejection = has.rejection.zip(has.rejected_at).map(|(raw, at)| {
        let at = millis("rejected_at", &at)?;
        Ok::<_, String>(Rejection { at, code: raw.code, details: raw.details.unwrap_or_default() })
    });
    Ok(Petition {
        number: record.id,
        line,
        at: created,
        action: has.action,
        background: has.background.unwrap_or_default(),
        details: has.additional_details.unwrap_or_default(),
        status: status(&has.state)?,
        signatures: has.signature_count.unwrap_or(0),
        response: response.transpose()?,
        rejection: rejection.transpose()?,
    })
}

/// What a state there means here. What nobody had looked at yet waits.
fn status(state: &str) -> Result<IdeaStatus, String> {
    match state {
        "open" | "closed" => Ok(IdeaStatus::Published),
        "rejected" | "hidden" => Ok(IdeaStatus::Rejected),
        "pending" | "validated" | "sponsored" | "flagged" => Ok(IdeaStatus::Submitted),
        other => Err(format!("The state “{}” has no meaning here.", folkmoot_text::shorten(other, 40))),
    }
}

fn millis(field: &str, raw: &str) -> Result<i64, String> {
    let no_time = || format!("The field “{field}” is no time: “{}”.", folkmoot_text::shorten(raw, 40));
    let at: jiff::Timestamp = raw.parse().map_err(|_not_a_time| no_time())?;
    Ok(at.as_millisecond()).and_then(|at| if at >= 0 { Ok(at) } else { Err(no_time()) })
}

impl Petition {
    /// The background and the additional details; an action too long for a title comes first, whole.
    pub(super) fn body(&self) -> String {
        let action = if folkmoot_ideas::Title::parse(&self.action).is_ok() { "" } else { self.action.trim() };
        let parts = [action, self.background.trim(), self.details.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn times(&self) -> impl Iterator<Item = i64> + '_ {
        let more = [self.response.as_ref().map(|one| one.at), self.rejection.as_ref().map(|one| one.at)];
        std::iter::once(self.at).chain(more.into_iter().flatten())
    }
}
