//! Until storage lands: every port, answering that the store is busy. Deleted when `site::ports` reaches the real ones.
#![expect(unused_imports, reason = "scaffolding that goes when storage lands")]

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_comments::*;
use folkmoot_common::*;
use folkmoot_ideas::*;
use folkmoot_people::*;
use folkmoot_votes::*;

pub(super) struct Absent;

#[async_trait]
impl Live for Absent {
    async fn announce(&self, _tally: Tally) {}
    async fn announce_comment(&self, _idea: IdeaId, _comment: CommentId) {}
    fn tallies(&self, _ideas: &[IdeaId]) -> TallyStream {
        Box::pin(futures::stream::pending())
    }
    fn comments(&self, _idea: IdeaId) -> CommentStream {
        Box::pin(futures::stream::pending())
    }
}

#[async_trait]
impl folkmoot_people::DraftStore for Absent {
    async fn keep_draft(&self, _draft: NewDraft, _most: u64) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_draft(
        &self,
        _owner: DraftOwner,
        _id: DraftId,
        _now: Timestamp,
    ) -> Result<Option<Draft>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn list_drafts(&self, _owner: DraftOwner, _now: Timestamp, _most: u64) -> Result<Vec<Draft>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn drop_draft(&self, _owner: DraftOwner, _id: DraftId) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_people::PersonStore for Absent {
    async fn add_person(&self, _person: NewPerson) -> Result<Person, StorageError> {
        Err(StorageError::Busy)
    }

    async fn add_load_people(&self, _people: Vec<LoadPerson>) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }

    async fn take_people(&self, _people: &[PastPerson]) -> Result<usize, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_person(&self, _id: PersonId) -> Result<Option<Person>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn named(&self, _ids: &[PersonId]) -> Result<HashMap<PersonId, PublicPerson>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn rename(&self, _id: PersonId, _name: DisplayName) -> Result<Option<Person>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn forget(&self, _expired: Expired, _limit: u64) -> Result<u64, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_people::SessionStore for Absent {
    async fn find_session(&self, _secret: &Digest) -> Result<Option<KeptSession>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn touch_session(
        &self,
        _id: SessionId,
        _now: Timestamp,
        _unless_since: Timestamp,
    ) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }

    async fn list_sessions(&self, _person: PersonId) -> Result<Vec<KeptSession>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn end_session(&self, _person: PersonId, _id: SessionId) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }

    async fn end_session_of(&self, _secret: &Digest) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_people::SignInStore for Absent {
    async fn open_attempt(&self, _attempt: NewAttempt, _letter: Letter, _pace: Pace) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }

    async fn invite(&self, _person: NewPerson, _attempt: NewAttempt) -> Result<Person, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_attempt(&self, _link: &Digest) -> Result<Option<Attempt>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn newest_attempt(&self, _browser: &Digest) -> Result<Option<Attempt>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn count_try(
        &self,
        _browser: &Digest,
        _now: Timestamp,
        _limits: TryLimits,
    ) -> Result<Option<Attempt>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn arrive(&self, _arrival: Arrival) -> Result<Option<Arrived>, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_people::TokenStore for Absent {
    async fn add_token(&self, _person: PersonId, _token: NewToken, _most: u64) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_token(&self, _secret: &Digest) -> Result<Option<KeptToken>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn list_tokens(&self, _person: PersonId) -> Result<Vec<TokenInfo>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn revoke_token(&self, _person: PersonId, _id: TokenId) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_ideas::IdeaStore for Absent {
    async fn insert(&self, _idea: NewIdea) -> Result<Option<Idea>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn edit(&self, _edit: EditIdea) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }

    async fn shift(
        &self,
        _id: IdeaId,
        _from: IdeaStatus,
        _to: IdeaStatus,
        _reason: Option<&str>,
    ) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find(&self, _sight: Visibility, _id: IdeaId) -> Result<Option<Idea>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_number(&self, _sight: Visibility, _number: i64) -> Result<Option<Idea>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_many(&self, _sight: Visibility, _ids: &[IdeaId]) -> Result<Vec<Idea>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn was_withdrawn(&self, _number: i64) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }

    async fn public_ids(&self, _numbers: &[i64]) -> Result<HashMap<i64, IdeaId>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn list(
        &self,
        _sight: Visibility,
        _query: &IdeaQuery,
        _page: &PageRequest,
    ) -> Result<Page<Listed>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn count(&self, _sight: Visibility, _query: &IdeaQuery, _most: u64) -> Result<u64, StorageError> {
        Err(StorageError::Busy)
    }

    async fn revisions(&self, _id: IdeaId) -> Result<Vec<Revision>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn campaign(&self, _slug: &str) -> Result<Option<Campaign>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn campaigns(&self, _ids: &[CampaignId]) -> Result<Vec<Campaign>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn all_campaigns(&self, _now: Timestamp) -> Result<Vec<Campaign>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn make_campaign(&self, _campaign: NewCampaign) -> Result<Campaign, StorageError> {
        Err(StorageError::Busy)
    }

    async fn take(&self, _ideas: &[PastIdea]) -> Result<usize, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_comments::Threads for Absent {
    async fn post(&self, _comment: NewComment) -> Result<Placed, StorageError> {
        Err(StorageError::Busy)
    }

    async fn edit(&self, _edit: EditComment) -> Result<bool, StorageError> {
        Err(StorageError::Busy)
    }

    async fn delete(&self, _id: CommentId) -> Result<Option<Tally>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find(&self, _viewer: &Viewer, _id: CommentId) -> Result<Option<Comment>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn find_number(
        &self,
        _viewer: &Viewer,
        _idea: IdeaId,
        _number: i32,
    ) -> Result<Option<Comment>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn list(
        &self,
        _viewer: &Viewer,
        _idea: IdeaId,
        _order: CommentOrder,
        _page: &PageRequest,
    ) -> Result<Page<ListedComment>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn first_pages(
        &self,
        _viewer: &Viewer,
        _ideas: &[IdeaId],
        _order: CommentOrder,
        _size: u16,
    ) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn before_thread(
        &self,
        _idea: IdeaId,
        _number: i32,
        _order: CommentOrder,
    ) -> Result<Option<Cursor>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn revisions(&self, _id: CommentId) -> Result<Vec<CommentRevision>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn take(&self, _comments: &[PastComment]) -> Result<usize, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_votes::Ledger for Absent {
    async fn record(&self, _ballot: Ballot) -> Result<Recorded, StorageError> {
        Err(StorageError::Busy)
    }

    async fn choices(&self, _person: PersonId, _ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Choice>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn tallies(&self, _ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn differences(&self, _limit: u64) -> Result<Vec<Difference>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn take(&self, _votes: &[PastVote]) -> Result<usize, StorageError> {
        Err(StorageError::Busy)
    }
}

#[async_trait]
impl folkmoot_common::Outbox for Absent {
    async fn claim(&self, _now: Timestamp, _until: Timestamp, _limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        Err(StorageError::Busy)
    }

    async fn sent(&self, _id: MailId, _at: Timestamp) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }

    async fn failed(&self, _id: MailId, _why: &str, _retry_at: Option<Timestamp>) -> Result<(), StorageError> {
        Err(StorageError::Busy)
    }

    async fn waiting(&self) -> Result<u64, StorageError> {
        Err(StorageError::Busy)
    }

    async fn newest(&self, _limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        Err(StorageError::Busy)
    }
}
