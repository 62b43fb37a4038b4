//! `bench [--quick] [SECTION…]`: measures the release program beside references in the same run, prints one Markdown
//! table and saves everything as JSON. It judges nothing by exit code: no machine is the same twice. Everything runs on
//! this machine's loopback, on throwaway servers, and ends with it.
//!
//! `bench hello PORT BYTES` is the reference for pages, which the bench starts as a child.

mod client;
mod failure;
mod hello;
mod pgbench;
mod program;
mod report;
mod rounds;
mod rows;
mod shots;
mod spent;
mod stage;
mod town;

use std::process::{Command, ExitCode};
use std::time::Duration;

use failure::{Failure, Measured};
use program::{Running, Setting};
use report::Row;
use stage::{SERVER, Size, Stage, say};

/// The whole run; what doesn't fit any more says so in the table.
const LENGTH: Duration = Duration::from_secs(8 * 60);
/// What a section needs at the least; with less left it isn't begun.
const SECTION: Duration = Duration::from_secs(40);
/// Sockets for a thousand listeners and more.
const FILES: &str = "--nofile=16384";
/// The parts of the table that may be asked for alone.
const SECTIONS: [&str; 6] = ["writes", "reads", "embedded", "scale", "live", "views"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["hello", port, bytes] => serve_hello(port, bytes),
        _ => bench(&words),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&format!("bench: {why}"));
            ExitCode::FAILURE
        }
    }
}

fn serve_hello(port: &str, bytes: &str) -> Measured<()> {
    hello::serve(port.parse()?, bytes.parse()?)
}

fn bench(words: &[&str]) -> Measured<()> {
    let (flags, sections): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| word.starts_with('-'));
    if flags.iter().any(|flag| *flag != "--quick") || sections.iter().any(|name| !SECTIONS.contains(name)) {
        return Err(Failure::words(format!("usage: bench [--quick] [{}]…", SECTIONS.join("|"))));
    }
    allow_files();
    let size = if flags.is_empty() { Size::FULL } else { Size::QUICK };
    say("starting a throwaway PostgreSQL");
    let stage = Stage::open(size, LENGTH)?;
    let mut bench = Bench { stage, sections: sections.iter().map(ToString::to_string).collect(), rows: Vec::new() };
    let audited = bench.run()?;
    bench.print(!flags.is_empty(), &audited)
}

/// Children inherit it. Where it isn't allowed, the listeners' rows say so.
fn allow_files() {
    let me = std::process::id().to_string();
    let _best_effort = Command::new("prlimit").args(["--pid", &me, FILES]).status();
}

struct Bench {
    stage: Stage,
    sections: Vec<String>,
    rows: Vec<Row>,
}

impl Bench {
    /// Measures everything; says what the audit of the towns found.
    fn run(&mut self) -> Measured<String> {
        say("filling a town on PostgreSQL");
        let town = self.stage.town("town")?;
        let node = town.serve()?;
        self.reads(&node);
        self.scale(&node);
        // After the reading: votes leave dead rows behind, which vacuum clears away in its own time.
        let tokens = rows::writes::voters(&self.stage, &town)?;
        self.section("writes", |stage| rows::writes::rows(stage, &node, &tokens));
        drop(node);
        self.section("live", |stage| rows::live::rows(stage, &town, &tokens));
        self.embedded()?;
        self.rows.extend(rows::not_built_yet());
        audit(&town, "town")
    }

    fn reads(&mut self, node: &Running) {
        self.section("reads", |stage| rows::reads::rows(stage, node, "PostgreSQL"));
        self.section("views", |stage| rows::first_view::rows(stage, node));
    }

    fn scale(&mut self, node: &Running) {
        self.section("scale", |stage| {
            say("filling a big town on PostgreSQL");
            let (setting, ideas) = stage.big_town("big")?;
            let big = setting.serve()?;
            let rows = rows::scale::rows(stage, node, &big, ideas)?;
            audit(&setting, "big town")?;
            Ok(rows)
        });
    }

    fn embedded(&mut self) -> Measured<()> {
        say("filling a town in a file");
        let setting = self.stage.small_town()?;
        self.section("embedded", |stage| {
            let mut rows = rows::idle::rows(stage, &setting)?;
            let node = setting.serve()?;
            rows.extend(rows::reads::rows(stage, &node, "SQLite")?);
            Ok(rows)
        });
        Ok(())
    }

    /// One part of the table. When it can't be measured, its row says why, and the others go on.
    fn section(&mut self, name: &str, measure: impl FnOnce(&Stage) -> Measured<Vec<Row>>) {
        if !self.sections.is_empty() && !self.sections.iter().any(|wanted| wanted == name) {
            return;
        }
        if self.stage.left() < SECTION {
            self.rows.push(Row::new(name, "not measured: the time was up"));
            return;
        }
        match measure(&self.stage) {
            Ok(rows) => self.rows.extend(rows),
            Err(why) => {
                say(&format!("  {name}: {why}"));
                self.rows.push(Row::new(name, format!("not measured: {}", why.to_string().replace(['|', '\n'], " "))));
            }
        }
    }

    fn print(&self, quick: bool, audited: &str) -> Measured<()> {
        let moment = self.stage.now;
        let settings: Vec<String> = SERVER.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let setting = serde_json::json!({
            "quick": quick, "cores": cores, "postgres": settings, "ideas": self.stage.size.ideas,
            "turns": self.stage.size.rounds.turns, "seconds": self.stage.size.rounds.time.as_secs(),
        });
        let file = report::save(&self.rows, &setting, moment)?;
        println!("{}", report::table(&self.rows));
        println!();
        println!(
            "Client, program and database share {cores} cores; medians of {} turns of {} s by turns with the reference; \
             {audited}",
            self.stage.size.rounds.turns,
            self.stage.size.rounds.time.as_secs()
        );
        println!("Raw results: {}", file.display());
        Ok(())
    }
}

/// Every tally against its rows, by the program itself.
fn audit(setting: &Setting, name: &str) -> Measured<String> {
    let _nothing_found = setting.command(&["audit-counts"])?;
    say(&format!("`folkmoot audit-counts` finds nothing in the {name}"));
    Ok("`folkmoot audit-counts` finds nothing afterwards.".to_owned())
}
