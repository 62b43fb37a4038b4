//! What no type could refuse: lengths, ranges, addresses. Each refusal is one line that names the setting.

use super::{Config, ConfigError, Hidden};
use crate::words::Words;

impl Config {
    /// Looks for values that no type could refuse. [`Config::load`] has done so; a test that sets fields by hand may.
    ///
    /// # Errors
    /// In one line that names the setting.
    pub fn check(&self) -> Result<(), ConfigError> {
        for (key, words, most) in [("site.name", &self.site.name, 60), ("site.council", &self.site.council, 100)] {
            if words.trim().is_empty() || words.chars().count() > most || words.chars().any(char::is_control) {
                return Err(ConfigError::bad(key, format!("must be 1 to {most} characters on one line")));
            }
        }
        if !self.site.contact_email.contains('@') || self.site.contact_email.contains(char::is_whitespace) {
            return Err(ConfigError::bad("site.contact_email", "must be an email address"));
        }
        check_timezone(&self.site.timezone)?;
        if self.site.nation().is_none() {
            let must = "must be england-and-wales, scotland or northern-ireland";
            return Err(ConfigError::bad("site.bank_holidays", must));
        }
        check_languages(&self.site.languages)?;
        crate::theme::check(&self.theme)?;
        self.check_numbers()?;
        self.check_addresses()?;
        if self.mail.from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(ConfigError::bad(
                "mail.from",
                "must be an email address, or a name and one: Name <name@example.org>",
            ));
        }
        if tracing_subscriber::EnvFilter::try_new(&self.log.filter).is_err() {
            return Err(ConfigError::bad(
                "log.filter",
                "must be a level such as info, or a list such as info,folkmoot=debug",
            ));
        }
        Ok(())
    }

    fn check_numbers(&self) -> Result<(), ConfigError> {
        let server = &self.server;
        for (key, value) in [
            ("server.header_seconds", server.header_seconds),
            ("server.body_seconds", server.body_seconds),
            ("server.request_seconds", server.request_seconds),
            ("server.drain_seconds", server.drain_seconds),
            ("server.write_seconds", server.write_seconds),
        ] {
            between(key, value, 1, 300)?;
        }
        between("server.connections", server.connections, 1, 1_000_000)?;
        between("server.listeners", server.listeners, 0, 1_000_000)?;
        between("server.proxies", server.proxies, 0, 10)?;
        between("moderation.promise_hours", self.moderation.promise_hours, 1, 24 * 60)?;
        between("limits.graphql_bytes", self.limits.graphql_bytes, 1_024, 1 << 20)?;
        between("limits.form_bytes", self.limits.form_bytes, 16_384, 16 << 20)?;
        for (key, value) in [
            ("limits.posts_per_minute", self.limits.posts_per_minute),
            ("limits.signed_in_posts_per_minute", self.limits.signed_in_posts_per_minute),
            ("limits.sign_ins_per_minute", self.limits.sign_ins_per_minute),
            ("limits.looks_per_minute", self.limits.looks_per_minute),
        ] {
            between(key, value, 0, 1_000_000)?;
        }
        between("cache.megabytes", self.cache.megabytes, 0, 65_536)?;
        between("mail.lines", self.mail.lines, 1, crate::mail::MOST_LINES)?;
        between("cache.believed_ms", self.cache.believed_ms, 0, 60_000)?;
        between("database.connections", self.database.connections, 1, 1_000)
    }

    fn check_addresses(&self) -> Result<(), ConfigError> {
        let begins = |url: &Hidden, kinds: &[&str]| kinds.iter().any(|kind| url.reveal().starts_with(kind));
        if !begins(&self.database.url, &["sqlite:", "postgres://", "postgresql://"]) {
            return Err(ConfigError::bad("database.url", "must begin with sqlite: or postgres://"));
        }
        if !self.redis.url.is_empty() && !begins(&self.redis.url, &["redis://", "rediss://", "redis+unix://"]) {
            return Err(ConfigError::bad("redis.url", "must begin with redis://, or be empty"));
        }
        if self.redis.prefix.is_empty() || !self.redis.prefix.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(ConfigError::bad("redis.prefix", "must be letters, digits and hyphens"));
        }
        if !self.mail.smtp_url.is_empty() && !begins(&self.mail.smtp_url, &["smtp://", "smtps://"]) {
            return Err(ConfigError::bad("mail.smtp_url", "must begin with smtp:// or smtps://, or be empty"));
        }
        if !self.mail.smtp_url.is_empty() {
            crate::mail::check(self.mail.smtp_url.reveal()).map_err(|why| ConfigError::bad("mail.smtp_url", why))?;
        }
        Ok(())
    }
}

fn between<N: Copy + PartialOrd + std::fmt::Display>(
    key: &str,
    value: N,
    least: N,
    most: N,
) -> Result<(), ConfigError> {
    if value < least || value > most {
        return Err(ConfigError::bad(key, format!("must be between {least} and {most}, not {value}")));
    }
    Ok(())
}

/// A zone that the embedded table of zones knows.
fn check_timezone(name: &str) -> Result<(), ConfigError> {
    match jiff::tz::TimeZone::get(name) {
        Ok(_zone) => Ok(()),
        Err(_unknown) => {
            Err(ConfigError::bad("site.timezone", "must be the name of a time zone, such as Europe/London"))
        }
    }
}

/// Languages that there is a file for, each once.
fn check_languages(named: &[String]) -> Result<(), ConfigError> {
    let known: Vec<&str> = Words::codes().collect();
    let twice = named.iter().enumerate().any(|(place, code)| named.iter().take(place).any(|other| other == code));
    if !named.is_empty() && !twice && named.iter().all(|code| known.contains(&code.as_str())) {
        return Ok(());
    }
    Err(ConfigError::bad(
        "site.languages",
        format!("must name one language or more, each once, of: {}", known.join(", ")),
    ))
}
