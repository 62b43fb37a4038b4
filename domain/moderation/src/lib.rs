//! Moderation: what needs a person and why, what moderators decide, what their authors are told, appeals, reports, and the
//! record that only grows.
//!
//! It refuses to know what an idea or a comment is: it names them by id and by the numbers that people see, and leaves to
//! the store what becomes of them. Its rules may hold words until somebody has looked; only a person refuses them.

mod act;
mod appeals;
mod bench;
mod correct;
mod decide;
mod decision;
mod desk;
mod error;
mod import;
mod item;
mod kept;
mod letters;
mod likeness;
mod logged;
mod moderation;
mod openness;
mod own;
mod port;
mod queue;
mod reason;
mod receipt;
mod record;
mod report;
mod reports;
pub mod rules;
mod target;
mod voice;
mod watch;
mod words;

pub use act::{Act, ActKind};
pub use bench::{
    Actor, Bench, Correction, Decided, DecisionLetters, Figure, Lately, LockRequest, Locked, NewAppeal, NewDecision,
    PolicyVersion, SavedView, Settled, Undone, WhichDecisions,
};
pub use decide::{MOST_AT_ONCE, Verdict};
pub use decision::{APPEAL_ANSWER, APPEAL_WITHIN, AppealState, DECISIONS, Decision, Note, Redacted, UNDO};
pub use desk::HELD_FOR;
pub use error::ModerationError;
pub use folkmoot_common::RECEIPT;
pub use import::PastRefusal;
pub use item::{Item, ItemKind, ListedItem, Lock, QUEUE, SecondOpinion, rank};
pub use likeness::{are_near, likeness};
pub use logged::{Logged, On};
pub use moderation::{Desk, Moderation};
pub use openness::{FIGURES_KEPT, FIGURES_OVER, Figures, MOST_LOGGED, Reversals};
pub use own::{OwnEdit, Suspension};
pub use port::{HoldRule, Letters, NewReport, Paces, ReportDesk};
pub use queue::{
    AppealRead, AuthorRecord, Counts, Dossier, KeptOriginal, PendingEdit, Pulse, QueueFilter, ReportRead, hunch_words,
};
pub use reason::{Reason, ReasonCode, STANDARD};
pub use receipt::Receipt;
pub use record::{Broken, Entry, Verifier};
pub use report::{Filed, Ground, ReportOutcome, Subject};
pub use reports::{FRESH, Reports, VOICES};
pub use target::{Place, Target, TargetState};
pub use voice::{Along, LetterText, Named, News, Voice};
pub use words::{Complaint, Details, RawComplaint};
