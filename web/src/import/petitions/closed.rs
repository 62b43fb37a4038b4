//! The list of closed petitions: titles, states and numbers of signatures. It is only counted, so that the report can say what
//! wasn't taken; it may be missing.

use crate::import::ImportError;
use crate::import::run::Desk;
use crate::import::table::Table;

/// Its name.
pub(super) const FILE: &str = "closed-petitions-2017.csv";
const COLUMNS: [&str; 2] = ["Petition", "Signatures Count"];

/// What is in there.
pub(super) struct Unread {
    /// How many petitions.
    pub(super) petitions: u64,
    /// How many signed them.
    pub(super) signatures: u64,
}

/// Counts it.
pub(super) fn count(desk: &mut Desk<'_>) -> Result<Option<Unread>, ImportError> {
    let Some(mut table) = Table::open(desk.folder, FILE, &COLUMNS, &desk.bar)? else { return Ok(None) };
    let mut unread = Unread { petitions: 0, signatures: 0 };
    while let Some(row) = table.next(&mut desk.report.notes, &desk.bar)? {
        unread.petitions = unread.petitions.saturating_add(1);
        unread.signatures = unread.signatures.saturating_add(row.number("Signatures Count").unwrap_or(0));
    }
    Ok(Some(unread))
}
