//! Reporting: anybody may, signed in or not, and gets a number for it that tells them later what came of it.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{Address, CommentId, IdeaId, PersonId, Problem, Problems, Timestamp};
use folkmoot_moderation::{Complaint, Filed, Place, RawComplaint, Receipt, Subject, Target};
use folkmoot_people::{Called, Email, Face};

use super::decision::Appeal;
use super::words::{ReportAnswer, ReportGround, TargetKind};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::user_error::{UserError, user_errors};
use crate::{count, ids};

/// Looking at a report again.
#[derive(Default)]
pub(crate) struct ReportQueries;

#[Object]
impl ReportQueries {
    /// A report by its number, and what came of it; null when there is none. Whoever has the number may ask: it was told
    /// to the reporter alone, and tells nothing of what anybody wrote.
    async fn report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number, with or without its hyphen.")] receipt: String,
    ) -> Result<Option<Report>, ApiError> {
        match Receipt::parse(&receipt) {
            None => Ok(None),
            Some(receipt) => find(ctx, &receipt).await,
        }
    }
}

async fn find(ctx: &Context<'_>, receipt: &Receipt) -> Result<Option<Report>, ApiError> {
    let services = ctx.services()?;
    let now = services.sources.now();
    Ok(services.reports.find(receipt).await?.map(|filed| Report::of(&filed, now)))
}

/// The act of reporting.
#[derive(Default)]
pub(crate) struct ReportMutations;

#[Object]
impl ReportMutations {
    /// Says that something is wrong with an idea, a comment or a name. Anybody may, signed in or not.
    async fn report_content(
        &self,
        ctx: &Context<'_>,
        input: ReportContentInput,
    ) -> Result<ReportContentPayload, ApiError> {
        let mut problems = Problems::default();
        let target = problems.check(input.target());
        let complaint = input.complaint().map_err(|more| problems.0.extend(more.0)).ok();
        let (Some(target), Some(complaint)) = (target, complaint) else {
            let user_errors = user_errors(problems);
            return Ok(ReportContentPayload { outcome: ReportContentOutcome::Invalid, user_errors, number: None });
        };
        let subject = subject(ctx, target).await?.ok_or_else(ApiError::not_found)?;
        let network = ctx.network();
        let receipt = ctx.services()?.reports.file(&ctx.viewer(), subject, complaint, network).await?;
        let outcome = ReportContentOutcome::Reported;
        Ok(ReportContentPayload { outcome, user_errors: Vec::new(), number: Some(receipt) })
    }
}

/// What is reported, if the viewer can read it: only words that they see can be wrong to them.
async fn subject(ctx: &Context<'_>, target: Target) -> Result<Option<Subject>, ApiError> {
    let (services, viewer) = (ctx.services()?, ctx.viewer());
    let (idea, comment) = match target {
        Target::Person(id) => {
            let Some(Face::Known(profile)) = services.people.face(id).await? else { return Ok(None) };
            // Only a name that somebody chose can be wrong.
            let Called::Named(title) = profile.person.called else { return Ok(None) };
            return Ok(Some(Subject { target, place: Place::default(), title }));
        }
        Target::Idea(id) => (id, None),
        Target::Comment(id) => match services.comments.find(&viewer, id).await? {
            Some(comment) if comment.words.is_some() => (comment.idea, Some(comment.number)),
            _ => return Ok(None),
        },
    };
    let Some(idea) = services.ideas.find(&viewer, idea).await? else { return Ok(None) };
    let place = Place { idea: Some(idea.id), number: Some(idea.number), comment, ..Place::default() };
    Ok(Some(Subject { target, place, title: idea.title.as_str().to_owned() }))
}

/// What is wrong, and with what. Name one of the three ids.
#[derive(InputObject)]
pub(crate) struct ReportContentInput {
    /// An idea.
    idea_id: Option<ID>,
    /// A comment.
    comment_id: Option<ID>,
    /// A person: what they are called.
    person_id: Option<ID>,
    /// What is wrong.
    ground: ReportGround,
    /// In your own words, at most 2,000 characters; some grounds need them.
    details: Option<String>,
    /// What you are called. You don't have to say.
    name: Option<String>,
    /// Where an answer goes. You don't have to say.
    email: Option<String>,
    /// That you believe what you report.
    in_good_faith: bool,
}

impl ReportContentInput {
    fn target(&self) -> Result<Target, Problem> {
        match (&self.idea_id, &self.comment_id, &self.person_id) {
            (Some(id), None, None) => ids::field::<IdeaId>(id, "ideaId").map(Target::Idea),
            (None, Some(id), None) => ids::field::<CommentId>(id, "commentId").map(Target::Comment),
            (None, None, Some(id)) => ids::field::<PersonId>(id, "personId").map(Target::Person),
            _ => {
                let words = "Name what you report by one of ideaId, commentId and personId.";
                Err(Problem::new("ideaId", "NAME_ONE", words))
            }
        }
    }

    fn complaint(&self) -> Result<Complaint, Problems> {
        let email = self.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
        let answer_to = email.map(|email| Email::parse(email).map(|email| Address::from(&email))).transpose();
        let ground: folkmoot_moderation::Ground = self.ground.into();
        let raw = RawComplaint {
            ground: ground.as_str(),
            details: self.details.as_deref().unwrap_or_default(),
            name: self.name.as_deref().unwrap_or_default(),
            in_good_faith: self.in_good_faith,
        };
        Complaint::parse(raw, answer_to).map_err(|mut problems| {
            for problem in problems.0.iter_mut().filter(|problem| problem.field == "faith") {
                problem.field = "inGoodFaith";
                "Say, by inGoodFaith, that you believe what you report.".clone_into(&mut problem.message);
            }
            problems
        })
    }
}

/// What became of a report.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct ReportContentPayload {
    /// In one word.
    outcome: ReportContentOutcome,
    /// What to mend; empty if it was kept.
    user_errors: Vec<UserError>,
    #[graphql(skip)]
    number: Option<Receipt>,
}

#[ComplexObject]
impl ReportContentPayload {
    /// The report's number: keep it, nobody else gets it.
    async fn receipt(&self) -> Option<&str> {
        self.number.as_ref().map(Receipt::as_str)
    }

    /// The report as it stands, read only if you ask for it.
    async fn report(&self, ctx: &Context<'_>) -> Result<Option<Report>, ApiError> {
        match &self.number {
            None => Ok(None),
            Some(receipt) => find(ctx, receipt).await,
        }
    }
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum ReportContentOutcome {
    /// Somebody will look.
    Reported,
    /// Something typed must be mended; nothing was kept.
    Invalid,
}

/// A report as its reporter may look at it again: nothing of what it is about but numbers.
#[derive(SimpleObject)]
pub(crate) struct Report {
    /// Its number.
    receipt: String,
    /// When it came.
    reported_at: DateTime,
    /// What kind of thing it is about.
    about: TargetKind,
    /// The public number of the idea, or of the one that the comment stands under.
    idea_number: Option<i32>,
    /// The comment's number under its idea.
    comment_number: Option<i32>,
    /// Whether a letter with its number was posted to the reporter.
    is_mailed: bool,
    /// By when somebody looks; null when somebody has.
    due_at: Option<DateTime>,
    /// What came of it; null while nobody has looked.
    answer: Option<ReportAnswer>,
    /// When it was answered.
    answered_at: Option<DateTime>,
    /// The decision that answered it, where `appealReport` can still ask another moderator to look again.
    appealable_decision_id: Option<ID>,
    /// The other look that somebody who reported this asked for; its answer's words only if you did.
    appeal: Option<Appeal>,
}

impl Report {
    fn of(filed: &Filed, now: Timestamp) -> Self {
        Self {
            receipt: filed.receipt.as_str().to_owned(),
            reported_at: filed.at.into(),
            about: filed.target.into(),
            idea_number: filed.place.number.map(count),
            comment_number: filed.place.comment,
            is_mailed: filed.mailed,
            due_at: filed.due_at.map(DateTime),
            answer: filed.answered.map(|(outcome, _)| outcome.into()),
            answered_at: filed.answered.map(|(_, at)| DateTime(at)),
            appealable_decision_id: filed.appealable(now).map(ids::global),
            appeal: filed.appeal().map(Into::into),
        }
    }
}
