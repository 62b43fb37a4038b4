//! Where everything is measured: one throwaway PostgreSQL, a folder, and how long things may take.

use std::path::Path;
use std::time::{Duration, Instant};

use folkmoot_common::Sources;
use folkmoot_tests::services::Postgres;
use sea_orm::{ConnectionTrait as _, Database};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::failure::{Failure, Measured};
use crate::program::{Running, Setting};
use crate::rounds::Rounds;
use crate::spent::Meter;
use crate::town::Town;

/// How big and how long. `--quick` only shows that everything works.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// Turns and their length.
    pub(crate) rounds: Rounds,
    /// Ideas of a town.
    pub(crate) ideas: u32,
    /// Ideas of a city.
    pub(crate) city: u32,
    /// Ideas of a country.
    pub(crate) country: u32,
    /// Ideas that wait for a moderator.
    pub(crate) waiting: u32,
    /// People who vote with a token of their own.
    pub(crate) voters: u32,
    /// How much faster than it was a conversation goes again: two weeks in forty seconds.
    pub(crate) speed: u32,
    /// Browsers that listen to votes.
    pub(crate) listeners: usize,
    /// Browsers that listen while nothing moves.
    pub(crate) idle: usize,
    /// People who follow one idea.
    pub(crate) followers: u32,
}

impl Size {
    /// What `make bench` measures: under half an hour.
    pub(crate) const FULL: Self = Self {
        rounds: Rounds { turns: 3, time: Duration::from_secs(4) },
        ideas: 1_000,
        city: 10_000,
        country: 100_000,
        waiting: 10_000,
        voters: 20_000,
        speed: 30_000,
        listeners: 1_000,
        idle: 10_000,
        followers: 50_000,
    };
    /// A minute or so.
    pub(crate) const QUICK: Self = Self {
        rounds: Rounds { turns: 1, time: Duration::from_secs(1) },
        ideas: 200,
        city: 600,
        country: 2_000,
        waiting: 500,
        voters: 1_000,
        speed: 200_000,
        listeners: 100,
        idle: 300,
        followers: 1_000,
    };
}

/// The throwaway servers' settings, besides what every test's server has.
pub(crate) const SERVER: [(&str, &str); 2] = [("shared_buffers", "256MB"), ("max_wal_size", "4GB")];

/// The stage.
pub(crate) struct Stage {
    /// How big and how long.
    pub(crate) size: Size,
    /// For what must be asked before and after.
    pub(crate) runtime: Runtime,
    /// The bench's own files.
    pub(crate) folder: TempDir,
    /// When the towns are founded, in milliseconds.
    pub(crate) now: i64,
    postgres: Postgres,
    begun: Instant,
    length: Duration,
}

impl Stage {
    /// Starts the server.
    pub(crate) fn open(size: Size, length: Duration) -> Measured<Self> {
        Ok(Self {
            size,
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build()?,
            folder: TempDir::with_prefix("folkmoot-bench-")?,
            now: Sources::system().now().millis(),
            postgres: Postgres::start_with(&SERVER)?,
            begun: Instant::now(),
            length,
        })
    }

    /// What is left of the whole run's time.
    pub(crate) fn left(&self) -> Duration {
        self.length.saturating_sub(self.begun.elapsed())
    }

    /// The folder's path.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Counts the server's time and this program's.
    pub(crate) fn meter(&self, program: Option<&Running>) -> Meter {
        Meter { program: program.map(Running::id), postgres: self.postgres.process_id() }
    }

    /// The address of a database on the server.
    pub(crate) fn url(&self, name: &str) -> String {
        format!("{}{name}", self.postgres.url())
    }

    /// An empty database with the program's schema.
    pub(crate) fn database(&self, name: &str) -> Measured<Setting> {
        self.runtime.block_on(async {
            let db = Database::connect(self.url("postgres")).await?;
            db.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
            db.close().await
        })?;
        let setting = Setting::new(&self.path().join(name), &self.url(name))?;
        setting.command(&["migrate", "up"])?;
        Ok(setting)
    }

    /// A town of the usual size on PostgreSQL.
    pub(crate) fn town(&self, name: &str) -> Measured<Setting> {
        let setting = self.database(name)?;
        self.fill(&self.url(name), self.size.ideas)?;
        Ok(setting)
    }

    /// A town on PostgreSQL whose ideas all wait for a moderator.
    pub(crate) fn backlog(&self, name: &str) -> Measured<(Setting, u32)> {
        let (setting, waiting) = (self.database(name)?, self.size.waiting);
        self.runtime.block_on(async {
            let town = Town::found(&self.url(name), self.now, waiting).await?;
            town.pile_up(waiting).await?;
            town.open().await
        })?;
        Ok((setting, waiting))
    }

    /// A town of the usual size in a file.
    pub(crate) fn small_town(&self) -> Measured<Setting> {
        let folder = self.path().join("embedded");
        let url = format!("sqlite://{}?mode=rwc", folder.join("town.db").display());
        let setting = Setting::new(&folder, &url)?;
        setting.command(&["migrate", "up"])?;
        self.fill(&url, self.size.ideas)?;
        Ok(setting)
    }

    /// A place of any size, step by step: with the seconds that it took, from an empty database to one that is asked.
    pub(crate) fn place(&self, name: &str, ideas: u32) -> Measured<(Setting, f64)> {
        let begun = Instant::now();
        let setting = self.database(name)?;
        self.runtime.block_on(async {
            let town = Town::found(&self.url(name), self.now, ideas).await?;
            let (step, mut built) = (ideas / 10, 0);
            while built < ideas {
                let to = ideas.min(built + step.max(1));
                town.build(built + 1, to).await?;
                built = to;
                say(&format!("  {built} ideas after {:.0} s", begun.elapsed().as_secs_f64()));
            }
            town.open().await
        })?;
        Ok((setting, begun.elapsed().as_secs_f64()))
    }

    /// A site with people, four open questions and nothing said as yet.
    pub(crate) fn silence(&self, name: &str) -> Measured<Setting> {
        let setting = self.database(name)?;
        self.runtime.block_on(async { Town::found(&self.url(name), self.now, 1).await?.open().await })?;
        Ok(setting)
    }

    fn fill(&self, url: &str, ideas: u32) -> Measured<()> {
        self.runtime.block_on(async {
            let town = Town::found(url, self.now, ideas).await?;
            town.build(1, ideas).await?;
            town.open().await
        })
    }

    /// Asks the API something, as nobody.
    pub(crate) fn ask(&self, node: &Running, query: &str) -> Measured<Value> {
        let body = serde_json::json!({ "query": query });
        let answer: Value = self.runtime.block_on(async {
            let client = reqwest::Client::new();
            client.post(format!("{}/graphql", node.url())).json(&body).send().await?.json().await
        })?;
        if answer.get("errors").is_some() {
            return Err(Failure::words(format!("the API says {answer}")));
        }
        Ok(answer)
    }

    /// The API's ids of the ideas, newest first.
    pub(crate) fn idea_ids(&self, node: &Running) -> Measured<Vec<String>> {
        let ideas = self.ideas(node, "id")?;
        Ok(ideas.iter().filter_map(|idea| Some(idea["id"].as_str()?.to_owned())).collect())
    }

    /// These fields of all ideas, newest first.
    pub(crate) fn ideas(&self, node: &Running, fields: &str) -> Measured<Vec<Value>> {
        let (mut ideas, mut after) = (Vec::new(), String::new());
        loop {
            let query = format!(
                "{{ ideas(first: 100, orderBy: NEWEST{after}) {{ nodes {{ {fields} }} pageInfo {{ hasNextPage endCursor }} }} }}"
            );
            let answer = self.ask(node, &query)?;
            let page = &answer["data"]["ideas"];
            ideas.extend(page["nodes"].as_array().cloned().unwrap_or_default());
            if page["pageInfo"]["hasNextPage"] != true {
                return Ok(ideas);
            }
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
        }
    }

    /// The path of idea number 1, and its id.
    pub(crate) fn first_idea(&self, node: &Running) -> Measured<(String, String)> {
        let answer = self.ask(node, "{ idea(number: 1) { id slug } }")?;
        let idea = &answer["data"]["idea"];
        match (idea["id"].as_str(), idea["slug"].as_str()) {
            (Some(id), Some(slug)) => Ok((format!("/ideas/1/{slug}"), id.to_owned())),
            _ => Err(Failure::words("idea number 1 is missing")),
        }
    }
}

/// A line about how far it is, for whoever watches.
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}
