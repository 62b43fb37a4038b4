//! One person of each role, in a browser and as a script. The author is the citizen whose things are tried.

use std::time::Duration;

use folkmoot_common::{Role, Roles, Viewer};
use folkmoot_people::{Email, Issued, TokenName};
use folkmoot_tests::world::{Actor, Page, World};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use scraper::Selector;
use serde_json::Value;

/// The columns of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    Visitor,
    Citizen,
    Author,
    Moderator,
    Officer,
    Admin,
}

impl Who {
    pub(crate) const ALL: [Self; 6] =
        [Self::Visitor, Self::Citizen, Self::Author, Self::Moderator, Self::Officer, Self::Admin];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Citizen => "citizen",
            Self::Author => "author",
            Self::Moderator => "moderator",
            Self::Officer => "officer",
            Self::Admin => "admin",
        }
    }

    const fn role(self) -> Role {
        match self {
            Self::Visitor | Self::Citizen | Self::Author => Role::Citizen,
            Self::Moderator => Role::Moderator,
            Self::Officer => Role::Officer,
            Self::Admin => Role::Admin,
        }
    }
}

/// One of them.
pub(crate) struct Player {
    pub(crate) who: Who,
    pub(crate) browser: Actor,
    pub(crate) script: Actor,
    /// What a form of theirs carries; nothing for the visitor.
    pub(crate) csrf: Option<String>,
    pub(crate) viewer: Viewer,
    /// The secret that the script shows.
    pub(crate) token: Option<String>,
}

impl Player {
    async fn arrive(world: &World, who: Who) -> Self {
        let nobody = world.visitor();
        if who == Who::Visitor {
            let script = nobody.clone();
            return Self { who, browser: nobody, script, csrf: None, viewer: Viewer::Nobody, token: None };
        }
        let name = capital(who.word());
        let browser = world.with_role(&name, who.role()).await;
        let people = &world.site().people;
        let email = Email::parse(&format!("{}@example.org", who.word())).unwrap();
        let person = people.add_person(email, Roles::default(), None).await.unwrap();
        let viewer = Viewer::Person { id: person.id, roles: person.roles };
        let issued = people.issue_token(&viewer, TokenName::parse("Matrix").unwrap()).await.unwrap();
        let Issued::Token(_info, secret) = issued else { panic!("no token for {name}") };
        let csrf = csrf_of(&browser.open("/me").await);
        Self { who, script: world.script(&name).await, browser, csrf, viewer, token: Some(secret.reveal()) }
    }

    /// Sends a form as a page of ours would.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.csrf.as_deref().map(|token| ("csrf", token));
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain(token).collect();
        let request = self.browser.request(Method::POST, &self.browser.address(path)).form(&fields);
        Answer::read(patiently(request).await.expect("an answer")).await
    }

    /// The same form by a script that shows its token.
    pub(crate) async fn post_by_token(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.script.request(Method::POST, &self.script.address(path)).form(fields);
        Answer::read(patiently(request).await.expect("an answer")).await
    }

    /// The same address by a script that shows its token.
    pub(crate) async fn get_by_token(&self, path: &str) -> Answer {
        let request = self.script.request(Method::GET, &self.script.address(path));
        Answer::read(patiently(request.header("accept", "text/html")).await.expect("an answer")).await
    }

    /// Asks for an address and stays at the answer, as a browser that reads HTML.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = self.browser.request(Method::GET, &self.browser.address(path));
        Answer::read(patiently(request.header("accept", "text/html")).await.expect("an answer")).await
    }

    /// Asks the API with the browser's cookie.
    pub(crate) async fn ask(&self, query: &str, variables: Value) -> Value {
        self.browser.graphql(query, variables).await
    }
}

/// How often somebody asks who is told that the site is busy.
pub(super) const PATIENCE: usize = 10;
/// How long they rest before they ask again.
pub(super) const REST: Duration = Duration::from_millis(500);

/// The answer to this, which is sent again where the site is too busy for it: those who try what an answer says don't try how
/// much the machine bears, which may do much else. 503 says that nothing was done.
pub(crate) async fn patiently(asked: RequestBuilder) -> Result<Response, reqwest::Error> {
    for _try in 1..PATIENCE {
        let again = asked.try_clone().expect("a body that can be sent again");
        let answer = again.send().await?;
        if answer.status() != StatusCode::SERVICE_UNAVAILABLE {
            return Ok(answer);
        }
        tokio::time::sleep(REST).await;
    }
    asked.send().await
}

/// An answer as it came.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) leads_to: String,
    pub(crate) headers: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) async fn read(answer: Response) -> Self {
        let status = answer.status().as_u16();
        let leads_to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        let headers = format!("{:?}", answer.headers());
        let streams = answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream");
        // A stream never ends; its words are heard elsewhere.
        let body = if streams { String::new() } else { answer.text().await.expect("the answer can be read") };
        Self { status, leads_to, headers, body }
    }
}

/// The token in the forms of a page.
pub(crate) fn csrf_of(page: &Page) -> Option<String> {
    let field = Selector::parse("input[name=csrf]").unwrap();
    page.document().select(&field).next().and_then(|field| field.attr("value")).map(str::to_owned)
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// All of them.
pub(crate) struct Cast(Vec<Player>);

impl Cast {
    pub(crate) async fn arrive(world: &World) -> Self {
        let mut players = Vec::new();
        for who in Who::ALL {
            players.push(Player::arrive(world, who).await);
        }
        Self(players)
    }

    pub(crate) fn of(&self, who: Who) -> &Player {
        self.0.iter().find(|player| player.who == who).unwrap()
    }
}
