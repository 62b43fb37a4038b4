//! Edits that wait: everybody reads what stood, until a moderator has looked at the very words that wait.

use std::time::Duration;

use folkmoot_comments::{CommentState, CommentText};
use folkmoot_common::{PublishingMode, Viewer};
use folkmoot_ideas::{Edited, Idea, IdeaText, Submission, VotingRule};
use folkmoot_moderation::{Act, Decided, ItemKind, Redacted, Target, Undone};

use super::room::{Room, about, in_the_room, under};

async fn published(room: &Room, mo: &Viewer, ana: &Viewer) -> Idea {
    room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
    let Submission::Waiting(idea, _by) = room.stage.submit(ana, "checked", "A first title").await else {
        panic!("public")
    };
    room.done(mo, &room.item(mo, ItemKind::Idea).await, Act::Publish { trust: false }).await;
    idea
}

async fn edit(room: &Room, ana: &Viewer, idea: &Idea, seen: i32, title: &str) {
    let text = IdeaText::parse(title, "In other words.", "cy").unwrap();
    let edited = room.stage.ideas.edit(ana, idea.id, seen, text).await.unwrap();
    assert!(matches!(edited, Edited::Waiting(..)), "{edited:?}");
}

async fn title(room: &Room, idea: &Idea) -> String {
    room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().unwrap().title.as_str().to_owned()
}

in_the_room! {
    async fn a_published_edit_shows_and_is_undone(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        edit(room, &ana, &idea, 1, "A second title").await;
        assert_eq!(title(room, &idea).await, "A first title");
        let item = room.item(&mo, ItemKind::Edit).await;
        let before = room.dump().await;
        let decision = room.done(&mo, &item, Act::Publish { trust: false }).await;
        assert_eq!(title(room, &idea).await, "A second title");
        assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(room.dump().await, before);
        let item = room.item(&mo, ItemKind::Edit).await;
        room.done(&mo, &item, Act::Publish { trust: false }).await;
        assert_eq!(title(room, &idea).await, "A second title", "published after all");
    }

    async fn a_rejected_edit_goes_and_is_undone(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        edit(room, &ana, &idea, 1, "A second title").await;
        let item = room.item(&mo, ItemKind::Edit).await;
        let before = room.dump().await;
        let decision = room.done(&mo, &item, Act::Reject).await;
        assert_eq!((title(room, &idea).await, room.number("SELECT COUNT(*) FROM pending_edit").await), ("A first title".to_owned(), 0));
        assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(room.dump().await, before);
        room.done(&mo, &room.item(&mo, ItemKind::Edit).await, Act::Publish { trust: false }).await;
        assert_eq!(title(room, &idea).await, "A second title");
    }

    async fn whoever_decides_has_read_the_words_that_wait(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        edit(room, &ana, &idea, 1, "A second title").await;
        let item = room.item(&mo, ItemKind::Edit).await;
        edit(room, &ana, &idea, 1, "A third title").await;
        assert_eq!(room.decide(&mo, &item, Act::Publish { trust: false }).await, Decided::Changed);
        room.done(&mo, &room.item(&mo, ItemKind::Edit).await, Act::Publish { trust: false }).await;
        assert_eq!(title(room, &idea).await, "A third title");
    }

    async fn an_edit_on_top_of_what_was_taken_out_is_read_anew(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        edit(room, &ana, &idea, 1, "A second title").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let (report, read) = (room.item(&mo, ItemKind::Report).await, room.item(&mo, ItemKind::Edit).await);
        let taken = room.done(&mo, &report, Act::Redact(Redacted::parse(Some("A title"), "Words.").unwrap())).await;
        assert_eq!(room.decide(&mo, &read, Act::Publish { trust: false }).await, Decided::Changed);
        assert_eq!(title(room, &idea).await, "A title");
        let read = room.item(&mo, ItemKind::Edit).await;
        assert!(matches!(room.stage.moderation.undo(&mo, taken.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(room.decide(&mo, &read, Act::Publish { trust: false }).await, Decided::Changed);
        room.done(&mo, &room.item(&mo, ItemKind::Edit).await, Act::Publish { trust: false }).await;
        assert_eq!(title(room, &idea).await, "A second title", "read against what stands, it can be published");
    }

    async fn what_an_author_writes_next_takes_the_place_of_what_waits(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("flagged", VotingRule::SupportAndOppose, PublishingMode::UnlessFlagged, None).await;
        let Submission::Published(idea) = room.stage.submit(&ana, "flagged", "A first title").await else { panic!("waits") };
        let text = |body: &str| IdeaText::parse("A second title", body, "en").unwrap();
        let edited = room.stage.ideas.edit(&ana, idea.id, 1, text("Call me on 07700 900123.")).await.unwrap();
        assert!(matches!(edited, Edited::Waiting(..)), "{edited:?}");
        room.item(&mo, ItemKind::Edit).await;
        let edited = room.stage.ideas.edit(&ana, idea.id, 1, text("Call me at home.")).await.unwrap();
        assert!(matches!(edited, Edited::Saved(_)), "{edited:?}");
        assert_eq!((title(room, &idea).await.as_str(), room.waiting(&mo).await.len()), ("A second title", 0));
        assert_eq!(room.number("SELECT COUNT(*) FROM pending_edit").await, 0);

        let comment = room.comment(&ana, &idea, "A fine bench.").await;
        let words = |body: &str| CommentText::parse(body, None).unwrap();
        room.stage.comments.edit(&ana, comment.id, 1, words("Call me on 07700 900123.")).await.unwrap();
        room.item(&mo, ItemKind::Edit).await;
        // Saying again what stands takes back what waits.
        room.stage.comments.edit(&ana, comment.id, 1, words("A fine bench.")).await.unwrap();
        assert_eq!((room.waiting(&mo).await.len(), room.number("SELECT COUNT(*) FROM pending_edit").await), (0, 0));
    }

    async fn its_author_goes_on_from_a_change_that_is_not_public(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        let target = (ana.person().unwrap(), Target::Idea(idea.id));
        let own = async |who: &Viewer| room.stage.moderation.own_edit(who, target).await.unwrap();
        assert_eq!(own(&ana).await, None);
        edit(room, &ana, &idea, 1, "A second title").await;
        let waits = own(&ana).await.expect("it is theirs to read");
        assert_eq!((waits.title.as_deref(), waits.language.as_deref(), waits.refused), (Some("A second title"), Some("cy"), None));
        for other in [room.stage.citizen().await, Viewer::Nobody] {
            assert_eq!(own(&other).await, None, "and nobody else's");
        }
        room.clock.advance(Duration::from_secs(60));
        let decision = room.done(&mo, &room.item(&mo, ItemKind::Edit).await, Act::Reject).await;
        assert!(decision.of_edit && room.stage.moderation.own_decision(&ana, decision.id).await.unwrap().unwrap().of_edit);
        let refused = own(&ana).await.expect("a refusal takes nobody's words away");
        assert_eq!((refused.body.as_str(), refused.refused), ("In other words.", Some(decision.id)));
        let letters = room.letters().await;
        assert!(letters.iter().any(|(_, subject)| subject == "REJECT edit of idea A first title"), "{letters:?}");
        edit(room, &ana, &idea, 1, "A third title").await;
        assert_eq!(own(&ana).await.unwrap().title.as_deref(), Some("A third title"));
        room.done(&mo, &room.item(&mo, ItemKind::Edit).await, Act::Publish { trust: false }).await;
        assert_eq!(own(&ana).await, None, "what they wrote since stands");
    }

    async fn a_hidden_idea_is_mended_and_looked_at(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at Ben’s house").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let text = IdeaText::parse("A bench at the river", "Nobody’s house.", "en").unwrap();
        let edited = room.stage.ideas.edit(&ana, idea.id, 1, text).await.expect("its author can mend it");
        assert!(matches!(edited, Edited::Saved(ref idea) if idea.hidden), "{edited:?}");
        assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_none(), "hidden until one has looked");
        room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Restore).await;
        assert_eq!(title(room, &idea).await, "A bench at the river");
        assert!(room.stage.ideas.edit(&room.stage.citizen().await, idea.id, 2, IdeaText::parse("Mine now", "Words.", "en").unwrap()).await.is_err());
    }

    async fn a_change_of_a_comment_goes_with_the_idea(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        let ben = room.stage.citizen().await;
        let comment = room.comment(&ben, &idea, "A fine bench.").await;
        room.done(&mo, &room.item(&mo, ItemKind::Comment).await, Act::Publish { trust: false }).await;
        room.stage.comments.edit(&ben, comment.id, 1, CommentText::parse("No bench.", None).unwrap()).await.unwrap();
        room.item(&mo, ItemKind::Edit).await;
        let reason = folkmoot_ideas::Reason::parse("Done already.").unwrap();
        room.stage.ideas.withdraw(&ana, idea.id, reason).await.unwrap();
        assert_eq!((room.waiting(&mo).await.len(), room.number("SELECT COUNT(*) FROM pending_edit").await), (0, 0));
    }

    async fn what_nobody_has_read_leaves_no_place_behind(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        let ben = room.stage.citizen().await;
        let comment = room.comment(&ben, &idea, "Buy pills.").await;
        let seen = async |who: &Viewer| room.stage.comments.find(who, comment.id).await.unwrap();
        let refused = room.done(&mo, &room.item(&mo, ItemKind::Comment).await, Act::Reject).await;
        assert_eq!(seen(&Viewer::Nobody).await, None, "it never was public");
        assert!(seen(&ben).await.is_some() && seen(&mo).await.is_some());
        assert!(matches!(room.stage.moderation.undo(&mo, refused.id).await.unwrap(), Undone::Done(_)));
        let slip = room.done(&mo, &room.item(&mo, ItemKind::Comment).await, Act::Publish { trust: false }).await;
        assert!(matches!(room.stage.moderation.undo(&mo, slip.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(seen(&Viewer::Nobody).await, None, "a slip that was taken back");
        room.done(&mo, &room.item(&mo, ItemKind::Comment).await, Act::Publish { trust: false }).await;

        room.report(&Viewer::Nobody, under(&idea, &comment), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let place = seen(&Viewer::Nobody).await.expect("what was read leaves its place");
        assert_eq!((place.state, place.words), (CommentState::Hidden, None));
        room.stage.comments.edit(&ben, comment.id, 1, CommentText::parse("Mend it.", None).unwrap()).await.unwrap();
        let place = seen(&Viewer::Nobody).await.expect("also while it is mended");
        assert_eq!((place.state, place.words), (CommentState::Hidden, None), "and nobody learns that");
        let unread = room.comment(&ben, &idea, "Never mind.").await;
        room.stage.comments.delete(&ben, unread.id).await.unwrap();
        assert_eq!(room.stage.comments.find(&Viewer::Nobody, unread.id).await.unwrap(), None);
    }

    async fn a_comments_edit_waits_and_brings_its_stance(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        let comment = room.comment(&ana, &idea, "A fine bench.").await;
        room.done(&mo, &room.item(&mo, ItemKind::Comment).await, Act::Publish { trust: false }).await;
        let text = CommentText::parse("No bench at all.", Some("AGAINST")).unwrap();
        room.stage.comments.edit(&ana, comment.id, 1, text).await.unwrap();
        assert_eq!(room.column("SELECT body FROM comment").await, ["A fine bench."]);
        let before = room.dump().await;
        let item = room.item(&mo, ItemKind::Edit).await;
        let decision = room.done(&mo, &item, Act::Publish { trust: false }).await;
        assert_eq!(room.column("SELECT stance || ': ' || body FROM comment").await, ["against: No bench at all."]);
        assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(room.dump().await, before);
        room.stage.comments.delete(&ana, comment.id).await.unwrap();
        assert!(room.waiting(&mo).await.is_empty());
        assert_eq!(room.number("SELECT COUNT(*) FROM pending_edit").await, 0, "words that nobody will look at are forgotten");
        assert_eq!(room.number("SELECT COUNT(*) FROM redaction").await, 0);
    }

    async fn somebody_hidden_mends_and_waits_again(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let comment = room.comment(&ana, &idea, "A rude bench.").await;
        room.report(&Viewer::Nobody, under(&idea, &comment), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let text = CommentText::parse("A kind bench.", None).unwrap();
        room.stage.comments.edit(&ana, comment.id, 1, text).await.unwrap();
        assert_eq!(room.column("SELECT state FROM comment").await, ["held"]);
        assert_eq!(room.stage.moderation.undo(&mo, hidden.id).await.unwrap(), Undone::TooLate, "nobody has read the new words");
        room.done(&mo, &room.item(&mo, ItemKind::Comment).await, Act::Publish { trust: false }).await;
        assert_eq!(room.number("SELECT comments FROM tally").await, 1);
    }
}
