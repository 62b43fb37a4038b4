//! Somebody at a browser without JavaScript, or a script with a token. Cookies, redirects and the `Origin` of a form
//! are as a browser's; nothing is known but what the server sent.

use std::time::Duration;

use reqwest::header::{ACCEPT, LOCATION, ORIGIN};
use reqwest::{Client, Method, Request, RequestBuilder, Response};
use serde_json::{Value, json};
use url::Url;

use super::Page;

/// Redirects in a row before a browser gives up.
const PATIENCE: usize = 10;

/// What every browser here says it is.
const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/// Somebody who acts. A clone is the same browser: another tab.
#[derive(Debug, Clone)]
pub struct Actor {
    client: Client,
    base: Url,
    token: Option<String>,
}

impl Actor {
    /// An empty browser at this address.
    pub(crate) fn browser(base: &str) -> Self {
        Self::new(base, None)
    }

    /// A script that shows this token.
    pub(crate) fn script(base: &str, token: String) -> Self {
        Self::new(base, Some(token))
    }

    /// A script at the same node, with this token.
    #[must_use]
    pub fn script_with(&self, token: &str) -> Self {
        Self::script(self.base.as_str(), token.to_owned())
    }

    /// The token that a script shows.
    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Somebody else's empty browser, at the same node.
    #[must_use]
    pub fn stranger(&self) -> Self {
        Self::browser(self.base.as_str())
    }

    fn new(base: &str, token: Option<String>) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .user_agent(if token.is_none() { BROWSER } else { "a script" })
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            // Sooner than the program hangs up on who says nothing: a line that is taken up again is still open.
            .pool_idle_timeout(Duration::from_secs(4))
            .timeout(Duration::from_secs(30))
            .build()
            .expect("a client can be made");
        Self { client, base: base.parse().expect("a node has an address"), token }
    }

    /// The same browser, gone over to another node, with its cookies.
    #[must_use]
    pub fn at(&self, node: &super::Node) -> Self {
        Self { base: node.url().parse().expect("a node has an address"), ..self.clone() }
    }

    /// Opens a page and follows where it leads.
    pub async fn open(&self, path: &str) -> Page {
        let address = self.address(path);
        let answer = self.go(self.request(Method::GET, &address)).await;
        self.arrive(answer, address.fragment().map(str::to_owned)).await
    }

    /// Asks for a page and stays at the answer, whatever it is.
    pub async fn peek(&self, path: &str) -> Page {
        let answer = self.go(self.request(Method::GET, &self.address(path))).await;
        Page::read(answer, self.clone()).await
    }

    /// Asks the API. The answer is whole: `data` and `errors`.
    ///
    /// # Panics
    /// When the answer is no JSON.
    pub async fn graphql(&self, query: &str, variables: Value) -> Value {
        let request = self.request(Method::POST, &self.address("/graphql"));
        let question = json!({ "query": query, "variables": variables });
        let answer = self.go(request.header(ACCEPT, "application/graphql-response+json").json(&question)).await;
        let status = answer.status();
        let text = answer.text().await.expect("the answer can be read");
        serde_json::from_str(&text)
            .unwrap_or_else(|why| panic!("the API answered {status} without JSON ({why}): {text}"))
    }

    /// Sends a form and follows where it leads.
    pub(crate) async fn submit(&self, method: Method, action: &Url, fields: &[(String, String)]) -> Page {
        let request = if method == Method::GET {
            let mut address = action.clone();
            address.query_pairs_mut().clear().extend_pairs(fields);
            self.request(method, &address)
        } else {
            self.request(method, action).form(fields)
        };
        self.arrive(self.go(request).await, None).await
    }

    /// A request, with what this actor's client adds by itself: the way to everything that no page or form does.
    pub fn request(&self, method: Method, address: &Url) -> RequestBuilder {
        let writes = !method.is_safe();
        let mut request = self.client.request(method, address.clone());
        match &self.token {
            Some(token) => request = request.bearer_auth(token),
            None => {
                if writes {
                    request = request.header(ORIGIN, self.base.origin().ascii_serialization());
                }
                request = request.header("sec-fetch-site", "same-origin");
            }
        }
        request
    }

    /// Sends a request that was put together by hand, with this actor's cookies.
    ///
    /// # Panics
    /// When there is no answer.
    pub async fn run(&self, request: Request) -> Response {
        self.client.execute(request).await.unwrap_or_else(|why| panic!("no answer: {why:?}"))
    }

    /// A path of the site as a whole address.
    ///
    /// # Panics
    /// When it is no path.
    #[must_use]
    pub fn address(&self, path: &str) -> Url {
        self.base.join(path).unwrap_or_else(|why| panic!("{path} is no path: {why}"))
    }

    /// Follows redirects. The place within the page is the browser's to keep: no answer tells it.
    async fn arrive(&self, mut answer: Response, mut place_within: Option<String>) -> Page {
        for _ in 0..PATIENCE {
            if !answer.status().is_redirection() {
                let mut page = Page::read(answer, self.clone()).await;
                page.address.set_fragment(place_within.as_deref());
                return page;
            }
            let place = answer.headers().get(LOCATION).and_then(|place| place.to_str().ok());
            let place = place.unwrap_or_else(|| panic!("a redirect from {} leads nowhere", answer.url()));
            let next = answer.url().join(place).expect("a redirect leads to an address");
            assert_eq!(next.origin(), self.base.origin(), "a redirect leads off the site");
            place_within = next.fragment().map(str::to_owned).or(place_within);
            answer = self.go(self.request(Method::GET, &next)).await;
        }
        panic!("{} redirects for ever", answer.url());
    }

    async fn go(&self, request: RequestBuilder) -> Response {
        request.send().await.unwrap_or_else(|why| panic!("no answer: {why:?}"))
    }
}
