//! Answering: a draft, perhaps a second officer's yes, and the answer itself, now or at a time. Afterwards it changes only by
//! a revision that everybody sees.

use std::time::Duration;

use folkmoot_common::{DepartmentId, MailId, PersonId, Problem, ReplyId, Timestamp, Viewer};

use crate::herald::News;
use crate::port::{About, By, NewReply, NewRevision, Published, SaveDraft, Saved};
use crate::routing::{desk_path, named};
use crate::service::Right;
use crate::telling::{Announcement, LetterWords, NewsKind};
use crate::template::ready;
use crate::words::Line;
use crate::{Department, Draft, OfficialReply, RawReply, Replies, ReplyError, ReplyText, Stage};

/// How long somebody has a draft to themselves after they saved it.
pub const HELD_FOR: Duration = Duration::from_secs(10 * 60);
/// The most ideas that one answer is for.
pub const MOST_IDEAS: usize = 50;
/// The most comments that one answer credits.
pub const MOST_CREDITS: usize = 20;
/// The most characters of an answer's reasons that a letter quotes; the page has all of them.
const QUOTED: usize = 1_200;

/// What an officer typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The fields.
    pub raw: RawReply,
    /// Numbers of other ideas that it answers too.
    pub others: Vec<i64>,
    /// Numbers of comments whose evidence it used.
    pub credits: Vec<i32>,
    /// The version of the draft that they saw; 0 for none.
    pub seen: i32,
}

/// What becomes of it next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It is kept; what waited for somebody's yes, or for its time, is being written again.
    Keep,
    /// It is kept as it is typed, by no press of a button. What waits for somebody's yes, or for its time, stays as it is.
    Type,
    /// Somebody else of the department shall approve it.
    Approval,
    /// It becomes public then.
    At(Timestamp),
}

impl Replies {
    /// The draft of an answer to this idea. For those who may answer it, and their colleagues who help.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn draft(&self, viewer: &Viewer, number: i64) -> Result<Option<Draft>, ReplyError> {
        let right = self.colleague(viewer, number).await?;
        if !right.takes_part() {
            return Err(ReplyError::Forbidden);
        }
        Ok(self.answers.draft(right.about.idea).await?)
    }

    /// Whether the viewer may answer this idea now, and whether they may help.
    ///
    /// # Errors
    /// When the viewer is no officer, or the store fails.
    pub async fn may_answer(&self, viewer: &Viewer, number: i64) -> Result<(bool, bool), ReplyError> {
        let right = self.colleague(viewer, number).await?;
        Ok((right.leads(), right.takes_part()))
    }

    /// Keeps a draft, asks for a second officer's yes, or sets the time at which it becomes public.
    ///
    /// # Errors
    /// When the viewer may not, what is about to be read by others must be mended, or the store fails.
    pub async fn save(&self, viewer: &Viewer, number: i64, typed: Typed, next: Next) -> Result<Saved, ReplyError> {
        let right = self.colleague(viewer, number).await?;
        let by = right.by;
        let is_kept = matches!(next, Next::Keep | Next::Type);
        if !right.takes_part() || (!is_kept && !right.leads()) {
            return Err(ReplyError::Forbidden);
        }
        if !is_kept {
            ready(&typed.raw)?;
        } else if let Some(draft) = self.answers.draft(right.about.idea).await?
            && draft.stage != Stage::Writing
        {
            // Whoever takes it back means to, and may. The version tells when it came that far only now.
            match next {
                Next::Type => return Ok(Saved::Set(Box::new(draft))),
                _ if !right.leads() => return Err(ReplyError::Forbidden),
                _ => {}
            }
        }
        let mut asked_by = None;
        let stage = match next {
            Next::Keep | Next::Type => Stage::Writing,
            Next::Approval => Stage::Approval { by: by.person, at: by.at },
            Next::At(at) if at <= by.at => {
                return Err(Problem::new("at", "PAST", "Choose a time that is still to come.").of("publish-at").into());
            }
            Next::At(at) => {
                asked_by = self.second_pair(&right, &typed).await?;
                Stage::Scheduled { by: by.person, for_: at }
            }
        };
        let others = cut(typed.others, number);
        let Typed { raw, seen, mut credits, .. } = typed;
        credits.truncate(MOST_CREDITS);
        let idea = right.about.idea;
        let until = by.at.plus(HELD_FOR);
        let letters = if next == Next::Approval { self.to_colleagues(&right).await? } else { Vec::new() };
        let draft = SaveDraft { idea, others, credits, raw, seen, stage, asked_by, letters, until, by };
        Ok(self.answers.save_draft(draft).await?)
    }

    /// A letter to each other officer of the department that leads, of whom any may say yes.
    async fn to_colleagues(&self, right: &Right) -> Result<Vec<(MailId, PersonId, LetterWords)>, ReplyError> {
        let Some(lead) = &right.lead else { return Ok(Vec::new()) };
        let path = desk_path(&right.about);
        let news = News::ToApprove { about: named(&right.about, &path), department: &lead.name };
        let officers = self.answers.officers(&[lead.department]).await?;
        let others = officers.into_iter().filter(|officer| officer.person != right.by.person);
        Ok(others.map(|one| (self.sources.mint(right.by.at), one.person, self.herald.letter(None, &news))).collect())
    }

    /// Forgets a draft.
    ///
    /// # Errors
    /// When the viewer may not, somebody saved it meanwhile, or the store fails.
    pub async fn discard(&self, viewer: &Viewer, number: i64, seen: i32) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        if self.answers.drop_draft(right.about.idea, seen).await? { Ok(()) } else { Err(ReplyError::Changed) }
    }

    /// Where two people must agree: who asked for this one's yes, to these very words, ideas and comments.
    async fn second_pair(&self, right: &Right, typed: &Typed) -> Result<Option<PersonId>, ReplyError> {
        if !self.leading(right).await?.two_people {
            return Ok(None);
        }
        let draft = self.answers.draft(right.about.idea).await?;
        let refused = |code, message| Err(ReplyError::Refused(Problem::new("publish", code, message).of("two-people")));
        match draft {
            Some(draft) if draft.version != typed.seen => Err(ReplyError::Changed),
            Some(Draft { stage: Stage::Approval { by, .. }, .. }) if by == right.by.person => {
                refused("OWN", "Somebody else must approve what you wrote.")
            }
            Some(Draft { stage: Stage::Approval { by, .. }, raw, others, credits, .. })
                if raw == typed.raw
                    && others == cut(typed.others.clone(), right.about.number)
                    && credits == typed.credits =>
            {
                Ok(Some(by))
            }
            _ => refused("NOT_ASKED", "In this department a second officer approves answers. Ask for that first."),
        }
    }

    /// The department in whose name an officer answers.
    async fn leading(&self, right: &Right) -> Result<Department, ReplyError> {
        let none = || ReplyError::Refused(Problem::new("publish", "NOBODYS", "Give it to a department first."));
        let lead = right.lead.as_ref().ok_or_else(none)?;
        let all = self.answers.departments().await?;
        all.into_iter().find(|one| one.id == lead.department).ok_or_else(none)
    }

    /// Publishes an answer at once. The draft must be what its writer saw; it ends with it.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, an idea can't move so any more, somebody changed the draft
    /// meanwhile, or the store fails.
    pub async fn publish(&self, viewer: &Viewer, number: i64, typed: Typed) -> Result<OfficialReply, ReplyError> {
        let right = self.right(viewer, number).await?;
        let text = ready(&typed.raw)?;
        let asked_by = self.second_pair(&right, &typed).await?;
        let department = self.leading(&right).await?;
        let (others, credits) = (cut(typed.others, number), typed.credits);
        self.put_out(right.about, (&department, text), (others, credits), (typed.seen, asked_by, right.by)).await
    }

    pub(crate) async fn put_out(
        &self,
        first: About,
        (department, text): (&Department, ReplyText),
        (others, credits): (Vec<i64>, Vec<i32>),
        (draft, asked_by, by): (i32, Option<PersonId>, By),
    ) -> Result<OfficialReply, ReplyError> {
        let mut abouts = vec![first];
        let found = self.answers.about(&others).await?;
        if let Some(missing) = others.iter().find(|number| !found.iter().any(|about| about.number == **number)) {
            let message = format!("There is no idea {missing} that can be answered.");
            let number = usize::try_from(*missing).unwrap_or_default();
            return Err(Problem::new("others", "NO_SUCH_IDEA", message)
                .of("reply-others")
                .with("number", number)
                .into());
        }
        abouts.extend(found);
        let ideas = abouts.iter().map(|about| (about.idea, self.tell_of(about, department, &text, by.at))).collect();
        let id: ReplyId = self.sources.mint(by.at);
        let reply = NewReply { id, department: department.id, ideas, credits, text, draft, asked_by, by };
        match self.answers.publish(reply).await? {
            Published::Done(reply) => Ok(*reply),
            Published::Changed => Err(ReplyError::Changed),
            Published::NotYours(number) if Some(number) == abouts.first().map(|about| about.number) => {
                Err(ReplyError::Forbidden)
            }
            Published::NotYours(number) => {
                let message = format!("Another department leads on idea {number}. Ask that department to answer it.");
                Err(stuck("NOT_YOURS", number, message))
            }
            Published::Answered(number) => {
                let message = format!("Idea {number} has been answered already. Revise that answer instead.");
                Err(stuck("ANSWERED", number, message))
            }
            Published::CannotMove(number) => {
                let message = format!("Idea {number} can’t be answered any more: look at where it stands now.");
                Err(stuck("CANNOT_MOVE", number, message))
            }
        }
    }

    fn tell_of(&self, about: &About, department: &Department, text: &ReplyText, at: Timestamp) -> Announcement {
        let (path, reasons) = (about.path(), folkmoot_text::excerpt(&text.reasons, QUOTED));
        let news = |mine| News::Replied {
            about: named(about, &path),
            mine,
            outcome: text.outcome,
            department: &department.name,
            role: text.role.as_str(),
            reasons: &reasons,
        };
        self.announcement(about, NewsKind::Replied, at, news)
    }

    pub(crate) fn announcement<'a>(
        &self,
        about: &About,
        kind: NewsKind,
        at: Timestamp,
        news: impl Fn(bool) -> News<'a>,
    ) -> Announcement {
        let in_all = |mine: bool| -> Vec<(folkmoot_common::Language, LetterWords)> {
            let said = |language: folkmoot_common::Language| {
                let words = self.herald.letter(Some(&language), &news(mine));
                (language, words)
            };
            self.herald.languages().into_iter().map(said).collect()
        };
        let id = self.sources.mint(at);
        Announcement { id, idea: about.idea, kind, author: in_all(true), followers: in_all(false), at }
    }

    /// Revises an answer, for a reason that everybody reads. What it said stays to be read.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, somebody revised it meanwhile, or the store fails.
    pub async fn revise(
        &self,
        viewer: &Viewer,
        id: ReplyId,
        (seen, raw, why): (i32, &RawReply, &str),
    ) -> Result<OfficialReply, ReplyError> {
        let by = self.staff(viewer)?;
        let reply = self.reply(id).await?;
        if !self.is_of(by, reply.department).await? {
            return Err(ReplyError::Forbidden);
        }
        self.not_suspended(by).await?;
        if self.needs_two(by, reply.department).await? {
            let message =
                "In this department two people agree on an answer. Ask somebody who runs the site to revise it.";
            return Err(ReplyError::Refused(Problem::new("why", "REVISED_ALONE", message).of("two-people")));
        }
        let (text, why) = revision_words(raw, why)?;
        let mut tells = Vec::new();
        for idea in &reply.ideas {
            let Some(number) = self.answers.number(*idea).await? else { continue };
            let Some(about) = self.answers.about(&[number]).await?.pop() else { continue };
            let path = about.path();
            let news =
                |mine| News::Revised { about: named(&about, &path), mine, outcome: text.outcome, why: why.as_str() };
            tells.push((*idea, self.announcement(&about, NewsKind::Revised, by.at, news)));
        }
        match self.answers.revise(NewRevision { reply: id, seen, text, why, tells, by }).await? {
            Published::Done(reply) => Ok(*reply),
            Published::Changed => Err(ReplyError::Changed),
            Published::CannotMove(_) | Published::Answered(_) | Published::NotYours(_) => {
                let message = "The idea’s status can’t move so any more.";
                Err(ReplyError::Refused(Problem::new("outcome", "CANNOT_MOVE", message).of("reply-outcome")))
            }
        }
    }

    async fn is_of(&self, by: By, department: DepartmentId) -> Result<bool, ReplyError> {
        if by.admin {
            return Ok(true);
        }
        let own = self.answers.departments_of(by.person).await?;
        Ok(own.iter().any(|officer| officer.department == department))
    }

    /// Whether two people must agree on what this department says: nobody revises alone what two of them answered.
    async fn needs_two(&self, by: By, department: DepartmentId) -> Result<bool, ReplyError> {
        let all = self.answers.departments().await?;
        Ok(!by.admin && all.iter().any(|one| one.id == department && one.two_people))
    }

    /// Whether the viewer may revise this answer.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn may_revise(&self, viewer: &Viewer, reply: &OfficialReply) -> Result<bool, ReplyError> {
        match self.staff(viewer) {
            Ok(by) => Ok(self.is_of(by, reply.department).await? && !self.needs_two(by, reply.department).await?),
            Err(_nobody_of_ours) => Ok(false),
        }
    }
}

/// An idea that stands in the way of an answer.
fn stuck(code: &'static str, number: i64, message: String) -> ReplyError {
    let number = usize::try_from(number).unwrap_or_default();
    ReplyError::Refused(Problem::new("others", code, message).of("reply-others").with("number", number))
}

fn revision_words(raw: &RawReply, why: &str) -> Result<(ReplyText, Line), ReplyError> {
    let mut problems = folkmoot_common::Problems::default();
    let why = problems.check(Line::parse("why", why, 10..=500));
    match (ready(raw), why) {
        (Ok(text), Some(why)) => Ok((text, why)),
        (text, _) => {
            problems.0.extend(text.err().into_iter().flat_map(|more| more.0));
            Err(ReplyError::Invalid(problems))
        }
    }
}

/// Each other idea once, and not the first one again.
fn cut(others: Vec<i64>, first: i64) -> Vec<i64> {
    let mut cut: Vec<i64> = Vec::new();
    for number in others {
        if number != first && !cut.contains(&number) && cut.len() + 1 < MOST_IDEAS {
            cut.push(number);
        }
    }
    cut
}
