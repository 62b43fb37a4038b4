//! Milestones: the council says what came of them, supporters say whether it happened, and enough noes reopen it. What
//! is asked of the council stands on its officers' desk.

use folkmoot_common::{MilestoneId, PageRequest, Viewer};
use folkmoot_ideas::Idea;
use folkmoot_people::Leave;
use folkmoot_replies::{DeskStep, Happened, Happens, Kind, Pile, PileFilter, PileOrder, ReplyError, Waiting};

use super::super::migrated_again_from;
use super::hall::{Hall, in_the_hall, person};

/// An answered idea with five more supporters, and a milestone ten days from now.
async fn planned(hall: &Hall) -> (Idea, Vec<Viewer>, MilestoneId) {
    let idea = hall.owed("A bench in the park").await;
    let mut supporters = Vec::new();
    for _ in 0..5 {
        let citizen = hall.room.stage.citizen().await;
        let _ = hall.room.stage.votes.cast(&citizen, idea.id, folkmoot_votes::Choice::Support).await.unwrap();
        supporters.push(citizen);
    }
    let replies = &hall.room.stage.replies;
    replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
    let id = replies.set_milestone(&hall.alex, idea.number, ("The bench stands", &in_ten_days())).await.unwrap();
    (idea, supporters, id)
}

fn in_ten_days() -> String {
    let day = jiff::Timestamp::now().in_tz("Europe/London").unwrap().date();
    day.saturating_add(jiff::ToSpan::days(10)).to_string()
}

/// What stands on this pile.
async fn piled(hall: &Hall, pile: Pile) -> Vec<Waiting> {
    let filter = PileFilter { pile, due_before: None };
    hall.room.stage.replies.pile(&hall.alex, &filter, PileOrder::FirstDue, &PageRequest::first(10)).await.unwrap().items
}

/// How much Alex has, their departments have, everybody has and nobody has, and how much is past its day.
async fn counted(hall: &Hall) -> [u64; 5] {
    let sizes = hall.room.stage.replies.sizes(&hall.alex).await.unwrap();
    [sizes.mine, sizes.departments, sizes.all, sizes.nobodys, sizes.overdue]
}

async fn letters(hall: &Hall, word: &str) -> usize {
    hall.room.letters().await.iter().filter(|(_, subject)| subject.starts_with(word)).count()
}

/// News of this kind that supporters get.
async fn news(hall: &Hall, kind: &str) -> i64 {
    hall.room.number(&format!("SELECT COUNT(*) FROM mailing WHERE kind = '{kind}'")).await
}

in_the_hall! {
    async fn a_milestone_goes_all_the_way(hall: Hall) {
        let (idea, supporters, id) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        let other = hall.room.another();
        replies.round().await.unwrap();
        assert_eq!(letters(hall, "PASSED").await, 0, "before its day nobody is asked");
        hall.later(12).await;
        let (one, two) = tokio::join!(replies.round(), other.replies.round());
        one.unwrap();
        two.unwrap();
        assert_eq!(letters(hall, "PASSED").await, 2, "each officer of the department once");
        let early = replies.say_whether(&supporters[0], idea.number, (id, Happens::No)).await;
        assert!(matches!(early, Err(ReplyError::Forbidden)), "nobody was asked yet: {early:?}");

        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();
        assert_eq!(news(hall, "milestone").await, 1);
        replies.move_on(&hall.alex, idea.number, ("IN_PROGRESS", "The carpenter has begun.")).await.unwrap();
        replies.move_on(&hall.alex, idea.number, ("DONE", "It stands by the pond.")).await.unwrap();
        assert_eq!(hall.status(&idea).await, "done");

        for supporter in &supporters[..3] {
            replies.say_whether(supporter, idea.number, (id, Happens::No)).await.unwrap();
        }
        assert_eq!(hall.status(&idea).await, "in_progress", "what many say hasn’t happened isn’t done");
        assert_eq!(letters(hall, "PASSED").await, 4, "the officers are asked again");
        assert_eq!(news(hall, "milestone").await, 2, "and its people are told");
        let progress = hall.progress(idea.id).await;
        assert_eq!(progress.happenings.last().unwrap().what, Happened::Reopened);
        assert_eq!((progress.milestones[0].said.no, progress.milestones[0].claim), (3, Some(Happens::Yes)));

        // One more no tells nobody again; a new word of the council asks everybody anew.
        replies.say_whether(&supporters[3], idea.number, (id, Happens::No)).await.unwrap();
        assert_eq!(letters(hall, "PASSED").await, 4);
        replies.claim(&hall.bo, idea.number, (id, Happens::Partly, "It stands, without its back.")).await.unwrap();
        let progress = hall.progress(idea.id).await;
        assert_eq!((progress.milestones[0].said.all(), progress.milestones[0].reopened_at), (0, None));
        assert_eq!(news(hall, "milestone").await, 3);
    }

    async fn what_is_said_is_counted_with_every_word(hall: Hall) {
        let (idea, supporters, id) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        hall.later(12).await;
        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();
        let counts = async || {
            let said = hall.progress(idea.id).await.milestones[0].said;
            (said.yes, said.partly, said.no)
        };
        for (supporter, said) in supporters.iter().zip([Happens::Yes, Happens::Yes, Happens::Partly, Happens::No]) {
            replies.say_whether(supporter, idea.number, (id, said)).await.unwrap();
        }
        assert_eq!(counts().await, (2, 1, 1));
        // The same again is no other word, another one is; and whoever leaves takes theirs along.
        for said in [Happens::Yes, Happens::No] {
            replies.say_whether(&supporters[0], idea.number, (id, said)).await.unwrap();
        }
        assert_eq!(counts().await, (1, 1, 2));
        hall.room.stage.people.leave(&supporters[2], Leave::Words).await.unwrap();
        assert_eq!(counts().await, (1, 0, 2));
        // So are words of before they were counted.
        migrated_again_from(hall.room.url(), "000036_words_counted").await;
        assert_eq!(counts().await, (1, 0, 2));
    }

    async fn what_a_step_asks_stands_on_the_desk_until_the_council_has_said_it(hall: Hall) {
        let (idea, supporters, id) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        replies.take_on(&hall.alex, idea.number, true).await.unwrap();
        replies.round().await.unwrap();
        assert_eq!(counted(hall).await, [0; 5], "before its day nothing is asked");
        hall.later(12).await;
        replies.round().await.unwrap();
        assert_eq!(counted(hall).await, [1, 1, 1, 0, 1]);
        let (alex, bo) = (person(&hall.alex), person(&hall.bo));
        for pile in [Pile::Mine(alex), Pile::OfMyDepartments(bo), Pile::Of(hall.parks), Pile::All] {
            let rows = piled(hall, pile).await;
            assert_eq!(rows.len(), 1, "{pile:?}");
            let row = &rows[0];
            assert_eq!((row.number, row.step), (idea.number, Some(DeskStep::Passed)), "{pile:?}");
            assert_eq!((row.promise, row.paused), (None, false), "no promise runs");
            assert!(row.due_at.is_some_and(|due| due <= row.since), "it waits since it was asked: {row:?}");
        }
        for pile in [Pile::Mine(bo), Pile::OfMyDepartments(person(&hall.stranger)), Pile::Nobodys] {
            assert_eq!(piled(hall, pile).await, [], "{pile:?}");
        }
        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();
        assert_eq!(counted(hall).await, [0; 5], "the council has said it");

        hall.later(3).await;
        for supporter in &supporters[..3] {
            assert_eq!(counted(hall).await, [0; 5], "too few say no");
            replies.say_whether(supporter, idea.number, (id, Happens::No)).await.unwrap();
        }
        assert_eq!(counted(hall).await, [1, 1, 1, 0, 1]);
        let row = piled(hall, Pile::Mine(alex)).await.pop().unwrap();
        assert_eq!((row.number, row.step), (idea.number, Some(DeskStep::Disputed)));
        assert_eq!(Some(row.since), hall.progress(idea.id).await.milestones[0].reopened_at);
        replies.claim(&hall.bo, idea.number, (id, Happens::Partly, "It stands, without its back.")).await.unwrap();
        assert_eq!(counted(hall).await, [0; 5], "the council has looked again");
    }

    async fn of_a_step_and_a_promise_the_desk_goes_by_the_first_day(hall: Hall) {
        let replies = &hall.room.stage.replies;
        hall.promises(&[(Kind::Reply, 2, 10), (Kind::Committee, 2, 60)]).await;
        let idea = hall.idea("A bench in the park").await;
        hall.support(&idea, 2).await;
        hall.hand(&hall.admin, &idea, hall.parks).await;
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        let id = replies.set_milestone(&hall.alex, idea.number, ("The bench stands", &in_ten_days())).await.unwrap();
        // Its answer is due in ten working days: after the step's day, and before the committee's.
        let other = hall.owed("Somewhere to sit").await;
        let shown = async || {
            let rows = piled(hall, Pile::All).await;
            rows.iter().map(|row| (row.number, row.promise, row.step)).collect::<Vec<_>>()
        };
        let (answer, committee) = (Some(Kind::Reply), Some(Kind::Committee));
        assert_eq!(shown().await, [(other.number, answer, None), (idea.number, committee, None)]);
        hall.later(12).await;
        replies.round().await.unwrap();
        assert_eq!(shown().await, [(idea.number, None, Some(DeskStep::Passed)), (other.number, answer, None)]);
        let all = PileFilter { pile: Pile::All, due_before: None };
        let first = replies.pile(&hall.alex, &all, PileOrder::FirstDue, &PageRequest::first(1)).await.unwrap().items.pop().unwrap();
        let next = PageRequest::first(1).after(Some(first.cursor(PileOrder::FirstDue)));
        let second = replies.pile(&hall.alex, &all, PileOrder::FirstDue, &next).await.unwrap().items.pop().unwrap();
        assert_eq!((first.number, second.number), (idea.number, other.number), "page by page");
        let late = PileFilter { pile: Pile::All, due_before: Some(hall.room.stage.sources.now()) };
        let late = replies.pile(&hall.alex, &late, PileOrder::FirstDue, &PageRequest::first(10)).await.unwrap().items;
        assert_eq!(late.iter().map(|row| row.number).collect::<Vec<_>>(), [idea.number]);
        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();
        assert_eq!(shown().await, [(other.number, answer, None), (idea.number, committee, None)]);
    }

    async fn what_is_disputed_before_its_day_is_due_at_once(hall: Hall) {
        let (idea, supporters, id) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        // An answer that is due before the step's own day.
        hall.promises(&[(Kind::Reply, 2, 1)]).await;
        let other = hall.idea("Somewhere to sit").await;
        hall.support(&other, 2).await;
        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();
        for supporter in &supporters[..3] {
            replies.say_whether(supporter, idea.number, (id, Happens::No)).await.unwrap();
        }
        let rows = piled(hall, Pile::All).await;
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [idea.number, other.number]);
        let reopened = hall.progress(idea.id).await.milestones[0].reopened_at;
        assert_eq!((rows[0].step, rows[0].due_at, Some(rows[0].since)), (Some(DeskStep::Disputed), reopened, reopened));
        assert_eq!(counted(hall).await[4], 1, "and past its day from then on");
    }

    async fn of_several_steps_the_first_due_speaks_for_itself(hall: Hall) {
        let (idea, supporters, first) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        let day = jiff::Timestamp::now().in_tz("Europe/London").unwrap().date();
        let later = day.saturating_add(jiff::ToSpan::days(20)).to_string();
        replies.set_milestone(&hall.alex, idea.number, ("The path leads there", &later)).await.unwrap();
        replies.claim(&hall.alex, idea.number, (first, Happens::Yes, "It stands by the pond.")).await.unwrap();
        hall.later(22).await;
        replies.round().await.unwrap();
        let row = piled(hall, Pile::All).await.pop().unwrap();
        assert_eq!(row.step, Some(DeskStep::Passed), "the path's, which officers were asked about");
        hall.later(3).await;
        for supporter in &supporters[..3] {
            replies.say_whether(supporter, idea.number, (first, Happens::No)).await.unwrap();
        }
        let rows = piled(hall, Pile::All).await;
        assert_eq!(rows.len(), 1);
        let bench = hall.progress(idea.id).await.milestones.into_iter().find(|one| one.id == first).unwrap();
        assert_eq!((rows[0].step, Some(rows[0].since)), (Some(DeskStep::Disputed), bench.reopened_at));
        assert_eq!(rows[0].due_at.map(|at| replies.last_day(at)), Some(bench.due), "both are the bench's");
    }

    async fn a_council_that_says_nothing_is_not_waited_for(hall: Hall) {
        let (idea, supporters, id) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        hall.later(12).await;
        replies.round().await.unwrap();
        hall.later(8).await;
        replies.round().await.unwrap();
        replies.round().await.unwrap();
        assert_eq!(news(hall, "milestone").await, 1, "supporters are asked once");
        let said = replies.say_whether(&supporters[0], idea.number, (id, Happens::Partly)).await.unwrap();
        assert_eq!((said.said.partly, said.claim), (1, None));
        let said = replies.say_whether(&supporters[0], idea.number, (id, Happens::Yes)).await.unwrap();
        assert_eq!((said.said.partly, said.said.yes), (0, 1), "a mind can be changed");
        assert_eq!(replies.own_words(&supporters[0], &[id]).await.unwrap(), [(id, Happens::Yes)]);
        let stranger = hall.room.stage.citizen().await;
        let refused = replies.say_whether(&stranger, idea.number, (id, Happens::No)).await;
        assert!(matches!(refused, Err(ReplyError::Forbidden)), "who never supported it is not asked");
    }

    async fn only_the_department_sets_and_claims(hall: Hall) {
        let (idea, supporters, id) = planned(hall).await;
        let replies = &hall.room.stage.replies;
        for who in [&hall.stranger, &supporters[0]] {
            assert!(replies.set_milestone(who, idea.number, ("A second bench", "2030-01-01")).await.is_err());
            assert!(replies.claim(who, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.is_err());
            assert!(replies.move_on(who, idea.number, ("DONE", "It stands by the pond.")).await.is_err());
        }
        let no = replies.move_on(&hall.alex, idea.number, ("DECLINED", "We think otherwise now.")).await;
        assert!(no.is_err(), "only a revision turns a yes into a no");
        let back = replies.move_on(&hall.alex, idea.number, ("PUBLISHED", "We have forgotten it.")).await;
        assert!(matches!(back, Err(ReplyError::Refused(_))), "{back:?}");
        let unanswered = hall.owed("Somewhere to sit").await;
        let early = replies.set_milestone(&hall.alex, unanswered.number, ("A second bench", "2030-01-01")).await;
        assert!(matches!(early, Err(ReplyError::Refused(_))), "{early:?}");
    }
}
