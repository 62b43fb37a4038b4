//! Who hears of a decision, and what. The words come from the voice; what each reader may know is decided here: authors never
//! learn who reported or appealed, reporters nothing of what anybody wrote.

use folkmoot_common::{DecisionId, Language, Letter};

use crate::bench::{Actor, DecisionLetters};
use crate::moderation::mail;
use crate::reason::catalogue;
use crate::{
    Act, ActKind, Along, Item, ItemKind, LetterText, Moderation, ModerationError, Named, News, Note, Reason,
    ReportOutcome, Target, Verdict,
};

/// A decision that is being made.
pub(crate) struct Made<'a> {
    pub(crate) id: DecisionId,
    pub(crate) by: Actor,
    pub(crate) item: &'a Item,
    pub(crate) verdict: &'a Verdict,
    /// Why, in the author's language.
    pub(crate) reason: Option<&'a Reason>,
    /// Whether it answers a reporter's appeal.
    pub(crate) by_reporter: bool,
    /// The decision to take it from sight that comes with it.
    pub(crate) takes: Option<DecisionId>,
    /// What came of the reports.
    pub(crate) outcome: ReportOutcome,
}

impl Moderation {
    /// Everybody who is told.
    pub(crate) async fn letters(&self, made: &Made<'_>) -> Result<DecisionLetters, ModerationError> {
        let (item, act) = (made.item, made.verdict.act.kind());
        let path = item.place.path(item.target);
        let about = named(item, &path);
        let into = match made.verdict.act {
            Act::Merge { into } => self.bench.title(into).await?.map(|title| (into, title)),
            // A question has no number that people see.
            Act::Move { to } => self.bench.question(to).await?.map(|question| (0, question)),
            _ => None,
        };
        let into = into.as_ref().map(|(number, title)| (*number, title.as_str()));
        let answers = matches!(act, ActKind::Uphold | ActKind::Overturn);
        let mut letters = DecisionLetters { author: self.to_author(made, about, into).await?, ..Default::default() };
        if answers && made.by_reporter {
            letters.appellant = Some(self.in_all(&answered(made, about)));
        }
        if let (Act::Merge { .. }, Some(into)) = (&made.verdict.act, into) {
            letters.supporters = self.to_those_along(item, into, Along::Carried);
            letters.voted = self.to_those_along(item, into, Along::Voted);
            letters.followers = self.to_those_along(item, into, Along::Follows);
        }
        if let (Target::Idea(_), true) = (item.target, act == ActKind::Hide || made.takes.is_some()) {
            letters.hidden = self.to_those_who_lose_it(made).await?;
        }
        if item.reports > 0 && act.settles() {
            let acted = made.outcome == ReportOutcome::Acted;
            letters.reporters = Some(self.in_all(&News::ReportAnswered { about, acted }));
        }
        Ok(letters)
    }

    /// To the author: what was decided, or the answer to their appeal. When a reporter appealed they never asked, and need
    /// not know who did; what they must know is that their words are gone.
    async fn to_author(
        &self,
        made: &Made<'_>,
        about: Named<'_>,
        into: Option<(i64, &str)>,
    ) -> Result<Option<Letter>, ModerationError> {
        let act = made.verdict.act.kind();
        let note = made.verdict.note.as_ref().map(Note::as_str);
        let until = if let Act::Suspend { until } = made.verdict.act { Some(until) } else { None };
        let path = |id: DecisionId| format!("/decisions/{id}/appeal");
        let appeal = act.needs_reason().then(|| path(made.id)).or_else(|| made.takes.map(path));
        let decided = News::Decided { about, act, reason: made.reason, note, until, into, appeal: appeal.as_deref() };
        let news = match (act, made.by_reporter, made.takes) {
            // Somebody whose post was only reported, and stays, need not hear of it.
            (ActKind::Keep, ..) | (ActKind::Uphold | ActKind::Overturn, true, None) => return Ok(None),
            // The note is for the reporter.
            (_, _, Some(_)) => {
                let reason = made.reason;
                News::Decided {
                    about,
                    act: about.target.taken_by(),
                    reason,
                    note: None,
                    until,
                    into,
                    appeal: appeal.as_deref(),
                }
            }
            (ActKind::Uphold | ActKind::Overturn, false, None) => answered(made, about),
            _ => decided,
        };
        let Some((address, language)) = self.bench.reach(made.item.author).await? else { return Ok(None) };
        let said = self.voice.letter(language.as_ref(), &news);
        Ok(Some(Letter { id: self.sources.mint(made.by.at), mail: mail(&address, said) }))
    }

    /// In each of the site's languages, with the reason as the public log names it: what the moderator adds is for the
    /// author, and the title may be what is wrong.
    async fn to_those_who_lose_it(&self, made: &Made<'_>) -> Result<Vec<(Language, LetterText)>, ModerationError> {
        let number = made.item.place.number.unwrap_or_default();
        let settled = self.bench.reasons().await?;
        let said = |language: Language| {
            let reasons = catalogue(self.voice.as_ref(), &language, &settled);
            let reason = made.reason.and_then(|own| reasons.iter().find(|one| one.code == own.code));
            let said = self.voice.letter(Some(&language), &News::Hidden { number, reason });
            (language, said)
        };
        Ok(self.voice.languages().into_iter().map(said).collect())
    }

    /// In each of the site's languages.
    fn to_those_along(&self, item: &Item, into: (i64, &str), to: Along) -> Vec<(Language, LetterText)> {
        let from = (item.place.number.unwrap_or_default(), item.title.as_str());
        let said = |language: Language| {
            let said = self.voice.letter(Some(&language), &News::Carried { from, into, to });
            (language, said)
        };
        self.voice.languages().into_iter().map(said).collect()
    }
}

/// What whoever appealed reads.
fn answered<'a>(made: &Made<'a>, about: Named<'a>) -> News<'a> {
    News::AppealAnswered {
        about,
        by_reporter: made.by_reporter,
        overturned: made.verdict.act == Act::Overturn,
        answer: made.verdict.note.as_ref().map(Note::as_str).unwrap_or_default(),
    }
}

/// What an item is called in a letter.
pub(crate) fn named<'a>(item: &'a Item, path: &'a str) -> Named<'a> {
    let comment = if let Target::Comment(_) = item.target { item.place.comment } else { None };
    let of_edit = item.kind == ItemKind::Edit;
    Named { target: item.target, number: item.place.number, comment, title: &item.title, path, of_edit }
}
