//! A request that is sent again under its key: on the bus, the answer never came, and the program tries once more.

use folkmoot_tests::stories;
use folkmoot_tests::world::Actor;
use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

const CAST: &str = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome tally { support oppose } } }";
const SUBMIT: &str = "mutation($i: SubmitIdeaInput!) { submitIdea(input: $i) { outcome idea { number } } }";

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
}
