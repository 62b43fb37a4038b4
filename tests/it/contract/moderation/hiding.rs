//! Who supports or follows an idea hears that a moderator hid it: once it stands, once each, as they chose, and by the reason
//! that everybody may read.

use std::time::Duration;

use folkmoot_common::Viewer;
use folkmoot_ideas::Idea;
use folkmoot_moderation::{Act, Decision, ItemKind, UNDO, Undone};
use folkmoot_replies::{NoticePace, Stepped, Telling};
use folkmoot_votes::Choice;

use super::super::telling::{news, telling_over};
use super::room::{Room, about, in_the_room};

/// An idea with a supporter, a follower, somebody against it and a supporter who wants no letters.
struct Crowd {
    mo: Viewer,
    ben: Viewer,
    idea: Idea,
    telling: Telling,
}

impl Crowd {
    async fn gather(room: &Room) -> Self {
        let stage = &room.stage;
        let (mo, ana) = (stage.moderator().await, stage.citizen().await);
        let idea = stage.idea(&ana, "A rude bench").await;
        let (ben, flo) = (stage.citizen().await, stage.citizen().await);
        let (pat, ned) = (stage.citizen().await, stage.citizen().await);
        let telling = telling_over(&room.store, stage.sources.clone());
        for (who, choice) in [(&ben, Choice::Support), (&ned, Choice::Support), (&pat, Choice::Oppose)] {
            let _ = stage.votes.cast(who, idea.id, choice).await.unwrap();
        }
        telling.follow(&flo, idea.id, true).await.unwrap();
        telling.choose(&ned, NoticePace::Never).await.unwrap();
        Self { mo, ben, idea, telling }
    }

    /// Somebody reports it, and the moderator decides.
    async fn decide(&self, room: &Room, act: Act) -> Decision {
        room.report(&Viewer::Nobody, about(&self.idea), "192.0.2.1").await;
        room.done(&self.mo, &room.item(&self.mo, ItemKind::Report).await, act).await
    }

    /// A moderator made a slip.
    async fn undo(&self, room: &Room, slip: &Decision) {
        room.clock.advance(Duration::from_secs(1));
        let undone = room.stage.moderation.undo(&self.mo, slip.id).await.unwrap();
        assert!(matches!(undone, Undone::Done(_)), "{undone:?}");
        room.clock.advance(Duration::from_secs(1));
    }

    /// To whom it was told so far.
    async fn told(&self, room: &Room) -> Vec<String> {
        while self.telling.step().await.unwrap() != Stepped::Nothing {}
        let gone = format!("GONE {}", self.idea.number);
        let letters = room.letters().await.into_iter().filter(|(_, subject)| subject.starts_with(&gone));
        let mut told: Vec<String> = letters.map(|(to, _)| to).collect();
        told.sort_unstable();
        told
    }
}

in_the_room! {
    async fn supporters_and_followers_hear_it_once_it_stands(room: Room) {
        let crowd = Crowd::gather(room).await;
        crowd.decide(room, Act::Hide).await;
        assert!(crowd.told(room).await.is_empty(), "it may be a slip");
        room.clock.advance(UNDO);
        // Another node tells it at the same time.
        let other = telling_over(&room.store, room.stage.sources.clone());
        let (told, beside) = tokio::join!(crowd.told(room), other.step());
        beside.unwrap();
        assert!(told.len() <= 2, "{told:?}");
        assert_eq!(crowd.told(room).await.len(), 2, "who supports it and who follows it");
        let said = room.column("SELECT mail FROM outbox WHERE mail LIKE '%GONE%'").await;
        let plain = said.iter().all(|mail| mail.contains("SPAM") && !mail.contains("rude"));
        assert!(plain, "the reason, and no title: {said:?}");
        assert_eq!(room.number("SELECT COUNT(*) FROM outbox WHERE why IN ('supporter', 'follower')").await, 2);
        // What is hidden once more was told.
        crowd.decide(room, Act::Hide).await;
        room.clock.advance(UNDO);
        assert_eq!(crowd.told(room).await.len(), 2);
    }

    async fn who_wants_a_digest_reads_it_there(room: Room) {
        let crowd = Crowd::gather(room).await;
        crowd.telling.choose(&crowd.ben, NoticePace::Daily).await.unwrap();
        crowd.decide(room, Act::Hide).await;
        room.clock.advance(UNDO);
        assert_eq!(crowd.told(room).await.len(), 1);
        room.clock.advance(Duration::from_secs(2 * 24 * 60 * 60));
        while crowd.telling.post_digests().await.unwrap() > 0 {}
        let said = room.column("SELECT mail FROM outbox WHERE why = 'digest'").await;
        assert!(said.len() == 1 && said[0].contains(&format!("GONE {}", crowd.idea.number)), "{said:?}");
    }

    async fn what_is_shown_again_was_never_told(room: Room) {
        let crowd = Crowd::gather(room).await;
        let slip = crowd.decide(room, Act::Hide).await;
        crowd.undo(room, &slip).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM mailing").await, 0);
        room.done(&crowd.mo, &room.item(&crowd.mo, ItemKind::Report).await, Act::Hide).await;
        room.clock.advance(Duration::from_secs(1));
        crowd.decide(room, Act::Restore).await;
        room.clock.advance(UNDO);
        assert!(crowd.told(room).await.is_empty());
    }

    async fn whatever_shows_it_again_makes_it_no_news(room: Room) {
        let crowd = Crowd::gather(room).await;
        crowd.decide(room, Act::Hide).await;
        room.run("UPDATE idea SET hidden_at = NULL").await;
        room.run("UPDATE tally SET listed = TRUE").await;
        room.clock.advance(UNDO);
        assert!(crowd.told(room).await.is_empty(), "nobody is told that what they can read is hidden");
    }

    async fn a_restoring_by_mistake_takes_no_news_away(room: Room) {
        let crowd = Crowd::gather(room).await;
        crowd.decide(room, Act::Hide).await;
        room.clock.advance(Duration::from_secs(1));
        let slip = crowd.decide(room, Act::Restore).await;
        crowd.undo(room, &slip).await;
        // And hidden once more, which is no news of its own.
        room.done(&crowd.mo, &room.item(&crowd.mo, ItemKind::Report).await, Act::Hide).await;
        room.clock.advance(UNDO);
        assert_eq!(crowd.told(room).await.len(), 2, "it is hidden since that first time");
    }

    async fn letters_that_have_not_left_never_leave_once_it_is_shown(room: Room) {
        let crowd = Crowd::gather(room).await;
        crowd.decide(room, Act::Hide).await;
        room.clock.advance(UNDO);
        assert_eq!(crowd.told(room).await.len(), 2);
        // One has left, and one was given up: that could be sent again.
        room.run(
            "UPDATE outbox SET state = CASE WHEN why = 'supporter' THEN 'sent' ELSE 'dead' END \
             WHERE why IN ('supporter', 'follower')",
        )
        .await;
        let slip = crowd.decide(room, Act::Restore).await;
        assert_eq!(crowd.told(room).await.len(), 1);
        crowd.undo(room, &slip).await;
        assert_eq!(crowd.told(room).await.len(), 2, "it is hidden after all");
        assert_eq!(room.column("SELECT why FROM outbox WHERE state = 'sent'").await, ["supporter"], "nobody reads it twice");
        room.done(&crowd.mo, &room.item(&crowd.mo, ItemKind::Report).await, Act::Restore).await;
        assert_eq!(crowd.told(room).await.len(), 1, "what waits goes too");
    }

    async fn other_news_does_not_wait_until_it_stands(room: Room) {
        let crowd = Crowd::gather(room).await;
        crowd.decide(room, Act::Hide).await;
        room.clock.advance(Duration::from_secs(1));
        crowd.telling.announce(&news(&room.stage.sources, crowd.idea.id, "ELSE")).await.unwrap();
        assert!(crowd.told(room).await.is_empty());
        let letters = room.letters().await.into_iter().map(|(_, subject)| subject);
        let told: Vec<String> = letters.filter(|subject| subject.starts_with("ELSE")).collect();
        assert_eq!(told, ["ELSE own en"], "its author hears at once, and nobody else");
    }

    async fn what_reports_hide_is_told_when_a_moderator_says_so(room: Room) {
        let crowd = Crowd::gather(room).await;
        for n in 0..3 {
            room.report(&room.old_citizen().await, about(&crowd.idea), &format!("198.51.{n}.1")).await;
        }
        assert_eq!(room.number("SELECT COUNT(*) FROM idea WHERE hidden_at IS NOT NULL").await, 1);
        room.clock.advance(UNDO);
        assert!(crowd.told(room).await.is_empty(), "nobody has looked");
        let item = room.item(&crowd.mo, ItemKind::Report).await;
        let slip = room.done(&crowd.mo, &item, Act::Hide).await;
        crowd.undo(room, &slip).await;
        room.clock.advance(UNDO);
        assert!(crowd.told(room).await.is_empty(), "it is hidden, and not decided");
        room.done(&crowd.mo, &room.item(&crowd.mo, ItemKind::Report).await, Act::Hide).await;
        room.clock.advance(UNDO);
        assert_eq!(crowd.told(room).await.len(), 2);
    }
}
