//! What the rules of the look need kept, each method in one transaction; and the node that wears it.

use async_trait::async_trait;
use folkmoot_common::{PersonId, StorageError, Timestamp};

use crate::{Kept, Look, Past, Worn};

/// A version that is to stand.
#[derive(Debug, Clone)]
pub struct NewLook {
    /// The version that whoever set it saw; any other means that it changed meanwhile.
    pub seen: i32,
    /// All that the council set from now on.
    pub look: Look,
    /// Who set it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Every version of the look.
#[async_trait]
pub trait LookStore: Send + Sync {
    /// The number of the version that stands; 0 while there is none.
    async fn look_version(&self) -> Result<i32, StorageError>;

    /// The version that stands.
    async fn look(&self) -> Result<Kept, StorageError>;

    /// Adds a version after the one that was seen. `false` when that one doesn't stand any more. MUST decide by a
    /// constraint: of two at once, one is told so.
    async fn set_look(&self, new: NewLook) -> Result<bool, StorageError>;

    /// The newest versions, newest first, at most `most`.
    async fn looks(&self, most: u64) -> Result<Vec<Past>, StorageError>;
}

/// What this node wears. Every other node learns of a new look by itself.
pub trait Mirror: Send + Sync {
    /// From now on this is worn here, unless something newer is.
    fn put_on(&self, worn: &Worn);

    /// Where the logo that is worn here is found, as a path of the site; none for the program's mark.
    fn logo(&self) -> Option<String>;
}
