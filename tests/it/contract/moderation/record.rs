//! The record: it only grows, and whoever touches it is found out.

use folkmoot_common::{PublishingMode, Viewer};
use folkmoot_ideas::VotingRule;
use folkmoot_moderation::{Act, Broken};
use futures::future::join_all;

use super::room::{Room, in_the_room, verdict};

/// Eight decisions.
async fn some_acts(room: &Room) -> Viewer {
    let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
    room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
    for n in 0..32 {
        let _ = room.stage.submit_text(&ana, "checked", &format!("Bench {n}"), &format!("Words number {n}.")).await;
    }
    mo
}

in_the_room! {
    async fn thirty_two_acts_at_once_leave_one_whole_chain(room: Room) {
        let mo = some_acts(room).await;
        let items = room.waiting(&mo).await;
        assert_eq!(items.len(), 32);
        let other = room.another();
        let acts = items.iter().enumerate().map(async |(n, item)| {
            let act = if n % 2 == 0 { Act::Reject } else { Act::Publish { trust: n % 3 == 0 } };
            let stage = if n % 4 < 2 { &room.stage } else { &other };
            let verdict = verdict(act);
            let decided = stage.moderation.decide(&mo, item.id, item.revision, verdict).await.unwrap();
            let folkmoot_moderation::Decided::Done(decision) = decided else { panic!("{decided:?}") };
            if n % 5 == 0 {
                let undone = stage.moderation.undo(&mo, decision.id).await.unwrap();
                assert!(matches!(undone, folkmoot_moderation::Undone::Done(_)), "{undone:?}");
            }
        });
        join_all(acts).await;
        assert_eq!(room.record().await, Ok(39), "32 decisions, 7 of them undone");
    }

    async fn whoever_touches_it_is_found_out(room: Room) {
        let mo = some_acts(room).await;
        for item in room.waiting(&mo).await.into_iter().take(5) {
            room.done(&mo, &item, Act::Reject).await;
        }
        assert_eq!(room.record().await, Ok(5));
        for touch in ["UPDATE audit SET reason = 'ABUSIVE' WHERE seq = 3", "DELETE FROM audit WHERE seq = 5"] {
            let refused = room.try_to(touch).await;
            assert!(refused.is_err_and(|why| why.contains("only grows")), "the database itself refuses: {touch}");
        }
        room.open_the_record().await;
        room.run("CREATE TABLE safe AS SELECT * FROM audit").await;
        for (touch, found) in [
            ("UPDATE audit SET reason = 'ABUSIVE' WHERE seq = 3", Broken::Changed(3)),
            ("UPDATE audit SET actor_id = NULL WHERE seq = 1", Broken::Changed(1)),
            ("DELETE FROM audit WHERE seq = 2", Broken::Missing(2)),
            ("DELETE FROM audit WHERE seq = 5", Broken::Cut(5)),
            ("UPDATE audit SET at = at + 1 WHERE seq = 4", Broken::Changed(4)),
        ] {
            room.run(touch).await;
            assert_eq!(room.record().await, Err(found), "{touch}");
            room.run("DELETE FROM audit").await;
            room.run("INSERT INTO audit SELECT * FROM safe").await;
        }
        assert_eq!(room.record().await, Ok(5));
    }
}
