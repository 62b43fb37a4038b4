//! The form of a decision as it was typed, and the decision that it means. It refuses to know whether that fits: the
//! service does.

use std::time::Duration;

use folkmoot_common::{Problem, Timestamp};
use folkmoot_ideas::Campaign;
use folkmoot_moderation::{Act, ActKind, Item, Note, ReasonCode, Redacted, Target, Verdict};

use crate::pages::form::Wrong;

/// For how many days somebody may be suspended.
pub(super) const DAYS: [u16; 4] = [1, 7, 30, 90];

const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The form, as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// The revision that its sender has read.
    pub(super) seen: String,
    /// `yes` to decide nothing yet: to see what stands in the way, and what a redaction would change.
    pub(super) look: String,
    /// What its sender has read, where that is kept nowhere else.
    pub(super) was_title: String,
    pub(super) was_body: String,
    /// An act by one press, which goes before the chosen one.
    pub(super) now: String,
    pub(crate) act: String,
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) into: String,
    pub(crate) to: String,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) days: String,
}

impl Typed {
    /// What stands in the form before anybody typed.
    pub(super) fn of(item: &Item) -> Self {
        Self { title: item.title.clone(), body: item.body.clone(), days: "7".to_owned(), ..Self::default() }
    }

    /// What its sender wants done.
    pub(super) fn verdict(&self, item: &Item, campaigns: &[Campaign], now: Timestamp) -> Result<Verdict, Wrong> {
        let kind = if self.now.is_empty() { &self.act } else { &self.now };
        let kind = ActKind::parse(kind).ok_or_else(|| wrong("act", "NO_ACT"))?;
        let note = Note::parse(&self.note).map_err(Wrong::from);
        let act = self.act_of(kind, item, campaigns, now);
        match (act, note) {
            (Ok(act), Ok(note)) => Ok(Verdict { act, reason: ReasonCode::parse(&self.reason).ok(), note }),
            (act, note) => {
                let all = act.err().into_iter().chain(note.err()).flat_map(|wrong| wrong.0);
                Err(Wrong(all.collect()))
            }
        }
    }

    fn act_of(&self, kind: ActKind, item: &Item, campaigns: &[Campaign], now: Timestamp) -> Result<Act, Wrong> {
        Ok(match kind {
            ActKind::Redact => {
                let title = matches!(item.target, Target::Idea(_)).then_some(self.title.as_str());
                Act::Redact(Redacted::parse(title, &self.body)?)
            }
            ActKind::Merge => {
                let number = self.into.trim().trim_start_matches('#').parse().ok();
                Act::Merge { into: number.ok_or_else(|| wrong("into", "NUMBER"))? }
            }
            ActKind::Move => {
                let to = campaigns.iter().find(|campaign| campaign.slug == self.to);
                Act::Move { to: to.ok_or_else(|| wrong("to", "CAMPAIGN"))?.id }
            }
            kind => plain(kind, &self.days, now)?,
        })
    }
}

/// An act that needs nothing of the item: it may be said of several.
pub(super) fn plain(kind: ActKind, days: &str, now: Timestamp) -> Result<Act, Wrong> {
    Ok(match kind {
        ActKind::Publish => Act::Publish { trust: false },
        ActKind::PublishAndTrust => Act::Publish { trust: true },
        ActKind::Keep => Act::Keep,
        ActKind::Reject => Act::Reject,
        ActKind::Hide => Act::Hide,
        ActKind::Restore => Act::Restore,
        ActKind::Warn => Act::Warn,
        ActKind::ResetName => Act::ResetName,
        ActKind::Uphold => Act::Uphold,
        ActKind::Overturn => Act::Overturn,
        ActKind::Suspend => {
            let days = days.parse().ok().filter(|days| DAYS.contains(days)).ok_or_else(|| wrong("days", "DAYS"))?;
            Act::Suspend { until: now.plus(A_DAY * u32::from(days)) }
        }
        // These are said of one thing alone, and Hold is nobody's act.
        ActKind::Redact | ActKind::Merge | ActKind::Move | ActKind::Hold => return Err(wrong("act", "NO_ACT")),
    })
}

/// A problem with a field of the form, whose words are the desk's own.
pub(super) fn wrong(field: &'static str, code: &'static str) -> Wrong {
    Wrong(vec![Problem::new(field, code, String::new()).of("decision")])
}
