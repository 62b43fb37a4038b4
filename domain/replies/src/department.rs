//! Departments: who in the council answers for what, the officers in them, and the rules by which ideas find them.

use folkmoot_common::{CampaignId, DepartmentId, LabelId, PersonId, Problem, Problems, Timestamp};
use folkmoot_text::Markdown;

use crate::port::Unrouted;
use crate::words::{Line, text};

/// A department as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its word in addresses.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// What it answers for.
    pub about: Markdown,
    /// Whether a second officer must approve its answers.
    pub two_people: bool,
    /// When it was closed: its answers stay.
    pub closed_at: Option<Timestamp>,
}

/// An officer in a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The department.
    pub department: DepartmentId,
    /// Who.
    pub person: PersonId,
    /// Their name, where they have one; for staff.
    pub name: Option<String>,
    /// Their role in the department, which answers carry: "Head of Parks".
    pub job: String,
}

/// A rule by which ideas find their department: in this campaign, about this place, with this tag, with this word in title
/// or text. What it doesn't name makes no difference; what it names must all be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Rules are asked in this order; the first that fits decides.
    pub position: i32,
    /// Where to.
    pub department: DepartmentId,
    /// Only ideas of this campaign.
    pub campaign: Option<CampaignId>,
    /// Only ideas about this place.
    pub place: Option<LabelId>,
    /// Only ideas with this tag.
    pub tag: Option<LabelId>,
    /// Only ideas that have this word.
    pub word: Option<String>,
}

impl Route {
    /// Whether it says anything.
    #[must_use]
    pub const fn narrows(&self) -> bool {
        self.campaign.is_some() || self.place.is_some() || self.tag.is_some() || self.word.is_some()
    }

    /// Whether it fits an idea.
    #[must_use]
    pub fn fits(&self, idea: &Unrouted) -> bool {
        let says = |word: &String| {
            let wanted = word.to_lowercase();
            [&idea.title, &idea.body].iter().any(|text| {
                text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|said| said == wanted.as_str())
                    || (wanted.contains(' ') && text.to_lowercase().contains(&wanted))
            })
        };
        self.campaign.is_none_or(|only| only == idea.campaign)
            && [self.place, self.tag].into_iter().flatten().all(|label| idea.labels.contains(&label))
            && self.word.as_ref().is_none_or(says)
    }
}

/// A department as an admin typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentText {
    /// What it is called.
    pub name: Line,
    /// What it answers for.
    pub about: Markdown,
    /// Whether a second officer must approve its answers.
    pub two_people: bool,
}

impl DepartmentText {
    /// The most characters of what it answers for.
    pub const MOST: usize = 1_000;

    /// Reads them as typed.
    ///
    /// # Errors
    /// Names everything that is wrong at once.
    pub fn parse(name: &str, about: &str, two_people: bool) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.check(Line::parse("name", name, 2..=80));
        let about = problems.check(text("about", about, Self::MOST));
        match (name, about) {
            (Some(name), Some(about)) => Ok(Self { name, about, two_people }),
            _ => Err(problems),
        }
    }
}

/// Which department has an idea, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The department.
    pub department: DepartmentId,
    /// What it is called.
    pub name: String,
    /// Whether it leads: it answers.
    pub lead: bool,
    /// The officer who has taken it.
    pub officer: Option<PersonId>,
    /// Since when.
    pub since: Timestamp,
}

/// What colleagues write to each other about an idea. No citizen ever sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffNote {
    /// Who.
    pub by: PersonId,
    /// Their name, where they have one.
    pub name: Option<String>,
    /// What.
    pub words: Markdown,
    /// When.
    pub at: Timestamp,
    /// Colleagues whom it names.
    pub mentions: Vec<PersonId>,
}

/// Reads what a colleague typed.
pub(crate) fn staff_note(raw: &str) -> Result<Markdown, Problem> {
    text("note", raw, 4_000)
}
