//! The arguments that an answer should take up, as the pack shows them: for and against. Which they are is decided where
//! comments are (`folkmoot_comments`).

use folkmoot_comments::{Argument, Stance};
use folkmoot_common::PersonId;
use folkmoot_ideas::Idea;
use folkmoot_text::excerpt;

use super::piles::name;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::lang::Lang;
use crate::pages::link;
use crate::site::Site;

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
    let (pro, con) = futures::try_join!(
        site.comments.best_arguments(&asking.viewer, idea.id, Stance::For),
        site.comments.best_arguments(&asking.viewer, idea.id, Stance::Against),
    )?;
    let author = |argument: &Argument| argument.listed.comment.words.as_ref().map(|words| words.author);
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
