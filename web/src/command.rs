//! The command line: what may be asked of the program, and how it answers. An error is one line that says what to do;
//! the exit code is 0 when it was done, 1 when it was not, 2 when the question was wrong.

mod audit_counts;
mod audit_log;
mod demo;
mod import;
mod migrate;
mod person;
mod say;
mod serve;
mod token;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, ConfigError, DEFAULT};
use crate::site::StartError;

/// A council's idea board that answers back.
#[derive(Debug, Parser)]
#[command(name = "folkmoot", version, about, disable_help_subcommand = true)]
struct Line {
    /// The configuration file; FOLKMOOT_CONFIG names it too. `folkmoot config` prints all settings.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show a throwaway council with real content in a temporary database
    Demo,
    /// Serve the site
    Serve,
    /// Change the database's schema, or show where it stands
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    /// Bring in ideas, votes and comments from another platform's export
    Import(import::Import),
    /// Add people from here
    #[command(subcommand)]
    Person(person::PersonCommand),
    /// Make access tokens for scripts
    #[command(subcommand)]
    Token(token::TokenCommand),
    /// Compare every tally with its rows
    AuditCounts,
    /// Check that no entry of the record of moderation was changed or taken out
    AuditLog,
    /// Print the commented default configuration
    Config,
}

/// Why a command was not carried out: one line that says what to do.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The site can't be opened.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The store failed.
    #[error("the database can't do this now: {0}")]
    Storage(#[from] folkmoot_common::StorageError),
    /// Everything else, in words.
    #[error("{0}")]
    Words(String),
}

impl Failure {
    fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }
}

impl From<ConfigError> for Failure {
    fn from(why: ConfigError) -> Self {
        Self::Start(why.into())
    }
}

impl From<folkmoot_replies::ReplyError> for Failure {
    fn from(why: folkmoot_replies::ReplyError) -> Self {
        match why {
            folkmoot_replies::ReplyError::Storage(why) => Self::Storage(why),
            other => Self::Words(other.to_string()),
        }
    }
}

impl From<folkmoot_ideas::IdeaError> for Failure {
    fn from(why: folkmoot_ideas::IdeaError) -> Self {
        match why {
            folkmoot_ideas::IdeaError::Storage(why) => Self::Storage(why),
            other => Self::Words(other.to_string()),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(why: std::io::Error) -> Self {
        Self::Words(why.to_string())
    }
}

/// Reads the command line and does what it says.
pub fn run_command(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let line = match Line::try_parse_from(arguments) {
        Ok(line) => line,
        Err(why) => {
            // Help and version come this way too, and are no failure. A closed pipe is nobody to tell.
            let _told = why.print().is_ok();
            return ExitCode::from(u8::try_from(why.exit_code()).unwrap_or(2));
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(why) => return say::failed(&format!("no runtime: {why}")),
    };
    match runtime.block_on(run(line)) {
        Ok(code) => code,
        Err(why) => say::failed(&why.to_string()),
    }
}

/// Boxed, because the commands' futures together are large.
async fn run(line: Line) -> Result<ExitCode, Failure> {
    if matches!(line.command, Command::Config) {
        say::text(DEFAULT);
        return Ok(ExitCode::SUCCESS);
    }
    let config = Config::load(line.config.as_deref())?;
    match line.command {
        Command::Config => {}
        Command::Demo => Box::pin(demo::run(config)).await?,
        Command::Serve => Box::pin(serve::run(config)).await?,
        Command::Migrate(migrate) => Box::pin(migrate::run(&config, migrate)).await?,
        Command::Import(import) => Box::pin(import::run(config, import)).await?,
        Command::Person(command) => Box::pin(person::run(config, command)).await?,
        Command::Token(command) => Box::pin(token::run(config, command)).await?,
        Command::AuditCounts => return Box::pin(audit_counts::run(config)).await,
        Command::AuditLog => return Box::pin(audit_log::run(config)).await,
    }
    Ok(ExitCode::SUCCESS)
}
