//! Edits that wait: everybody reads what stood, until a moderator has looked at the very words that wait.

use folkmoot_comments::CommentText;
use folkmoot_common::{PublishingMode, Viewer};
use folkmoot_ideas::{Edited, Idea, IdeaText, Submission, VotingRule};
use folkmoot_moderation::{Act, Decided, ItemKind, Redacted, Undone};

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

    async fn an_edit_on_top_of_what_was_taken_out_conflicts(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = published(room, &mo, &ana).await;
        edit(room, &ana, &idea, 1, "A second title").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let report = room.item(&mo, ItemKind::Report).await;
        room.done(&mo, &report, Act::Redact(Redacted::parse(Some("A title"), "Words.").unwrap())).await;
        let item = room.item(&mo, ItemKind::Edit).await;
        assert_eq!(room.decide(&mo, &item, Act::Publish { trust: false }).await, Decided::Changed);
        assert_eq!(title(room, &idea).await, "A title");
        room.done(&mo, &item, Act::Reject).await;
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
