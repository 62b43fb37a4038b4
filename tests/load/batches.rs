//! How many votes shared a commit, as the program itself counts them at `/metrics`. It reads one histogram and nothing else.

use crate::failure::{Failure, Measured};
use crate::program::Running;
use crate::stage::Stage;

/// The histogram's name.
const NAME: &str = "folkmoot_votes_together";

/// The histogram as it stands: commits with at most so many votes, and all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batches {
    votes: f64,
    commits: f64,
    /// The bounds of the buckets, and how many commits were within each.
    within: Vec<(f64, f64)>,
}

impl Batches {
    /// Asks the program.
    pub(crate) fn read(stage: &Stage, node: &Running) -> Measured<Self> {
        let text = stage.runtime.block_on(async {
            reqwest::get(format!("{}/metrics", node.url())).await?.error_for_status()?.text().await
        })?;
        let mut all = Self::default();
        for line in text.lines().filter_map(|line| line.strip_prefix(NAME)) {
            let Some((name, value)) = line.rsplit_once(' ') else { continue };
            let value: f64 = value.parse()?;
            match name.split_once("le=\"").and_then(|(_, bound)| bound.split('"').next()) {
                Some(bound) if bound != "+Inf" => all.within.push((bound.parse()?, value)),
                Some(_everything) => {}
                None if name == "_sum" => all.votes = value,
                None => all.commits = value,
            }
        }
        Ok(all)
    }

    /// What came since, in words.
    pub(crate) fn since(&self, before: &Self) -> Measured<String> {
        let (votes, commits) = (self.votes - before.votes, self.commits - before.commits);
        if commits <= 0.0 {
            return Err(Failure::words("the program counted no commit of votes"));
        }
        let past =
            |bound: f64| before.within.iter().find(|(known, _)| *known == bound).map_or(0.0, |(_, count)| *count);
        let holds = |share: f64| {
            let bound = self.within.iter().find(|(bound, count)| count - past(*bound) >= commits * share);
            bound.map_or_else(|| "more".to_owned(), |(bound, _)| format!("{bound:.0}"))
        };
        Ok(format!("{:.1} votes a commit (half ≤ {}, 99 % ≤ {})", votes / commits, holds(0.5), holds(0.99)))
    }
}
