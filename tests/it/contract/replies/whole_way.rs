//! One idea all the way: enough people, a clock, a pause over a bank holiday, a day that passes, an answer, a step that is
//! said to be done, people who say that it isn't, and the council that must look again. Two nodes do every round together.

use std::time::Duration;

use folkmoot_replies::{Duty, Happened, Happens, Kind, Nation, bank_holidays};
use folkmoot_votes::Choice;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::hall::{Hall, due, in_the_hall};

/// What everybody reads of it, from the first line to the last.
const LINES: [Happened; 11] = [
    Happened::Reached,
    Happened::Assigned,
    Happened::Moved,
    Happened::Paused,
    Happened::Resumed,
    Happened::Replied,
    Happened::Milestone,
    Happened::Moved,
    Happened::Moved,
    Happened::Claimed,
    Happened::Reopened,
];

fn holidays(year: i16) -> Vec<Date> {
    let all = (year..=year + 1).flat_map(|year| bank_holidays(year, Nation::EnglandAndWales));
    all.map(|(day, _)| day).collect()
}

/// A working day, by a rule of this story's own.
fn works(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !holidays(day.year()).contains(&day)
}

/// The working day that is so many after this one.
fn after(mut day: Date, count: usize) -> Date {
    for _ in 0..count {
        day = day.saturating_add(1.day());
        while !works(day) {
            day = day.saturating_add(1.day());
        }
    }
    day
}

fn now(hall: &Hall) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(hall.room.stage.sources.now().micros()).unwrap()
}

/// Goes on to noon of this day.
fn go_on_to(hall: &Hall, day: Date) {
    let noon = day.at(12, 0, 0, 0).in_tz("Europe/London").unwrap().timestamp();
    let ahead = noon.as_microsecond() - now(hall).as_microsecond();
    hall.room.clock.advance(Duration::from_micros(u64::try_from(ahead).expect("a day to come")));
}

/// A round of both nodes at once.
async fn round(hall: &Hall) {
    let other = hall.room.another();
    let (one, two) = tokio::join!(hall.room.stage.replies.round(), other.replies.round());
    one.unwrap();
    two.unwrap();
}

/// News of the idea so far, as its author reads it.
async fn news(hall: &Hall) -> Vec<String> {
    let written = hall.room.column("SELECT author FROM mailing ORDER BY created_at, id").await;
    let subject = |words: &String| {
        let words: serde_json::Value = serde_json::from_str(words).unwrap();
        words[0][1]["subject"].as_str().unwrap().split(' ').next().unwrap().to_owned()
    };
    written.iter().map(subject).collect()
}

in_the_hall! {
    async fn an_idea_goes_all_the_way_and_comes_back(hall: Hall) {
        let replies = &hall.room.stage.replies;
        hall.promises(&[(Kind::Reply, 5, 10)]).await;
        let idea = hall.idea("A bench in the park").await;
        let mut supporters = Vec::new();
        for _ in 0..5 {
            let citizen = hall.room.stage.citizen().await;
            let _ = hall.room.stage.votes.cast(&citizen, idea.id, Choice::Support).await.unwrap();
            supporters.push(citizen);
        }
        assert_eq!(hall.status(&idea).await, "awaiting_reply");
        round(hall).await;
        hall.hand(&hall.admin, &idea, hall.parks).await;
        replies.take_on(&hall.alex, idea.number, true).await.unwrap();

        // As if it had got there eight days before the next bank holiday.
        let today = now(hall).in_tz("Europe/London").unwrap().date();
        let later = today.saturating_add(8.days());
        let holiday = holidays(today.year()).into_iter().find(|day| *day > later).unwrap();
        let reached = holiday.saturating_sub(8.days());
        let at = reached.at(12, 0, 0, 0).in_tz("Europe/London").unwrap().timestamp().as_microsecond();
        hall.room.run(&format!("UPDATE promise SET reached_at = {at}")).await;
        replies.lay_out().await.unwrap();
        assert_eq!(due(hall, idea.id).await, Some(after(reached, 10)));

        // It stands still from three days before the holiday to three days after.
        let (from, to) = (holiday.saturating_sub(3.days()), holiday.saturating_add(3.days()));
        go_on_to(hall, from);
        replies.pause(&hall.alex, idea.number, Kind::Reply, "We wait for the county’s survey.").await.unwrap();
        assert_eq!(due(hall, idea.id).await, None);
        go_on_to(hall, to);
        round(hall).await;
        replies.resume(&hall.alex, idea.number, Kind::Reply).await.unwrap();
        let stood = (0..6).filter(|days| works(from.saturating_add((*days).days()))).count();
        let promised = after(reached, 10 + stood);
        assert_eq!(due(hall, idea.id).await, Some(promised), "{stood} working days stood still round {holiday}");

        // Its day passes, for everybody to see.
        go_on_to(hall, promised.saturating_add(1.day()));
        round(hall).await;
        let promises = hall.progress(idea.id).await.promises;
        let standing = replies.standings(&promises).await.unwrap();
        assert!(matches!(standing[0].duty, Duty::Overdue(day) if day == promised), "{standing:?}");

        // The answer; and what shall have happened by when.
        replies.publish(&hall.alex, idea.number, hall.yes()).await.unwrap();
        assert_eq!(hall.status(&idea).await, "planned");
        let scores = replies.scores(folkmoot_common::Timestamp::from_micros(0)).await.unwrap();
        assert_eq!((scores[0].overdue, scores[0].late, scores[0].kept), (0, 1, 0), "late, and said to be");
        let by = promised.saturating_add(11.days());
        let id = replies.set_milestone(&hall.alex, idea.number, ("The bench stands", &by.to_string())).await.unwrap();
        replies.move_on(&hall.alex, idea.number, ("IN_PROGRESS", "The carpenter has begun.")).await.unwrap();
        go_on_to(hall, by.saturating_add(1.day()));
        round(hall).await;
        replies.move_on(&hall.alex, idea.number, ("DONE", "It stands by the pond.")).await.unwrap();
        replies.claim(&hall.alex, idea.number, (id, Happens::Yes, "It stands by the pond.")).await.unwrap();

        // Did it happen?
        let said = supporters[..3].iter().map(|who| replies.say_whether(who, idea.number, (id, Happens::No)));
        for said in futures::future::join_all(said).await {
            said.unwrap();
        }
        round(hall).await;
        assert_eq!(hall.status(&idea).await, "in_progress", "what many say hasn’t happened isn’t done");
        let told = news(hall).await;
        let once = ["PROMISED", "IN", "PAUSED", "RESUMED", "REPLIED", "MOVED", "MOVED", "DID", "REOPENED"];
        assert_eq!(told, once, "each once, on two nodes");
        let lines: Vec<Happened> = hall.progress(idea.id).await.happenings.iter().map(|one| one.what).collect();
        assert_eq!(lines, LINES);
    }
}
