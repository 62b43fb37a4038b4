//! Correcting: a decision that somebody finds wrong after the ten minutes of a slip is taken back, for a reason that its
//! author reads. Any moderator may, whoever decided: nothing is taken from anybody by it but trust.

use folkmoot_common::{DecisionId, Letter, Viewer};

use crate::bench::{Correction, Undone};
use crate::moderation::mail;
use crate::{Decision, Moderation, ModerationError, Named, News, Note, Target};

impl Moderation {
    /// Takes a decision back however late, with a word to its author.
    ///
    /// # Errors
    /// When the viewer is no moderator, there is no such decision, or the store fails.
    pub async fn correct(&self, viewer: &Viewer, id: DecisionId, note: Note) -> Result<Undone, ModerationError> {
        let by = self.staff(viewer)?;
        let decision = self.bench.decision(id).await?.ok_or(ModerationError::NotFound)?;
        if decision.undone_at.is_some() {
            return Ok(Undone::Already);
        }
        if decision.author == by.person {
            return Ok(Undone::Own);
        }
        if !decision.can_be_corrected(by.at) {
            return Ok(Undone::TooLate);
        }
        let letter = self.say_so(&decision, &note).await?;
        Ok(self.bench.correct(Correction { id: self.sources.mint(by.at), of: id, by, note, letter }).await?)
    }

    async fn say_so(&self, decision: &Decision, note: &Note) -> Result<Option<Letter>, ModerationError> {
        let Some((address, language)) = self.bench.reach(decision.author).await? else { return Ok(None) };
        let (target, place) = (decision.target, decision.place);
        // What was decided about somebody is about their account, wherever the reason for it was found.
        let number = place.number.filter(|_| !matches!(target, Target::Person(_)));
        let title = match number {
            Some(number) => self.bench.title(number).await?.unwrap_or_default(),
            None => String::new(),
        };
        let comment = if let Target::Comment(_) = target { place.comment } else { None };
        let path = place.path(target);
        let about = Named { target, number, comment, title: &title, path: &path, of_edit: decision.of_edit };
        let news = News::Corrected { about, act: decision.act, note: note.as_str() };
        let said = self.voice.letter(language.as_ref(), &news);
        Ok(Some(Letter { id: self.sources.mint(self.sources.now()), mail: mail(&address, said) }))
    }
}
