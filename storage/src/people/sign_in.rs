//! Attempts to sign in as rows. Whatever may happen once happens by one guarded `UPDATE`.

use async_trait::async_trait;
use folkmoot_common::{Digest, Id as _, StorageError, Timestamp};
use folkmoot_people::{
    Arrival, Arrived, Attempt, Letter, LetterPace, LocalPath, NewAttempt, NewPerson, Person, Proof, SignInStore,
    TryLimits,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseTransaction, DbBackend, EntityTrait as _,
    ExprTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, Statement,
    sea_query::{Expr, Func, Order, Query, SelectStatement},
};

use super::{
    convert::{self, bytes},
    drafts, persons, sessions,
};
use crate::{Store, entity::sign_in, error::sealed, outbox};

#[async_trait]
impl SignInStore for Store {
    async fn open_attempt(&self, attempt: NewAttempt, letter: Letter, pace: LetterPace) -> Result<(), StorageError> {
        let now = attempt.created_at;
        let work = self.begin().await?;
        queue_for(&work, self.backend(), attempt.email.as_str()).await?;
        if !may_have_a_letter(&work, &attempt, pace).await? {
            return Ok(());
        }

        end_earlier(&work, &attempt).await?;
        keep(&work, attempt).await?;
        outbox::post(&work, letter.id, &letter.mail, now).await?;
        work.commit().await.map_err(sealed)
    }

    async fn invite(&self, person: NewPerson, attempt: NewAttempt) -> Result<Person, StorageError> {
        let work = self.begin().await?;
        let (person, _is_new) = persons::upsert(&work, person).await?;
        keep(&work, attempt).await?;
        work.commit().await.map_err(sealed)?;
        Ok(person)
    }

    async fn find_attempt(&self, link: &Digest) -> Result<Option<Attempt>, StorageError> {
        let found = sign_in::Entity::find()
            .filter(sign_in::Column::Link.eq(bytes(link)))
            .one(self.read())
            .await
            .map_err(sealed)?;
        found.map(convert::attempt).transpose()
    }

    async fn newest_attempt(&self, browser: &Digest) -> Result<Option<Attempt>, StorageError> {
        let found = sign_in::Entity::find()
            .filter(sign_in::Column::Browser.eq(bytes(browser)))
            .order_by_desc(sign_in::Column::CreatedAt)
            .order_by_desc(sign_in::Column::Id)
            .one(self.read())
            .await
            .map_err(sealed)?;
        found.map(convert::attempt).transpose()
    }

    async fn count_try(
        &self,
        browser: &Digest,
        now: Timestamp,
        limits: TryLimits,
    ) -> Result<Option<Attempt>, StorageError> {
        let tried = sign_in::Entity::update_many()
            .col_expr(sign_in::Column::Tries, Expr::col(sign_in::Column::Tries).add(1))
            .filter(Expr::col(sign_in::Column::Id).in_subquery(newest_of(browser)))
            .filter(sign_in::Column::UsedAt.is_null())
            .filter(sign_in::Column::ExpiresAt.gt(now.micros()))
            .filter(sign_in::Column::Tries.lt(limits.attempt))
            .filter(Expr::expr(Expr::from(tries_of_pair(limits.since))).lt(i64::from(limits.pair)))
            .filter(Expr::expr(Expr::from(tries_of_address(limits.since))).lt(i64::from(limits.address)))
            .exec_with_returning(self.write())
            .await
            .map_err(sealed)?;
        tried.into_iter().next().map(convert::attempt).transpose()
    }

    async fn arrive(&self, arrival: Arrival) -> Result<Option<Arrived>, StorageError> {
        let work = self.begin().await?;
        let Some(attempt) = consume(&work, &arrival).await? else {
            return Ok(None);
        };
        let newcomer = NewPerson {
            id: arrival.person,
            email: convert::email(attempt.email),
            roles: folkmoot_common::Roles::default(),
            name: None,
            created_at: arrival.now,
        };
        let (person, is_new) = persons::upsert(&work, newcomer).await?;
        sessions::open(&work, person.id, arrival.session).await?;
        drafts::hand_over(&work, &arrival.browser, person.id).await?;
        work.commit().await.map_err(sealed)?;
        Ok(Some(Arrived { person, is_new, return_to: attempt.return_to.as_deref().and_then(LocalPath::parse) }))
    }
}

/// Links from the command line send no letter, and are not counted.
async fn may_have_a_letter(
    work: &DatabaseTransaction,
    attempt: &NewAttempt,
    pace: LetterPace,
) -> Result<bool, StorageError> {
    let letters = || {
        sign_in::Entity::find()
            .filter(sign_in::Column::Email.eq(attempt.email.as_str()))
            .filter(sign_in::Column::CreatedAt.gt(pace.since.micros()))
            .filter(sign_in::Column::Browser.is_not_null())
    };
    let of_browser = match &attempt.browser {
        Some(browser) => letters().filter(sign_in::Column::Browser.eq(bytes(browser))).count(work).await,
        None => Ok(0),
    };
    let of_sender = match &attempt.sender {
        Some(sender) => letters().filter(sign_in::Column::Sender.eq(bytes(sender))).count(work).await,
        None => Ok(0),
    };
    let (of_browser, of_sender) = (of_browser.map_err(sealed)?, of_sender.map_err(sealed)?);
    if of_browser >= pace.pair || of_sender >= pace.pair {
        return Ok(false);
    }
    // Cookies are easily thrown away: only a place in the network that is new makes somebody new.
    let is_new = attempt.sender.is_some() && of_browser == 0 && of_sender == 0;
    Ok(is_new || letters().count(work).await.map_err(sealed)? < pace.address)
}

/// Those who ask for one address stand in line until the commit, so that each counts the letters of those before it.
/// SQLite has one writer at a time anyway; PostgreSQL has no row to lock, because an address need not have one.
async fn queue_for(work: &DatabaseTransaction, backend: DbBackend, email: &str) -> Result<(), StorageError> {
    if backend != DbBackend::Postgres {
        return Ok(());
    }
    let line = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
    let values = [format!("sign-in {email}").into()];
    work.execute_raw(Statement::from_sql_and_values(backend, line, values)).await.map_err(sealed)?;
    Ok(())
}

/// A later letter takes the place of the earlier ones.
async fn end_earlier(work: &DatabaseTransaction, attempt: &NewAttempt) -> Result<(), StorageError> {
    let Some(browser) = &attempt.browser else {
        return Ok(());
    };
    let now = attempt.created_at.micros();
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::ExpiresAt, Expr::val(now))
        .filter(sign_in::Column::Email.eq(attempt.email.as_str()))
        .filter(sign_in::Column::Browser.eq(bytes(browser)))
        .filter(sign_in::Column::UsedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(now))
        .exec(work)
        .await
        .map_err(sealed)?;
    Ok(())
}

pub(super) async fn keep(work: &DatabaseTransaction, attempt: NewAttempt) -> Result<(), StorageError> {
    let row = sign_in::ActiveModel {
        id: Set(attempt.id.uuid()),
        email: Set(attempt.email.as_str().to_owned()),
        browser: Set(attempt.browser.as_ref().map(bytes)),
        sender: Set(attempt.sender.as_ref().map(bytes)),
        link: Set(bytes(&attempt.link)),
        code: Set(attempt.code.as_ref().map(bytes)),
        tries: Set(0),
        return_to: Set(attempt.return_to.as_ref().map(|path| path.as_str().to_owned())),
        created_at: Set(attempt.created_at.micros()),
        expires_at: Set(attempt.expires_at.micros()),
        used_at: Set(None),
    };
    sign_in::Entity::insert(row).exec_without_returning(work).await.map_err(sealed)?;
    Ok(())
}

/// The one statement that lets somebody in: of any number at once, one finds the attempt unused.
async fn consume(work: &DatabaseTransaction, arrival: &Arrival) -> Result<Option<sign_in::Model>, StorageError> {
    let proven = match arrival.proof {
        Proof::Link(link) => Condition::all().add(sign_in::Column::Link.eq(bytes(&link))).add(
            Condition::any()
                .add(sign_in::Column::Browser.is_null())
                .add(sign_in::Column::Browser.eq(bytes(&arrival.browser))),
        ),
        Proof::Code(id) => Condition::all()
            .add(sign_in::Column::Id.eq(id.uuid()))
            .add(sign_in::Column::Browser.eq(bytes(&arrival.browser))),
    };
    let consumed = sign_in::Entity::update_many()
        .col_expr(sign_in::Column::UsedAt, Expr::val(arrival.now.micros()))
        .filter(proven)
        .filter(sign_in::Column::UsedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(arrival.now.micros()))
        .exec_with_returning(work)
        .await
        .map_err(sealed)?;
    Ok(consumed.into_iter().next())
}

/// The id of the browser's newest attempt that let nobody in.
fn newest_of(browser: &Digest) -> SelectStatement {
    Query::select()
        .column(sign_in::Column::Id)
        .from(sign_in::Entity)
        .and_where(sign_in::Column::Browser.eq(bytes(browser)))
        .and_where(sign_in::Column::UsedAt.is_null())
        .order_by(sign_in::Column::CreatedAt, Order::Desc)
        .order_by(sign_in::Column::Id, Order::Desc)
        .limit(1)
        .to_owned()
}

/// How many codes were tried on attempts for the same address as the attempt at hand.
fn tries_of_address(since: Timestamp) -> SelectStatement {
    Query::select()
        .expr(Func::coalesce([Func::sum(Expr::col(("other", sign_in::Column::Tries))).into(), Expr::val(0)]))
        .from_as(sign_in::Entity, "other")
        .and_where(Expr::col(("other", sign_in::Column::Email)).equals((sign_in::Entity, sign_in::Column::Email)))
        .and_where(Expr::col(("other", sign_in::Column::CreatedAt)).gt(since.micros()))
        .to_owned()
}

/// The same, from the browser or the sender of the attempt at hand.
fn tries_of_pair(since: Timestamp) -> SelectStatement {
    let same = |column| Expr::col(("other", column)).equals((sign_in::Entity, column));
    let pair = Condition::any().add(same(sign_in::Column::Browser)).add(same(sign_in::Column::Sender));
    tries_of_address(since).cond_where(pair).to_owned()
}
