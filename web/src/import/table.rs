//! Reading a CSV file by the names in its header, one row at a time.
//!
//! It refuses a file whose header lacks a needed name, before anything is written. A bad row never ends the import: it
//! is noted with its line, and the next one is read. Columns that nobody asked for are passed over.

use std::io::{self, Read};
use std::str::FromStr;

use csv::{ByteRecord, Reader, ReaderBuilder};
use indicatif::ProgressBar;

use super::{Fate, Folder, ImportError, Notes};

#[cfg(test)]
mod tests;

/// A file with a header.
pub(super) struct Table {
    name: &'static str,
    reader: Reader<Box<dyn Read + Send>>,
    header: Vec<String>,
    record: ByteRecord,
}

/// One row of it.
pub(super) struct Row<'t> {
    /// The line it begins on.
    pub(super) line: u64,
    header: &'t [String],
    record: &'t ByteRecord,
}

impl Table {
    /// Opens a file; `None` when there is none. The bar is set to its length.
    pub(super) fn open(
        folder: &dyn Folder,
        name: &'static str,
        needed: &[&'static str],
        bar: &ProgressBar,
    ) -> Result<Option<Self>, ImportError> {
        let read = |source| ImportError::Read { file: name, source };
        let Some(opened) = folder.open(name).map_err(read)? else { return Ok(None) };
        bar.set_length(opened.length);
        bar.set_position(0);
        bar.set_message(format!("Reading {name}"));
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(lines(opened.content));
        let header = reader.byte_headers().map_err(|error| read(error.into()))?;
        let header = header.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect::<Vec<_>>();
        if let Some(column) = needed.iter().find(|column| !header.iter().any(|name| name == *column)) {
            return Err(ImportError::Column { file: name, column });
        }
        Ok(Some(Self { name, reader, header, record: ByteRecord::new() }))
    }

    /// Opens a file that the import can't do without.
    pub(super) fn demand(
        folder: &dyn Folder,
        name: &'static str,
        needed: &[&'static str],
        bar: &ProgressBar,
    ) -> Result<Self, ImportError> {
        Self::open(folder, name, needed, bar)?.ok_or(ImportError::NoFile { file: name })
    }

    /// The names of its columns.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row that has as many fields as the header; others are noted and passed over.
    pub(super) fn next(&mut self, notes: &mut Notes, bar: &ProgressBar) -> Result<Option<Row<'_>>, ImportError> {
        loop {
            let read = |error: csv::Error| ImportError::Read { file: self.name, source: error.into() };
            if !self.reader.read_byte_record(&mut self.record).map_err(read)? {
                return Ok(None);
            }
            // The reader's own word on where a row begins is wrong after an empty line. Where it ends is right, and every
            // row ends with a line's end.
            let end = self.reader.position();
            let within = self.record.as_slice().iter().filter(|&&byte| byte == b'\n').count();
            let line = end.line().saturating_sub(1).saturating_sub(u64::try_from(within).unwrap_or(0));
            let byte = end.byte();
            if line.is_multiple_of(1_024) {
                bar.set_position(byte);
            }
            let (found, wanted) = (self.record.len(), self.header.len());
            if found == wanted {
                return Ok(Some(Row { line, header: &self.header, record: &self.record }));
            }
            let why = format!("The row has {found} fields where the header has {wanted}.");
            notes.add(self.name, line, Fate::NotTaken, why);
        }
    }
}

/// The same content with `\n` at the end of every line, whatever ended it before, the last one too: so that lines can
/// be counted.
fn lines(content: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    Box::new(LineEnds { content, after_return: false }.chain(&b"\n"[..]))
}

struct LineEnds {
    content: Box<dyn Read + Send>,
    after_return: bool,
}

impl Read for LineEnds {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.content.read(buffer)?;
            let mut kept = 0;
            for i in 0..read {
                let Some(byte) = buffer.get(i).copied() else { break };
                let is_second_half = byte == b'\n' && self.after_return;
                self.after_return = byte == b'\r';
                if !is_second_half && let Some(place) = buffer.get_mut(kept) {
                    *place = if self.after_return { b'\n' } else { byte };
                    kept += 1;
                }
            }
            // Nothing means the end, so a piece that held only half a line's end doesn't count.
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

impl Row<'_> {
    /// The text of a column; nothing when there is no such column.
    pub(super) fn text(&self, column: &str) -> Result<&str, String> {
        let Some(index) = self.header.iter().position(|name| name == column) else { return Ok("") };
        self.cell(index).map_err(|_not_utf8| format!("The field “{column}” isn’t UTF-8 text."))
    }

    /// The number in a column.
    pub(super) fn number<N: FromStr>(&self, column: &str) -> Result<N, String> {
        let text = self.text(column)?.trim();
        text.parse().map_err(|_not_a_number| {
            if text.is_empty() {
                format!("The field “{column}” is empty.")
            } else {
                format!("The field “{column}” has no such number: “{}”.", folkmoot_text::shorten(text, 40))
            }
        })
    }

    /// The instant in a column, in milliseconds since 1970: from then up to the year 9999.
    pub(super) fn millis(&self, column: &str) -> Result<i64, String> {
        let millis = self.number::<i64>(column)?;
        if (0..253_402_300_800_000).contains(&millis) {
            Ok(millis)
        } else {
            Err(format!("The field “{column}” is no time: {millis}. It counts milliseconds since 1970."))
        }
    }

    /// The fields from left to right.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        self.record.iter()
    }

    fn cell(&self, index: usize) -> Result<&str, std::str::Utf8Error> {
        std::str::from_utf8(self.record.get(index).unwrap_or_default())
    }
}
