//! What a command says: results to standard output, errors to standard error in one line. A closed pipe is no error.

use std::io::Write as _;
use std::process::ExitCode;

/// One line of a result.
pub(super) fn line(words: &str) {
    text(&format!("{words}\n"));
}

/// A result as it stands.
pub(super) fn text(words: &str) {
    let mut out = std::io::stdout().lock();
    let _told = out.write_all(words.as_bytes()).and_then(|()| out.flush()).is_ok();
}

/// One line that says what to do, and the exit code that goes with it.
pub(super) fn failed(words: &str) -> ExitCode {
    let words = words.replace('\n', " ");
    let _told = writeln!(std::io::stderr().lock(), "folkmoot: {words}").is_ok();
    ExitCode::FAILURE
}
