//! Every act, and its undoing: afterwards everything is exactly as it was.

use std::time::Duration;

use folkmoot_common::{PublishingMode, Viewer};
use folkmoot_ideas::{Submission, VotingRule};
use folkmoot_moderation::{Act, ActKind, ItemKind, ModerationError, Redacted, UNDO, Undone, Verdict};
use folkmoot_votes::Choice;

use super::room::{Room, about, in_the_room, under};

/// What a story may decide on: one waiting idea and comment, one of each that is reported, one edit, one name.
async fn set_the_table(room: &Room) -> (Viewer, Vec<(ItemKind, &'static str)>) {
    let stage = &room.stage;
    let (mo, ana, ben) = (stage.moderator().await, stage.citizen().await, stage.citizen().await);
    stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
    stage.campaign("elsewhere", VotingRule::SupportAndOppose, PublishingMode::StraightAway, None).await;
    let public = stage.idea(&ana, "A public bench").await;
    let target = stage.idea(&ben, "Many benches").await;
    let said = room.comment(&ana, &public, "It is a fine bench.").await;
    for idea in [&public, &target] {
        let _ = stage.votes.cast(&ben, idea.id, Choice::Support).await.unwrap();
    }
    let _ = stage.votes.cast(&mo, public.id, Choice::Support).await.unwrap();
    let _ = stage.submit(&ana, "checked", "A waiting bench").await;
    room.report(&Viewer::Nobody, about(&public), "192.0.2.1").await;
    room.report(&Viewer::Nobody, under(&public, &said), "192.0.2.1").await;
    (mo, vec![(ItemKind::Idea, "idea"), (ItemKind::Report, "idea"), (ItemKind::Report, "comment")])
}

/// Acts with what they need.
async fn acts(room: &Room) -> Vec<Act> {
    let into = room.number("SELECT number FROM idea WHERE title = 'Many benches'").await;
    let to = room.stage.ideas.campaign("elsewhere").await.unwrap().unwrap().id;
    vec![
        Act::Publish { trust: false },
        Act::Publish { trust: true },
        Act::Keep,
        Act::Reject,
        Act::Hide,
        Act::Restore,
        Act::Redact(Redacted::parse(Some("A bench"), "It is a bench.").unwrap()),
        Act::Merge { into },
        Act::Move { to },
        Act::Warn,
        Act::Suspend { until: room.stage.sources.now().plus(Duration::from_secs(86_400)) },
    ]
}

in_the_room! {
    async fn what_a_moderator_published_was_posted_before_whichever_clock_is_behind(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        // The database's clock doesn't move: it is an hour behind from now on.
        room.clock.advance(Duration::from_secs(3_600));
        let at_once = room.stage.idea(&ana, "A public bench").await;
        assert_eq!((at_once.published_at, at_once.published_later()), (Some(at_once.created_at), None));
        let posted = room.stage.submit(&ana, "checked", "A waiting bench").await;
        let Submission::Waiting(waits, _by) = posted else { panic!("{posted:?}") };
        let item = room.item(&mo, ItemKind::Idea).await;
        room.done(&mo, &item, Act::Publish { trust: false }).await;
        let public = room.stage.ideas.find(&mo, waits.id).await.unwrap().unwrap();
        assert!(public.published_later() > Some(public.created_at), "{public:?}");
    }

    async fn every_act_leaves_a_decision_and_is_undone_without_a_trace(room: Room) {
        let (mo, kinds) = set_the_table(room).await;
        let other = room.stage.moderator().await;
        let mut tried = 0;
        for (kind, on) in kinds {
            for act in acts(room).await {
                let find = async || {
                    let items = room.waiting(&mo).await;
                    items.into_iter().find(|item| item.kind == kind && item.target.kind() == on).unwrap()
                };
                let item = find().await;
                if !act.kind().fits(kind, item.state) || (on == "comment" && matches!(act, Act::Merge { .. } | Act::Move { .. })) {
                    continue;
                }
                tried += 1;
                let (before, letters) = (room.dump().await, room.letters().await);
                let entries = room.number("SELECT COUNT(*) FROM audit").await;
                let decision = room.done(&mo, &item, act.clone()).await;
                assert_eq!((decision.act, decision.actor, decision.item), (act.kind(), mo.person(), Some(item.id)));
                assert_eq!(decision.reason.is_some(), act.kind().needs_reason());
                assert_eq!(room.number("SELECT COUNT(*) FROM audit").await, entries + 1, "one entry for {act:?}");
                room.nothing_is_off().await;
                if act.kind() != ActKind::Keep && act.kind() != ActKind::Warn {
                    assert_ne!(room.dump().await, before, "{act:?} on {on} changes something");
                }
                let told = room.letters().await.len() - letters.len();
                assert!(act.kind() == ActKind::Keep || told >= 1, "{act:?} tells its author");
                assert_eq!(room.number("SELECT COUNT(*) FROM outbox WHERE cause IS NOT NULL AND due_at - created_at < 600000000").await, 0);

                let undone = room.stage.moderation.undo(&other, decision.id).await.unwrap();
                assert!(matches!(undone, Undone::Done(_)), "{act:?} on {kind:?} of a {on}: {undone:?}");
                assert_eq!(room.dump().await, before, "{act:?} on {kind:?} of a {on}");
                assert_eq!(room.letters().await, letters, "letters of {act:?} never leave");
                assert_eq!(find().await.id, item.id, "it is back in the queue");
                assert_eq!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Already);
                room.nothing_is_off().await;
            }
        }
        assert!(tried >= 17, "only {tried} acts were tried");
    }

    async fn hidden_things_are_restored_and_that_is_undone(room: Room) {
        let (mo, _kinds) = set_the_table(room).await;
        for on in ["idea", "comment"] {
            let find = async || room.waiting(&mo).await.into_iter().find(|item| item.kind == ItemKind::Report && item.target.kind() == on).unwrap();
            let hide = room.done(&mo, &find().await, Act::Hide).await;
            let seen = room.number("SELECT COUNT(*) FROM tally WHERE listed").await;
            assert_eq!(seen, if on == "idea" { 1 } else { 2 });
            // Reported again, it is looked at again.
            room.run("UPDATE queue_item SET closed_at = NULL WHERE kind = 'report'").await;
            let before = room.dump().await;
            let restore = room.done(&mo, &find().await, Act::Restore).await;
            assert_eq!(room.number("SELECT COUNT(*) FROM tally WHERE listed").await, 2);
            assert_eq!(room.stage.moderation.undo(&mo, hide.id).await.unwrap(), Undone::Later, "undo the later one first");
            assert!(matches!(room.stage.moderation.undo(&mo, restore.id).await.unwrap(), Undone::Done(_)));
            assert_eq!(room.dump().await, before);
            assert!(matches!(room.stage.moderation.undo(&mo, hide.id).await.unwrap(), Undone::Done(_)));
        }
    }

    async fn what_changed_since_is_not_undone(room: Room) {
        let (mo, _kinds) = set_the_table(room).await;
        let item = room.item(&mo, ItemKind::Idea).await;
        let rejected = room.done(&mo, &item, Act::Reject).await;
        let ana = Viewer::Person { id: item.author, roles: folkmoot_common::Roles::default() };
        let text = folkmoot_ideas::IdeaText::parse("A mended bench", "In calmer words.", "en").unwrap();
        let mended = room.stage.ideas.edit(&ana, item.place.idea.unwrap(), item.revision, text).await.unwrap().idea();
        assert_eq!(mended.status, folkmoot_ideas::IdeaStatus::Submitted, "it is sent in again");
        assert_eq!(room.stage.moderation.undo(&mo, rejected.id).await.unwrap(), Undone::TooLate);
        let again = room.item(&mo, ItemKind::Idea).await;
        assert_eq!(again.title, "A mended bench");
        let published = room.done(&mo, &again, Act::Publish { trust: false }).await;
        room.clock.advance(UNDO);
        assert_eq!(room.stage.moderation.undo(&mo, published.id).await.unwrap(), Undone::TooLate, "ten minutes are over");

        // A comment that its author deletes stays deleted.
        let item = room.waiting(&mo).await.into_iter().find(|item| item.target.kind() == "comment").unwrap();
        let hidden = room.done(&mo, &item, Act::Hide).await;
        let folkmoot_moderation::Target::Comment(id) = item.target else { panic!("no comment") };
        room.stage.comments.delete(&ana, id).await.unwrap();
        assert_eq!(room.stage.moderation.undo(&mo, hidden.id).await.unwrap(), Undone::TooLate);
        assert_eq!(room.column("SELECT state FROM comment").await, ["deleted"]);
    }

    async fn words_that_are_taken_out_are_gone_from_public_history(room: Room) {
        let (mo, _kinds) = set_the_table(room).await;
        let ana = Viewer::Person { id: room.item(&mo, ItemKind::Idea).await.author, roles: folkmoot_common::Roles::default() };
        let items = room.waiting(&mo).await;
        for item in items.iter().filter(|item| item.kind == ItemKind::Report) {
            let redacted = Redacted::parse(None, "[taken out] bench.").unwrap();
            let decision = room.done(&mo, item, Act::Redact(redacted)).await;
            let versions = async |viewer: &Viewer| match item.target {
                folkmoot_moderation::Target::Idea(id) => room.stage.ideas.history(viewer, id).await.unwrap().len(),
                folkmoot_moderation::Target::Comment(id) => room.stage.comments.history(viewer, id).await.unwrap().len(),
                folkmoot_moderation::Target::Person(_) => 0,
            };
            assert_eq!((versions(&Viewer::Nobody).await, versions(&mo).await, versions(&ana).await), (1, 2, 2));
            assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
            assert_eq!(versions(&Viewer::Nobody).await, 3, "what was public is public again");
        }
    }

    async fn a_name_is_taken_away_and_given_back(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.run("UPDATE person SET name = 'Rude Word' WHERE email = 'person-1@example.org'").await;
        let target = folkmoot_moderation::Target::Person(ana.person().unwrap());
        let subject = folkmoot_moderation::Subject { target, place: folkmoot_moderation::Place::default(), title: "Rude Word".to_owned() };
        let receipt = room.report(&Viewer::Nobody, subject, "192.0.2.1").await;
        let item = room.item(&mo, ItemKind::Name).await;
        let before = room.dump().await;
        let decision = room.done(&mo, &item, Act::ResetName).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM person WHERE name IS NOT NULL").await, 0);
        assert!(room.stage.reports.find(&receipt).await.unwrap().unwrap().answered.is_some());
        assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(room.dump().await, before);
    }

    async fn nobody_decides_on_their_own_words_or_what_they_asked_others(room: Room) {
        let (mo, two) = (room.stage.moderator().await, room.stage.moderator().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&mo, "checked", "My own bench").await;
        let item = room.item(&mo, ItemKind::Idea).await;
        let publish = || Verdict { act: Act::Publish { trust: false }, reason: None, note: None };
        let code = |refused: Result<folkmoot_moderation::Decided, ModerationError>| match refused {
            Err(ModerationError::Refused(why)) => why.code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code(room.stage.moderation.decide(&mo, item.id, 1, publish()).await), "OWN");
        let why = folkmoot_moderation::Note::required("why", "Is it spam?").unwrap();
        room.stage.moderation.ask_second_opinion(&two, item.id, &why).await.unwrap();
        assert_eq!(code(room.stage.moderation.decide(&two, item.id, 1, publish()).await), "ASKED");
        assert!(room.stage.moderation.take_second_opinion_back(&mo, item.id).await.is_err(), "they never asked");
        room.stage.moderation.take_second_opinion_back(&two, item.id).await.unwrap();
        assert_eq!(room.item(&two, ItemKind::Idea).await.second_opinion, None, "it was a slip");
        room.stage.moderation.ask_second_opinion(&two, item.id, &why).await.unwrap();
        let reject = Verdict { act: Act::Reject, reason: None, note: None };
        let three = room.stage.moderator().await;
        assert_eq!(code(room.stage.moderation.decide(&three, item.id, 1, reject).await), "EMPTY", "a refusal needs a reason");
        let citizen = room.stage.citizen().await;
        assert!(matches!(room.stage.moderation.decide(&citizen, item.id, 1, publish()).await, Err(ModerationError::Forbidden)));
        room.done(&three, &item, Act::Publish { trust: false }).await;
    }
}
