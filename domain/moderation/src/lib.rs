//! Moderation: what is said to be wrong, by whom, and what came of it. For now that is a report: anybody's word that
//! something breaks the rules, with a receipt.
//!
//! It refuses to know what an idea or a comment is: it names them by id and by the number that people see. Whether the
//! reporter may see what they report is asked before, of those whose noun it is.

mod letters;
mod port;
mod receipt;
mod report;
mod reports;
mod rules;
mod words;

pub use letters::Letterbox;
pub use port::{Letters, NewReport, Paces, ReportDesk};
pub use receipt::Receipt;
pub use report::{Filed, Ground, Subject};
pub use reports::Reports;
pub use rules::{
    BURST_POSTS, BURST_WINDOW, ENOUGH, LIKE_REFUSED, Lessons, Past, REPEAT_LEAST, REPEAT_WINDOW, Rules, Token, Verdict,
    WordLists, fingerprint, tokens,
};
pub use words::{Complaint, Details, RawComplaint};
