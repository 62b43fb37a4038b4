//! The program `folkmoot`: command line, configuration, wiring, and everything a browser or a script speaks to.
//!
//! It holds no rule: pages, forms and the API are thin translators over the services of a [`Site`]. One site is one
//! council with one database; all state hangs off that value, never off a global.

mod assets;
mod command;
mod config;
mod dress;
mod edge;
mod error;
mod graphql;
mod health;
mod housekeeping;
pub mod import;
mod live;
mod mail;
mod numbers;
mod pages;
mod rounds;
mod routes;
mod secret_key;
mod serve;
mod site;
mod tasks;
mod telling;
mod theme;
mod voice;
mod words;

pub use assets::url as asset_url;
pub use command::run_command;
pub use config::{Config, ConfigError, Hidden, LogFormat, PublicUrl, ThemeConfig};
pub use edge::{Asking, Checked, Known, Path, Query, SetCookie};
pub use error::PageError;
pub use routes::{Route, table};
pub use secret_key::{KeyError, SecretKey};
pub use serve::serve;
pub use site::{Site, StartError};
pub use tasks::Tasks;
