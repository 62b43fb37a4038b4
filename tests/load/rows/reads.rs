//! What visitors read, beside a bare handler that returns as many bytes; and what they look for. Pages come out of memory
//! at one node; the goal without caches, and searches, are judged at another that draws each page.

use crate::failure::Measured;
use crate::gun::Gun;
use crate::program::{Running, Setting, hello};
use crate::report::Row;
use crate::rounds::Sample;
use crate::shots::Page;
use crate::stage::{Stage, say};
use crate::town::RESIDENT;

use super::{figures, ratio};

/// Connections that read.
pub(crate) const CLIENTS: usize = 16;
/// The API's question of the table.
pub(super) const QUESTION: &str =
    "{ ideas(first: 20) { nodes { title tally { support } author { name } campaign { question } } } }";

/// What people look for: words of which few ideas say one, first or last, and words that every idea says.
pub(crate) const SEARCHES: [(&str, &str); 3] = [
    ("search, found once", "/ideas?q=117%20crossing"),
    ("search, the rare word last", "/ideas?q=crossing%20zebra"),
    ("search, every idea says it", "/ideas?q=dangerous%20crossing"),
];
/// Milliseconds of processor that a search may take.
pub(crate) const SEARCH_CPU: f64 = 2.0;

/// Who answers readers.
#[derive(Clone, Copy)]
pub(crate) struct Nodes<'a> {
    /// How they are set up.
    pub(crate) setting: &'a Setting,
    /// Pages come out of memory.
    pub(crate) node: &'a Running,
    /// Each page is drawn.
    pub(crate) drawing: &'a Running,
}

/// The list, an idea with a long thread, the API's list, and searches.
pub(crate) fn rows(stage: &Stage, nodes: Nodes<'_>, database: &str) -> Measured<Vec<Row>> {
    let (idea, _id) = stage.first_idea(nodes.node)?;
    let mut rows = Vec::new();
    rows.extend(page(stage, nodes, ("idea list, HTML", database), ("/ideas", 0.6))?);
    rows.extend(page(stage, nodes, ("idea with 50 comments, HTML", database), (&idea, 1.2))?);
    rows.extend(question(stage, nodes, database)?);
    for (what, path) in SEARCHES {
        rows.push(search(stage, nodes.drawing, (what, database), path)?);
    }
    Ok(rows)
}

/// No handler stands beside it: the goal is a time of its own.
fn search(stage: &Stage, node: &Running, (what, database): (&str, &str), path: &str) -> Measured<Row> {
    say(&format!("{what}, {database}"));
    let mut gun = Gun::new(node, CLIENTS, stage.meter(Some(node)), Page::new(node, path));
    let ours = stage.size.rounds.alone(&mut |time| gun.fire(time))?;
    let cpu = ours.median(Sample::cpu);
    Ok(Row::new(format!("{what}, HTML, {database}"), figures(&ours))
        .shall(format!("CPU ≤ {SEARCH_CPU} ms"), cpu <= SEARCH_CPU)
        .with(serde_json::json!({ "ours": ours, "path": path })))
}

fn page(
    stage: &Stage,
    nodes: Nodes<'_>,
    (what, database): (&str, &str),
    (path, most): (&str, f64),
) -> Measured<Vec<Row>> {
    let Nodes { setting, node, drawing } = nodes;
    say(&format!("{what}, {database}, beside a bare handler"));
    let bytes = weight(stage, &Page::new(node, path), node)?;
    let bare = hello(stage.path(), bytes)?;
    let mut ours = Gun::new(node, CLIENTS, stage.meter(Some(node)), Page::new(node, path));
    let mut theirs = Gun::new(&bare, CLIENTS, stage.meter(Some(&bare)), Page::new(&bare, "/"));
    let (ours, reference) = stage.size.rounds.alternate(&mut |time| ours.fire(time), &mut |time| theirs.fire(time))?;
    let (times, cpu) = (ratio(&ours, &reference), ours.median(Sample::cpu));
    let beside = format!("bare axum, {bytes} bytes: {}", figures(&reference));
    let token = setting.command(&["token", "issue", RESIDENT])?.trim().to_owned();
    let mut visitor = Gun::new(drawing, CLIENTS, stage.meter(Some(drawing)), Page::new(drawing, path));
    let signed_in = Page::of_person(drawing, path, &token);
    let mut resident = Gun::new(drawing, CLIENTS, stage.meter(Some(drawing)), signed_in);
    let (drawn, own) = stage.size.rounds.alternate(&mut |time| visitor.fire(time), &mut |time| resident.fire(time))?;
    let drawn_cpu = drawn.median(Sample::cpu);
    Ok(vec![
        Row::new(format!("{what}, {database}, nothing changed since"), figures(&ours))
            .beside(beside, times)
            .shall("≥ 0.5 ×, CPU ≤ 0.06 ms", times >= 0.5 && cpu <= 0.06)
            .with(serde_json::json!({ "ours": ours, "reference": reference, "bytes": bytes })),
        Row::new(format!("{what}, {database}, drawn each time"), figures(&drawn))
            .shall(format!("CPU ≤ {most} ms"), drawn_cpu <= most)
            .with(serde_json::json!({ "ours": drawn })),
        Row::new(format!("{what}, {database}, for somebody who has signed in"), figures(&own))
            .beside("drawn for a visitor", ratio(&own, &drawn))
            .with(serde_json::json!({ "ours": own, "reference": drawn })),
    ])
}

fn question(stage: &Stage, nodes: Nodes<'_>, database: &str) -> Measured<Vec<Row>> {
    let Nodes { node, drawing, .. } = nodes;
    say(&format!("GraphQL list, {database}, beside a bare handler"));
    let bytes = weight(stage, &Page::question(node, QUESTION), node)?;
    let bare = hello(stage.path(), bytes)?;
    let mut ours = Gun::new(node, CLIENTS, stage.meter(Some(node)), Page::question(node, QUESTION));
    let mut theirs = Gun::new(&bare, CLIENTS, stage.meter(Some(&bare)), Page::new(&bare, "/"));
    let (ours, reference) = stage.size.rounds.alternate(&mut |time| ours.fire(time), &mut |time| theirs.fire(time))?;
    let times = ratio(&ours, &reference);
    let mut gun = Gun::new(drawing, CLIENTS, stage.meter(Some(drawing)), Page::question(drawing, QUESTION));
    let asked = stage.size.rounds.alone(&mut |time| gun.fire(time))?;
    let what = format!("GraphQL `ideas(first: 20)` with tally, author, campaign, {database}");
    Ok(vec![
        Row::new(format!("{what}, nothing changed since"), figures(&ours))
            .beside(format!("bare axum, {bytes} bytes: {}", figures(&reference)), times)
            .shall("≥ 0.2 ×", times >= 0.2)
            .with(serde_json::json!({ "ours": ours, "reference": reference, "bytes": bytes })),
        Row::new(format!("{what}, asked each time"), figures(&asked)).with(serde_json::json!({ "ours": asked })),
    ])
}

/// The bytes of one good answer.
fn weight(stage: &Stage, shots: &Page, node: &Running) -> Measured<usize> {
    stage.runtime.block_on(crate::client::weigh(node.port, shots))
}
