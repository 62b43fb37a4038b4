//! Where the lines are tried: one site with an idea, a comment, a signed-in citizen and a visitor.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use folkmoot_tests::world::{House, World};
use reqwest::{Client, Method};

use super::judge::{Verdict, judge};
use crate::nets::{Answer, Cast, Made, Player, State, Who, Workshop, patiently};

pub(super) struct Stage {
    pub(super) world: World,
    pub(super) cast: Cast,
    pub(super) shop: Workshop,
    /// A public idea of the author's with a comment.
    pub(super) made: Made,
    /// An item that waits and stays open, by its id.
    pub(super) item: String,
    /// A decision against the author, by its id.
    pub(super) refusal: String,
    /// A report that a moderator turned down.
    pub(super) kept: Made,
    /// Lines that came to the desk's forms so far.
    pub(super) lines: AtomicUsize,
    /// Addresses that were tried so far.
    pub(super) doors: AtomicUsize,
    /// Lines that came to the API so far.
    pub(super) asked: AtomicUsize,
    /// Somebody who sends whatever they like.
    pub(super) plain: Client,
}

impl Stage {
    pub(super) async fn open() -> Self {
        let world = World::start_with(House::Sqlite, |config| config.server.listeners = 100_000).await;
        let cast = Cast::arrive(&world).await;
        let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
        let made = shop.comment(State::Published, State::Published).await;
        let (item, refusal) = (shop.item().await.id, shop.refusal().await.id);
        let kept = shop.kept_report().await;
        let plain = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        let [lines, doors, asked] = [0; 3].map(AtomicUsize::new);
        Self { world, cast, shop, made, item, refusal, kept, lines, doors, asked, plain }
    }

    pub(super) fn author(&self) -> &Player {
        self.cast.of(Who::Author)
    }

    pub(super) fn visitor(&self) -> &Player {
        self.cast.of(Who::Visitor)
    }
}

/// Where forms were sent so far, by this test.
static SENT_TO: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// The paths that a form was sent to.
pub(super) fn sent_to() -> BTreeSet<String> {
    SENT_TO.lock().unwrap().clone()
}

/// How many bytes of a form are sure to be heard out, though more than the limit: `web/src/edge/body.rs`.
const HEARD_OUT: usize = 1_600_000;

/// Sends a form and judges the answer. What is too long for all of its fields goes into the first ones: a server that doesn't
/// hear somebody out may break the line before its answer is read.
pub(super) async fn post(player: &Player, path: &str, line: &str, fields: &[(&str, &str)]) -> (Answer, Vec<Verdict>) {
    SENT_TO.lock().unwrap().insert(path.to_owned());
    let mut room = HEARD_OUT;
    let mut fits = |value: &str| {
        let length = url::form_urlencoded::byte_serialize(value.as_bytes()).map(str::len).sum();
        room.checked_sub(length).inspect(|left| room = *left).is_some()
    };
    let heard: Vec<_> = fields.iter().copied().filter(|(_field, value)| fits(value)).collect();
    let answer = player.post(path, &heard).await;
    let wrong = judge(&format!("POST {path}"), line, &answer);
    (answer, wrong)
}

/// Asks for an address that was put together already.
pub(super) async fn get(player: &Player, place: &str, address: &url::Url, line: &str) -> Vec<Verdict> {
    let request = player.browser.request(Method::GET, address).header("accept", "text/html");
    match patiently(request).await {
        Ok(answer) => judge(&format!("GET {place}"), line, &Answer::read(answer).await),
        Err(why) if why.is_builder() => Vec::new(),
        Err(why) => vec![Verdict::new(place, format!("no answer: {why:?}"), line)],
    }
}
