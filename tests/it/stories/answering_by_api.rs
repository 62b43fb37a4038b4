//! The council's whole way by the API alone: it promises, people support, an officer drafts and publishes, everybody reads.

use std::time::Duration;

use folkmoot_common::{Role, Viewer};
use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Socket, World};
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

/// A campaign that promises a reply at one supporter within five working days; whoever runs the site, and the departments of
/// Parks and Roads with their officers.
async fn council(world: &World) -> (Actor, [(Value, Actor); 2]) {
    world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
    let ada = world.with_role("Ada", Role::Admin).await;
    let (olu, uma) = (world.with_role("Olu", Role::Officer).await, world.with_role("Uma", Role::Officer).await);
    let (parks, roads) = (department(&ada, "Parks", &olu).await, department(&ada, "Roads", &uma).await);
    let steps = json!({ "campaign": "parks", "steps": [{ "kind": "REPLY", "supporters": 1, "workingDays": 5 }] });
    act(&ada, "setPromiseSteps", steps, "").await;
    (ada, [(parks, olu), (roads, uma)])
}

/// An idea of Ana's that Ben supports and that this department has: its number and its id.
async fn given(world: &World, (ada, department): (&Actor, &Value), title: &str) -> (i64, String) {
    let ana = world.citizen("Ana").await;
    let number = ana.post_idea_in("parks", title, "To rest.").await.idea_number();
    let idea = ana.idea_id(number).await;
    world.citizen("Ben").await.cast(number, "SUPPORT").await;
    let give = json!({ "ideaId": idea, "departmentId": department, "note": "A nice one." });
    assert_eq!(act(ada, "assignIdea", give, "").await["outcome"], "DONE");
    (number, idea)
}

/// A comment under an idea; its id.
async fn said(who: &Actor, input: Value) -> Value {
    let said = act(who, "postComment", input, "comment { id }").await;
    assert_eq!(said["outcome"], "POSTED", "{said}");
    said["comment"]["id"].clone()
}

fn yes(idea: &str, credits: &[i32]) -> Value {
    json!({
        "ideaId": idea, "outcome": "YES", "reasons": "Benches help.", "role": "Head of Parks", "version": 0,
        "credits": credits
    })
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

    /// How late an answer is before it comes and after; what it made of a comment; and who of those who talk works there.
    async fn lateness_credits_and_badges_are_in_the_api(world: World) {
        let (ada, [(parks, olu), (roads, _uma)]) = council(world).await;
        let (number, idea) = given(world, (&ada, &parks), "A bench in the park").await;
        let ben = world.citizen("Ben").await;
        for (who, body) in [(&ben, "My grandmother needs one."), (&olu, "We look at it on Monday.")] {
            said(who, json!({ "ideaId": idea, "body": body })).await;
        }
        let overdue = "query($d: ID) { overdueIdeas(departmentId: $d) { department dueOn \
            idea { number publishedAt promises { lateBy dueOn } } } }";
        let late = async |of: &Value| ben.graphql(overdue, json!({ "d": of })).await["data"]["overdueIdeas"].clone();
        assert_eq!(late(&Value::Null).await, json!([]), "nothing is late yet");

        world.clock.advance(Duration::from_secs(20 * 24 * 60 * 60));
        let all = late(&Value::Null).await;
        let promise = &all[0]["idea"]["promises"][0];
        assert_eq!((&all[0]["department"], &all[0]["idea"]["number"]), (&json!("Parks"), &json!(number)), "{all}");
        assert_eq!(all[0]["dueOn"], promise["dueOn"], "{all}");
        assert!(promise["lateBy"].as_i64().unwrap() > 3 && all[0]["idea"]["publishedAt"].is_string(), "{all}");
        assert_eq!((late(&parks).await, late(&roads).await), (all, json!([])));

        // The session of an officer has ended meanwhile.
        let olu = world.with_role("Olu", Role::Officer).await;
        assert_eq!(act(&olu, "publishReply", yes(&idea, &[1]), "").await["outcome"], "PUBLISHED");
        let read = "query($n: Int!) { idea(number: $n) { promises { duty lateBy } \
            comments(orderBy: OLDEST) { nodes { number isCredited officer { role department } } } } }";
        let seen = ben.graphql(read, json!({ "n": number })).await["data"]["idea"].clone();
        assert_eq!(seen["promises"][0]["duty"], "KEPT_LATE", "{seen}");
        assert!(seen["promises"][0]["lateBy"].as_i64().unwrap() > 3, "{seen}");
        let badge = json!({ "role": "Head of Parks", "department": "Parks" });
        let talk = json!([
            { "number": 1, "isCredited": true, "officer": null },
            { "number": 2, "isCredited": false, "officer": badge },
        ]);
        assert_eq!(seen["comments"]["nodes"], talk);
        assert_eq!(late(&Value::Null).await, json!([]), "what is answered is overdue no more");
    }

    /// What an officer has before them when they write an answer.
    async fn an_officer_reads_the_pack_and_fills_a_template_by_the_api(world: World) {
        let (ada, [(parks, olu), (_roads, uma)]) = council(world).await;
        let (before, answered) = given(world, (&ada, &parks), "A bench in the park").await;
        assert_eq!(act(&olu, "publishReply", yes(&answered, &[]), "").await["outcome"], "PUBLISHED");
        let (number, idea) = given(world, (&ada, &parks), "A bench in the old park").await;
        let (ben, cai) = (world.citizen("Ben").await, world.citizen("Cai").await);
        let first = said(&ben, json!({ "ideaId": idea, "body": "My grandmother needs one.", "stance": "FOR" })).await;
        said(&cai, json!({ "ideaId": idea, "parentId": first, "body": "So does mine.", "stance": "FOR" })).await;
        said(&cai, json!({ "ideaId": idea, "body": "It takes room from games.", "stance": "AGAINST" })).await;
        let template = json!({
            "departmentId": parks, "title": "Thanks", "outcome": "YES", "reasons": "On {{title}}, by {{promised_day}}."
        });
        let template = act(&olu, "saveReplyTemplate", template, "template { id }").await["template"]["id"].clone();

        let pack = "query($i: ID!) { replyPack(ideaId: $i) { idea { number } templates { id } \
            argumentsFor { comment { number } replies agreeing } argumentsAgainst { comment { number } replies agreeing } \
            similarIdeas { number officialReplies { outcome } } } }";
        let read = async |who: &Actor| who.graphql(pack, json!({ "i": idea })).await;
        let refused = async |who: &Actor| read(who).await["errors"][0]["extensions"]["code"].clone();
        assert_eq!(refused(&world.visitor()).await, "UNAUTHENTICATED");
        assert_eq!(refused(&ben).await, "FORBIDDEN");
        let seen = read(&olu).await["data"]["replyPack"].clone();
        let argument = |number: i32, more: i32| {
            json!([{ "comment": { "number": number }, "replies": more, "agreeing": more }])
        };
        assert_eq!((&seen["argumentsFor"], &seen["argumentsAgainst"]), (&argument(1, 1), &argument(3, 0)), "{seen}");
        assert_eq!(seen["similarIdeas"], json!([{ "number": before, "officialReplies": [{ "outcome": "YES" }] }]));
        assert_eq!((&seen["idea"]["number"], &seen["templates"]), (&json!(number), &json!([{ "id": template }])));
        assert_eq!(read(&uma).await["data"]["replyPack"]["templates"], json!([]), "she doesn't answer it");

        let fill = "query($i: ID!, $t: ID!, $w: ReplyWords, $r: Boolean! = false) { \
            filledReplyTemplate(ideaId: $i, templateId: $t, typed: $w, replace: $r) { \
            outcome reasonsMarkdown cost kept gaps readingEase { sentences isLong } } }";
        let over = async |who: &Actor, typed: Value, replace: bool| {
            who.graphql(fill, json!({ "i": idea, "t": template, "w": typed, "r": replace })).await
        };
        let mine = json!({ "reasons": "Mine.", "cost": "Nothing" });
        let kept = over(&olu, mine.clone(), false).await["data"]["filledReplyTemplate"].clone();
        assert_eq!((&kept["reasonsMarkdown"], &kept["kept"]), (&json!("Mine."), &json!(["reasons"])), "{kept}");
        let filled = over(&olu, mine, true).await["data"]["filledReplyTemplate"].clone();
        let reasons = filled["reasonsMarkdown"].as_str().unwrap();
        assert!(reasons.starts_with("On A bench in the old park, by ") && !reasons.contains("{{"), "{filled}");
        assert_eq!((&filled["cost"], &filled["gaps"], &filled["kept"]), (&json!("Nothing"), &json!([]), &json!([])));
        assert_eq!(filled["readingEase"], json!({ "sentences": 1, "isLong": false }));
        let stranger = over(&uma, Value::Null, false).await;
        assert_eq!(stranger["errors"][0]["extensions"]["code"], "FORBIDDEN", "{stranger}");

        let hint = "query($t: String!) { readingEase(text: $t) { sentences averageWords longestWords isLong } }";
        let long = format!("{}so. {}so.", "and ".repeat(24), "and ".repeat(20));
        let told = olu.graphql(hint, json!({ "t": long })).await["data"]["readingEase"].clone();
        assert_eq!(told, json!({ "sentences": 2, "averageWords": 23, "longestWords": 25, "isLong": true }));
        let draft = json!({ "ideaId": idea, "reasons": long, "version": 0 });
        let draft = act(&olu, "saveReplyDraft", draft, "draft { readingEase { isLong } }").await;
        assert_eq!(draft["draft"]["readingEase"], json!({ "isLong": true }), "{draft}");
    }

    async fn a_subscriber_hears_an_answer_and_its_revision_at_the_other_node(world: World) {
        let (ada, [(parks, olu), _roads]) = council(world).await;
        let (number, idea) = given(world, (&ada, &parks), "A bench in the park").await;
        let query = "subscription($i: [ID!]!) { ideaAnswered(ideaIds: $i) { number officialReplies { outcome revision } } }";
        let mut socket = Socket::subscribe(world.far_node(), query, json!({ "i": [idea] })).await;
        let site = world.site();
        let id = site.ideas.find_number(&Viewer::Nobody, number).await.unwrap().expect("it is public").id;
        assert!(socket.first(|| site.live.announce_answer(id)).await.is_some(), "nothing is heard");
        let published = act(&olu, "publishReply", yes(&idea, &[]), "reply { id }").await;
        // What was announced before may still come in between.
        let mut hears = async |outcome: &str, revision: i32| {
            let replies = json!([{ "outcome": outcome, "revision": revision }]);
            while let Some(heard) = socket.next(Duration::from_secs(10)).await {
                assert_eq!(heard["ideaAnswered"]["number"], number, "{heard}");
                if heard["ideaAnswered"]["officialReplies"] == replies {
                    return true;
                }
            }
            false
        };
        assert!(hears("YES", 1).await, "the answer");
        let revise = json!({
            "replyId": published["reply"]["id"], "revision": 1, "why": "Two benches fit.", "outcome": "PARTLY",
            "reasons": "One bench.", "role": "Head of Parks"
        });
        assert_eq!(act(&olu, "reviseReply", revise, "").await["outcome"], "PUBLISHED");
        assert!(hears("PARTLY", 2).await, "its revision");
    }
}
