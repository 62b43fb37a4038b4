//! The schema: one function that the program, the SDL file and the tests share. It is built of roots, a root for each
//! noun, and refuses nothing itself: the limits are in `limits`.

use async_graphql::{MergedObject, MergedSubscription, SchemaBuilder};

use crate::acts::Keyed;
use crate::campaigns::{CampaignMutations, CampaignQueries};
use crate::comments::{CommentMutations, CommentSubscriptions};
use crate::context::{FreshLoaders, Services};
use crate::error::Incidents;
use crate::ideas::{IdeaMutations, IdeaQueries};
use crate::labels::{LabelMutations, LabelQueries};
use crate::limits::{self, Limits};
use crate::look::{LookMutations, LookQueries};
use crate::mailroom::{MailroomMutations, MailroomQueries};
use crate::moderation::{
    AppealMutations, CorrectMutations, DecideMutations, DeskMutations, ModerationQueries, ModerationSubscriptions,
    OpennessQueries, ReportMutations, ReportQueries, SecondOpinionMutations,
};
use crate::node::NodeQueries;
use crate::patience::Hurry;
use crate::people::{PersonQueries, RoleMutations};
use crate::replies::{
    DeskQueries, DraftMutations, FeedQueries, HandingMutations, MilestoneMutations, PackQueries, PromiseMutations,
    PublishMutations, ReplyQueries, ReplySubscriptions, RuleMutations, SettleMutations, TemplateMutations,
    TemplateQueries, WatchMutations,
};
use crate::telling::TellingMutations;
use crate::votes::{VoteMutations, VoteSubscriptions, Watch};

/// The schema with its services. Cheap to clone.
pub type Schema = async_graphql::Schema<Query, Keyed<Mutation>, Subscription>;

/// What can be asked.
#[derive(MergedObject, Default)]
pub struct Query(
    PersonQueries,
    NodeQueries,
    CampaignQueries,
    IdeaQueries,
    LabelQueries,
    ModerationQueries,
    OpennessQueries,
    ReportQueries,
    ReplyQueries,
    DeskQueries,
    FeedQueries,
    PackQueries,
    TemplateQueries,
    LookQueries,
    MailroomQueries,
);

/// What is done about answers. In a part of its own, for each part of a list is asked within the one before: a list as long
/// as all of them is too deep for the compiler.
#[derive(MergedObject, Default)]
pub(crate) struct AnswerMutations(
    HandingMutations,
    WatchMutations,
    PromiseMutations,
    DraftMutations,
    PublishMutations,
    SettleMutations,
    RuleMutations,
    TemplateMutations,
    MilestoneMutations,
);

/// What can be done. One act in a document.
#[derive(MergedObject, Default)]
pub struct Mutation(
    IdeaMutations,
    LabelMutations,
    VoteMutations,
    CommentMutations,
    ReportMutations,
    AppealMutations,
    CorrectMutations,
    SecondOpinionMutations,
    DecideMutations,
    DeskMutations,
    AnswerMutations,
    TellingMutations,
    CampaignMutations,
    RoleMutations,
    LookMutations,
    MailroomMutations,
);

/// What can be followed, over `graphql-transport-ws`.
#[derive(MergedSubscription, Default)]
pub struct Subscription(VoteSubscriptions, CommentSubscriptions, ReplySubscriptions, ModerationSubscriptions);

/// The schema over these services, and the watch that its listeners share with others. A request brings its
/// [`folkmoot_common::Viewer`] as data; without one, nobody asks. It may bring a [`crate::Patience`], and says by
/// [`crate::InPerson`] whether they signed in with the browser that it comes from.
#[must_use]
pub fn schema(services: Services, watch: Watch) -> Schema {
    // The first extension is the outermost: whatever the others refuse gets its code there.
    roots()
        .extension(Incidents(services.sources.clone()))
        .extension(Limits)
        .extension(Hurry)
        .extension(FreshLoaders)
        .data(services)
        .data(watch)
        .finish()
}

/// The schema in its own language, as it is published in `schema.graphql`.
#[must_use]
pub fn sdl() -> String {
    roots().finish().sdl()
}

fn roots() -> SchemaBuilder<Query, Keyed<Mutation>, Subscription> {
    Schema::build(Query::default(), Keyed::<Mutation>::default(), Subscription::default())
        .limit_depth(limits::DEPTH)
        .limit_recursive_depth(limits::RECURSION)
        .limit_directives(limits::DIRECTIVES)
        .disable_suggestions()
}

#[cfg(test)]
mod tests;
