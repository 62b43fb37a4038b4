//! Correcting what was decided wrongly, long after the ten minutes of a slip.

use std::time::Duration;

use folkmoot_common::{PublishingMode, Viewer};
use folkmoot_ideas::{IdeaText, VotingRule};
use folkmoot_moderation::{Act, ActKind, Decision, ItemKind, Note, Undone};
use folkmoot_votes::Choice;

use super::room::{Room, about, in_the_room};

const LATER: Duration = Duration::from_secs(3 * 24 * 60 * 60);

async fn correct(room: &Room, who: &Viewer, decision: &Decision) -> Undone {
    let note = Note::required("note", "It was no spam.").unwrap();
    room.stage.moderation.correct(who, decision.id, note).await.unwrap()
}

async fn told(room: &Room, what: &str) -> usize {
    room.letters().await.iter().filter(|(_, said)| said == what).count()
}

in_the_room! {
    async fn what_was_hidden_wrongly_is_public_again_and_its_author_reads_why(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        assert_eq!(correct(room, &mo, &hidden).await, Undone::TooLate, "for now a press undoes it");
        room.clock.advance(LATER);
        assert!(matches!(room.stage.moderation.undo(&mo, hidden.id).await.unwrap(), Undone::TooLate));
        room.stage.moderation.appeal(&ana, hidden.id, Note::required("words", "Why?").unwrap()).await.unwrap();
        let Undone::Done(back) = correct(room, &mo, &hidden).await else { panic!("it is not taken back") };
        assert_eq!((back.act, back.note.as_deref(), back.item), (ActKind::Overturn, Some("It was no spam."), None));
        assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_some());
        assert_eq!(told(room, "CORRECTED HIDE").await, 1);
        assert!(room.waiting(&mo).await.is_empty(), "nothing is left to appeal");
        assert_eq!(correct(room, &mo, &hidden).await, Undone::Already);
        assert_eq!(correct(room, &mo, &back).await, Undone::TooLate, "what gives something back takes nothing");
    }

    async fn two_at_once_take_it_back_once(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        room.clock.advance(LATER);
        let (a, b) = tokio::join!(correct(room, &mo, &hidden), correct(room, &two, &hidden));
        let done = [&a, &b].into_iter().filter(|one| matches!(one, Undone::Done(_))).count();
        assert_eq!(done, 1, "{a:?} {b:?}");
        assert_eq!(told(room, "CORRECTED HIDE").await, 1);
    }

    async fn nobody_corrects_what_is_their_own_and_no_citizen_anything(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&mo, "A moderator's bench").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&two, &room.item(&two, ItemKind::Report).await, Act::Hide).await;
        room.clock.advance(LATER);
        assert_eq!(correct(room, &mo, &hidden).await, Undone::Own);
        let note = Note::required("note", "It was no spam.").unwrap();
        assert!(room.stage.moderation.correct(&ana, hidden.id, note).await.is_err());
        assert!(matches!(correct(room, &two, &hidden).await, Undone::Done(_)));
    }

    async fn what_was_refused_wrongly_waits_again(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&ana, "checked", "A bench at the river").await;
        let rejected = room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Reject).await;
        room.clock.advance(LATER);
        assert!(matches!(correct(room, &mo, &rejected).await, Undone::Done(_)));
        room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Publish { trust: false }).await;
        assert_eq!(room.column("SELECT status FROM idea").await, ["published"]);
    }

    async fn a_merge_comes_apart_with_its_votes(room: Room) {
        let (mo, ana, ben) = (room.stage.moderator().await, room.stage.citizen().await, room.stage.citizen().await);
        let (from, into) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ben, "Many benches").await);
        let _ = room.stage.votes.cast(&ben, from.id, Choice::Support).await.unwrap();
        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        let before = room.column("SELECT CAST(support AS TEXT) FROM tally ORDER BY idea_id").await;
        let merged = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await;
        assert_ne!(room.column("SELECT CAST(support AS TEXT) FROM tally ORDER BY idea_id").await, before);
        room.clock.advance(LATER);
        assert!(matches!(correct(room, &mo, &merged).await, Undone::Done(_)));
        assert_eq!(room.column("SELECT CAST(support AS TEXT) FROM tally ORDER BY idea_id").await, before);
        assert_eq!(room.column("SELECT status FROM idea ORDER BY number").await, ["published", "published"]);
    }

    async fn what_was_hidden_since_stays_hidden_when_a_merge_comes_apart(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let (from, into) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ana, "Many benches").await);
        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        let merged = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await;
        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        room.clock.advance(LATER);
        let hidden = room.column("SELECT CAST(hidden_at AS TEXT) FROM idea ORDER BY number").await;
        assert!(matches!(correct(room, &mo, &merged).await, Undone::Done(_)));
        assert_eq!(room.column("SELECT status FROM idea ORDER BY number").await, ["published", "published"]);
        assert!(room.stage.ideas.find(&Viewer::Nobody, from.id).await.unwrap().is_none(), "nobody took back that");
        assert_eq!(room.column("SELECT CAST(hidden_at AS TEXT) FROM idea ORDER BY number").await, hidden);
        assert_eq!(room.number("SELECT COUNT(*) FROM tally WHERE listed OR votable").await, 1, "the other one");
    }

    async fn a_suspension_is_lifted_and_trust_withdrawn(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&ana, "checked", "A bench at the river").await;
        let until = room.stage.sources.now().plus(LATER * 10);
        let suspended = room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Suspend { until }).await;
        let trusted = room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Publish { trust: true }).await;
        room.clock.advance(LATER);
        for wrong in [&suspended, &trusted] {
            assert!(matches!(correct(room, &mo, wrong).await, Undone::Done(_)), "{wrong:?}");
        }
        let standing = "SELECT COUNT(*) FROM person WHERE suspended_until IS NOT NULL OR trusted_at IS NOT NULL";
        assert_eq!(room.number(standing).await, 0);
        assert_eq!(room.column("SELECT status FROM idea").await, ["published"], "what was published stays so");
        assert_eq!(told(room, "CORRECTED SUSPEND").await + told(room, "CORRECTED PUBLISH_AND_TRUST").await, 2);
    }

    async fn what_its_author_wrote_since_is_looked_at_first(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let text = IdeaText::parse("Something else altogether", "Nobody has read this.", "en").unwrap();
        let _ = room.stage.ideas.edit(&ana, idea.id, idea.revision, text).await.unwrap();
        room.clock.advance(LATER);
        assert_eq!(correct(room, &mo, &hidden).await, Undone::Changed);
        assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_none());
        assert_eq!(room.waiting(&mo).await.len(), 1, "it waits in the queue");
    }
}
