//! What we kill, and what must be true afterwards. Clients vote and keep a history of what each sent and got; a hand breaks
//! something; checkers hold the history against the database, by the invariants that the README promises. What clients got no
//! answer to they send again under its key, so that little stays unknown.
//!
//! Short trials run among the tests (`tests/it/faults.rs`), long ones by `make faults`. That the checkers can fail is shown
//! by a saboteur: the same program, told to break its promises (`storage/src/sabotage.rs`).

mod answers;
mod checks;
mod clients;
mod closing;
mod hand;
mod history;
mod house;
mod report;
mod silent;
mod trial;
mod watch;

pub use checks::Findings;
pub use closing::closing;
pub use hand::Fault;
pub use house::{Ground, Plan};
pub use report::{Line, report, save};
pub use trial::{Trial, run};
