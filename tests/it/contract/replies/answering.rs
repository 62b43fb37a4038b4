//! Answers: drafts that nobody loses, one publication however many press, a second pair of eyes, times, revisions.

use std::time::Duration;

use folkmoot_common::PageRequest;
use folkmoot_moderation::{Act, ItemKind, Subject};
use folkmoot_replies::{AnsweredFilter, DepartmentText, Happened, Next, RawReply, ReplyError, Saved, Stage, Typed};
use futures::future::join_all;

use super::super::moderation::room::about;
use super::hall::{Hall, in_the_hall, person, raw, text};

async fn answered(hall: &Hall) -> Vec<i64> {
    let page = hall.room.stage.replies.answered(&AnsweredFilter::default(), &PageRequest::first(10)).await.unwrap();
    let mut numbers = Vec::new();
    for item in page.items {
        numbers.push(
            hall.room
                .number(&format!(
                    "SELECT number FROM idea WHERE slug <> '' AND id IN \
            (SELECT idea_id FROM reply_idea WHERE published_at = {}) ORDER BY number LIMIT 1",
                    item.reply.published_at.micros()
                ))
                .await,
        );
    }
    numbers
}

in_the_hall! {
    async fn an_answer_makes_everything_true_together(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let (room, replies) = (&hall.room, &hall.room.stage.replies);
        let citizen = room.stage.citizen().await;
        let _unused = room.comment(&citizen, &idea, "A fine bench.").await;
        let used = room.comment(&citizen, &idea, "People rest there on their way home.").await;
        let typed = Typed { credits: vec![used.number], ..hall.yes() };
        let reply = replies.publish(&hall.alex, idea.number, typed).await.unwrap();
        assert_eq!(reply.credits, [used.id], "whose evidence it used");
        assert_eq!(replies.reply(reply.id).await.unwrap(), reply, "it reads as it was published");
        assert_eq!(hall.status(&idea).await, "planned");
        let progress = hall.progress(idea.id).await;
        assert_eq!(progress.replies, std::slice::from_ref(&reply));
        assert!(progress.promises[0].kept_at.is_some());
        assert_eq!(progress.happenings.last().unwrap().what, Happened::Replied);
        assert_eq!(reply.text, text(&raw("YES")));
        let waits = "SELECT COUNT(*) FROM mailing WHERE kind = 'replied' AND done_at IS NULL";
        assert_eq!(hall.room.number(waits).await, 1, "its people are told");
        assert_eq!(answered(hall).await, [idea.number]);
    }

    async fn of_sixteen_who_press_at_once_one_answers(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let other = hall.room.another();
        let all = (0..16).map(async |n| {
            let stage = if n % 2 == 0 { &hall.room.stage } else { &other };
            let officer = if n % 3 == 0 { &hall.alex } else { &hall.bo };
            stage.replies.publish(officer, idea.number, hall.yes()).await.is_ok()
        });
        let done = join_all(all).await.into_iter().filter(|done| *done).count();
        assert_eq!(done, 1);
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 1);
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM mailing WHERE kind = 'replied'").await, 1, "its people are told once");
        let again = hall.room.stage.replies.publish(&hall.admin, idea.number, hall.yes()).await;
        assert!(matches!(again, Err(ReplyError::Refused(_))), "only a revision changes it: {again:?}");
    }

    async fn nobody_answers_what_another_department_leads(hall: Hall) {
        let (own, theirs) = (hall.owed("A bench in the park").await, hall.idea("Longer library hours").await);
        let nobodys = hall.idea("Seats by the pond").await;
        let replies = &hall.room.stage.replies;
        let libraries = DepartmentText::parse("Libraries", "Books.", true).unwrap();
        let libraries = replies.save_department(&hall.admin, None, &libraries).await.unwrap();
        hall.hand(&hall.admin, &theirs, libraries).await;
        let typed = |others: &[i64]| Typed { others: others.to_vec(), ..hall.yes() };
        let refused = replies.publish(&hall.alex, own.number, typed(&[theirs.number])).await;
        assert!(matches!(refused, Err(ReplyError::Refused(_))), "{refused:?}");
        assert_eq!((hall.status(&own).await.as_str(), hall.status(&theirs).await.as_str()), ("under_review", "under_review"));
        replies.publish(&hall.alex, own.number, typed(&[nobodys.number])).await.unwrap();
        let lead = hall.progress(nobodys.id).await.assignments.into_iter().find(|one| one.lead);
        assert_eq!(lead.map(|lead| lead.department), Some(hall.parks), "what nobody had is theirs with the answer");
    }

    async fn what_was_set_for_a_time_is_asked_again_then(hall: Hall) {
        let (handed, left) = (hall.owed("A bench in the park").await, hall.owed("Somewhere to sit").await);
        let replies = &hall.room.stage.replies;
        let at = hall.room.stage.sources.now().plus(Duration::from_secs(3_600));
        for idea in [&handed, &left] {
            replies.save(&hall.alex, idea.number, hall.yes(), Next::At(at)).await.unwrap();
        }
        // What is typed by the way leaves it set; a colleague's computer as well as the writer's own.
        let typed = Typed { seen: 1, ..hall.yes() };
        for officer in [&hall.alex, &hall.bo] {
            let kept = replies.save(officer, left.number, typed.clone(), Next::Type).await.unwrap();
            assert!(matches!(kept, Saved::Set(_)), "{kept:?}");
        }
        let roads = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &roads).await.unwrap();
        hall.hand(&hall.alex, &handed, roads).await;
        replies.part(&hall.admin, hall.parks, person(&hall.alex)).await.unwrap();
        hall.room.clock.advance(Duration::from_secs(3_601));
        replies.round().await.unwrap();
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 0);
        assert_eq!(hall.room.column("SELECT stage FROM reply_draft").await, ["writing", "writing"]);
    }

    async fn of_sixteen_who_publish_one_draft_one_does(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let saved = hall.room.stage.replies.save(&hall.alex, idea.number, hall.yes(), Next::Keep).await.unwrap();
        assert_eq!(saved, Saved::As(1));
        let other = hall.room.another();
        let typed = Typed { seen: 1, ..hall.yes() };
        let all = (0..16).map(async |n| {
            let stage = if n % 2 == 0 { &hall.room.stage } else { &other };
            stage.replies.publish(&hall.alex, idea.number, typed.clone()).await
        });
        let results = join_all(all).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 1);
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM reply_draft").await, 0);
    }

    async fn nobody_but_the_right_department_answers(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let citizen = hall.room.stage.citizen().await;
        let moderator = hall.room.stage.moderator().await;
        for (who, name) in [(&hall.stranger, "an officer of no department"), (&citizen, "a citizen"), (&moderator, "a moderator")] {
            let refused = replies.publish(who, idea.number, hall.yes()).await;
            assert!(matches!(refused, Err(ReplyError::Forbidden)), "{name}: {refused:?}");
            let refused = replies.draft(who, idea.number).await;
            assert!(matches!(refused, Err(ReplyError::Forbidden)), "{name} reads the draft");
        }
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 0);
        replies.publish(&hall.admin, idea.number, hall.yes()).await.unwrap();
    }

    async fn who_is_suspended_says_nothing_in_the_councils_name(hall: Hall) {
        let (owed, set) = (hall.owed("A bench in the park").await, hall.owed("Somewhere to sit").await);
        let (room, replies) = (&hall.room, &hall.room.stage.replies);
        let said = replies.publish(&hall.alex, hall.owed("Seats by the pond").await.number, hall.yes()).await.unwrap();
        let at = room.stage.sources.now().plus(Duration::from_secs(3_600));
        replies.save(&hall.alex, set.number, hall.yes(), Next::At(at)).await.unwrap();
        let (mo, theirs) = (room.stage.moderator().await, room.stage.idea(&hall.alex, "Pills").await);
        room.report(&room.stage.citizen().await, about(&theirs), "192.0.2.0/24").await;
        let item = room.item(&mo, ItemKind::Report).await;
        let until = room.stage.sources.now().plus(Duration::from_secs(86_400));
        room.done(&mo, &item, Act::Suspend { until }).await;

        let stopped = |done: Result<(), ReplyError>| matches!(done, Err(ReplyError::Suspended(end)) if end == until);
        assert!(stopped(replies.publish(&hall.alex, owed.number, hall.yes()).await.map(drop)), "an answer");
        let revised = replies.revise(&hall.alex, said.id, (1, &raw("NO"), "The budget was cut.")).await;
        assert!(stopped(revised.map(drop)), "a revision");
        let milestone = replies.set_milestone(&hall.alex, owed.number, ("A bench stands", "2030-05-02")).await;
        assert!(stopped(milestone.map(drop)), "a milestone");
        room.clock.advance(Duration::from_secs(3_601));
        replies.round().await.unwrap();
        assert_eq!(room.column("SELECT stage FROM reply_draft").await, ["writing"], "what they had set for a time");
        assert_eq!(room.number("SELECT COUNT(*) FROM official_reply").await, 1);
        room.clock.advance(Duration::from_secs(86_400));
        replies.publish(&hall.alex, owed.number, hall.yes()).await.unwrap();
    }

    async fn a_draft_is_never_overwritten_unread(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let saved = replies.save(&hall.alex, idea.number, hall.yes(), Next::Keep).await.unwrap();
        assert_eq!(saved, Saved::As(1));
        // Alex has it open.
        let bos = Typed { raw: RawReply { reasons: "Bo’s own words.".to_owned(), ..raw("NO") }, seen: 1, ..Typed::default() };
        let saved = replies.save(&hall.bo, idea.number, bos.clone(), Next::Keep).await.unwrap();
        assert!(matches!(saved, Saved::Locked(who, _) if who == person(&hall.alex)), "{saved:?}");
        hall.room.clock.advance(Duration::from_secs(11 * 60));
        assert_eq!(replies.save(&hall.bo, idea.number, bos, Next::Keep).await.unwrap(), Saved::As(2));
        hall.room.clock.advance(Duration::from_secs(11 * 60));
        let stale = Typed { seen: 1, ..hall.yes() };
        let saved = replies.save(&hall.alex, idea.number, stale, Next::Keep).await.unwrap();
        assert!(matches!(saved, Saved::Changed(theirs) if theirs.raw.reasons == "Bo’s own words."));
    }

    async fn a_second_officer_approves_these_very_words(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let two = DepartmentText::parse("Parks", "Trees and benches.", true).unwrap();
        replies.save_department(&hall.admin, Some(hall.parks), &two).await.unwrap();
        assert!(replies.publish(&hall.alex, idea.number, hall.yes()).await.is_err(), "nobody has looked");
        let saved = replies.save(&hall.alex, idea.number, hall.yes(), Next::Approval).await.unwrap();
        assert_eq!(saved, Saved::As(1));
        assert!(hall.room.letters().await.iter().any(|(_, subject)| subject.starts_with("TO APPROVE")));
        let typed = Typed { seen: 1, ..hall.yes() };
        assert!(replies.publish(&hall.alex, idea.number, typed.clone()).await.is_err(), "not their own");
        let more = Typed { others: vec![hall.idea("Somewhere to sit").await.number], ..typed.clone() };
        assert!(replies.publish(&hall.bo, idea.number, more).await.is_err(), "for another idea than was shown");
        let other = Typed { raw: raw("NO"), ..typed.clone() };
        assert!(replies.publish(&hall.bo, idea.number, other).await.is_err(), "other words than were shown");
        assert!(replies.publish(&hall.stranger, idea.number, typed.clone()).await.is_err(), "another department");
        replies.publish(&hall.bo, idea.number, typed).await.unwrap();
        let wrote = "SELECT COUNT(*) FROM official_reply WHERE approved_by <> by_id";
        assert_eq!(hall.room.number(wrote).await, 1, "whose words they are, and who said yes to them");
        let reply = hall.progress(idea.id).await.replies.remove(0);
        let why = "The budget was cut in the meantime.";
        let alone = replies.revise(&hall.alex, reply.id, (1, &raw("NO"), why)).await;
        assert!(matches!(alone, Err(ReplyError::Refused(_))), "nobody revises alone what two answered: {alone:?}");
        assert!(!replies.may_revise(&hall.alex, &reply).await.unwrap());
        replies.revise(&hall.admin, reply.id, (1, &raw("NO"), why)).await.unwrap();
    }

    async fn a_yes_is_asked_for_with_its_letters_or_not_at_all(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let (room, replies) = (&hall.room, &hall.room.stage.replies);
        let saved = replies.save(&hall.alex, idea.number, hall.yes(), Next::Keep).await.unwrap();
        assert_eq!(saved, Saved::As(1));
        let cut = if room.is_postgres() {
            "CREATE TRIGGER cut BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION it_only_grows()"
        } else {
            "CREATE TRIGGER cut BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'cut'); END"
        };
        room.run(cut).await;
        let typed = Typed { raw: raw("NO"), seen: 1, ..Typed::default() };
        let failed = replies.save(&hall.alex, idea.number, typed.clone(), Next::Approval).await;
        assert!(matches!(failed, Err(ReplyError::Storage(_))), "no letter can be written: {failed:?}");
        let draft = replies.draft(&hall.alex, idea.number).await.unwrap().unwrap();
        assert_eq!((draft.version, draft.stage, draft.raw), (1, Stage::Writing, raw("YES")), "so nobody is waited for");
        room.run(if room.is_postgres() { "DROP TRIGGER cut ON outbox" } else { "DROP TRIGGER cut" }).await;

        let saved = replies.save(&hall.alex, idea.number, typed.clone(), Next::Approval).await.unwrap();
        assert_eq!(saved, Saved::As(2));
        let late = replies.save(&hall.bo, idea.number, typed, Next::Approval).await.unwrap();
        assert!(matches!(late, Saved::Changed(_)), "{late:?}");
        let mut asked = room.letters().await;
        asked.retain(|(_, subject)| subject.starts_with("TO APPROVE"));
        let to_bo = ("person-2@example.org".to_owned(), format!("TO APPROVE {}", idea.number));
        assert_eq!(asked, [to_bo], "the colleague once, and nobody for what wasn’t kept");
    }

    async fn an_answer_set_for_a_time_comes_then_and_once(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let other = hall.room.another();
        let replies = &hall.room.stage.replies;
        let at = hall.room.stage.sources.now().plus(Duration::from_secs(3_600));
        replies.save(&hall.alex, idea.number, hall.yes(), Next::At(at)).await.unwrap();
        let draft = replies.draft(&hall.alex, idea.number).await.unwrap().unwrap();
        assert!(matches!(draft.stage, Stage::Scheduled { for_, .. } if for_ == at));
        replies.round().await.unwrap();
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 0, "before its time");
        hall.room.clock.advance(Duration::from_secs(3_601));
        let (one, two) = tokio::join!(replies.round(), other.replies.round());
        one.unwrap();
        two.unwrap();
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 1);
        assert_eq!(hall.status(&idea).await, "planned");
        let stale = Typed { seen: 1, ..hall.yes() };
        assert_eq!(replies.save(&hall.alex, idea.number, stale, Next::Type).await.unwrap(), Saved::Gone);
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM reply_draft").await, 0, "nobody brings it back unasked");
    }

    async fn an_answer_to_what_is_gone_goes_back_to_its_writer(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let at = hall.room.stage.sources.now().plus(Duration::from_secs(3_600));
        replies.save(&hall.alex, idea.number, hall.yes(), Next::At(at)).await.unwrap();
        hall.room.run(&format!("UPDATE tally SET listed = FALSE WHERE idea_id = (SELECT id FROM idea WHERE number = {})", idea.number)).await;
        hall.room.clock.advance(Duration::from_secs(3_601));
        replies.round().await.unwrap();
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM official_reply").await, 0);
        assert_eq!(hall.room.column("SELECT stage FROM reply_draft").await, ["writing"]);
        hall.room.run("UPDATE tally SET listed = TRUE").await;
    }

    async fn one_answer_for_three_ideas_tells_each_author(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let (two, three) = (hall.idea("Somewhere to sit").await, hall.idea("Seats by the pond").await);
        let typed = Typed { others: vec![two.number, three.number, two.number], ..hall.yes() };
        let reply = hall.room.stage.replies.publish(&hall.alex, idea.number, typed).await.unwrap();
        assert_eq!(reply.ideas, [idea.id, two.id, three.id]);
        for one in [&idea, &two, &three] {
            assert_eq!(hall.status(one).await, "planned");
        }
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM mailing WHERE kind = 'replied'").await, 3);
        let missing = Typed { others: vec![9_999], ..hall.yes() };
        let refused = hall.room.stage.replies.publish(&hall.alex, idea.number, missing).await;
        assert!(matches!(refused, Err(ReplyError::Invalid(_))), "{refused:?}");
    }

    async fn a_revision_is_seen_by_everybody(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let reply = replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let why = "The budget was cut in the meantime.";
        assert!(replies.revise(&hall.stranger, reply.id, (1, &raw("NO"), why)).await.is_err());
        assert!(replies.revise(&hall.alex, reply.id, (1, &raw("NO"), "")).await.is_err(), "a reason is needed");
        let revised = replies.revise(&hall.alex, reply.id, (1, &raw("NO"), why)).await.unwrap();
        assert_eq!((revised.revision, hall.status(&idea).await.as_str()), (2, "declined"));
        assert!(matches!(replies.revise(&hall.bo, reply.id, (1, &raw("YES"), why)).await, Err(ReplyError::Changed)));
        let said = replies.revisions(reply.id).await.unwrap();
        let outcomes: Vec<&str> = said.iter().map(|one| one.text.outcome.as_str()).collect();
        assert_eq!(outcomes, ["YES", "NO"]);
        assert_eq!(said[1].why.as_deref(), Some(why));
        assert!(hall.room.try_to("UPDATE reply_revision SET raw = '{}'").await.is_err(), "what was said stays");
        assert!(hall.room.try_to("DELETE FROM reply_revision").await.is_err(), "what was said stays");
    }

    async fn an_answer_is_revised_though_one_of_its_ideas_is_hidden(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let hidden = hall.idea("Somewhere to sit").await;
        let replies = &hall.room.stage.replies;
        let typed = Typed { others: vec![hidden.number], ..hall.yes() };
        let reply = replies.publish(&hall.alex, idea.number, typed).await.unwrap();
        let mo = hall.room.stage.moderator().await;
        hall.room.report(&hall.room.stage.citizen().await, about(&hidden), "here").await;
        let item = hall.room.item(&mo, ItemKind::Report).await;
        hall.room.done(&mo, &item, Act::Hide).await;
        let told = hall.room.number("SELECT COUNT(*) FROM mailing").await;
        let why = "The budget was cut in the meantime.";
        replies.revise(&hall.alex, reply.id, (1, &raw("NO"), why)).await.unwrap();
        // Whoever restores it finds it where its answer stands; until then nobody sees or hears of it.
        assert_eq!((hall.status(&idea).await, hall.status(&hidden).await), ("declined".into(), "declined".into()));
        assert_eq!(answered(hall).await, [idea.number]);
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM mailing").await, told + 1);
        let listed = format!("SELECT COUNT(*) FROM tally JOIN idea ON id = idea_id WHERE listed AND number = {}", hidden.number);
        assert_eq!(hall.room.number(&listed).await, 0);
    }

    async fn the_answer_to_a_hidden_idea_is_hidden(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let reply = replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let mo = hall.room.stage.moderator().await;
        let subject: Subject = about(&idea);
        hall.room.report(&hall.room.stage.citizen().await, subject, "here").await;
        let item = hall.room.item(&mo, ItemKind::Report).await;
        hall.room.done(&mo, &item, Act::Hide).await;
        assert_eq!(answered(hall).await, Vec::<i64>::new());
        assert!(matches!(replies.reply(reply.id).await, Err(ReplyError::NotFound)));
        assert!(matches!(replies.revisions(reply.id).await, Err(ReplyError::NotFound)));
        assert!(replies.publish(&hall.alex, idea.number, hall.yes()).await.is_err(), "it can't be answered");
        let scores = replies.scores(folkmoot_common::Timestamp::from_micros(0)).await.unwrap();
        assert_eq!(scores[0].kept, 0, "it counts for nobody");
    }
}
