//! The discussion under an idea, a page at a time: replies below what they answer, stepping in four times and no
//! further, because a thread 24 deep must still be read on a telephone. Whoever answers from deeper says whom. What is
//! long folds behind its beginning.

use std::collections::HashMap;

use folkmoot_comments::{Comment, CommentOrder, CommentState, ListedComment, Stance};
use folkmoot_common::{CommentId, Page, PersonId};
use folkmoot_ideas::Idea;

use super::branches::{Branch, branches};
use super::cards::Around;
use super::frame::Raw;
use super::lang::Lang;
use super::link;
use super::pager::{Pager, Place};
use super::sides::{self, Sides};
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
    /// Or for and against, side by side, each from its own place.
    pub(crate) sides: Option<sides::Places<'a>>,
}

/// What was found.
pub(crate) struct Found {
    order: CommentOrder,
    at: Option<i32>,
    page: Page<ListedComment>,
    sides: Option<sides::Found>,
    /// The comment that was asked for, when its thread is so long that it isn't on this page.
    apart: Option<Comment>,
}

/// The discussion as the page draws it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Thread {
    /// The comments in reading order, by threads.
    pub(crate) branches: Vec<Branch>,
    /// For and against, when that was asked for.
    pub(crate) sides: Option<Sides>,
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
    /// Whether it is on the idea itself.
    pub(crate) top: bool,
    /// How far it steps in.
    pub(crate) step: i32,
    /// When.
    pub(crate) posted: When,
    /// What it answers, when it is a reply.
    pub(crate) answers: Option<Answers>,
    /// What it says; none when the viewer can't read it.
    pub(crate) words: Option<Words>,
    /// Whether its author took it back (when its words can't be read).
    pub(crate) deleted: bool,
    /// Whether it waits for a moderator, or was hidden by one.
    pub(crate) held: bool,
    /// Whether a moderator hides it.
    pub(crate) hidden: bool,
    /// Whether it can be answered.
    pub(crate) answerable: bool,
    /// How many replies it has, where they aren't shown below it.
    pub(crate) replies: Option<i64>,
}

/// What a comment answers.
#[derive(Debug, Clone)]
pub(crate) struct Answers {
    /// Its number, when it stands on this page.
    pub(crate) here: Option<i32>,
    /// Who wrote it, where that can be read.
    pub(crate) name: Option<String>,
    /// Whether the reply steps in below it, so that eyes need no words.
    pub(crate) plain: bool,
}

/// What a comment says and who says it.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// Who.
    pub(crate) author: String,
    /// Their public page.
    pub(crate) face: Option<String>,
    /// The department for which they work, when they are an officer: the program says so, not their name.
    pub(crate) officer: Option<String>,
    /// Whether an answer of the council's used what they say.
    pub(crate) credited: bool,
    /// Where they stand, if they say so: the end of the message's name, `for` or `against`.
    pub(crate) stance: Option<&'static str>,
    /// What.
    pub(crate) html: Raw,
    /// In which language.
    pub(crate) language: Lang,
    /// Whether it was changed.
    pub(crate) edited: bool,
    /// Whether the viewer may change it.
    pub(crate) mine: bool,
}

impl Thread {
    /// The order, as addresses say it.
    pub(crate) const fn order(&self) -> &'static str {
        if self.newest_first { CommentOrder::Newest.slug() } else { CommentOrder::Oldest.slug() }
    }

    /// What an address says more, to keep both sides apart.
    pub(crate) const fn view(&self) -> &'static str {
        if self.sides.is_some() { "&view=sides" } else { "" }
    }
}

impl Words {
    /// What stands in the disc beside the name.
    pub(crate) fn initial(&self) -> String {
        self.author.chars().next().map(|first| first.to_uppercase().collect()).unwrap_or_default()
    }
}

impl Asked<'_> {
    /// Reads it.
    pub(crate) async fn read(&self, site: &Site, asking: &Asking, idea: &Idea) -> Result<Found, PageError> {
        if let Some(places) = &self.sides {
            let sides = places.read(site, asking, idea, self.order).await?;
            return Ok(Found { order: self.order, at: None, page: Page::empty(), sides: Some(sides), apart: None });
        }
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
        Ok(Found { order: self.order, at: self.at, page, sides: None, apart })
    }
}

impl Found {
    /// Whose names are needed.
    pub(crate) fn authors(&self) -> Vec<PersonId> {
        let sides = self.sides.iter().flat_map(sides::Found::comments);
        let comments = self.page.items.iter().map(|listed| &listed.comment).chain(self.apart.as_ref()).chain(sides);
        comments.filter_map(|comment| comment.words.as_ref()).map(|words| words.author).collect()
    }

    /// Draws it for the page at `path`; `credited` are the comments that an answer used.
    pub(crate) fn draw(
        self,
        asking: &Asking,
        idea: &Idea,
        path: &str,
        around: &Around,
        credited: Vec<CommentId>,
    ) -> Thread {
        let here = self.page.items.iter().map(|listed| (listed.comment.id, &listed.comment)).collect();
        let hand = Hand { asking, idea, around, here, credited };
        let comments = self.page.items.iter().map(|listed| hand.draw(&listed.comment)).collect();
        let address = format!("{path}?order={}", self.order.slug());
        Thread {
            branches: branches(comments, self.at),
            sides: self.sides.as_ref().map(|sides| sides.draw(&hand, &address)),
            apart: self.apart.as_ref().map(|comment| hand.draw(comment)),
            newest_first: self.order == CommentOrder::Newest,
            first: !self.page.has_previous,
            pager: Pager::of(&self.page, &address, "#comments", |listed| &listed.cursor),
        }
    }
}

/// What drawing a comment needs to know.
pub(crate) struct Hand<'a> {
    asking: &'a Asking,
    idea: &'a Idea,
    around: &'a Around,
    here: HashMap<CommentId, &'a Comment>,
    credited: Vec<CommentId>,
}

impl Hand<'_> {
    /// Draws one comment.
    pub(crate) fn draw(&self, comment: &Comment) -> Said {
        Said {
            number: comment.number,
            path: link::comment(self.idea.number, comment.number),
            top: comment.depth == 0,
            step: comment.depth.clamp(0, STEPS),
            posted: When::day(comment.created_at),
            answers: comment.parent.map(|parent| self.answers(comment, parent)),
            words: comment.words.as_ref().map(|words| Words {
                author: self.around.name(words.author),
                face: (comment.state == CommentState::Published).then(|| self.around.face(words.author)).flatten(),
                officer: self.around.badge(words.author),
                credited: self.credited.contains(&comment.id),
                stance: match words.stance {
                    Stance::For => Some("for"),
                    Stance::Against => Some("against"),
                    Stance::Neutral => None,
                },
                html: Raw(words.html.clone()),
                language: Lang::of(self.asking.here.words, &words.language),
                edited: words.edited_at.is_some(),
                mine: comment.editable_by(&self.asking.viewer),
            }),
            deleted: comment.state == CommentState::Deleted,
            hidden: comment.state == CommentState::Hidden,
            held: matches!(comment.state, CommentState::Held | CommentState::Hidden),
            answerable: self.idea.is_open() && comment.is_answerable(),
            replies: None,
        }
    }

    fn answers(&self, comment: &Comment, parent: CommentId) -> Answers {
        let parent = self.here.get(&parent);
        let author = parent.and_then(|parent| parent.words.as_ref()).map(|words| self.around.name(words.author));
        Answers {
            here: parent.map(|parent| parent.number),
            name: author,
            plain: comment.depth <= STEPS && parent.is_some(),
        }
    }
}
