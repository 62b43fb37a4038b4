//! `folkmoot audit-log`: walks along the record of moderation, entry by entry. A break is a failure, so that a nightly job
//! can tell. It mends nothing: what somebody changed by hand is for people to look into.

use std::process::ExitCode;

use folkmoot_common::Sources;
use folkmoot_moderation::Broken;

use super::{Failure, say};
use crate::config::Config;
use crate::site::Site;

pub(super) async fn run(config: Config) -> Result<ExitCode, Failure> {
    let site = Site::open(config, Sources::system()).await?;
    match site.moderation.verify().await? {
        Ok(entries) => {
            say::line(&format!("the record is whole: {entries} entries"));
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => {
            say::line(&words(&broken));
            Ok(ExitCode::FAILURE)
        }
    }
}

fn words(broken: &Broken) -> String {
    match broken {
        Broken::Missing(seq) => format!("the record is broken: entry {seq} is missing"),
        Broken::Changed(seq) => format!("the record is broken: entry {seq} is not what was sealed"),
        Broken::Cut(seq) => format!("the record is broken: it should end with entry {seq}, and doesn't"),
    }
}
