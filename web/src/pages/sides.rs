//! For and against, side by side: what those say on the idea itself who say where they stand. Each side has its own
//! pages; replies stay in the conversation, and each comment leads there.

use folkmoot_comments::{Argument, Comment, CommentOrder, Stance};
use folkmoot_common::Page;
use folkmoot_ideas::Idea;

use super::pager::Place;
use super::thread::{Hand, Said};
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// Comments of each side on one page.
const SIZE: u16 = 15;

/// Where each side was asked to start.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Places<'a> {
    /// After this one, for the idea.
    pub(crate) pro: Option<&'a str>,
    /// After this one, against it.
    pub(crate) con: Option<&'a str>,
}

/// What was found.
pub(crate) struct Found {
    pro: Page<Argument>,
    con: Page<Argument>,
    /// The places, as the address said them.
    at: (Option<String>, Option<String>),
}

/// Both sides as the page draws them.
#[derive(Debug, Clone)]
pub(crate) struct Sides {
    /// For, then against.
    pub(crate) both: [Side; 2],
}

/// One side.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    /// `for` or `against`: the end of its messages' names.
    pub(crate) word: &'static str,
    /// What is said.
    pub(crate) comments: Vec<Said>,
    /// Where it goes on.
    pub(crate) next: Option<String>,
    /// Where it begins, when this isn't the beginning.
    pub(crate) first: Option<String>,
}

impl Places<'_> {
    /// Reads both sides: a fixed number of statements.
    pub(crate) async fn read(
        &self,
        site: &Site,
        asking: &Asking,
        idea: &Idea,
        order: CommentOrder,
    ) -> Result<Found, PageError> {
        let from = |after| Place { after, before: None }.request(SIZE, order.slug());
        let (pro, con) = (from(self.pro), from(self.con));
        let (pro, con) = futures::try_join!(
            site.comments.side(&asking.viewer, idea.id, Stance::For, order, &pro),
            site.comments.side(&asking.viewer, idea.id, Stance::Against, order, &con),
        )?;
        let known = |page: &Page<Argument>, text: Option<&str>| text.filter(|_| page.has_previous).map(str::to_owned);
        let at = (known(&pro, self.pro), known(&con, self.con));
        Ok(Found { pro, con, at })
    }
}

impl Found {
    /// Every comment on both sides.
    pub(crate) fn comments(&self) -> impl Iterator<Item = &Comment> {
        self.pro.items.iter().chain(&self.con.items).map(|argument| &argument.listed.comment)
    }

    /// Draws both. `address` is the page's, with its order.
    pub(crate) fn draw(&self, hand: &Hand<'_>, address: &str) -> Sides {
        let to = |word: &str, from: (Option<&str>, Option<&str>)| {
            let pro = from.0.map(|cursor| format!("&for={cursor}")).unwrap_or_default();
            let con = from.1.map(|cursor| format!("&against={cursor}")).unwrap_or_default();
            format!("{address}&view=sides{pro}{con}#{word}")
        };
        let (pro, con) = (self.at.0.as_deref(), self.at.1.as_deref());
        let further = |page: &Page<Argument>| {
            page.items.last().filter(|_| page.has_next).map(|argument| argument.listed.cursor.encode())
        };
        let said = |page: &Page<Argument>| {
            let one = |argument: &Argument| Said {
                replies: (argument.replies > 0).then_some(argument.replies),
                ..hand.draw(&argument.listed.comment)
            };
            page.items.iter().map(one).collect()
        };
        let both = [
            Side {
                word: "for",
                comments: said(&self.pro),
                next: further(&self.pro).map(|next| to("for", (Some(&next), con))),
                first: pro.map(|_| to("for", (None, con))),
            },
            Side {
                word: "against",
                comments: said(&self.con),
                next: further(&self.con).map(|next| to("against", (pro, Some(&next)))),
                first: con.map(|_| to("against", (pro, None))),
            },
        ];
        Sides { both }
    }
}
