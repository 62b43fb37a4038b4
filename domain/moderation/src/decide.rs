//! Deciding: one item, or several in one go, each with its own result. Reads as the rule it is.

use folkmoot_common::{ItemId, Language, Letter, PageRequest, Problem, Viewer};
use uuid::Uuid;

use crate::bench::{Actor, Decided, DecisionLetters, NewDecision, WhichDecisions};
use crate::moderation::mail;
use crate::{
    Act, ActKind, Item, ItemKind, LetterText, Moderation, ModerationError, Named, News, Note, Reason, ReasonCode,
    Target, UNDO,
};

/// What a moderator wants done with an item.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// What.
    pub act: Act,
    /// Why; needed for whatever takes something from its author.
    pub reason: Option<ReasonCode>,
    /// And in the moderator's own words.
    pub note: Option<Note>,
}

/// Items that are decided in one go at the most.
pub const MOST_AT_ONCE: usize = 100;

impl Moderation {
    /// Decides an item as the viewer saw it: at this revision.
    ///
    /// # Errors
    /// When the viewer may not, there is no such item, the act doesn't fit it, a reason is missing, it is their own, they
    /// asked for a second opinion or made the decision that is appealed, or the store fails.
    pub async fn decide(
        &self,
        viewer: &Viewer,
        item: ItemId,
        seen: i32,
        verdict: Verdict,
    ) -> Result<Decided, ModerationError> {
        let by = self.staff(viewer)?;
        self.decide_one(by, item, seen, verdict, None).await
    }

    /// The same for several items, each in a transaction of its own and with its own result. What happens to one is
    /// nothing to the others.
    ///
    /// # Errors
    /// When the viewer may not, there are too many, or the act must be said of one item alone.
    pub async fn decide_many(
        &self,
        viewer: &Viewer,
        items: &[(ItemId, i32)],
        verdict: &Verdict,
    ) -> Result<Vec<(ItemId, Result<Decided, ModerationError>)>, ModerationError> {
        let by = self.staff(viewer)?;
        if !verdict.act.kind().fits_many() {
            return Err(refused("act", "ONE_AT_A_TIME", "That can only be done to one item at a time."));
        }
        if items.is_empty() || items.len() > MOST_AT_ONCE {
            return Err(refused("items", "HOW_MANY", "Choose at least one item, and at most 100."));
        }
        let batch: ItemId = self.sources.mint(by.at);
        let batch = folkmoot_common::Id::uuid(batch);
        let mut results = Vec::with_capacity(items.len());
        for (item, seen) in items {
            results.push((*item, self.decide_one(by, *item, *seen, verdict.clone(), Some(batch)).await));
        }
        Ok(results)
    }

    async fn decide_one(
        &self,
        by: Actor,
        id: ItemId,
        seen: i32,
        verdict: Verdict,
        batch: Option<Uuid>,
    ) -> Result<Decided, ModerationError> {
        let item = self.bench.item(id).await?.ok_or(ModerationError::NotFound)?;
        if item.closed_at.is_some() {
            let latest = self.bench.decisions(WhichDecisions::On(item.target), &PageRequest::first(1)).await?;
            let decided = latest.items.into_iter().find(|decision| decision.item == Some(id));
            return Ok(Decided::Already(decided.map(Box::new)));
        }
        if let Some(lock) = item.lock.filter(|_| item.is_locked_for(by.person, by.at)) {
            return Ok(Decided::Locked(lock));
        }
        self.may_decide(by, &item).await?;
        if item.revision != seen {
            return Ok(Decided::Changed);
        }
        let kind = verdict.act.kind();
        if !kind.fits(item.kind, item.state) {
            return Err(refused("act", "DOES_NOT_FIT", "That doesn’t fit how it stands now. Look at it again."));
        }
        let reason = self.reason_for(kind, &item, verdict.reason.as_ref()).await?;
        if matches!(verdict.act, Act::Uphold | Act::Overturn) && verdict.note.is_none() {
            return Err(refused("note", "NOTE_NEEDED", "Say why, in a sentence: whoever appealed reads it."));
        }
        let letters = self.letters(by, &item, &verdict, reason.as_ref()).await?;
        let decision = NewDecision {
            id: letters.0,
            item: id,
            seen,
            act: verdict.act,
            reason: verdict.reason.filter(|_| reason.is_some()),
            note: verdict.note,
            by,
            final_at: by.at.plus(UNDO),
            batch,
            letters: letters.1,
        };
        Ok(self.bench.decide(decision).await?)
    }

    /// Nobody decides on their own words, nor on what they asked somebody else to decide, nor on an appeal against
    /// themselves.
    async fn may_decide(&self, by: Actor, item: &Item) -> Result<(), ModerationError> {
        if item.author == by.person {
            return Err(refused("item", "OWN", "This is your own. Another moderator decides on it."));
        }
        if item.second_opinion.as_ref().is_some_and(|asked| asked.by == by.person) {
            return Err(refused("item", "ASKED", "You asked for a second opinion. Another moderator decides on it."));
        }
        if item.appeal.is_none() {
            return Ok(());
        }
        let appealed = self.bench.dossier(item).await?.appeal;
        if appealed.is_some_and(|appeal| appeal.decision.actor == Some(by.person)) {
            let words = "This appeal is against a decision of yours. Another moderator answers it.";
            return Err(refused("item", "OWN_DECISION", words));
        }
        Ok(())
    }

    /// The reason in the author's language, where one is needed.
    async fn reason_for(
        &self,
        act: ActKind,
        item: &Item,
        code: Option<&ReasonCode>,
    ) -> Result<Option<Reason>, ModerationError> {
        // A report that is turned down needs none, and neither does what gives somebody something.
        if !act.needs_reason() {
            return Ok(None);
        }
        let missing = || refused("reason", "EMPTY", "Choose a reason: the author is told it.");
        let code = code.ok_or_else(missing)?;
        let language = self.bench.reach(item.author).await?.and_then(|(_, language)| language);
        let reasons = self.reasons(&language.unwrap_or_else(|| self.first_language())).await?;
        reasons.into_iter().find(|reason| reason.code == *code && !reason.retired).map(Some).ok_or_else(missing)
    }

    /// Who is told, and the id of the decision that the letters name.
    async fn letters(
        &self,
        by: Actor,
        item: &Item,
        verdict: &Verdict,
        reason: Option<&Reason>,
    ) -> Result<(folkmoot_common::DecisionId, DecisionLetters), ModerationError> {
        let id: folkmoot_common::DecisionId = self.sources.mint(by.at);
        let (act, path) = (verdict.act.kind(), item.place.path(item.target));
        let about = named(item, &path);
        let into = match verdict.act {
            Act::Merge { into } => self.bench.title(into).await?.map(|title| (into, title)),
            // A question has no number that people see.
            Act::Move { to } => self.bench.question(to).await?.map(|question| (0, question)),
            _ => None,
        };
        let into = into.as_ref().map(|(number, title)| (*number, title.as_str()));
        let appeal = format!("/decisions/{id}/appeal");
        let until = if let Act::Suspend { until } = verdict.act { Some(until) } else { None };
        let note = verdict.note.as_ref().map(Note::as_str);
        let answers = matches!(verdict.act, Act::Uphold | Act::Overturn);
        let decided =
            News::Decided { about, act, reason, note, until, into, appeal: act.needs_reason().then_some(&appeal) };
        let answered =
            News::AppealAnswered { about, overturned: verdict.act == Act::Overturn, answer: note.unwrap_or_default() };
        let mut letters = DecisionLetters::default();
        let mut to_author = Some(if answers { answered } else { decided });
        if answers && self.is_of_reporter(item).await? {
            // The author never asked, and need not know who did. What they must know is that their words are gone.
            let hidden = News::Decided { about, act: ActKind::Hide, reason, note, until, into, appeal: None };
            to_author = (verdict.act == Act::Overturn).then_some(hidden);
            letters.appellant = Some(self.in_all(&answered));
        }
        // Somebody whose post was only reported, and stays, need not hear of it.
        if let Some(news) = to_author.filter(|_| act != ActKind::Keep)
            && let Some((address, language)) = self.bench.reach(item.author).await?
        {
            let said = self.voice.letter(language.as_ref(), &news);
            letters.author = Some(Letter { id: self.sources.mint(by.at), mail: mail(&address, said) });
        }
        if let (Act::Merge { .. }, Some(into)) = (&verdict.act, into) {
            letters.supporters = self.to_supporters(item, into, true);
            letters.voted = self.to_supporters(item, into, false);
        }
        if item.reports > 0 && act.settles() {
            let acted = act.needs_reason();
            letters.reporters = Some(self.in_all(&News::ReportAnswered { about, acted }));
        }
        Ok((id, letters))
    }

    /// In each of the site's languages.
    fn to_supporters(&self, item: &Item, into: (i64, &str), went: bool) -> Vec<(Language, LetterText)> {
        let from = (item.place.number.unwrap_or_default(), item.title.as_str());
        let said = |language: Language| {
            let said = self.voice.letter(Some(&language), &News::Carried { from, into, went });
            (language, said)
        };
        self.voice.languages().into_iter().map(said).collect()
    }

    async fn is_of_reporter(&self, item: &Item) -> Result<bool, ModerationError> {
        let dossier = self.bench.dossier(item).await?;
        Ok(dossier.appeal.is_some_and(|appeal| appeal.by_reporter))
    }
}

/// What an item is called in a letter.
pub(crate) fn named<'a>(item: &'a Item, path: &'a str) -> Named<'a> {
    let comment = if let Target::Comment(_) = item.target { item.place.comment } else { None };
    let of_edit = item.kind == ItemKind::Edit;
    Named { target: item.target, number: item.place.number, comment, title: &item.title, path, of_edit }
}

pub(crate) fn refused(field: &'static str, code: &'static str, words: &'static str) -> ModerationError {
    ModerationError::Refused(Problem::new(field, code, words).of("decision"))
}
