//! What the threads promise: replies follow what they reply to, numbers are never reused, a deleted comment leaves its
//! place and nothing else, and the idea's count moves with them.

use folkmoot_comments::{Comment, CommentError, CommentOrder, CommentState, CommentText, DEEPEST, Stance};
use folkmoot_common::{Cursor, PageRequest, Viewer};
use folkmoot_ideas::Idea;
use folkmoot_tests::contract;

use super::stage::Stage;

async fn say(stage: &Stage, who: &Viewer, idea: &Idea, above: Option<&Comment>, words: &str) -> Comment {
    let text = CommentText::parse(words, None).unwrap();
    stage.comments.post(who, idea.id, above.map(|comment| comment.id), text).await.unwrap()
}

async fn argue(stage: &Stage, who: &Viewer, idea: &Idea, above: Option<&Comment>, stance: Stance) -> Comment {
    let text = CommentText::parse("As I see it", Some(stance.as_str())).unwrap();
    stage.comments.post(who, idea.id, above.map(|comment| comment.id), text).await.unwrap()
}

/// The best arguments of a side: the number of each, how many people agree, and how many replies it has.
async fn best(stage: &Stage, idea: &Idea, stance: Stance) -> Vec<(i32, i64, i64)> {
    let found = stage.comments.best_arguments(&Viewer::Nobody, idea.id, stance).await.unwrap();
    found.iter().map(|one| (one.listed.comment.number, one.agreeing, one.replies)).collect()
}

/// The thread as it reads, page by page: numbers, with a dot for each level.
async fn reads(stage: &Stage, viewer: &Viewer, idea: &Idea, order: CommentOrder, size: u16) -> Vec<String> {
    let (mut lines, mut from) = (Vec::new(), None::<Cursor>);
    loop {
        let page = stage.comments.list(viewer, idea.id, order, &PageRequest::first(size).after(from)).await.unwrap();
        from = page.items.last().map(|listed| listed.cursor.clone());
        for listed in &page.items {
            let comment = &listed.comment;
            lines.push(format!("{}{}", ".".repeat(usize::try_from(comment.depth).unwrap()), comment.number));
        }
        if !page.has_next {
            return lines;
        }
    }
}

contract! {
    async fn threads_read_in_order_whatever_the_page(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let idea = stage.idea(&ana, "A bigger playground").await;
        let one = say(&stage, &ana, &idea, None, "First").await;
        let two = say(&stage, &ana, &idea, None, "Second").await;
        let under_one = say(&stage, &ana, &idea, Some(&one), "To the first").await;
        say(&stage, &ana, &idea, Some(&two), "To the second").await;
        say(&stage, &ana, &idea, Some(&under_one), "Deeper").await;
        say(&stage, &ana, &idea, Some(&one), "To the first again").await;

        for size in [1, 2, 3, 50] {
            let oldest = reads(&stage, &Viewer::Nobody, &idea, CommentOrder::Oldest, size).await;
            assert_eq!(oldest, ["1", ".3", "..5", ".6", "2", ".4"], "pages of {size}");
            let newest = reads(&stage, &Viewer::Nobody, &idea, CommentOrder::Newest, size).await;
            assert_eq!(newest, ["2", ".4", "1", ".3", "..5", ".6"], "pages of {size}");
        }
        let start = stage.comments.before_thread(idea.id, 5, CommentOrder::Newest).await.unwrap();
        let page = stage.comments.list(&ana, idea.id, CommentOrder::Newest, &PageRequest::first(9).after(start)).await.unwrap();
        assert_eq!(page.items.iter().map(|c| c.comment.number).collect::<Vec<_>>(), [1, 3, 5, 6]);
        let before = page.items[1].cursor.clone();
        let back = stage.comments.list(&ana, idea.id, CommentOrder::Newest, &PageRequest::first(9).before(Some(before))).await.unwrap();
        assert_eq!(back.items.iter().map(|c| c.comment.number).collect::<Vec<_>>(), [2, 4, 1]);
        let firsts = stage.comments.first_pages(&ana, &[idea.id], CommentOrder::Newest, 2).await.unwrap();
        assert_eq!(firsts[0].1.items.iter().map(|c| c.comment.number).collect::<Vec<_>>(), [2, 4]);
        assert!(firsts[0].1.has_next);
        assert_eq!(stage.ideas.find(&ana, idea.id).await.unwrap().unwrap().tally.comments, 6);
    }

    async fn a_comment_is_edited_with_its_history_and_deleted_without(store: Store) {
        let stage = Stage::over(&store);
        let (ana, ben) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&ana, "Swimming at night").await;
        let comment = say(&stage, &ana, &idea, None, "Yes pleese").await;
        let reply = say(&stage, &ben, &idea, Some(&comment), "Me too").await;

        let better = CommentText::parse("Yes please", Some("FOR")).unwrap();
        stage.comments.edit(&ana, comment.id, 1, better.clone()).await.unwrap();
        let stale = stage.comments.edit(&ana, comment.id, 1, CommentText::parse("Older tab", None).unwrap()).await;
        assert!(matches!(stale, Err(CommentError::Changed)), "{stale:?}");
        let foreign = stage.comments.edit(&ben, comment.id, 2, CommentText::parse("Not mine", None).unwrap()).await;
        assert!(matches!(foreign, Err(CommentError::Forbidden)), "{foreign:?}");
        let history = stage.comments.history(&Viewer::Nobody, comment.id).await.unwrap();
        assert_eq!(history.iter().map(|then| then.body.as_str()).collect::<Vec<_>>(), ["Yes please", "Yes pleese"]);

        stage.comments.delete(&ana, comment.id).await.unwrap();
        let gone = stage.comments.find(&ana, comment.id).await.unwrap().unwrap();
        assert_eq!((gone.state, gone.words), (CommentState::Deleted, None));
        assert!(stage.comments.history(&ana, comment.id).await.is_err());
        assert!(stage.comments.find(&ben, reply.id).await.unwrap().unwrap().words.is_some());
        assert_eq!(stage.ideas.find(&ana, idea.id).await.unwrap().unwrap().tally.comments, 1);
        let late = stage.comments.post(&ben, idea.id, Some(comment.id), better).await;
        assert!(matches!(late, Err(CommentError::NotFound)), "no reply to what is gone: {late:?}");
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn both_sides_are_read_without_replies_page_by_page(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let idea = stage.idea(&ana, "Cars out of the old town").await;
        let other = stage.idea(&ana, "Cars into the old town").await;
        let mut first = None;
        for n in 1..=7 {
            let stance = if n % 2 == 0 { "AGAINST" } else { "FOR" };
            let text = CommentText::parse(&format!("Reason {n}"), Some(stance)).unwrap();
            let posted = stage.comments.post(&ana, idea.id, None, text.clone()).await.unwrap();
            stage.comments.post(&ana, other.id, None, text).await.unwrap();
            first = first.or(Some(posted));
        }
        let first = first.unwrap();
        say(&stage, &ana, &idea, None, "A question").await;
        let reply = CommentText::parse("I agree", Some("FOR")).unwrap();
        let reply = stage.comments.post(&ana, idea.id, Some(first.id), reply).await.unwrap();
        say(&stage, &ana, &idea, Some(&reply), "So do I").await;
        let gone = say(&stage, &ana, &idea, Some(&first), "Never mind").await;
        stage.comments.delete(&ana, gone.id).await.unwrap();

        for (order, pro, con) in [
            (CommentOrder::Oldest, vec![(1, 2), (3, 0), (5, 0), (7, 0)], vec![(2, 0), (4, 0), (6, 0)]),
            (CommentOrder::Newest, vec![(7, 0), (5, 0), (3, 0), (1, 2)], vec![(6, 0), (4, 0), (2, 0)]),
        ] {
            for size in [1, 2, 50] {
                for (stance, expected) in [(Stance::For, &pro), (Stance::Against, &con)] {
                    let (mut seen, mut from) = (Vec::new(), None::<Cursor>);
                    loop {
                        let request = PageRequest::first(size).after(from);
                        let page = stage.comments.side(&Viewer::Nobody, idea.id, stance, order, &request).await.unwrap();
                        from = page.items.last().map(|argument| argument.listed.cursor.clone());
                        seen.extend(page.items.iter().map(|argument| (argument.listed.comment.number, argument.replies)));
                        if !page.has_next {
                            break;
                        }
                    }
                    assert_eq!(&seen, expected, "{stance:?}, {order:?}, pages of {size}");
                }
            }
        }
        let (ben, cem) = (stage.citizen().await, stage.citizen().await);
        for (who, stance) in [(&ben, "FOR"), (&ben, "FOR"), (&cem, "AGAINST")] {
            let text = CommentText::parse("As I see it", Some(stance)).unwrap();
            stage.comments.post(who, idea.id, Some(first.id), text).await.unwrap();
        }
        let request = PageRequest::first(1);
        let page = stage.comments.side(&ana, idea.id, Stance::For, CommentOrder::Oldest, &request).await.unwrap();
        let held = (page.items[0].replies, page.items[0].agreeing);
        assert_eq!(held, (5, 1), "who agrees with themselves, twice, or not at all, is nobody more");
        stage.comments.delete(&ana, first.id).await.unwrap();
        let page = stage.comments.side(&ana, idea.id, Stance::For, CommentOrder::Oldest, &request).await.unwrap();
        assert_eq!(page.items[0].listed.comment.number, 3, "what is deleted takes no side");
    }

    async fn the_best_argument_is_found_however_much_was_said_since(store: Store) {
        let stage = Stage::over(&store);
        let (ana, ben) = (stage.citizen().await, stage.citizen().await);
        let (cem, dan) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&ana, "Cars out of the old town").await;
        let other = stage.idea(&ana, "Cars into the old town").await;
        argue(&stage, &cem, &other, None, Stance::For).await;
        let first = argue(&stage, &ana, &idea, None, Stance::For).await;
        let mut loud = Vec::new();
        for _ in 0..101 {
            loud.push(argue(&stage, &ben, &idea, None, Stance::For).await);
        }
        let last = argue(&stage, &cem, &idea, None, Stance::For).await;
        let against = argue(&stage, &dan, &idea, None, Stance::Against).await;
        assert_eq!((loud[100].number, last.number, against.number), (102, 103, 104));
        for (who, stance) in [(&cem, Stance::For), (&dan, Stance::For), (&dan, Stance::For), (&ana, Stance::For)] {
            argue(&stage, who, &idea, Some(&first), stance).await;
        }
        argue(&stage, &dan, &idea, Some(&loud[48]), Stance::Neutral).await;
        argue(&stage, &cem, &idea, Some(&against), Stance::For).await;

        let heard = best(&stage, &idea, Stance::For).await;
        assert_eq!(heard, [(1, 2, 4), (50, 0, 1), (103, 0, 0)], "whoever says much takes no place from others");
        assert_eq!(best(&stage, &idea, Stance::Against).await, [(104, 0, 1)], "who is for it agrees with nobody there");
        assert_eq!(best(&stage, &idea, Stance::Neutral).await, []);
        stage.comments.delete(&ana, first.id).await.unwrap();
        assert_eq!(best(&stage, &idea, Stance::For).await, [(50, 0, 1), (103, 0, 0)], "what is deleted takes no side");
    }

    async fn twenty_people_comment_at_once_and_all_are_numbered(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let idea = stage.idea(&ana, "Street party in June").await;
        let said = futures::future::join_all((0..20).map(|_| say(&stage, &ana, &idea, None, "I will come"))).await;
        let mut numbers = said.iter().map(|comment| comment.number).collect::<Vec<_>>();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn a_comment_that_is_sent_sixteen_times_at_once_is_posted_once(store: Store) {
        let stage = Stage::over(&store);
        let (ana, ben) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&ana, "A pond in the park").await;
        let first = say(&stage, &ana, &idea, None, "With ducks").await;
        for (nth, above) in [(1, None), (2, Some(first.id))] {
            let id = stage.sources.mint(stage.sources.now());
            let send = || {
                let text = CommentText::parse(&format!("I like ducks, and {nth} swans"), None).unwrap();
                stage.comments.post_once(&ben, idea.id, above, text, id)
            };
            let sent = futures::future::join_all((0..16).map(|_| send())).await;
            let numbers = sent.into_iter().map(|comment| comment.unwrap().number).collect::<Vec<_>>();
            assert_eq!(numbers, vec![numbers[0]; 16]);
            let stolen = CommentText::parse("Mine", None).unwrap();
            assert!(matches!(stage.comments.post_once(&ana, idea.id, above, stolen, id).await, Err(CommentError::NotFound)));
            assert_eq!(stage.ideas.find(&ana, idea.id).await.unwrap().unwrap().tally.comments, 1 + nth);
        }
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn nobody_replies_to_what_stands_under_another_idea_or_is_gone(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let (pond, bench) = (stage.idea(&ana, "A pond in the park").await, stage.idea(&ana, "A bench at the pond").await);
        let there = say(&stage, &ana, &bench, None, "With ducks").await;
        let gone = say(&stage, &ana, &pond, None, "Without ducks").await;
        stage.comments.delete(&ana, gone.id).await.unwrap();
        for above in [there.id, gone.id] {
            let reply = CommentText::parse("I like ducks", None).unwrap();
            let refused = stage.comments.post(&ana, pond.id, Some(above), reply).await;
            assert!(matches!(refused, Err(CommentError::NotFound)), "{refused:?}");
        }
        assert_eq!(reads(&stage, &ana, &bench, CommentOrder::Oldest, 9).await, ["1"]);
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn a_thread_ends_at_its_greatest_depth(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let idea = stage.idea(&ana, "A very long talk").await;
        let mut last = say(&stage, &ana, &idea, None, "Begin").await;
        for _ in 0..DEEPEST {
            last = say(&stage, &ana, &idea, Some(&last), "Go on").await;
        }
        let refused = stage.comments.post(&ana, idea.id, Some(last.id), CommentText::parse("Further", None).unwrap()).await;
        assert!(matches!(refused, Err(CommentError::TooDeep)), "{refused:?}");
        assert_eq!(reads(&stage, &ana, &idea, CommentOrder::Oldest, 7).await.len(), usize::try_from(DEEPEST).unwrap() + 1);
    }
}
