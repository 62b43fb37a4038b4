//! How the three layers become one: tables are merged setting by setting, then read once, so that an unknown setting
//! is refused wherever it came from.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{Config, ConfigError, DEFAULT};

/// The variable that names the operator's file.
pub(super) const FILE: &str = "FOLKMOOT_CONFIG";

/// Variables and the settings they override.
pub(super) const VARIABLES: [(&str, &str, &str); 13] = [
    ("DATABASE_URL", "database", "url"),
    ("REDIS_URL", "redis", "url"),
    ("SMTP_URL", "mail", "smtp_url"),
    ("FOLKMOOT_LISTEN", "server", "listen"),
    ("FOLKMOOT_PUBLIC_URL", "site", "public_url"),
    ("FOLKMOOT_SECRET_KEY_FILE", "secrets", "key_file"),
    ("FOLKMOOT_METRICS_TOKEN", "secrets", "metrics_token"),
    ("FOLKMOOT_DATABASE_CONNECTIONS", "database", "connections"),
    ("FOLKMOOT_PROXIES", "server", "proxies"),
    ("FOLKMOOT_MAIL_FROM", "mail", "from"),
    ("FOLKMOOT_SITE_NAME", "site", "name"),
    ("FOLKMOOT_LOG_FORMAT", "log", "format"),
    ("RUST_LOG", "log", "filter"),
];

pub(super) fn read(file: Option<&Path>, env: &dyn Fn(&str) -> Option<String>) -> Result<Config, ConfigError> {
    let mut table = parse(DEFAULT, "config.default.toml")?;
    let named = file.map(Path::to_path_buf).or_else(|| env(FILE).filter(|name| !name.is_empty()).map(PathBuf::from));
    if let Some(path) = named {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(&path)
            .map_err(|why| ConfigError::Unreadable { file: name.clone(), why: why.to_string() })?;
        merge(&mut table, parse(&text, &name)?, "")?;
    }
    for (variable, section, key) in VARIABLES {
        if let Some(text) = env(variable) {
            set(&mut table, (section, key), variable, text)?;
        }
    }

    let config: Config = table.try_into().map_err(|why: toml::de::Error| in_one_line(&why))?;
    config.check()?;
    Ok(config)
}

fn parse(text: &str, file: &str) -> Result<Table, ConfigError> {
    text.parse::<Table>().map_err(|why| {
        let before = why.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let what = why.message().replace('\n', " ");
        ConfigError::NotToml { file: file.to_owned(), why: format!("line {line}: {what}") }
    })
}

/// Lays one table over another. A section stays a section: `database = "x"` is refused by its own name.
fn merge(under: &mut Table, over: Table, path: &str) -> Result<(), ConfigError> {
    for (key, value) in over {
        let name = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match (under.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => merge(below, above, &name)?,
            (Some(Value::Table(_)), _) => {
                return Err(ConfigError::bad(name, "is a section: write it as [section]"));
            }
            (None, _) => {
                return Err(ConfigError::bad(name, "is no setting; `folkmoot config` prints all that there are"));
            }
            (Some(below), value) => *below = value,
        }
    }
    Ok(())
}

/// Text from the environment, as the kind of value that the default is.
fn set(table: &mut Table, at: (&str, &str), variable: &str, text: String) -> Result<(), ConfigError> {
    let slot = table.get_mut(at.0).and_then(Value::as_table_mut).and_then(|section| section.get_mut(at.1));
    let Some(slot) = slot else {
        return Err(ConfigError::bad(variable, "names a setting that the default file lacks"));
    };
    *slot =
        match slot {
            Value::Integer(_) => Value::Integer(text.trim().parse().map_err(|_not_a_number| {
                ConfigError::bad(variable, format!("must be a whole number, not {text:?}"))
            })?),
            _ => Value::String(text),
        };
    Ok(())
}

/// What the reader says in two lines (`message`, then `in section.key`), in one that begins with the setting.
fn in_one_line(why: &toml::de::Error) -> ConfigError {
    let words = why.to_string();
    let key = words
        .lines()
        .find_map(|line| line.strip_prefix("in `"))
        .map_or("the configuration", |rest| rest.trim_end_matches('`'));
    let why = match why.message() {
        "invalid socket address syntax" => "must be an address and a port, such as 127.0.0.1:8080".to_owned(),
        other => other.replace('\n', " "),
    };
    ConfigError::bad(key, why)
}
