//! The officers' desk: what waits for whom, what colleagues wrote, and what a setting would move. For officers and admins alone.

use async_graphql::connection::{Connection, EmptyFields};
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use folkmoot_common::DepartmentId;
use folkmoot_replies::{self as domain, Pile, PileFilter, PileOrder, ReplyError};

use super::answers::known;
use super::department::{DepartmentOfficer, person};
use super::rules::{ReplyRoute, routes};
use super::words::{DeskOrder, DeskPile, DeskStep, Nation, PromiseKind, ReplyDraftStage};
use crate::connection::{Place, Window, listing_of};
use crate::context::Reach as _;
use crate::count;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::limits::list_cost;
use crate::people::PublicPerson;

/// The questions of officers.
#[derive(Default)]
pub(crate) struct DeskQueries;

#[Object]
impl DeskQueries {
    /// Ideas that wait for an answer, or for a word about a step, at most 100 at a time. For officers and admins.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a Relay connection, which pile and in which order")]
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    async fn officer_desk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
        #[graphql(desc = "Which pile: MY_DEPARTMENTS, if neither this nor a department is named.")] pile: Option<
            DeskPile,
        >,
        #[graphql(desc = "Instead of a pile: what this department has.")] department_id: Option<ID>,
        #[graphql(desc = "Only what is due before this instant.")] due_before: Option<DateTime>,
        #[graphql(desc = "FIRST_DUE, if left out.")] order_by: Option<DeskOrder>,
    ) -> Result<Connection<Place, WaitingIdea, EmptyFields>, ApiError> {
        let me = ctx.officer()?;
        let pile = match (pile, department_id) {
            (Some(_), Some(_)) => return Err(ApiError::invalid("Name a pile or a department, one of the two.")),
            (None, Some(id)) => Pile::Of(ids::argument::<DepartmentId>(&id, "departmentId")?),
            (Some(DeskPile::Mine), None) => Pile::Mine(me),
            (Some(DeskPile::MyDepartments) | None, None) => Pile::OfMyDepartments(me),
            (Some(DeskPile::All), None) => Pile::All,
            (Some(DeskPile::Nobodys), None) => Pile::Nobodys,
        };
        let filter = PileFilter { pile, due_before: due_before.map(|at| at.0) };
        let order: PileOrder = order_by.map(Into::into).unwrap_or_default();
        let request = Window { first, after, last, before }.request(order.slug())?;

        let page = ctx.services()?.replies.pile(&ctx.viewer(), &filter, order, &request).await?;

        let loaders = ctx.loaders()?;
        for waiting in &page.items {
            loaders.expect_idea(waiting.idea);
            if let Some(officer) = waiting.officer {
                loaders.expect_person(officer);
            }
        }
        Ok(listing_of(page.map(|waiting| (waiting.cursor(order), waiting.into())), EmptyFields))
    }

    /// How long the viewer's piles are. For officers and admins.
    #[graphql(complexity = "50 + child_complexity")]
    async fn officer_desk_sizes(&self, ctx: &Context<'_>) -> Result<OfficerDeskSizes, ApiError> {
        ctx.officer()?;
        Ok(ctx.services()?.replies.sizes(&ctx.viewer()).await?.into())
    }

    /// The officers of a department, or of all of them. For officers and admins.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn department_officers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which department. All, if left out.")] department_id: Option<ID>,
    ) -> Result<Vec<DepartmentOfficer>, ApiError> {
        ctx.officer()?;
        let of = match department_id {
            Some(id) => vec![ids::argument::<DepartmentId>(&id, "departmentId")?],
            None => ctx.loaders()?.departments().await?.iter().map(|one| one.id).collect(),
        };
        let officers = ctx.services()?.replies.officers(&ctx.viewer(), &of).await?;
        let loaders = ctx.loaders()?;
        officers.iter().for_each(|officer| loaders.expect_person(officer.person));
        Ok(officers.into_iter().map(DepartmentOfficer).collect())
    }

    /// The rules by which ideas find their department, in the order in which they are asked. For officers and admins.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn reply_routes(&self, ctx: &Context<'_>) -> Result<Vec<ReplyRoute>, ApiError> {
        ctx.officer()?;
        routes(ctx).await
    }

    /// How many promises that somebody waits for would get another day if the council kept the bank holidays of this nation,
    /// counted up to 1,000. For admins.
    #[graphql(complexity = 1_000)]
    async fn promises_moved_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose bank holidays.")] nation: Nation,
    ) -> Result<i32, ApiError> {
        ctx.admin()?;
        let [moved] = ctx.services()?.replies.moved_by(&ctx.viewer(), [nation.into()]).await?;
        Ok(count(i64::try_from(moved).unwrap_or(i64::MAX)))
    }
}

/// An idea that waits for an answer, or for a word about a step.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct WaitingIdea {
    /// The id of the idea.
    id: ID,
    /// The idea's public number.
    number: i32,
    /// Its title.
    title: String,
    /// Its supporters.
    support: i32,
    /// Its comments.
    comments: i32,
    /// Since when it waits for what `dueAt` is of.
    since: DateTime,
    /// When the first of what it waits for is due: the midnight at the end of its day, or when people disputed a step
    /// before that. Null while the clock stands still, or where nobody named a day.
    due_at: Option<DateTime>,
    /// Of which promise `dueAt` is, or the clock that stands still. Null where it is a step's, or nobody promised anything.
    promise: Option<PromiseKind>,
    /// Whether the clock of that promise stands still.
    is_paused: bool,
    /// What its steps ask of the council; null where they ask nothing. Of several, the one that is due first speaks for
    /// all.
    step: Option<DeskStep>,
    /// The department that leads, by name; null where nobody has it.
    department: Option<String>,
    /// How far an answer has come; null where nobody writes one.
    stage: Option<ReplyDraftStage>,
    #[graphql(skip)]
    waiting: domain::Waiting,
}

impl From<domain::Waiting> for WaitingIdea {
    fn from(waiting: domain::Waiting) -> Self {
        Self {
            id: ids::global(waiting.idea),
            number: count(waiting.number),
            title: waiting.title.clone(),
            support: count(waiting.support),
            comments: count(waiting.comments),
            since: waiting.since.into(),
            due_at: waiting.due_at.map(DateTime),
            promise: waiting.promise.map(Into::into),
            is_paused: waiting.paused,
            step: waiting.step.map(Into::into),
            department: waiting.department.clone(),
            stage: waiting.stage.map(Into::into),
            waiting,
        }
    }
}

#[ComplexObject]
impl WaitingIdea {
    /// The idea; null if it was hidden at this very moment.
    async fn idea(&self, ctx: &Context<'_>) -> Result<Option<Idea>, ApiError> {
        known(ctx, self.waiting.idea).await
    }

    /// Who of the officers has taken it on; null when nobody has.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        match self.waiting.officer {
            Some(officer) => person(ctx, officer).await,
            None => Ok(None),
        }
    }
}

/// How long an officer's piles are, each counted up to 1,000.
#[derive(SimpleObject)]
pub(crate) struct OfficerDeskSizes {
    /// What the viewer has taken on.
    mine: i32,
    /// What their departments have.
    my_departments: i32,
    /// Everything that waits for an answer, or for a word about a step.
    all: i32,
    /// What no department has.
    nobodys: i32,
    /// What is past its day, of all.
    overdue: i32,
}

impl From<domain::PileSizes> for OfficerDeskSizes {
    fn from(sizes: domain::PileSizes) -> Self {
        let many = |number: u64| count(i64::try_from(number).unwrap_or(i64::MAX));
        Self {
            mine: many(sizes.mine),
            my_departments: many(sizes.departments),
            all: many(sizes.all),
            nobodys: many(sizes.nobodys),
            overdue: many(sizes.overdue),
        }
    }
}

/// What colleagues wrote about an idea; nothing for whoever may not read it.
pub(crate) async fn notes(ctx: &Context<'_>, number: i64) -> Result<Option<Vec<StaffNote>>, ApiError> {
    if !ctx.is_officer() {
        return Ok(None);
    }
    match ctx.services()?.replies.notes(&ctx.viewer(), number).await {
        Err(ReplyError::SignedOut | ReplyError::Forbidden | ReplyError::NotFound) => Ok(None),
        notes => {
            let (notes, loaders) = (notes?, ctx.loaders()?);
            notes.iter().for_each(|note| loaders.expect_person(note.by));
            Ok(Some(notes.into_iter().map(StaffNote).collect()))
        }
    }
}

/// What a colleague wrote about an idea. Only officers ever get one.
pub(crate) struct StaffNote(domain::StaffNote);

/// What a colleague wrote about an idea, to colleagues.
#[Object]
impl StaffNote {
    /// Who; null when they have left.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        person(ctx, self.0.by).await
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// What, in Markdown.
    async fn words_markdown(&self) -> &str {
        self.0.words.as_str()
    }

    /// The same as sanitised HTML.
    async fn words_html(&self) -> String {
        self.0.words.to_html().as_str().to_owned()
    }

    /// The colleagues whom it names, and who got a letter.
    #[graphql(complexity = "5 * child_complexity")]
    async fn mentions(&self, ctx: &Context<'_>) -> Result<Vec<PublicPerson>, ApiError> {
        let mut people = Vec::new();
        for colleague in &self.0.mentions {
            people.extend(person(ctx, *colleague).await?);
        }
        Ok(people)
    }
}
