//! What the book of keys promises: a key stands with its act or not at all, one try of several does it, and the answer is
//! that of whoever did it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use folkmoot_comments::{CommentError, CommentText};
use folkmoot_common::{
    Address, Before, Carried, Digest, IdeaId, Language, PersonId, Retries, Retry, RetryKey, RetryNote, Sources,
    StorageError, Viewer,
};
use folkmoot_replies::{MailStep, Mailroom, WayOut};
use folkmoot_storage::Store;
use folkmoot_tests::contract;
use folkmoot_tests::database::{Kind, OwnDatabase, one_line};
use folkmoot_votes::{CastError, Choice, Receipt};
use futures::future::join_all;
use sea_orm::ConnectionTrait as _;

use super::stage::Stage;

/// One more try of this act under this key.
pub(super) fn retry(sender: Option<PersonId>, key: &str, words: &str) -> Retry {
    let sources = Sources::system();
    let key = RetryKey::parse(key).expect("a key");
    Retry { sender, key, body: Digest::of_parts(&[words]), attempt: sources.mint(sources.now()) }
}

/// Votes under a key, and says what became of both.
async fn vote(
    stage: &Stage,
    store: &Store,
    retry: &Retry,
    (voter, idea): (&Viewer, IdeaId),
    choice: Choice,
) -> (Carried, Option<Result<Receipt, CastError>>) {
    let mut cast = None;
    let work = Box::pin(async { cast = Some(stage.votes.cast(voter, idea, choice).await) });
    let carried = store.carry(retry, work).await;
    (carried, cast)
}

/// A way out that counts the letters that leave by it.
#[derive(Default)]
struct Counted(AtomicUsize);

#[async_trait]
impl WayOut for Counted {
    async fn try_out(&self, _to: &Address, _language: &Language, _within: Duration) -> Vec<MailStep> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Vec::new()
    }
}

contract! {
    async fn a_vote_under_a_key_is_cast_once(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, "Benches in the park").await.id;
        let first = retry(voter.person(), "k1", "support");
        assert_eq!(store.before(&first).await.unwrap(), Before::Never);
        let (carried, cast) = vote(&stage, &store, &first, (&voter, idea), Choice::Support).await;
        assert_eq!(carried, Carried::Written);
        assert!(cast.is_some_and(|cast| cast.is_ok()));
        assert!(matches!(store.before(&first).await.unwrap(), Before::Unanswered { .. }), "the key isn't written");

        // They change their mind; then the first request arrives once more.
        assert!(stage.votes.cast(&voter, idea, Choice::Oppose).await.is_ok());
        let second = retry(voter.person(), "k1", "support");
        let (carried, cast) = vote(&stage, &store, &second, (&voter, idea), Choice::Support).await;
        assert_eq!(carried, Carried::TooLate);
        assert!(matches!(cast, Some(Err(CastError::Storage(StorageError::Repeated)))), "{cast:?}");
        assert_eq!(stage.votes.own(&voter, &[idea]).await.unwrap().get(&idea), Some(&Choice::Oppose));

        // Only who did it says what came of it.
        store.answered(&second, "mine").await.unwrap();
        store.answered(&first, "counted").await.unwrap();
        assert_eq!(store.before(&second).await.unwrap(), Before::Answered("counted".to_owned()));
        let other = retry(voter.person(), "k1", "oppose");
        assert_eq!(store.before(&other).await.unwrap(), Before::OtherWords);
        // Keys are one's own.
        assert_eq!(store.before(&retry(author.person(), "k1", "support")).await.unwrap(), Before::Never);
        assert_eq!(store.before(&retry(None, "k1", "support")).await.unwrap(), Before::Never);
    }

    async fn what_a_vote_came_to_is_told_again_and_nothing_is_done_for_it(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, "Benches in the park").await.id;
        let nowhere: IdeaId = stage.sources.mint(stage.sources.now());
        let mut told = Vec::new();
        for (key, idea) in [("there", idea), ("again", idea), ("nowhere", nowhere)] {
            let first = retry(voter.person(), key, "support");
            let (carried, cast) = vote(&stage, &store, &first, (&voter, idea), Choice::Support).await;
            assert_eq!(carried, Carried::Written);
            told.push((first, idea, format!("{:?}", cast.unwrap())));
        }
        // They change their mind, and others vote too.
        assert!(stage.votes.cast(&voter, idea, Choice::Oppose).await.is_ok());
        assert!(stage.votes.cast(&author, idea, Choice::Oppose).await.is_ok());

        for (first, idea, word) in &told {
            let Ok(Before::Unanswered { note: Some(note), .. }) = store.before(first).await else { panic!("no note") };
            assert_eq!(note.attempt, first.attempt);
            let (mut cast, mut posted) = (None, None);
            let work = Box::pin(async {
                cast = Some(stage.votes.cast(&voter, *idea, Choice::Support).await);
                let said = CommentText::parse("Yes.", None).unwrap();
                posted = Some(stage.comments.post(&voter, told[0].1, None, said).await);
            });
            assert!(store.recall(first, note, work).await);
            assert_eq!(format!("{:?}", cast.unwrap()), *word);
            // Whatever was noted, nothing new is done under it.
            assert!(matches!(posted, Some(Err(CommentError::Storage(StorageError::Repeated)))), "{posted:?}");
        }
        let tally = stage.votes.tallies(&[idea]).await.unwrap()[0];
        assert_eq!((tally.support, tally.oppose, tally.comments), (0, 2, 0));

        // Work that doesn't ask for it, and a note of another version, say so.
        let Ok(Before::Unanswered { note: Some(note), .. }) = store.before(&told[1].0).await else { panic!("no note") };
        assert!(!store.recall(&told[1].0, note.clone(), Box::pin(async {})).await);
        let strange = RetryNote { text: "weighed 1 2 3 4".to_owned(), ..note };
        let work = Box::pin(async { assert!(stage.votes.cast(&voter, idea, Choice::Support).await.is_err()) });
        assert!(!store.recall(&told[1].0, strange, work).await);

        // The first answer that is kept stays.
        for answer in ["first", "second"] {
            store.answered(&told[0].0, answer).await.unwrap();
            assert_eq!(store.before(&told[0].0).await.unwrap(), Before::Answered("first".to_owned()));
        }
    }

    async fn ballots_with_and_without_a_key_share_a_commit(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let idea = stage.idea(&author, "Benches in the park").await.id;
        let mut voters = Vec::new();
        for _ in 0..12 {
            voters.push(stage.citizen().await);
        }
        let votes = voters.iter().enumerate().map(|(i, voter)| {
            let (stage, store) = (&stage, &store);
            async move {
                let choice = if i % 2 == 0 { Choice::Support } else { Choice::Oppose };
                // Every third has none; of the others each sends its request twice at once.
                if i % 3 == 0 {
                    assert!(stage.votes.cast(voter, idea, choice).await.is_ok());
                    return;
                }
                let (one, two) = (retry(voter.person(), "k", "s"), retry(voter.person(), "k", "s"));
                let (first, second) = tokio::join!(
                    vote(stage, store, &one, (voter, idea), choice),
                    vote(stage, store, &two, (voter, idea), choice),
                );
                let mut written = [first, second].into_iter().filter(|(carried, _)| *carried == Carried::Written);
                let (Some((_, Some(Ok(receipt)))), None) = (written.next(), written.next()) else {
                    panic!("it wasn't cast once")
                };
                // What each came to stands beside its own key.
                let Ok(Before::Unanswered { note: Some(note), .. }) = store.before(&one).await else { panic!("no note") };
                let mut again = None;
                let work = Box::pin(async { again = Some(stage.votes.cast(voter, idea, choice).await) });
                assert!(store.recall(&one, note, work).await);
                assert_eq!(again.unwrap().unwrap(), receipt);
            }
        });
        join_all(votes).await;
        let tally = stage.votes.tallies(&[idea]).await.unwrap()[0];
        assert_eq!((tally.support, tally.oppose), (6, 6));
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn of_two_acts_under_one_key_at_once_one_is_done(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let ideas = [stage.idea(&author, "Benches in the park").await.id, stage.idea(&author, "A pond").await.id];
        let mut voters = Vec::new();
        for _ in 0..12 {
            voters.push(stage.citizen().await);
        }
        // So many at once that both of a voter's are likely to share a commit.
        let votes = voters.iter().map(|voter| {
            let (stage, store) = (&stage, &store);
            async move {
                let [one, two] = ["the benches", "the pond"].map(|words| retry(voter.person(), "k", words));
                let (one, two) = tokio::join!(
                    vote(stage, store, &one, (voter, ideas[0]), Choice::Support),
                    vote(stage, store, &two, (voter, ideas[1]), Choice::Support),
                );
                [one, two].map(|(carried, _cast)| carried == Carried::Written)
            }
        });
        let done = join_all(votes).await;
        assert!(done.iter().all(|[one, two]| one != two), "{done:?}");
        let supports = stage.votes.tallies(&ideas).await.unwrap().iter().map(|tally| tally.support).sum::<i64>();
        assert_eq!(supports, 12);
        assert_eq!(stage.votes.audit().await.unwrap(), []);
    }

    async fn a_crowd_is_known_and_answered_at_once_and_each_is_told_their_own(store: Store) {
        let stage = Stage::over(&store);
        let people = join_all((0..20).map(|_| stage.citizen())).await;
        let (last, long) = (people.last().unwrap(), "long ".repeat(2_000));
        // Each under a key that all others use too; the last of them in two tries, and in one with other words.
        let mut tries = people.iter().map(|one| retry(one.person(), "k", "same words")).collect::<Vec<_>>();
        tries.extend([retry(last.person(), "k", "same words"), retry(last.person(), "k", "other words")]);
        let before = join_all(tries.iter().map(|one| store.before(one))).await;
        assert!(before.iter().all(|before| matches!(before, Ok(Before::Never))), "{before:?}");

        let answers = (0..tries.len()).map(|i| if i == 3 { long.clone() } else { format!("answer {i}") });
        let answers = answers.collect::<Vec<_>>();
        let kept = join_all(tries.iter().zip(&answers).map(|(one, answer)| store.answered(one, answer))).await;
        assert!(kept.iter().all(Result::is_ok), "{kept:?}");

        let after = join_all(tries.iter().map(|one| store.before(one))).await;
        for (i, after) in after.into_iter().enumerate().take(19) {
            assert_eq!(after.unwrap(), Before::Answered(answers[i].clone()));
        }
        // Of the last one's tries one was first, and its answer stands: for those who say the same, and for no other words.
        let known = join_all(tries[19..].iter().map(|one| store.before(one))).await;
        let known = known.into_iter().map(Result::unwrap).collect::<Vec<_>>();
        let told = |i: usize| Before::Answered(answers[i].clone());
        let same = known == [told(19), told(19), Before::OtherWords] || known == [told(20), told(20), Before::OtherWords];
        let other = known == [Before::OtherWords, Before::OtherWords, told(21)];
        assert!(same || other, "{known:?}");
    }

    async fn of_sixteen_tries_on_two_nodes_one_posts(store: Store) {
        let (one, other) = (Stage::over(&store), Stage::over(&store));
        let author = one.citizen().await;
        let idea = one.idea(&author, "Benches in the park").await;
        let tries = (0..16).map(|i| {
            let (stage, store, author) = (if i % 2 == 0 { &one } else { &other }, &store, &author);
            async move {
                let said = CommentText::parse("Yes.", None).unwrap();
                let retry = retry(author.person(), "say-yes", "yes");
                let mut posted = None;
                let work = Box::pin(async { posted = Some(stage.comments.post(author, idea.id, None, said).await.is_ok()) });
                (store.carry(&retry, work).await, posted)
            }
        });
        let done = join_all(tries).await;
        assert_eq!(done.iter().filter(|(carried, _)| *carried == Carried::Written).count(), 1);
        assert_eq!(done.iter().filter(|(_, posted)| *posted == Some(true)).count(), 1);
        assert_eq!(one.votes.tallies(&[idea.id]).await.unwrap()[0].comments, 1);
    }

    async fn a_test_letter_under_a_key_leaves_once(store: Store) {
        let stage = Stage::over(&store);
        let (admin, own) = (stage.admin().await, Address::parsed("person-0@example.org".to_owned()));
        let way = Arc::new(Counted::default());
        let mailroom = Mailroom::new(Arc::new(store.clone()), Arc::clone(&way) as Arc<dyn WayOut>, Sources::system());
        let (english, second) = (Language::english(), Duration::from_secs(1));
        let tries = (0..8).map(|_| {
            let (mailroom, store, admin, own, english) = (&mailroom, &store, &admin, &own, &english);
            async move {
                let retry = retry(admin.person(), "try-the-mail", "a test letter");
                let work = Box::pin(async {
                    let _steps = mailroom.try_out(admin, own, english, second).await;
                });
                store.carry(&retry, work).await
            }
        });
        let done = join_all(tries).await;
        assert_eq!(done.iter().filter(|carried| **carried == Carried::Written).count(), 1, "{done:?}");
        assert_eq!(way.0.load(Ordering::Relaxed), 1, "it left more than once");
        // Killed before its answer was written: whoever asks again is told that it was done.
        let again = retry(admin.person(), "try-the-mail", "a test letter");
        assert!(matches!(store.before(&again).await.unwrap(), Before::Unanswered { note: None, .. }));
        // Without a key each press is a letter.
        for _ in 0..2 {
            mailroom.try_out(&admin, &own, &english, second).await.unwrap();
        }
        assert_eq!(way.0.load(Ordering::Relaxed), 3);
    }

    async fn what_was_not_done_leaves_no_key_and_old_keys_are_forgotten(store: Store) {
        let stage = Stage::over(&store);
        let (author, stranger) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, "Benches in the park").await;
        let said = CommentText::parse("Yes.", None).unwrap();
        let first = retry(stranger.person(), "k", "yes");
        let nowhere: IdeaId = stage.sources.mint(stage.sources.now());
        let work = Box::pin(async { assert!(stage.comments.post(&stranger, nowhere, None, said.clone()).await.is_err()) });
        store.carry(&first, work).await;
        assert_eq!(store.before(&first).await.unwrap(), Before::Never);

        let work = Box::pin(async { stage.comments.post(&stranger, idea.id, None, said.clone()).await.map(drop).unwrap() });
        assert_eq!(store.carry(&first, work).await, Carried::Written);
        store.answered(&first, "posted").await.unwrap();
        let (now, hour) = (stage.sources.now(), Duration::from_secs(3_600));
        assert_eq!(store.forget(now.minus(hour), 10).await.unwrap(), 0);
        assert_eq!(store.before(&first).await.unwrap(), Before::Answered("posted".to_owned()));
        assert_eq!(store.forget(now.plus(hour), 10).await.unwrap(), 1);
        assert_eq!(store.before(&first).await.unwrap(), Before::Never);
    }
}

/// On SQLite, whose one lock is the whole file's, nobody holds a row.
#[tokio::test]
async fn a_key_that_somebody_holds_keeps_no_other_answer_waiting() {
    let database = OwnDatabase::migrated(Kind::Postgres).await;
    let store = Store::open(database.url(), 8).await.unwrap();
    let stage = Stage::over(&store);
    let people = join_all((0..12).map(|_| stage.citizen())).await;
    let tries = people.iter().map(|one| retry(one.person(), "k", "words")).collect::<Vec<_>>();
    let held = 5;
    store.answered(&tries[held], "said").await.unwrap();
    let holder = one_line(database.url()).await.unwrap();
    holder.execute_unprepared("BEGIN").await.unwrap();
    holder.execute_unprepared("UPDATE retry SET made_at = made_at").await.unwrap();
    let since = Instant::now();
    let kept = tries.iter().map(|one| {
        let store = &store;
        async move { (store.answered(one, "said").await, since.elapsed()) }
    });
    for (i, (kept, after)) in join_all(kept).await.into_iter().enumerate() {
        if i == held {
            assert!(matches!(kept, Err(StorageError::Held)), "{kept:?}");
        } else {
            assert!(kept.is_ok() && after < Duration::from_secs(1), "number {i} after {after:?}: {kept:?}");
        }
    }
    holder.execute_unprepared("ROLLBACK").await.unwrap();
    store.answered(&tries[held], "said").await.unwrap();
    for one in &tries {
        assert_eq!(store.before(one).await.unwrap(), Before::Answered("said".to_owned()));
    }
}
