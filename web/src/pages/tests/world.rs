//! A site over a throwaway database, asked without a network.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use folkmoot_common::{Secret, Sources, Viewer};
use folkmoot_ideas::{
    Idea, IdeaStatus, IdeaText, NewCampaign, PastIdea, PublishingMode, Slug, Submission, Title, VotingRule,
};
use folkmoot_people::{DisplayName, Email};
use folkmoot_text::Markdown;
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::{Config, Site};

pub(super) struct World {
    pub(super) site: Arc<Site>,
    pub(super) ada: Viewer,
    _folder: TempDir,
}

/// An answer, as far as these tests look.
pub(super) struct Page {
    pub(super) status: StatusCode,
    pub(super) html: String,
    pub(super) to: String,
    pub(super) cookie: Option<String>,
    pub(super) headers: HeaderMap,
}

impl Page {
    /// A header's words; nothing when it isn't there.
    pub(super) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

impl World {
    pub(super) async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The same, with settings of the test's own.
    pub(super) async fn open_with(set: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::embedded().unwrap();
        // These tests act through services, which no request tells.
        config.cache.believed_ms = 0;
        set(&mut config);
        config.database.url = format!("sqlite://{}?mode=rwc", folder.path().join("x.db").display()).into();
        let site = Site::open(config, Sources::system()).await.unwrap();
        let email = Email::parse("ada@example.org").unwrap();
        let name = DisplayName::parse("Ada").unwrap();
        let ada = site.people.add_person(email, std::iter::empty().collect(), Some(name)).await.unwrap();
        let ada = Viewer::Person { id: ada.id, roles: ada.roles };
        Self { site, ada, _folder: folder }
    }

    /// An idea of Ada's that everybody may see.
    pub(super) async fn idea(&self, title: &str) -> Idea {
        let text = IdeaText::parse(title, "Along the river, please.", "en").unwrap();
        let slug = Slug::parse("anything-else").unwrap();
        match self.site.ideas.submit(&self.ada, &slug, text).await.unwrap() {
            Submission::Published(idea) => idea,
            other => panic!("{other:?}"),
        }
    }

    /// An idea of Ada's that stands somewhere already, as an import brings it.
    pub(super) async fn past_idea(&self, title: &str, status: IdeaStatus) {
        let now = self.site.sources.now();
        let campaign = self.site.ideas.campaign("anything-else").await.unwrap().unwrap();
        let past = PastIdea {
            id: self.site.sources.mint(now),
            campaign: campaign.id,
            author: self.ada.person().unwrap(),
            title: Title::parse(title).unwrap(),
            body: Markdown::parse("Along the river, please.", 100).unwrap(),
            language: folkmoot_common::Language::english(),
            status,
            created_at: now,
        };
        assert_eq!(self.site.ideas.take(&[past]).await.unwrap(), 1);
    }

    /// A campaign whose ideas wait for a moderator's yes.
    pub(super) async fn reviewed_campaign(&self, slug: &str) {
        let now = self.site.sources.now();
        let campaign = NewCampaign {
            id: self.site.sources.mint(now),
            slug: Slug::parse(slug).unwrap(),
            question: "What should change?".to_owned(),
            brief: Markdown::parse("Anything.", 100).unwrap(),
            language: folkmoot_common::Language::english(),
            opens_at: now.minus(Duration::from_secs(60)),
            closes_at: None,
            voting_rule: VotingRule::SupportAndOppose,
            publishing_mode: PublishingMode::AfterReview,
            created_at: now,
        };
        self.site.ideas.make_campaign(campaign).await.unwrap();
    }

    /// Somebody's access token.
    pub(super) async fn token(&self) -> Secret {
        self.site.people.issue_tokens(1, &DisplayName::parse("Tester").unwrap()).await.unwrap().remove(0)
    }

    /// Somebody with a token, and who that is.
    pub(super) async fn reader(&self) -> (Secret, Viewer) {
        let token = self.token().await;
        let known = self.site.people.viewer_of_token(&token).await.unwrap().unwrap();
        (token, known.viewer())
    }

    pub(super) async fn get(&self, path: &str, token: Option<&Secret>) -> Page {
        self.ask("GET", path, Body::empty(), token).await
    }

    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)], token: Option<&Secret>) -> Page {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask("POST", path, Body::from(form), token).await
    }

    /// The same for a site that is reached by another name.
    pub(super) async fn get_over(&self, path: &str, host: &str) -> Page {
        self.ask_at(host, "GET", path, Body::empty(), None).await
    }

    async fn ask(&self, method: &str, path: &str, body: Body, token: Option<&Secret>) -> Page {
        let public = &self.site.config.site.public_url;
        let host = public.origin().trim_start_matches("http://").to_owned();
        self.ask_at(&host, method, path, body, token).await
    }

    async fn ask_at(&self, host: &str, method: &str, path: &str, body: Body, token: Option<&Secret>) -> Page {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", token.reveal()));
        }
        let answer = crate::routes::router(&self.site).oneshot(request.body(body).unwrap()).await.unwrap();
        let word = |name| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (status, to, cookie) =
            (answer.status(), word(header::LOCATION).unwrap_or_default(), word(header::SET_COOKIE));
        let headers = answer.headers().clone();
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        // A picture is no text; no test here reads one.
        Page { status, html: String::from_utf8_lossy(&bytes).into_owned(), to, cookie, headers }
    }
}
