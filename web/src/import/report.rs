//! What an import did, for the terminal: counts of everything taken and of what was there already, and the rows that
//! weren't taken as they stood.

use std::fmt;

use super::{Fate, Notes};

/// How many of one kind were brought, and how many of them were new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Rows that were fit to take.
    pub brought: u64,
    /// Those that changed something.
    pub new: u64,
}

impl Count {
    /// Counts a batch.
    pub(super) fn add(&mut self, brought: usize, new: usize) {
        let wide = |count| u64::try_from(count).unwrap_or(u64::MAX);
        self.brought = self.brought.saturating_add(wide(brought));
        self.new = self.new.saturating_add(wide(new));
    }

    const fn rest(self) -> u64 {
        self.brought.saturating_sub(self.new)
    }
}

/// What an import did, or would do.
#[derive(Default)]
pub struct Report {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// The campaign's word in addresses.
    pub campaign: String,
    /// Accounts.
    pub people: Count,
    /// Ideas.
    pub ideas: Count,
    /// Votes, each change of mind counted.
    pub votes: Count,
    /// Comments.
    pub comments: Count,
    /// Answers.
    pub replies: Count,
    /// Why ideas were refused.
    pub refusals: Count,
    /// What can't be imported at all, in whole sentences.
    pub remarks: Vec<String>,
    /// Remarks about single rows.
    pub notes: Notes,
}

impl Report {
    /// Whether the import changed nothing.
    #[must_use]
    pub const fn is_nothing_new(&self) -> bool {
        let Self { people, ideas, votes, comments, replies, refusals, .. } = self;
        people.new + ideas.new + votes.new + comments.new + replies.new + refusals.new == 0
    }

    fn line(&self, f: &mut fmt::Formatter<'_>, noun: &str, count: Count, rest: &str) -> fmt::Result {
        if count.brought == 0 {
            Ok(())
        } else if self.dry_run {
            writeln!(f, "  {noun}: {} fit to take", thousands(count.brought))
        } else {
            writeln!(f, "  {noun}: {} taken, {} {rest}", thousands(count.new), thousands(count.rest()))
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.dry_run, self.is_nothing_new()) {
            (true, _) => {
                writeln!(f, "Dry run for the campaign “{}”: everything was read, nothing was written.", self.campaign)?;
            }
            (false, true) => {
                writeln!(f, "Nothing new for the campaign “{}”: everything was there already.", self.campaign)?;
            }
            (false, false) => writeln!(f, "Imported into the campaign “{}”.", self.campaign)?,
        }
        // Somebody may be brought more than once, so only the new ones are a number that means something.
        if self.people.new > 0 && !self.dry_run {
            writeln!(f, "  people: {} taken", thousands(self.people.new))?;
        }
        self.line(f, "ideas", self.ideas, "there already")?;
        self.line(f, "votes", self.votes, "there already, the same again, or a pass with nothing to take back")?;
        self.line(f, "comments", self.comments, "there already")?;
        self.line(f, "answers", self.replies, "there already, or decided here since")?;
        self.line(f, "refusals", self.refusals, "there already, or decided here since")?;
        for remark in &self.remarks {
            writeln!(f, "{remark}")?;
        }
        for (file, fate, count) in self.notes.counts() {
            writeln!(f, "{file}: {} {} {}", thousands(count), if count == 1 { "row" } else { "rows" }, fate.words())?;
        }
        for note in self.notes.first() {
            let fate = if note.fate == Fate::NotTaken { "not taken: " } else { "" };
            writeln!(f, "  {} line {}: {fate}{}", note.file, note.line, note.why)?;
        }
        let shown = u64::try_from(self.notes.first().len()).unwrap_or(u64::MAX);
        let more = self.notes.total().saturating_sub(shown);
        if more > 0 {
            writeln!(f, "  and {} more; --report FILE writes them all to a file", thousands(more))?;
        }
        Ok(())
    }
}

/// A count as people read it: 12,345.
pub(super) fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
