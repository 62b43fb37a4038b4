//! People: who they are, how they sign in without a password, their sessions and access tokens, and what they wrote
//! before they signed in.
//!
//! Every act is a method of [`People`]. It knows no page, no cookie and no database: a browser is the secret that its
//! cookie carries, and everything is kept behind [`PeopleStore`]. Nothing here tells anybody whether an address has an
//! account.

mod ask;
mod browser_name;
mod code;
mod confirm;
mod drafts;
mod email;
mod forget;
mod import;
mod invite;
mod leave;
mod letter;
mod link;
mod local_path;
mod name;
mod names;
mod person;
mod ports;
mod roles;
mod service;
mod session;
mod sessions;
mod tokens;

pub use ask::Asked;
pub use browser_name::browser_name;
pub use confirm::{SignIn, SignInRefusal, SignedIn};
pub use drafts::{Draft, DraftContent, DraftOwner};
pub use email::Email;
pub use folkmoot_common::{Letter, Pace};
pub use import::PastPerson;
pub use leave::{Departure, Leave, Left};
pub use letter::{InvitationFacts, LetterWords, Letterhead, SignInFacts, Written};
pub use link::LinkState;
pub use local_path::LocalPath;
pub use name::{Called, DisplayName};
pub use names::Renamed;
pub use person::{Face, Known, Person, Profile, PublicPerson};
pub use ports::{
    Arrival, Arrived, Attempt, DraftStore, Expired, Invited, KeptSession, KeptToken, LetterPace, LoadPerson,
    NewAttempt, NewDraft, NewName, NewPerson, NewRoleChange, NewSession, NewToken, PeopleStore, PersonStore, Proof,
    RoleChanged, RoleStore, SessionStore, SignInStore, TokenStore, TryLimits,
};
pub use roles::{Account, Invitation, RoleChange, RoleError};
pub use service::People;
pub use sessions::SessionInfo;
pub use tokens::{Issued, TokenInfo, TokenName};
