//! What the public may see of edits, how many there may be, and that one draft makes one idea and one comment.

use folkmoot_comments::{CommentError, CommentText, Comments};
use folkmoot_common::{CommentId, IdeaId, PageRequest, Timestamp, Viewer};
use folkmoot_ideas::{
    Because, Campaign, Edited, IdeaError, IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus, IdeaStore as _, IdeaText,
    Ideas, PublishingMode, Slug, Submission, Visibility, VotingRule,
};
use folkmoot_storage::Store;
use folkmoot_tests::contract;
use folkmoot_tests::database::{Kind, OwnDatabase};
use futures::future::join_all;

use super::stage::Stage;

/// Moves that nobody else is told of.
const BECAUSE: Because<'static> =
    Because { reason: None, farewells: &[], taken_back: &[], at: Timestamp::from_micros(0) };

fn text(title: &str) -> IdeaText {
    IdeaText::parse(title, "Because it would help.", "en").unwrap()
}

contract! {
    async fn what_a_moderator_has_looked_at_is_not_changed_unseen(store: Store) {
        let stage = Stage::over(&store);
        let (author, other, moderator) = (stage.citizen().await, stage.citizen().await, stage.moderator().await);
        stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let Submission::Waiting(idea, _by) = stage.submit(&author, "checked", "A rude first title").await else { panic!("public") };
        assert!(idea.editable_by(&author));
        let _saved = stage.ideas.edit(&author, idea.id, 1, text("A ruder second title")).await.unwrap();
        let _saved = stage.ideas.edit(&author, idea.id, 2, text("A kind third title")).await.unwrap();
        assert!(store.shift(idea.id, IdeaStatus::Submitted, IdeaStatus::Published, BECAUSE).await.unwrap());

        let published = stage.ideas.find(&author, idea.id).await.unwrap().unwrap();
        assert!(published.editable_by(&author));
        let waits = stage.ideas.edit(&author, idea.id, 3, text("A rude title again")).await.unwrap();
        let Edited::Waiting(stands, _by) = waits else { panic!("{waits:?}") };
        assert_eq!((stands.title.as_str(), stands.revision), ("A kind third title", 3), "everybody reads what stood");
        for (viewer, versions) in [(&Viewer::Nobody, 1), (&other, 1), (&author, 3), (&moderator, 3)] {
            let history = stage.ideas.history(viewer, idea.id).await.unwrap();
            assert_eq!(history.len(), versions, "{viewer:?}: {history:?}");
            assert_eq!(history[0].title.as_str(), "A kind third title");
        }
        // Where ideas are public at once, every version was.
        let open = stage.idea(&author, "Seen by everybody").await;
        let edited = stage.ideas.edit(&author, open.id, 1, text("Seen by all again")).await.unwrap().idea();
        assert_eq!(edited.publishing_mode, PublishingMode::StraightAway);
        assert_eq!(stage.ideas.history(&Viewer::Nobody, open.id).await.unwrap().len(), 2);
        let both = stage.ideas.histories(&Viewer::Nobody, &[open.id, idea.id]).await.unwrap();
        assert_eq!((both[&open.id].len(), both[&idea.id].len()), (2, 1));
    }

    async fn an_edit_that_was_allowed_while_it_waited_is_too_late_once_it_is_public(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let Submission::Waiting(idea, _by) = stage.submit(&author, "checked", "A kind first title").await else { panic!("public") };
        store.shift(idea.id, IdeaStatus::Submitted, IdeaStatus::Published, BECAUSE).await.unwrap();
        let edit = folkmoot_ideas::EditIdea {
            id: idea.id, seen: 1, status: IdeaStatus::Submitted, text: text("A rude title"), waits: false,
            look: folkmoot_common::Look::calm(stage.sources.now()), at: stage.sources.now(),
        };
        assert!(!store.edit(edit).await.unwrap(), "it moved meanwhile");
    }

    async fn a_hundred_edits_and_no_more(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let idea = stage.idea(&author, "Title number 0").await;
        let said = CommentText::parse("Comment number 0", None).unwrap();
        let comment = stage.comments.post(&author, idea.id, None, said).await.unwrap();
        for i in 1..=Ideas::MOST_EDITS {
            let _saved = stage.ideas.edit(&author, idea.id, i, text(&format!("Title number {i}"))).await.unwrap();
            let said = CommentText::parse(&format!("Comment number {i}"), None).unwrap();
            stage.comments.edit(&author, comment.id, i, said).await.unwrap();
        }
        let refused = stage.ideas.edit(&author, idea.id, Ideas::MOST_EDITS + 1, text("One more")).await;
        assert!(matches!(refused, Err(IdeaError::Refused(_))), "{refused:?}");
        let said = CommentText::parse("One more", None).unwrap();
        let refused = stage.comments.edit(&author, comment.id, Comments::MOST_EDITS + 1, said).await;
        assert!(matches!(refused, Err(CommentError::Refused(_))), "{refused:?}");
        let history = stage.ideas.history(&Viewer::Nobody, idea.id).await.unwrap();
        let numbers = history.iter().map(|then| then.revision).collect::<Vec<_>>();
        assert_eq!(numbers, (1..=101).rev().collect::<Vec<_>>());
        assert_eq!(stage.comments.history(&Viewer::Nobody, comment.id).await.unwrap().len(), 101);
    }

    async fn one_draft_is_posted_once(store: Store) {
        let stage = Stage::over(&store);
        let (author, thief) = (stage.citizen().await, stage.citizen().await);
        let slug = Slug::parse(Campaign::STANDING).unwrap();
        let id: IdeaId = stage.sources.mint(stage.sources.now());
        let presses = (0..6).map(|_| stage.ideas.submit_once(&author, &slug, text("Pressed many times"), id));
        let numbers = join_all(presses).await.into_iter().map(|what| match what.unwrap() {
            Submission::Published(idea) => (idea.id, idea.number),
            other => panic!("{other:?}"),
        }).collect::<std::collections::HashSet<_>>();
        assert_eq!(numbers.len(), 1, "{numbers:?}");
        let before = stage.idea(&author, "The next one").await.number;
        let Submission::Published(again) = stage.ideas.submit_once(&author, &slug, text("Once more"), id).await.unwrap()
        else { panic!("it is there") };
        assert_eq!(again.title.as_str(), "Pressed many times");
        assert_eq!(stage.idea(&author, "The one after").await.number, before + 1, "pressing again uses up no number");
        let stolen = stage.ideas.submit_once(&thief, &slug, text("Not my draft"), id).await.unwrap();
        assert!(matches!(stolen, Submission::CampaignClosed), "{stolen:?}");

        let comment: CommentId = stage.sources.mint(stage.sources.now());
        let said = || CommentText::parse("Pressed many times", None).unwrap();
        let presses = (0..6).map(|_| stage.comments.post_once(&author, id, None, said(), comment));
        for posted in join_all(presses).await {
            let posted = posted.unwrap();
            assert_eq!((posted.id, posted.number), (comment, 1));
        }
        assert!(stage.comments.post_once(&thief, id, None, said(), comment).await.is_err());
        assert_eq!(stage.ideas.find(&author, id).await.unwrap().unwrap().tally.comments, 1);
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn lists_by_status_follow_what_moves(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let moved = stage.idea(&author, "To be planned").await;
        stage.idea(&author, "Still open to all").await;
        assert!(store.shift(moved.id, IdeaStatus::Published, IdeaStatus::Planned, BECAUSE).await.unwrap());
        for (statuses, n) in [
            (vec![IdeaStatus::Planned], 1), (vec![IdeaStatus::Published], 1), (vec![IdeaStatus::Done], 0),
            (vec![IdeaStatus::Planned, IdeaStatus::Done], 1), (vec![IdeaStatus::Published, IdeaStatus::Planned], 2),
        ] {
            for order in IdeaOrder::ALL {
                let query = IdeaQuery { filter: IdeaFilter { statuses: statuses.clone(), ..IdeaFilter::default() }, order };
                let page = stage.ideas.list(&Viewer::Nobody, &query, &PageRequest::first(5)).await.unwrap();
                assert_eq!(page.items.len(), n, "{statuses:?} {order:?}");
            }
        }
    }
}

/// Every order, over everything, in one campaign and by status, is read along an index: nothing is sorted.
async fn lists_are_read_in_order(kind: Kind) {
    let database = OwnDatabase::migrated(kind).await;
    let store = Store::open(database.url(), 4).await.unwrap();
    let stage = Stage::over(&store);
    let campaign = stage.ideas.campaign(Campaign::STANDING).await.unwrap().unwrap();
    for order in IdeaOrder::ALL {
        for (campaign, statuses, index) in [
            (None, vec![], "tally_"),
            (Some(campaign.id), vec![], "tally_campaign_"),
            (None, vec![IdeaStatus::Published], "tally_"),
            (None, vec![IdeaStatus::Planned], "tally_status_"),
            (None, vec![IdeaStatus::Submitted], "tally_status_"),
        ] {
            let query = IdeaQuery { filter: IdeaFilter { campaign, statuses, ..IdeaFilter::default() }, order };
            for sight in [Visibility::Public, Visibility::Everything] {
                if sight == Visibility::Public && query.filter.statuses == [IdeaStatus::Submitted] {
                    continue;
                }
                let plan = store.plan_of(sight, &query, &PageRequest::first(20)).await.unwrap();
                assert!(plan.contains(index), "{kind:?} {query:?}:\n{plan}");
                assert!(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "{kind:?} {query:?}:\n{plan}");
            }
        }
    }
}

#[tokio::test]
async fn lists_are_read_in_order_on_sqlite() {
    lists_are_read_in_order(Kind::Sqlite).await;
}

#[tokio::test]
async fn lists_are_read_in_order_on_postgres() {
    lists_are_read_in_order(Kind::Postgres).await;
}
