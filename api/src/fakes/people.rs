//! Accounts for tests: names, a few addresses, and roles that are as they were. Signing in is tested where its rules are; here every other
//! question is a mistake.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{Digest, DraftId, Language, PersonId, Role, Roles, SessionId, StorageError, Timestamp, TokenId};
use folkmoot_people::{
    Account, Arrival, Arrived, Attempt, Departure, Draft, DraftOwner, DraftStore, Email, Expired, Face, Invited,
    KeptSession, KeptToken, Left, Letter, LetterPace, LoadPerson, NewAttempt, NewDraft, NewName, NewPerson,
    NewRoleChange, NewToken, PastPerson, Person, PersonStore, PublicPerson, RoleChange, RoleChanged, RoleStore,
    SessionStore, SignInStore, TokenInfo, TokenStore, TryLimits,
};

use super::{Memory, WHEN, the};

fn no<T>() -> Result<T, StorageError> {
    Err(StorageError::corrupt("not in these tests"))
}

/// Where letters to somebody go: person 9 runs the site, to person 10 none gets through, and nobody else has an address.
fn address_of(id: PersonId) -> Option<Email> {
    let known = [(9, "ada@example.org"), (10, "kim@nowhere.example")];
    let (_, address) = known.into_iter().find(|(number, _)| id == the(*number))?;
    Email::parse(address).ok()
}

#[async_trait]
impl DraftStore for Memory {
    async fn keep_draft(&self, _draft: NewDraft, _most: u64) -> Result<(), StorageError> {
        no()
    }
    async fn find_draft(
        &self,
        _owner: DraftOwner,
        _id: DraftId,
        _now: Timestamp,
    ) -> Result<Option<Draft>, StorageError> {
        no()
    }
    async fn list_drafts(&self, _owner: DraftOwner, _now: Timestamp, _most: u64) -> Result<Vec<Draft>, StorageError> {
        no()
    }
    async fn drop_draft(&self, _owner: DraftOwner, _id: DraftId) -> Result<bool, StorageError> {
        no()
    }
}

#[async_trait]
impl PersonStore for Memory {
    async fn add_person(&self, _person: NewPerson) -> Result<Person, StorageError> {
        no()
    }
    async fn add_load_people(&self, _people: Vec<LoadPerson>) -> Result<(), StorageError> {
        no()
    }
    async fn find_person(&self, id: PersonId) -> Result<Option<Person>, StorageError> {
        self.asked()?;
        let roles = Roles::default().with(Role::Citizen);
        Ok(Some(Person { id, email: address_of(id), name: None, roles, language: None, created_at: WHEN }))
    }
    async fn take_people(&self, _people: &[PastPerson]) -> Result<usize, StorageError> {
        no()
    }
    async fn named(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, PublicPerson>, StorageError> {
        self.asked()?;
        Ok(ids.iter().map(|id| (*id, PublicPerson::new(*id, Some("Ana".to_owned())))).collect())
    }
    async fn rename(&self, _id: PersonId, _name: NewName) -> Result<Option<Person>, StorageError> {
        no()
    }
    async fn speak(&self, _id: PersonId, _language: Language) -> Result<bool, StorageError> {
        no()
    }
    async fn language_of(&self, _email: &Email) -> Result<Option<Language>, StorageError> {
        no()
    }
    async fn who_has(&self, _email: &Email) -> Result<Option<PersonId>, StorageError> {
        no()
    }
    async fn face(&self, _id: PersonId) -> Result<Option<Face>, StorageError> {
        no()
    }
    async fn depart(&self, _departure: Departure) -> Result<Left, StorageError> {
        no()
    }
    async fn forget(&self, _expired: Expired, _limit: u64) -> Result<u64, StorageError> {
        no()
    }
}

#[async_trait]
impl RoleStore for Memory {
    async fn find_accounts(&self, _words: &str, _now: Timestamp, _most: u64) -> Result<Vec<Account>, StorageError> {
        no()
    }
    async fn account(&self, _id: PersonId) -> Result<Option<Account>, StorageError> {
        no()
    }
    async fn role_changes(&self, _person: PersonId, _most: u64) -> Result<Vec<RoleChange>, StorageError> {
        no()
    }
    async fn change_role(&self, _change: NewRoleChange) -> Result<RoleChanged, StorageError> {
        self.asked().map(|()| RoleChanged::AsItWas)
    }
    async fn invite_by_mail(
        &self,
        _by: PersonId,
        _person: NewPerson,
        _attempt: NewAttempt,
        _letter: Letter,
        _lines: Vec<NewRoleChange>,
    ) -> Result<Invited, StorageError> {
        self.asked().map(|()| Invited::Taken)
    }
}

#[async_trait]
impl SessionStore for Memory {
    async fn find_session(&self, _secret: &Digest) -> Result<Option<KeptSession>, StorageError> {
        no()
    }
    async fn touch_session(
        &self,
        _id: SessionId,
        _now: Timestamp,
        _unless_since: Timestamp,
    ) -> Result<(), StorageError> {
        no()
    }
    async fn list_sessions(&self, _person: PersonId) -> Result<Vec<KeptSession>, StorageError> {
        no()
    }
    async fn end_session(&self, _person: PersonId, _id: SessionId) -> Result<bool, StorageError> {
        no()
    }
    async fn end_other_sessions(&self, _person: PersonId, _but: SessionId) -> Result<u64, StorageError> {
        no()
    }
    async fn end_session_of(&self, _secret: &Digest) -> Result<(), StorageError> {
        no()
    }
}

#[async_trait]
impl SignInStore for Memory {
    async fn open_attempt(&self, _attempt: NewAttempt, _letter: Letter, _pace: LetterPace) -> Result<(), StorageError> {
        no()
    }
    async fn invite(&self, _person: NewPerson, _attempt: NewAttempt) -> Result<Person, StorageError> {
        no()
    }
    async fn find_attempt(&self, _link: &Digest) -> Result<Option<Attempt>, StorageError> {
        no()
    }
    async fn newest_attempt(&self, _browser: &Digest) -> Result<Option<Attempt>, StorageError> {
        no()
    }
    async fn count_try(
        &self,
        _browser: &Digest,
        _now: Timestamp,
        _limits: TryLimits,
    ) -> Result<Option<Attempt>, StorageError> {
        no()
    }
    async fn arrive(&self, _arrival: Arrival) -> Result<Option<Arrived>, StorageError> {
        no()
    }
}

#[async_trait]
impl TokenStore for Memory {
    async fn add_token(&self, _person: PersonId, _token: NewToken, _most: u64) -> Result<bool, StorageError> {
        no()
    }
    async fn find_token(&self, _secret: &Digest) -> Result<Option<KeptToken>, StorageError> {
        no()
    }
    async fn list_tokens(&self, _person: PersonId) -> Result<Vec<TokenInfo>, StorageError> {
        no()
    }
    async fn revoke_token(&self, _person: PersonId, _id: TokenId) -> Result<bool, StorageError> {
        no()
    }
}
