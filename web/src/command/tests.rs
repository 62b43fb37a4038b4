//! The command line as it is typed.

use std::process::ExitCode;

use clap::CommandFactory as _;

use super::*;

#[test]
fn the_commands_fit_together() {
    Line::command().debug_assert();
}

#[test]
fn what_is_typed_is_understood() {
    for line in [
        "folkmoot demo",
        "folkmoot serve --config x.toml",
        "folkmoot migrate up",
        "folkmoot migrate down --steps 2",
        "folkmoot migrate status",
        "folkmoot import polis dir --campaign parks",
        "folkmoot import polis dir --campaign klima --language de",
        "folkmoot import madrid dir --campaign parks --dry-run",
        "folkmoot person add ada@example.org --role moderator --role officer --name Ada",
        "folkmoot token issue ada@example.org",
        "folkmoot token issue ada@example.org --count 5 --prefix P",
        "folkmoot token issue --count 5",
        "folkmoot audit-counts",
        "folkmoot config",
    ] {
        assert!(Line::try_parse_from(line.split(' ')).is_ok(), "{line}");
    }
    for line in [
        "folkmoot",
        "folkmoot dance",
        "folkmoot import polis dir",
        "folkmoot person add ada@example.org",
        "folkmoot person add ada@example.org --role king",
        "folkmoot token issue",
    ] {
        assert!(Line::try_parse_from(line.split(' ')).is_err(), "{line}");
    }
}

fn run(line: &str) -> ExitCode {
    run_command(line.split(' ').map(OsString::from))
}

#[test]
fn exit_codes_tell_how_it_went() {
    assert_eq!(run("folkmoot config"), ExitCode::SUCCESS);
    assert_eq!(run("folkmoot --version"), ExitCode::SUCCESS);
    assert_eq!(run("folkmoot dance"), ExitCode::from(2));
    assert_eq!(run("folkmoot audit-counts --config /nowhere/at/all.toml"), ExitCode::FAILURE);
}
