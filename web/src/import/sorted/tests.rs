//! Sorting in memory, in files, and exactly at the edge between the two.

use std::io::{self, Read, Write};

use super::{Record, Sorter, read_number, read_text, write_number, write_text};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row(i64, String);

impl Record for Row {
    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        write_number(to, self.0)?;
        write_text(to, &self.1)
    }
    fn read(from: &mut impl Read) -> io::Result<Self> {
        Ok(Self(read_number(from)?, read_text(from)?))
    }
    fn weight(&self) -> usize {
        1
    }
}

fn sorted(rows: &[Row], holding: usize) -> Vec<Row> {
    let mut sorter = Sorter::holding(holding);
    for row in rows {
        sorter.push(row.clone()).unwrap();
    }
    let mut sorted = sorter.finish().unwrap();
    assert_eq!(sorted.len(), rows.len() as u64);
    let mut out = Vec::new();
    loop {
        let batch = sorted.batch(7).unwrap();
        if batch.is_empty() {
            return out;
        }
        out.extend(batch);
    }
}

#[test]
fn every_row_comes_out_once_and_in_order_whatever_fits_into_memory() {
    // 37 is a generator modulo 101: all of 1 to 100 in a scattered order.
    let rows = (1..=100).map(|i| Row(i * 37 % 101, format!("ümlaut {i}"))).collect::<Vec<_>>();
    let mut right = rows.clone();
    right.sort();
    // 10, 50 and 100 divide the rows without a rest: the buffer is empty when the rows end.
    for holding in [1, 3, 10, 33, 50, 99, 100, 101, 1000] {
        assert_eq!(sorted(&rows, holding), right, "holding {holding}");
    }
}

#[test]
fn nothing_sorts_to_nothing() {
    assert!(sorted(&[], 10).is_empty());
}
