//! `folkmoot audit-counts`: every tally against its rows. Finding anything is a failure, so that a nightly job can tell.

use std::process::ExitCode;

use folkmoot_common::Sources;
use folkmoot_votes::Counts;

use super::{Failure, say};
use crate::config::Config;
use crate::site::Site;

pub(super) async fn run(config: Config) -> Result<ExitCode, Failure> {
    let site = Site::open(config, Sources::system()).await?;
    let differences = site.votes.audit().await?;
    if differences.is_empty() {
        say::line("every tally equals its rows");
        return Ok(ExitCode::SUCCESS);
    }
    say::line(&format!("{:>8}  {:>10}  {:>24}  {:>24}", "idea", "", "in the tally", "in the rows"));
    for one in differences {
        let Some(tally) = one.tally else {
            let Counts { support, oppose, comments, .. } = one.rows;
            let rows = format!("{support} / {oppose} / {comments}");
            say::line(&format!("{:>8}  {:>10}  {:>24}  {rows:>24}", one.number, "all", "missing"));
            continue;
        };
        let rows = one.rows;
        let parts = [
            ("support", tally.support, rows.support),
            ("oppose", tally.oppose, rows.oppose),
            ("comments", tally.comments, rows.comments),
            ("came along", tally.carried, rows.carried),
        ];
        for (part, tally, rows) in parts.into_iter().filter(|(_, tally, rows)| tally != rows) {
            say::line(&format!("{:>8}  {part:>10}  {tally:>24}  {rows:>24}", one.number));
        }
    }
    Ok(ExitCode::FAILURE)
}
