//! What a resolver reaches: who asks, the services, and this execution's loaders. Nothing else hangs in the context.

use std::sync::Arc;
use std::time::Instant;

use async_graphql::async_trait::async_trait;
use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextExecute};
use async_graphql::{Context, Data, Response};
use folkmoot_comments::Comments;
use folkmoot_common::{Language, PersonId, Problem, Role, Sources, Viewer};
use folkmoot_ideas::{Ideas, Labels};
use folkmoot_look::Looks;
use folkmoot_moderation::{Moderation, Reports};
use folkmoot_people::{LetterWords, People};
use folkmoot_replies::{Mailroom, Replies, Telling};
use folkmoot_votes::Votes;

use crate::error::ApiError;
use crate::loaders::Loaders;

/// The services that the schema translates for. Cheap to clone.
#[derive(Clone)]
pub struct Services {
    /// Ideas and campaigns.
    pub ideas: Ideas,
    /// Places and tags.
    pub labels: Labels,
    /// Threads under ideas.
    pub comments: Comments,
    /// Votes and tallies.
    pub votes: Votes,
    /// Accounts and their public names.
    pub people: People,
    /// The moderators' desk.
    pub moderation: Moderation,
    /// What people say is wrong.
    pub reports: Reports,
    /// What the council promised, and what it answers.
    pub replies: Replies,
    /// Who hears of what becomes of ideas.
    pub telling: Telling,
    /// Letters that could not be sent.
    pub mailroom: Mailroom,
    /// What the site is called and wears.
    pub looks: Looks,
    /// The words of letters that an act here sends, in the site's first language; of its others by their codes.
    pub letters: Arc<dyn LetterWords>,
    /// The site's first language: what an idea is written in when a script doesn't say.
    pub language: Language,
    /// Time and chance.
    pub sources: Sources,
}

impl Services {
    /// The words of letters in a language that the site speaks.
    pub(crate) fn letters_in(&self, tag: &str) -> Result<Box<dyn LetterWords>, Problem> {
        let language = Language::parse(tag)?;
        self.letters.of(&language).ok_or_else(|| {
            let words = "The site has no letters in this language. Take one that it speaks, or leave it out.";
            Problem::new("language", "NOT_FOUND", words)
        })
    }
}

/// Where in the network a request comes from: what one household or firm has in common. The transport brings it as data;
/// nothing is kept of it but a digest.
#[derive(Debug, Clone)]
pub struct Network(pub String);

/// Whether whoever asks signed in with the browser that this request comes from. Only the transport knows; without its word
/// nobody did: a script with a token, and whoever speaks over a socket, where a session is looked at only now and then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InPerson(pub bool);

/// When the request had arrived whole. Only the transport knows; without its word a vote arrives when it is cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived(pub Instant);

/// What resolvers ask of their context.
pub(crate) trait Reach {
    /// Who asks.
    fn viewer(&self) -> Viewer;

    /// Who asks, when they have signed in.
    fn signed_in(&self) -> Result<PersonId, ApiError> {
        self.viewer().person().ok_or_else(ApiError::signed_out)
    }

    /// Who asks, when they work at the desk. The service asks again; here it keeps strangers from learning what would be
    /// wrong with what they sent.
    fn staff(&self) -> Result<PersonId, ApiError> {
        let person = self.signed_in()?;
        if self.viewer().sees_everything() { Ok(person) } else { Err(ApiError::for_staff()) }
    }

    /// Who asks, when they answer for the council: its officers, and whoever runs the site.
    fn officer(&self) -> Result<PersonId, ApiError> {
        let person = self.signed_in()?;
        if self.is_officer() { Ok(person) } else { Err(ApiError::for_officers()) }
    }

    /// Whether whoever asks answers for the council.
    fn is_officer(&self) -> bool {
        let viewer = self.viewer();
        viewer.has(Role::Officer) || viewer.has(Role::Admin)
    }

    /// Who asks, when they run the site.
    fn admin(&self) -> Result<PersonId, ApiError> {
        let person = self.signed_in()?;
        if self.viewer().has(Role::Admin) { Ok(person) } else { Err(ApiError::for_admins()) }
    }

    /// Whether whoever asks signed in with the browser that this request comes from.
    fn is_in_person(&self) -> bool;

    /// Who asks, when they signed in with this browser: a token that leaked must not make others powerful.
    fn in_person(&self) -> Result<PersonId, ApiError> {
        let person = self.signed_in()?;
        if self.is_in_person() { Ok(person) } else { Err(ApiError::in_person_only()) }
    }

    /// Where in the network the request comes from; empty when nobody says.
    fn network(&self) -> &str;

    /// The rules.
    fn services(&self) -> Result<&Services, ApiError>;

    /// The rules of votes, for what came with this request.
    fn votes(&self) -> Result<Votes, ApiError>;

    /// What was read already, and what others will want to read.
    fn loaders(&self) -> Result<&Loaders, ApiError>;
}

impl Reach for Context<'_> {
    fn viewer(&self) -> Viewer {
        self.data_opt::<Viewer>().copied().unwrap_or_default()
    }

    fn is_in_person(&self) -> bool {
        self.data_opt::<InPerson>().is_some_and(|asks| asks.0)
    }

    fn network(&self) -> &str {
        self.data_opt::<Network>().map_or("", |network| network.0.as_str())
    }

    fn services(&self) -> Result<&Services, ApiError> {
        self.data_opt().ok_or_else(|| ApiError::missing("the schema has no services"))
    }

    fn votes(&self) -> Result<Votes, ApiError> {
        let votes = &self.services()?.votes;
        Ok(self.data_opt::<Arrived>().map_or_else(|| votes.clone(), |arrived| votes.arrived_at(arrived.0)))
    }

    fn loaders(&self) -> Result<&Loaders, ApiError> {
        self.data_opt().ok_or_else(|| ApiError::missing("the execution has no loaders"))
    }
}

/// Gives every execution loaders of its own: one for a query, one for each event of a subscription, so that nothing
/// read for one viewer or one moment is shown to another.
pub(crate) struct FreshLoaders;

impl ExtensionFactory for FreshLoaders {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait]
impl Extension for FreshLoaders {
    async fn execute(&self, ctx: &ExtensionContext<'_>, operation: Option<&str>, next: NextExecute<'_>) -> Response {
        let Some(services) = ctx.data_opt::<Services>() else {
            return next.run(ctx, operation).await;
        };
        let viewer = ctx.data_opt::<Viewer>().copied().unwrap_or_default();
        let mut data = Data::default();
        data.insert(Loaders::new(services, viewer));
        next.run_with_data(ctx, operation, data).await
    }
}
