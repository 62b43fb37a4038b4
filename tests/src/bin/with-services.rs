//! Runs a command with a throwaway PostgreSQL and Redis beside it, told to it in the environment, in memory where there is
//! enough of it, and ends exactly what it started: when the command ends, when it fails, on Ctrl-C and on SIGTERM. Exits as the command did.

use std::os::unix::process::ExitStatusExt as _;
use std::process::ExitStatus;

use folkmoot_tests::database::make_template;
use folkmoot_tests::memory;
use folkmoot_tests::services::{Postgres, Redis};
use folkmoot_tests::setting::{POSTGRES, REDIS};
use tokio::process::{Child, Command};
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let code = match run().await {
        Ok(code) => code,
        Err(why) => {
            eprintln!("with-services: {why}");
            1
        }
    };
    std::process::exit(code);
}

async fn run() -> Result<i32, String> {
    let mut words = std::env::args_os().skip(1);
    let Some(program) = words.next() else {
        return Err("say which command to run: with-services COMMAND [ARGUMENTS]".to_owned());
    };
    let mut interrupted = signal(SignalKind::interrupt()).map_err(|why| why.to_string())?;
    let mut terminated = signal(SignalKind::terminate()).map_err(|why| why.to_string())?;
    // Declared first, so that it is removed last.
    let memory = memory::take();
    let postgres = Postgres::start().map_err(|why| why.to_string())?;
    let redis = Redis::start().map_err(|why| why.to_string())?;
    make_template(&postgres.url()).await?;
    // Told to stop before there was a command to stop.
    tokio::select! {
        biased;
        _ = interrupted.recv() => return Ok(130),
        _ = terminated.recv() => return Ok(143),
        () = std::future::ready(()) => {}
    }

    let mut command = Command::new(&program);
    command.args(words).env(POSTGRES, postgres.url()).env(REDIS, redis.url());
    if let Some(memory) = &memory {
        command.env(memory::DISK, memory::disk()).env("TMPDIR", memory.path());
    }
    forget_our_own_cargo(&mut command);
    let mut child = command.spawn().map_err(|why| format!("{} can't be run: {why}", program.display()))?;
    let mut asked = false;
    loop {
        tokio::select! {
            ended = child.wait() => return ended.map(code_of).map_err(|why| why.to_string()),
            // The terminal tells the command itself; the second time we lose patience.
            _ = interrupted.recv() => if asked { end(&mut child, "KILL").await } else { asked = true },
            _ = terminated.recv() => end(&mut child, "TERM").await,
        }
    }
}

/// Run through `cargo run`, we carry variables of our own package; a cargo below us would take them for news and build
/// again whatever watches them.
fn forget_our_own_cargo(command: &mut Command) {
    for (name, _value) in std::env::vars_os() {
        let ours =
            name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
        if ours {
            command.env_remove(name);
        }
    }
}

async fn end(child: &mut Child, signal: &str) {
    if let Some(process) = child.id() {
        let _sent = Command::new("kill").arg(format!("-{signal}")).arg(process.to_string()).status().await;
    }
}

fn code_of(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))
}
