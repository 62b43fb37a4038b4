//! Reading `summary.csv`: names on the left, values on the right, no header.

use std::io::Read as _;

use folkmoot_ideas::{PublishingMode, VotingRule};

use crate::import::ImportError;
use crate::import::campaign::About;
use crate::import::run::Desk;

const FILE: &str = "summary.csv";

/// What the conversation says of itself; nothing much when the file is missing.
pub(super) fn read(desk: &Desk<'_>) -> Result<About, ImportError> {
    let failed = |source| ImportError::Read { file: FILE, source };
    let mut content = Vec::new();
    if let Some(opened) = desk.folder.open(FILE).map_err(failed)? {
        // Nobody writes more than a page about a conversation; a file that is larger isn't one.
        opened.content.take(1 << 20).read_to_end(&mut content).map_err(failed)?;
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content.as_slice());
    let (mut question, mut brief, mut link) = (String::new(), String::new(), String::new());
    for record in reader.byte_records().map_while(Result::ok) {
        let value = String::from_utf8_lossy(record.get(1).unwrap_or_default()).into_owned();
        match record.get(0).unwrap_or_default() {
            b"topic" => question = value,
            b"conversation-description" => brief = value,
            b"url" => link = value,
            _ => {}
        }
    }
    let origin = match url::Url::parse(&link) {
        Ok(link) if matches!(link.scheme(), "http" | "https") => format!("This campaign was held on Polis: <{link}>"),
        _ => "This campaign was held on Polis.".to_owned(),
    };
    Ok(About {
        question,
        brief: format!("{}\n\n{origin}", brief.trim()).trim().to_owned(),
        // The export doesn't say: whoever imports does.
        language: desk.plan.language.clone(),
        voting_rule: VotingRule::SupportAndOppose,
        publishing_mode: PublishingMode::AfterReview,
    })
}
