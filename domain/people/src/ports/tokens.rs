//! Access tokens as they are kept.

use async_trait::async_trait;
use folkmoot_common::{Digest, PersonId, StorageError, Timestamp, TokenId};

use crate::{Known, TokenInfo, TokenName};

/// A token to be kept.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Its id.
    pub id: TokenId,
    /// What stands for its secret.
    pub secret: Digest,
    /// What its owner calls it.
    pub name: TokenName,
    /// Now.
    pub created_at: Timestamp,
}

/// Whom a token stands for.
#[derive(Debug, Clone)]
pub struct KeptToken {
    /// Its id.
    pub id: TokenId,
    /// Whose it is.
    pub known: Known,
}

/// Access tokens.
#[async_trait]
pub trait TokenStore: Send + Sync {
    /// Keeps the token unless the person has `most` already, or isn't there. Says whether it was kept.
    async fn add_token(&self, person: PersonId, token: NewToken, most: u64) -> Result<bool, StorageError>;

    /// The token, its person and their roles, in one query.
    async fn find_token(&self, secret: &Digest) -> Result<Option<KeptToken>, StorageError>;

    /// A person's tokens, newest first.
    async fn list_tokens(&self, person: PersonId) -> Result<Vec<TokenInfo>, StorageError>;

    /// Ends one token of this person. Says whether there was one.
    async fn revoke_token(&self, person: PersonId, id: TokenId) -> Result<bool, StorageError>;
}
