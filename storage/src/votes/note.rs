//! What became of a ballot, in the few words that stand beside its key: the verdict, and the tally after it.

use folkmoot_common::{IdeaId, StorageError, Tally};
use folkmoot_votes::{Recorded, Verdict};

const VERDICTS: [Verdict; 7] = [
    Verdict::Changed,
    Verdict::Unchanged,
    Verdict::NotOpenYet,
    Verdict::Closed,
    Verdict::SupportOnly,
    Verdict::NoSuchIdea,
    Verdict::NoSuchPerson,
];

const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Changed => "changed",
        Verdict::Unchanged => "unchanged",
        Verdict::NotOpenYet => "not_open_yet",
        Verdict::Closed => "closed",
        Verdict::SupportOnly => "support_only",
        Verdict::NoSuchIdea => "no_such_idea",
        Verdict::NoSuchPerson => "nobody",
    }
}

/// As it is written down: `changed 12 3 4 57`.
pub(super) fn text(what: &Recorded) -> String {
    let word = word(what.verdict);
    match what.tally {
        Some(Tally { support, oppose, comments, version, .. }) => {
            format!("{word} {support} {oppose} {comments} {version}")
        }
        None => word.to_owned(),
    }
}

/// What was written down of a ballot on this idea.
pub(super) fn read(idea: IdeaId, text: &str) -> Result<Recorded, StorageError> {
    let strange = || StorageError::corrupt(format!("of a ballot is noted {text}"));
    let (said, counts) = text.split_once(' ').unwrap_or((text, ""));
    let verdict = VERDICTS.into_iter().find(|verdict| word(*verdict) == said).ok_or_else(strange)?;
    let counts = counts
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<Vec<i64>, _>>()
        .map_err(|_not_a_number| strange())?;
    let tally = match *counts {
        [] => None,
        [support, oppose, comments, version] => Some(Tally { idea, support, oppose, comments, version }),
        _ => return Err(strange()),
    };
    Ok(Recorded { verdict, tally })
}

#[cfg(test)]
mod tests {
    //! What is noted is what is read.

    use folkmoot_common::Sources;

    use super::*;

    #[test]
    fn every_verdict_is_read_as_it_was_noted() {
        let sources = Sources::system();
        let idea: IdeaId = sources.mint(sources.now());
        let tally = Tally { idea, support: 12, oppose: 0, comments: 3, version: 57 };
        for verdict in VERDICTS {
            for tally in [None, Some(tally)] {
                let what = Recorded { verdict, tally };
                assert_eq!(read(idea, &text(&what)).unwrap(), what);
            }
        }
        for strange in ["", "well", "changed 1", "changed 1 2 3 x", "changed 1 2 3 4 5"] {
            assert!(read(idea, strange).is_err(), "{strange} was read");
        }
    }
}
