//! How big tables may be. Markdown fills every short row with empty cells, so that a few kilobytes of source could
//! become megabytes of page.

/// The widest table.
const MOST_COLUMNS: usize = 20;
/// The most cells in one text.
const MOST_CELLS: usize = 2_000;

/// How many cells are left.
#[derive(Debug)]
pub(super) struct Cells(usize);

impl Cells {
    pub(super) const fn bounded() -> Self {
        Self(MOST_CELLS)
    }

    /// A table of so many columns begins: nothing when it is too wide.
    pub(super) fn table(&self, columns: usize) -> Option<()> {
        (columns <= MOST_COLUMNS).then_some(())
    }

    /// One more cell: nothing when there are too many.
    pub(super) fn cell(&mut self) -> Option<()> {
        self.0 = self.0.checked_sub(1)?;
        Some(())
    }
}
