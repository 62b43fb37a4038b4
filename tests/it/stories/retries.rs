//! A request that is sent again under its key: on the bus, the answer never came, and the program tries once more. The key
//! is a header, or the act's own name in its input.

use std::time::Duration;

use folkmoot_tests::database::one_line;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Socket};
use futures::future::join_all;
use reqwest::Method;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

const CAST: &str = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome tally { support oppose } } }";
const NAMED: &str =
    "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome clientMutationId tally { support } } }";
const SUBMIT: &str = "mutation($i: SubmitIdeaInput!) { submitIdea(input: $i) { outcome idea { number } } }";

/// Every answer is lost, and that a while ago.
const LOSE: &str = "UPDATE retry SET answer = NULL, made_at = made_at - 60000000";

/// A store that takes keys and keeps no answers; and the end of that.
const REFUSE_ON_POSTGRES: [&str; 2] = [
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'away'; END $$; \
     CREATE TRIGGER refuse BEFORE UPDATE OF answer ON retry FOR EACH ROW EXECUTE FUNCTION refuse()",
    "DROP TRIGGER refuse ON retry",
];
const REFUSE_ON_SQLITE: [&str; 2] = [
    "CREATE TRIGGER refuse BEFORE UPDATE OF answer ON retry BEGIN SELECT RAISE(ABORT, 'away'); END",
    "DROP TRIGGER refuse",
];

/// What came back: the status, whether it is said to be the first answer, and the words.
struct Answer {
    status: u16,
    replayed: bool,
    text: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|why| panic!("no JSON ({why}): {}", self.text))
    }
}

async fn send(who: &Actor, keys: &[&str], query: &str, variables: Value) -> Answer {
    let mut request = who.request(Method::POST, &who.address("/graphql"));
    for key in keys {
        request = request.header("idempotency-key", *key);
    }
    let answer = request.json(&json!({ "query": query, "variables": variables })).send().await.expect("an answer");
    Answer {
        status: answer.status().as_u16(),
        replayed: answer.headers().contains_key("idempotency-replayed"),
        text: answer.text().await.expect("words"),
    }
}

/// A vote on an idea, under a name of its own.
fn named(idea: &str, choice: &str, name: &str) -> Value {
    json!({ "i": { "ideaId": idea, "choice": choice, "clientMutationId": name } })
}

/// What came of a vote, and the name that came back with it.
fn told(answer: &Answer) -> (Value, Value) {
    let payload = &answer.json()["data"]["castVote"];
    (payload["outcome"].clone(), payload["clientMutationId"].clone())
}

stories! {
    async fn a_vote_that_arrives_again_doesnt_undo_a_later_one(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let vote = json!({ "i": { "ideaId": ben.idea_id(number).await, "choice": "SUPPORT" } });
        let first = send(&ben, &["bus-17"], CAST, vote.clone()).await;
        assert_eq!(first.json()["data"]["castVote"]["outcome"], "COUNTED", "{}", first.text);
        assert!(!first.replayed);
        assert_eq!(ben.cast(number, "OPPOSE").await["outcome"], "COUNTED");

        let far = ben.at(world.far_node());
        let again = send(&far, &["bus-17"], CAST, vote.clone()).await;
        assert_eq!((again.status, again.replayed, &again.text), (200, true, &first.text));
        assert_eq!(ben.tally(number).await, (0, 1, 0), "a vote that was sent again moved the tally");

        // Under another key it is another vote; the same key is nobody else's.
        let anew = send(&ben, &["bus-18"], CAST, vote.clone()).await;
        assert_eq!(anew.json()["data"]["castVote"]["tally"], json!({ "support": 1, "oppose": 0 }));
        let carol = send(&world.citizen("Carol").await, &["bus-17"], CAST, vote.clone()).await;
        assert_eq!((carol.replayed, &carol.json()["data"]["castVote"]["outcome"]), (false, &json!("COUNTED")));

        let other = json!({ "i": { "ideaId": ben.idea_id(number).await, "choice": "OPPOSE" } });
        let refused = send(&ben, &["bus-17"], CAST, other).await;
        assert_eq!((refused.status, &refused.json()["errors"][0]["extensions"]["code"]), (409, &json!("CONFLICT")));
        for bad in [&["two words"][..], &["one", "two"], &[""]] {
            let refused = send(&ben, bad, CAST, vote.clone()).await;
            assert_eq!((refused.status, refused.text.contains("Idempotency-Key")), (400, true), "{bad:?}: {}", refused.text);
        }
        // Reading needs no key, and minds none.
        for _ in 0..2 {
            let read = send(&ben, &["read"], "{ viewer { name } }", json!({})).await;
            assert_eq!((read.status, read.replayed), (200, false), "{}", read.text);
        }
    }

    async fn an_idea_that_is_sent_eight_times_at_once_is_posted_once(world: World) {
        let ana = world.citizen("Ana").await;
        let far = ana.at(world.far_node());
        let idea = json!({ "i": { "campaign": "anything-else", "title": "A bench", "body": "To rest." } });
        let sent = (0..8).map(|i| send(if i % 2 == 0 { &ana } else { &far }, &["idea"], SUBMIT, idea.clone()));
        let answers = join_all(sent).await;
        let first = answers.iter().find(|answer| !answer.replayed).expect("one did it");
        assert!(first.json()["data"]["submitIdea"]["idea"]["number"].is_number(), "{}", first.text);
        assert_eq!(answers.iter().filter(|answer| !answer.replayed).count(), 1);
        for answer in &answers {
            assert_eq!((answer.status, &answer.text), (200, &first.text));
        }

        // What was refused is refused again, in the same words.
        let empty = json!({ "i": { "campaign": "anything-else", "title": "", "body": "" } });
        let refused = send(&ana, &["empty"], SUBMIT, empty.clone()).await;
        let again = send(&ana, &["empty"], SUBMIT, empty).await;
        assert_eq!((again.replayed, again.text), (true, refused.text));
    }

    async fn a_vote_with_a_name_of_its_own_is_cast_once(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let idea = ben.idea_id(number).await;
        let vote = named(&idea, "SUPPORT", "bus-17");
        let first = send(&ben, &[], NAMED, vote.clone()).await;
        assert_eq!((first.replayed, told(&first)), (false, (json!("COUNTED"), json!("bus-17"))), "{}", first.text);
        assert_eq!(ben.cast(number, "OPPOSE").await["outcome"], "COUNTED");

        // Whether the header says it too makes no difference.
        for keys in [&[][..], &["bus-17"]] {
            let again = send(&ben.at(world.far_node()), keys, NAMED, vote.clone()).await;
            assert_eq!((again.status, again.replayed, &again.text), (200, true, &first.text));
        }
        assert_eq!(ben.tally(number).await, (0, 1, 0), "a vote that was sent again moved the tally");

        // The name is Ben's own: Carol's act of the same name is another one, and is done.
        let carol = send(&world.citizen("Carol").await, &[], NAMED, vote.clone()).await;
        assert_eq!((carol.replayed, told(&carol)), (false, (json!("COUNTED"), json!("bus-17"))), "{}", carol.text);

        // Another act of Ben's under the same name is refused, wherever the name stands.
        let other = named(&idea, "OPPOSE", "bus-17");
        let bare = json!({ "i": { "ideaId": idea, "choice": "SUPPORT" } });
        for (keys, variables) in [(&[][..], other), (&["bus-17"][..], bare)] {
            let refused = send(&ben, keys, NAMED, variables).await;
            assert_eq!((refused.status, &refused.json()["errors"][0]["extensions"]["code"]), (409, &json!("CONFLICT")));
        }
    }

    async fn a_name_stands_anywhere_that_a_document_may_put_it(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let idea = ben.idea_id(number).await;
        let cast = |name: &str| format!("castVote(input: {{ ideaId: $idea, choice: SUPPORT, clientMutationId: {name} }})");
        let asked = "{ outcome clientMutationId }";
        for (i, query) in [
            format!("mutation($idea: ID!) {{ {} {asked} }}", cast("\"bus-0\"")),
            format!("mutation($idea: ID!, $name: String) {{ {} {asked} }}", cast("$name")),
            format!("mutation($idea: ID!, $own: String = \"bus-2\") {{ {} {asked} }}", cast("$own")),
            format!("mutation($idea: ID!) {{ ...Vote }} fragment Vote on Mutation {{ {} {asked} }}", cast("\"bus-3\"")),
        ]
        .iter()
        .enumerate()
        {
            let name = format!("bus-{i}");
            let mut variables = json!({ "idea": idea });
            if query.contains("$name") {
                variables["name"] = json!(name);
            }
            let first = send(&ben, &[], query, variables.clone()).await;
            assert_eq!((first.replayed, &told(&first).1), (false, &json!(name)), "{query}: {}", first.text);
            let again = send(&ben, &[], query, variables).await;
            assert_eq!((again.replayed, &again.text), (true, &first.text), "{query}");
        }
        // Without a name an act is done as often as it is sent, and none comes back.
        let bare = json!({ "i": { "ideaId": idea, "choice": "SUPPORT" } });
        for _ in 0..2 {
            let sent = send(&ben, &[], NAMED, bare.clone()).await;
            assert_eq!((sent.replayed, &told(&sent).1), (false, &Value::Null), "{}", sent.text);
        }
    }

    async fn who_lost_the_line_while_their_vote_was_counted_finds_its_answer(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.script("Ben").await;
        let vote = json!({ "i": { "ideaId": ben.idea_id(number).await, "choice": "SUPPORT" } });
        let holder = one_line(world.database_url()).await.unwrap();
        holder.execute_unprepared("BEGIN").await.unwrap();
        holder.execute_unprepared("UPDATE tally SET version = version").await.unwrap();
        let lost = tokio::time::timeout(Duration::from_millis(500), send(&ben, &["bus-17"], CAST, vote.clone())).await;
        assert!(lost.is_err(), "it was answered while the tally was held");
        // Who asks again meanwhile waits with it.
        let far = ben.at(world.far_node());
        let (again, ()) = tokio::join!(send(&far, &["bus-17"], CAST, vote), async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            holder.execute_unprepared("ROLLBACK").await.unwrap();
        });
        assert_eq!((again.status, again.replayed), (200, true), "{}", again.text);
        assert_eq!(again.json()["data"]["castVote"], json!({ "outcome": "COUNTED", "tally": { "support": 1, "oppose": 0 } }));
        assert_eq!(ben.tally(number).await, (1, 0, 0));
    }

    async fn an_answer_that_couldnt_be_kept_at_once_is_kept_soon(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.script("Ben").await;
        let vote = json!({ "i": { "ideaId": ben.idea_id(number).await, "choice": "SUPPORT" } });
        let hand = one_line(world.database_url()).await.unwrap();
        let [refuse, allow] = if world.database_url().starts_with("sqlite") { REFUSE_ON_SQLITE } else { REFUSE_ON_POSTGRES };
        hand.execute_unprepared(refuse).await.unwrap();
        let first = send(&ben, &["bus-17"], CAST, vote.clone()).await;
        assert_eq!((first.status, first.replayed), (200, false), "{}", first.text);
        const KEPT: &str = "SELECT word FROM retry WHERE answer IS NOT NULL";
        let kept = hand.query_all_raw(Statement::from_string(hand.get_database_backend(), KEPT)).await.unwrap();
        assert!(kept.is_empty(), "the store kept it after all");
        // Who asks again before it is kept waits for it.
        let far = ben.at(world.far_node());
        let (again, ()) = tokio::join!(send(&far, &["bus-17"], CAST, vote), async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            hand.execute_unprepared(allow).await.unwrap();
        });
        assert_eq!((again.status, again.replayed, again.json()), (200, true, first.json()));
        assert_eq!(ben.tally(number).await, (1, 0, 0));
    }

    async fn an_answer_that_was_lost_with_the_program_is_the_first_answer_all_the_same(world: World) {
        const OPPOSE: &str =
            "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome tally { support oppose } userErrors { code } } }";
        const RETRACT: &str = "mutation($i: RetractVoteInput!) { retractVote(input: $i) { outcome tally { support version } } }";
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.script("Ben").await;
        let idea = ben.idea_id(number).await;
        let support = json!({ "i": { "ideaId": idea, "choice": "SUPPORT" } });
        let bare = json!({ "i": { "ideaId": idea } });
        let asked = [("a", CAST, support.clone()), ("b", OPPOSE, support), ("c", RETRACT, bare)];
        let mut first = Vec::new();
        for (key, query, variables) in &asked {
            first.push(send(&ben, &[key], query, variables.clone()).await);
        }
        assert_eq!(first[1].json()["data"]["castVote"]["outcome"], "ALREADY_COUNTED", "{}", first[1].text);
        assert_eq!(ana.cast(number, "OPPOSE").await["outcome"], "COUNTED");

        // What a kill between the commit and the keeping leaves behind.
        let hand = one_line(world.database_url()).await.unwrap();
        hand.execute_unprepared(LOSE).await.unwrap();
        for node in [world.far_node(), &world.nodes()[0]] {
            for ((key, query, variables), first) in asked.iter().zip(&first) {
                let again = send(&ben.at(node), &[key], query, variables.clone()).await;
                assert_eq!((again.status, again.replayed, &again.text), (200, true, &first.text), "{key}");
            }
        }
        assert_eq!(ben.tally(number).await, (0, 1, 0), "a vote that was sent again moved the tally");

        // Of other acts nothing is noted: they were done, and say that their answer is lost.
        let post = json!({ "i": { "campaign": "anything-else", "title": "A pond", "body": "For frogs." } });
        assert_eq!(send(&ben, &["idea"], SUBMIT, post.clone()).await.status, 200);
        hand.execute_unprepared(LOSE).await.unwrap();
        let again = send(&ben, &["idea"], SUBMIT, post).await;
        assert_eq!((again.status, again.text.contains("its answer was lost")), (409, true), "{}", again.text);
    }

    async fn what_is_no_name_for_one_act_is_refused(world: World) {
        let bench = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let idea = ben.idea_id(bench).await;
        let long = "k".repeat(256);
        let mut refused = Vec::new();
        for bad in ["", "two words", "schlüssel", long.as_str()] {
            refused.push(send(&ben, &[], NAMED, named(&idea, "SUPPORT", bad)).await);
        }
        let number = json!({ "i": { "ideaId": idea, "choice": "SUPPORT", "clientMutationId": 17 } });
        refused.push(send(&ben, &[], NAMED, number).await);
        refused.push(send(&ben, &["bus-18"], NAMED, named(&idea, "SUPPORT", "bus-17")).await);
        let two = "mutation($a: CastVoteInput!, $b: CastVoteInput!) \
            { a: castVote(input: $a) { outcome } b: castVote(input: $b) { outcome } }";
        let (a, b) = (named(&idea, "SUPPORT", "one"), named(&idea, "SUPPORT", "two"));
        refused.push(send(&ben, &[], two, json!({ "a": a["i"], "b": b["i"] })).await);
        for answer in refused {
            let code = &answer.json()["errors"][0]["extensions"]["code"];
            assert_eq!((answer.status, code), (400, &json!("INVALID_INPUT")), "{}", answer.text);
            assert!(answer.text.contains("clientMutationId"), "{}", answer.text);
        }
        assert_eq!(ben.tally(bench).await, (0, 0, 0), "one of them counted");
    }

    async fn a_vote_with_a_name_is_cast_once_by_a_socket_too(world: World) {
        const SOON: Duration = Duration::from_secs(10);
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let sam = world.script("Sam").await;
        let idea = sam.idea_id(number).await;
        let vote = named(&idea, "SUPPORT", "bus-17");
        let first = Socket::act(&world.nodes()[0], &sam, NAMED, vote.clone()).await.next(SOON).await.expect("an answer");
        let counted = json!({ "outcome": "COUNTED", "clientMutationId": "bus-17", "tally": { "support": 1 } });
        assert_eq!(first["castVote"], counted);
        assert_eq!(sam.cast(number, "OPPOSE").await["outcome"], "COUNTED");

        let again = Socket::act(world.far_node(), &sam, NAMED, vote).await.next(SOON).await.expect("an answer");
        assert_eq!(again, first);
        assert_eq!(sam.tally(number).await, (0, 1, 0), "a vote that was sent again moved the tally");
        for (name, code) in [("bus-17", "CONFLICT"), ("two words", "INVALID_INPUT")] {
            let other = named(&idea, "OPPOSE", name);
            let refused = Socket::act(world.far_node(), &sam, NAMED, other).await.refusal(SOON).await;
            assert_eq!(refused[0]["extensions"]["code"], code, "{refused}");
        }
    }

    async fn an_answer_that_was_lost_is_drawn_anew_by_a_socket_too(world: World) {
        const SOON: Duration = Duration::from_secs(10);
        const WIDE: &str = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome clientMutationId \
            tally { support oppose } idea { number tally { support oppose } } } }";
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let sam = world.script("Sam").await;
        let vote = named(&sam.idea_id(number).await, "SUPPORT", "bus-17");
        let first = Socket::act(&world.nodes()[0], &sam, WIDE, vote.clone()).await.next(SOON).await.expect("an answer");
        assert_eq!(ana.cast(number, "OPPOSE").await["outcome"], "COUNTED");
        one_line(world.database_url()).await.unwrap().execute_unprepared(LOSE).await.unwrap();

        // What it came to is what was told; the idea beside it is as it stands now.
        let again = Socket::act(world.far_node(), &sam, WIDE, vote.clone()).await.next(SOON).await.expect("an answer");
        let mut now = first["castVote"].clone();
        now["idea"]["tally"] = json!({ "support": 1, "oppose": 1 });
        assert_eq!(again["castVote"], now);
        let third = Socket::act(&world.nodes()[0], &sam, WIDE, vote).await.next(SOON).await.expect("an answer");
        assert_eq!(third, again, "what was drawn anew is kept");
        assert_eq!(sam.tally(number).await, (1, 1, 0));
    }
}
