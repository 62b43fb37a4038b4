//! What the rules of moderation need from a store. Each method is one transaction.

use async_trait::async_trait;
use folkmoot_common::{Letter, Pace, PersonId, ReportId, StorageError, Timestamp};

use crate::{Complaint, Filed, Receipt, Subject};

/// A report that is to be filed.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// Its id.
    pub id: ReportId,
    /// Its number.
    pub receipt: Receipt,
    /// What it is about.
    pub subject: Subject,
    /// What is said to be wrong.
    pub complaint: Complaint,
    /// Who says so, when they had signed in.
    pub reporter: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// The letters that come of a report.
#[derive(Debug, Clone)]
pub struct Letters {
    /// To the council.
    pub council: Letter,
    /// To the reporter, who asked for one.
    pub reporter: Option<Letter>,
}

/// How many such letters leave. A report itself is never turned away.
#[derive(Debug, Clone, Copy)]
pub struct Paces {
    /// To the council, of all reports together.
    pub council: Pace,
    /// To one reporter's address.
    pub reporter: Pace,
}

/// Where reports are kept.
#[async_trait]
pub trait ReportDesk: Send + Sync {
    /// Keeps the report and posts its letters, as far as their pace allows; says whether the reporter's was posted. The
    /// pace is a brake on floods, not an exact number: reports at the same moment may each let a letter pass.
    async fn file(&self, report: NewReport, letters: Letters, paces: Paces) -> Result<bool, StorageError>;

    /// The report of this number.
    async fn find(&self, receipt: &Receipt) -> Result<Option<Filed>, StorageError>;
}
