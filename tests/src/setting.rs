//! What the runner hands to the tests in the environment, and the one line that says how to run them when it doesn't.

/// The address of the shared throwaway PostgreSQL, up to and with the slash before a database's name.
pub const POSTGRES: &str = "FOLKMOOT_TEST_POSTGRES";

/// The address of the shared throwaway Redis.
pub const REDIS: &str = "FOLKMOOT_TEST_REDIS";

/// What the runner set.
///
/// # Panics
/// When it didn't: the test was run without its services.
#[must_use]
pub fn required(name: &str) -> String {
    optional(name).unwrap_or_else(|| {
        panic!("{name} is not set. Run `make test`, or `cargo run -p folkmoot-tests --bin with-services -- cargo nextest run NAME`")
    })
}

/// What the environment says, if it says anything.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the runner has no other way to tell the tests")]
pub fn optional(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
