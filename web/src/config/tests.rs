//! What is refused, and in which words.

use std::io::Write as _;

use super::*;

fn with(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::load_from(None, &|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
}

fn with_file(text: &str) -> Result<Config, ConfigError> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    Config::load_from(Some(file.path()), &|_| None)
}

#[test]
fn the_embedded_file_is_right() {
    let config = Config::embedded().unwrap();
    assert_eq!(config.site.public_url.origin(), "http://127.0.0.1:8080");
    assert!(!config.dev);
}

#[test]
fn the_environment_has_the_last_word() {
    let config = with(&[("FOLKMOOT_LISTEN", "127.0.0.1:9"), ("FOLKMOOT_DATABASE_CONNECTIONS", "3")]).unwrap();
    assert_eq!(config.server.listen.port(), 9);
    assert_eq!(config.database.connections, 3);
}

#[test]
fn a_bad_value_is_refused_in_one_line_that_names_the_setting() {
    let cases: [(&str, &str, &str); 9] = [
        ("FOLKMOOT_PUBLIC_URL", "ftp://x", "site.public_url"),
        ("FOLKMOOT_PUBLIC_URL", "https://x.org/board", "site.public_url"),
        ("FOLKMOOT_LISTEN", "everywhere", "server.listen"),
        ("FOLKMOOT_DATABASE_CONNECTIONS", "many", "FOLKMOOT_DATABASE_CONNECTIONS"),
        ("FOLKMOOT_DATABASE_CONNECTIONS", "0", "database.connections"),
        ("DATABASE_URL", "mysql://x", "database.url"),
        ("REDIS_URL", "http://x", "redis.url"),
        ("FOLKMOOT_LOG_FORMAT", "xml", "log.format"),
        ("FOLKMOOT_MAIL_FROM", "nobody", "mail.from"),
    ];
    for (variable, value, key) in cases {
        let said = with(&[(variable, value)]).unwrap_err().to_string();
        assert!(said.starts_with(&format!("{key}: ")), "{variable}={value}: {said}");
        assert!(!said.contains('\n'), "{said}");
    }
}

#[test]
fn a_file_changes_what_it_names_and_nothing_unknown() {
    assert_eq!(with_file("[site]\ncouncil = \"Ely\"").unwrap().site.council, "Ely");
    let said = with_file("[site]\ncolour = \"red\"").unwrap_err().to_string();
    assert_eq!(said, "site.colour: is no setting; `folkmoot config` prints all that there are");
    let said = with_file("[site]\nname = 5").unwrap_err().to_string();
    assert!(said.starts_with("site.name: "), "{said}");
    let said = with_file("database = \"x\"").unwrap_err().to_string();
    assert!(said.starts_with("database: "), "{said}");
    let said = with_file("[site]\n\nname = ").unwrap_err().to_string();
    assert!(said.contains("is not TOML: line 3"), "{said}");
    let said = with_file("dev = true").unwrap_err().to_string();
    assert!(said.starts_with("dev: "), "{said}");
    let said = with_file("[site]\ntimezone = \"London\"").unwrap_err().to_string();
    assert!(said.starts_with("site.timezone: "), "{said}");
}

fn refused(pairs: &[(&str, &str)]) -> Option<String> {
    let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    strangers::refuse(pairs).err().map(|why| why.to_string())
}

#[test]
fn a_variable_that_sets_nothing_is_refused_with_the_nearest_that_does() {
    for (typed, meant) in [
        ("FOLKMOOT_DATABASE_URL", "DATABASE_URL"),
        ("FOLKMOOT_REDIS_URL", "REDIS_URL"),
        ("FOLKMOOT_LISTEM", "FOLKMOOT_LISTEN"),
        ("FOLKMOOT_PUBLICURL", "FOLKMOOT_PUBLIC_URL"),
        ("FOLKMOOT_KEY_FILE", "FOLKMOOT_SECRET_KEY_FILE"),
        ("FOLKMOOT_LOG", "RUST_LOG"),
        ("FOLKMOOT_listen", "FOLKMOOT_LISTEN"),
    ] {
        let said = refused(&[("PATH", "/bin"), (typed, "x")]).unwrap();
        assert!(said.starts_with(&format!("{typed}: sets nothing; did you mean {meant}? ")), "{said}");
        assert!(!said.contains('\n'), "{said}");
    }
    // Of two, always the same one is told.
    let two = [("FOLKMOOT_LOGFORMAT", "json"), ("FOLKMOOT_DATABASE_URL", "sqlite:x")];
    assert!(refused(&two).unwrap().starts_with("FOLKMOOT_DATABASE_URL: "));
}

#[test]
fn what_sets_something_and_what_is_somebody_elses_is_left_alone() {
    for (variable, _, _) in layers::VARIABLES {
        assert_eq!(refused(&[(variable, "x")]), None);
        assert!(DEFAULT.contains(&format!("# {variable}\n")), "{variable} is named beside its setting");
    }
    for (name, value) in [
        (layers::FILE, "x.toml"),
        ("FOLKMOOT_TEST_POSTGRES", "postgres://x"),
        ("MY_FOLKMOOT_URL", "x"),
        ("FOLKMOOTED", "x"),
        // Beside a service of this name in Kubernetes.
        ("FOLKMOOT_SERVICE_HOST", "10.0.0.7"),
        ("FOLKMOOT_SERVICE_PORT_HTTP", "80"),
        ("FOLKMOOT_PORT", "tcp://10.0.0.7:80"),
        ("FOLKMOOT_PORT_80_TCP_ADDR", "10.0.0.7"),
        // And beside one whose name goes on.
        ("FOLKMOOT_REDIS_SERVICE_HOST", "10.0.0.8"),
        ("FOLKMOOT_REDIS_SERVICE_PORT", "6379"),
        ("FOLKMOOT_REDIS_SERVICE_PORT_TLS", "6380"),
        ("FOLKMOOT_REDIS_PORT", "tcp://10.0.0.8:6379"),
        ("FOLKMOOT_REDIS_PORT_6379_TCP", "tcp://10.0.0.8:6379"),
        ("FOLKMOOT_REDIS_PORT_6379_TCP_ADDR", "10.0.0.8"),
        ("FOLKMOOT_READ_ONLY_DB_PORT_5432_TCP_PROTO", "tcp"),
    ] {
        assert_eq!(refused(&[(name, value)]), None, "{name}");
    }
    for (name, value) in [
        ("FOLKMOOT_PORT", "8080"),
        ("FOLKMOOT_REDIS_PORT", "6379"),
        ("FOLKMOOT_EXPORT", "tcp://10.0.0.8"),
        ("FOLKMOOT_TRANSPORT_9", "x"),
        ("FOLKMOOT_MYSERVICE_HOST", "x"),
        ("FOLKMOOT_PORT_NUMBER", "8080"),
    ] {
        assert!(refused(&[(name, value)]).is_some(), "somebody means a setting by {name}");
    }
}

#[test]
fn passwords_print_as_dots() {
    let config =
        with(&[("DATABASE_URL", "postgres://me:hunter2@db/x"), ("SMTP_URL", "smtp://a:hunter2@mail")]).unwrap();
    assert!(!format!("{config:?}").contains("hunter2"));
}
