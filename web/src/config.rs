//! The configuration: one embedded, commented file that is its own manual, a file of the operator's over it, the
//! environment over that. A value that can't be right is refused here, in one line that names the setting.
//!
//! Nothing else in the program may read the environment. Secrets print as dots.

mod address;
mod check;
mod hidden;
mod layers;
mod strangers;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use folkmoot_replies::Nation;
use serde::Deserialize;

pub use address::PublicUrl;
pub use hidden::Hidden;

/// The embedded default file, comments and all.
pub(crate) const DEFAULT: &str = include_str!("config.default.toml");

/// Everything an operator may set; `config.default.toml` says what each means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What the site is called and where it is.
    pub site: SiteConfig,
    /// The council's own colours and logo.
    pub theme: ThemeConfig,
    /// Listening, and how long anything may take.
    pub server: ServerConfig,
    /// How much a request may weigh.
    pub limits: LimitsConfig,
    /// Where everything is kept.
    pub database: DatabaseConfig,
    /// The megaphone between nodes.
    pub redis: RedisConfig,
    /// Pages that are kept in memory.
    pub cache: CacheConfig,
    /// How letters leave.
    pub mail: MailConfig,
    /// The moderators' desk.
    pub moderation: ModerationConfig,
    /// Keys.
    pub secrets: SecretsConfig,
    /// What is logged and how.
    pub log: LogConfig,
    /// Whether this is a throwaway site that shows its own letters at `/dev/mail`. `folkmoot demo` sets it; no file and
    /// no variable can.
    #[serde(skip)]
    pub dev: bool,
}

/// `[site]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteConfig {
    /// The board's name.
    pub name: String,
    /// Whose board it is.
    pub council: String,
    /// Where people write when something is wrong.
    pub contact_email: String,
    /// The languages of the pages; the first stands at the root, each other one below its own code.
    pub languages: Vec<String>,
    /// The name of a time zone.
    pub timezone: String,
    /// Whose bank holidays, until somebody chooses: `england-and-wales`, `scotland`, `northern-ireland`.
    pub bank_holidays: String,
    /// The only origin that links are made from.
    pub public_url: PublicUrl,
}

impl SiteConfig {
    /// Whose bank holidays the council keeps until somebody chooses.
    #[must_use]
    pub fn nation(&self) -> Option<Nation> {
        Nation::parse(&self.bank_holidays.to_uppercase().replace('-', "_"))
    }
}

/// `[theme]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeConfig {
    /// The accent of light pages: `#rrggbb`.
    pub accent: String,
    /// The accent of dark pages.
    pub accent_dark: String,
    /// The file with the logo; empty for the program's own mark.
    pub logo: PathBuf,
}

/// `[server]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerConfig {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Connections at one time.
    pub connections: usize,
    /// Listeners at one time.
    pub listeners: usize,
    /// Seconds for a header.
    pub header_seconds: u64,
    /// Seconds for a body.
    pub body_seconds: u64,
    /// Seconds for an answer.
    pub request_seconds: u64,
    /// Seconds to finish in when told to stop.
    pub drain_seconds: u64,
    /// Seconds that an answer may stand still.
    pub write_seconds: u64,
    /// Proxies before the program.
    pub proxies: usize,
}

/// `[limits]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitsConfig {
    /// Bytes to `/graphql`.
    pub graphql_bytes: usize,
    /// Bytes in a form.
    pub form_bytes: usize,
    /// What one network address may post in a minute; 0 for as much as it likes.
    pub posts_per_minute: u32,
    /// What one known person may post in a minute; 0 likewise.
    pub signed_in_posts_per_minute: u32,
    /// How often one network address may ask for a letter to sign in; 0 likewise.
    pub sign_ins_per_minute: u32,
    /// How often the pages of one network address may ask what is to be said of a text that is being written.
    pub looks_per_minute: u32,
}

/// `[database]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseConfig {
    /// The database's address, which may hold a password.
    pub url: Hidden,
    /// Connections to PostgreSQL.
    pub connections: u32,
}

/// `[redis]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedisConfig {
    /// Redis' address; empty for one node.
    pub url: Hidden,
    /// What this council's keys begin with.
    pub prefix: String,
}

/// `[cache]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CacheConfig {
    /// Megabytes of pages; 0 keeps none.
    pub megabytes: u64,
    /// For how many milliseconds the database's word that nothing changed is believed; 0 asks for every page.
    pub believed_ms: u64,
}

impl CacheConfig {
    /// How old the database's word may be.
    #[must_use]
    pub const fn believed(&self) -> Duration {
        Duration::from_millis(self.believed_ms)
    }
}

/// `[mail]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// The mail server; empty when there is none.
    pub smtp_url: Hidden,
    /// The sender.
    pub from: String,
    /// Lines to the mail server that are open at once.
    pub lines: u32,
}

/// `[moderation]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModerationConfig {
    /// Within how many hours somebody looks, as authors and reporters are promised.
    pub promise_hours: u64,
    /// Words that make a moderator want to look, by language, over the program's own; `-word` takes one out.
    pub words: BTreeMap<String, Vec<String>>,
}

impl ModerationConfig {
    /// Within which time somebody looks.
    #[must_use]
    pub const fn promise(&self) -> Duration {
        Duration::from_secs(self.promise_hours * 60 * 60)
    }
}

/// `[secrets]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretsConfig {
    /// The file with the key; empty for the one beside an SQLite database.
    pub key_file: PathBuf,
    /// What a collector of metrics must know; empty for this machine only.
    pub metrics_token: Hidden,
}

/// `[log]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogConfig {
    /// Levels, as `tracing_subscriber::EnvFilter` reads them.
    pub filter: String,
    /// For people or for machines.
    pub format: LogFormat,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// A configuration that can't be used: one line that names the setting and says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The file can't be read.
    #[error("the configuration file {file} can't be read: {why}")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system said.
        why: String,
    },
    /// The file is not TOML.
    #[error("the configuration file {file} is not TOML: {why}")]
    NotToml {
        /// Its name.
        file: String,
        /// Where and what.
        why: String,
    },
    /// A setting is unknown, of the wrong kind, or can't be right.
    #[error("{key}: {why}")]
    Bad {
        /// The setting or the variable.
        key: String,
        /// What to do.
        why: String,
    },
}

impl ConfigError {
    pub(crate) fn bad(key: impl Into<String>, why: impl Into<String>) -> Self {
        Self::Bad { key: key.into(), why: why.into() }
    }
}

impl Config {
    /// The embedded defaults alone; what a test starts from.
    ///
    /// # Errors
    /// Never, unless the embedded file itself is wrong, which a test would have found.
    pub fn embedded() -> Result<Self, ConfigError> {
        layers::read(None, &|_| None)
    }

    /// The defaults, the file (or the one that `FOLKMOOT_CONFIG` names) and the machine's environment.
    ///
    /// # Errors
    /// In one line that names the setting, when a value can't be right, or the variable, when it begins like ours and sets
    /// nothing.
    #[expect(clippy::disallowed_methods, reason = "this is the one door to the environment")]
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let in_words = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.to_string_lossy().into_owned())));
        strangers::refuse(in_words)?;
        Self::load_from(file, &|name| std::env::var(name).ok())
    }

    /// The same with an environment of the caller's.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn load_from(file: Option<&Path>, env: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        layers::read(file, env)
    }

    /// Whether the site is reached over https, so that cookies may be bound to the host and the promise be kept.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.site.public_url.is_https()
    }
}

impl ServerConfig {
    /// For a header, and between requests.
    #[must_use]
    pub const fn header_time(&self) -> Duration {
        Duration::from_secs(self.header_seconds)
    }

    /// For a body.
    #[must_use]
    pub const fn body_time(&self) -> Duration {
        Duration::from_secs(self.body_seconds)
    }

    /// For an answer.
    #[must_use]
    pub const fn request_time(&self) -> Duration {
        Duration::from_secs(self.request_seconds)
    }

    /// For a reader who doesn't read.
    #[must_use]
    pub const fn write_time(&self) -> Duration {
        Duration::from_secs(self.write_seconds)
    }

    /// For finishing.
    #[must_use]
    pub const fn drain_time(&self) -> Duration {
        Duration::from_secs(self.drain_seconds)
    }
}
