//! Promises: when a clock starts, that it starts once, and what moves its day.

use std::collections::BTreeSet;
use std::time::Duration;

use folkmoot_replies::{DepartmentText, Duty, Happened, Kind, Nation, OverdueFrom, Pile, PileFilter, PileOrder, Score};
use folkmoot_votes::Choice;
use futures::future::join_all;

use super::hall::{Hall, due, in_the_hall, person};

/// The midnights that are written down, as text; nothing where a clock stands still.
async fn written(hall: &Hall) -> Vec<String> {
    hall.room.column("SELECT CAST(due_at AS TEXT) FROM promise ORDER BY idea_id, kind").await
}

/// That what the database wrote down is what the rules say.
async fn agrees(hall: &Hall) {
    let before = written(hall).await;
    hall.room.run("UPDATE promise SET due_at = 1 WHERE kept_at IS NULL").await;
    hall.room.stage.replies.lay_out().await.unwrap();
    assert_eq!(written(hall).await, before, "the database and the rules find another day");
}

in_the_hall! {
    async fn of_sixty_four_votes_on_two_nodes_one_starts_the_clock(hall: Hall) {
        hall.promises(&[(Kind::Acknowledge, 10, 3), (Kind::Reply, 20, 15), (Kind::Committee, 1_000, 60)]).await;
        let idea = hall.idea("A bench in the park").await;
        let other = hall.room.another();
        let mut voters = Vec::new();
        for _ in 0..64 {
            voters.push(hall.room.stage.citizen().await);
        }
        let all = voters.iter().enumerate().map(async |(n, voter)| {
            let stage = if n % 2 == 0 { &hall.room.stage } else { &other };
            stage.votes.cast(voter, idea.id, Choice::Support).await.unwrap()
        });
        join_all(all).await;
        let progress = hall.progress(idea.id).await;
        let kinds: Vec<Kind> = progress.promises.iter().map(|promise| promise.step.kind).collect();
        assert_eq!(kinds, [Kind::Acknowledge, Kind::Reply]);
        let reached = progress.happenings.iter().filter(|one| one.what == Happened::Reached).count();
        assert_eq!(reached, 2, "{:?}", progress.happenings);
        assert_eq!(hall.status(&idea).await, "awaiting_reply");
        agrees(hall).await;
    }

    async fn one_vote_less_starts_nothing_and_a_vote_taken_back_stops_nothing(hall: Hall) {
        hall.promises(&[(Kind::Reply, 3, 10)]).await;
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 2).await;
        assert_eq!(hall.progress(idea.id).await.promises, []);
        assert_eq!(hall.status(&idea).await, "published");
        let last = hall.room.stage.citizen().await;
        let _ = hall.room.stage.votes.cast(&last, idea.id, Choice::Support).await.unwrap();
        let began = hall.progress(idea.id).await.promises[0].reached_at;
        let _ = hall.room.stage.votes.retract(&last, idea.id).await.unwrap();
        let _ = hall.room.stage.votes.cast(&last, idea.id, Choice::Support).await.unwrap();
        let promises = hall.progress(idea.id).await.promises;
        assert_eq!((promises.len(), promises[0].reached_at), (1, began), "it started anew");
    }

    async fn a_new_promise_is_for_those_who_are_there_already(hall: Hall) {
        let idea = hall.idea("A bench in the park").await;
        let few = hall.idea("A fountain for dogs").await;
        hall.support(&idea, 3).await;
        hall.support(&few, 1).await;
        hall.promises(&[(Kind::Reply, 2, 10)]).await;
        assert_eq!(hall.progress(idea.id).await.promises.len(), 1);
        assert_eq!(hall.progress(few.id).await.promises, []);
        // Less is promised from now on; what was promised stays as it was.
        hall.promises(&[(Kind::Reply, 5, 90)]).await;
        assert_eq!(hall.progress(idea.id).await.promises[0].step.working_days, 10);
        hall.support(&few, 3).await;
        assert_eq!(hall.progress(few.id).await.promises, []);
        hall.support(&few, 1).await;
        assert_eq!(hall.progress(few.id).await.promises[0].step.working_days, 90);
        agrees(hall).await;
    }

    async fn what_was_answered_is_owed_nothing_new(hall: Hall) {
        let (answered, merged) = (hall.idea("A bench in the park").await, hall.idea("Somewhere to sit").await);
        hall.support(&answered, 3).await;
        hall.support(&merged, 3).await;
        hall.hand(&hall.admin, &answered, hall.parks).await;
        hall.room.stage.replies.publish(&hall.alex, answered.number, hall.yes()).await.unwrap();
        let both = |status: &str| {
            let these = format!("(SELECT id FROM idea WHERE number = {})", merged.number);
            [
                format!("UPDATE idea SET status = '{status}' WHERE id = {these}"),
                format!("UPDATE tally SET status = '{status}' WHERE idea_id = {these}"),
            ]
        };
        for change in both("merged") {
            hall.room.run(&change).await;
        }
        hall.promises(&[(Kind::Reply, 2, 10), (Kind::Committee, 3, 60)]).await;
        assert_eq!(hall.progress(answered.id).await.promises, []);
        assert_eq!(hall.progress(merged.id).await.promises, []);
        // What is open again is owed what its campaign promises.
        for change in both("published") {
            hall.room.run(&change).await;
        }
        assert_eq!(hall.progress(merged.id).await.promises.len(), 2);
        assert_eq!(hall.status(&merged).await, "awaiting_reply");
        agrees(hall).await;
    }

    async fn where_no_clock_starts_nobody_is_told_of_one(hall: Hall) {
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 2).await;
        let told = "SELECT COUNT(*) FROM mailing WHERE author LIKE '%PROMISED%'";
        let stand = async |status: &str| {
            let these = format!("(SELECT id FROM idea WHERE number = {})", idea.number);
            hall.room.run(&format!("UPDATE idea SET status = '{status}' WHERE id = {these}")).await;
            hall.room.run(&format!("UPDATE tally SET status = '{status}' WHERE idea_id = {these}")).await;
        };
        for status in ["planned", "in_progress", "done", "declined", "not_ours", "merged"] {
            stand(status).await;
            hall.promises(&[(Kind::Reply, 2, 10)]).await;
            hall.room.stage.replies.round().await.unwrap();
            assert_eq!(hall.progress(idea.id).await.promises, [], "{status}");
            assert_eq!(hall.room.number(told).await, 0, "{status}");
        }
        stand("published").await;
        hall.room.stage.replies.round().await.unwrap();
        assert_eq!(hall.progress(idea.id).await.promises.len(), 1);
        assert_eq!(hall.room.number(told).await, 1, "what is open again is promised, and told");
    }

    async fn a_clock_starts_with_the_move_to_a_campaign_that_promises(hall: Hall) {
        let mode = folkmoot_common::PublishingMode::StraightAway;
        let rule = folkmoot_ideas::VotingRule::SupportAndOppose;
        let _ = hall.room.stage.campaign("bluer", rule, mode, None).await;
        hall.promises(&[(Kind::Reply, 2, 10)]).await;
        let author = hall.room.stage.citizen().await;
        let folkmoot_ideas::Submission::Published(idea) = hall.room.stage.submit(&author, "bluer", "A bench").await else {
            panic!("the idea should be public");
        };
        hall.support(&idea, 2).await;
        assert_eq!(hall.progress(idea.id).await.promises, []);
        let there = "(SELECT id FROM campaign WHERE slug = 'greener')";
        hall.room.run(&format!("UPDATE idea SET campaign_id = {there} WHERE number = {}", idea.number)).await;
        let moved = format!(
            "UPDATE tally SET campaign_id = {there} WHERE idea_id = (SELECT id FROM idea WHERE number = {})",
            idea.number
        );
        hall.room.run(&moved).await;
        assert_eq!(hall.progress(idea.id).await.promises.len(), 1, "it waits for another vote");
        agrees(hall).await;
    }

    async fn a_moderator_who_holds_an_idea_holds_up_no_vote(hall: Hall) {
        hall.promises(&[(Kind::Reply, 1, 10)]).await;
        let idea = hall.idea("A bench in the park").await;
        if hall.room.is_postgres() {
            let held = sea_orm::Database::connect(hall.room.url()).await.unwrap();
            let moderator = sea_orm::TransactionTrait::begin(&held).await.unwrap();
            let hold = format!("SELECT 1 FROM idea WHERE number = {} FOR NO KEY UPDATE", idea.number);
            sea_orm::ConnectionTrait::execute_unprepared(&moderator, &hold).await.unwrap();
            let wait = Duration::from_secs(3);
            tokio::time::timeout(wait, hall.support(&idea, 1)).await.expect("the vote waited for the moderator");
            assert_eq!(hall.progress(idea.id).await.promises.len(), 1, "the clock runs all the same");
            assert_eq!(hall.status(&idea).await, "published");
            moderator.rollback().await.unwrap();
        } else {
            hall.support(&idea, 1).await;
        }
        hall.room.stage.replies.round().await.unwrap();
        assert_eq!(hall.status(&idea).await, "awaiting_reply");
    }

    async fn a_clock_stands_still_over_a_bank_holiday_and_goes_on(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        // As if it had got there on Monday 14 December 2026: ten working days end on Wednesday the 30th, for two of them
        // are bank holidays (Christmas Day, and the 28th for Boxing Day).
        let at = jiff::civil::date(2026, 12, 14).at(12, 0, 0, 0).in_tz("Europe/London").unwrap();
        let micros = at.timestamp().as_microsecond();
        hall.room.run(&format!("UPDATE promise SET reached_at = {micros}")).await;
        replies.lay_out().await.unwrap();
        assert_eq!(due(hall, idea.id).await, Some(jiff::civil::date(2026, 12, 30)));
        agrees(hall).await;

        // The clocks of the story go on from today.
        replies.pause(&hall.alex, idea.number, Kind::Reply, "We wait for the county’s survey.").await.unwrap();
        assert_eq!(due(hall, idea.id).await, None);
        assert_eq!(written(hall).await, [""]);
        let again = replies.pause(&hall.alex, idea.number, Kind::Reply, "We wait for the survey still.").await;
        assert!(again.is_err(), "it stands still already");
        replies.resume(&hall.alex, idea.number, Kind::Reply).await.unwrap();
        replies.extend(&hall.alex, idea.number, Kind::Reply, 5, "The survey was larger than we thought.").await.unwrap();
        let said: Vec<Happened> = hall.progress(idea.id).await.happenings.iter().map(|one| one.what).collect();
        assert!(said.ends_with(&[Happened::Paused, Happened::Resumed, Happened::Extended]), "{said:?}");
        agrees(hall).await;
    }

    async fn a_day_that_the_council_closes_moves_what_runs(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let before = due(hall, idea.id).await.unwrap();
        let replies = &hall.room.stage.replies;
        replies.set_day(&hall.admin, &before.to_string(), true, "The moot hall is being painted.").await.unwrap();
        let after = due(hall, idea.id).await.unwrap();
        assert!(after > before, "{after} follows {before}");
        agrees(hall).await;
        replies.forget_day(&hall.admin, &before.to_string()).await.unwrap();
        assert_eq!(due(hall, idea.id).await, Some(before));
        assert!(replies.set_day(&hall.alex, "2027-01-04", true, "I would like to sleep.").await.is_err());
    }

    async fn what_runs_follows_the_bank_holidays_that_are_chosen(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let (replies, other) = (&hall.room.stage.replies, hall.room.another().replies);
        // As if it had got there on Friday 20 November 2026: St Andrew's Day is the Monday after the next.
        let at = jiff::civil::date(2026, 11, 20).at(12, 0, 0, 0).in_tz("Europe/London").unwrap();
        hall.room.run(&format!("UPDATE promise SET reached_at = {}", at.timestamp().as_microsecond())).await;
        replies.lay_out().await.unwrap();
        let (english, scottish) = (jiff::civil::date(2026, 12, 4), jiff::civil::date(2026, 12, 7));
        assert_eq!(due(hall, idea.id).await, Some(english));
        assert_eq!(replies.kept_days().await.unwrap().0, Nation::EnglandAndWales, "as configured");

        let before = written(hall).await;
        assert_eq!(replies.moved_by(&hall.admin, Nation::ALL).await.unwrap(), [0, 1, 0]);
        // Nobody waits for what is merged, ended or hidden.
        for (dead, alive) in [
            ("status = 'merged'", "status = 'awaiting_reply'"),
            ("status = 'declined'", "status = 'awaiting_reply'"),
            ("listed = FALSE", "listed = TRUE"),
        ] {
            hall.room.run(&format!("UPDATE tally SET {dead}")).await;
            assert_eq!(replies.moved_by(&hall.admin, Nation::ALL).await.unwrap(), [0, 0, 0], "{dead}");
            hall.room.run(&format!("UPDATE tally SET {alive}")).await;
        }
        assert_eq!(written(hall).await, before, "asking moves nothing");
        assert!(replies.moved_by(&hall.alex, [Nation::Scotland]).await.is_err());
        assert!(replies.choose_nation(&hall.alex, Nation::Scotland).await.is_err());
        assert_eq!(due(hall, idea.id).await, Some(english));

        replies.choose_nation(&hall.admin, Nation::Scotland).await.unwrap();
        assert_eq!(due(hall, idea.id).await, Some(scottish));
        assert_ne!(written(hall).await, before);
        assert_eq!(other.calendar().await.unwrap().nation(), Nation::Scotland, "every node reads the same");
        let _new = hall.owed("A fountain for dogs").await;
        agrees(hall).await;
        // The council's own days stand over whichever.
        replies.set_day(&hall.admin, "2026-11-30", false, "We work on it.").await.unwrap();
        assert_eq!(due(hall, idea.id).await, Some(english));
        replies.forget_day(&hall.admin, "2026-11-30").await.unwrap();

        // What was kept stays as it was written down.
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let kept = "SELECT CAST(due_at AS TEXT) FROM promise WHERE kept_at IS NOT NULL";
        let before = hall.room.column(kept).await;
        other.choose_nation(&hall.admin, Nation::NorthernIreland).await.unwrap();
        assert_eq!(hall.room.column(kept).await, before);
        assert_eq!(hall.room.column("SELECT nation FROM kept_holidays").await, ["NORTHERN_IRELAND"]);
        agrees(hall).await;
    }

    async fn what_is_late_is_late_for_everybody(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        hall.later(60).await;
        let promises = hall.progress(idea.id).await.promises;
        let standing = replies.standings(&promises).await.unwrap();
        assert!(matches!(standing[0].duty, Duty::Overdue(_)), "{standing:?}");
        let late = PileFilter { pile: Pile::All, due_before: Some(hall.room.stage.sources.now()) };
        let page = replies.pile(&hall.stranger, &late, PileOrder::FirstDue, &folkmoot_common::PageRequest::first(10)).await.unwrap();
        assert_eq!(page.items.len(), 1);
        let pause = replies.pause(&hall.alex, idea.number, Kind::Reply, "We wait for the county’s survey.").await;
        assert!(pause.is_err(), "a pause takes no lateness back");
        let extend = replies.extend(&hall.alex, idea.number, Kind::Reply, 90, "The survey was large.").await;
        assert!(extend.is_err(), "nor does an extension");
        let since = folkmoot_common::Timestamp::from_micros(0);
        let scores = replies.scores(since).await.unwrap();
        assert_eq!((scores[0].overdue, scores[0].waiting, scores[0].kept), (1, 0, 0));
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let scores = replies.scores(since).await.unwrap();
        assert_eq!((scores[0].overdue, scores[0].late, scores[0].median_days), (0, 1, Some(60)));
    }

    async fn what_was_kept_late_stays_late_whatever_the_calendar_says_since(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let promised = due(hall, idea.id).await.unwrap();
        let replies = &hall.room.stage.replies;
        let midnight = hall.progress(idea.id).await.promises[0].due_at.unwrap();
        let ahead = midnight.micros() - hall.room.stage.sources.now().micros();
        hall.later(u64::try_from(ahead / (24 * 60 * 60 * 1_000_000)).unwrap() + 2).await;
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let judged = async || {
            let promises = hall.progress(idea.id).await.promises;
            let standing = replies.standings(&promises).await.unwrap().remove(0);
            let scores = replies.scores(folkmoot_common::Timestamp::from_micros(0)).await.unwrap();
            (standing.duty, standing.computed.due, (scores[0].kept, scores[0].late))
        };
        let before = judged().await;
        assert!(matches!(before, (Duty::Kept { late: true, .. }, Some(day), (0, 1)) if day == promised), "{before:?}");
        replies.set_day(&hall.admin, &promised.to_string(), true, "The moot hall was being painted.").await.unwrap();
        assert_eq!(judged().await, before, "the page and the figures say what they said");
        let day_after = promised.tomorrow().unwrap().to_string();
        replies.set_day(&hall.admin, &day_after, true, "The paint was wet.").await.unwrap();
        assert_eq!(judged().await, before, "it was late, by fewer working days");
    }

    async fn a_pile_says_of_which_promise_its_day_is(hall: Hall) {
        hall.promises(&[(Kind::Acknowledge, 1, 3), (Kind::Reply, 1, 10)]).await;
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 1).await;
        hall.hand(&hall.admin, &idea, hall.parks).await;
        let replies = &hall.room.stage.replies;
        replies.pause(&hall.alex, idea.number, Kind::Reply, "We wait for the county’s survey.").await.unwrap();
        let everything = PileFilter { pile: Pile::All, due_before: None };
        let shown = async || {
            let page = replies.pile(&hall.alex, &everything, PileOrder::FirstDue, &folkmoot_common::PageRequest::first(10)).await.unwrap();
            page.items.iter().map(|row| (row.promise, row.paused, row.due_at.is_some())).collect::<Vec<_>>()
        };
        assert_eq!(shown().await, [(Some(Kind::Acknowledge), false, true)], "the answer's clock stands still");
        let words = "We have read it, and talk about it on Monday.";
        replies.keep(&hall.alex, idea.number, Kind::Acknowledge, words).await.unwrap();
        assert_eq!(shown().await, [(Some(Kind::Reply), true, false)]);
    }

    async fn what_is_late_leaves_the_figures_only_a_year_after_its_answer(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let ended = hall.owed("Somewhere to sit").await;
        let (room, replies) = (&hall.room, &hall.room.stage.replies);
        let figures = async || {
            let a_year_ago = room.stage.sources.now().minus(Duration::from_secs(365 * 24 * 60 * 60));
            let scores = replies.scores(a_year_ago).await.unwrap();
            (scores[0].overdue, scores[0].late, scores[0].kept, scores[0].waiting)
        };
        hall.later(60).await;
        assert_eq!(figures().await, (2, 0, 0, 0));
        hall.later(340).await;
        assert_eq!(figures().await, (2, 0, 0, 0), "nobody waits it out");
        let named = async |of| replies.overdue(of).await.unwrap().iter().map(|one| one.idea).collect::<BTreeSet<_>>();
        let both = BTreeSet::from([idea.id, ended.id]);
        assert_eq!((named(None).await, named(Some(hall.parks)).await), (both.clone(), both));
        let first = replies.overdue(None).await.unwrap().remove(0);
        assert_eq!(first.department.as_deref(), Some("Parks"));
        assert_eq!(Some(replies.last_day(first.due_at)), due(hall, idea.id).await);
        // What has ended waits for nobody.
        let other = format!("WHERE idea_id = (SELECT id FROM idea WHERE number = {})", ended.number);
        room.run(&format!("UPDATE tally SET listed = FALSE {other}")).await;
        assert_eq!(figures().await, (1, 0, 0, 0));
        assert_eq!(named(None).await, BTreeSet::from([idea.id]));
        room.run(&format!("UPDATE tally SET listed = TRUE {other}")).await;
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        assert_eq!(figures().await, (1, 1, 0, 0), "an answer takes no lateness back");
        assert_eq!(named(None).await, BTreeSet::from([ended.id]));
        hall.later(366).await;
        assert_eq!(figures().await, (1, 0, 0, 0));
    }

    async fn each_step_of_a_promise_is_scored_by_itself(hall: Hall) {
        hall.promises(&[(Kind::Acknowledge, 1, 3), (Kind::Reply, 1, 10), (Kind::Committee, 1, 60)]).await;
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 1).await;
        hall.hand(&hall.admin, &idea, hall.parks).await;
        let replies = &hall.room.stage.replies;
        let figures = async || {
            let scores = replies.scores(folkmoot_common::Timestamp::from_micros(0)).await.unwrap();
            assert!(scores.iter().all(|one| one.department.as_ref().is_some_and(|its| its.id == hall.parks)), "{scores:?}");
            scores.iter().map(|one| (one.kind, [one.kept, one.late, one.waiting, one.overdue])).collect::<Vec<_>>()
        };
        let of = |reply: [u64; 4], seen, committee| {
            vec![(Kind::Reply, reply), (Kind::Acknowledge, seen), (Kind::Committee, committee)]
        };
        let (kept, late, waiting, overdue) = ([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]);
        assert_eq!(figures().await, of(waiting, waiting, waiting));
        let words = "We have read it, and talk about it on Monday.";
        replies.keep(&hall.alex, idea.number, Kind::Acknowledge, words).await.unwrap();
        assert_eq!(figures().await, of(waiting, kept, waiting));
        hall.later(40).await;
        assert_eq!(figures().await, of(overdue, kept, waiting), "to have seen it is no answer");
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        assert_eq!(figures().await, of(late, kept, waiting), "nor is an answer a committee");
        hall.later(100).await;
        assert_eq!(figures().await, of(late, kept, overdue));
        replies.keep(&hall.alex, idea.number, Kind::Committee, "The committee has seen it.").await.unwrap();
        assert_eq!(figures().await, of(late, kept, late));
    }

    async fn a_promise_counts_for_whoever_led_when_its_day_passed_or_it_was_kept_in_time(hall: Hall) {
        let replies = &hall.room.stage.replies;
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        replies.join(&hall.admin, roads, person(&hall.alex), "Head of Roads").await.unwrap();
        let (kept, late) = (hall.owed("A bench in the park").await, hall.owed("Somewhere to sit").await);
        let (moved, nobodys) = (hall.owed("A kerb").await, hall.idea("A choir").await);
        hall.support(&nobodys, 2).await;
        replies.publish(&hall.alex, kept.number, hall.yes()).await.unwrap();
        hall.hand(&hall.admin, &moved, roads).await;
        hall.later(60).await;
        for idea in [&kept, &late, &nobodys] {
            hall.hand(&hall.admin, idea, roads).await;
        }
        let figures = async || {
            let scores = replies.scores(folkmoot_common::Timestamp::from_micros(0)).await.unwrap();
            let name = |one: &Score| one.department.as_ref().map_or_else(String::new, |its| its.name.clone());
            scores.iter().map(|one| (name(one), [one.kept, one.late, one.overdue])).collect::<Vec<_>>()
        };
        let of = |one: [u64; 3], other, nobody| {
            vec![("Parks".to_owned(), one), ("Roads".to_owned(), other), (String::new(), nobody)]
        };
        assert_eq!(figures().await, of([1, 0, 1], [0, 0, 1], [0, 0, 1]));
        let named = async |department| {
            let overdue = replies.overdue(department).await.unwrap();
            overdue.into_iter().map(|one| (one.idea, one.department)).collect::<Vec<_>>()
        };
        assert_eq!(named(Some(hall.parks)).await, [(late.id, Some("Parks".to_owned()))], "as the figures have it");
        assert_eq!(named(Some(roads)).await, [(moved.id, Some("Roads".to_owned()))]);
        assert!(named(None).await.contains(&(nobodys.id, None)), "{:?}", named(None).await);
        // Who clears up what another department let pass isn't late, and that one stays so.
        replies.publish(&hall.alex, late.number, hall.yes()).await.unwrap();
        assert_eq!(figures().await, of([1, 1, 0], [0, 0, 1], [0, 0, 1]));
    }

    async fn whoever_takes_the_lead_has_it_though_their_clock_is_behind(hall: Hall) {
        let replies = &hall.room.stage.replies;
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        let idea = hall.owed("A bench in the park").await;
        // As if a node whose clock is an hour ahead had given it to Parks.
        hall.room.run("UPDATE idea_lead SET since = since + 3600000000").await;
        hall.hand(&hall.admin, &idea, roads).await;
        hall.later(60).await;
        let overdue = replies.overdue(None).await.unwrap();
        let named = overdue.iter().map(|one| one.department.as_deref()).collect::<Vec<_>>();
        assert_eq!(named, [Some("Roads")]);
        assert_eq!(replies.overdue(Some(hall.parks)).await.unwrap(), []);
    }

    async fn what_is_overdue_says_by_how_many_working_days(hall: Hall) {
        let (first, second) = (hall.owed("A bench in the park").await, hall.owed("Somewhere to sit").await);
        let (room, replies) = (&hall.room, &hall.room.stage.replies);
        replies.extend(&hall.alex, second.number, Kind::Reply, 5, "We need the county’s survey.").await.unwrap();
        assert_eq!(replies.late(None, (OverdueFrom::Longest, 10)).await.unwrap(), []);
        hall.later(60).await;
        let late = replies.late(None, (OverdueFrom::Longest, 10)).await.unwrap();
        assert_eq!(late.iter().map(|one| one.idea).collect::<Vec<_>>(), [first.id, second.id], "the longest first");
        assert!(late[0].working_days > late[1].working_days && late[1].working_days > 0, "{late:?}");
        let calendar = replies.calendar().await.unwrap();
        for one in &late {
            let promise = hall.progress(one.idea).await.promises.remove(0);
            let behind = promise.behind(&calendar, replies.zone(), room.stage.sources.now());
            assert_eq!((Some(one.day), one.working_days), (due(hall, one.idea).await, behind));
            assert_eq!((one.department.as_deref(), Some(one.since)), (Some("Parks"), promise.due_at));
        }
        assert_eq!(replies.late(Some(hall.parks), (OverdueFrom::Longest, 1)).await.unwrap(), [late[0].clone()]);
        // What was answered is late no longer, and what is hidden is named nowhere.
        replies.publish(&hall.alex, first.number, hall.yes()).await.unwrap();
        assert_eq!(replies.late(None, (OverdueFrom::Longest, 10)).await.unwrap(), [late[1].clone()]);
        let hidden = format!("WHERE idea_id = (SELECT id FROM idea WHERE number = {})", second.number);
        room.run(&format!("UPDATE tally SET listed = FALSE {hidden}")).await;
        assert_eq!(replies.late(None, (OverdueFrom::Longest, 10)).await.unwrap(), []);
        room.run(&format!("UPDATE tally SET listed = TRUE {hidden}")).await;
    }

    async fn a_word_keeps_the_promise_to_have_seen_it(hall: Hall) {
        hall.promises(&[(Kind::Acknowledge, 1, 3), (Kind::Reply, 1, 10)]).await;
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 1).await;
        hall.hand(&hall.admin, &idea, hall.parks).await;
        let replies = &hall.room.stage.replies;
        // What is only to be acknowledged is on the desk as well.
        hall.promises(&[(Kind::Acknowledge, 1, 3)]).await;
        let other = hall.idea("A fountain for dogs").await;
        hall.support(&other, 1).await;
        let everything = PileFilter { pile: Pile::All, due_before: None };
        let page = replies.pile(&hall.alex, &everything, PileOrder::FirstDue, &folkmoot_common::PageRequest::first(10)).await.unwrap();
        let mut numbers: Vec<i64> = page.items.iter().map(|one| one.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [idea.number, other.number]);
        let words = "We have read it, and talk about it on Monday.";
        replies.keep(&hall.alex, idea.number, Kind::Acknowledge, words).await.unwrap();
        assert!(replies.keep(&hall.alex, idea.number, Kind::Acknowledge, words).await.is_err(), "once");
        assert!(replies.keep(&hall.alex, idea.number, Kind::Reply, words).await.is_err(), "a reply is a reply");
        let kept: Vec<bool> = hall.progress(idea.id).await.promises.iter().map(|one| one.kept_at.is_some()).collect();
        assert_eq!(kept, [true, false]);
    }
}
