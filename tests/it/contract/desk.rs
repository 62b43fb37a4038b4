//! What the desk of votes promises while the database is slow: nobody is late for its sake, nobody holds it up alone, and
//! what is committed is heard of.

use std::time::{Duration, Instant};

use folkmoot_common::{Id as _, IdeaId, Retries as _, StorageError, Viewer};
use folkmoot_ideas::{Idea, PublishingMode, Submission, VotingRule};
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase, one_line};
use folkmoot_votes::{CastError, Choice, Outcome, Receipt};
use futures::StreamExt as _;
use futures::future::join_all;
use sea_orm::{ConnectionTrait as _, DatabaseConnection};

use super::retries::retry;
use super::stage::Stage;

/// A database whose tallies somebody else holds.
struct Slow {
    holder: DatabaseConnection,
    database: OwnDatabase,
}

impl Slow {
    async fn town(kind: Kind) -> (Self, Stage) {
        let database = OwnDatabase::migrated(kind).await;
        let stage = Stage::over(&Store::open(database.url(), 8).await.unwrap());
        (Self { holder: one_line(database.url()).await.unwrap(), database }, stage)
    }

    async fn hold(&self) {
        self.hold_of("SELECT idea_id FROM tally").await;
    }

    /// The tallies of those ideas that this finds; on SQLite, which has one lock, the whole file.
    async fn hold_of(&self, ideas: &str) {
        self.holder.execute_unprepared("BEGIN").await.unwrap();
        let hold = format!("UPDATE tally SET version = version WHERE idea_id IN ({ideas})");
        self.holder.execute_unprepared(&hold).await.unwrap();
    }

    async fn let_go(&self) {
        self.holder.execute_unprepared("ROLLBACK").await.unwrap();
    }
}

async fn a_vote_in_time_counts_however_long_it_waits(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let author = stage.citizen().await;
    let (first, second) = (stage.citizen().await, stage.citizen().await);
    let left = Duration::from_millis(1200);
    stage.campaign("quick", VotingRule::SupportAndOppose, PublishingMode::StraightAway, Some(left)).await;
    let Submission::Published(idea) = stage.submit(&author, "quick", "Plant a tree").await else {
        panic!("not public")
    };
    slow.hold().await;
    let votes = async {
        // The second waits at the desk while the first is being written.
        let (one, two) = tokio::join!(stage.votes.cast(&first, idea.id, Choice::Support), async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            stage.votes.cast(&second, idea.id, Choice::Oppose).await
        });
        (one.unwrap().outcome, two.unwrap().outcome)
    };
    let release = async {
        tokio::time::sleep(Duration::from_millis(1400)).await;
        slow.let_go().await;
    };
    let (outcomes, ()) = tokio::join!(votes, release);
    assert_eq!(outcomes, (Outcome::Counted, Outcome::Counted));
    assert_eq!(stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap().outcome, Outcome::VotingClosed);
    assert_eq!(stage.votes.audit().await.unwrap(), []);
}

/// Whenever it is written, and whatever arrived beside it: many at once, half of them before voting ended.
async fn a_vote_is_judged_by_when_it_arrived(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let author = stage.citizen().await;
    let left = Duration::from_millis(400);
    let before = Instant::now();
    stage.campaign("quick", VotingRule::SupportAndOppose, PublishingMode::StraightAway, Some(left)).await;
    let Submission::Published(idea) = stage.submit(&author, "quick", "Plant a tree").await else {
        panic!("not public")
    };
    let voters: Vec<Viewer> = join_all((0..60).map(|_| stage.citizen())).await;
    tokio::time::sleep(left.saturating_sub(before.elapsed()) + Duration::from_millis(100)).await;
    // While the first is being written the others come together.
    slow.hold().await;
    let (early, late) = (stage.votes.arrived_at(before + left / 2), &stage.votes);
    let casts = join_all(voters.iter().enumerate().map(|(turn, voter)| {
        let votes = if turn.is_multiple_of(2) { &early } else { late };
        votes.cast(voter, idea.id, Choice::Support)
    }));
    let release = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        slow.let_go().await;
    };
    let (casts, ()) = tokio::join!(casts, release);
    for (turn, cast) in casts.into_iter().enumerate() {
        let right = if turn.is_multiple_of(2) { Outcome::Counted } else { Outcome::VotingClosed };
        assert_eq!(cast.unwrap().outcome, right, "number {turn}");
    }
    assert_eq!(stage.votes.audit().await.unwrap(), []);
}

async fn one_person_has_only_so_many_ballots_waiting(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let (author, greedy, other) = (stage.citizen().await, stage.citizen().await, stage.citizen().await);
    let ideas: Vec<Idea> = join_all((0..68).map(|i| {
        let (stage, author) = (&stage, &author);
        async move { stage.idea(author, &format!("Bench number {i}")).await }
    }))
    .await;
    slow.hold().await;
    let casts = join_all(ideas.iter().map(|idea| stage.votes.cast(&greedy, idea.id, Choice::Support)));
    let another = stage.votes.cast(&other, ideas[0].id, Choice::Support);
    let release = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        slow.let_go().await;
    };
    let (casts, another, ()) = tokio::join!(casts, another, release);
    assert_eq!(another.unwrap().outcome, Outcome::Counted);
    let busy = |cast: &&Result<_, CastError>| matches!(cast, Err(CastError::Storage(StorageError::Busy)));
    assert_eq!(casts.iter().filter(busy).count(), 4, "{casts:?}");
    // Their places are free again.
    assert_eq!(stage.votes.cast(&greedy, ideas[67].id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
    assert!(stage.votes.are_taken());
}

async fn a_vote_is_heard_of_though_its_asker_has_gone(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    let mut heard = stage.votes.follow(&[idea.id]);
    let mut told = stage.comments.follow(idea.id);
    slow.hold().await;
    let gone =
        tokio::time::timeout(Duration::from_millis(200), stage.votes.cast(&voter, idea.id, Choice::Support)).await;
    assert!(gone.is_err(), "it was answered while the tally was held");
    slow.let_go().await;
    let next = tokio::time::timeout(Duration::from_secs(3), heard.next()).await.expect("it is announced").unwrap();
    assert_eq!(next.support, 1);

    slow.hold().await;
    let text = folkmoot_comments::CommentText::parse("I left too early", None).unwrap();
    let gone = tokio::time::timeout(Duration::from_millis(200), stage.comments.post(&voter, idea.id, None, text)).await;
    assert!(gone.is_err(), "it was answered while the tally was held");
    slow.let_go().await;
    tokio::time::timeout(Duration::from_secs(3), told.next()).await.expect("it is announced").unwrap();
}

/// On PostgreSQL, where others can go on while one idea is held.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_held_idea_holds_up_no_votes_but_its_own() {
    let (slow, stage) = Slow::town(Kind::Postgres).await;
    let store = Store::open(slow.database.url(), 2).await.unwrap();
    let (author, first) = (stage.citizen().await, stage.citizen().await);
    let held = [stage.idea(&author, "Held here").await, stage.idea(&author, "Held there").await];
    let free: Vec<Idea> = join_all((0..10).map(|i| {
        let (stage, author) = (&stage, &author);
        async move { stage.idea(author, &format!("Bench number {i}")).await }
    }))
    .await;
    let voters: Vec<Viewer> = join_all((0..40).map(|_| stage.citizen())).await;
    slow.hold_of("SELECT id FROM idea WHERE title LIKE 'Held %'").await;
    // While the first is being written the others come together, some under keys.
    let alone = stage.votes.cast(&first, held[0].id, Choice::Support);
    let (stage, store) = (&stage, &store);
    let others = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let casts = voters.iter().flat_map(|voter| held.iter().chain(&free).map(move |idea| (voter, idea)));
        let cast = async |(turn, (voter, idea)): (usize, (&Viewer, &Idea))| {
            let mut done = None;
            let work = Box::pin(async { done = Some(stage.votes.cast(voter, idea.id, Choice::Support).await) });
            if turn.is_multiple_of(7) {
                let _carried = store.carry(&retry(voter.person(), &format!("key-{turn}"), "support"), work).await;
            } else {
                work.await;
            }
            (idea.id, done.unwrap())
        };
        join_all(casts.enumerate().map(cast)).await
    };
    let (alone, others) = tokio::join!(alone, others);
    let turned_away = |cast: &Result<Receipt, CastError>| matches!(cast, Err(CastError::Storage(StorageError::Held)));
    assert!(turned_away(&alone), "{alone:?}");
    let is_held = |idea: IdeaId| held.iter().any(|held| held.id == idea);
    for (idea, cast) in &others {
        let counted = cast.as_ref().is_ok_and(|receipt| receipt.outcome == Outcome::Counted);
        assert_eq!((turned_away(cast), counted), (is_held(*idea), !is_held(*idea)), "{cast:?}");
    }
    // Now both are known: nobody waits for them any more, neither they nor their neighbours.
    let since = Instant::now();
    let (here, there, on_free) = tokio::join!(
        stage.votes.cast(&first, held[0].id, Choice::Support),
        stage.votes.cast(&first, held[1].id, Choice::Support),
        stage.votes.cast(&first, free[0].id, Choice::Support)
    );
    assert!(turned_away(&here) && turned_away(&there) && on_free.is_ok(), "{here:?} {there:?} {on_free:?}");
    assert!(since.elapsed() < Duration::from_secs(1), "{:?}", since.elapsed());
    slow.let_go().await;
    for idea in &free {
        assert_eq!(stage.votes.tallies(&[idea.id]).await.unwrap()[0].support, 40 + i64::from(idea.id == free[0].id));
    }
    assert_eq!(stage.votes.cast(&first, held[0].id, Choice::Support).await.unwrap().tally.support, 1);
    assert_eq!(stage.votes.audit().await.unwrap(), []);
}

/// On PostgreSQL. What a comment or another node's desk holds for a moment, again and again, is held by nobody for long.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idea_that_many_hold_for_a_moment_is_not_held_up() {
    let (slow, stage) = Slow::town(Kind::Postgres).await;
    let (author, first) = (stage.citizen().await, stage.citizen().await);
    let (held, busy) = (stage.idea(&author, "Held here").await, stage.idea(&author, "Busy here").await);
    let soon_free = stage.idea(&author, "Soon free").await;
    let voters: Vec<Viewer> = join_all((0..60).map(|_| stage.citizen())).await;
    let others = one_line(slow.database.url()).await.unwrap();
    let hold_of = |idea: &Idea| format!("UPDATE tally SET version = version WHERE idea_id = '{}'", idea.id.uuid());
    let hold = hold_of(&busy);
    let busy_life = async {
        loop {
            for say in ["BEGIN", &hold] {
                others.execute_unprepared(say).await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
            others.execute_unprepared("COMMIT").await.unwrap();
        }
    };
    slow.hold_of("SELECT id FROM idea WHERE title = 'Held here'").await;
    let before = one_line(slow.database.url()).await.unwrap();
    for say in ["BEGIN", &hold_of(&soon_free)] {
        before.execute_unprepared(say).await.unwrap();
    }
    let both = async |voter: &Viewer| {
        let (counted, turned_away) = tokio::join!(
            stage.votes.cast(voter, busy.id, Choice::Support),
            stage.votes.cast(voter, held.id, Choice::Support)
        );
        assert_eq!(counted.unwrap().outcome, Outcome::Counted);
        assert!(matches!(turned_away, Err(CastError::Storage(StorageError::Held))), "{turned_away:?}");
    };
    let votes = async {
        // Those who find out that one is held come together, behind somebody who waits for another.
        let (cast, ..) = tokio::join!(
            stage.votes.cast(&first, soon_free.id, Choice::Support),
            both(&voters[0]),
            both(&voters[1]),
            async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                before.execute_unprepared("ROLLBACK").await.unwrap();
            }
        );
        assert_eq!(cast.unwrap().outcome, Outcome::Counted);
        for voter in &voters[2..] {
            both(voter).await;
        }
    };
    tokio::select! {
        () = votes => {}
        () = busy_life => {}
    }
    slow.let_go().await;
    assert_eq!(stage.votes.cast(&first, held.id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
    assert_eq!(stage.votes.audit().await.unwrap(), []);
}

async fn a_ballot_that_the_database_refuses_refuses_no_neighbour(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let author = stage.citizen().await;
    let idea = stage.idea(&author, "A quieter street").await;
    let voters: Vec<Viewer> = join_all((0..12).map(|_| stage.citizen())).await;
    let refused = voters[7].person().unwrap().uuid().simple().to_string();
    let refuse: &[String] = &match kind {
        Kind::Postgres => vec![
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$"
                .to_owned(),
            format!(
                "CREATE TRIGGER refuse BEFORE INSERT ON vote FOR EACH ROW WHEN (NEW.person_id = '{refused}') \
                 EXECUTE FUNCTION refuse()"
            ),
        ],
        Kind::Sqlite => vec![format!(
            "CREATE TRIGGER refuse BEFORE INSERT ON vote WHEN NEW.person_id = x'{refused}' \
             BEGIN SELECT RAISE(ABORT, 'no'); END"
        )],
    };
    for statement in refuse {
        slow.holder.execute_unprepared(statement).await.unwrap();
    }
    slow.hold().await;
    let casts = join_all(voters.iter().map(|voter| stage.votes.cast(voter, idea.id, Choice::Support)));
    let release = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        slow.let_go().await;
    };
    let (casts, ()) = tokio::join!(casts, release);
    for (voter, cast) in casts.iter().enumerate() {
        match (voter, cast) {
            (7, Err(CastError::Storage(StorageError::Failed(_)))) => {}
            (7, other) => panic!("the refused one: {other:?}"),
            (_, Ok(receipt)) if receipt.outcome == Outcome::Counted => {}
            (_, other) => panic!("its neighbour: {other:?}"),
        }
    }
    assert_eq!(stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap().tally.support, 12);
    assert_eq!(stage.votes.audit().await.unwrap(), []);
}

on_both!(
    a_ballot_that_the_database_refuses_refuses_no_neighbour,
    a_vote_in_time_counts_however_long_it_waits,
    a_vote_is_judged_by_when_it_arrived,
    one_person_has_only_so_many_ballots_waiting,
    a_vote_is_heard_of_though_its_asker_has_gone
);
