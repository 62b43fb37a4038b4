//! What the ledger promises: a person counts once, the last choice stands, a tally equals its rows, and nothing counts
//! before the opening or after the closing.

use std::time::Duration;

use folkmoot_common::{Timestamp, Viewer};
use folkmoot_ideas::{Idea, PublishingMode, Submission, VotingRule, confidence, trend};
use folkmoot_people::{Leave, Left};
use folkmoot_storage::Store;
use folkmoot_tests::contract;
use folkmoot_votes::{CastError, Choice, Outcome, PastVote};
use futures::future::join_all;
use sea_orm::{ConnectionTrait as _, Database};

use super::stage::{Stage, nobody_known};

/// Asserts that every tally equals its rows.
async fn nothing_is_off(stage: &Stage) {
    assert_eq!(stage.votes.audit().await.expect("the audit runs"), [], "a tally differs from its rows");
}

async fn cast(stage: &Stage, voter: &Viewer, idea: &Idea, choice: Choice) -> Outcome {
    stage.votes.cast(voter, idea.id, choice).await.expect("an answer").outcome
}

contract! {
    async fn a_vote_counts_changes_and_is_taken_back(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, "More bike racks").await;

        let first = stage.votes.cast(&voter, idea.id, Choice::Support).await.unwrap();
        assert_eq!((first.outcome, first.tally.support, first.tally.oppose), (Outcome::Counted, 1, 0));
        let again = stage.votes.cast(&voter, idea.id, Choice::Support).await.unwrap();
        assert_eq!((again.outcome, again.tally), (Outcome::AlreadyCounted, first.tally));
        let changed = stage.votes.cast(&voter, idea.id, Choice::Oppose).await.unwrap();
        assert_eq!((changed.outcome, changed.tally.support, changed.tally.oppose), (Outcome::Counted, 0, 1));
        assert!(changed.tally.version > first.tally.version);
        assert_eq!(stage.votes.own(&voter, &[idea.id]).await.unwrap().get(&idea.id), Some(&Choice::Oppose));
        let back = stage.votes.retract(&voter, idea.id).await.unwrap();
        assert_eq!((back.outcome, back.tally.support, back.tally.oppose), (Outcome::Retracted, 0, 0));
        let nothing = stage.votes.retract(&voter, idea.id).await.unwrap();
        assert_eq!((nothing.outcome, nothing.tally), (Outcome::NothingToRetract, back.tally));
        assert!(stage.votes.own(&voter, &[idea.id]).await.unwrap().is_empty());
        nothing_is_off(&stage).await;
    }

    async fn sixteen_parallel_votes_of_one_person_count_once(store: Store) {
        // Two stages are two nodes: each has its own desk, so the ballots race in the database.
        let (one, other) = (Stage::over(&store), Stage::over(&store));
        let (author, voter) = (one.citizen().await, one.citizen().await);
        let idea = one.idea(&author, "Benches in the park").await;

        let choices = [Choice::Support, Choice::Oppose].into_iter().cycle().take(16);
        let votes = choices.enumerate().map(|(i, choice)| cast(if i / 2 % 2 == 0 { &one } else { &other }, &voter, &idea, choice));
        join_all(votes).await;

        let tally = one.votes.tallies(&[idea.id]).await.unwrap()[0];
        assert_eq!(tally.support + tally.oppose, 1);
        nothing_is_off(&one).await;
    }

    async fn many_voters_on_many_ideas_from_two_nodes_are_all_counted(store: Store) {
        let (one, other) = (Stage::over(&store), Stage::over(&store));
        let author = one.citizen().await;
        let mut ideas = Vec::new();
        for i in 0..5 {
            ideas.push(one.idea(&author, &format!("Idea number {i}")).await);
        }
        let mut voters = Vec::new();
        for _ in 0..40 {
            voters.push(one.citizen().await);
        }
        let casts = voters.iter().enumerate().flat_map(|(v, voter)| {
            let (one, other) = (&one, &other);
            ideas.iter().enumerate().map(move |(i, idea)| {
                let node = if (v + i) % 2 == 0 { one } else { other };
                cast(node, voter, idea, Choice::Support)
            })
        });
        assert!(join_all(casts).await.into_iter().all(|outcome| outcome == Outcome::Counted));
        for tally in one.votes.tallies(&ideas.iter().map(|idea| idea.id).collect::<Vec<_>>()).await.unwrap() {
            assert_eq!(tally.support, 40);
        }
        nothing_is_off(&one).await;
    }

    async fn nobody_votes_before_the_opening(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter, early) = (stage.citizen().await, stage.citizen().await, stage.citizen().await);
        let opens_at = stage.sources.now().plus(Duration::from_secs(2));
        let kind = (VotingRule::SupportAndOppose, PublishingMode::StraightAway);
        let campaign = stage.campaign_from(opens_at, "soon", kind, None).await;
        // Nobody can post there yet; an import brings what was posted elsewhere.
        let idea = stage.past_idea(&author, &campaign, "Plant a tree").await;

        for choice in [Choice::Support, Choice::Oppose] {
            assert_eq!(cast(&stage, &early, &idea, choice).await, Outcome::VotingNotOpen);
        }
        let nothing = stage.votes.retract(&early, idea.id).await.unwrap();
        assert_eq!((nothing.outcome, nothing.tally.support, nothing.tally.oppose), (Outcome::VotingNotOpen, 0, 0));
        assert!(stage.votes.own(&early, &[idea.id]).await.unwrap().is_empty());
        tokio::time::sleep(Duration::from_millis(2200)).await;
        assert_eq!(cast(&stage, &voter, &idea, Choice::Support).await, Outcome::Counted);
        nothing_is_off(&stage).await;
    }

    async fn nobody_votes_after_the_closing_or_against_the_rule(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        stage.campaign("quick", VotingRule::SupportOnly, PublishingMode::StraightAway, Some(Duration::from_millis(1500))).await;
        let Submission::Published(idea) = stage.submit(&author, "quick", "Plant a tree").await else { panic!("not public") };

        assert_eq!(cast(&stage, &voter, &idea, Choice::Oppose).await, Outcome::SupportOnly);
        assert_eq!(cast(&stage, &voter, &idea, Choice::Support).await, Outcome::Counted);
        tokio::time::sleep(Duration::from_millis(1700)).await;
        assert_eq!(cast(&stage, &author, &idea, Choice::Support).await, Outcome::VotingClosed);
        let late = stage.votes.retract(&voter, idea.id).await.unwrap();
        assert_eq!((late.outcome, late.tally.support), (Outcome::VotingClosed, 1));
        assert!(matches!(stage.submit(&author, "quick", "Too late for this").await, Submission::CampaignClosed));
        nothing_is_off(&stage).await;
    }

    async fn what_is_waiting_takes_no_votes_and_strangers_get_no_say(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let Submission::Waiting(waiting, _by) = stage.submit(&author, "checked", "Paint it blue").await else { panic!("public") };

        for viewer in [&author, &voter] {
            let refused = stage.votes.cast(viewer, waiting.id, Choice::Support).await;
            assert!(matches!(refused, Err(CastError::NoSuchIdea)), "{refused:?}");
        }
        assert!(matches!(stage.votes.cast(&Viewer::Nobody, waiting.id, Choice::Support).await, Err(CastError::SignedOut)));
        assert!(stage.votes.tallies(&[waiting.id]).await.unwrap().is_empty());
    }

    async fn one_bad_ballot_fails_alone(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, "A quieter street").await;
        // Somebody in no table has left; handed in together, they share a commit with the good one.
        let stranger = nobody_known();
        let (bad, good) = tokio::join!(
            stage.votes.cast(&stranger, idea.id, Choice::Support),
            stage.votes.cast(&voter, idea.id, Choice::Support),
        );
        assert!(matches!(bad, Err(CastError::SignedOut)), "{bad:?}");
        assert_eq!(good.unwrap().outcome, Outcome::Counted);
        nothing_is_off(&stage).await;
    }

    async fn choices_of_the_past_are_taken_in_order_and_only_once(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, "Lanterns in winter").await;
        let at = |micros, choice| PastVote { idea: idea.id, person: voter.person().unwrap(), choice, at: Timestamp::from_micros(micros) };
        let past = [at(1, Some(Choice::Support)), at(2, None), at(3, Some(Choice::Oppose)), at(4, Some(Choice::Support))];

        assert_eq!(stage.votes.take(&past[..2]).await.unwrap(), 2);
        assert_eq!(stage.votes.take(&past).await.unwrap(), 2, "the first two were taken already");
        let tally = stage.votes.tallies(&[idea.id]).await.unwrap()[0];
        assert_eq!((tally.support, tally.oppose), (1, 0));
        assert_eq!(stage.votes.take(&past).await.unwrap(), 0);
        assert_eq!(stage.votes.tallies(&[idea.id]).await.unwrap()[0], tally, "nothing moved, not even the version");
        nothing_is_off(&stage).await;
    }

    async fn whoever_leaves_counts_on_no_open_question(store: Store) {
        let (one, other) = (Stage::over(&store), Stage::over(&store));
        let (author, voter) = (one.citizen().await, one.citizen().await);
        let kind = (VotingRule::SupportOnly, PublishingMode::StraightAway, Some(Duration::from_millis(1500)));
        one.campaign("brief", kind.0, kind.1, kind.2).await;
        let Submission::Published(over) = one.submit(&author, "brief", "A result").await else { panic!("not public") };
        cast(&one, &voter, &over, Choice::Support).await;
        let mut ideas = Vec::new();
        for i in 0..20 {
            ideas.push(one.idea(&author, &format!("Idea number {i}")).await);
        }
        for idea in &ideas[..5] {
            cast(&one, &voter, idea, Choice::Oppose).await;
        }
        tokio::time::sleep(Duration::from_millis(1700)).await;

        // The other votes are on their way while the account goes.
        let racing = join_all(ideas[5..].iter().map(|idea| async { other.votes.cast(&voter, idea.id, Choice::Support).await }));
        let (left, _cast) = futures::join!(one.people.leave(&voter, Leave::Words), racing);
        assert!(matches!(left.unwrap(), Left::Gone(_)));

        let ids: Vec<_> = ideas.iter().map(|idea| idea.id).collect();
        for tally in one.votes.tallies(&ids).await.unwrap() {
            assert_eq!((tally.support, tally.oppose), (0, 0), "somebody who is gone still counts");
        }
        assert_eq!(one.votes.tallies(&[over.id]).await.unwrap()[0].support, 1, "what has closed stays as it was");
        nothing_is_off(&one).await;
    }
}

/// The formulas are published in Rust and computed in SQL: they must agree, to a unit in the ninth digit.
#[tokio::test]
async fn the_database_ranks_by_the_published_formulas() {
    use folkmoot_tests::database::{Kind, OwnDatabase};
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let database = OwnDatabase::migrated(kind).await;
        let store = Store::open(database.url(), 4).await.unwrap();
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let mut expected = Vec::new();
        for (support, oppose) in [(0, 0), (1, 0), (0, 1), (3, 0), (2, 3), (12, 5)] {
            let idea = stage.idea(&author, &format!("{support} for and {oppose} against")).await;
            for i in 0..support + oppose {
                let choice = if i < support { Choice::Support } else { Choice::Oppose };
                cast(&stage, &stage.citizen().await, &idea, choice).await;
            }
            expected.push((confidence(support, oppose), trend(idea.created_at, support, oppose)));
        }
        let raw = Database::connect(database.url()).await.unwrap();
        let rows = raw
            .query_all_raw(sea_orm::Statement::from_string(
                raw.get_database_backend(),
                "SELECT confidence, trend FROM tally ORDER BY idea_id",
            ))
            .await
            .unwrap();
        assert_eq!(rows.len(), expected.len());
        for (row, (confidence, trend)) in rows.iter().zip(expected) {
            let (c, t): (i64, i64) = (row.try_get("", "confidence").unwrap(), row.try_get("", "trend").unwrap());
            assert!(
                (c - confidence).abs() <= 1 && (t - trend).abs() <= 1,
                "{kind:?}: {c} {t} are not {confidence} {trend}"
            );
        }
    }
}
