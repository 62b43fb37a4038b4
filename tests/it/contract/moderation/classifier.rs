//! The classifier: off until there are enough decisions, then it holds what looks refused, and forgets what was undone.

use std::time::Duration;

use folkmoot_common::{PublishingMode, Suspicion};
use folkmoot_ideas::{Submission, VotingRule};
use folkmoot_moderation::{Act, Undone};

use super::room::{Room, in_the_room};

in_the_room! {
    async fn it_learns_from_decisions_and_unlearns_what_is_undone(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        room.stage.campaign("flagged", VotingRule::SupportAndOppose, PublishingMode::UnlessFlagged, None).await;
        let spam = "Winner winner claim lottery jackpot prize cash bonus tonight";
        let fine = "The council should mend benches beside our playground";
        let waits = async |n: usize| {
            room.run("DELETE FROM text_print").await;
            let body = format!("{spam} ticket{n}.");
            matches!(room.stage.submit_text(&ana, "flagged", &format!("Something else {n}"), &body).await, Submission::Waiting(..))
        };
        let mut last = None;
        for n in 0..50 {
            assert!(n % 24 != 0 || !waits(n).await, "it says nothing after {n} decisions");
            for (words, act) in [(fine, Act::Publish { trust: false }), (spam, Act::Reject)] {
                room.run("DELETE FROM text_print").await;
                let _ = room.stage.submit_text(&ana, "checked", &format!("Title {n}"), &format!("{words} {n}.")).await;
                let item = room.waiting(&mo).await.into_iter().next().unwrap();
                last = Some(room.done(&mo, &item, act).await);
            }
        }
        room.clock.advance(Duration::from_secs(61));
        assert!(waits(100).await, "it looks like what was refused");
        let item = room.waiting(&mo).await.into_iter().next().unwrap();
        assert_eq!(item.hunches[0].why, Suspicion::LikeRefused);
        let undone = room.stage.moderation.undo(&mo, last.unwrap().id).await.unwrap();
        assert!(matches!(undone, Undone::Done(_)), "{undone:?}");
        assert_eq!(room.number("SELECT refused FROM lesson WHERE word = 0").await, 49);
        assert!(!waits(101).await, "one refusal fewer is not enough");
    }
}
