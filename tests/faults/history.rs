//! What each client sent and got, in the order in which it knew.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What a vote shall be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    Support,
    Oppose,
    Nothing,
}

impl Choice {
    /// As the table of votes has it.
    pub(crate) const fn number(self) -> i16 {
        match self {
            Self::Support => 1,
            Self::Oppose => -1,
            Self::Nothing => 0,
        }
    }
}

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Got {
    /// It is so, and something moved.
    Changed,
    /// It was so already.
    Same,
    /// It was done under its key and the answer is lost: it is so, and whether anything moved nobody knows.
    Done,
    /// Voting is over.
    Closed,
    /// Nobody listened: it was never sent.
    Refused,
    /// No answer, or one that tells nothing.
    Unknown,
}

impl Got {
    /// Whether the vote is acknowledged: it must be there.
    pub(crate) const fn is_done(self) -> bool {
        matches!(self, Self::Changed | Self::Same | Self::Done)
    }
}

/// One vote that was sent, and sent again where it has a key and had no answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sent {
    pub(crate) person: usize,
    pub(crate) idea: usize,
    pub(crate) choice: Choice,
    /// Where it was sent last.
    pub(crate) node: usize,
    /// The number of the key that it was sent under.
    pub(crate) retry_key: Option<usize>,
    /// How often it was sent.
    pub(crate) tries: usize,
    pub(crate) got: Got,
    /// When it was sent first, and when the answer was there.
    pub(crate) sent: Instant,
    pub(crate) known: Instant,
}

/// Of one person on one idea.
pub(crate) type Key = (usize, usize);

/// All of it.
pub(crate) struct History {
    begun: Instant,
    lines: Mutex<Vec<Sent>>,
}

impl History {
    pub(crate) fn begin() -> Self {
        Self { begun: Instant::now(), lines: Mutex::default() }
    }

    pub(crate) fn note(&self, sent: Sent) {
        self.lines().push(sent);
    }

    pub(crate) fn acknowledged(&self) -> u64 {
        self.count(|line| line.got.is_done())
    }

    /// How many had no answer at first, and one when they were sent again.
    pub(crate) fn sent_again(&self) -> u64 {
        self.count(|line| line.tries > 1 && !matches!(line.got, Got::Done | Got::Unknown))
    }

    /// How many were done, as their key says, and never got their own answer.
    pub(crate) fn answer_lost(&self) -> u64 {
        self.count(|line| line.got == Got::Done)
    }

    /// How many never had an answer.
    pub(crate) fn unknown(&self) -> u64 {
        self.count(|line| line.got == Got::Unknown)
    }

    /// How many had no answer when they were sent first, whatever came of it.
    pub(crate) fn failed(&self) -> u64 {
        self.count(|line| line.tries > 1 || matches!(line.got, Got::Unknown | Got::Refused))
    }

    fn count(&self, which: impl Fn(&Sent) -> bool) -> u64 {
        let count = self.lines().iter().filter(|&line| which(line)).count();
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    /// Whether this node acknowledged anything since that was sent after this moment.
    pub(crate) fn node_lives(&self, node: usize, since: Instant) -> bool {
        let lines = self.lines();
        let mut lately = lines.iter().rev().take_while(|line| line.known > since);
        lately.any(|line| line.node == node && line.sent >= since && line.got.is_done())
    }

    /// Of each person on each idea what they sent, in order.
    pub(crate) fn by_key(&self) -> HashMap<Key, Vec<Sent>> {
        let mut keys: HashMap<Key, Vec<Sent>> = HashMap::new();
        for line in self.lines().iter() {
            keys.entry((line.person, line.idea)).or_default().push(*line);
        }
        keys
    }

    /// As lines of CSV, with milliseconds since it began.
    pub(crate) fn csv(&self) -> String {
        let mut text = "sent_ms,known_ms,node,person,idea,choice,key,tries,got\n".to_owned();
        for line in self.lines().iter() {
            let at = |moment: Instant| moment.duration_since(self.begun).as_millis();
            let Sent { person, idea, choice, node, tries, got, .. } = *line;
            let (sent, known) = (at(line.sent), at(line.known));
            let key = line.retry_key.map(|key| key.to_string()).unwrap_or_default();
            text.push_str(&format!("{sent},{known},{node},{person},{idea},{choice:?},{key},{tries},{got:?}\n"));
        }
        text
    }

    fn lines(&self) -> MutexGuard<'_, Vec<Sent>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
