//! How the numbers of an idea grew: as votes and comments stand now, no vote by itself, and for officers alone.

use folkmoot_replies::{Growth, ReplyError};
use folkmoot_votes::Choice;

use super::hall::{Hall, in_the_hall};

/// The tenth, the twelfth and the thirteenth day of 1970.
const DAYS: [i64; 3] = [9, 11, 12];
const A_DAY: i64 = 86_400_000_000;

in_the_hall! {
    async fn each_day_has_the_numbers_of_its_end(hall: Hall) {
        let idea = hall.idea("A bench in the park").await;
        let [first, second, third] = DAYS;
        let days = [(Choice::Support, first, 5), (Choice::Oppose, second, 6), (Choice::Support, third, 2)];
        for (choice, day, people) in days {
            for _ in 0..people {
                let voter = hall.room.stage.citizen().await;
                let _ = hall.room.stage.votes.cast(&voter, idea.id, choice).await.unwrap();
            }
            // The last votes alone are of today.
            let at = day * A_DAY + A_DAY / 2;
            hall.room.run(&format!("UPDATE vote SET changed_at = {at} WHERE changed_at > 1000000000000000")).await;
        }
        let gone = hall.room.stage.citizen().await;
        let _ = hall.room.stage.votes.cast(&gone, idea.id, Choice::Support).await.unwrap();
        let _ = hall.room.stage.votes.retract(&gone, idea.id).await.unwrap();
        hall.room.comment(&gone, &idea, "It has no back.").await;
        hall.room.run(&format!("UPDATE comment SET created_at = {}", third * A_DAY)).await;

        let grown = hall.room.stage.replies.growth(&hall.stranger, idea.id).await.unwrap();
        let day = |day, support, oppose, comments| Growth { day, support, oppose, comments };
        let today = hall.room.stage.sources.now().micros() / A_DAY;
        // The two of the third day are too few to be told with their day: they join the six before, and those the end.
        assert_eq!(grown, [day(first, 5, 0, 0), day(third, 5, 0, 1), day(today, 7, 6, 1)]);
        assert_eq!(grown[0].on().to_string(), "1970-01-10");
        let refused = hall.room.stage.replies.growth(&gone, idea.id).await;
        assert!(matches!(refused, Err(ReplyError::Forbidden)), "{refused:?}");
    }
}
