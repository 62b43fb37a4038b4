//! The council's whole way by the API alone: it promises, people support, an officer drafts and publishes, everybody reads.

use folkmoot_common::Role;
use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use folkmoot_tests::world::Actor;
use serde_json::{Value, json};

/// Does one act; tells its payload.
pub(super) async fn act(who: &Actor, name: &str, input: Value, asked: &str) -> Value {
    let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let document = format!(
        "mutation($input: {kind}!) {{ {name}(input: $input) {{ outcome {asked} userErrors {{ field code }} }} }}"
    );
    let answer = who.graphql(&document, json!({ "input": input })).await;
    assert!(answer["errors"].is_null(), "{name}: {answer}");
    answer["data"][name].clone()
}

/// The code with which an act is refused.
pub(super) async fn refused(who: &Actor, name: &str, input: Value) -> String {
    let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let document = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ outcome }} }}");
    let answer = who.graphql(&document, json!({ "input": input })).await;
    answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
}

/// A department with this officer in it.
async fn department(admin: &Actor, name: &str, officer: &Actor) -> Value {
    let made = act(admin, "saveDepartment", json!({ "name": name, "about": "All of it." }), "department { id }").await;
    let id = made["department"]["id"].clone();
    let person = officer.graphql("{ viewer { id } }", json!({})).await["data"]["viewer"]["id"].clone();
    let joins = json!({ "departmentId": id, "personId": person, "role": format!("Head of {name}") });
    assert_eq!(act(admin, "joinDepartment", joins, "").await["outcome"], "SAVED");
    id
}

stories! {
    async fn a_council_promises_and_answers_by_the_api(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
        let ada = world.with_role("Ada", Role::Admin).await;
        let (olu, uma) = (world.with_role("Olu", Role::Officer).await, world.with_role("Uma", Role::Officer).await);
        let (parks, _roads) = (department(&ada, "Parks", &olu).await, department(&ada, "Roads", &uma).await);
        let steps = json!({ "campaign": "parks", "steps": [{ "kind": "REPLY", "supporters": 2, "workingDays": 10 }] });
        let set = act(&ada, "setPromiseSteps", steps, "steps { kind supporters workingDays }").await;
        assert_eq!(set["steps"], json!([{ "kind": "REPLY", "supporters": 2, "workingDays": 10 }]));

        let ana = world.citizen("Ana").await;
        let number = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.idea_number();
        let idea = ana.idea_id(number).await;
        for name in ["Ben", "Cai"] {
            world.citizen(name).await.cast(number, "SUPPORT").await;
        }
        let read = "query($n: Int!) { idea(number: $n) { status replyDraft { version } staffNotes { wordsMarkdown } \
            promises { kind duty how { what workingDays } } departments { name isLead } happenings { what } \
            officialReplies { outcome role reasonsHtml department { slug } revision ideas { number } } } }";
        let seen = ana.graphql(read, json!({ "n": number })).await["data"]["idea"].clone();
        assert_eq!(seen["promises"][0]["duty"], "DUE", "{seen}");
        assert_eq!(seen["promises"][0]["how"][1], json!({ "what": "COUNTED", "workingDays": 10 }));

        let give = json!({ "ideaId": idea, "departmentId": parks, "note": "A nice one." });
        assert_eq!(act(&ada, "assignIdea", give, "").await["outcome"], "DONE");
        let desk = "{ officerDesk { nodes { number department } } }";
        let waiting = olu.graphql(desk, json!({})).await;
        assert_eq!(waiting["data"]["officerDesk"]["nodes"], json!([{ "number": number, "department": "Parks" }]));
        assert_eq!(uma.graphql(desk, json!({})).await["data"]["officerDesk"]["nodes"], json!([]));

        let words = |version: i32| json!({
            "ideaId": idea, "outcome": "YES", "reasons": "Benches **help**.", "role": "Head of Parks", "version": version
        });
        let saved = act(&olu, "saveReplyDraft", words(0), "draft { version stage }").await;
        assert_eq!(saved["draft"], json!({ "version": 1, "stage": "WRITING" }), "{saved}");
        assert_eq!(refused(&uma, "publishReply", words(1)).await, "FORBIDDEN");
        assert_eq!(refused(&ana, "publishReply", words(1)).await, "FORBIDDEN");
        let seen = ana.graphql(read, json!({ "n": number })).await["data"]["idea"].clone();
        assert_eq!((&seen["replyDraft"], &seen["staffNotes"]), (&Value::Null, &Value::Null));
        assert_eq!(seen["officialReplies"], json!([]), "a draft is no answer");
        assert_eq!(act(&olu, "publishReply", words(0), "").await["outcome"], "CHANGED", "read the draft first");

        let published = act(&olu, "publishReply", words(1), "reply { id }").await;
        assert_eq!(published["outcome"], "PUBLISHED", "{published}");
        let seen = world.visitor().graphql(read, json!({ "n": number })).await["data"]["idea"].clone();
        assert_eq!((&seen["status"], &seen["promises"][0]["duty"]), (&json!("PLANNED"), &json!("KEPT")), "{seen}");
        let reply = &seen["officialReplies"][0];
        assert_eq!((&reply["department"]["slug"], &reply["revision"]), (&json!("parks"), &json!(1)));
        assert!(reply["reasonsHtml"].as_str().unwrap().contains("<strong>help</strong>"));

        let revise = json!({
            "replyId": published["reply"]["id"], "revision": 1, "why": "Two benches fit.", "outcome": "PARTLY",
            "reasons": "One bench.", "role": "Head of Parks"
        });
        assert_eq!(act(&olu, "reviseReply", revise, "").await["outcome"], "PUBLISHED");
        let said = "{ answers(first: 2) { nodes { idea { number } reply { outcome revisions { outcome why } } } } \
            promiseScores { department { name } kind kept } }";
        let said = world.visitor().graphql(said, json!({})).await;
        assert!(said["errors"].is_null(), "{said}");
        let said = said["data"].clone();
        let answer = &said["answers"]["nodes"][0];
        assert_eq!(answer["reply"]["revisions"][1], json!({ "outcome": "PARTLY", "why": "Two benches fit." }), "{said}");
        assert_eq!(said["promiseScores"][0], json!({ "department": { "name": "Parks" }, "kind": "REPLY", "kept": 1 }));
    }

    /// What becomes of a promise and of what was promised in the answer: kept by a word, given more time, done or not.
    async fn a_promise_is_kept_and_a_step_is_judged_by_the_api(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportOnly, PublishingMode::StraightAway).await;
        let ada = world.with_role("Ada", Role::Admin).await;
        let olu = world.with_role("Olu", Role::Officer).await;
        let parks = department(&ada, "Parks", &olu).await;
        let steps = json!({ "campaign": "parks", "steps": [
            { "kind": "ACKNOWLEDGE", "supporters": 1, "workingDays": 5 },
            { "kind": "REPLY", "supporters": 2, "workingDays": 10 },
        ] });
        act(&ada, "setPromiseSteps", steps, "").await;
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.idea_number();
        let idea = ana.idea_id(number).await;
        let (ben, cai) = (world.citizen("Ben").await, world.citizen("Cai").await);
        for voter in [&ben, &cai] {
            voter.cast(number, "SUPPORT").await;
        }
        act(&ada, "assignIdea", json!({ "ideaId": idea, "departmentId": parks, "note": "A nice one." }), "").await;
        let read = "query($n: Int!) { idea(number: $n) { status promises { kind duty dueOn } \
            milestones { id title claim yes partly no reopenedAt viewerSaid } } }";
        let seen = async |who: &Actor| who.graphql(read, json!({ "n": number })).await["data"]["idea"].clone();
        let promise = |seen: &Value, kind: &str| {
            seen["promises"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone()
        };

        let word = json!({ "ideaId": idea, "kind": "ACKNOWLEDGE", "reason": "We have read it and like it." });
        assert_eq!(refused(&ben, "keepPromise", word.clone()).await, "FORBIDDEN");
        assert_eq!(act(&olu, "keepPromise", word, "").await["outcome"], "DONE");
        let before = seen(&ben).await;
        assert_eq!(promise(&before, "ACKNOWLEDGE")["duty"], "KEPT", "{before}");
        let more = json!({ "ideaId": idea, "kind": "REPLY", "workingDays": 5, "reason": "The surveyor comes in two weeks." });
        assert_eq!(refused(&ben, "extendPromise", more.clone()).await, "FORBIDDEN");
        assert_eq!(act(&olu, "extendPromise", more, "").await["outcome"], "DONE");
        let after = seen(&ben).await;
        let day = |seen: &Value| promise(seen, "REPLY")["dueOn"].as_str().unwrap().to_owned();
        assert!(day(&after) > day(&before), "{before} {after}");

        let words = json!({
            "ideaId": idea, "outcome": "YES", "reasons": "Benches help.", "role": "Head of Parks", "version": 0
        });
        assert_eq!(act(&olu, "publishReply", words, "").await["outcome"], "PUBLISHED");
        let step = json!({ "ideaId": idea, "title": "The bench stands", "due": "2030-03-14" });
        assert_eq!(act(&olu, "setMilestone", step, "").await["outcome"], "DONE");
        let id = seen(&ben).await["milestones"][0]["id"].clone();
        let say = |happened: &str| json!({ "ideaId": idea, "milestoneId": id, "happened": happened });
        assert_eq!(refused(&ben, "sayMilestone", say("YES")).await, "FORBIDDEN", "nobody was asked yet");
        let claim = json!({ "ideaId": idea, "milestoneId": id, "claim": "YES", "note": "It stands by the pond." });
        assert_eq!(refused(&ben, "claimMilestone", claim.clone()).await, "FORBIDDEN");
        assert_eq!(act(&olu, "claimMilestone", claim, "").await["outcome"], "DONE");
        for (who, happened) in [(&ben, "PARTLY"), (&ben, "NO"), (&cai, "YES")] {
            assert_eq!(act(who, "sayMilestone", say(happened), "").await["outcome"], "DONE");
        }
        let judged = seen(&ben).await["milestones"][0].clone();
        let told = [&judged["claim"], &judged["yes"], &judged["partly"], &judged["no"], &judged["viewerSaid"]];
        assert_eq!(told, [&json!("YES"), &json!(1), &json!(0), &json!(1), &json!("NO")], "{judged}");
        assert_eq!(seen(&world.visitor()).await["milestones"][0]["viewerSaid"], Value::Null);
    }
}
