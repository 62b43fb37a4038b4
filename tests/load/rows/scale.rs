//! The same pages in a country, a hundred times as big as a town: their time must not grow with it. And the country itself:
//! how long it takes to be made, and whether the program finds its counts right.

use std::time::Instant;

use crate::failure::Measured;
use crate::gun::Gun;
use crate::program::{Running, Setting};
use crate::report::Row;
use crate::rounds::{Sample, Series};
use crate::shots::Page;
use crate::stage::{Stage, say};
use crate::town::{COMMENTS, VOTES};

use super::reads::{CLIENTS, SEARCH_CPU, SEARCHES};
use super::thousands;

/// List, idea and searches, town and country by turns.
pub(crate) fn rows(stage: &Stage, small: &Running, big: &Running, ideas: u32) -> Measured<Vec<Row>> {
    let (idea, _id) = stage.first_idea(small)?;
    let pages = [("idea list", "/ideas", 0.6), ("idea with 50 comments", idea.as_str(), 1.2)];
    let searches = SEARCHES.map(|(what, path)| (what, path, SEARCH_CPU));
    pages
        .into_iter()
        .chain(searches)
        .map(|(what, path, most)| row(stage, (small, big), (what, path, most), ideas))
        .collect()
}

fn row(
    stage: &Stage,
    (small, big): (&Running, &Running),
    (what, path, most): (&str, &str, f64),
    ideas: u32,
) -> Measured<Row> {
    say(&format!("{what}, town and country"));
    let mut at_small = Gun::new(small, CLIENTS, stage.meter(Some(small)), Page::new(small, path));
    let mut at_big = Gun::new(big, CLIENTS, stage.meter(Some(big)), Page::new(big, path));
    let (ours, reference) =
        stage.size.rounds.alternate(&mut |time| at_big.fire(time), &mut |time| at_small.fire(time))?;
    let (here, there) = (ours.median(|one| one.p95), reference.median(|one| one.p95));
    let (times, cpu) = (here / there.max(f64::EPSILON), ours.median(Sample::cpu));
    let votes = f64::from(ideas) * f64::from(VOTES);
    let town = format!("{} ideas and {} votes", thousands(f64::from(ideas)), thousands(votes));
    Ok(Row::new(format!("p95 of {what} at {town}, PostgreSQL, 16 clients"), p95(&ours))
        .beside(format!("the same at {} ideas: {}", thousands(f64::from(stage.size.ideas)), p95(&reference)), times)
        .shall(format!("≤ 1.2 ×, CPU ≤ {most} ms"), times <= 1.2 && cpu <= most)
        .with(serde_json::json!({ "ours": ours, "reference": reference, "ideas": ideas })))
}

/// One side's figures in a few words.
fn p95(series: &Series) -> String {
    let (p95, spread) = (series.median(|one| one.p95), series.spread(|one| one.p95) / 2.0);
    format!("{p95:.1} ms ± {spread:.0} %, CPU {}{}", super::cpu(series), super::memory(series))
}

/// How long the making took.
pub(crate) fn made(ideas: u32, seconds: f64) -> Row {
    let votes = thousands(f64::from(ideas) * f64::from(VOTES));
    let comments = thousands(f64::from(ideas) * f64::from(COMMENTS));
    let work = format!("making a country: {} ideas, {votes} votes, {comments} comments", thousands(f64::from(ideas)));
    Row::new(work, format!("{seconds:.0} s"))
        .shall("≤ 600 s", seconds <= 600.0)
        .with(serde_json::json!({ "seconds": seconds }))
}

/// Every tally against its rows, by the program itself: an operator must be able to ask in a country too.
pub(crate) fn audit(big: &Setting, ideas: u32) -> Row {
    say("`folkmoot audit-counts` in the country");
    let begun = Instant::now();
    let found = big.command(&["audit-counts"]);
    let seconds = begun.elapsed().as_secs_f64();
    let said = match &found {
        Ok(_nothing) => format!("nothing found, {seconds:.1} s"),
        Err(why) => why.to_string().replace(['|', '\n'], " "),
    };
    let votes = thousands(f64::from(ideas) * f64::from(VOTES));
    Row::new(format!("`folkmoot audit-counts` over {votes} votes"), said).shall("finds nothing", found.is_ok())
}
