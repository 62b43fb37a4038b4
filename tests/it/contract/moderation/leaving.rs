//! Whoever leaves: the desk holds nothing that names them or that they wrote, and nothing waits about what is gone.

use folkmoot_common::{PublishingMode, Role, Viewer};
use folkmoot_ideas::{IdeaText, VotingRule};
use folkmoot_moderation::{Act, ItemKind, Note, Redacted};
use folkmoot_people::{Leave, Left};
use folkmoot_votes::Choice;

use super::room::{Room, about, in_the_room};

in_the_room! {
    async fn the_desk_forgets_whoever_leaves(room: Room) {
        let (mo, ana, ben) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let theirs = room.stage.idea(&ben, "Somebody else's bench").await;
        room.report(&ana, about(&theirs), "192.0.2.1").await;
        let _ = room.stage.submit_text(&ana, "checked", "A waiting bench", "Call me on 07700 900123 secretly.").await;
        let _ = room.stage.submit_text(&ana, "checked", "A published bench", "The secret original.").await;
        let item = room.waiting(&mo).await.into_iter().find(|item| item.title == "A published bench").unwrap();
        room.done(&mo, &item, Act::Publish { trust: true }).await;
        let idea = room.stage.ideas.find(&ana, item.place.idea.unwrap()).await.unwrap().unwrap();
        let _ = room.stage.votes.cast(&ana, theirs.id, Choice::Support).await.unwrap();
        room.report(&ben, about(&idea), "192.0.2.2").await;
        let report = room.waiting(&mo).await.into_iter().find(|item| item.kind == ItemKind::Report && item.author != ben.person().unwrap()).unwrap();
        let redacted = room.done(&mo, &report, Act::Redact(Redacted::parse(None, "The original.").unwrap())).await;
        room.stage.moderation.appeal(&ana, redacted.id, Note::required("words", "My secret words.").unwrap()).await.unwrap();
        let text = IdeaText::parse("A published bench", "A secret edit of it.", "en").unwrap();
        let _ = room.stage.ideas.edit(&ana, idea.id, 2, text).await.unwrap();
        let held = room.waiting(&mo).await.into_iter().find(|item| item.author == ben.person().unwrap()).unwrap();
        let _lock = room.stage.moderation.lock(&ana, held.id, false).await.unwrap();
        room.stage.moderation.keep_view(&ana, "Mine", Some("kind=IDEA")).await.unwrap();

        let left = room.stage.people.leave(&ana, Leave::Nothing).await.unwrap();
        assert!(matches!(left, Left::Gone(_)));
        let waits = room.waiting(&mo).await;
        assert_eq!(waits.iter().map(|item| item.id).collect::<Vec<_>>(), [held.id], "only what is about somebody else");
        assert!(waits[0].lock.is_none());
        for (table, columns) in [
            ("queue_item", "hunches"), ("redaction", "body"), ("pending_edit", "body"), ("appeal", "words"),
            ("saved_view", "name"), ("report WHERE reporter_id IS NULL", "reporter_name"),
        ] {
            let left = room.column(&format!("SELECT {columns} FROM {table}")).await;
            assert!(left.iter().all(|words| words.is_empty() || words == "[]"), "{table}: {left:?}");
        }
        assert_eq!(room.number("SELECT COUNT(*) FROM text_print").await, 1, "ben's");
        assert_eq!(room.number("SELECT COUNT(*) FROM person WHERE trusted_at IS NOT NULL").await, 0);
        room.done(&mo, &held, Act::Keep).await;
        assert!(room.stage.ideas.find(&Viewer::Nobody, theirs.id).await.unwrap().is_some());
    }

    async fn the_last_who_runs_the_site_stays(room: Room) {
        let (ada, bob) = (room.stage.admin().await, room.stage.admin().await);
        let other = room.another();
        let (one, two) = tokio::join!(
            room.stage.people.leave(&ada, Leave::Words),
            other.people.leave(&bob, Leave::Words)
        );
        let left = [one.unwrap(), two.unwrap()];
        assert_eq!(left.iter().filter(|left| matches!(left, Left::Gone(_))).count(), 1, "{left:?}");
        assert!(left.contains(&Left::LastAdmin), "{left:?}");
        assert_eq!(room.number("SELECT COUNT(*) FROM person_role WHERE role = 'admin'").await, 1);
        let stays = if left[0] == Left::LastAdmin { &ada } else { &bob };
        let _cleo = room.stage.admin().await;
        assert!(matches!(room.stage.people.leave(stays, Leave::Words).await.unwrap(), Left::Gone(_)));
    }

    async fn who_runs_nothing_waits_for_nobody_who_does(room: Room) {
        let (_ada, ana) = (room.stage.admin().await, room.stage.moderator().await);
        let held = room.hold("SELECT person_id FROM person_role WHERE role = 'admin'").await;
        assert!(matches!(room.stage.people.leave(&ana, Leave::Words).await.unwrap(), Left::Gone(_)));
        held.rollback().await.unwrap();
    }

    async fn who_is_left_to_run_the_site_while_they_leave_stays(room: Room) {
        // SQLite has one writer: nothing comes in between there.
        if !room.is_postgres() {
            return;
        }
        let (ada, pat) = (room.stage.admin().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ada, "A bench").await;
        let _ = room.stage.votes.cast(&pat, idea.id, Choice::Support).await.unwrap();
        let held = room.hold("SELECT idea_id FROM tally").await;
        let meanwhile = async {
            room.until_somebody_waits().await;
            let give = (Role::Admin, true);
            assert!(room.stage.people.change_role(&ada, pat.person().unwrap(), give, "Runs it from now on.").await.unwrap());
            assert!(matches!(room.stage.people.leave(&ada, Leave::Words).await.unwrap(), Left::Gone(_)));
            held.rollback().await.unwrap();
        };
        let (left, ()) = tokio::join!(room.stage.people.leave(&pat, Leave::Words), meanwhile);
        assert_eq!(left.unwrap(), Left::LastAdmin);
        assert_eq!(room.number("SELECT COUNT(*) FROM person_role WHERE role = 'admin'").await, 1);
    }

    async fn fingerprints_are_forgotten_once_no_rule_looks_so_far_back(room: Room) {
        let ana = room.stage.citizen().await;
        let _old = room.stage.idea(&ana, "A bench at the river").await;
        room.clock.advance(folkmoot_moderation::rules::REPEAT_WINDOW + std::time::Duration::from_secs(60));
        let _new = room.stage.idea(&ana, "A bench at the lake").await;
        room.stage.people.forget_expired().await.unwrap();
        assert_eq!(room.number("SELECT COUNT(*) FROM text_print").await, 1);
    }
}
