//! An item whole, as a template shows it: what it says, everything that is known about it, and the form that decides.

use folkmoot_common::PersonId;
use folkmoot_ideas::Campaign;
use folkmoot_moderation::{ActKind, Dossier, Item, ItemKind, Lock, Target};
use folkmoot_text::Markdown;

use super::decided::Past;
use super::list::{hunch, name, queue_at};
use super::reasons::{Offered, offered};
use super::round::{Appealed, Near, Said, Writer, appealed, near, people, reports, writer};
use super::span::{Due, Span};
use super::verdict::{DAYS, Typed};
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::changes::{Stretch, changes};
use crate::pages::form::Wrong;
use crate::pages::frame::Raw;
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::when::When;
use crate::site::Site;

/// What keeps a decision from being made, or kept one from being made.
#[derive(Debug, Clone)]
pub(crate) enum Trouble {
    /// It changed since its reader opened it: what it said then and what it says now. What they had made of the old text
    /// is kept for them to copy from.
    Changed { differs: Differs, typed: Option<String> },
    /// Somebody else was faster.
    Already,
}

/// Two versions of a text, side by side in one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Differs {
    pub(crate) heading: Vec<Stretch>,
    pub(crate) body: Vec<Stretch>,
}

impl Differs {
    /// From one title and text to another. A title that stayed is not told.
    pub(super) fn of(old: (&str, &str), new: (&str, &str)) -> Self {
        let heading = if old.0 == new.0 { Vec::new() } else { changes(old.0, new.0) };
        Self { heading, body: changes(old.1, &new.1.replace("\r\n", "\n")) }
    }
}

/// An edit that waits, or what stood before words were taken out.
#[derive(Debug, Clone)]
pub(crate) struct Edited {
    pub(crate) at: When,
    pub(crate) differs: Differs,
}

/// An act that can be chosen.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// The first one has the field's own name as its id.
    pub(crate) id: String,
    pub(crate) act: &'static str,
    /// Whether a reason must be given with it.
    pub(crate) reason: bool,
    pub(crate) note: bool,
    /// Whether the item is done with it.
    pub(crate) settles: bool,
}

/// The item.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) state: &'static str,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) html: Option<Raw>,
    /// Its own page, and what stands on it.
    pub(crate) path: String,
    pub(crate) number: Option<i64>,
    pub(crate) comment: Option<i32>,
    pub(crate) campaign: Option<String>,
    pub(crate) opened: When,
    pub(crate) waits: Span,
    pub(crate) due: Due,
    pub(crate) seen: i32,
    pub(crate) writer: Writer,
    pub(crate) earlier: Vec<Past>,
    pub(crate) reports: Vec<Said>,
    pub(crate) reported: u32,
    pub(crate) reach: u64,
    pub(crate) hunches: Vec<(String, String)>,
    pub(crate) near: Vec<Near>,
    pub(crate) edit: Option<Edited>,
    /// What stood before words were taken out, kept for staff.
    pub(crate) original: Option<Edited>,
    /// What the reader reads where no revision of it is kept: the edit that waits, or a name.
    pub(crate) was: Option<(String, String)>,
    /// What a redaction would change, as it is typed.
    pub(crate) redaction: Option<Differs>,
    pub(crate) appeal: Option<Appealed>,
    pub(crate) alike: u64,
    pub(crate) alike_href: String,
    /// Who else has it open.
    pub(crate) lock: Option<String>,
    /// The message that says why the viewer can't decide on it.
    pub(crate) barred: Option<&'static str>,
    /// Who asked for a second opinion, and what they wonder.
    pub(crate) second: Option<(String, String)>,
    /// Whether it was the viewer who asked.
    pub(crate) asked: bool,
    pub(crate) trouble: Option<Trouble>,
    /// Acts by one press, and those that need more.
    pub(crate) quick: Vec<Choice>,
    pub(crate) acts: Vec<Choice>,
    pub(crate) reasons: Vec<Offered>,
    pub(crate) campaigns: Vec<Choosable>,
    pub(crate) days: [u16; 4],
    /// Whether a title can be redacted too.
    pub(crate) titled: bool,
    pub(crate) typed: Typed,
    pub(crate) wrong: Wrong,
    /// The second opinion's own words, as typed.
    pub(crate) why: String,
    /// What every form of it sends along in its address.
    pub(crate) query: String,
    /// The queue that it is in.
    pub(crate) back: String,
}

impl Case {
    /// The item as it stands now, with an empty form.
    pub(super) async fn of(
        site: &Site,
        asking: &Asking,
        item: &Item,
        campaigns: &[Campaign],
        query: &str,
    ) -> Result<Self, PageError> {
        let dossier = site.moderation.dossier(&asking.viewer, item).await?;
        let people = people(site, item, &dossier).await?;
        let alike = site.moderation.alike(&asking.viewer, &[item.cluster]).await?;
        let now = site.sources.now();
        let me = asking.viewer.person();
        let (quick, acts) = choices(item, &dossier);
        let path = item.place.path(item.target);
        let lock = item.lock.filter(|_| me.is_some_and(|me| item.is_locked_for(me, now)));
        Ok(Self {
            id: item.id.to_string(),
            kind: item.kind.as_str(),
            state: item.state.as_str(),
            title: item.title.clone(),
            language: item.language.clone(),
            html: item.says_more().then(|| Raw(Markdown::from_stored(item.body.clone()).to_html())),
            path,
            number: item.place.number,
            comment: item.place.comment.filter(|_| matches!(item.target, Target::Comment(_))),
            campaign: (campaigns.iter().find(|one| Some(one.id) == item.place.campaign))
                .map(|one| one.question.clone()),
            opened: When::minute(item.opened_at),
            waits: Span::of(now.since(item.opened_at)),
            due: Due::of(item.due_at, now),
            seen: item.revision,
            writer: writer(site, asking, item, &dossier, &people).await?,
            earlier: Past::all(site, asking, &dossier.earlier).await?,
            reports: reports(asking.here.words, &dossier, &people),
            reported: item.reports,
            reach: item.reach,
            hunches: item.hunches.iter().map(hunch).collect(),
            near: near(site, asking, item).await?,
            edit: dossier.edit.as_ref().map(|edit| Edited {
                at: When::minute(edit.written_at),
                differs: Differs::of(
                    (&item.title, &item.body),
                    (edit.title.as_ref().unwrap_or(&item.title), edit.body.as_str()),
                ),
            }),
            original: dossier.original.as_ref().map(|kept| Edited {
                at: When::minute(kept.at),
                differs: Differs::of(
                    (kept.title.as_ref().unwrap_or(&item.title), &kept.body),
                    (&item.title, &item.body),
                ),
            }),
            was: was(item, &dossier),
            redaction: None,
            appeal: match &dossier.appeal {
                Some(appeal) => Some(appealed(site, asking, appeal).await?),
                None => None,
            },
            alike: alike.get(&item.cluster).map_or(0, |n| n.saturating_sub(1)),
            alike_href: format!("/moderation?cluster={}", item.cluster.simple()),
            lock: lock.map(|lock: Lock| name(asking.here.words, &people, lock.by)),
            barred: me.and_then(|me| barred(item, &dossier, me)),
            second: item
                .second_opinion
                .as_ref()
                .map(|asked| (name(asking.here.words, &people, asked.by), asked.why.clone())),
            asked: item.closed_at.is_none() && item.second_opinion.as_ref().is_some_and(|asked| Some(asked.by) == me),
            trouble: None,
            quick,
            acts,
            reasons: offered(site, asking).await?,
            campaigns: targets(asking, item, campaigns),
            days: DAYS,
            titled: matches!(item.target, Target::Idea(_)),
            typed: Typed::of(item),
            wrong: Wrong::default(),
            why: String::new(),
            back: queue_at(query),
            query: query.to_owned(),
        })
    }

    /// The same, where somebody has typed already.
    pub(super) fn again(self, typed: Typed, wrong: Wrong) -> Self {
        Self { typed, wrong, ..self }
    }
}

/// What the reader of an item reads, where nobody could look it up later.
fn was(item: &Item, dossier: &Dossier) -> Option<(String, String)> {
    match (item.kind, &dossier.edit) {
        (ItemKind::Edit, Some(edit)) => {
            Some((edit.title.clone().unwrap_or_else(|| item.title.clone()), edit.body.as_str().to_owned()))
        }
        (ItemKind::Name, _) => Some((item.title.clone(), String::new())),
        _ => None,
    }
}

/// Acts by one press, and those that say more than that.
fn choices(item: &Item, dossier: &Dossier) -> (Vec<Choice>, Vec<Choice>) {
    let needs_more =
        |act: &ActKind| act.needs_reason() || matches!(act, ActKind::Move | ActKind::Uphold | ActKind::Overturn);
    let (more, quick): (Vec<ActKind>, Vec<ActKind>) = item.acts().partition(needs_more);
    let choice = |(at, act): (usize, ActKind)| Choice {
        id: if at == 0 { "act".to_owned() } else { format!("act-{}", at + 1) },
        act: act.as_str(),
        reason: dossier.needs_reason(act),
        note: matches!(act, ActKind::Uphold | ActKind::Overturn),
        settles: act.settles(),
    };
    let all = |acts: Vec<ActKind>| acts.into_iter().enumerate().map(choice).collect();
    (all(quick), all(more))
}

/// Why this moderator can't decide on it, whatever they press.
fn barred(item: &Item, dossier: &Dossier, me: PersonId) -> Option<&'static str> {
    if item.closed_at.is_some() {
        Some("desk-barred-closed")
    } else if item.author == me {
        Some("problem-decision-own")
    } else if item.second_opinion.as_ref().is_some_and(|asked| asked.by == me) {
        Some("problem-decision-asked")
    } else if dossier.appeals_work_of(me) {
        Some("problem-decision-own-decision")
    } else {
        None
    }
}

/// Where it can be moved to: anywhere but where it is.
fn targets(asking: &Asking, item: &Item, campaigns: &[Campaign]) -> Vec<Choosable> {
    let others = campaigns.iter().filter(|one| Some(one.id) != item.place.campaign);
    let choice = |one: &Campaign| Choosable {
        value: one.slug.clone(),
        words: one.question.clone(),
        language: Lang::of(asking.here.words, &one.language),
        chosen: false,
    };
    others.map(choice).collect()
}
