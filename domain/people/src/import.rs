//! What an import brings: people of the past, who have never signed in here.

use folkmoot_common::{PersonId, Timestamp};

/// Somebody of the past: no address, so nobody can sign in as them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPerson {
    /// The same at every import.
    pub id: PersonId,
    /// What they go by in public.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
}
