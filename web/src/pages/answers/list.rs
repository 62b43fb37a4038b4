//! Answered ideas as a list shows them: what was asked, what the council said in a word, how its reasons begin, who and when.

use std::collections::HashMap;

use folkmoot_common::IdeaId;
use folkmoot_ideas::Idea;
use folkmoot_replies::Answered;
use folkmoot_text::excerpt;

use super::super::lang::Lang;
use super::super::link;
use super::super::public_ideas::public_ideas;
use super::super::reply_card::{outcome_class, outcome_says};
use super::super::when::When;
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

/// How much of the reasons a list shows.
const BEGINNING: usize = 240;

/// One answered idea.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// The idea's number.
    pub(crate) number: i64,
    /// Its title.
    pub(crate) title: String,
    /// The language of its title.
    pub(crate) language: Lang,
    /// Its page.
    pub(crate) path: String,
    /// The message that says the outcome.
    pub(crate) says: String,
    /// The colour of its tag.
    pub(crate) class: &'static str,
    /// How the reasons begin.
    pub(crate) reasons: String,
    /// The language of the answer.
    pub(crate) written: Lang,
    /// Who answers.
    pub(crate) department: String,
    /// When it was published.
    pub(crate) at: When,
}

/// The ideas that were answered, as anybody may see them: one question, however many there are.
pub(crate) async fn ideas(site: &Site, answers: &[Answered]) -> Result<HashMap<IdeaId, Idea>, PageError> {
    let ids: Vec<IdeaId> = answers.iter().map(|one| one.idea).collect();
    public_ideas(site, &ids).await
}

/// The lines of a list.
pub(crate) async fn lines(site: &Site, words: Words, answers: &[Answered]) -> Result<Vec<Line>, PageError> {
    let ideas = ideas(site, answers).await?;
    let line = |one: &Answered| {
        let idea = ideas.get(&one.idea)?;
        Some(Line {
            number: idea.number,
            title: idea.title.as_str().to_owned(),
            language: Lang::of(words, &idea.language),
            path: link::idea(idea),
            says: outcome_says(one.reply.text.outcome),
            class: outcome_class(one.reply.text.outcome),
            reasons: excerpt(&one.reply.text.reasons, BEGINNING),
            written: Lang::of(words, &one.reply.text.language),
            department: one.reply.department_name.clone(),
            at: When::day(one.reply.published_at),
        })
    };
    Ok(answers.iter().filter_map(line).collect())
}
