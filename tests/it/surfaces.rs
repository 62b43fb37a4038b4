//! The surface walk: what is waiting, rejected, hidden, withdrawn, held or deleted shows on no public surface, nor what
//! moderation took out, nor what people say to moderators and moderators to people. Each
//! planted thing has a word of its own that stands nowhere else; everything public is walked, and the word must not be
//! met. Then the author and a moderator walk the same way and must meet it, so that the walk is known to see.
//!
//! `surfaces/routes.txt` says of every route where it is walked or why it isn't; a route that it doesn't name fails.
//! The API is walked through every field that the schema publishes.

mod api;
mod list;
mod pages;
mod planted;
mod streams;

use folkmoot_tests::world::{House, World};

use crate::nets::{Cast, Who, Workshop};
use planted::{Planted, Where};

/// What was met: the surface and the word.
type Sightings = Vec<(String, &'static str)>;

struct Walk {
    world: World,
    cast: Cast,
    planted: Planted,
}

impl Walk {
    async fn set_out(house: House) -> Self {
        let world = World::start(house).await;
        let cast = Cast::arrive(&world).await;
        let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
        let planted = Planted::by(&shop).await;
        Self { world, cast, planted }
    }

    /// Everything that somebody meets on pages and in the API.
    async fn met_by(&self, who: Who) -> Sightings {
        let player = self.cast.of(who);
        let mut met = pages::walk(player, &self.planted).await;
        met.extend(api::walk(player, &self.planted).await);
        met
    }
}

async fn nothing_shows(house: House) {
    let walk = Walk::set_out(house).await;
    for who in [Who::Visitor, Who::Citizen, Who::Officer] {
        let mut met = walk.met_by(who).await;
        met.retain(|(_place, seen)| planted::ALL.iter().any(|one| one.word == *seen && !one.is_met_by(who)));
        assert!(met.is_empty(), "a {} met what is not public: {met:#?}", who.word());
    }
    let heard = streams::listen(&walk).await;
    assert!(heard.is_empty(), "streams told of what is not public: {heard:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_public_shows_nowhere() {
    Box::pin(nothing_shows(House::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_public_shows_nowhere_on_postgres() {
    Box::pin(nothing_shows(House::Postgres)).await;
}

/// The other way round: whoever may see it meets it on pages and in the API, and not a word more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn those_who_may_see_it_meet_it() {
    let walk = Walk::set_out(House::Sqlite).await;
    let mut wrong = Vec::new();
    for who in [Who::Author, Who::Moderator, Who::Officer, Who::Admin] {
        let met = walk.met_by(who).await;
        for one in planted::ALL {
            let met_so = |on_page: bool| {
                met.iter().any(|(place, seen)| *seen == one.word && place.starts_with("GET ") == on_page)
            };
            let found = match (met_so(true), met_so(false)) {
                (false, false) => Where::Nowhere,
                (true, false) => Where::OnPages,
                (true, true) => Where::InBoth,
                (false, true) => panic!("{} meets {} in the API alone: {met:#?}", who.word(), one.word),
            };
            wrong.extend((found != one.for_whom(who)).then(|| (who.word(), one.word, found)));
        }
    }
    assert!(wrong.is_empty(), "where they meet it is not where they should: {wrong:#?}");
}

/// Counters count what is public and nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counters_do_not_count_it() {
    let walk = Walk::set_out(House::Sqlite).await;
    let query = "query($n: Int!) { ideas(first: 1) { totalCount } campaigns(first: 3) { nodes { slug ideas(first: 1) { totalCount } } } \
                 idea(number: $n) { tally { comments } comments { totalCount } } }";
    let variables = serde_json::json!({ "n": walk.planted.public.number });
    for who in [Who::Visitor, Who::Citizen, Who::Author, Who::Moderator] {
        let data = walk.cast.of(who).ask(query, variables.clone()).await["data"].clone();
        let name = who.word();
        assert_eq!(data["ideas"]["totalCount"], planted::PUBLIC, "{name}: {data}");
        assert_eq!(data["idea"]["tally"]["comments"], 1, "{name}: {data}");
        assert_eq!(data["idea"]["comments"]["totalCount"], 1, "{name}: {data}");
        let counts: Vec<i64> = data["campaigns"]["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|campaign| campaign["ideas"]["totalCount"].as_i64().unwrap())
            .collect();
        assert_eq!(counts.iter().sum::<i64>(), planted::PUBLIC, "{name}: {data}");
    }
    let every = "query { ideas(filter: { statuses: [SUBMITTED, PUBLISHED, WITHDRAWN, REJECTED] }) { totalCount } }";
    let public = planted::PUBLIC - planted::MERGED - planted::IN_HAND;
    let all = public + 6;
    for (who, count) in [(Who::Visitor, public), (Who::Citizen, public), (Who::Author, all), (Who::Moderator, all)] {
        let answer = walk.cast.of(who).ask(every, serde_json::json!({})).await;
        assert_eq!(answer["data"]["ideas"]["totalCount"], count, "{}: {answer}", who.word());
    }
    let page = walk.cast.of(Who::Visitor).get("/ideas?campaign=reviewed").await.body;
    assert!(page.contains("2 ideas match"), "the list counts what is not public: {page}");
}
