//! A real conversation, as it happened: who wrote what, who voted on it and when, and how it stood in the end. It is the
//! open data that the demonstration shows too (`web/content/ATTRIBUTION.md`): gathered using the Polis software, CC BY 4.0
//! with attribution to The Computational Democracy Project.
//!
//! It refuses to mend the source: a line that can't be read is an error, and a vote on what nobody wrote is left out, as
//! the import leaves it out.

use std::collections::{BTreeMap, HashMap};

use csv::StringRecord;

use crate::failure::{Failure, Measured};

const COMMENTS: &str = include_str!("../../web/content/polis-bg2050-volunteers/comments.csv");
const VOTES: &str = include_str!("../../web/content/polis-bg2050-volunteers/votes.csv");

/// What somebody did at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// Milliseconds since the first event.
    pub(crate) at: u64,
    /// On which comment, by its place.
    pub(crate) comment: usize,
    /// What.
    pub(crate) act: Act,
}

/// The two things that people do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    /// Writes it.
    Write(String),
    /// Agrees (1), disagrees (-1) or passes (0).
    Vote(i8),
}

/// All of it.
#[derive(Debug)]
pub(crate) struct Conversation {
    /// What each person did, in the order of time.
    pub(crate) people: Vec<Vec<Event>>,
    /// How many comments there are.
    pub(crate) comments: usize,
    /// How many votes were given, changed ones and passes among them.
    pub(crate) votes: usize,
    /// From the first event to the last, in milliseconds.
    pub(crate) span: u64,
    /// Who agreed and who disagreed with each comment, by everybody's last vote.
    pub(crate) last: Vec<(u64, u64)>,
}

impl Conversation {
    /// Reads what the project carries.
    pub(crate) fn read() -> Measured<Self> {
        // (moment, whether it is a vote, line): who writes something votes on it in the same millisecond, and after.
        let mut acts: BTreeMap<(i64, bool, usize), (u64, usize, Act)> = BTreeMap::new();
        let mut places = HashMap::new();
        let mut comments = csv::Reader::from_reader(COMMENTS.as_bytes());
        for (line, record) in comments.records().enumerate() {
            let record = record?;
            places.insert(field(&record, 1)?.to_owned(), line);
            let words = Act::Write(field(&record, 4)?.trim().to_owned());
            acts.insert((number(&record, 0)?, false, line), (number(&record, 2)?, line, words));
        }
        let mut last: BTreeMap<(usize, u64), i8> = BTreeMap::new();
        let mut votes = csv::Reader::from_reader(VOTES.as_bytes());
        for (line, record) in votes.records().enumerate() {
            let record = record?;
            let Some(comment) = places.get(field(&record, 1)?) else { continue };
            acts.insert(
                (number(&record, 0)?, true, line),
                (number(&record, 2)?, *comment, Act::Vote(number(&record, 3)?)),
            );
        }
        let (Some(first), Some(end)) = (acts.keys().next().map(|key| key.0), acts.keys().next_back().map(|key| key.0))
        else {
            return Err(Failure::words("nobody said anything"));
        };
        let mut people: BTreeMap<u64, Vec<Event>> = BTreeMap::new();
        let mut count = 0;
        for ((moment, is_vote, _line), (person, comment, act)) in acts {
            if let Act::Vote(vote) = act {
                last.insert((comment, person), vote);
            }
            count += usize::from(is_vote);
            let at = moment.abs_diff(first);
            people.entry(person).or_default().push(Event { at, comment, act });
        }
        let mut tallies = vec![(0, 0); places.len()];
        for ((comment, _person), vote) in last {
            if let Some((agree, disagree)) = tallies.get_mut(comment) {
                *agree += u64::from(vote == 1);
                *disagree += u64::from(vote == -1);
            }
        }
        let (people, span) = (people.into_values().collect(), end.abs_diff(first));
        Ok(Self { people, comments: places.len(), votes: count, span, last: tallies })
    }
}

fn field(record: &StringRecord, at: usize) -> Measured<&str> {
    record.get(at).ok_or_else(|| Failure::words("a line of the conversation is too short"))
}

fn number<N: std::str::FromStr<Err: std::error::Error>>(record: &StringRecord, at: usize) -> Measured<N> {
    Ok(field(record, at)?.parse()?)
}
