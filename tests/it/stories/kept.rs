//! Pages come out of memory for whoever isn't signed in, and are never older than what was done: in another tab, at another
//! node, by hand in the database, by the clock. Nothing of anybody ever comes with them.

use std::time::Duration;

use folkmoot_common::{Role, Roles, Viewer};
use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_people::Email;
use folkmoot_replies::DepartmentText;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, House, Socket, World};
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, ETAG, IF_NONE_MATCH, SET_COOKIE, VARY,
};
use reqwest::{Method, RequestBuilder, Response};
use sea_orm::{ConnectionTrait as _, Database, TransactionTrait as _};
use serde_json::json;

/// Lines that a page has for whoever has signed in, by a word of each: who they are, the mark by which a form of theirs is
/// known, what they may look for and hear of, and that a button does at once what it says.
const OWN: [&str; 9] = [
    "name=\"csrf\"",
    "fm-header__who",
    "\"mine\"",
    "checkboxes",
    "\"hearing\"",
    "You hear nothing",
    "name=\"follows\"",
    ">Post the comment<",
    ">Post the reply<",
];
/// Lines that stand there for a visitor instead.
const ANYBODYS: [&str; 2] = [">Sign in", "You sign in after this"];
/// Ends of what began in one of the former.
const ENDS: [&str; 2] = ["</div>", "</form>"];

/// What another node did is seen after so long, by the configuration that is built in; and a little for the way.
const BELIEVED: Duration = Duration::from_millis(100 + 50);

/// The pages that are kept, beside an idea's.
const PAGES: [&str; 5] = ["/", "/ideas", "/campaigns/parks", "/departments", "/departments/green-spaces"];

fn get(reader: &Actor, path: &str) -> RequestBuilder {
    reader.request(Method::GET, &reader.address(path))
}

async fn answer(reader: &Actor, request: RequestBuilder) -> Response {
    reader.run(request.build().unwrap()).await
}

/// What a page is called in the state that it is in.
async fn tag(reader: &Actor, path: &str) -> String {
    let answer = answer(reader, get(reader, path)).await;
    assert_eq!(answer.status().as_u16(), 200, "{path}");
    assert!(answer.headers().get(SET_COOKIE).is_none(), "{path}");
    assert_eq!(answer.headers()[VARY], "accept-encoding, authorization, cookie");
    answer.headers()[ETAG].to_str().unwrap().to_owned()
}

/// The status of a page for who has this state of it.
async fn again(reader: &Actor, path: &str, tag: &str) -> u16 {
    answer(reader, get(reader, path).header(IF_NONE_MATCH, tag)).await.status().as_u16()
}

/// Whether an answer is one that may have come out of memory: only such have a tag.
async fn is_kept(reader: &Actor, request: RequestBuilder) -> bool {
    answer(reader, request).await.headers().contains_key(ETAG)
}

/// The lines of the one page that the other doesn't have, as often as they are missing there.
fn beyond<'a>(one: &'a str, other: &str) -> Vec<&'a str> {
    let mut there: Vec<&str> = other.lines().map(str::trim).collect();
    let mut missing = Vec::new();
    for line in one.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match there.iter().position(|known| *known == line) {
            Some(place) => drop(there.swap_remove(place)),
            None => missing.push(line),
        }
    }
    missing
}

/// A question to the API, as whoever asks sends it.
fn asks(reader: &Actor, query: &str) -> RequestBuilder {
    reader.request(Method::POST, &reader.address("/graphql")).json(&json!({ "query": query }))
}

async fn by_hand(world: &World, statement: &str) {
    let database = Database::connect(world.database_url()).await.unwrap();
    assert_eq!(database.execute_unprepared(statement).await.unwrap().rows_affected(), 1, "{statement}");
    database.close().await.unwrap();
}

async fn parks(world: &World) -> (Actor, i64, String) {
    world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
    let email = Email::parse("bea@example.org").unwrap();
    let bea = world.site().people.add_person(email, Roles::default().with(Role::Admin), None).await.unwrap();
    let admin = Viewer::Person { id: bea.id, roles: bea.roles };
    let department = DepartmentText::parse("Green spaces", "Trees and benches.", false).unwrap();
    world.site().replies.save_department(&admin, None, &department).await.unwrap();
    let ana = world.citizen("Ana").await;
    let page = ana.post_idea_in("parks", "A bench in the park", "To rest.").await;
    let (number, path) = (page.idea_number(), page.path().to_owned());
    (ana, number, path)
}

/// Hidden by a moderator, at their own desk.
async fn hide(world: &World, mo: &Actor, path: &str) {
    let report = world.visitor().open(&format!("{path}/report")).await.form("Send the report");
    report.fill("ground", "SPAM").tick("faith").send().await;
    let item = mo.open("/moderation").await.follow("A bench in the park").await;
    let form = item.form_asking("seen").expect("a moderator may decide");
    let done = form.fill("act", "HIDE").fill("reason", "SPAM").send().await;
    assert!(done.status.is_success() && done.error_for("act").is_none(), "{}", done.words());
}

stories! {
    async fn a_page_in_memory_is_never_older_than_what_was_done(world: World) {
        let (ana, number, path) = parks(world).await;
        let there = [world.visitor(), world.visitor()];
        for reader in &there {
            for address in PAGES.into_iter().chain([path.as_str()]) {
                let known = tag(reader, address).await;
                assert_eq!(again(reader, address, &known).await, 304, "{address}");
                assert_eq!(again(reader, address, &format!("\"x\", W/{known}")).await, 304, "{address}");
                assert_eq!(again(reader, address, "\"x\"").await, 200, "{address}");
            }
            assert!(reader.open(&format!("/cy{path}")).await.html.contains("lang=\"cy\""));
            assert!(reader.open(&path).await.html.contains("lang=\"en\""));
        }

        // A vote and a comment are seen by everybody, at whichever node.
        let known = [tag(&there[0], &path).await, tag(&there[1], &path).await];
        world.citizen("Ben").await.cast(number, "SUPPORT").await;
        for (reader, known) in there.iter().zip(&known) {
            assert_eq!(again(reader, &path, known).await, 200);
        }
        let form = ana.open(&path).await.form("Post the comment");
        form.fill("body", "Under the oak.").fill("stance", "For the idea").send().await;
        for reader in &there {
            assert!(reader.open(&path).await.says("Under the oak."));
        }

        // What a moderator hides is gone from page and lists.
        let mo = world.moderator("Mo").await;
        hide(world, &mo, &path).await;
        for reader in &there {
            assert_eq!(reader.open(&path).await.status.as_u16(), 404);
            assert!(!reader.open("/ideas").await.html.contains("A bench in the park"));
        }

        // A hand in the database changes it too.
        let open = [tag(&there[0], "/campaigns/parks").await, tag(&there[1], "/campaigns/parks").await];
        world.close("parks").await;
        for (reader, known) in there.iter().zip(&open) {
            assert_eq!(again(reader, "/campaigns/parks", known).await, 200);
        }
    }

    async fn what_the_api_answers_anybody_comes_out_of_memory(world: World) {
        let (ana, number, path) = parks(world).await;
        let (reader, script) = (world.visitor(), world.script("Sam").await);
        let tally = format!("{{ idea(number: {number}) {{ title tally {{ support }} }} }}");
        let support = async || answer(&reader, asks(&reader, &tally)).await.json::<serde_json::Value>().await.unwrap();
        assert_eq!(support().await, json!({ "data": { "idea": { "title": "A bench in the park", "tally": { "support": 0 } } } }));
        assert!(is_kept(&reader, asks(&reader, &tally)).await);
        assert_eq!(support().await["data"]["idea"]["tally"]["support"], 0, "the same again");

        // What anybody does is seen at once, whoever asked before.
        ana.cast(number, "SUPPORT").await;
        assert_eq!(support().await["data"]["idea"]["tally"]["support"], 1);
        let input = json!({ "i": { "ideaId": script.idea_id(number).await, "choice": "SUPPORT" } });
        script.graphql("mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }", input).await;
        assert_eq!(support().await["data"]["idea"]["tally"]["support"], 2);

        // Who is somebody gets their own, and nothing of it stays for others.
        let own = format!("{{ viewer {{ id }} idea(number: {number}) {{ viewerVote }} }}");
        assert!(!is_kept(&script, asks(&script, &own)).await);
        assert_eq!(script.graphql(&own, json!({})).await["data"]["idea"]["viewerVote"], "SUPPORT");
        let nobody = answer(&reader, asks(&reader, &own)).await.json::<serde_json::Value>().await.unwrap();
        assert_eq!(nobody, json!({ "data": { "viewer": null, "idea": { "viewerVote": null } } }));
        assert!(!is_kept(&reader, asks(&reader, &own).header(COOKIE, "session=AAAA")).await);
        assert!(!is_kept(&reader, asks(&reader, &own).bearer_auth("AAAA")).await);

        // An act is never answered from memory, nor what was asked wrongly or under a key.
        for (query, why) in [("{ idea(number: 1) { none } }", "wrong"), ("mutation { __typename }", "an act")] {
            for _ in 0..2 {
                assert!(!is_kept(&reader, asks(&reader, query)).await, "{why}");
            }
        }
        assert!(!is_kept(&reader, asks(&reader, &tally).header("idempotency-key", "k-1")).await, "a key");
        let long = format!("{tally} #{}", "x".repeat(9_000));
        assert!(!is_kept(&reader, asks(&reader, &long)).await, "too long to be worth it");

        // The same question put otherwise is another one.
        let other = json!({ "query": tally, "variables": {} });
        let asked = reader.request(Method::POST, &reader.address("/graphql")).json(&other);
        assert!(is_kept(&reader, asked).await);
        let known = answer(&reader, asks(&reader, &tally)).await;
        let typed = answer(&reader, asks(&reader, &tally).header("accept", "application/graphql-response+json")).await;
        assert_ne!(known.headers()["content-type"], typed.headers()["content-type"]);

        // What a moderator hides is gone from it.
        hide(world, &world.moderator("Mo").await, &path).await;
        assert_eq!(support().await["data"]["idea"], json!(null));
    }

    async fn what_somebody_reads_is_what_anybody_reads_but_for_what_is_theirs(world: World) {
        let (ana, number, path) = parks(world).await;
        let form = ana.open(&path).await.form("Post the comment");
        form.fill("body", "Under the oak.").fill("stance", "For the idea").send().await;
        let ben = world.citizen("Ben").await;
        for address in PAGES.into_iter().chain([path.as_str()]) {
            let (anybodys, own) = (ben.stranger().open(address).await.html, ben.open(address).await.html);
            let (of_ben, of_visitors) = (beyond(&own, &anybodys), beyond(&anybodys, &own));
            assert!(of_ben.iter().any(|line| line.contains("Ben")), "{address}: {of_ben:#?}");
            for line in of_ben {
                assert!(OWN.iter().any(|word| line.contains(word)) || ENDS.contains(&line), "{address}: {line}");
            }
            for line in of_visitors {
                assert!(ANYBODYS.iter().any(|word| line.contains(word)), "{address}: {line}");
            }
        }

        // Their own vote is the one thing more that they see of it.
        ben.cast(number, "SUPPORT").await;
        let (anybodys, own) = (ben.stranger().open(&path).await.html, ben.open(&path).await.html);
        let votes = beyond(&own, &anybodys).into_iter().filter(|line| line.contains("fm-vote__button"));
        let votes = votes.collect::<Vec<_>>();
        assert!(matches!(votes[..], [vote] if vote.contains("aria-pressed=\"true\"")), "{votes:#?}");
    }

    async fn nothing_of_anybody_comes_out_of_memory(world: World) {
        let (_author, _number, path) = parks(world).await;
        let quinn = world.citizen("Quinn").await;
        for address in PAGES.into_iter().chain([path.as_str()]) {
            let visitor = quinn.stranger();
            // Whoever is signed in draws first, then a visitor, then whoever is signed in.
            assert!(quinn.open(address).await.has_link("Quinn"), "{address}");
            let page = visitor.open(address).await;
            assert!(!page.has_link("Quinn") && page.has_link("Sign in"), "{address}");
            assert!(!page.html.contains("name=\"csrf\" value=\"e"), "{address}");
            assert!(quinn.open(address).await.has_link("Quinn"), "{address}");
            assert!(is_kept(&visitor, get(&visitor, address)).await, "{address}");
            let own = answer(&quinn, get(&quinn, address)).await;
            assert!(!own.headers().contains_key(ETAG), "{address}");
            assert_eq!(own.headers()[CACHE_CONTROL], "no-store", "{address}");

            // A cookie of ours, good or not, and a token are somebody; a neighbour's cookie is nobody.
            for cookie in ["browser=AAAA", "session=AAAA", "a=b; session="] {
                assert!(!is_kept(&visitor, get(&visitor, address).header(COOKIE, cookie)).await, "{address} {cookie}");
            }
            assert!(is_kept(&visitor, get(&visitor, address).header(COOKIE, "theirs=1")).await, "{address}");
            assert!(!is_kept(&visitor, get(&visitor, address).bearer_auth("AAAA")).await, "{address}");

            // The other tongue, another question, and another way of packing are other pages.
            let known = tag(&visitor, address).await;
            assert_ne!(tag(&visitor, format!("/cy{address}").trim_end_matches('/')).await, known, "{address}");
            assert_ne!(tag(&visitor, &format!("{address}?done=posted")).await, known, "{address}");
            assert_eq!(tag(&visitor, address).await, known, "{address}");
            let packed = answer(&visitor, get(&visitor, address).header(ACCEPT_ENCODING, "gzip")).await;
            assert_eq!(packed.headers()["content-encoding"], "gzip");
            assert_ne!(packed.headers()[ETAG], known.as_str());
            let twice = get(&visitor, address).header(ACCEPT_ENCODING, "identity").header(ACCEPT_ENCODING, "gzip");
            assert!(!is_kept(&visitor, twice).await, "{address}");

            // An answer that has no body is guarded as one that has.
            let whole = answer(&visitor, get(&visitor, address)).await;
            let none = answer(&visitor, get(&visitor, address).header(IF_NONE_MATCH, known.as_str())).await;
            assert_eq!(none.status().as_u16(), 304);
            for name in [CONTENT_SECURITY_POLICY, CACHE_CONTROL, VARY, ETAG] {
                assert_eq!(none.headers().get(&name), whole.headers().get(&name), "{name}");
            }
        }
        // What isn't one of those pages, whole, is not kept; nor is what nobody would ask for.
        let long = format!("/ideas?x={}", "a".repeat(600));
        for address in ["/ideas/new", "/sign-in", "/about", "/ideas/4711/x", "/campaigns/none", long.as_str()] {
            // Some of these plant a cookie.
            let visitor = quinn.stranger();
            assert!(!is_kept(&visitor, get(&visitor, address)).await, "{address}");
        }
    }
}

/// With the setting that a site has: who hides something, and who votes, at one node is believed at the other soon.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_node_did_is_seen_soon() {
    let house = House::PostgresRedisTwoNodes;
    let world = Box::pin(World::start_with(house, |config| config.cache.believed_ms = 100)).await;
    let (ana, number, path) = parks(&world).await;
    let mo = world.moderator("Mo").await.at(&world.nodes()[0]);
    let (near, far) = (world.visitor().at(&world.nodes()[0]), world.visitor().at(world.far_node()));
    let known = (tag(&near, &path).await, tag(&far, &path).await);
    ana.at(&world.nodes()[0]).cast(number, "SUPPORT").await;
    assert_eq!(again(&near, &path, &known.0).await, 200, "at once where it was done");
    tokio::time::sleep(BELIEVED).await;
    assert_eq!(again(&far, &path, &known.1).await, 200);

    hide(&world, &mo, &path).await;
    assert_eq!(near.open(&path).await.status.as_u16(), 404, "at once where it was done");
    tokio::time::sleep(BELIEVED).await;
    assert_eq!(far.open(&path).await.status.as_u16(), 404);
    assert!(!far.open("/ideas").await.html.contains("A bench in the park"));
}

/// A minute is believed here, so that only what a node does, and the clock, can change anything.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_done_through_a_node_is_seen_there_at_once() {
    for house in [House::Sqlite, House::Postgres] {
        let world = Box::pin(World::start_with(house, |config| config.cache.believed_ms = 60_000)).await;
        let (ana, number, path) = parks(&world).await;
        let reader = world.visitor();
        for choice in ["SUPPORT", "OPPOSE", "SUPPORT"] {
            let known = tag(&reader, &path).await;
            ana.cast(number, choice).await;
            assert_eq!(again(&reader, &path, &known).await, 200, "{choice}");
        }

        // By a socket, too: whoever hears that it was done finds it done.
        let script = world.script("Sam").await;
        let input = json!({ "i": { "ideaId": script.idea_id(number).await, "choice": "OPPOSE" } });
        let known = tag(&reader, &path).await;
        let cast = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }";
        let mut socket = Socket::act(&world.nodes()[0], &script, cast, input).await;
        let told = socket.next(Duration::from_secs(5)).await.expect("an answer");
        assert_eq!(told["castVote"]["outcome"], "COUNTED", "{told}");
        assert_eq!(again(&reader, &path, &known).await, 200, "by a socket");

        // The end of a campaign is no change in the database: its moment ends what was kept, in the middle of a minute.
        let now = world.site().sources.now().micros().rem_euclid(60_000_000);
        world.clock.advance(Duration::from_micros((60_000_000 - now).unsigned_abs()));
        let end = world.site().sources.now().plus(Duration::from_secs(30)).micros();
        by_hand(&world, &format!("UPDATE campaign SET closes_at = {end} WHERE slug = 'parks'")).await;
        ana.cast(number, "SUPPORT").await;
        let open = tag(&reader, "/campaigns/parks").await;
        assert_eq!(again(&reader, "/campaigns/parks", &open).await, 304, "it is open");
        world.clock.advance(Duration::from_secs(30));
        assert_eq!(again(&reader, "/campaigns/parks", &open).await, 200, "it has closed");

        // What nobody told this node is believed away for as long as the setting says, but no page outlives its minute.
        let front = tag(&reader, "/ideas").await;
        by_hand(&world, &format!("UPDATE idea SET title = 'A bank in the park' WHERE number = {number}")).await;
        world.clock.advance(Duration::from_secs(60));
        assert_eq!(again(&reader, "/ideas", &front).await, 200);
    }
}

/// A page that is drawn while something is being written is forgotten when that is committed, whatever was committed since.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_began_before_and_ends_after_a_page_changes_it() {
    let world = Box::pin(World::start(House::Postgres)).await;
    let (ana, number, path) = parks(&world).await;
    let reader = world.visitor();
    let database = Database::connect(world.database_url()).await.unwrap();
    let slow = database.begin().await.unwrap();
    let rename = format!("UPDATE idea SET title = 'A bank in the park' WHERE number = {number}");
    assert_eq!(slow.execute_unprepared(&rename).await.unwrap().rows_affected(), 1);
    ana.post_idea_in("parks", "A fountain", "To drink.").await;
    let known = tag(&reader, &path).await;
    assert_eq!(again(&reader, &path, &known).await, 304);
    slow.commit().await.unwrap();
    assert_eq!(again(&reader, &path, &known).await, 200);
    assert!(reader.open(&path).await.says("A bank in the park"));
}
