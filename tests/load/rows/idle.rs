//! What the program needs when nobody asks anything: memory with the embedded database, the time to its first answer,
//! and what a listener costs.

use std::time::Duration;

use crate::failure::Measured;
use crate::program::Setting;
use crate::report::Row;
use crate::spent::resident;
use crate::stage::{Stage, say};

use super::live::Audience;
use super::mib;

/// Starts that are timed.
const STARTS: usize = 5;
/// How long the program is left alone before its memory is read.
const REST: Duration = Duration::from_secs(2);

/// Start, memory, listeners.
#[expect(clippy::cast_precision_loss, reason = "bytes of memory are far below 2^52")]
pub(crate) fn rows(stage: &Stage, embedded: &Setting) -> Measured<Vec<Row>> {
    say("start and memory, embedded");
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(embedded.serve()?.first_answer.as_secs_f64());
    }
    starts.sort_by(f64::total_cmp);
    let start = starts.get(STARTS / 2).copied().unwrap_or_default();

    let demo = embedded.demo()?.first_answer.as_secs_f64();

    let node = embedded.serve()?;
    std::thread::sleep(REST);
    let idle = resident(node.id())?;
    stage.ask(&node, "{ __typename }")?;
    let asked = resident(node.id())?;

    say("idle listeners");
    let count = stage.size.idle;
    let heard = stage.runtime.block_on(Audience::new(&[node.port], count).during(async |_audience| {
        tokio::time::sleep(REST).await;
        resident(node.id())
    }))?;
    let each = heard.saturating_sub(asked) as f64 / count as f64 / 1_024.0;

    Ok(vec![
        Row::new("memory idle, embedded", mib(idle))
            .shall("≤ 30 MiB", idle <= 30 << 20)
            .with(serde_json::json!({ "bytes": idle })),
        Row::new("the same once the API was asked, whose schema is built then", mib(asked))
            .with(serde_json::json!({ "bytes": asked })),
        Row::new("start to first answer, embedded", format!("{start:.3} s"))
            .shall("≤ 0.3 s", start <= 0.3)
            .with(serde_json::json!({ "seconds": starts })),
        Row::new("`folkmoot demo`, start to first answer with its content", format!("{demo:.2} s"))
            .shall("≤ 3 s", demo <= 3.0)
            .with(serde_json::json!({ "seconds": demo })),
        Row::new(format!("{count} idle listeners, embedded"), format!("{each:.1} KiB each"))
            .shall("≤ 25 KiB each", each <= 25.0)
            .with(serde_json::json!({ "idle": asked, "listened_to": heard })),
    ])
}
