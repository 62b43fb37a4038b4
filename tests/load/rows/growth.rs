//! How long pages take as a board grows: the same work in a town, a city and a country, by turns, at a modest rate that
//! none of them need fear. Every page is drawn: caches would hide what the database does.

use std::time::Duration;

use serde::Serialize;

use crate::failure::{Failure, Measured};
use crate::gun::Gun;
use crate::program::{Running, Setting};
use crate::report::Row;
use crate::rounds::Series;
use crate::shots::Page;
use crate::stage::{Stage, say};
use crate::town::RESIDENT;

use super::reads::{QUESTION, SEARCHES};
use super::thousands;

/// Visitors a second.
const RATE: u32 = 100;
/// Connections, of which nearly all are free at that rate.
const CONNECTIONS: usize = 32;
/// The turns in each place, three times as many as of any other work, and the longest that one may be: a machine that
/// stumbles for a moment must not look like a board that grew.
const TURNS: usize = 3;
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

/// What it took in one place, in milliseconds: the medians of all turns.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Point {
    /// How many ideas it has.
    pub(crate) ideas: u32,
    /// Half of the answers came within it.
    pub(crate) p50: f64,
    /// 95 of 100.
    pub(crate) p95: f64,
    /// How far the turns' lie apart, in percent of it, to either side.
    pub(crate) spread: f64,
}

/// List, idea, own votes, the API's list, searches.
pub(crate) fn curves(stage: &Stage, places: &[Place<'_>]) -> Measured<Vec<Curve>> {
    let tokens = places
        .iter()
        .map(|place| Ok(place.setting.command(&["token", "issue", RESIDENT])?.trim().to_owned()))
        .collect::<Measured<Vec<String>>>()?;
    let (path, _id) = stage.first_idea(places.first().ok_or_else(|| Failure::words("no place to ask in"))?.node)?;
    let work = |what: &'static str, page: &dyn Fn(&Running, &str) -> Page| {
        say(&format!("growth: {what}"));
        let aim = |place: &Place<'_>, token: &str| {
            Gun::new(place.node, CONNECTIONS, stage.meter(Some(place.node)), page(place.node, token))
        };
        let mut guns: Vec<Gun> = places.iter().zip(&tokens).map(|(place, token)| aim(place, token)).collect();
        curve(stage, what, places, &mut guns)
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

fn curve(stage: &Stage, what: &'static str, places: &[Place<'_>], guns: &mut [Gun]) -> Measured<Curve> {
    for gun in guns.iter_mut() {
        gun.fire_at(RATE, WARM_UP)?;
    }
    let mut turns: Vec<Series> = places.iter().map(|_| Series::default()).collect();
    for _ in 0..stage.size.rounds.turns * TURNS {
        for (gun, series) in guns.iter_mut().zip(&mut turns) {
            series.0.push(gun.fire_at(RATE, TURN.min(stage.size.rounds.time))?);
        }
    }
    let points = places.iter().zip(&turns).map(|(place, series)| point(place.ideas, series));
    Ok(Curve { what, points: points.collect::<Measured<_>>()? })
}

/// Every answer must be a good one: a figure over refusals would be a nice one.
fn point(ideas: u32, series: &Series) -> Measured<Point> {
    if series.bad() > 0.0 {
        return Err(Failure::words(format!("{} answers were not good", series.bad())));
    }
    let (p50, p95) = (series.median(|one| one.p50), series.median(|one| one.p95));
    Ok(Point { ideas, p50, p95, spread: series.spread(|one| one.p95) / 2.0 })
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
        let cells: Vec<String> =
            curve.points.iter().map(|at| format!("{:.1} / {:.1} ± {:.0} %", at.p50, at.p95, at.spread)).collect();
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
