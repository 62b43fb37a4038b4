//! A council small enough for a test: services over stores in memory that count how often they are asked. Only what the
//! translation needs is kept; the rules of a real store are tested where the stores are.

mod answers;
mod desk;
mod herald;
mod labels;
mod look;
mod mailroom;
mod people;
mod stores;
mod telling;
mod votes;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::time::Duration;

use async_graphql::{Request, Response};
use folkmoot_comments::Comments;
use folkmoot_common::{
    CampaignId, Clock, CommentId, Id, IdeaId, Language, Look, Painted, PersonId, Role, Roles, Sources, StorageError,
    SystemEntropy, Timestamp, Viewer,
};
use folkmoot_ideas::Ideas;
use folkmoot_moderation::rules::Rules;
use folkmoot_moderation::{Desk, Moderation, Reports};
use folkmoot_people::{Letterhead, People};
use folkmoot_replies::{Council, Nation, Replies};
use folkmoot_votes::Votes;
use uuid::Uuid;

use crate::{InPerson, Schema, Services, Watch};

pub(crate) use stores::Memory;

/// The thing of this kind that the tests call by a number.
pub(crate) fn the<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

/// A citizen.
pub(crate) fn citizen(number: u128) -> Viewer {
    Viewer::Person { id: the(number), roles: Roles::default().with(Role::Citizen) }
}

/// A moderator, who is person 8.
pub(crate) fn moderator() -> Viewer {
    Viewer::Person { id: the(8), roles: Roles::default().with(Role::Citizen).with(Role::Moderator) }
}

/// An officer: 11 is of Parks, 12 of Roads.
pub(crate) fn officer(number: u128) -> Viewer {
    Viewer::Person { id: the(number), roles: Roles::default().with(Role::Citizen).with(Role::Officer) }
}

/// Whoever runs the site: person 9.
pub(crate) fn admin() -> Viewer {
    admin_called(9)
}

/// Somebody else who runs it.
pub(crate) fn admin_called(number: u128) -> Viewer {
    Viewer::Person { id: the(number), roles: Roles::default().with(Role::Citizen).with(Role::Admin) }
}

/// The API's id of an idea.
pub(crate) fn idea_id(number: u128) -> String {
    crate::ids::global(the::<IdeaId>(number)).0
}

/// A clock that stands until it is moved.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clockwork(Arc<AtomicI64>);

impl Clockwork {
    pub(crate) fn forward(&self, span: Duration) {
        self.0.fetch_add(i64::try_from(span.as_micros()).unwrap(), Ordering::Relaxed);
    }
}

impl Clock for Clockwork {
    fn now(&self) -> Timestamp {
        WHEN.plus(Duration::from_micros(self.0.load(Ordering::Relaxed).unsigned_abs()))
    }
}

/// How often each store was asked, and whether it answers.
#[derive(Default)]
pub(crate) struct Books {
    pub(crate) asked: AtomicUsize,
    pub(crate) is_broken: AtomicBool,
    pub(crate) is_busy: AtomicBool,
    /// It never answers.
    pub(crate) is_asleep: AtomicBool,
}

/// Whoever looks and finds nothing.
struct Calm;

#[async_trait::async_trait]
impl folkmoot_common::Watch for Calm {
    fn look_at_name(&self, _name: &str) -> Look {
        Look::calm(WHEN)
    }
    fn farewells(&self) -> Vec<folkmoot_common::Farewell> {
        Vec::new()
    }
    fn taken_back(&self) -> Vec<folkmoot_common::Farewell> {
        Vec::new()
    }
    async fn look(&self, _written: folkmoot_common::Written<'_>) -> Result<Look, StorageError> {
        Ok(Look::calm(WHEN))
    }
}

/// A council of a few ideas.
pub(crate) struct World {
    pub(crate) books: Arc<Books>,
    services: Services,
    schema: Schema,
}

impl World {
    /// Idea 1 (public), idea 2 (public), idea 3 (waiting, by person 1); comments 1 and 2 under idea 1.
    pub(crate) fn new() -> Self {
        Self::with(Sources::system())
    }

    /// The same on the day of its beginning.
    pub(crate) fn young() -> Self {
        Self::with(Sources::new(Arc::new(Clockwork::default()), Arc::new(SystemEntropy)))
    }

    fn with(sources: Sources) -> Self {
        let books = Arc::new(Books::default());
        let memory = Arc::new(Memory::new(Arc::clone(&books)));
        let promise = Duration::from_secs(86_400);
        let voice = Arc::new(desk::Hoarse);
        let council = Painted::board("Fairford", "council@example.org");
        let services = Services {
            moderation: Moderation::new(
                Arc::clone(&memory) as _,
                Arc::clone(&voice) as _,
                sources.clone(),
                Desk { promise, rules: Rules::default() },
            ),
            replies: Replies::new(
                Arc::new(answers::AnswerBook::new(Arc::clone(&memory))),
                Arc::clone(&memory) as _,
                Arc::new(herald::Mute),
                sources.clone(),
                Council { zone: jiff::tz::TimeZone::UTC, nation: Nation::EnglandAndWales },
            ),
            reports: Reports::new(Arc::clone(&memory) as _, voice, sources.clone(), Arc::clone(&council), promise),
            ideas: Ideas::new(Arc::clone(&memory) as _, Arc::new(Calm), sources.clone()),
            labels: labels::over(&memory, &sources),
            comments: Comments::new(
                Arc::clone(&memory) as _,
                Arc::clone(&memory) as _,
                Arc::new(Calm),
                sources.clone(),
            ),
            votes: Votes::new(Arc::clone(&memory) as _, Arc::clone(&memory) as _),
            people: People::new(
                Arc::clone(&memory) as _,
                Arc::new(Calm),
                sources.clone(),
                Letterhead::new(Arc::clone(&council), "http://localhost"),
            ),
            telling: telling::over(&memory, &sources),
            mailroom: mailroom::over(&memory, &sources),
            looks: look::over(&memory, &sources),
            letters: Arc::new(mailroom::Wordless),
            language: Language::english(),
            sources,
        };
        let watch = Watch::new(services.votes.clone(), services.sources.clone());
        Self { books, schema: crate::schema(services.clone(), watch), services }
    }

    pub(crate) const fn schema(&self) -> &Schema {
        &self.schema
    }

    pub(crate) const fn services(&self) -> &Services {
        &self.services
    }

    /// Asks as this viewer.
    pub(crate) async fn ask(&self, viewer: Viewer, query: &str) -> Response {
        self.schema.execute(Request::new(query).data(viewer)).await
    }

    /// Asks as this viewer, who signed in with the browser that asks.
    pub(crate) async fn ask_in_person(&self, viewer: Viewer, query: &str) -> Response {
        self.schema.execute(Request::new(query).data(viewer).data(InPerson(true))).await
    }

    /// The data of an answer without errors.
    pub(crate) async fn data(&self, viewer: Viewer, query: &str) -> serde_json::Value {
        let response = self.ask(viewer, query).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    /// The code of the first error.
    pub(crate) async fn code(&self, viewer: Viewer, query: &str) -> String {
        let response = self.ask(viewer, query).await;
        let error = response.errors.into_iter().next().unwrap();
        let code = error.extensions.unwrap().get("code").cloned().unwrap();
        code.into_json().unwrap().as_str().unwrap().to_owned()
    }

    /// How many questions the stores were asked since the last time.
    pub(crate) fn asked(&self) -> usize {
        self.books.asked.swap(0, Ordering::Relaxed)
    }
}

pub(crate) const CAMPAIGN: u128 = 7;

pub(crate) fn campaign() -> CampaignId {
    the(CAMPAIGN)
}

pub(crate) const WHEN: Timestamp = Timestamp::from_millis(1_700_000_000_000);

pub(crate) fn author_of(number: u128) -> PersonId {
    the(number)
}

pub(crate) fn comment_id(number: u128) -> String {
    crate::ids::global(the::<CommentId>(number)).0
}
