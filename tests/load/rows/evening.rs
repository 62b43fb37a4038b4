//! The evening before a question closes: votes, pages, the API's lists and comments come at a rate that people make and
//! not the program, so that whoever waits is seen to wait. Pages stay in memory for as long as the votes let them.
//!
//! In a town of its own, since every vote must change something. Nothing stands beside it: what is asked is how long people
//! wait, and whether anybody is sent away.

use std::rc::Rc;
use std::time::Duration;

use serde_json::json;

use crate::client::{Answer, Shots};
use crate::failure::{Failure, Measured};
use crate::gun::Gun;
use crate::program::Running;
use crate::report::Row;
use crate::rounds::{Rounds, Series};
use crate::shots::{Comments, Page, Pages, Votes};
use crate::stage::{Stage, say};

use super::reads::QUESTION;
use super::writes::voters;
use super::{cpu, memory, refused, thousands};

/// Votes a second on one idea, by turns.
const RUSH: (u32, u32) = (500, 2_000);
/// Arrivals a second of all kinds, of which a fifth write.
const MIXED: [u32; 2] = [400, 1_200];
/// Connections of each kind of visitors, of which nearly all are free.
const CONNECTIONS: usize = 128;
/// The longest that one turn may be; there are as many as of any other work.
const TURN: Duration = Duration::from_secs(3);
/// Milliseconds that a vote may take, wherever it has to wait.
const GOAL: f64 = 100.0;

/// Votes alone, then everything at once.
pub(crate) fn rows(stage: &Stage) -> Measured<Vec<Row>> {
    say("filling a town on PostgreSQL, for an evening");
    let setting = stage.town("evening")?;
    let node = setting.serve()?;
    let tokens = voters(stage, &setting)?;
    let (path, hot) = stage.first_idea(&node)?;
    let mut others: Vec<String> = stage.idea_ids(&node)?.into_iter().filter(|idea| *idea != hot).collect();
    let second = others.pop().ok_or_else(|| Failure::words("the town has one idea"))?;
    let votes = |ideas: Vec<String>| Votes { port: node.port, tokens: Rc::clone(&tokens), ideas };

    let mut rows = rush(stage, &node, votes(vec![second]))?;
    let (list, idea) = (|| Page::new(&node, "/ideas"), || Page::new(&node, &path));
    let api = || Page::question(&node, QUESTION);
    let pages = vec![list(), idea(), api(), list(), idea(), api(), list(), idea()];
    let comments = Comments { port: node.port, tokens: Rc::clone(&tokens), ideas: others.clone() };
    let writing = Writing { hot: votes(vec![hot]), others: votes(others), comments };
    let mut readers = Gun::new(&node, CONNECTIONS, stage.meter(Some(&node)), Pages(pages));
    let mut writers = Gun::new(&node, CONNECTIONS, stage.meter(Some(&node)), writing);
    for rate in MIXED {
        rows.push(mixed(stage, rate, (&mut readers, &mut writers))?);
    }
    setting.command(&["audit-counts"])?;
    Ok(rows)
}

/// Turns that are no longer than they need be.
fn rounds(stage: &Stage) -> Rounds {
    let Rounds { turns, time } = stage.size.rounds;
    Rounds { turns, time: TURN.min(time) }
}

/// Votes on one idea, slowly and fast by turns.
fn rush(stage: &Stage, node: &Running, votes: Votes) -> Measured<Vec<Row>> {
    let (slow, fast) = RUSH;
    say(&format!("votes on one idea that arrive {slow} and {fast} times a second"));
    let mut gun = Gun::new(node, CONNECTIONS, stage.meter(Some(node)), votes);
    let (at_slow, at_fast) =
        rounds(stage).both(&mut |time| Ok((gun.fire_at(slow, time)?, gun.fire_at(fast, time)?)))?;
    let row = |(rate, series): (u32, Series)| {
        let met = series.median(|one| one.p99) <= GOAL && series.bad() < 1.0;
        Row::new(
            format!("votes on one hot idea, open-loop, {} arrive a second, PostgreSQL", thousands(f64::from(rate))),
            format!("{}, CPU {}{}", waits(&series), cpu(&series), memory(&series)),
        )
        .shall(format!("p99 ≤ {GOAL} ms, none refused"), met)
        .with(json!({ "rate": rate, "ours": series }))
    };
    Ok([(slow, at_slow), (fast, at_fast)].into_iter().map(row).collect())
}

/// Readers and writers at once, four to one.
fn mixed(stage: &Stage, rate: u32, (readers, writers): (&mut Gun, &mut Gun)) -> Measured<Row> {
    say(&format!("pages, lists, votes and comments that arrive {rate} times a second"));
    let (writes, reads) = (rate / 5, rate - rate / 5);
    let (read, written) = rounds(stage).both(&mut |time| readers.fire_beside(reads, writers, writes, time))?;
    Ok(Row::new(
        format!(
            "an evening before a closing, open-loop, {} arrive a second, PostgreSQL: of 100, 60 pages, 20 lists by the API, 18 \
             votes, 2 comments",
            thousands(f64::from(rate))
        ),
        format!(
            "reads {}; writes {}; CPU of any {}{}",
            waits(&read),
            waits(&written),
            cpu(&read),
            memory(&read)
        ),
    )
    .with(json!({ "rate": rate, "reads": read, "writes": written })))
}

/// How long answers took from the moment that somebody came; the rate is given, so it is the waiting that varies.
fn waits(series: &Series) -> String {
    format!(
        "{}/s, p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms ± {:.0} %{}",
        thousands(series.median(|one| one.rate)),
        series.median(|one| one.p50),
        series.median(|one| one.p95),
        series.median(|one| one.p99),
        series.spread(|one| one.p99) / 2.0,
        refused(series)
    )
}

/// What people write: of ten, four votes on the idea whose page is read, five on others, and a comment.
struct Writing {
    hot: Votes,
    others: Votes,
    comments: Comments,
}

impl Shots for Writing {
    fn write(&self, number: u64, out: &mut Vec<u8>) {
        // Each has a numbering of its own, without gaps.
        let (ten, at) = (number / 10, number % 10);
        match at {
            0..4 => self.hot.write(ten * 4 + at, out),
            4..9 => self.others.write(ten * 5 + at - 4, out),
            _ => self.comments.write(ten, out),
        }
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        self.hot.is_good(answer) || self.comments.is_good(answer)
    }
}
