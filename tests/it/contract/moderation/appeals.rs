//! Asking for another look: by whom, whom it goes to, and what comes of it.

use folkmoot_common::{PublishingMode, Roles, Viewer};
use folkmoot_ideas::VotingRule;
use folkmoot_moderation::{Act, ItemKind, ModerationError, Note, ReportOutcome};

use super::room::{Room, about, in_the_room, under, verdict};

fn words() -> Note {
    Note::required("words", "It was about the bench.").unwrap()
}

in_the_room! {
    async fn an_author_appeals_once_to_somebody_else(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let item = room.item(&mo, ItemKind::Report).await;
        let hidden = room.done(&mo, &item, Act::Hide).await;
        assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_none());
        let stranger = room.stage.citizen().await;
        assert!(matches!(room.stage.moderation.appeal(&stranger, hidden.id, words()).await, Err(ModerationError::NotFound)));
        room.stage.moderation.appeal(&ana, hidden.id, words()).await.unwrap();
        assert!(matches!(room.stage.moderation.appeal(&ana, hidden.id, words()).await, Err(ModerationError::Refused(_))), "once");

        let appeal = room.item(&mo, ItemKind::Appeal).await;
        let refused = room.stage.moderation.decide(&mo, appeal.id, appeal.revision, verdict(Act::Overturn)).await;
        assert!(matches!(&refused, Err(ModerationError::Refused(why)) if why.code == "OWN_DECISION"), "{refused:?}");
        room.done(&two, &appeal, Act::Overturn).await;
        assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_some(), "it is public again");
        assert_eq!(room.number("SELECT COUNT(*) FROM tally WHERE listed AND votable").await, 1);
        assert_eq!(room.column("SELECT outcome FROM appeal").await, ["overturned"]);
        let told = room.letters().await;
        assert!(told.contains(&("person-2@example.org".to_owned(), "APPEAL ANSWERED true".to_owned())), "{told:?}");
    }

    async fn an_appeal_that_is_turned_down_changes_nothing(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&ana, "checked", "A bench at the river").await;
        let item = room.item(&mo, ItemKind::Idea).await;
        let rejected = room.done(&mo, &item, Act::Reject).await;
        room.stage.moderation.appeal(&ana, rejected.id, words()).await.unwrap();
        let appeal = room.item(&mo, ItemKind::Appeal).await;
        room.done(&two, &appeal, Act::Uphold).await;
        assert_eq!(room.column("SELECT status FROM idea").await, ["rejected"]);
        assert!(room.waiting(&mo).await.is_empty());
        assert!(matches!(room.stage.moderation.appeal(&ana, rejected.id, words()).await, Err(ModerationError::Refused(_))), "one per decision");
    }

    async fn a_rejection_that_is_overturned_waits_for_a_yes_again(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&ana, "checked", "A bench at the river").await;
        let rejected = room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Reject).await;
        room.stage.moderation.appeal(&ana, rejected.id, words()).await.unwrap();
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        let again = room.item(&mo, ItemKind::Idea).await;
        room.done(&two, &again, Act::Publish { trust: false }).await;
        assert_eq!(room.column("SELECT status FROM idea").await, ["published"]);
    }

    async fn a_reporter_appeals_with_their_number_and_the_author_hears_only_what_is_gone(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let receipt = room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Keep).await;
        let filed = room.stage.reports.find(&receipt).await.unwrap().unwrap();
        assert_eq!(filed.answered.unwrap().0, ReportOutcome::Kept);
        let decision = filed.appealable(room.stage.sources.now()).unwrap();
        room.stage.moderation.appeal_report(&receipt, decision, words()).await.unwrap();
        assert_eq!(room.stage.reports.find(&receipt).await.unwrap().unwrap().appealable(room.stage.sources.now()), None);
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_none());
        let told = room.letters().await;
        assert!(told.contains(&("reporter@example.org".to_owned(), "REPORTER'S APPEAL ANSWERED true".to_owned())), "{told:?}");
        assert!(!told.contains(&("person-2@example.org".to_owned(), "APPEAL ANSWERED true".to_owned())), "{told:?}");
        assert!(told.contains(&("person-2@example.org".to_owned(), "HIDE idea A bench at the river".to_owned())), "{told:?}");
    }

    async fn what_its_author_takes_back_leaves_no_appeal_in_the_queue(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let comment = room.comment(&ana, &idea, "A fine bench.").await;
        room.report(&Viewer::Nobody, under(&idea, &comment), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        room.stage.moderation.appeal(&ana, hidden.id, words()).await.unwrap();
        let author = Viewer::Person { id: ana.person().unwrap(), roles: Roles::default() };
        room.stage.comments.delete(&author, comment.id).await.unwrap();
        assert!(room.waiting(&mo).await.is_empty());
    }
}
