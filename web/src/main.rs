//! The program `folkmoot`. Everything it does is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    folkmoot::run_command(std::env::args_os())
}
