//! Two moderators, one item: one decides, the others hear of it; and locks.

use folkmoot_common::{PublishingMode, Viewer};
use folkmoot_ideas::{IdeaText, VotingRule};
use folkmoot_moderation::{Act, Decided, HELD_FOR, ItemKind, Locked, Place, Subject, Target, Undone};
use futures::future::join_all;

use super::room::{Room, about, in_the_room, verdict};

async fn waits(room: &Room) -> Viewer {
    let ana = room.stage.citizen().await;
    room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
    let _ = room.stage.submit(&ana, "checked", "A bench").await;
    ana
}

in_the_room! {
    async fn of_sixty_four_at_once_one_decides(room: Room) {
        waits(room).await;
        let mut moderators = Vec::new();
        for _ in 0..64 {
            moderators.push(room.stage.moderator().await);
        }
        let item = room.item(&moderators[0], ItemKind::Idea).await;
        let other = room.another();
        let all = moderators.iter().enumerate().map(async |(n, mo)| {
            let stage = if n % 2 == 0 { &room.stage } else { &other };
            let act = if n % 3 == 0 { Act::Reject } else { Act::Publish { trust: n % 5 == 0 } };
            stage.moderation.decide(mo, item.id, item.revision, verdict(act)).await.unwrap()
        });
        let results = join_all(all).await;
        let done = results.iter().filter(|result| matches!(result, Decided::Done(_))).count();
        let already = results.iter().filter(|result| matches!(result, Decided::Already(Some(_)))).count();
        assert_eq!((done, already), (1, 63), "{results:?}");
        assert_eq!(room.number("SELECT COUNT(*) FROM decision").await, 1);
    }

    async fn an_author_who_edits_meanwhile_is_never_overruled_unread(room: Room) {
        let ana = waits(room).await;
        let mo = room.stage.moderator().await;
        for n in 1..=12 {
            let item = room.item(&mo, ItemKind::Idea).await;
            let text = IdeaText::parse(&format!("A bench, said anew {n}"), "In other words.", "en").unwrap();
            let (decided, edited) = tokio::join!(
                room.decide(&mo, &item, Act::Reject),
                room.stage.ideas.edit(&ana, item.place.idea.unwrap(), item.revision, text),
            );
            match (&decided, &edited) {
                // Refused, then mended: it waits again. Or mended first.
                (Decided::Done(_), Ok(_)) | (Decided::Changed, Ok(_)) => {}
                (Decided::Done(_), Err(_)) => {
                    let text = IdeaText::parse(&format!("A bench, mended {n}"), "In other words.", "en").unwrap();
                    let _ = room.stage.ideas.edit(&ana, item.place.idea.unwrap(), item.revision, text).await.unwrap();
                }
                other => panic!("{other:?}"),
            }
        }
    }

    async fn a_decision_on_what_changed_meanwhile_is_refused(room: Room) {
        let ana = waits(room).await;
        let mo = room.stage.moderator().await;
        let item = room.item(&mo, ItemKind::Idea).await;
        let text = IdeaText::parse("A bench, said anew", "In other words.", "en").unwrap();
        let _ = room.stage.ideas.edit(&ana, item.place.idea.unwrap(), 1, text).await.unwrap();
        assert_eq!(room.decide(&mo, &item, Act::Publish { trust: false }).await, Decided::Changed);
        assert_eq!(room.number("SELECT COUNT(*) FROM decision").await, 0);
    }

    async fn a_press_that_comes_twice_warns_once(room: Room) {
        waits(room).await;
        let mo = room.stage.moderator().await;
        let item = room.item(&mo, ItemKind::Idea).await;
        let until = room.stage.sources.now().plus(std::time::Duration::from_secs(86_400));
        for act in [Act::Warn, Act::Suspend { until }] {
            let letters = room.letters().await.len();
            let (one, two) = tokio::join!(room.decide(&mo, &item, act.clone()), room.decide(&mo, &item, act.clone()));
            let (Decided::Done(one), Decided::Done(two)) = (&one, &two) else { panic!("{one:?}, {two:?}") };
            assert_eq!(one.id, two.id, "{act:?}");
            assert_eq!(room.letters().await.len(), letters + 1, "{act:?} is told once");
        }
        assert_eq!(room.number("SELECT COUNT(*) FROM decision").await, 2);
        // Taken back, or for longer, it is meant.
        let longer = Act::Suspend { until: until.plus(std::time::Duration::from_secs(86_400)) };
        let longer = room.done(&mo, &item, longer).await;
        assert!(matches!(room.stage.moderation.undo(&mo, longer.id).await.unwrap(), Undone::Done(_)));
        room.clock.advance(std::time::Duration::from_secs(61));
        room.done(&mo, &item, Act::Warn).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM decision").await, 4);
    }

    async fn a_name_that_changed_since_it_was_read_is_not_taken_away(room: Room) {
        let ana = room.old_citizen().await;
        let mo = room.stage.moderator().await;
        let person = ana.person().unwrap();
        let subject = Subject { target: Target::Person(person), place: Place::default(), title: "A name".to_owned() };
        room.report(&Viewer::Nobody, subject, "192.0.2.1").await;
        let item = room.item(&mo, ItemKind::Name).await;
        room.run("UPDATE person SET name = 'Another Name' WHERE email LIKE '%'").await;
        assert_eq!(room.decide(&mo, &item, Act::ResetName).await, Decided::Changed);
        let again = room.item(&mo, ItemKind::Name).await;
        room.done(&mo, &again, Act::ResetName).await;
    }

    async fn a_lock_is_ones_own_until_it_ends_or_is_taken(room: Room) {
        waits(room).await;
        let (mo, two) = (room.stage.moderator().await, room.stage.moderator().await);
        let item = room.item(&mo, ItemKind::Idea).await;
        let desk = &room.stage.moderation;
        let (one, other) = tokio::join!(desk.lock(&mo, item.id, false), desk.lock(&two, item.id, false));
        let yours = [one.unwrap(), other.unwrap()].map(|lock| matches!(lock, Locked::Yours(_)));
        assert!(yours[0] != yours[1], "one of two has it");
        let (holder, guest) = if yours[0] { (&mo, &two) } else { (&two, &mo) };
        assert!(matches!(room.decide(guest, &item, Act::Publish { trust: false }).await, Decided::Locked(lock) if Some(lock.by) == holder.person()));
        desk.release(guest, item.id).await.unwrap();
        assert!(matches!(desk.lock(guest, item.id, false).await.unwrap(), Locked::Theirs(_)), "nobody gives back what isn't theirs");
        assert!(matches!(desk.lock(guest, item.id, true).await.unwrap(), Locked::Yours(_)), "it can be taken");
        assert!(matches!(desk.lock(holder, item.id, false).await.unwrap(), Locked::Theirs(_)));
        room.clock.advance(HELD_FOR);
        assert!(matches!(desk.lock(holder, item.id, false).await.unwrap(), Locked::Yours(_)), "it ends by itself");
        room.done(holder, &item, Act::Publish { trust: false }).await;
        assert_eq!(desk.lock(holder, item.id, false).await.unwrap(), Locked::Gone);
    }

    async fn reports_and_decisions_at_once_wait_for_each_other_for_ever_never(room: Room) {
        let ana = room.stage.citizen().await;
        let (mo, idea) = (room.stage.moderator().await, room.stage.idea(&ana, "A bench").await);
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        for _ in 0..6 {
            let item = room.item(&mo, ItemKind::Report).await;
            let act = if item.state == folkmoot_moderation::TargetState::Hidden { Act::Restore } else { Act::Hide };
            let reports = (0..4).map(async |_| room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await);
            let (_done, _reports) = tokio::join!(room.decide(&mo, &item, act), join_all(reports));
            room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        }
    }
}
