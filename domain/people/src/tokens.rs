//! Access tokens: how a script acts for a person. They last until they are revoked, and are shown once.

use folkmoot_common::{Problem, Secret, StorageError, Timestamp, TokenId, Viewer};
use folkmoot_text::{GateError, one_line};

use crate::{DisplayName, Known, LoadPerson, NewToken, People};

/// More than anybody needs, and few enough to list.
const MOST: u64 = 50;

/// People made in one transaction.
const BATCH: u32 = 1_000;

/// What an owner calls a token, to know it again: one line of at most 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenName(String);

impl TokenName {
    /// Reads what a person typed.
    ///
    /// # Errors
    /// Refuses nothing at all, too much, and what can't be shown.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        one_line(raw, 1..=60).map(Self).map_err(|why| {
            let message = match why {
                GateError::Empty | GateError::TooShort { .. } => {
                    "Enter a name for the token, so that you know later what it is for.".to_owned()
                }
                GateError::TooLong { most, found } => {
                    format!("Use at most {most} characters for the token's name. That one has {found}.")
                }
                GateError::Unprintable => "The name has hidden characters in it. Type it by hand.".to_owned(),
            };
            Problem { numbers: why.numbers(), ..Problem::new("name", why.code(), message).of("token") }
        })
    }

    /// A name from the store, where only parsed ones go.
    #[must_use]
    pub const fn stored(name: String) -> Self {
        Self(name)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A token as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    /// Its id, for revoking it.
    pub id: TokenId,
    /// What it is called.
    pub name: TokenName,
    /// When it was issued.
    pub created_at: Timestamp,
}

/// What came of asking for a token.
#[derive(Debug, Clone)]
pub enum Issued {
    /// The token, and its secret: shown once, never again.
    Token(TokenInfo, Secret),
    /// The person has 50 already: revoke one first.
    TooMany,
    /// Nobody is signed in.
    NotSignedIn,
}

impl People {
    /// Issues a token to the viewer.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn issue_token(&self, viewer: &Viewer, name: TokenName) -> Result<Issued, StorageError> {
        let Some(person) = viewer.person() else {
            return Ok(Issued::NotSignedIn);
        };
        let (token, secret) = self.new_token(name);
        let info = TokenInfo { id: token.id, name: token.name.clone(), created_at: token.created_at };
        let kept = self.store.add_token(person, token, MOST).await?;
        Ok(if kept { Issued::Token(info, secret) } else { Issued::TooMany })
    }

    /// Makes `count` people called "`prefix` 1", "`prefix` 2" and so on, without an address, with a token each: for
    /// measuring. In batches; an error leaves the batches before it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn issue_tokens(&self, count: u32, prefix: &DisplayName) -> Result<Vec<Secret>, StorageError> {
        let mut secrets = Vec::new();
        let mut made = 0;
        while made < count {
            let upto = count.min(made.saturating_add(BATCH));
            let (batch, given): (Vec<_>, Vec<_>) =
                (made..upto).map(|n| self.load_person(prefix, n.saturating_add(1))).unzip();
            self.store.add_load_people(batch).await?;
            secrets.extend(given);
            made = upto;
        }
        Ok(secrets)
    }

    /// The viewer's tokens, newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tokens(&self, viewer: &Viewer) -> Result<Vec<TokenInfo>, StorageError> {
        match viewer.person() {
            Some(person) => self.store.list_tokens(person).await,
            None => Ok(Vec::new()),
        }
    }

    /// Revokes one of the viewer's own tokens. Says whether there was one; somebody else's doesn't exist.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn revoke_token(&self, viewer: &Viewer, id: TokenId) -> Result<bool, StorageError> {
        match viewer.person() {
            Some(person) => self.store.revoke_token(person, id).await,
            None => Ok(false),
        }
    }

    /// Whom a token stands for. One query.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn viewer_of_token(&self, token: &Secret) -> Result<Option<Known>, StorageError> {
        let found = self.store.find_token(&token.digest()).await?;
        Ok(found.map(|kept| kept.known))
    }

    fn new_token(&self, name: TokenName) -> (NewToken, Secret) {
        let created_at = self.sources.now();
        let secret = self.sources.secret();
        (NewToken { id: self.sources.mint(created_at), secret: secret.digest(), name, created_at }, secret)
    }

    fn load_person(&self, prefix: &DisplayName, number: u32) -> (LoadPerson, Secret) {
        let name = format!("{prefix} {number}");
        let (token, secret) = self.new_token(TokenName::stored(name.clone()));
        let id = self.sources.mint(token.created_at);
        (LoadPerson { id, name: DisplayName::stored(name), token }, secret)
    }
}
