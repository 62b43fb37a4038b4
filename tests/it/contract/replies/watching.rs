//! Watching: officers hear what becomes of ideas that they watch, once, and read what goes on in the whole council. And what
//! people are told on the way to an answer.

use folkmoot_common::PageRequest;
use folkmoot_replies::{
    DepartmentText, Feed, FeedLine, Handing, Happened, Happens, Kind, MOST_WATCHED, NoticePace, ReplyError, Route,
    Stepped, Telling,
};

use super::super::telling::telling_over;
use super::hall::{Hall, in_the_hall, person};

/// The letters whose subject begins so, by whom they reach.
async fn letters(hall: &Hall, word: &str) -> Vec<(String, String)> {
    let mut found = hall.room.letters().await;
    found.retain(|(_, subject)| subject.starts_with(word));
    found.sort();
    found
}

/// A round once what was written has settled.
async fn round(hall: &Hall) {
    hall.room.clock.advance(std::time::Duration::from_secs(60));
    hall.room.stage.replies.round().await.unwrap();
}

/// What the news of ideas is called, in the order in which it happened.
async fn told(hall: &Hall) -> Vec<String> {
    hall.room.column("SELECT author FROM mailing ORDER BY id").await.into_iter().map(|words| subject(&words)).collect()
}

fn subject(words: &str) -> String {
    let said: serde_json::Value = serde_json::from_str(words).unwrap();
    said[0][1]["subject"].as_str().unwrap().to_owned()
}

async fn tell_all(telling: &Telling) {
    while telling.step().await.unwrap() != Stepped::Nothing {}
}

async fn what(hall: &Hall, feed: Feed) -> Vec<(i64, Happened)> {
    let page = hall.room.stage.replies.feed(&hall.alex, feed, &PageRequest::first(50)).await.unwrap();
    page.items.into_iter().map(|line| (line.number, line.happening.what)).collect()
}

in_the_hall! {
    async fn a_watcher_hears_of_others_acts_once_and_of_nothing_before(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let other = hall.room.another();
        replies.watch(&hall.stranger, idea.number, true).await.unwrap();
        replies.watch(&hall.stranger, idea.number, true).await.unwrap();
        replies.watch(&hall.alex, idea.number, true).await.unwrap();
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await, [], "what happened before is no news");

        replies.take_on(&hall.alex, idea.number, true).await.unwrap();
        replies.extend(&hall.alex, idea.number, Kind::Reply, 5, "We wait for the survey.").await.unwrap();
        hall.room.clock.advance(std::time::Duration::from_secs(60));
        let (one, two) = tokio::join!(replies.round(), other.replies.round());
        one.unwrap();
        two.unwrap();
        let heard = letters(hall, "WATCHED").await;
        assert_eq!(heard.len(), 1, "one letter to one who did neither: {heard:?}");
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await.len(), 1, "told twice");

        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        replies.watch(&hall.stranger, idea.number, false).await.unwrap();
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await.len(), 1, "who stopped hears no more");
    }

    async fn who_is_no_officer_any_more_hears_nothing(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        replies.watch(&hall.stranger, idea.number, true).await.unwrap();
        hall.room.run("DELETE FROM person_role WHERE role = 'officer' AND person_id = (SELECT person_id FROM staff_watch)").await;
        replies.extend(&hall.alex, idea.number, Kind::Reply, 5, "We wait for the survey.").await.unwrap();
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await, []);
        let citizen = hall.room.stage.citizen().await;
        assert!(matches!(replies.watch(&citizen, idea.number, true).await, Err(ReplyError::Forbidden)));
        assert!(matches!(replies.feed(&citizen, Feed::All, &PageRequest::first(5)).await, Err(ReplyError::Forbidden)));
    }

    async fn what_is_hidden_is_told_once_it_is_shown_again(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        replies.watch(&hall.stranger, idea.number, true).await.unwrap();
        replies.extend(&hall.alex, idea.number, Kind::Reply, 5, "We wait for the survey.").await.unwrap();
        hall.room.run("UPDATE tally SET listed = FALSE").await;
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await, []);
        assert_eq!(what(hall, Feed::All).await, []);
        assert!(matches!(replies.watch(&hall.bo, idea.number, true).await, Err(ReplyError::NotFound)));
        hall.room.run("UPDATE tally SET listed = TRUE").await;
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await.len(), 1);
    }

    async fn nobody_watches_without_an_end(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let fill = format!(
            "INSERT INTO staff_watch (person_id, idea_id, since, told) SELECT p.id, i.id, 1, 0 FROM idea i \
             JOIN person p ON p.email = 'person-2@example.org' WHERE i.number <> {} ",
            idea.number
        );
        for n in 0..MOST_WATCHED {
            let _ = hall.idea(&format!("A bench at corner {n}")).await;
        }
        hall.room.run(&fill).await;
        let refused = replies.watch(&hall.bo, idea.number, true).await;
        assert!(matches!(refused, Err(ReplyError::Refused(ref problem)) if problem.code == "TOO_MANY"), "{refused:?}");
        let watched = replies.watched(&hall.bo).await.unwrap();
        let hidden = watched[1].number;
        hall.room.run(&format!("UPDATE idea SET hidden_at = 1 WHERE number = {hidden}")).await;
        hall.room.run("UPDATE tally SET listed = FALSE WHERE idea_id IN (SELECT id FROM idea WHERE hidden_at = 1)").await;
        replies.watch(&hall.bo, hall.owed("A fountain for dogs").await.number, true).await.unwrap();
        replies.watch(&hall.bo, watched[0].number, false).await.unwrap();
        replies.watch(&hall.bo, idea.number, true).await.unwrap();
        assert_eq!(replies.watched(&hall.bo).await.unwrap()[0].number, idea.number, "the newest first");
    }

    async fn no_line_is_passed_over_for_one_that_was_numbered_later(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        replies.watch(&hall.stranger, idea.number, true).await.unwrap();
        // Another node, whose clock is ahead, wrote first.
        hall.room.run("INSERT INTO happening (idea_id, what, at, words) SELECT idea_id, 'COMMITTEE', MAX(at) + 3600000000, \
            'On Monday.' FROM happening GROUP BY idea_id").await;
        replies.extend(&hall.alex, idea.number, Kind::Reply, 5, "We wait for the survey.").await.unwrap();
        round(hall).await;
        assert_eq!(letters(hall, "WATCHED").await, []);
        hall.room.clock.advance(std::time::Duration::from_secs(2 * 60 * 60));
        replies.round().await.unwrap();
        let said = hall.room.column("SELECT mail FROM outbox WHERE mail LIKE '%WATCHED%'").await;
        assert!(said.len() == 1 && said[0].contains("COMMITTEE EXTENDED"), "{said:?}");
    }

    async fn who_only_helps_is_not_said_to_answer(hall: Hall) {
        hall.promises(&[(Kind::Reply, 2, 10)]).await;
        let replies = &hall.room.stage.replies;
        let word = Some("bench".to_owned());
        let rule = Route { position: 0, department: hall.parks, campaign: None, place: None, tag: None, word };
        replies.set_routes(&hall.admin, &[rule]).await.unwrap();
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 2).await;
        replies.round().await.unwrap();
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        let help = Handing { to: roads, lead: false, leave: false, words: "", note: "" };
        replies.assign(&hall.alex, idea.number, help).await.unwrap();
        let said = hall.room.column("SELECT author FROM mailing ORDER BY id").await;
        let in_hand = said.iter().find(|words| words.contains("IN HAND")).unwrap();
        assert!(in_hand.contains("Parks") && !in_hand.contains("Roads"), "{in_hand}");
    }

    async fn the_feed_is_of_all_departments_the_newest_first(hall: Hall) {
        let (ours, nobodys) = (hall.owed("A bench in the park").await, hall.idea("Somewhere to sit").await);
        hall.support(&nobodys, 2).await;
        let replies = &hall.room.stage.replies;
        let all = what(hall, Feed::All).await;
        assert_eq!(all[0], (nobodys.number, Happened::Reached));
        assert_eq!(all.last(), Some(&(ours.number, Happened::Reached)));
        let of_ours = [Happened::Moved, Happened::Assigned, Happened::Reached].map(|what| (ours.number, what));
        assert_eq!(what(hall, Feed::Of(hall.parks)).await, of_ours);
        assert_eq!(what(hall, Feed::OfMyDepartments(person(&hall.alex))).await, of_ours);
        assert_eq!(what(hall, Feed::Watched(person(&hall.alex))).await, []);
        replies.watch(&hall.alex, nobodys.number, true).await.unwrap();
        assert_eq!(what(hall, Feed::Watched(person(&hall.alex))).await, [(nobodys.number, Happened::Reached)]);

        let mut walked = Vec::new();
        let mut after = None;
        loop {
            let request = PageRequest::first(2).after(after);
            let page = replies.feed(&hall.alex, Feed::All, &request).await.unwrap();
            walked.extend(page.items.iter().map(|line| (line.number, line.happening.what)));
            after = page.items.last().map(FeedLine::cursor);
            if !page.has_next {
                break;
            }
        }
        assert_eq!(walked, all);
        let back = replies.feed(&hall.alex, Feed::All, &PageRequest::first(2).before(after)).await.unwrap();
        let back: Vec<_> = back.items.iter().map(|line| (line.number, line.happening.what)).collect();
        assert_eq!(back, all[all.len() - 3..all.len() - 1]);
    }

    async fn people_hear_of_the_way_to_an_answer(hall: Hall) {
        hall.promises(&[(Kind::Acknowledge, 1, 3), (Kind::Reply, 2, 10)]).await;
        let idea = hall.idea("A bench in the park").await;
        let other = hall.room.another();
        let replies = &hall.room.stage.replies;
        hall.support(&idea, 1).await;
        round(hall).await;
        assert_eq!(told(hall).await, [""; 0], "an answer isn’t promised yet");
        hall.support(&idea, 1).await;
        let (one, two) = tokio::join!(replies.round(), other.replies.round());
        one.unwrap();
        two.unwrap();
        round(hall).await;
        let promised = format!("PROMISED {} mine", idea.number);
        assert_eq!(told(hall).await, [promised.as_str()], "once, whoever tells it");

        hall.hand(&hall.admin, &idea, hall.parks).await;
        replies.take_on(&hall.alex, idea.number, true).await.unwrap();
        let in_hand = format!("IN HAND {}", idea.number);
        assert_eq!(told(hall).await, [promised, in_hand], "it came in hand once");
        let moved = hall.progress(idea.id).await.happenings.into_iter().filter(|one| one.what == Happened::Moved);
        assert_eq!(moved.map(|one| one.status).collect::<Vec<_>>(), [Some("UNDER_REVIEW".to_owned())]);
    }

    async fn people_hear_what_becomes_of_a_promise(hall: Hall) {
        hall.promises(&[(Kind::Acknowledge, 2, 3), (Kind::Reply, 2, 10), (Kind::Committee, 2, 60)]).await;
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 1).await;
        let (daily, never) = (hall.room.stage.citizen().await, hall.room.stage.citizen().await);
        for who in [&daily, &never] {
            let _ = hall.room.stage.votes.cast(who, idea.id, folkmoot_votes::Choice::Support).await.unwrap();
        }
        let telling = telling_over(&hall.room.store, hall.room.stage.sources.clone());
        telling.choose(&daily, NoticePace::Daily).await.unwrap();
        telling.choose(&never, NoticePace::Never).await.unwrap();
        let later = || hall.room.clock.advance(std::time::Duration::from_secs(1));
        let (replies, number) = (&hall.room.stage.replies, idea.number);
        hall.hand(&hall.admin, &idea, hall.parks).await;
        later();
        let seen = "We have read it, and talk about it on Monday.";
        replies.keep(&hall.alex, number, Kind::Acknowledge, seen).await.unwrap();
        later();
        replies.pause(&hall.alex, number, Kind::Reply, "We wait for the county’s survey.").await.unwrap();
        later();
        replies.resume(&hall.alex, number, Kind::Reply).await.unwrap();
        later();
        replies.extend(&hall.alex, number, Kind::Reply, 5, "The survey was larger than we thought.").await.unwrap();
        later();
        let words = "The committee for parks has talked about it.";
        replies.keep(&hall.alex, number, Kind::Committee, words).await.unwrap();
        assert!(replies.keep(&hall.alex, number, Kind::Committee, words).await.is_err(), "once");
        assert!(replies.resume(&hall.alex, number, Kind::Reply).await.is_err(), "it runs");
        later();
        replies.publish(&hall.alex, number, hall.yes()).await.unwrap();
        let news = [
            format!("IN HAND {number}"),
            format!("KEPT {number} ACKNOWLEDGE"),
            format!("PAUSED {number} REPLY"),
            format!("RESUMED {number} REPLY"),
            format!("EXTENDED {number} REPLY"),
            format!("KEPT {number} COMMITTEE"),
            format!("REPLIED YES {number}"),
        ];
        assert_eq!(told(hall).await, news, "what was refused, and what the answer itself says, is told by no letter more");

        // Two nodes tell it; each hears it once, as they chose.
        let other = telling_over(&hall.room.store, hall.room.stage.sources.clone());
        tokio::join!(tell_all(&telling), tell_all(&other));
        for (word, count) in [("PAUSED", 2), ("RESUMED", 2), ("EXTENDED", 2), ("KEPT", 4)] {
            let heard = letters(hall, word).await;
            assert_eq!(heard.len(), count, "its author and who hears at once: {heard:?}");
        }
        let said = hall.room.column("SELECT mail FROM outbox WHERE mail LIKE '%EXTENDED%'").await;
        assert!(said.iter().all(|mail| mail.contains("Some(") && mail.contains("larger than we thought")), "{said:?}");
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM digest_entry").await, 7, "the day’s letter has all of it");
    }

    async fn what_is_answered_at_once_was_not_promised(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        hall.room.stage.replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        round(hall).await;
        let told = told(hall).await;
        assert!(!told.iter().any(|subject| subject.starts_with("PROMISED")), "{told:?}");
    }

    async fn many_noes_are_told_with_the_last_one(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let mut supporters = Vec::new();
        for _ in 0..4 {
            let citizen = hall.room.stage.citizen().await;
            let _ = hall.room.stage.votes.cast(&citizen, idea.id, folkmoot_votes::Choice::Support).await.unwrap();
            supporters.push(citizen);
        }
        let replies = &hall.room.stage.replies;
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let id = replies.set_milestone(&hall.alex, idea.number, ("The bench stands", "2030-01-01")).await.unwrap();
        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();
        let all = supporters.iter().map(|who| replies.say_whether(who, idea.number, (id, Happens::No)));
        for said in futures::future::join_all(all).await {
            said.unwrap();
        }
        let reopened = told(hall).await.into_iter().filter(|subject| subject.starts_with("REOPENED")).count();
        assert_eq!(reopened, 1, "once, however many say no at once");
        assert_eq!(letters(hall, "PASSED").await.len(), 2, "and each officer once");
    }
}
