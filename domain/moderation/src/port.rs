//! What reports need from a store. Each method is one transaction.

use async_trait::async_trait;
use folkmoot_common::{Address, Digest, ItemId, Language, Letter, Pace, PersonId, ReportId, StorageError, Timestamp};

use crate::{Complaint, Filed, LetterText, Receipt, Subject};

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
    /// Where in the network it came from.
    pub network: Digest,
    /// When.
    pub at: Timestamp,
    /// The item that it opens, unless one is open.
    pub item: ItemId,
    /// By when somebody looks.
    pub due_at: Timestamp,
    /// When so many people report it that it is hidden until somebody has looked.
    pub hold: HoldRule,
}

/// When reports hide something until somebody has looked. Only independent voices count: people who signed in, whose
/// account is not fresh, who are not suspended, and of one place in the network only one.
#[derive(Debug, Clone, Copy)]
pub struct HoldRule {
    /// So many of them.
    pub voices: u32,
    /// Accounts must be older than this.
    pub joined_before: Timestamp,
}

/// The letters that come of a report.
#[derive(Debug, Clone)]
pub struct Letters {
    /// To the council.
    pub council: Letter,
    /// To the reporter, who asked for one.
    pub reporter: Option<Letter>,
    /// To the author, should it be hidden: by their language, the first for all others.
    pub held: Vec<(Language, LetterText)>,
}

/// How many such letters leave. To somebody who had signed in and named no address, one for each report; where that is, is
/// found again when they are answered, and kept nowhere else. A report itself is never turned away.
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
    /// Keeps the report, puts what it is about into the queue (or moves it forward there), hides it where the rule says
    /// so, and posts its letters as far as their pace allows; says whether the reporter's was posted. The pace is a brake
    /// on floods, not an exact number: reports at the same moment may each let a letter pass.
    async fn file(&self, report: NewReport, letters: Letters, paces: Paces) -> Result<bool, StorageError>;

    /// A person's own address, and the language they chose; `None` for somebody without one.
    async fn own_address(&self, person: PersonId) -> Result<Option<(Address, Option<Language>)>, StorageError>;

    /// The report of this number.
    async fn find(&self, receipt: &Receipt) -> Result<Option<Filed>, StorageError>;
}
