//! What the rules need kept. Each method is one transaction; `storage` implements them for both databases.
//!
//! Secrets never come this way, only their digests.

mod drafts;
mod people;
mod roles;
mod sessions;
mod sign_in;
mod tokens;

pub use drafts::{DraftStore, NewDraft};
pub use people::{Expired, LoadPerson, NewName, NewPerson, PersonStore};
pub use roles::{Invited, NewRoleChange, RoleChanged, RoleStore};
pub use sessions::{KeptSession, NewSession, SessionStore};
pub use sign_in::{Arrival, Arrived, Attempt, LetterPace, NewAttempt, Proof, SignInStore, TryLimits};
pub use tokens::{KeptToken, NewToken, TokenStore};

/// Everything the service [`crate::People`] keeps.
pub trait PeopleStore: PersonStore + RoleStore + SignInStore + SessionStore + TokenStore + DraftStore {}

impl<T: PersonStore + RoleStore + SignInStore + SessionStore + TokenStore + DraftStore> PeopleStore for T {}
