//! Relay connections, once for all lists: arguments become a `PageRequest`, a `Page` becomes edges, nodes and page
//! info, and the total is counted only when somebody asks for it.

use std::convert::Infallible;

use async_graphql::connection::{Connection, CursorType, Edge};
use async_graphql::{Context, Object, ObjectType, OutputType};
use folkmoot_common::{Cursor, Direction, Page, PageRequest};
use folkmoot_ideas::IdeaQuery;
use folkmoot_moderation::{QueueFilter, WhichDecisions};

use crate::context::Reach as _;
use crate::count;
use crate::error::ApiError;

/// How many items a list gives when nobody says.
pub(crate) const USUAL: i32 = 20;

/// A list of these nodes, a page at a time.
pub(crate) type Listing<N> = Connection<Place, N, Total>;

/// A cursor as clients carry it; opaque, and checked only against the list it is used with.
pub(crate) struct Place(String);

impl CursorType for Place {
    type Error = Infallible;

    fn decode_cursor(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }

    fn encode_cursor(&self) -> String {
        self.0.clone()
    }
}

/// The part of a list that a client asks for.
#[derive(Default)]
pub(crate) struct Window {
    pub(crate) first: Option<i32>,
    pub(crate) after: Option<String>,
    pub(crate) last: Option<i32>,
    pub(crate) before: Option<String>,
}

impl Window {
    /// The same part, in the words of the domain. `order` is the name that the list's cursors carry.
    pub(crate) fn request(&self, order: &str) -> Result<PageRequest, ApiError> {
        let backwards = self.last.is_some() || self.before.is_some();
        if backwards && (self.first.is_some() || self.after.is_some()) {
            return Err(ApiError::invalid("Use first with after, or last with before, but not both pairs."));
        }
        let (name, asked, from, direction) = if backwards {
            ("last", self.last, &self.before, Direction::Backwards)
        } else {
            ("first", self.first, &self.after, Direction::Forwards)
        };
        let size = u16::try_from(asked.unwrap_or(USUAL)).ok().filter(|size| (1..=PageRequest::MOST).contains(size));
        let Some(size) = size else {
            return Err(ApiError::invalid(format!("{name}: ask for 1 to {} items at a time.", PageRequest::MOST)));
        };
        let from = from.as_deref().map(|text| Cursor::decode(text, order)).transpose()?;
        Ok(PageRequest { size, from, direction })
    }

    /// Whether this is the beginning of the list, which loaders can fetch for many lists at once.
    pub(crate) const fn is_first_page(&self) -> bool {
        self.after.is_none() && self.last.is_none() && self.before.is_none()
    }
}

/// A page of rows as a connection.
pub(crate) fn listing<N: OutputType>(page: Page<(Cursor, N)>, total: Total) -> Listing<N> {
    listing_of(page, total)
}

/// The same for a list that has something else beside its page than its length.
pub(crate) fn listing_of<N: OutputType, T: ObjectType>(page: Page<(Cursor, N)>, beside: T) -> Connection<Place, N, T> {
    let mut listing = Connection::with_additional_fields(page.has_previous, page.has_next, beside);
    listing.edges = page.items.into_iter().map(|(cursor, node)| Edge::new(Place(cursor.encode()), node)).collect();
    listing
}

/// How long a list is.
pub(crate) enum Total {
    /// Known without asking.
    Known(i64),
    /// To be counted, should somebody ask.
    Ideas(IdeaQuery),
    /// To be counted likewise, by whoever may.
    Queue(QueueFilter),
    /// And these.
    Decisions(WhichDecisions),
}

/// What every connection has beside its page.
#[Object]
impl Total {
    /// How long the whole list is: exact up to 10,000; a longer one says 10,000. Counting costs, so ask only when you show it.
    #[graphql(complexity = 50)]
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32, ApiError> {
        match self {
            Self::Known(total) => Ok(count((*total).min(10_000))),
            Self::Ideas(query) => {
                let total = ctx.services()?.ideas.count(&ctx.viewer(), query).await?;
                Ok(i32::try_from(total).unwrap_or(i32::MAX))
            }
            Self::Decisions(which) => {
                let total = ctx.services()?.moderation.count_decisions(&ctx.viewer(), *which).await?;
                Ok(i32::try_from(total).unwrap_or(i32::MAX))
            }
            Self::Queue(filter) => {
                let total = ctx.services()?.moderation.count(&ctx.viewer(), filter).await?;
                Ok(i32::try_from(total).unwrap_or(i32::MAX))
            }
        }
    }
}

#[cfg(test)]
mod tests;
