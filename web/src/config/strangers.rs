//! Variables that begin like ours and set nothing. Whoever mistyped one would run with the default and not know: so the
//! program doesn't start, and names the nearest right one. What begins so for another reason is left alone.

use similar::TextDiff;

use super::ConfigError;
use super::layers::{FILE, VARIABLES};

/// How our variables begin, but for a few that other programs know too, such as `DATABASE_URL`.
const OURS: &str = "FOLKMOOT_";
/// How those begin that this program's tests tell each other something in.
const TESTS: &str = "FOLKMOOT_TEST_";

/// Refuses the first, in the order of the alphabet, of those among these variables that set nothing.
pub(super) fn refuse(variables: impl Iterator<Item = (String, String)>) -> Result<(), ConfigError> {
    let strangers = variables.filter(|(name, value)| is_stranger(name, value)).map(|(name, _value)| name);
    let Some(first) = strangers.min() else { return Ok(()) };
    let why = format!("sets nothing; did you mean {}? `folkmoot config` prints all there are", nearest(&first));
    Err(ConfigError::bad(first, why))
}

fn known() -> impl Iterator<Item = &'static str> {
    VARIABLES.into_iter().map(|(variable, _section, _key)| variable).chain([FILE])
}

fn is_stranger(name: &str, value: &str) -> bool {
    let Some(rest) = name.strip_prefix(OURS) else { return false };
    !name.starts_with(TESTS) && !is_of_kubernetes(rest, value) && known().all(|variable| variable != name)
}

/// Whether it is what Kubernetes tells every program beside a service called `folkmoot`, or `folkmoot-redis`:
/// `FOLKMOOT_SERVICE_HOST`, `FOLKMOOT_REDIS_PORT=tcp://…`, `FOLKMOOT_REDIS_PORT_6379_TCP_ADDR` and so on.
fn is_of_kubernetes(rest: &str, value: &str) -> bool {
    let begins = std::iter::once(0).chain(rest.match_indices('_').map(|(at, _underscore)| at + 1));
    // What is left of the name once the service's is taken off, wherever that ends.
    let mut tails = begins.filter_map(|at| rest.get(at..));
    let is_port = |tail: &str| {
        tail.strip_prefix("PORT_").is_some_and(|port| port.starts_with(|first: char| first.is_ascii_digit()))
    };
    tails.any(|tail| match tail {
        "SERVICE_HOST" => true,
        "PORT" => value.contains("://"),
        _ => tail.starts_with("SERVICE_PORT") || is_port(tail),
    })
}

/// The one of ours whose letters are most like these. How all of them begin tells nothing.
fn nearest(name: &str) -> &'static str {
    let bare = |name: &str| name.strip_prefix(OURS).unwrap_or(name).to_ascii_uppercase();
    let typed = bare(name);
    let likeness = |variable: &str| TextDiff::from_chars(typed.as_str(), bare(variable).as_str()).ratio();
    known().max_by(|one, other| likeness(one).total_cmp(&likeness(other))).unwrap_or(FILE)
}
