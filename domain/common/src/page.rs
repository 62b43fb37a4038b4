//! Keyset pages: a page is asked for by where the last one ended, never by how many rows to skip.
//!
//! A cursor carries the name of its order, so that a cursor made for one order is refused by another instead of
//! quietly showing the wrong rows.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

/// A place in an ordered list: the order's name, the row's sort key and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The name of the order that made it.
    pub order: String,
    /// The row's sort key.
    pub key: i64,
    /// The row's id, which settles ties.
    pub id: Uuid,
}

/// A cursor that this list did not make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that place in the list is not known; start from the first page")]
pub struct CursorError;

impl Cursor {
    /// The opaque text that links and API clients carry.
    #[must_use]
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}:{}:{}", self.order, self.key, self.id.simple()))
    }

    /// Reads what [`Cursor::encode`] wrote.
    ///
    /// # Errors
    /// Refuses text that is no cursor, and a cursor of another order than `order`.
    pub fn decode(text: &str, order: &str) -> Result<Self, CursorError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_not_base64| CursorError)?;
        let plain = String::from_utf8(bytes).map_err(|_not_text| CursorError)?;
        let mut parts = plain.splitn(3, ':');
        let (Some(name), Some(key), Some(id)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(CursorError);
        };
        if name != order {
            return Err(CursorError);
        }
        let key = key.parse().map_err(|_not_a_key| CursorError)?;
        let id = Uuid::try_parse(id).map_err(|_not_an_id| CursorError)?;
        Ok(Self { order: name.to_owned(), key, id })
    }
}

/// Which way from the cursor to read. Items always come back in the list's own order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The items after the cursor (or from the start).
    #[default]
    Forwards,
    /// The items before the cursor (or up to the end).
    Backwards,
}

/// What part of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// How many items at the most: 1 to [`PageRequest::MOST`].
    pub size: u16,
    /// Where to start; `None` is the end of the list that the direction starts from.
    pub from: Option<Cursor>,
    /// Which way to read.
    pub direction: Direction,
}

impl PageRequest {
    /// The largest page anybody gets.
    pub const MOST: u16 = 100;

    /// The first `size` items, brought into range.
    #[must_use]
    pub fn first(size: u16) -> Self {
        Self { size: size.clamp(1, Self::MOST), from: None, direction: Direction::Forwards }
    }

    /// The same page size, after a cursor.
    #[must_use]
    pub fn after(self, cursor: Option<Cursor>) -> Self {
        Self { from: cursor, direction: Direction::Forwards, ..self }
    }

    /// The same page size, before a cursor.
    #[must_use]
    pub fn before(self, cursor: Option<Cursor>) -> Self {
        Self { from: cursor, direction: Direction::Backwards, ..self }
    }
}

/// A part of a list, in the list's own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Whether anything follows the last item.
    pub has_next: bool,
    /// Whether anything stands before the first item.
    pub has_previous: bool,
}

impl<T> Page<T> {
    /// Nothing at all.
    #[must_use]
    pub const fn empty() -> Self {
        Self { items: Vec::new(), has_next: false, has_previous: false }
    }

    /// Makes a page of the rows that a store read in the request's direction, asking for one more than the size.
    #[must_use]
    pub fn from_rows(mut rows: Vec<T>, request: &PageRequest) -> Self {
        let more = rows.len() > usize::from(request.size);
        rows.truncate(usize::from(request.size));
        let came_from_somewhere = request.from.is_some();
        match request.direction {
            Direction::Forwards => Self { items: rows, has_next: more, has_previous: came_from_somewhere },
            Direction::Backwards => {
                rows.reverse();
                Self { items: rows, has_next: came_from_somewhere, has_previous: more }
            }
        }
    }

    /// The same page of other items.
    #[must_use]
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            has_next: self.has_next,
            has_previous: self.has_previous,
        }
    }
}
