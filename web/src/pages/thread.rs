//! The discussion under an idea, a page at a time: replies below what they answer, stepping in four times and no
//! further, because a thread 24 deep must still be read on a telephone. Whoever answers from deeper says whom.

use std::collections::HashMap;

use folkmoot_comments::{Comment, CommentOrder, CommentState, DEEPEST, ListedComment, Stance};
use folkmoot_common::{CommentId, Page, PersonId};
use folkmoot_ideas::Idea;

use super::cards::Around;
use super::frame::Raw;
use super::link;
use super::pager::{Pager, Place};
use super::when::When;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// Comments on one page.
const SIZE: u16 = 50;
/// How often replies step in.
const STEPS: i32 = 4;

/// The part of the discussion that an address asks for.
pub(crate) struct Asked<'a> {
    /// In which order.
    pub(crate) order: CommentOrder,
    /// From where.
    pub(crate) place: Place<'a>,
    /// Or at the comment of this number.
    pub(crate) at: Option<i32>,
}

/// What was found.
pub(crate) struct Found {
    order: CommentOrder,
    page: Page<ListedComment>,
    /// The comment that was asked for, when its thread is so long that it isn't on this page.
    apart: Option<Comment>,
}

/// The discussion as the page draws it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Thread {
    /// The comments, in reading order.
    pub(crate) comments: Vec<Said>,
    /// The comment that was asked for, when it stands further on.
    pub(crate) apart: Option<Said>,
    /// Whether the newest thread comes first.
    pub(crate) newest_first: bool,
    /// Whether this is the discussion's beginning.
    pub(crate) first: bool,
    /// Before and after.
    pub(crate) pager: Pager,
}

/// One comment.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// Its number under the idea.
    pub(crate) number: i32,
    /// Its lasting address.
    pub(crate) path: String,
    /// How far it steps in.
    pub(crate) step: i32,
    /// When.
    pub(crate) posted: When,
    /// Whom it answers, where the page doesn't show it by stepping in.
    pub(crate) answers: Option<Answers>,
    /// What it says; none when the viewer can't read it.
    pub(crate) words: Option<Words>,
    /// Whether its author took it back (when its words can't be read).
    pub(crate) deleted: bool,
    /// Whether it waits for a moderator, or was hidden by one.
    pub(crate) held: bool,
    /// Whether it can be answered.
    pub(crate) answerable: bool,
}

/// What a comment answers.
#[derive(Debug, Clone)]
pub(crate) enum Answers {
    /// A comment on this page: its number, and its author where that can be read.
    Here(i32, Option<String>),
    /// One on an earlier page.
    Earlier,
}

/// What a comment says and who says it.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// Who.
    pub(crate) author: String,
    /// Where they stand.
    pub(crate) stance: Stance,
    /// What.
    pub(crate) html: Raw,
    /// Whether it was changed.
    pub(crate) edited: bool,
    /// Whether it is the viewer's own.
    pub(crate) mine: bool,
}

impl Asked<'_> {
    /// Reads it.
    pub(crate) async fn read(&self, site: &Site, asking: &Asking, idea: &Idea) -> Result<Found, PageError> {
        let mut request = self.place.request(SIZE, self.order.slug());
        if let Some(number) = self.at {
            request = request.after(site.comments.before_thread(idea.id, number, self.order).await?);
        }
        let page = site.comments.list(&asking.viewer, idea.id, self.order, &request).await?;
        let apart = match self.at {
            Some(number) if page.items.iter().all(|listed| listed.comment.number != number) => {
                site.comments.find_number(&asking.viewer, idea.id, number).await?
            }
            _ => None,
        };
        Ok(Found { order: self.order, page, apart })
    }
}

impl Found {
    /// Whose names are needed.
    pub(crate) fn authors(&self) -> Vec<PersonId> {
        let comments = self.page.items.iter().map(|listed| &listed.comment).chain(self.apart.as_ref());
        comments.filter_map(|comment| comment.words.as_ref()).map(|words| words.author).collect()
    }

    /// Draws it for the page at `path`.
    pub(crate) fn draw(self, asking: &Asking, idea: &Idea, path: &str, around: &Around) -> Thread {
        let open = idea.status.is_open() && !idea.hidden;
        let here: HashMap<CommentId, &Comment> =
            self.page.items.iter().map(|listed| (listed.comment.id, &listed.comment)).collect();
        let said = |comment: &Comment| {
            let answers = comment.parent.and_then(|parent| {
                // A reply that steps in below what it answers needs no words.
                let plain = comment.depth <= STEPS && here.contains_key(&parent);
                let seen = here.get(&parent).map_or(Answers::Earlier, |parent| {
                    Answers::Here(parent.number, parent.words.as_ref().map(|words| around.name(words.author)))
                });
                (!plain).then_some(seen)
            });
            Said {
                number: comment.number,
                path: link::comment(idea.number, comment.number),
                step: comment.depth.clamp(0, STEPS),
                posted: When::day(comment.created_at),
                answers,
                words: comment.words.as_ref().map(|words| Words {
                    author: around.name(words.author),
                    stance: words.stance,
                    html: Raw(words.html.clone()),
                    edited: words.edited_at.is_some(),
                    mine: asking.viewer.is(words.author) && comment.state == CommentState::Published,
                }),
                deleted: comment.state == CommentState::Deleted,
                held: matches!(comment.state, CommentState::Held | CommentState::Hidden),
                answerable: open && comment.state == CommentState::Published && comment.depth < DEEPEST,
            }
        };

        let comments = self.page.items.iter().map(|listed| said(&listed.comment)).collect();
        let address = format!("{path}?order={}", self.order.slug());
        Thread {
            comments,
            apart: self.apart.as_ref().map(said),
            newest_first: self.order == CommentOrder::Newest,
            first: !self.page.has_previous,
            pager: Pager::of(&self.page, &address, "#comments", |listed| &listed.cursor),
        }
    }
}
