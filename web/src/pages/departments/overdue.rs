//! What is overdue, for everybody: the longest overdue as lines of a page, and all of it as a table for spreadsheets and
//! as a feed. Each is of all departments, or of the one that led when the day passed. Hidden ideas are named nowhere.

mod feed;
mod table;

use folkmoot_common::{DepartmentId, IdeaId};
use folkmoot_replies::{Department, Overdue};

use super::super::lang::Lang;
use super::super::link::{self, escaped};
use super::super::public_ideas::public_ideas;
use super::super::when::When;
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

pub(crate) use feed::show as overdue_feed;
pub(crate) use table::show as overdue_table;

/// An idea whose answer is overdue, as a page names it.
#[derive(Debug, Clone)]
pub(super) struct Late {
    pub(super) title: String,
    /// The language of its title.
    pub(super) language: Lang,
    pub(super) path: String,
    /// The day that was promised.
    pub(super) day: When,
    pub(super) department: String,
}

/// What the address of the table and of the feed says: no department is all of them, and one that isn't there is nothing.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    department: String,
}

impl Wanted {
    /// The department whose address ends in that word.
    async fn named(&self, site: &Site) -> Result<Option<Department>, PageError> {
        if self.department.is_empty() {
            return Ok(None);
        }
        let departments = site.replies.departments().await?;
        let named = departments.into_iter().find(|one| one.slug == self.department);
        named.map(Some).ok_or(PageError::NotFound)
    }
}

/// What the addresses of the table and of the feed end in: of one department, or of all.
pub(super) fn query(of: Option<&Department>) -> String {
    of.map(|one| format!("?department={}", escaped(&one.slug))).unwrap_or_default()
}

/// The longest overdue: of all, or of those that this department led when they fell due.
pub(super) async fn late(site: &Site, words: Words, of: Option<DepartmentId>) -> Result<Vec<Late>, PageError> {
    let overdue = site.replies.overdue(of).await?;
    let ids: Vec<IdeaId> = overdue.iter().map(|one| one.idea).collect();
    let ideas = public_ideas(site, &ids).await?;
    let line = |one: &Overdue| {
        let idea = ideas.get(&one.idea)?;
        Some(Late {
            title: idea.title.as_str().to_owned(),
            language: Lang::of(words, &idea.language),
            path: link::idea(idea),
            day: When::date(site.replies.last_day(one.due_at)),
            department: department(words, one.department.as_deref()),
        })
    };
    Ok(overdue.iter().filter_map(line).collect())
}

/// What a department is called, or that there was none.
fn department(words: Words, name: Option<&str>) -> String {
    name.map_or_else(|| words.say("scores-nobody").to_string(), str::to_owned)
}
