//! What everybody may know of moderation: the rules in every version, the log of decisions without names or words, the
//! figures, and whether the record is whole.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Digest, Language, Page, PageRequest, PersonId, Problem, StorageError, Timestamp, Viewer};
use folkmoot_text::{GateError, Markdown};

use crate::bench::{Figure, PolicyVersion, WhichDecisions};
use crate::{ActKind, Broken, Entry, Logged, Moderation, ModerationError, ReasonCode, Verifier};

#[cfg(test)]
mod tests;

/// Figures are about this long.
pub const FIGURES_OVER: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// And about so many decisions at the most.
const MOST: u64 = 10_000;

/// For so long figures, and the latest of the log, are kept before they are read anew: everybody may ask for them at any
/// time, and each time is thousands of rows.
pub const FIGURES_KEPT: Duration = Duration::from_secs(5 * 60);

/// The log in one file has so many lines at the most, the latest.
pub const MOST_LOGGED: usize = 10_000;

/// Entries of the record that are read at once.
const AT_ONCE: u64 = 1_000;

/// Moderation of the last ninety days in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// When they were counted.
    pub at: Timestamp,
    /// Decisions, without those that were taken back.
    pub decided: u64,
    /// Of each act.
    pub acts: BTreeMap<ActKind, u64>,
    /// Of those that took something from somebody: by reason.
    pub reasons: BTreeMap<ReasonCode, u64>,
    /// Half of the items waited no longer than this.
    pub median_wait: Option<Duration>,
    /// Appeals that were answered.
    pub appeals: u64,
    /// Of those, the decision was overturned.
    pub overturned: u64,
    /// Decisions that moderators took back themselves.
    pub undone: u64,
}

/// How often one moderator's decisions were overturned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reversals {
    /// Decisions of theirs.
    pub decided: u64,
    /// Overturned on appeal.
    pub overturned: u64,
    /// Taken back without an appeal.
    pub undone: u64,
}

impl PolicyVersion {
    /// The most characters of the rules.
    pub const MOST: usize = 20_000;

    /// Reads the rules as an admin types them.
    ///
    /// # Errors
    /// Says what to mend.
    pub fn read(raw: &str) -> Result<Markdown, Problem> {
        Markdown::parse(raw, Self::MOST).map_err(|why| {
            let message = match why {
                GateError::TooLong { most, found } => {
                    format!("The rules have {found} characters and {most} fit. Shorten them.")
                }
                GateError::Unprintable => {
                    "The rules have characters that can’t be shown. Type them again, or paste them as plain text."
                        .to_owned()
                }
                GateError::Empty | GateError::TooShort { .. } => "Write the rules.".to_owned(),
            };
            Problem { numbers: why.numbers(), ..Problem::new("words", why.code(), message).of("policy") }
        })
    }
}

impl Moderation {
    /// The public log, latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn log(&self, page: &PageRequest) -> Result<Page<Logged>, StorageError> {
        Ok(self.bench.decisions(WhichDecisions::All, page).await?.map(|decision| Logged::from(&decision)))
    }

    /// The latest [`MOST_LOGGED`] lines of the log at once; at most [`FIGURES_KEPT`] old.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn latest(&self) -> Result<Arc<[Logged]>, StorageError> {
        let now = self.sources.now();
        if let Some(latest) = self.latest.fresh(now, FIGURES_KEPT) {
            return Ok(latest);
        }
        let start = || PageRequest::first(PageRequest::MOST);
        let mut lines: Vec<Logged> = Vec::new();
        let mut next = Some(start());
        while let Some(request) = next.take().filter(|_| lines.len() < MOST_LOGGED) {
            let page = self.log(&request).await?;
            next = page.items.last().filter(|_| page.has_next).map(|last| start().after(Some(last.cursor.clone())));
            lines.extend(page.items);
        }
        let latest: Arc<[Logged]> = lines.into();
        self.latest.keep(now, Arc::clone(&latest));
        Ok(latest)
    }

    /// Moderation in numbers; at most [`FIGURES_KEPT`] old.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn figures(&self) -> Result<Arc<Figures>, StorageError> {
        let now = self.sources.now();
        if let Some(figures) = self.figures.fresh(now, FIGURES_KEPT) {
            return Ok(figures);
        }
        let figures = Arc::new(sum(&self.bench.figures(now.minus(FIGURES_OVER), MOST).await?, now));
        self.figures.keep(now, Arc::clone(&figures));
        Ok(figures)
    }

    /// How often the viewer's own decisions were overturned, of the last ninety days.
    ///
    /// # Errors
    /// When the viewer is no moderator, or the store fails.
    pub async fn reversals(&self, viewer: &Viewer) -> Result<Reversals, ModerationError> {
        let by = self.staff(viewer)?;
        let all = self.bench.figures(by.at.minus(FIGURES_OVER), MOST).await?;
        Ok(of(by.person, &all))
    }

    /// The council's rules in this language, every version, the latest first; none while the program's own stand.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn policies(&self, language: &Language) -> Result<Vec<PolicyVersion>, StorageError> {
        self.bench.policies(language).await
    }

    /// Publishes a new version of the rules. For whoever runs the site.
    ///
    /// # Errors
    /// When the viewer may not, the words don't pass, or the store fails.
    pub async fn publish_policy(
        &self,
        viewer: &Viewer,
        language: &Language,
        words: &str,
    ) -> Result<i32, ModerationError> {
        let by = self.admin(viewer)?;
        let words = PolicyVersion::read(words).map_err(|problem| ModerationError::Invalid(problem.into()))?;
        Ok(self.bench.publish_policy(language, words.as_str(), by).await?)
    }

    /// Walks along the whole record: how many entries there are, or where it is broken. For a command. Acts may go on
    /// meanwhile: where the record says that it ends is asked after the last entry was read, and again as long as more come.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn verify(&self) -> Result<Result<i64, Broken>, StorageError> {
        let mut verifier = Verifier::default();
        let mut end: Option<(i64, Digest)> = None;
        loop {
            let entries: Vec<(Entry, Digest)> = self.bench.record(verifier.seen(), AT_ONCE).await?;
            for (entry, kept) in &entries {
                if let Err(broken) = verifier.take(entry, kept) {
                    return Ok(Err(broken));
                }
            }
            if let Some((seq, seal)) = end.filter(|_| entries.is_empty()) {
                return Ok(verifier.finish(seq, &seal));
            }
            let told = self.bench.record_end().await?;
            if told.0 == verifier.seen() {
                return Ok(verifier.finish(told.0, &told.1));
            }
            end = Some(told);
        }
    }
}

fn sum(all: &[Figure], at: Timestamp) -> Figures {
    let mut figures = Figures {
        at,
        decided: 0,
        acts: BTreeMap::new(),
        reasons: BTreeMap::new(),
        median_wait: None,
        appeals: 0,
        overturned: 0,
        undone: 0,
    };
    let mut waits = Vec::with_capacity(all.len());
    for one in all {
        if let Some(overturned) = one.overturned {
            figures.appeals += 1;
            figures.overturned += u64::from(overturned);
        }
        if one.undone {
            figures.undone += 1;
            continue;
        }
        figures.decided += 1;
        *figures.acts.entry(one.act).or_default() += 1;
        if let Some(reason) = &one.reason {
            *figures.reasons.entry(reason.clone()).or_default() += 1;
        }
        // What came by itself, or corrects what was decided, waited for nobody.
        if one.act.settles() && one.waited > 0 {
            waits.push(one.waited);
        }
    }
    waits.sort_unstable();
    let median = waits.get(waits.len() / 2).copied();
    figures.median_wait = median.and_then(|wait| u64::try_from(wait).ok()).map(Duration::from_micros);
    figures
}

fn of(person: PersonId, all: &[Figure]) -> Reversals {
    let own = all.iter().filter(|one| one.actor == Some(person));
    own.fold(Reversals::default(), |so_far, one| Reversals {
        decided: so_far.decided + 1,
        overturned: so_far.overturned + u64::from(one.overturned == Some(true)),
        undone: so_far.undone + u64::from(one.undone),
    })
}
