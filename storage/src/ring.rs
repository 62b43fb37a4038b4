//! Connections that go round: whoever has something to ask takes one that is free, and gives it back when the answer is whole.
//!
//! Nobody asks a connection then whether it is well, as sqlx's pool does with a round trip after every statement: half of
//! what a short one costs. What can't be trusted is not kept here but goes back to that pool, which asks it and opens a new
//! one if need be: a connection on which something went wrong or nothing was said, whose holder went away in the middle, or
//! which was here for a while. Until the pool has it, its place is taken.
//!
//! It knows nothing of transactions: a statement here stands for itself.

use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use sea_orm::sqlx::database::HasStatementCache;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Database, Executor, IntoArguments, Pool, SqlSafeStr};
use sea_orm::{ConnAcquireErr, DbErr, QueryResult, RuntimeErr, Statement, Values};
use sea_query_sqlx::SqlxValues;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::error::is_lost_connection;
use crate::store::PATIENCE;

/// How long a connection goes round before the pool looks at it again.
const AWHILE: Duration = Duration::from_secs(60);

/// What becomes of a statement's plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// The connection remembers it.
    Kept,
    /// It is made for this once.
    Once,
}

/// The connections of one kind of database.
pub(crate) struct Ring<DB: Database> {
    pool: Pool<DB>,
    /// A place for each. Whoever has one finds a connection here, or room for one in the pool.
    places: Arc<Semaphore>,
    /// The one that was used last lies on top: its memory of statements is the warmest.
    free: Mutex<Vec<Lent<DB>>>,
    /// A line on which nothing is said of a statement for so long is a lost one.
    silence: Duration,
}

/// A connection that the pool lent.
struct Lent<DB: Database> {
    connection: PoolConnection<DB>,
    /// When it goes back there.
    until: Instant,
}

impl<DB: Database> Lent<DB> {
    /// Lets the pool have it, which asks it whether it is well, for as long as anybody waits for anything; then it is cut
    /// off. Until then the place, if it has one, is taken. Without a runtime it is cut off at once.
    fn go_back(mut self, place: Option<OwnedSemaphorePermit>) {
        let back = self.connection.return_to_pool();
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move {
                let _cut_off = timeout(PATIENCE, back).await;
                drop(place);
            });
        }
    }
}

/// A connection in somebody's hands. Dropped in the middle it goes back to the pool.
pub(crate) struct Taken<'r, DB: Database> {
    ring: &'r Ring<DB>,
    held: Option<(Lent<DB>, OwnedSemaphorePermit)>,
}

impl<DB: Database> Taken<'_, DB> {
    fn connection(&mut self) -> Result<&mut DB::Connection, sqlx::Error> {
        self.held.as_mut().map(|(lent, _place)| &mut *lent.connection).ok_or(sqlx::Error::PoolClosed)
    }

    /// The answer is whole: the next may have it, before there is a place for them.
    pub(crate) fn give_back(mut self) {
        if let Some((lent, place)) = self.held.take_if(|(lent, _place)| Instant::now() < lent.until) {
            lock(&self.ring.free).push(lent);
            drop(place);
        }
    }
}

impl<DB: Database> Drop for Taken<'_, DB> {
    fn drop(&mut self) {
        if let Some((lent, place)) = self.held.take() {
            lent.go_back(Some(place));
        }
    }
}

impl<DB: Database> Ring<DB> {
    pub(crate) fn of(pool: &Pool<DB>, most: u32, silence: Duration) -> Arc<Self> {
        let places = Semaphore::new(usize::try_from(most).unwrap_or(usize::MAX).min(Semaphore::MAX_PERMITS));
        Arc::new(Self { pool: pool.clone(), places: Arc::new(places), free: Mutex::new(Vec::new()), silence })
    }

    pub(crate) async fn take(&self) -> Result<Taken<'_, DB>, DbErr> {
        let taken = timeout(PATIENCE, self.find()).await;
        taken.map_err(|_late| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?
    }

    async fn find(&self) -> Result<Taken<'_, DB>, DbErr> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|_closed| DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
        let now = Instant::now();
        let free = lock(&self.free).pop();
        let lent = match free {
            Some(lent) if now < lent.until => lent,
            stale => {
                stale.into_iter().chain(self.all_free()).for_each(|stale| stale.go_back(None));
                Lent { connection: self.pool.acquire().await.map_err(not_lent)?, until: now + AWHILE }
            }
        };
        Ok(Taken { ring: self, held: Some((lent, place)) })
    }

    /// How many lie ready.
    #[cfg(test)]
    pub(crate) fn ready(&self) -> usize {
        lock(&self.free).len()
    }

    /// Takes away what lies here: it was here as long as the one on top, or longer, or is likely to be cut off like it.
    fn all_free(&self) -> Vec<Lent<DB>> {
        std::mem::take(&mut *lock(&self.free))
    }

    /// What the driver says of a statement.
    async fn heard<T>(&self, said: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
        let silent = |_late| sqlx::Error::Io(io::Error::new(ErrorKind::TimedOut, "the database says nothing"));
        timeout(self.silence, said).await.map_err(silent)?
    }

    /// What the driver said.
    fn failed(&self, why: sqlx::Error) -> Arc<sqlx::Error> {
        if is_lost_connection(&why) {
            self.all_free().into_iter().for_each(|other| other.go_back(None));
        }
        Arc::new(why)
    }
}

impl<DB> Ring<DB>
where
    DB: Database + HasStatementCache,
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
    SqlxValues: IntoArguments<DB>,
    QueryResult: From<DB::Row>,
{
    /// All rows that this gives.
    pub(crate) async fn all(&self, asked: Statement, plan: Plan) -> Result<Vec<QueryResult>, DbErr> {
        let mut taken = self.take().await?;
        let query = query::<DB>(AssertSqlSafe(asked.sql), asked.values).persistent(plan == Plan::Kept);
        let rows = self.heard(async { query.fetch_all(taken.connection()?).await }).await;
        self.whole(taken, rows)
    }

    /// The same for a statement that says how late it is: its values are asked for only when there is a connection, which
    /// has learnt its words already.
    pub(crate) async fn all_of_now(
        &self,
        text: &'static str,
        values: impl FnOnce() -> Values + Send,
    ) -> Result<Vec<QueryResult>, DbErr> {
        let mut taken = self.take().await?;
        let asked = async {
            // No round trip where it knows them.
            taken.connection()?.prepare(text.into_sql_str()).await?;
            query::<DB>(text, Some(values())).fetch_all(taken.connection()?).await
        };
        let rows = self.heard(asked).await;
        self.whole(taken, rows)
    }

    /// What a connection gave, which is free again when it is all there.
    fn whole(&self, taken: Taken<'_, DB>, rows: Result<Vec<DB::Row>, sqlx::Error>) -> Result<Vec<QueryResult>, DbErr> {
        let rows = rows.map_err(|why| DbErr::Query(RuntimeErr::SqlxError(self.failed(why))))?;
        taken.give_back();
        Ok(rows.into_iter().map(QueryResult::from).collect())
    }

    /// The first row of it, if there is any.
    pub(crate) async fn one(&self, asked: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut taken = self.take().await?;
        let query = query::<DB>(AssertSqlSafe(asked.sql), asked.values);
        let row = self.heard(async { query.fetch_optional(taken.connection()?).await }).await;
        let row = row.map_err(|why| DbErr::Query(RuntimeErr::SqlxError(self.failed(why))))?;
        taken.give_back();
        Ok(row.map(QueryResult::from))
    }
}

/// A statement as sqlx takes it. Its words are ours, and what people typed is a value.
fn query<DB>(text: impl SqlSafeStr, values: Option<Values>) -> sqlx::query::Query<'static, DB, SqlxValues>
where
    DB: Database,
    SqlxValues: IntoArguments<DB>,
{
    let values = values.unwrap_or(Values(Vec::new()));
    sqlx::query_with(text, SqlxValues(values))
}

fn not_lent(why: sqlx::Error) -> DbErr {
    match why {
        sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        other => DbErr::Conn(RuntimeErr::SqlxError(Arc::new(other))),
    }
}

/// Nothing is done under it that could panic half way.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
