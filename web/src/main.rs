//! The program `folkmoot`. Everything it does is in the library beside it.

use std::process::ExitCode;

/// Drawing a page asks for memory some thousand times: a sixth of its time with the system's own allocator.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    folkmoot::run_command(std::env::args_os())
}
