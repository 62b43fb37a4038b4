//! `/desk/ideas/{number}`: everything about one idea that an answer needs, on one page, with the forms to act on it. Whoever
//! is of another department reads it, and is offered no more than a note.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, PersonId, Role, Timestamp};
use folkmoot_ideas::{IdeaStatus, Mover};
use folkmoot_replies::{Department, Draft, Filled, Kind, ReplyText};

use super::clock::TypedClock;
use super::deliver::{Step, TypedDelivery};
use super::due::{Almanac, Due};
use super::form::ReplyForm;
use super::growth::Plot;
use super::hand::TypedHanding;
use super::known::Known;
use super::moments::{Moment, moments};
use super::past::{Past, past};
use super::promises::{Act, Promised, acts};
use super::typed::TypedReply;
use super::voices::{Side, voices};
use super::{door, frame, pack_path};
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::pages::cards::Standing;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, Raw, again, page};
use crate::pages::lang::Lang;
use crate::pages::link;
use crate::pages::reply_card::ReplyCard;
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Words;

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    done: Option<String>,
}

/// What a form brought back with it.
#[derive(Debug, Default)]
pub(super) struct Came {
    pub(super) done: Option<String>,
    pub(super) reply: Option<TypedReply>,
    /// The answer that shall be shown as citizens will see it.
    pub(super) preview: Option<ReplyText>,
    pub(super) clash: Option<Clash>,
    /// What a template that was chosen put in, and what it left.
    pub(super) filled: Option<Filled>,
    pub(super) note: String,
    pub(super) handing: TypedHanding,
    pub(super) clock: TypedClock,
    pub(super) delivery: TypedDelivery,
    pub(super) moving: TypedDelivery,
    pub(super) wrong: Wrong,
}

/// Whose words stand in the way of a draft.
#[derive(Debug, Clone)]
pub(super) enum Clash {
    /// Somebody saved this one meanwhile.
    Changed(Box<Draft>),
    /// Somebody has it open up to then.
    Locked(PersonId, Timestamp),
}

/// A department that has the idea.
#[derive(Debug, Clone)]
pub(crate) struct Holder {
    pub(crate) department: String,
    pub(crate) lead: bool,
    pub(crate) officer: Option<String>,
    pub(crate) since: When,
}

/// A department to choose.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What a colleague wrote.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) by: String,
    pub(crate) at: When,
    pub(crate) html: Raw,
}

/// The idea itself.
#[derive(Debug, Clone)]
pub(crate) struct About {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) html: Raw,
    /// Whether that says anything that the title doesn't.
    pub(crate) says_more: bool,
    pub(crate) status: Standing,
    pub(crate) path: String,
    /// Everything that it ever said.
    pub(crate) history: String,
    /// Where it is sorted.
    pub(crate) sort: String,
    /// Its place and its tags.
    pub(crate) labels: String,
    pub(crate) author: String,
    pub(crate) posted: When,
    pub(crate) support: i64,
    pub(crate) oppose: i64,
    pub(crate) comments: i64,
}

#[derive(Template)]
#[template(path = "officers_pack.html")]
struct Pack {
    frame: Frame,
    idea: About,
    due: Option<Due>,
    moments: Vec<Moment>,
    promises: Vec<Promised>,
    plot: Option<Plot>,
    sides: [Side; 2],
    past: Vec<Past>,
    replies: Vec<ReplyCard>,
    notes: Vec<Said>,
    /// The names of those whom a note may name.
    colleagues: Vec<String>,
    holders: Vec<Holder>,
    departments: Vec<Choice>,
    /// Whether the viewer answers, and whether they may help.
    leads: bool,
    helps: bool,
    /// Whether the viewer has taken it, and whether they watch it.
    mine: bool,
    watched: bool,
    /// Whether it is answered, and nobody writes a further answer yet.
    further: bool,
    acts: Vec<Act>,
    note: String,
    handing: TypedHanding,
    clock: TypedClock,
    /// Steps of what was answered, and where the idea can move from here.
    milestones: Vec<Step>,
    ways: Vec<Standing>,
    delivery: TypedDelivery,
    moving: TypedDelivery,
    reply: ReplyForm,
    wrong: Wrong,
}

/// `GET /desk/ideas/{number}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(number): Path<i64>,
    Query(Wanted { done }): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    draw(&site, &asking, number, Came { done, ..Came::default() }).await
}

/// The pack, with what a form brought back. Something to mend makes it an answer to a bad form.
pub(super) async fn draw(site: &Site, asking: &Asking, number: i64, came: Came) -> Result<Response, PageError> {
    let known = Known::of(site, asking, number).await?;
    let words = asking.here.words;
    let almanac = Almanac::open(site, words).await?;
    let sides = voices(site, asking, &known.idea).await?;
    let is_wrong = came.wrong.any();
    let begun = is_wrong || came.reply.is_some() || known.draft.is_some();
    let drawn = frame(site, asking).with_notice(came.done.as_deref()).at(&pack_path(number));
    let drawn = if is_wrong { drawn.with_errors() } else { drawn };
    let open = known.departments.iter().filter(|one| one.closed_at.is_none());
    let of_reply = known.standings.iter().find(|one| one.promise.step.kind == Kind::Reply);
    let pack = Pack {
        idea: About::of(&known, words),
        due: of_reply.map(|one| almanac.duty(&one.duty)),
        moments: moments(&known.idea, &known.progress.happenings),
        promises: known.standings.iter().map(|one| Promised::of(one, words, &almanac)).collect(),
        plot: Plot::of(site, asking, &known.idea).await?,
        past: past(site, asking, &known.idea).await?,
        replies: cards(site, asking, &known).await?,
        notes: notes(&known, words),
        colleagues: colleagues(&known, asking),
        holders: holders(&known, words),
        departments: open.map(Choice::of).collect(),
        leads: known.leads,
        helps: known.helps,
        mine: known.lead().is_some_and(|lead| lead.officer.is_some_and(|officer| asking.viewer.is(officer))),
        watched: site.replies.watches(&asking.viewer, known.idea.id).await?,
        further: !known.progress.replies.is_empty() && !begun,
        acts: if known.leads { acts(&known.standings) } else { Vec::new() },
        reply: ReplyForm::of(site, asking, &known, &sides, &came, &drawn),
        note: came.note,
        handing: came.handing,
        clock: came.clock,
        milestones: known.progress.milestones.iter().map(Step::of).collect(),
        ways: ways(&known),
        delivery: came.delivery,
        moving: came.moving,
        wrong: came.wrong,
        sides,
        frame: drawn,
    };
    if is_wrong { again(&pack) } else { page(&pack) }
}

impl About {
    fn of(known: &Known, words: Words) -> Self {
        let idea = &known.idea;
        Self {
            number: idea.number,
            title: idea.title.as_str().to_owned(),
            language: Lang::of(words, &idea.language),
            html: Raw(idea.html.clone().unwrap_or_else(|| idea.body.to_html())),
            says_more: idea.says_more(),
            status: Standing(idea.status),
            path: link::idea(idea),
            history: link::act(idea, "history"),
            sort: link::act(idea, "labels"),
            labels: known.labels.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "),
            author: known.name(words, idea.author),
            posted: When::known(idea.created_at),
            support: idea.tally.support,
            oppose: idea.tally.oppose,
            comments: idea.tally.comments,
        }
    }
}

impl Choice {
    pub(super) fn of(department: &Department) -> Self {
        Self { id: department.id.uuid().to_string(), name: department.name.clone() }
    }
}

/// Where an answered idea can move from where it stands, by the one table of moves.
fn ways(known: &Known) -> Vec<Standing> {
    let from = known.idea.status;
    let officer = Mover::Holder([Role::Officer].into_iter().collect());
    let can = |to: &IdeaStatus| from.may_go_on(*to) && from.may_move(*to, officer);
    IdeaStatus::ALL.into_iter().filter(can).map(Standing).collect()
}

async fn cards(site: &Site, asking: &Asking, known: &Known) -> Result<Vec<ReplyCard>, PageError> {
    let mut cards = Vec::new();
    for reply in &known.progress.replies {
        cards.push(ReplyCard::for_staff(site, asking, reply).await?);
    }
    Ok(cards)
}

fn holders(known: &Known, words: Words) -> Vec<Holder> {
    let holder = |one: &folkmoot_replies::Assignment| Holder {
        department: one.name.clone(),
        lead: one.lead,
        officer: one.officer.map(|officer| known.name(words, officer)),
        since: When::day(one.since),
    };
    known.progress.assignments.iter().map(holder).collect()
}

fn notes(known: &Known, words: Words) -> Vec<Said> {
    let said = |note: &folkmoot_replies::StaffNote| Said {
        by: note.name.clone().unwrap_or_else(|| known.name(words, note.by)),
        at: When::minute(note.at),
        html: Raw(note.words.to_html()),
    };
    known.notes.iter().map(said).collect()
}

fn colleagues(known: &Known, asking: &Asking) -> Vec<String> {
    let others = known.officers.iter().filter(|officer| !asking.viewer.is(officer.person));
    let mut names: Vec<String> = others.filter_map(|officer| officer.name.clone()).collect();
    names.sort();
    names.dedup();
    names
}
