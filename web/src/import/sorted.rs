//! Sorting more rows than memory should hold: full buffers are sorted and parked in files without a name, then merged.
//!
//! The files have no name, so nothing is left behind however the program ends. Rows that compare equal come out in any
//! order: a row type puts its line number last, and none do.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek as _, Write};

#[cfg(test)]
mod tests;

/// A row that can be parked in a file. Its order is the order it is sorted by.
pub(super) trait Record: Ord + Sized + Send {
    /// Writes the row.
    fn write(&self, to: &mut impl Write) -> io::Result<()>;

    /// Reads what [`Record::write`] wrote.
    fn read(from: &mut impl Read) -> io::Result<Self>;

    /// About how many bytes of memory it takes.
    fn weight(&self) -> usize;
}

/// Takes rows in any order.
pub(super) struct Sorter<R> {
    buffer: Vec<R>,
    weight: usize,
    most: usize,
    parked: Vec<Run>,
    count: u64,
}

/// Gives them back in order.
pub(super) struct Sorted<R> {
    memory: std::vec::IntoIter<R>,
    heads: BinaryHeap<Reverse<Head<R>>>,
    runs: Vec<Run>,
    left: u64,
}

struct Run {
    file: BufReader<File>,
    left: u64,
}

/// The next row of a run. The run's index settles ties, so that equal rows come out in the same order every time.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Head<R>(R, usize);

impl<R: Record> Sorter<R> {
    /// A sorter that keeps at most about 8 MiB of rows in memory.
    pub(super) fn new() -> Self {
        Self::holding(8 << 20)
    }

    /// A sorter that keeps at most about `most` bytes of rows in memory.
    pub(super) fn holding(most: usize) -> Self {
        Self { buffer: Vec::new(), weight: 0, most, parked: Vec::new(), count: 0 }
    }

    /// Takes a row.
    pub(super) fn push(&mut self, row: R) -> io::Result<()> {
        self.weight = self.weight.saturating_add(row.weight());
        self.buffer.push(row);
        self.count = self.count.saturating_add(1);
        if self.weight >= self.most { self.park() } else { Ok(()) }
    }

    /// All rows, smallest first.
    pub(super) fn finish(mut self) -> io::Result<Sorted<R>> {
        if !self.parked.is_empty() && !self.buffer.is_empty() {
            self.park()?;
        }
        self.buffer.sort_unstable();
        let memory = std::mem::take(&mut self.buffer).into_iter();
        let mut sorted = Sorted { memory, heads: BinaryHeap::new(), runs: self.parked, left: self.count };
        for index in 0..sorted.runs.len() {
            sorted.advance(index)?;
        }
        Ok(sorted)
    }

    fn park(&mut self) -> io::Result<()> {
        self.buffer.sort_unstable();
        let mut file = BufWriter::new(tempfile::tempfile()?);
        let left = u64::try_from(self.buffer.len()).unwrap_or(u64::MAX);
        for row in self.buffer.drain(..) {
            row.write(&mut file)?;
        }
        let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        self.parked.push(Run { file: BufReader::new(file), left });
        self.weight = 0;
        Ok(())
    }
}

impl<R: Record> Sorted<R> {
    /// How many rows are to come.
    pub(super) const fn len(&self) -> u64 {
        self.left
    }

    /// The next row.
    pub(super) fn next(&mut self) -> io::Result<Option<R>> {
        self.left = self.left.saturating_sub(1);
        if self.runs.is_empty() {
            return Ok(self.memory.next());
        }
        let Some(Reverse(Head(row, index))) = self.heads.pop() else { return Ok(None) };
        self.advance(index)?;
        Ok(Some(row))
    }

    /// The next rows, at most `most`; none at the end.
    pub(super) fn batch(&mut self, most: usize) -> io::Result<Vec<R>> {
        let mut rows = Vec::new();
        while rows.len() < most {
            let Some(row) = self.next()? else { break };
            rows.push(row);
        }
        Ok(rows)
    }

    fn advance(&mut self, index: usize) -> io::Result<()> {
        let Some(run) = self.runs.get_mut(index) else { return Ok(()) };
        if run.left > 0 {
            run.left -= 1;
            self.heads.push(Reverse(Head(R::read(&mut run.file)?, index)));
        }
        Ok(())
    }
}

/// Writes a number, the same on every machine.
pub(super) fn write_number(to: &mut impl Write, number: i64) -> io::Result<()> {
    to.write_all(&number.to_le_bytes())
}

/// Reads a number.
pub(super) fn read_number(from: &mut impl Read) -> io::Result<i64> {
    let mut bytes = [0; 8];
    from.read_exact(&mut bytes)?;
    Ok(i64::from_le_bytes(bytes))
}

/// Writes a text.
pub(super) fn write_text(to: &mut impl Write, text: &str) -> io::Result<()> {
    write_number(to, i64::try_from(text.len()).unwrap_or(i64::MAX))?;
    to.write_all(text.as_bytes())
}

/// Reads a text.
pub(super) fn read_text(from: &mut impl Read) -> io::Result<String> {
    let length = usize::try_from(read_number(from)?).map_err(io::Error::other)?;
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
