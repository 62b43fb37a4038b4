//! Who answers for what: departments take ideas, by rule or by hand, and officers take them on. What colleagues write to
//! each other about it is theirs alone.

use std::collections::HashSet;
use std::sync::PoisonError;

use folkmoot_common::{DepartmentId, IdeaId, MailId, PersonId, Problem, Timestamp, Viewer};
use folkmoot_text::Markdown;

use crate::department::staff_note;
use crate::herald::{Named, News};
use crate::port::{About, NewAssignment, Taking};
use crate::telling::LetterWords;
use crate::words::Line;
use crate::{Department, Officer, Replies, ReplyError, StaffNote};

/// Ideas that rules look at in one go.
const SOME: u64 = 50;

/// What an officer wants done with an idea.
#[derive(Debug, Clone, Copy)]
pub struct Handing<'a> {
    /// To which department.
    pub to: DepartmentId,
    /// Whether it leads from now on; otherwise it helps.
    pub lead: bool,
    /// Whether the department that led goes away; otherwise it helps.
    pub leave: bool,
    /// In public words, where there are some.
    pub words: &'a str,
    /// To colleagues; those it names hear of it.
    pub note: &'a str,
}

impl Replies {
    /// All departments.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn departments(&self) -> Result<Vec<Department>, ReplyError> {
        Ok(self.answers.departments().await?)
    }

    /// The officers of these departments. For staff.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn officers(&self, viewer: &Viewer, departments: &[DepartmentId]) -> Result<Vec<Officer>, ReplyError> {
        self.staff(viewer)?;
        Ok(self.answers.officers(departments).await?)
    }

    /// The departments that the viewer is in.
    ///
    /// # Errors
    /// The same.
    pub async fn own_departments(&self, viewer: &Viewer) -> Result<Vec<Officer>, ReplyError> {
        let by = self.staff(viewer)?;
        Ok(self.answers.departments_of(by.person).await?)
    }

    /// Gives an idea to a department. Whoever has it may, an admin, and any officer while nobody has it.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, or the store fails.
    pub async fn assign(&self, viewer: &Viewer, number: i64, handing: Handing<'_>) -> Result<(), ReplyError> {
        let right = self.colleague(viewer, number).await?;
        if !right.takes_part() {
            return Err(ReplyError::Forbidden);
        }
        let words = Line::optional("words", handing.words)?;
        let note = if handing.note.trim().is_empty() { None } else { Some(staff_note(handing.note)?) };
        let department = self.open_department(handing.to).await?;
        let from = right.lead.as_ref().filter(|lead| handing.lead && handing.leave && lead.department != handing.to);
        let said = note.as_ref().map(|note| note.as_str().to_owned());
        let mut letters = self.to_officers(&right.about, &department, said.as_deref(), Some(right.by.person)).await?;
        let mut mentions = Vec::new();
        if let Some(note) = &note {
            mentions = self.named_in(note, right.by.person).await?;
            // A letter about the handing over brings the note along: whoever gets it needs no second one.
            let told: HashSet<PersonId> = letters.iter().map(|(_, person, _)| *person).collect();
            let others = mentions.iter().copied().filter(|person| !told.contains(person));
            letters.extend(self.to_named(&right.about, note, others, right.by.at));
        }
        // Whoever only helps doesn't answer for it.
        let answers = right.lead.as_ref().filter(|_| !handing.lead).map_or(&department.name, |lead| &lead.name);
        let tells = self.in_hand(&right.about, answers, right.by.at);
        let assignment = NewAssignment {
            idea: right.about.idea,
            to: handing.to,
            // Somebody always leads.
            lead: handing.lead || right.lead.is_none(),
            from: from.map(|lead| lead.department),
            words,
            note,
            mentions,
            letters,
            tells: Some(tells),
            by: Some(right.by.person),
            at: right.by.at,
        };
        if self.answers.assign(assignment).await? {
            return Ok(());
        }
        Err(ReplyError::Refused(Problem::new("to", "ALREADY", "This department has it so already.").of("assign")))
    }

    async fn open_department(&self, id: DepartmentId) -> Result<Department, ReplyError> {
        let all = self.answers.departments().await?;
        let found = all.into_iter().find(|one| one.id == id && one.closed_at.is_none());
        found.ok_or_else(|| Problem::new("to", "EMPTY", "Choose a department.").of("assign").into())
    }

    /// Takes an idea on that a department has, or gives it back. Only that department's officers may, or an admin.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn take_on(&self, viewer: &Viewer, number: i64, mine: bool) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        // What no department has nobody takes, an admin neither: it is given to one first.
        let lead = right.lead.as_ref().ok_or(ReplyError::Forbidden)?;
        let tells = self.in_hand(&right.about, &lead.name, right.by.at);
        let taking = Taking { idea: right.about.idea, department: lead.department, mine, tells, by: right.by };
        Ok(self.answers.take_on(taking).await?)
    }

    /// What colleagues wrote about an idea.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn notes(&self, viewer: &Viewer, number: i64) -> Result<Vec<StaffNote>, ReplyError> {
        self.staff(viewer)?;
        let about = self.about(number).await?;
        Ok(self.answers.notes(about.idea).await?)
    }

    /// Adds to that. Any officer may; those it names, by `@` and their name, hear of it.
    ///
    /// # Errors
    /// When the viewer may not, the note must be mended, or the store fails.
    pub async fn note(&self, viewer: &Viewer, number: i64, words: &str) -> Result<(), ReplyError> {
        let by = self.staff(viewer)?;
        let about = self.about(number).await?;
        let words = staff_note(words)?;
        let people = self.named_in(&words, by.person).await?;
        let mentions = self.to_named(&about, &words, people.into_iter(), by.at);
        Ok(self.answers.note(about.idea, &words, &mentions, by).await?)
    }

    /// What the clock does: ideas that are owed an answer say so, and find their department; answers that were set for a
    /// time become public; and people are asked and told.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn round(&self) -> Result<(), ReplyError> {
        // What fails keeps nothing else from its turn; the first failure is told.
        let moved = self.answers.catch_up(SOME).await.map_err(ReplyError::from).map(drop);
        let routed = self.route().await.map(drop);
        let published = self.publish_ripe().await.map(drop);
        let asked = self.ask_about_milestones().await;
        let told = self.tell_of_promises().await.and(self.tell_watchers().await);
        moved.and(routed).and(published).and(asked).and(told)
    }

    /// Gives what nobody has to the department whose rule fits. Called by the clock; says how many found one. Each call looks
    /// at some, and the next one goes on after them: what fits no rule never stands before what does.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn route(&self) -> Result<usize, ReplyError> {
        let waiting = self.answers.unrouted(self.looked_at(), SOME).await?;
        let more = waiting.len() as u64 >= SOME;
        self.look_after(waiting.last().filter(|_| more).map(|last| last.idea));
        if waiting.is_empty() {
            return Ok(0);
        }
        let (routes, departments) = (self.answers.routes().await?, self.answers.departments().await?);
        let open = |id: DepartmentId| departments.iter().find(|one| one.id == id && one.closed_at.is_none());
        let mut found = 0;
        for idea in &waiting {
            // A rule that leads to a closed department isn't one.
            let mut fits = routes.iter().filter(|route| route.fits(idea));
            let Some(department) = fits.find_map(|route| open(route.department)) else { continue };
            let Some(about) = self.answers.about(&[idea.number]).await?.pop() else { continue };
            let assignment = NewAssignment {
                idea: idea.idea,
                to: department.id,
                lead: true,
                from: None,
                words: None,
                note: None,
                mentions: Vec::new(),
                letters: self.to_officers(&about, department, None, None).await?,
                tells: None,
                by: None,
                at: self.sources.now(),
            };
            found += usize::from(self.answers.assign(assignment).await?);
        }
        Ok(found)
    }

    fn looked_at(&self) -> Option<IdeaId> {
        *self.looked_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look_after(&self, last: Option<IdeaId>) {
        *self.looked_at.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }

    /// The colleagues whom a note names, but for the one who wrote it.
    async fn named_in(&self, note: &Markdown, but: PersonId) -> Result<Vec<PersonId>, ReplyError> {
        let departments = self.answers.departments().await?;
        let ids = departments.iter().map(|department| department.id).collect::<Vec<_>>();
        Ok(mentioned(note.as_str(), &self.answers.officers(&ids).await?, but))
    }

    /// A letter to each of these colleagues: a note names them.
    fn to_named(
        &self,
        about: &About,
        note: &Markdown,
        people: impl Iterator<Item = PersonId>,
        at: Timestamp,
    ) -> Vec<(MailId, PersonId, LetterWords)> {
        let path = desk_path(about);
        let news = News::Mentioned { about: named(about, &path), note: note.as_str() };
        people.map(|person| (self.sources.mint(at), person, self.herald.letter(None, &news))).collect()
    }

    /// A letter to each officer of a department but the one who wrote it.
    async fn to_officers(
        &self,
        about: &About,
        department: &Department,
        note: Option<&str>,
        but: Option<PersonId>,
    ) -> Result<Vec<(MailId, PersonId, LetterWords)>, ReplyError> {
        let officers = self.answers.officers(&[department.id]).await?;
        let path = desk_path(about);
        let news =
            News::Assigned { about: named(about, &path), department: &department.name, due: self.due_day(about), note };
        let now = self.sources.now();
        let others = officers.into_iter().filter(|officer| Some(officer.person) != but);
        Ok(others.map(|one| (self.sources.mint(now), one.person, self.herald.letter(None, &news))).collect())
    }
}

/// The path of an idea's pack on the officers' desk.
pub(crate) fn desk_path(about: &About) -> String {
    format!("/desk/ideas/{}", about.number)
}

pub(crate) fn named<'a>(about: &'a About, path: &'a str) -> Named<'a> {
    Named { number: about.number, title: &about.title, path }
}

/// The colleagues whom a note names: `@Jo Park` is one whose name is Jo Park, and not Jo, nor Jo Parker.
fn mentioned(note: &str, colleagues: &[Officer], but: PersonId) -> Vec<PersonId> {
    let said = note.to_lowercase();
    let names: Vec<(String, PersonId)> = colleagues
        .iter()
        .filter_map(|one| {
            one.name.as_ref().filter(|name| !name.is_empty()).map(|name| (name.to_lowercase(), one.person))
        })
        .collect();
    let mut named = Vec::new();
    for (at, _) in said.match_indices('@') {
        let after = said.get(at + 1..).unwrap_or_default();
        let begins = |name: &String| {
            after.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let longest = names.iter().filter(|(name, _)| begins(name)).map(|(name, _)| name.len()).max();
        for (_, person) in names.iter().filter(|(name, _)| begins(name) && Some(name.len()) == longest) {
            if *person != but && !named.contains(person) {
                named.push(*person);
            }
        }
    }
    named
}
