//! What the council promised and answered, as plain collections; and which ideas wait for whom.

use std::collections::HashMap;

use folkmoot_common::{CampaignId, DepartmentId, IdeaId, PersonId, ReplyId, Timestamp};
use folkmoot_ideas::Idea;
use folkmoot_replies::{
    Answered, AnsweredFilter, Assignment, Chosen, Department, DepartmentText, Draft, Happened, Happening, Kind,
    NewAssignment, Officer, Pile, PileFilter, PileSizes, Progress, Promise, ReplyRevision, ReplyTemplate, Route, Score,
    StaffNote, Step, Waiting,
};
use folkmoot_text::Markdown;

use crate::fakes::{WHEN, campaign, the};

/// Everything.
pub(super) struct Book {
    pub(super) steps: HashMap<CampaignId, Vec<Step>>,
    pub(super) chosen: Chosen,
    pub(super) departments: Vec<Department>,
    pub(super) officers: Vec<Officer>,
    pub(super) routes: Vec<Route>,
    pub(super) progress: HashMap<IdeaId, Progress>,
    pub(super) notes: HashMap<IdeaId, Vec<StaffNote>>,
    pub(super) drafts: HashMap<IdeaId, Draft>,
    pub(super) revisions: HashMap<ReplyId, Vec<ReplyRevision>>,
    pub(super) templates: Vec<ReplyTemplate>,
    pub(super) watches: Vec<(PersonId, IdeaId)>,
}

fn department(number: u128, name: &str) -> Department {
    Department {
        id: the(number),
        slug: name.to_lowercase(),
        name: name.to_owned(),
        about: Markdown::from_stored(format!("All of **{name}**.")),
        two_people: false,
        closed_at: None,
    }
}

fn officer(number: u128, department: u128, job: &str) -> Officer {
    let name = Some(format!("Officer {number}"));
    Officer { department: the(department), person: the(number), name, job: job.to_owned() }
}

impl Book {
    pub(super) fn new() -> Self {
        let step = Step { kind: Kind::Reply, supporters: 50, working_days: 20 };
        // Twenty working days later, on a council's clock in winter.
        let due_at = Some(Timestamp::from_millis(1_702_425_600_000));
        let promise = Promise { step, reached_at: WHEN, due_at, changes: Vec::new(), kept_at: None };
        let parks = Assignment {
            department: the(1),
            name: "Parks".to_owned(),
            lead: true,
            officer: Some(the(11)),
            since: WHEN,
        };
        let reached = Happening {
            idea: the(1),
            what: Happened::Reached,
            at: WHEN,
            number: Some(50),
            department: None,
            words: None,
            status: None,
        };
        let way = Progress {
            promises: vec![promise],
            assignments: vec![parks],
            replies: Vec::new(),
            happenings: vec![reached],
            milestones: Vec::new(),
        };
        Self {
            steps: HashMap::from([(campaign(), vec![step])]),
            chosen: Chosen::default(),
            departments: vec![department(1, "Parks"), department(2, "Roads")],
            officers: vec![officer(11, 1, "Head of Parks"), officer(12, 2, "Head of Roads")],
            routes: Vec::new(),
            progress: HashMap::from([(the(1), way)]),
            notes: HashMap::new(),
            drafts: HashMap::new(),
            revisions: HashMap::new(),
            templates: Vec::new(),
            watches: Vec::new(),
        }
    }

    pub(super) fn save_department(&mut self, id: DepartmentId, text: &DepartmentText) {
        let old = self.departments.iter().position(|one| one.id == id).map(|at| self.departments.remove(at));
        let name = text.name.as_str().to_owned();
        let slug = old.as_ref().map_or_else(|| name.to_lowercase().replace(' ', "-"), |old| old.slug.clone());
        let closed_at = old.and_then(|old| old.closed_at);
        let (about, two_people) = (text.about.clone(), text.two_people);
        self.departments.push(Department { id, slug, name, about, two_people, closed_at });
        self.departments.sort_by(|one, other| one.name.cmp(&other.name));
    }

    pub(super) fn assign(&mut self, new: NewAssignment) -> bool {
        let named = self.departments.iter().find(|one| one.id == new.to);
        let name = named.map(|one| one.name.clone()).unwrap_or_default();
        let way = self.progress.entry(new.idea).or_default();
        if way.assignments.iter().any(|one| one.department == new.to && one.lead == new.lead) {
            return false;
        }
        way.assignments.retain(|one| one.department != new.to && Some(one.department) != new.from);
        if new.lead {
            way.assignments.iter_mut().for_each(|one| one.lead = false);
        }
        let assignment =
            Assignment { department: new.to, name: name.clone(), lead: new.lead, officer: None, since: new.at };
        way.assignments.push(assignment);
        way.happenings.push(Happening {
            idea: new.idea,
            what: Happened::Assigned,
            at: new.at,
            number: None,
            department: Some(name),
            words: new.words.map(|words| words.as_str().to_owned()),
            status: None,
        });
        if let (Some(words), Some(by)) = (new.note, new.by) {
            let note = StaffNote { by, name: None, words, at: new.at, mentions: new.mentions };
            self.notes.entry(new.idea).or_default().push(note);
        }
        true
    }

    /// Promised and unanswered ideas, and what a department has.
    pub(super) fn waiting(&self, ideas: &[Idea], filter: &PileFilter) -> Vec<Waiting> {
        let mut rows = Vec::new();
        for idea in ideas {
            let way = self.progress.get(&idea.id).cloned().unwrap_or_default();
            let waits = way.promises.iter().any(|one| one.kept_at.is_none()) || !way.assignments.is_empty();
            if !waits || !way.replies.is_empty() || !self.is_on(&way, filter.pile) || filter.due_before.is_some() {
                continue;
            }
            let lead = way.assignments.iter().find(|one| one.lead);
            rows.push(Waiting {
                idea: idea.id,
                number: idea.number,
                title: idea.title.as_str().to_owned(),
                support: idea.tally.support,
                comments: idea.tally.comments,
                since: WHEN,
                due_at: None,
                promise: way.promises.iter().find(|one| one.kept_at.is_none()).map(|one| one.step.kind),
                paused: way.promises.iter().any(Promise::is_paused),
                step: None,
                department: lead.map(|lead| lead.name.clone()),
                officer: lead.and_then(|lead| lead.officer),
                stage: self.drafts.get(&idea.id).map(|draft| draft.stage),
            });
        }
        rows
    }

    fn is_on(&self, way: &Progress, pile: Pile) -> bool {
        let has = |department: DepartmentId| way.assignments.iter().any(|one| one.department == department);
        match pile {
            Pile::Mine(me) => way.assignments.iter().any(|one| one.officer == Some(me)),
            Pile::OfMyDepartments(me) => {
                self.officers.iter().any(|officer| officer.person == me && has(officer.department))
            }
            Pile::Of(department) => has(department),
            Pile::All => true,
            Pile::Nobodys => way.assignments.is_empty(),
        }
    }

    pub(super) fn sizes(&self, ideas: &[Idea], officer: PersonId, _now: Timestamp, most: u64) -> PileSizes {
        let count = |pile| (self.waiting(ideas, &PileFilter { pile, due_before: None }).len() as u64).min(most);
        PileSizes {
            mine: count(Pile::Mine(officer)),
            departments: count(Pile::OfMyDepartments(officer)),
            all: count(Pile::All),
            nobodys: count(Pile::Nobodys),
            overdue: 0,
        }
    }

    pub(super) fn answered(&self, filter: &AnsweredFilter) -> Vec<Answered> {
        let latest = |(idea, way): (&IdeaId, &Progress)| {
            way.replies.first().map(|reply| Answered { idea: *idea, reply: reply.clone() })
        };
        let mut rows: Vec<Answered> = self.progress.iter().filter_map(latest).collect();
        rows.retain(|row| filter.outcome.is_none_or(|only| row.reply.text.outcome == only));
        rows.retain(|row| filter.department.is_none_or(|only| row.reply.department == only));
        rows.sort_by_key(|row| row.idea.to_string());
        rows
    }

    pub(super) fn scores(&self, since: Timestamp) -> Vec<Score> {
        let promises = self.progress.values().flat_map(|way| &way.promises);
        let fresh = promises.filter(|promise| promise.kept_at.is_none_or(|kept| kept >= since));
        let (kept, waiting) = fresh.fold((0, 0), |(kept, waiting), promise| match promise.kept_at {
            Some(_) => (kept + 1, waiting),
            None => (kept, waiting + 1),
        });
        let department = self.departments.first().cloned();
        let (kind, median_days) = (Kind::Reply, (kept > 0).then_some(3));
        vec![Score { department, kind, kept, late: 0, waiting, overdue: 0, median_days }]
    }
}
