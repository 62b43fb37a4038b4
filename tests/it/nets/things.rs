//! Things in every state, made anew for each try, so that no try stands in another's way.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folkmoot::Site;
use folkmoot_comments::{Comment, CommentText};
use folkmoot_common::{Id, IdeaId, Viewer};
use folkmoot_ideas::{Campaign, Idea, IdeaText, NewCampaign, PublishingMode, Reason, Slug, Submission, VotingRule};
use folkmoot_people::{DraftContent, DraftOwner, Issued, TokenName};
use folkmoot_tests::database::one_line;
use folkmoot_tests::world::World;
use folkmoot_text::Markdown;
use sea_orm::{ConnectionTrait as _, DatabaseConnection};
use serde_json::json;

use super::cast::{PATIENCE, REST};

/// The campaign whose ideas wait for a moderator's yes.
pub(crate) const REVIEWED: &str = "reviewed";

/// Where an idea or a comment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Published,
    Waiting,
    Rejected,
    Hidden,
    Withdrawn,
    Planned,
    Held,
    Deleted,
}

impl State {
    pub(crate) fn parse(word: &str) -> Self {
        match word {
            "published" => Self::Published,
            "waiting" => Self::Waiting,
            "rejected" => Self::Rejected,
            "hidden" => Self::Hidden,
            "withdrawn" => Self::Withdrawn,
            "planned" => Self::Planned,
            "held" => Self::Held,
            "deleted" => Self::Deleted,
            other => panic!("there is no state `{other}`"),
        }
    }
}

/// What a try needs to name the thing it is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Made {
    pub(crate) number: i64,
    pub(crate) slug: String,
    pub(crate) idea: Option<IdeaId>,
    /// The API's id of the idea.
    pub(crate) idea_id: String,
    pub(crate) comment: i32,
    /// The API's id of the comment.
    pub(crate) comment_id: String,
    pub(crate) campaign: String,
    /// The id that the pages use for a session, a token, a draft, or a thing's author.
    pub(crate) id: String,
    /// The API's id of the thing itself.
    pub(crate) node: String,
    /// The number of a report about it.
    pub(crate) receipt: String,
    /// The API's id of a department.
    pub(crate) department: String,
    /// The API's id of an answer to it.
    pub(crate) reply: String,
}

/// Where things are made.
pub(crate) struct Workshop {
    pub(super) site: Arc<Site>,
    base: DatabaseConnection,
    pub(super) author: Viewer,
    made: AtomicU32,
}

impl Workshop {
    pub(crate) async fn open(world: &World, author: Viewer) -> Self {
        let site = Arc::clone(world.site());
        let base = one_line(world.database_url()).await.unwrap();
        let now = site.sources.now();
        let campaign = NewCampaign {
            id: site.sources.mint(now),
            slug: Slug::parse(REVIEWED).unwrap(),
            question: "What should wait?".to_owned(),
            brief: Markdown::parse("Every idea here waits for a moderator.", 100).unwrap(),
            language: folkmoot_common::Language::english(),
            opens_at: now.minus(Duration::from_secs(86_400)),
            closes_at: None,
            voting_rule: VotingRule::SupportAndOppose,
            publishing_mode: PublishingMode::AfterReview,
            created_at: now,
        };
        site.ideas.make_campaign(campaign).await.unwrap();
        Self { site, base, author, made: AtomicU32::new(0) }
    }

    /// Writes into the database what no act does yet.
    async fn write(&self, sql: &str) {
        self.base.execute_unprepared(sql).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
    }

    /// An idea of the author's, in a state.
    pub(crate) async fn idea(&self, state: State) -> Made {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        self.idea_saying(state, &format!("A bench at the river, number {n}"), "Because it would help.").await
    }

    /// The same, with these words.
    pub(crate) async fn idea_saying(&self, state: State, title: &str, body: &str) -> Made {
        let campaign = if state == State::Waiting { REVIEWED } else { Campaign::STANDING };
        let text = IdeaText::parse(title, body, "en").unwrap();
        let slug = Slug::parse(campaign).unwrap();
        let idea = match done(async || self.site.ideas.submit(&self.author, &slug, text.clone()).await).await {
            Submission::Published(idea) | Submission::Waiting(idea, _) => idea,
            Submission::CampaignClosed => panic!("the campaign is open"),
        };
        self.shift(&idea, state).await;
        let idea_id = global(idea.id);
        Made {
            number: idea.number,
            slug: idea.slug.clone(),
            idea: Some(idea.id),
            node: idea_id.clone(),
            idea_id,
            campaign: campaign.to_owned(),
            id: self.author_id(),
            ..Made::default()
        }
    }

    /// As the acts of moderation will leave it.
    async fn shift(&self, idea: &Idea, state: State) {
        let number = idea.number;
        let listing = |listed: bool, votable: bool| {
            format!(
                "UPDATE tally SET listed = {listed}, votable = {votable}, \
                     status = (SELECT status FROM idea WHERE id = tally.idea_id) WHERE idea_id = (SELECT id FROM idea WHERE number = {number})"
            )
        };
        match state {
            State::Published | State::Waiting => {}
            State::Rejected => {
                self.write(&format!("UPDATE idea SET status = 'rejected' WHERE number = {number}")).await;
                self.write(&listing(false, false)).await;
            }
            State::Hidden => {
                self.write(&format!("UPDATE idea SET hidden_at = created_at WHERE number = {number}")).await;
                self.write(&listing(false, false)).await;
            }
            State::Planned => {
                self.write(&format!("UPDATE idea SET status = 'planned' WHERE number = {number}")).await;
                self.write(&listing(true, false)).await;
            }
            State::Withdrawn => {
                let reason = Reason::parse("I changed my mind.").unwrap();
                done(async || self.site.ideas.withdraw(&self.author, idea.id, reason.clone()).await).await;
            }
            State::Held | State::Deleted => panic!("an idea is never {state:?}"),
        }
    }

    /// A comment of the author's, in a state, under an idea in a state.
    pub(crate) async fn comment(&self, state: State, under: State) -> Made {
        self.comment_saying(state, under, "It would help everybody.").await
    }

    /// The same, with these words.
    pub(crate) async fn comment_saying(&self, state: State, under: State, words: &str) -> Made {
        let mut made = self.idea(State::Published).await;
        let comment = self.comment_under(&made, state, words).await;
        let idea = self.site.ideas.find(&self.author, made.idea.unwrap()).await.unwrap().unwrap();
        self.shift(&idea, under).await;
        made.comment_id = global(comment.id);
        made.node.clone_from(&made.comment_id);
        made.comment = comment.number;
        made
    }

    /// A comment under an idea that is there already.
    pub(crate) async fn comment_under(&self, made: &Made, state: State, words: &str) -> Comment {
        let text = CommentText::parse(words, None).unwrap();
        let (idea, comments) = (made.idea.unwrap(), &self.site.comments);
        let comment = done(async || comments.post(&self.author, idea, None, text.clone()).await).await;
        let word = match state {
            State::Published => return comment,
            State::Deleted => return done(async || comments.delete(&self.author, comment.id).await).await,
            State::Held => "held",
            State::Hidden => "hidden",
            other => panic!("a comment is never {other:?}"),
        };
        let idea = format!("(SELECT id FROM idea WHERE number = {})", made.number);
        let which = format!("idea_id = {idea} AND number = {}", comment.number);
        self.write(&format!("UPDATE comment SET was_public = ('{word}' <> 'held'), state = '{word}' WHERE {which}"))
            .await;
        self.write(&format!("UPDATE tally SET comments = comments - 1, version = version + 1 WHERE idea_id = {idea}"))
            .await;
        comment
    }

    /// A draft of the author's.
    pub(crate) async fn draft(&self) -> Made {
        let content = json!({
            "kind": "idea", "campaign": Campaign::STANDING, "title": "A draft of a bench", "body": "Not finished."
        });
        let content = DraftContent::parse(content.to_string()).unwrap();
        let owner = DraftOwner::Person(self.author.person().unwrap());
        let id = done(async || self.site.people.keep_draft(owner, content.clone()).await).await;
        Made { id: id.uuid().simple().to_string(), ..Made::default() }
    }

    /// Whether a draft of the author's is still there.
    pub(crate) async fn has_draft(&self, made: &Made) -> bool {
        let owner = DraftOwner::Person(self.author.person().unwrap());
        let drafts = self.site.people.drafts_of(owner).await.unwrap();
        drafts.iter().any(|draft| draft.id.uuid().simple().to_string() == made.id)
    }

    /// An access token of the author's.
    pub(crate) async fn token(&self) -> Made {
        let name = TokenName::parse("To revoke").unwrap();
        let issued = done(async || self.site.people.issue_token(&self.author, name.clone()).await).await;
        let Issued::Token(info, _secret) = issued else { panic!("the author has too many tokens") };
        Made { id: info.id.uuid().simple().to_string(), ..Made::default() }
    }

    /// Whether a token of the author's is still good.
    pub(crate) async fn has_token(&self, made: &Made) -> bool {
        let tokens = self.site.people.tokens(&self.author).await.unwrap();
        tokens.iter().any(|token| token.id.uuid().simple().to_string() == made.id)
    }

    /// The author's oldest session.
    pub(crate) async fn session(&self) -> Made {
        let sessions = self.site.people.sessions(&self.author, None).await.unwrap();
        let oldest = sessions.iter().min_by_key(|session| session.created_at).expect("the author is signed in");
        Made { id: oldest.id.uuid().simple().to_string(), ..Made::default() }
    }

    /// Whether a session of the author's is still good.
    pub(crate) async fn has_session(&self, made: &Made) -> bool {
        let sessions = self.site.people.sessions(&self.author, None).await.unwrap();
        sessions.iter().any(|session| session.id.uuid().simple().to_string() == made.id)
    }

    /// The id that the author's public page has.
    pub(crate) fn author_id(&self) -> String {
        self.author.person().unwrap().uuid().simple().to_string()
    }

    /// The author's public face.
    pub(crate) async fn face(&self) -> Made {
        let idea = self.idea(State::Published).await;
        Made { node: global(self.author.person().unwrap()), ..idea }
    }

    /// The standing campaign.
    pub(crate) async fn campaign(&self) -> Made {
        let campaign = self.site.ideas.campaign(Campaign::STANDING).await.unwrap().unwrap();
        Made { node: global(campaign.id), campaign: Campaign::STANDING.to_owned(), ..Made::default() }
    }
}

/// What an act came to. It is done again while the database is busy with what is tried: whoever makes things for that isn't
/// tried themself.
async fn done<T, E: Debug>(act: impl AsyncFn() -> Result<T, E>) -> T {
    for _try in 0..PATIENCE {
        match act().await {
            Err(why) if format!("{why:?}").ends_with("(Busy)") => tokio::time::sleep(REST).await,
            what => return what.unwrap(),
        }
    }
    panic!("the database was busy for {PATIENCE} tries");
}

/// The API's id of a thing. That it is one is seen wherever the matrix says yes.
pub(crate) fn global<I: Id>(id: I) -> String {
    URL_SAFE_NO_PAD.encode(format!("{}:{}", I::KIND, id.uuid().simple()))
}
