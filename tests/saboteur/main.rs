//! The program `folkmoot`, which breaks the promise that `FOLKMOOT_TEST_SABOTAGE` names: `storage/src/sabotage.rs`. It exists
//! to be caught by `tests/it/faults.rs`, and only where assertions are on.

use std::process::ExitCode;

#[cfg(debug_assertions)]
fn main() -> ExitCode {
    let word = folkmoot_tests::setting::optional("FOLKMOOT_TEST_SABOTAGE").unwrap_or_default();
    if !folkmoot_storage::sabotage::choose(&word) {
        eprintln!(
            "saboteur: say in FOLKMOOT_TEST_SABOTAGE what to break: no-key, early-word, increments, any-order, no-answer, no-note or late"
        );
        return ExitCode::FAILURE;
    }
    folkmoot::run_command(std::env::args_os())
}

#[cfg(not(debug_assertions))]
fn main() -> ExitCode {
    eprintln!("saboteur: there is none in a release");
    ExitCode::FAILURE
}
