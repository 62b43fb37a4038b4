//! How the numbers of an idea grew: by day, as votes and comments stand now, and for officers alone.

use folkmoot_replies::{Growth, ReplyError};
use folkmoot_votes::Choice;

use super::hall::{Hall, in_the_hall};

/// Noon of the tenth, the twelfth and the thirteenth day of 1970.
const DAYS: [i64; 3] = [9, 11, 12];

in_the_hall! {
    async fn each_day_has_the_numbers_of_its_end(hall: Hall) {
        let idea = hall.idea("A bench in the park").await;
        let choices = [(Choice::Support, 0), (Choice::Support, 1), (Choice::Oppose, 1), (Choice::Support, 2)];
        for (choice, day) in choices {
            let voter = hall.room.stage.citizen().await;
            let _ = hall.room.stage.votes.cast(&voter, idea.id, choice).await.unwrap();
            let at = DAYS[day] * 86_400_000_000 + 43_200_000_000;
            // The last vote alone is of today.
            hall.room.run(&format!("UPDATE vote SET changed_at = {at} WHERE changed_at > 1000000000000000")).await;
        }
        let gone = hall.room.stage.citizen().await;
        let _ = hall.room.stage.votes.cast(&gone, idea.id, Choice::Support).await.unwrap();
        let _ = hall.room.stage.votes.retract(&gone, idea.id).await.unwrap();
        hall.room.comment(&gone, &idea, "It has no back.").await;
        hall.room.run(&format!("UPDATE comment SET created_at = {}", DAYS[2] * 86_400_000_000)).await;

        let grown = hall.room.stage.replies.growth(&hall.stranger, idea.id).await.unwrap();
        let day = |day, support, oppose, comments| Growth { day, support, oppose, comments };
        assert_eq!(grown, [day(DAYS[0], 1, 0, 0), day(DAYS[1], 2, 1, 0), day(DAYS[2], 3, 1, 1)]);
        assert_eq!(grown[0].on().to_string(), "1970-01-10");
        let refused = hall.room.stage.replies.growth(&gone, idea.id).await;
        assert!(matches!(refused, Err(ReplyError::Forbidden)), "{refused:?}");
    }
}
