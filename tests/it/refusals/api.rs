//! The API takes one operation as JSON by POST, and nothing that a foreign page could send with a visitor's cookie.

use folkmoot_tests::world::{House, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::nets::{Answer, Cast, Player, State, Who, Workshop, global};

struct Site {
    _world: World,
    cast: Cast,
    vote: String,
    idea: String,
}

impl Site {
    async fn open() -> Self {
        let world = World::start(House::Sqlite).await;
        let cast = Cast::arrive(&world).await;
        let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
        let made = shop.idea(State::Published).await;
        let idea = global(made.idea.unwrap());
        let vote = format!("mutation {{ castVote(input: {{ ideaId: \"{idea}\", choice: SUPPORT }}) {{ outcome }} }}");
        Self { _world: world, cast, vote, idea }
    }

    fn citizen(&self) -> &Player {
        self.cast.of(Who::Citizen)
    }

    async fn support(&self) -> i64 {
        let query = "query($id: ID!) { idea(id: $id) { tally { support } } }";
        let answer = self.citizen().ask(query, json!({ "id": self.idea })).await;
        answer["data"]["idea"]["tally"]["support"].as_i64().unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_act_by_get_by_form_or_from_elsewhere() {
    let site = Site::open().await;
    let actor = &site.citizen().browser;
    let mut get = actor.address("/graphql");
    get.query_pairs_mut().append_pair("query", &site.vote);
    let whole = json!({ "query": site.vote }).to_string();
    let form = [("query", site.vote.as_str())];
    let address = actor.address("/graphql");
    let post = || actor.request(Method::POST, &address);
    let tries = [
        ("GET", actor.request(Method::GET, &get)),
        ("a form", post().form(&form)),
        ("plain text", post().header("content-type", "text/plain").body(whole.clone())),
        ("no content type", post().body(whole.clone())),
        ("application/graphql", post().header("content-type", "application/graphql").body(site.vote.clone())),
        ("a multipart form", post().header("content-type", "multipart/form-data; boundary=x").body(whole.clone())),
        (
            "JSON in another encoding",
            post().header("content-type", "application/json; charset=utf-16").body(whole.clone()),
        ),
        ("a batch", post().json(&json!([{ "query": site.vote }]))),
        ("PUT", actor.request(Method::PUT, &address).json(&json!({ "query": site.vote }))),
        (
            "a packed body",
            post().header("content-type", "application/json").header("content-encoding", "gzip").body(whole),
        ),
    ];
    for (what, request) in tries {
        let answer = Answer::read(request.send().await.unwrap()).await;
        assert!((400..=415).contains(&answer.status), "{what}: {} {}", answer.status, answer.body);
    }
    for (name, value) in
        [("origin", "https://elsewhere.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("x-none", "")]
    {
        let mut request = post().json(&json!({ "query": site.vote })).build().unwrap();
        request.headers_mut().remove("origin");
        request.headers_mut().remove("sec-fetch-site");
        request.headers_mut().insert(reqwest::header::HeaderName::from_static(name), value.parse().unwrap());
        let answer = Answer::read(actor.run(request).await).await;
        assert_eq!(answer.status, 403, "from {name} {value}: {}", answer.body);
        let said: Value = serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("no JSON: {}", answer.body));
        assert_eq!(said["errors"][0]["extensions"]["code"], "FORBIDDEN", "{said}");
    }
    assert_eq!(site.support().await, 0, "one of them counted");
    let right = site.citizen().ask(&site.vote, json!({})).await;
    assert_eq!(right["data"]["castVote"]["outcome"], "COUNTED", "{right}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_wrong_is_refused_and_never_ignored() {
    let site = Site::open().await;
    let address = site.citizen().browser.address("/graphql");
    for token in ["Bearer x", "Bearer ", "Basic dTpw", &format!("Bearer {}", "A".repeat(43))] {
        let request = site.citizen().browser.request(Method::POST, &address).header("authorization", token);
        let answer = Answer::read(request.json(&json!({ "query": site.vote })).send().await.unwrap()).await;
        assert_eq!(answer.status, 401, "{token}: {}", answer.body);
    }
    assert_eq!(site.support().await, 0);
}
