//! What is broken: a PostgreSQL and a Redis of its own, or a file of SQLite's; real programs as nodes, ideas, and people with
//! tokens.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folkmoot::{Config, Site};
use folkmoot_common::{Id, Roles, Secret, Sources, Viewer};
use folkmoot_ideas::{Campaign, IdeaText, Slug, Submission};
use folkmoot_people::{DisplayName, Email};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, DbErr, Statement};
use tempfile::TempDir;

use crate::memory;
use crate::services::{Postgres, Program, Redis, ServiceError, Setup};

/// What people are called, before their number.
pub(crate) const NAME: &str = "Voter";

/// What the nodes stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A PostgreSQL, and a Redis between the nodes.
    Postgres,
    /// A file of SQLite's, and no Redis: for one node.
    Sqlite,
}

/// What to build.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The program that every node is.
    pub program: PathBuf,
    /// What they stand on.
    pub ground: Ground,
    /// Nodes behind the balancer that the clients are.
    pub nodes: usize,
    /// Ideas that are voted on.
    pub ideas: usize,
    /// People who vote.
    pub people: usize,
    /// Ideas that wait for the council's answer.
    pub answers: usize,
    /// One press in so many is a double one, at two nodes at once.
    pub double: usize,
    /// One vote in so many is sent under a key, and again where it got no answer. The others take the way of those without.
    pub keyed: usize,
    /// How the program shall break its promises; only a saboteur listens.
    pub sabotage: Option<&'static str>,
}

impl Plan {
    /// Two nodes of this program, on PostgreSQL.
    #[must_use]
    pub fn of(program: &Path) -> Self {
        Self {
            program: program.to_owned(),
            ground: Ground::Postgres,
            nodes: 2,
            ideas: 12,
            people: 256,
            answers: 0,
            double: 8,
            keyed: 2,
            sabotage: None,
        }
    }

    /// The same with one node, on a file.
    #[must_use]
    pub fn on_a_file(self) -> Self {
        Self { ground: Ground::Sqlite, nodes: 1, ..self }
    }
}

/// It stands until it is dropped.
pub(crate) struct House {
    // Nodes end before what they stand on.
    pub(crate) nodes: Vec<Program>,
    redis: Option<Redis>,
    postgres: Option<Postgres>,
    /// The database's address.
    url: String,
    pub(crate) people: Vec<String>,
    /// Numbers, and the API's ids.
    pub(crate) ideas: Vec<(i64, String)>,
    pub(crate) answerable: Vec<(i64, String)>,
    pub(crate) setup: Setup,
    pub(crate) double: usize,
    pub(crate) keyed: usize,
    _folder: TempDir,
}

/// Connections that each node has.
pub(crate) const CONNECTIONS: usize = 8;

impl House {
    /// Builds it.
    pub(crate) async fn build(plan: &Plan) -> Result<Self, ServiceError> {
        if plan.ground == Ground::Sqlite && plan.nodes != 1 {
            return Err(ServiceError::new("a file of SQLite's serves one node"));
        }
        let disk = memory::disk();
        let folder = TempDir::with_prefix_in("folkmoot-faults-", &disk)?;
        let (postgres, redis) = tokio::task::block_in_place(|| servers(plan.ground, &disk))?;
        let url = match &postgres {
            Some(postgres) => format!("{}postgres", postgres.url()),
            None => format!("sqlite://{}?mode=rwc", folder.path().join("folkmoot.db").display()),
        };
        let mut setup = Setup::new(&plan.program, folder.path(), &url)?
            .with("FOLKMOOT_DATABASE_CONNECTIONS", &CONNECTIONS.to_string());
        if let Some(redis) = &redis {
            setup = setup.with("REDIS_URL", &redis.url());
        }
        if let Some(sabotage) = plan.sabotage {
            setup = setup.with("FOLKMOOT_TEST_SABOTAGE", sabotage);
        }
        let (people, mut ideas) =
            populate(plan, &url, folder.path()).await.map_err(|why| ServiceError::new(why.to_string()))?;
        let answerable = ideas.split_off(plan.ideas);
        let nodes = tokio::task::block_in_place(|| (0..plan.nodes).map(|_| setup.serve()).collect::<Result<_, _>>())?;
        let (double, keyed) = (plan.double, plan.keyed);
        Ok(Self { nodes, redis, postgres, url, people, ideas, answerable, setup, double, keyed, _folder: folder })
    }

    /// The PostgreSQL that it stands on, if it does.
    pub(crate) fn postgres(&mut self) -> Result<&mut Postgres, ServiceError> {
        self.postgres.as_mut().ok_or_else(|| ServiceError::new("no PostgreSQL is here to be broken"))
    }

    /// The Redis between its nodes, if there is one.
    pub(crate) fn redis(&mut self) -> Result<&mut Redis, ServiceError> {
        self.redis.as_mut().ok_or_else(|| ServiceError::new("no Redis is here to be broken"))
    }

    /// Where node so-and-so is.
    pub(crate) fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(Program::url).collect()
    }

    /// A connection of one's own.
    pub(crate) async fn database(&self) -> Result<DatabaseConnection, DbErr> {
        Database::connect(self.url.as_str()).await
    }

    /// Says something to the database.
    pub(crate) async fn say(&self, sql: &str) -> Result<(), DbErr> {
        let raw = self.database().await?;
        raw.execute_unprepared(sql).await?;
        raw.close().await
    }

    /// One number out of the database.
    pub(crate) async fn number(&self, sql: &str) -> Result<i64, DbErr> {
        let raw = self.database().await?;
        let asked = Statement::from_string(raw.get_database_backend(), sql);
        let row = raw.query_one_raw(asked).await?.ok_or_else(|| DbErr::Custom("no row".to_owned()))?;
        raw.close().await?;
        row.try_get_by_index(0)
    }
}

/// What runs beside the nodes.
fn servers(ground: Ground, disk: &Path) -> Result<(Option<Postgres>, Option<Redis>), ServiceError> {
    match ground {
        Ground::Postgres => Ok((Some(Postgres::start_in(disk)?), Some(Redis::start()?))),
        Ground::Sqlite => Ok((None, None)),
    }
}

/// Whatever goes wrong before anything is broken.
type Failed = Box<dyn std::error::Error + Send + Sync>;
type Made = (Vec<String>, Vec<(i64, String)>);

/// People with tokens and ideas to vote on, written by a site that serves nobody.
async fn populate(plan: &Plan, url: &str, folder: &Path) -> Result<Made, Failed> {
    let mut config = Config::embedded()?;
    config.database.url = url.into();
    config.secrets.key_file = folder.join("key");
    let site = Site::open(config, Sources::system()).await?;
    let word = |said: &str| said.to_owned();
    let prefix = DisplayName::parse(NAME).map_err(|problem| problem.message)?;
    let secrets = site.people.issue_tokens(u32::try_from(plan.people)?, &prefix).await?;
    let email = Email::parse("ana@example.org").map_err(|problem| problem.message)?;
    let person = site.people.add_person(email, Roles::default(), None).await?;
    let author = Viewer::Person { id: person.id, roles: person.roles };
    let mut ideas = Vec::new();
    for number in 0..plan.ideas + plan.answers {
        let text = IdeaText::parse(&format!("A bench at corner {number}"), "To rest.", "en")
            .map_err(|_problems| word("an idea's words are refused"))?;
        let campaign = Slug::parse(Campaign::STANDING).map_err(|_problem| word("the campaign's name is refused"))?;
        match site.ideas.submit(&author, &campaign, text).await? {
            Submission::Published(idea) => ideas.push((idea.number, global(idea.id))),
            other => return Err(format!("an idea is not public: {other:?}").into()),
        }
    }
    Ok((secrets.iter().map(Secret::reveal).collect(), ideas))
}

/// The API's word for an id.
fn global<I: Id>(id: I) -> String {
    URL_SAFE_NO_PAD.encode(format!("{}:{}", I::KIND, id.uuid().simple()))
}
