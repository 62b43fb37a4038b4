//! What processes spend, as the kernel counts it in `/proc`: processor time and memory.

use std::fs;

use crate::failure::{Failure, Measured};

/// The kernel's tick in `/proc`: a hundredth of a second on every Linux that Rust runs on.
const TICKS: f64 = 100.0;

/// Whose time is counted: the program, and a PostgreSQL server with all its backends.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Meter {
    /// The program's process.
    pub(crate) program: Option<u32>,
    /// The server's first process.
    pub(crate) postgres: Option<u32>,
}

/// Seconds of processor time, and the program's memory at the end of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spent {
    /// By the program.
    pub(crate) program: f64,
    /// By the database.
    pub(crate) database: f64,
    /// Bytes of the program in memory.
    pub(crate) memory: u64,
}

impl Meter {
    /// What was spent up to now.
    pub(crate) fn read(&self) -> Spent {
        Spent {
            program: self.program.and_then(stat).map_or(0.0, |stat| stat.own),
            database: self.postgres.map_or(0.0, family),
            memory: self.program.and_then(|program| resident(program).ok()).unwrap_or_default(),
        }
    }
}

impl Spent {
    /// What was spent since.
    pub(crate) fn since(self, before: Self) -> Self {
        Self { program: self.program - before.program, database: self.database - before.database, ..self }
    }

    /// A part of it.
    pub(crate) fn times(self, part: f64) -> Self {
        Self { program: self.program * part, database: self.database * part, ..self }
    }
}

/// The bytes of a process that are in memory now.
pub(crate) fn resident(process: u32) -> Measured<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kib.map(|kib| kib * 1_024).ok_or_else(|| Failure::words("the kernel doesn't say how much memory is used"))
}

struct Stat {
    parent: u32,
    own: f64,
    /// By children that have ended and were waited for.
    ended: f64,
}

/// A server, its present backends, and those that have ended meanwhile.
fn family(first: u32) -> f64 {
    let Some(server) = stat(first) else { return 0.0 };
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let backends = processes
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(stat)
        .filter(|process| process.parent == first);
    server.own + server.ended + backends.map(|process| process.own).sum::<f64>()
}

fn stat(process: u32) -> Option<Stat> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name stands in parentheses and may hold anything; what follows the last one is numbers.
    let fields: Vec<&str> = line.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some(Stat {
        parent: fields.get(1)?.parse().ok()?,
        own: (ticks(11)? + ticks(12)?) / TICKS,
        ended: (ticks(13)? + ticks(14)?) / TICKS,
    })
}
