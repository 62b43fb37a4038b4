//! The arguments that an answer should take up: for and against, from different people.
//!
//! Comments have no votes. So those stand first whose side most other people take in their replies; of equals those that were
//! answered most, then the earlier one. Each person is heard once. Only the newest hundred of each side are looked at, so that
//! the pack costs the same however much was said.

use std::cmp::Reverse;

use folkmoot_comments::{Argument, CommentOrder, Stance};
use folkmoot_common::{PageRequest, PersonId};
use folkmoot_ideas::Idea;
use folkmoot_text::excerpt;

use super::piles::name;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::lang::Lang;
use crate::pages::link;
use crate::site::Site;

/// Arguments of each side that the pack shows.
const SHOWN: usize = 4;
/// Arguments of each side that are looked at.
const READ: u16 = 100;
/// Characters that are shown of each.
const LONG: usize = 400;

/// One argument.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// Its number under the idea.
    pub(crate) number: i32,
    pub(crate) path: String,
    pub(crate) author: String,
    pub(crate) words: String,
    pub(crate) language: Lang,
    pub(crate) replies: i64,
    /// Other people who take the same side in those.
    pub(crate) agreeing: i64,
}

/// One side.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    /// `for` or `against`: the end of its messages' names.
    pub(crate) word: &'static str,
    pub(crate) voices: Vec<Voice>,
}

/// Both sides: a fixed number of statements.
pub(super) async fn voices(site: &Site, asking: &Asking, idea: &Idea) -> Result<[Side; 2], PageError> {
    let (order, page) = (CommentOrder::Newest, PageRequest::first(READ));
    let (pro, con) = futures::try_join!(
        site.comments.side(&asking.viewer, idea.id, Stance::For, order, &page),
        site.comments.side(&asking.viewer, idea.id, Stance::Against, order, &page),
    )?;
    let (pro, con) = (best(pro.items), best(con.items));
    let authors: Vec<PersonId> = pro.iter().chain(&con).filter_map(author).collect();
    let people = site.people.named(&authors).await?;
    let voice = |argument: &Argument| {
        let comment = &argument.listed.comment;
        comment.words.as_ref().map(|words| Voice {
            number: comment.number,
            path: link::comment(idea.number, comment.number),
            author: name(asking.here.words, &people, words.author),
            words: excerpt(&words.body, LONG),
            language: Lang::of(asking.here.words, &words.language),
            replies: argument.replies,
            agreeing: argument.agreeing,
        })
    };
    Ok([
        Side { word: "for", voices: pro.iter().filter_map(voice).collect() },
        Side { word: "against", voices: con.iter().filter_map(voice).collect() },
    ])
}

fn author(argument: &Argument) -> Option<PersonId> {
    argument.listed.comment.words.as_ref().map(|words| words.author)
}

/// The best supported of each person, the best supported person first.
fn best(mut all: Vec<Argument>) -> Vec<Argument> {
    let best_first =
        |argument: &Argument| (Reverse(argument.agreeing), Reverse(argument.replies), argument.listed.comment.number);
    all.sort_by_key(best_first);
    let mut heard: Vec<PersonId> = Vec::new();
    all.retain(|argument| {
        let new = author(argument).filter(|author| !heard.contains(author));
        heard.extend(new);
        new.is_some()
    });
    all.truncate(SHOWN);
    all
}

#[cfg(test)]
mod tests;
