//! Votes beside pgbench, comments, and votes under keys. Every answer is checked: only what the program said it counted is
//! counted here.

use std::rc::Rc;
use std::time::Duration;

use sea_orm::DbBackend;

use crate::batches::Batches;
use crate::failure::{Failure, Measured};
use crate::gun::Gun;
use crate::pgbench::{Pgbench, script};
use crate::program::{Running, Setting};
use crate::report::Row;
use crate::rounds::{Sample, Series};
use crate::shots::{Comments, Keyed, Votes};
use crate::stage::{Stage, say};
use crate::town::Names;

use super::{figures, ratio};

/// Connections that vote: with as many the goals are judged.
const CLIENTS: usize = 64;
/// Alone, in company, in a crowd.
const CROWDS: [usize; 4] = [1, 16, CLIENTS, 256];
/// Connections that comment.
const WRITERS: usize = 16;

/// Tokens for many people.
pub(crate) fn voters(stage: &Stage, setting: &Setting) -> Measured<Rc<Vec<String>>> {
    let printed =
        setting.command(&["token", "issue", "--count", &stage.size.voters.to_string(), "--prefix", "Voter"])?;
    Ok(Rc::new(printed.lines().map(str::to_owned).collect()))
}

/// Comments, then votes on one idea and on all, then votes under keys. Comments come first though they stand last: votes by the
/// hundred thousand leave dead rows, and clearing those away is the database's time, whatever is measured meanwhile.
pub(crate) fn rows(stage: &Stage, node: &Running, tokens: &Rc<Vec<String>>) -> Measured<Vec<Row>> {
    let (_path, hot) = stage.first_idea(node)?;
    // Whoever has voted on the hot idea would find that vote counted already.
    let mut ideas: Vec<String> = stage.idea_ids(node)?.into_iter().filter(|idea| *idea != hot).collect();
    let (Some(keyed), Some(keyless)) = (ideas.pop(), ideas.pop()) else {
        return Err(Failure::words("the town has fewer than three ideas"));
    };
    let comment = comments(stage, node, Rc::clone(tokens), ideas.clone())?;
    stage.town("reference")?;
    let names = Names::new(DbBackend::Postgres, stage.now, stage.size.ideas);

    let votes = Votes { port: node.port, tokens: Rc::clone(tokens), ideas: vec![hot] };
    let mut gun = Gun::new(node, CLIENTS, stage.meter(Some(node)), votes);
    let mut rows = Vec::new();
    for clients in CROWDS {
        say(&format!("votes of {clients} clients on one idea, beside pgbench"));
        let (ours, reference, together) = beside_pgbench(stage, node, (&mut gun, clients), &script(&names, 1))?;
        let (times, p99) = (ratio(&ours, &reference), ours.median(|one| one.p99));
        let people = if clients == 1 { "1 client".to_owned() } else { format!("{clients} clients") };
        let row = Row::new(
            format!("votes on one hot idea, {people}, PostgreSQL, synchronous_commit=on"),
            format!("{}; {together}", figures(&ours)),
        )
        .beside(format!("pgbench, the same vote as one bare statement: {}", figures(&reference)), times)
        .with(serde_json::json!({ "ours": ours, "reference": reference, "together": together }));
        let judged = clients == CLIENTS;
        rows.push(if judged { row.shall("≥ 5 ×, p99 ≤ 100 ms", times >= 5.0 && p99 <= 100.0) } else { row });
    }

    say("votes on all ideas, beside pgbench");
    let votes = Votes { port: node.port, tokens: Rc::clone(tokens), ideas };
    let mut gun = Gun::new(node, CLIENTS, stage.meter(Some(node)), votes);
    let all = script(&names, stage.size.ideas);
    let (ours, reference, together) = beside_pgbench(stage, node, (&mut gun, CLIENTS), &all)?;
    let (times, cpu) = (ratio(&ours, &reference), ours.median(Sample::cpu));
    let work = format!("the same over {} ideas, {CLIENTS} clients", super::thousands(f64::from(stage.size.ideas)));
    rows.push(
        Row::new(work, format!("{}; {together}", figures(&ours)))
            .beside(format!("pgbench likewise: {}", figures(&reference)), times)
            .shall("≥ 0.7 ×, CPU ≤ 0.15 ms", times >= 0.7 && cpu <= 0.15)
            .with(serde_json::json!({ "ours": ours, "reference": reference, "together": together })),
    );
    rows.push(comment);
    rows.push(under_keys(stage, node, tokens, (keyed, keyless))?);
    Ok(rows)
}

/// Votes under a key each, which is kept with its answer, by turns with votes without: on two ideas on which nobody here has
/// voted.
fn under_keys(
    stage: &Stage,
    node: &Running,
    tokens: &Rc<Vec<String>>,
    (keyed, keyless): (String, String),
) -> Measured<Row> {
    say("votes under keys, beside votes without");
    let votes = |idea: String| Votes { port: node.port, tokens: Rc::clone(tokens), ideas: vec![idea] };
    let mut ours = Gun::new(node, CLIENTS, stage.meter(Some(node)), Keyed(votes(keyed)));
    let mut theirs = Gun::new(node, CLIENTS, stage.meter(Some(node)), votes(keyless));
    let (ours, reference) = stage.size.rounds.alternate(&mut |time| ours.fire(time), &mut |time| theirs.fire(time))?;
    let times = ratio(&ours, &reference);
    let work = format!("votes on one hot idea, each under an `Idempotency-Key`, {CLIENTS} clients, PostgreSQL");
    Ok(Row::new(work, figures(&ours))
        .beside(format!("the same without keys: {}", figures(&reference)), times)
        .with(serde_json::json!({ "ours": ours, "reference": reference })))
}

/// The program on its town and pgbench on another, by turns on the same server; and how many votes shared a commit.
fn beside_pgbench(
    stage: &Stage,
    node: &Running,
    (gun, clients): (&mut Gun, usize),
    script: &str,
) -> Measured<(Series, Series, String)> {
    let pgbench = Pgbench { url: stage.url("reference"), folder: stage.path(), clients, meter: stage.meter(None) };
    gun.with_clients(clients);
    let before = Batches::read(stage, node)?;
    let mut reference = |time: Duration| pgbench.run(script, time.as_secs().max(1));
    let (ours, reference) = stage.size.rounds.alternate(&mut |time| gun.fire(time), &mut reference)?;
    Ok((ours, reference, Batches::read(stage, node)?.since(&before)?))
}

fn comments(stage: &Stage, node: &Running, tokens: Rc<Vec<String>>, ideas: Vec<String>) -> Measured<Row> {
    say("comments");
    let comments = Comments { port: node.port, tokens, ideas };
    let mut gun = Gun::new(node, WRITERS, stage.meter(Some(node)), comments);
    let ours = stage.size.rounds.alone(&mut |time| gun.fire(time))?;
    let cpu = ours.median(Sample::cpu);
    Ok(Row::new("comment, durable, 16 clients", figures(&ours))
        .shall("CPU ≤ 1 ms", cpu <= 1.0)
        .with(serde_json::json!({ "ours": ours })))
}
