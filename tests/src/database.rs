//! A database of one's own for each test, migrated and empty, gone when dropped.

use std::future::Future;

use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbErr};
use tempfile::TempDir;

use folkmoot_common::{Id as _, PersonId, Sources};

use crate::setting::{POSTGRES, required};

/// The migrated database that every PostgreSQL database of a test is copied from.
const TEMPLATE: &str = "folkmoot_template";

/// Which of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file in a temporary folder.
    Sqlite,
    /// A database on the shared throwaway server.
    Postgres,
}

/// One database, removed when dropped. Keep it for as long as anybody uses it.
#[derive(Debug)]
pub struct OwnDatabase {
    url: String,
    keeper: Keeper,
}

#[derive(Debug)]
enum Keeper {
    Folder { _held: TempDir },
    Server { server: String, name: String },
}

impl OwnDatabase {
    /// A migrated database without a row.
    pub async fn migrated(kind: Kind) -> Self {
        match kind {
            Kind::Sqlite => {
                let made = Self::empty(kind).await;
                folkmoot_migrations::up(&made.url).await.expect("the migrations run on a new file");
                made
            }
            Kind::Postgres => Self::on_server(&required(POSTGRES), Some(TEMPLATE)).await,
        }
    }

    /// A database without a table.
    pub async fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Sqlite => {
                let folder = TempDir::with_prefix("folkmoot-sqlite-").expect("a temporary folder can be made");
                let url = format!("sqlite://{}?mode=rwc", folder.path().join("folkmoot.db").display());
                Self { url, keeper: Keeper::Folder { _held: folder } }
            }
            Kind::Postgres => Self::on_server(&required(POSTGRES), None).await,
        }
    }

    /// A database on a server of the test's own, which has no template.
    pub async fn on_server(server: &str, template: Option<&str>) -> Self {
        let name = format!("folkmoot_{}", new_word());
        let source = template.map(|template| format!(" TEMPLATE {template}")).unwrap_or_default();
        let admin = admin(server).await.expect("the PostgreSQL server answers");
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}{source}"))
            .await
            .expect("a database can be made on the server");
        admin.close().await.expect("the connection closes");
        Self { url: format!("{server}{name}"), keeper: Keeper::Server { server: server.to_owned(), name } }
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        if let Keeper::Server { server, name } = &self.keeper {
            let (server, name) = (server.clone(), name.clone());
            // Whatever still holds a connection is sent away. A server that was killed by its test is gone with it.
            let _gone = apart(async move {
                let admin = admin(&server).await?;
                admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await?;
                admin.close().await
            });
        }
    }
}

/// Makes the migrated database that the tests' own are copied from. Nobody can connect to it afterwards, because
/// PostgreSQL copies only what nobody uses.
///
/// # Errors
/// In one line, when the server or the migrations fail.
pub async fn make_template(server: &str) -> Result<(), String> {
    let failed = |why: DbErr| format!("the template database can't be made: {why}");
    let admin = admin(server).await.map_err(failed)?;
    admin.execute_unprepared(&format!("CREATE DATABASE {TEMPLATE}")).await.map_err(failed)?;
    folkmoot_migrations::up(&format!("{server}{TEMPLATE}")).await.map_err(|why| why.to_string())?;
    let seal = format!("ALTER DATABASE {TEMPLATE} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
    admin.execute_unprepared(&seal).await.map_err(failed)?;
    admin.close().await.map_err(failed)
}

async fn admin(server: &str) -> Result<DatabaseConnection, DbErr> {
    one_line(&format!("{server}postgres")).await
}

/// One connection and never a second: what is begun on it goes on on it.
///
/// # Errors
/// When nobody answers there.
pub async fn one_line(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}

/// Runs to its end on a thread and a runtime of its own: `drop` can't wait inside the test's runtime.
fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Option<T> {
    let run = || Some(tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?.block_on(work));
    std::thread::spawn(run).join().ok()?
}

/// A name that nobody else has.
fn new_word() -> String {
    let sources = Sources::system();
    let id: PersonId = sources.mint(sources.now());
    id.uuid().simple().to_string()
}
