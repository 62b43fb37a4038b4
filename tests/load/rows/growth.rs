//! How long pages take as a board grows: the same work in a town, a city and a country, by turns, at a modest rate that
//! none of them need fear. Every page is drawn: caches would hide what the database does.

use std::rc::Rc;
use std::time::Duration;

use serde::Serialize;

use crate::client::Shots;
use crate::failure::{Failure, Measured};
use crate::paced::{Stream, run};
use crate::program::{Running, Setting};
use crate::report::Row;
use crate::rounds::percentile;
use crate::shots::Page;
use crate::stage::{Stage, say};
use crate::town::RESIDENT;

use super::reads::{QUESTION, SEARCHES};
use super::thousands;

/// Visitors a second.
const RATE: u32 = 50;
/// Connections, of which nearly all are free at that rate.
const CONNECTIONS: usize = 32;
/// The length of one turn; there are as many as of any other work.
const TURN: Duration = Duration::from_secs(2);
/// What nobody writes down, before the first turn.
const WARM_UP: Duration = Duration::from_millis(500);

/// A node in front of a board of so many ideas.
pub(crate) struct Place<'a> {
    /// How many.
    pub(crate) ideas: u32,
    /// How it is set up.
    pub(crate) setting: &'a Setting,
    /// Who answers.
    pub(crate) node: &'a Running,
}

/// One kind of work, and what it took in each place.
#[derive(Debug, Serialize)]
pub(crate) struct Curve {
    /// In words.
    pub(crate) what: &'static str,
    /// Smallest place first.
    pub(crate) points: Vec<Point>,
}

/// What it took in one place, in milliseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Point {
    /// How many ideas it has.
    pub(crate) ideas: u32,
    /// Half of the answers came within it.
    pub(crate) p50: f64,
    /// 95 of 100.
    pub(crate) p95: f64,
}

type Asked = Rc<dyn Shots>;

/// List, idea, own votes, the API's list, searches.
pub(crate) fn curves(stage: &Stage, places: &[Place<'_>]) -> Measured<Vec<Curve>> {
    let tokens = places
        .iter()
        .map(|place| Ok(place.setting.command(&["token", "issue", RESIDENT])?.trim().to_owned()))
        .collect::<Measured<Vec<String>>>()?;
    let (path, _id) = stage.first_idea(places.first().ok_or_else(|| Failure::words("no place to ask in"))?.node)?;
    let work = |what: &'static str, page: &dyn Fn(&Running, &str) -> Page| {
        say(&format!("growth: {what}"));
        let asked: Vec<Asked> =
            places.iter().zip(&tokens).map(|(place, token)| Rc::new(page(place.node, token)) as Asked).collect();
        curve(stage, what, places, &asked)
    };
    let [once, last, often] = SEARCHES;
    Ok(vec![
        work("idea list", &|node, _token| Page::new(node, "/ideas"))?,
        work("idea with 50 comments", &|node, _token| Page::new(node, &path))?,
        work("own votes", &|node, token| Page::of_person(node, "/me/votes", token))?,
        work("GraphQL list", &|node, _token| Page::question(node, QUESTION))?,
        work(once.0, &|node, _token| Page::new(node, once.1))?,
        work(last.0, &|node, _token| Page::new(node, last.1))?,
        work(often.0, &|node, _token| Page::new(node, often.1))?,
    ])
}

fn curve(stage: &Stage, what: &'static str, places: &[Place<'_>], asked: &[Asked]) -> Measured<Curve> {
    let mut micros: Vec<Vec<u32>> = vec![Vec::new(); places.len()];
    for (place, asked) in places.iter().zip(asked) {
        turn(place, WARM_UP, asked)?;
    }
    for _ in 0..stage.size.rounds.turns {
        for ((place, asked), all) in places.iter().zip(asked).zip(&mut micros) {
            all.extend(turn(place, TURN.min(stage.size.rounds.time), asked)?);
        }
    }
    let points = places.iter().zip(&mut micros).map(|(place, micros)| {
        micros.sort_unstable();
        let within = |percent| percentile(micros, percent) / 1_000.0;
        Point { ideas: place.ideas, p50: within(50), p95: within(95) }
    });
    Ok(Curve { what, points: points.collect() })
}

/// Every answer must be a good one: a figure over refusals would be a nice one.
fn turn(place: &Place<'_>, time: Duration, asked: &Asked) -> Measured<Vec<u32>> {
    let (port, shots) = (place.node.port, Rc::clone(asked));
    let [run] = run(time, [Stream { port, shots, rate: RATE, connections: CONNECTIONS, first: 0 }])?;
    match run.trouble {
        Some(trouble) => Err(Failure::words(format!("an answer was not good: {trouble}"))),
        None => Ok(run.micros),
    }
}

/// The table of growth: a line for each work, a column for each place.
pub(crate) fn table(curves: &[Curve]) -> String {
    let places = curves.first().map(|curve| curve.points.as_slice()).unwrap_or_default();
    let heads: Vec<String> = places.iter().map(|at| format!("{} ideas", thousands(f64::from(at.ideas)))).collect();
    let mut lines = vec![
        format!(
            "| p50 / p95 in ms, {RATE} requests/s, every page drawn | {} | p95, last by first |",
            heads.join(" | ")
        ),
        format!("|---|{}---|", "---|".repeat(heads.len())),
    ];
    for curve in curves {
        let cells: Vec<String> = curve.points.iter().map(|at| format!("{:.1} / {:.1}", at.p50, at.p95)).collect();
        lines.push(format!("| {} | {} | {:.2} × |", curve.what, cells.join(" | "), curve.growth()));
    }
    lines.join("\n")
}

impl Curve {
    /// The p95 of the largest place by that of the smallest.
    fn growth(&self) -> f64 {
        let p95 = |at: Option<&Point>| at.map_or(0.0, |at| at.p95);
        p95(self.points.last()) / p95(self.points.first()).max(f64::EPSILON)
    }
}

/// The line of the big table.
pub(crate) fn row(curves: &[Curve]) -> Row {
    let said: Vec<String> = curves.iter().map(|curve| format!("{} {:.2}", curve.what, curve.growth())).collect();
    Row::new(format!("p95 in a country by p95 in a town, {RATE} requests/s, every page drawn"), said.join(", "))
        .shall("≤ 1.2 × each", curves.iter().all(|curve| curve.growth() <= 1.2))
        .with(serde_json::json!({ "curves": curves }))
}
