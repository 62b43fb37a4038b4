//! What whoever runs the site sets: departments and their officers, the rules of routing, what campaigns promise, and the
//! days on which the council is closed.

use folkmoot_common::{CampaignId, DepartmentId, PersonId, Problem, Timestamp, Viewer};

use crate::port::OwnDay;
use crate::words::{Line, day};
use crate::{Closure, DepartmentText, Replies, ReplyError, Route, Step};

/// No campaign promises for more supporters.
pub const MOST_SUPPORTERS: u32 = 100_000_000;
/// No campaign promises something within more working days.
pub const MOST_DAYS: u16 = 520;

impl Replies {
    /// Makes a department, or changes it. Gives its id.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn save_department(
        &self,
        viewer: &Viewer,
        id: Option<DepartmentId>,
        text: &DepartmentText,
    ) -> Result<DepartmentId, ReplyError> {
        let by = self.admin(viewer)?;
        let id = id.unwrap_or_else(|| self.sources.mint(by.at));
        self.answers.save_department(id, text, by).await?;
        Ok(id)
    }

    /// Closes a department, or opens it again. Its answers stay.
    ///
    /// # Errors
    /// The same.
    pub async fn close_department(&self, viewer: &Viewer, id: DepartmentId, close: bool) -> Result<(), ReplyError> {
        let by = self.admin(viewer)?;
        let at: Option<Timestamp> = close.then_some(by.at);
        Ok(self.answers.close_department(id, at).await?)
    }

    /// Puts somebody into a department, in this role. They become an officer by that.
    ///
    /// # Errors
    /// When the viewer may not, the role must be mended, or the store fails.
    pub async fn join(
        &self,
        viewer: &Viewer,
        department: DepartmentId,
        person: PersonId,
        job: &str,
    ) -> Result<(), ReplyError> {
        let by = self.admin(viewer)?;
        let job = Line::parse("job", job, 2..=100)?;
        let joined = self.answers.join(department, person, &job, by).await?;
        if joined { Ok(()) } else { Err(ReplyError::Forbidden) }
    }

    /// Takes somebody out of a department. They stay an officer.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn part(&self, viewer: &Viewer, department: DepartmentId, person: PersonId) -> Result<(), ReplyError> {
        self.admin(viewer)?;
        Ok(self.answers.part(department, person).await?)
    }

    /// The rules of routing, in order. For staff.
    ///
    /// # Errors
    /// The same.
    pub async fn routes(&self, viewer: &Viewer) -> Result<Vec<Route>, ReplyError> {
        self.staff(viewer)?;
        Ok(self.answers.routes().await?)
    }

    /// Sets them all.
    ///
    /// # Errors
    /// When the viewer may not, a rule says nothing, or the store fails.
    pub async fn set_routes(&self, viewer: &Viewer, routes: &[Route]) -> Result<(), ReplyError> {
        self.admin(viewer)?;
        if !routes.iter().all(Route::narrows) {
            let message = "A rule needs a campaign, a place, a tag or a word.";
            return Err(Problem::new("word", "EMPTY", message).of("route").into());
        }
        Ok(self.answers.set_routes(routes).await?)
    }

    /// Sets what a campaign promises. What was promised already stays as it was.
    ///
    /// # Errors
    /// When the viewer may not, a number is out of its range, a kind stands twice, or the store fails.
    pub async fn set_steps(&self, viewer: &Viewer, campaign: CampaignId, steps: &[Step]) -> Result<(), ReplyError> {
        self.admin(viewer)?;
        for (i, step) in steps.iter().enumerate() {
            if !(1..=MOST_SUPPORTERS).contains(&step.supporters) {
                let most = usize::try_from(MOST_SUPPORTERS).unwrap_or(usize::MAX);
                let message = format!("Choose between 1 and {MOST_SUPPORTERS} supporters.");
                return Err(Problem::new("supporters", "OUT_OF_RANGE", message)
                    .of("step-supporters")
                    .with("most", most)
                    .into());
            }
            if !(1..=MOST_DAYS).contains(&step.working_days) {
                let message = format!("Choose between 1 and {MOST_DAYS} working days.");
                let days = Problem::new("working_days", "OUT_OF_RANGE", message).of("step-days");
                return Err(days.with("most", MOST_DAYS.into()).into());
            }
            if steps.iter().take(i).any(|before| before.kind == step.kind) {
                return Err(Problem::new("kind", "TWICE", "Each kind of promise stands once.").of("step-kind").into());
            }
        }
        Ok(self.answers.set_steps(campaign, steps).await?)
    }

    /// The council's own days.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_days(&self) -> Result<Vec<OwnDay>, ReplyError> {
        Ok(self.kept_days().await?.1)
    }

    /// Closes a day, or opens one that a rule closes, with a reason that everybody reads. The days of running promises
    /// follow.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, or the store fails.
    pub async fn set_day(&self, viewer: &Viewer, raw: &str, closed: bool, why: &str) -> Result<(), ReplyError> {
        let by = self.admin(viewer)?;
        let mut problems = folkmoot_common::Problems::default();
        let on = problems.check(day("day", raw));
        let why = problems.check(Line::parse("why", why, 3..=Line::MOST));
        let (Some(on), Some(why)) = (on, why) else { return Err(problems.into()) };
        let closure = if closed { Closure::Closed } else { Closure::Open };
        let own = OwnDay { day: on, closure, why: why.as_str().to_owned() };
        self.answers.set_day(on, Some(&own), by).await?;
        self.lay_out().await
    }

    /// Forgets one of the council's own days: the rules hold again.
    ///
    /// # Errors
    /// The same.
    pub async fn forget_day(&self, viewer: &Viewer, raw: &str) -> Result<(), ReplyError> {
        let by = self.admin(viewer)?;
        let on = day("day", raw)?;
        self.answers.set_day(on, None, by).await?;
        self.lay_out().await
    }
}
