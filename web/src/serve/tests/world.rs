//! A site on a free port over a throwaway database, with a few routes that misbehave, and a client that sees bytes.

use std::sync::Arc;
use std::time::Duration;

use axum::http::Method;
use folkmoot_common::{Role, Secret, Sources};
use folkmoot_people::Email;
use serde::Deserialize;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::edge::{Asking, Checked, SetCookie};
use crate::error::PageError;
use crate::routes::{Route, finish, table};
use crate::{Config, Site};

pub(super) struct World {
    pub(super) site: Arc<Site>,
    pub(super) host: String,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<std::io::Result<()>>,
    _folder: TempDir,
}

#[derive(Deserialize)]
struct Fields {
    word: String,
}

/// Routes that do what none of ours may.
fn probes() -> Vec<Route> {
    vec![
        Route::new(Method::GET, "/probe/panic", async || -> &'static str { panic!("hunter2 in src/secret.rs") }),
        Route::new(Method::GET, "/probe/slow", async || {
            tokio::time::sleep(Duration::from_secs(60)).await;
            "late"
        }),
        Route::new(Method::GET, "/probe/library", async || (axum::http::StatusCode::BAD_REQUEST, "serde said hunter2")),
        Route::new(Method::GET, "/probe/large", async || "a".repeat(5_000)),
        // More than all the buffers between two ends of a line on one machine.
        Route::new(Method::GET, "/probe/huge", async || "a".repeat(64 << 20)),
        Route::new(Method::GET, "/probe/form", form),
        Route::new(Method::POST, "/probe/form", async |Checked { asking, form }: Checked<Fields>| {
            let who = asking.known.is_some();
            format!("{} {who}", form.word)
        }),
        Route::new(Method::GET, "/probe/mine", async |asking: Asking| -> Result<String, PageError> {
            Ok(asking.known()?.person_id.to_string())
        }),
    ]
}

async fn form(axum::extract::State(site): axum::extract::State<Arc<Site>>, mut asking: Asking) -> (SetCookie, String) {
    let (_mark, cookie) = asking.browser(&site);
    (cookie, asking.csrf_token(&site))
}

impl World {
    /// `change` is made to the configuration before the site opens.
    pub(super) async fn open(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let mut config = Config::embedded().unwrap();
        config.database.url = format!("sqlite://{}?mode=rwc", folder.path().join("x.db").display()).into();
        config.site.public_url = format!("http://{host}").parse().unwrap();
        // Everybody comes from one address.
        config.limits.posts_per_minute = 0;
        config.limits.signed_in_posts_per_minute = 0;
        config.limits.sign_ins_per_minute = 0;
        config.limits.looks_per_minute = 0;
        config.cache.believed_ms = 0;
        change(&mut config);
        let site = Site::open(config, Sources::system()).await.unwrap();
        let app = finish(&site, table().into_iter().chain(probes()).collect());
        let (stop, stopped) = oneshot::channel();
        let work = super::super::serve_app(Arc::clone(&site), app, listener, async move {
            let _gone = stopped.await;
        });
        let served = tokio::spawn(work);
        Self { site, host, stop: Some(stop), served, _folder: folder }
    }

    pub(super) async fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.host).await.unwrap()
    }

    /// Sends a request with these header lines and this body; the whole answer as text.
    pub(super) async fn ask(&self, first: &str, headers: &[&str], body: &str) -> String {
        let mut stream = self.connect().await;
        let mut request = format!("{first} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|line| line.starts_with("Host:")) {
            request.push_str(&format!("Host: {}\r\n", self.host));
        }
        for line in headers {
            request.push_str(&format!("{line}\r\n"));
        }
        if !body.is_empty() && !headers.iter().any(|line| line.starts_with("Content-Length:")) {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str(&format!("\r\n{body}"));
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // A server that cuts what it doesn't want to read may reset the line after its answer.
        let _reset = stream.read_to_end(&mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub(super) async fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path}"), &[], "").await
    }

    /// Somebody's access token.
    pub(super) async fn token(&self) -> Secret {
        let name = folkmoot_people::DisplayName::parse("Tester").unwrap();
        self.site.people.issue_tokens(1, &name).await.unwrap().remove(0)
    }

    /// An idea that everybody may see; its number.
    pub(super) async fn idea(&self) -> folkmoot_ideas::Idea {
        let email = Email::parse("ada@example.org").unwrap();
        let name = folkmoot_people::DisplayName::parse("Ada").unwrap();
        let roles = [Role::Citizen].into_iter().collect();
        let ada = self.site.people.add_person(email, roles, Some(name)).await.unwrap();
        let viewer = folkmoot_common::Viewer::Person { id: ada.id, roles: ada.roles };
        let text =
            folkmoot_ideas::IdeaText::parse("Plant more trees", "Along the river, please, where it is hot.", "en")
                .unwrap();
        let slug = folkmoot_ideas::Slug::parse("anything-else").unwrap();
        match self.site.ideas.submit(&viewer, &slug, text).await.unwrap() {
            folkmoot_ideas::Submission::Published(idea) => idea,
            other => panic!("{other:?}"),
        }
    }

    /// Tells the server to stop.
    pub(super) fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits until it has stopped.
    pub(super) async fn stopped(self) {
        self.served.await.unwrap().unwrap();
    }
}

/// The status of an answer.
pub(super) fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}
