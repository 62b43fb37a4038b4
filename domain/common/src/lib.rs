//! What every noun of the domain shares: ids, time and chance, who is asking, pages, tallies, mail and the errors
//! of a store.
//!
//! It holds no rule of any one noun, and does no I/O: each trait here is a port that an outer crate implements.

mod clock;
mod error;
mod ids;
mod language;
mod live;
mod outbox;
mod page;
mod problem;
mod retry;
mod secret;
mod signboard;
mod sources;
mod tally;
mod viewer;
mod watch;

pub use clock::{Clock, SystemClock, Timestamp};
pub use error::StorageError;
pub use ids::{
    AppealId, AttemptId, CampaignId, CommentId, DecisionId, DepartmentId, DraftId, Id, IdeaId, ItemId, LabelId, MailId,
    MailingId, MilestoneId, PersonId, ReplyId, ReportId, RoleChangeId, SessionId, SignInId, TemplateId, TokenId,
};
pub use language::Language;
pub use live::{AnswerStream, CommentStream, Live, TallyStream};
pub use outbox::{Address, Footing, Letter, Mail, MailState, Outbox, Pace, PostedMail, Why};
pub use page::{Cursor, CursorError, Direction, Page, PageRequest};
pub use problem::{Problem, Problems};
pub use retry::{Before, Carried, Retries, Retry, RetryKey, RetryNote};
pub use secret::{Digest, Secret};
pub use signboard::{Painted, Signboard};
pub use sources::{Entropy, Sources, SystemEntropy};
pub use tally::Tally;
pub use viewer::{Role, Roles, Viewer};
pub use watch::{Farewell, Hunch, Look, NUMBER, PublishingMode, RECEIPT, Standing, Suspicion, TITLE, Watch, Written};
