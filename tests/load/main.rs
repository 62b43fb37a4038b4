//! `bench [--quick] [SECTION…]`: measures the release program beside references in the same run, prints one Markdown
//! table and saves everything as JSON. It judges nothing by exit code: no machine is the same twice. Everything runs on
//! this machine's loopback, on throwaway servers, and ends with it.
//!
//! `bench hello PORT BYTES` is the reference for pages, which the bench starts as a child.

mod batches;
mod client;
mod conversation;
mod failure;
mod gun;
mod hello;
mod paced;
mod pgbench;
mod plot;
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
use rows::growth::{Curve, Place};
use rows::reads::Nodes;
use stage::{SERVER, Size, Stage, say};

/// The whole run; what doesn't fit any more says so in the table.
const LENGTH: Duration = Duration::from_secs(30 * 60);
/// Sockets for ten thousand listeners and more.
const FILES: &str = "--nofile=16384";
/// The parts of the table in its order, each with the seconds it needs; with less left it isn't begun. They may be asked
/// for alone.
const SECTIONS: [(&str, u64); 10] = [
    ("writes", 200),
    ("evening", 50),
    ("reads", 150),
    ("scale", 620),
    ("live", 25),
    ("replay", 60),
    ("embedded", 165),
    ("views", 5),
    ("desk", 30),
    ("telling", 120),
];

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
    if flags.iter().any(|flag| *flag != "--quick") || sections.iter().any(|name| place(name).is_none()) {
        let names = SECTIONS.map(|(name, _seconds)| name).join("|");
        return Err(Failure::words(format!("usage: bench [--quick] [{names}]…")));
    }
    allow_files();
    let size = if flags.is_empty() { Size::FULL } else { Size::QUICK };
    say("starting a throwaway PostgreSQL");
    let stage = Stage::open(size, LENGTH)?;
    let mut bench = Bench {
        stage,
        sections: sections.into_iter().map(str::to_owned).collect(),
        rows: Vec::new(),
        curves: Vec::new(),
    };
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let audited = bench.run()?;
    bench.print(!flags.is_empty(), load.split(' ').next().unwrap_or_default())?;
    audited.map(|()| println!("`folkmoot audit-counts` finds nothing afterwards."))
}

/// The place of a section in the table.
fn place(name: &str) -> Option<usize> {
    SECTIONS.iter().position(|(known, _seconds)| *known == name)
}

/// Children inherit it. Where it isn't allowed, the listeners' rows say so.
fn allow_files() {
    let me = std::process::id().to_string();
    let _best_effort = Command::new("prlimit").args(["--pid", &me, FILES]).status();
}

struct Bench {
    stage: Stage,
    sections: Vec<String>,
    /// With the place of their section.
    rows: Vec<(usize, Row)>,
    /// How pages grow with the board, when it was measured.
    curves: Vec<Curve>,
}

impl Bench {
    /// Measures everything; says what the audit of the town found, which must not keep the table from being printed.
    fn run(&mut self) -> Measured<Measured<()>> {
        say("filling a town on PostgreSQL");
        let town = self.stage.town("town")?;
        let (node, drawing) = (town.serve()?, town.drawing().serve()?);
        self.reads(Nodes { setting: &town, node: &node, drawing: &drawing });
        self.scale(&town, &drawing);
        drop(drawing);
        // After the reading: votes leave dead rows behind, which vacuum clears away in its own time.
        let tokens = rows::writes::voters(&self.stage, &town)?;
        self.section("writes", |stage| rows::writes::rows(stage, &node, &tokens));
        drop(node);
        self.section("live", |stage| rows::live::rows(stage, &town, &tokens));
        self.section("replay", rows::replay::rows);
        self.section("evening", rows::evening::rows);
        self.embedded();
        self.desk();
        self.section("telling", rows::telling::rows);
        self.rows.sort_by_key(|(place, _row)| *place);
        say("`folkmoot audit-counts` in the town");
        Ok(town.command(&["audit-counts"]).map(drop))
    }

    fn reads(&mut self, nodes: Nodes<'_>) {
        self.section("reads", |stage| rows::reads::rows(stage, nodes, "PostgreSQL"));
        self.section("views", |stage| rows::first_view::rows(stage, nodes.node));
    }

    fn scale(&mut self, town: &Setting, node: &Running) {
        let mut curves = Vec::new();
        self.section("scale", |stage| {
            say("filling a city and a country on PostgreSQL");
            let (city, _seconds) = stage.place("city", stage.size.city)?;
            let (country, seconds) = stage.place("country", stage.size.country)?;
            let mut rows = vec![rows::scale::made(stage.size.country, seconds)];
            let (in_city, in_country) = (city.drawing().serve()?, country.drawing().serve()?);
            let places = [
                Place { ideas: stage.size.ideas, setting: town, node },
                Place { ideas: stage.size.city, setting: &city, node: &in_city },
                Place { ideas: stage.size.country, setting: &country, node: &in_country },
            ];
            curves = rows::growth::curves(stage, &places)?;
            rows.push(rows::growth::row(&curves));
            rows.extend(rows::scale::rows(stage, node, &in_country, stage.size.country)?);
            rows.push(rows::scale::audit(&country, stage.size.country));
            Ok(rows)
        });
        self.curves = curves;
    }

    fn embedded(&mut self) {
        self.section("embedded", |stage| {
            say("filling a town in a file");
            let setting = stage.small_town()?;
            let mut rows = rows::idle::rows(stage, &setting)?;
            let (node, drawing) = (setting.serve()?, setting.drawing().serve()?);
            rows.extend(rows::reads::rows(
                stage,
                Nodes { setting: &setting, node: &node, drawing: &drawing },
                "SQLite",
            )?);
            Ok(rows)
        });
    }

    fn desk(&mut self) {
        self.section("desk", |stage| {
            say("filling a queue on PostgreSQL");
            let (setting, waiting) = stage.backlog("desk")?;
            let node = setting.serve()?;
            rows::desk::rows(stage, &setting, &node, waiting)
        });
    }

    /// One part of the table. When it can't be measured, its row says why, and the others go on.
    fn section(&mut self, name: &str, measure: impl FnOnce(&Stage) -> Measured<Vec<Row>>) {
        let Some(place) = place(name) else { return };
        if !self.sections.is_empty() && !self.sections.iter().any(|wanted| wanted == name) {
            return;
        }
        let needed = SECTIONS.get(place).map_or(0, |(_name, seconds)| *seconds);
        let rows = if self.stage.left() < Duration::from_secs(needed) {
            vec![Row::new(name, "not measured: the time was up")]
        } else {
            measure(&self.stage).unwrap_or_else(|why| {
                say(&format!("  {name}: {why}"));
                vec![Row::new(name, format!("not measured: {}", why.to_string().replace(['|', '\n'], " ")))]
            })
        };
        self.rows.extend(rows.into_iter().map(|row| (place, row)));
    }

    fn print(&self, quick: bool, load: &str) -> Measured<()> {
        let rows: Vec<Row> = self.rows.iter().map(|(_place, row)| row.clone()).collect();
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let (turns, seconds) = (self.stage.size.rounds.turns, self.stage.size.rounds.time.as_secs());
        let server = SERVER.map(|(name, value)| format!("{name} = {value}"));
        let setting = serde_json::json!({
            "quick": quick, "cores": cores, "load_before": load, "postgres": server, "ideas": self.stage.size.ideas,
            "turns": turns, "seconds": seconds,
        });
        let file = report::save(&rows, &setting, self.stage.now)?;
        println!("{}", report::table(&rows));
        println!();
        if !self.curves.is_empty() {
            let picture = report::picture(&plot::svg(&self.curves), quick)?;
            println!("{}\n\nAs a picture: {}\n", rows::growth::table(&self.curves), picture.display());
        }
        println!(
            "Client, program and database share {cores} cores, load {load} before; medians of {turns} turns of {seconds} s, \
             by turns with the reference; ± is half the spread of the turns."
        );
        println!("Raw results: {}", file.display());
        Ok(())
    }
}
