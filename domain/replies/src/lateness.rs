//! All that is overdue, for tables and feeds, and by how much so far. The few that a page names are in `reading.rs`.

use folkmoot_common::{DepartmentId, IdeaId, Timestamp};
use jiff::civil::Date;

use crate::{OverdueFrom, Replies, ReplyError};

/// An idea whose promised answer is past its day, and by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// Which.
    pub idea: IdeaId,
    /// The department that led when its day passed.
    pub department: Option<String>,
    /// The day that was promised, on the council's clock.
    pub day: Date,
    /// The midnight at which it was late.
    pub since: Timestamp,
    /// How many working days have passed since that day.
    pub working_days: u16,
}

impl Replies {
    /// Ideas whose promised answer is overdue, so many from this end: of all, or of those that this department led when
    /// their day passed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn late(
        &self,
        department: Option<DepartmentId>,
        (end, most): (OverdueFrom, u64),
    ) -> Result<Vec<Late>, ReplyError> {
        let mut overdue = self.answers.overdue(department, self.sources.now(), (end, most)).await?;
        let calendar = self.calendar().await?;
        // From the latest day back to the earliest, each as late as the one after it and the days between them: no day
        // of the calendar is looked at twice.
        let (mut after, mut behind) = (self.today(), 0_u16);
        let mut late = Vec::with_capacity(overdue.len());
        if end == OverdueFrom::Longest {
            overdue.reverse();
        }
        for one in overdue {
            let day = self.last_day(one.due_at);
            behind = behind.saturating_add(calendar.between(day, after));
            after = day;
            let (idea, department, since) = (one.idea, one.department, one.due_at);
            late.push(Late { idea, department, day, since, working_days: behind });
        }
        if end == OverdueFrom::Longest {
            late.reverse();
        }
        Ok(late)
    }
}
