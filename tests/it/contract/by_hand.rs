//! Rows as somebody else leaves them: a vote that is held or void, or was carried before that was counted, an idea without its
//! tally, HTML of an older policy. No act of this program writes them yet, so each story does it itself.

use folkmoot_comments::CommentText;
use folkmoot_common::Viewer;
use folkmoot_ideas::Idea;
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase, one_line};
use folkmoot_votes::{Choice, Counts, Difference, Outcome};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};

use super::migrated_again_from;
use super::stage::Stage;

struct Town {
    stage: Stage,
    rows: DatabaseConnection,
    database: OwnDatabase,
}

impl Town {
    async fn on(kind: Kind) -> Self {
        let database = OwnDatabase::migrated(kind).await;
        let stage = Stage::over(&Store::open(database.url(), 4).await.unwrap());
        Self { stage, rows: one_line(database.url()).await.unwrap(), database }
    }

    /// Changes exactly one row.
    async fn write(&self, sql: &str) {
        assert_eq!(self.rows.execute_unprepared(sql).await.unwrap().rows_affected(), 1, "{sql}");
    }

    /// What a question with one column of text, `line`, finds.
    async fn lines(&self, sql: &str) -> Vec<String> {
        let asked = Statement::from_string(self.rows.get_database_backend(), sql);
        let rows = self.rows.query_all_raw(asked).await.unwrap();
        rows.iter().map(|row| row.try_get("", "line").unwrap()).collect()
    }

    /// So many came along to this idea, and every count is right.
    async fn came(&self, idea: &Idea, people: i64) {
        let found = self.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().unwrap();
        assert_eq!((found.carried, self.stage.votes.audit().await.unwrap()), (people, vec![]));
    }

    async fn counts(&self, idea: &Idea) -> (i64, i64) {
        let tally = self.stage.votes.tallies(&[idea.id]).await.unwrap()[0];
        (tally.support, tally.oppose)
    }
}

/// An idea's rows in another table.
fn of(idea: &Idea) -> String {
    format!("idea_id = (SELECT id FROM idea WHERE number = {})", idea.number)
}

async fn a_vote_that_is_held_or_void_moves_no_tally(kind: Kind) {
    let town = Town::on(kind).await;
    for state in ["held", "void"] {
        let stage = &town.stage;
        let (author, doubtful, other) = (stage.citizen().await, stage.citizen().await, stage.citizen().await);
        let idea = stage.idea(&author, &format!("A bench whose vote is {state}")).await;
        for (voter, choice) in [(&doubtful, Choice::Support), (&other, Choice::Oppose)] {
            assert_eq!(stage.votes.cast(voter, idea.id, choice).await.unwrap().outcome, Outcome::Counted);
        }
        town.set_apart(&idea, state).await;
        changes_its_mind_and_moves_nothing(&town, &idea, &doubtful, (0, 1)).await;
        assert_eq!(stage.votes.retract(&other, idea.id).await.unwrap().outcome, Outcome::Retracted);
        assert_eq!(town.counts(&idea).await, (0, 0), "another's vote still counts for itself");
        assert_eq!(stage.votes.audit().await.unwrap(), []);
        town.has_noted_it(&idea, state).await;
    }
}

/// However they vote, the tally stays as it stands.
async fn changes_its_mind_and_moves_nothing(town: &Town, idea: &Idea, doubtful: &Viewer, stands: (i64, i64)) {
    let votes = &town.stage.votes;
    for choice in [Choice::Oppose, Choice::Support] {
        let receipt = votes.cast(doubtful, idea.id, choice).await.unwrap();
        // They are told nothing that would help them to try another way.
        assert_eq!((receipt.outcome, (receipt.tally.support, receipt.tally.oppose)), (Outcome::Counted, stands));
        assert_eq!(town.counts(idea).await, stands, "{choice:?} moved the tally");
        assert_eq!(votes.own(doubtful, &[idea.id]).await.unwrap()[&idea.id], choice);
    }
    let receipt = votes.retract(doubtful, idea.id).await.unwrap();
    assert_eq!((receipt.outcome, town.counts(idea).await), (Outcome::Retracted, stands));
}

impl Town {
    /// What an act against fraud will do to the one vote in support.
    async fn set_apart(&self, idea: &Idea, state: &str) {
        let of = of(idea);
        self.write(&format!("UPDATE vote SET state = '{state}' WHERE choice = 1 AND {of}")).await;
        let loss = "support = support - 1, votes = votes - 1, version = version + 1";
        self.write(&format!("UPDATE tally SET {loss} WHERE {of}")).await;
        assert_eq!(self.stage.votes.audit().await.unwrap(), []);
    }

    /// The history has a line for each change, in their order, each with the state of its vote.
    async fn has_noted_it(&self, idea: &Idea, state: &str) {
        let of = of(idea);
        let line = "CAST(choice AS TEXT) || ' after ' || CAST(previous AS TEXT) || ', ' || state AS line";
        let noted = self.lines(&format!("SELECT {line} FROM vote_event WHERE {of} ORDER BY id")).await;
        let theirs = |choice: i8, before: i8| format!("{choice} after {before}, {state}");
        let right = [
            "1 after 0, counted".to_owned(),
            "-1 after 0, counted".to_owned(),
            theirs(-1, 1),
            theirs(1, -1),
            theirs(0, 1),
            "0 after -1, counted".to_owned(),
        ];
        assert_eq!(noted, right);
        let times =
            self.lines(&format!("SELECT CAST(at AS TEXT) AS line FROM vote_event WHERE {of} ORDER BY id")).await;
        assert!(times.is_sorted(), "the history goes back in time: {times:?}");
    }
}

async fn an_idea_without_its_tally_is_a_difference(kind: Kind) {
    let town = Town::on(kind).await;
    let stage = &town.stage;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let (voted, quiet, whole) = (
        stage.idea(&author, "One with a vote").await,
        stage.idea(&author, "One without any").await,
        stage.idea(&author, "One that is whole").await,
    );
    for idea in [&voted, &whole] {
        assert_eq!(stage.votes.cast(&voter, idea.id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
    }
    assert_eq!(stage.votes.audit().await.unwrap(), []);
    for idea in [&voted, &quiet] {
        town.write(&format!("DELETE FROM tally WHERE {}", of(idea))).await;
    }
    let lost = |idea: &Idea, rows| Difference { idea: idea.id, number: idea.number, tally: None, rows };
    assert_eq!(
        stage.votes.audit().await.unwrap(),
        [lost(&voted, Counts { support: 1, ..Counts::default() }), lost(&quiet, Counts::default())]
    );
}

/// An idea whose one supporter came with another.
async fn one_that_somebody_came_to(town: &Town) -> (Viewer, Idea) {
    let author = town.stage.citizen().await;
    let idea = town.stage.idea(&author, "A bench").await;
    let other = town.stage.idea(&author, "A second bench").await;
    assert_eq!(town.stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
    let from = format!("(SELECT id FROM idea WHERE number = {})", other.number);
    town.write(&format!("UPDATE vote SET carried_from = {from} WHERE {}", of(&idea))).await;
    town.came(&idea, 1).await;
    (author, idea)
}

/// The database keeps who came along in step with the votes, whatever becomes of them.
async fn who_came_along_is_counted_with_the_votes(kind: Kind) {
    let town = Town::on(kind).await;
    let (author, idea) = one_that_somebody_came_to(&town).await;
    // Set apart and let count again: the tally is for whoever does that, how many came along is not.
    town.write(&format!("UPDATE vote SET state = 'held' WHERE {}", of(&idea))).await;
    let tally = Counts { support: 1, ..Counts::default() };
    assert_eq!(town.stage.votes.audit().await.unwrap(), [off(&idea, tally, Counts::default())]);
    town.write(&format!("UPDATE vote SET state = 'counted' WHERE {}", of(&idea))).await;
    town.came(&idea, 1).await;
    // The same choice again, and it is their own.
    assert_eq!(town.stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
    town.came(&idea, 0).await;
}

/// What came along before it was counted is counted; and a line that is lost is found.
async fn who_came_along_before_is_counted_too(kind: Kind) {
    let town = Town::on(kind).await;
    let (_author, idea) = one_that_somebody_came_to(&town).await;
    migrated_again_from(town.database.url(), "000035_carried").await;
    town.came(&idea, 1).await;
    town.write("DELETE FROM carried").await;
    let tally = Counts { support: 1, ..Counts::default() };
    assert_eq!(town.stage.votes.audit().await.unwrap(), [off(&idea, tally, Counts { carried: 1, ..tally })]);
}

const fn off(idea: &Idea, tally: Counts, rows: Counts) -> Difference {
    Difference { idea: idea.id, number: idea.number, tally: Some(tally), rows }
}

async fn html_of_an_older_policy_is_made_anew(kind: Kind) {
    let town = Town::on(kind).await;
    let stage = &town.stage;
    let author = stage.citizen().await;
    let idea = stage.idea(&author, "A bench").await;
    let text = CommentText::parse("So *true*.", None).unwrap();
    let comment = stage.comments.post(&author, idea.id, None, text).await.unwrap();
    let read = async || {
        let idea = stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().unwrap();
        let comment = stage.comments.find(&Viewer::Nobody, comment.id).await.unwrap().unwrap();
        (idea.html().as_str().to_owned(), comment.words.unwrap().html.as_str().to_owned())
    };
    let right = ("<p>Because it would help.</p>\n".to_owned(), "<p>So <em>true</em>.</p>\n".to_owned());
    assert_eq!(read().await, right);

    let (an_idea, a_comment) = (format!("number = {}", idea.number), of(&idea));
    for (table, which) in [("idea", &an_idea), ("comment", &a_comment)] {
        town.write(&format!("UPDATE {table} SET html = '<p>as it was</p>' WHERE {which}")).await;
    }
    let stored = "<p>as it was</p>".to_owned();
    assert_eq!(read().await, (stored.clone(), stored), "what this policy made is not made again at every reading");
    for (table, which) in [("idea", &an_idea), ("comment", &a_comment)] {
        town.write(&format!("UPDATE {table} SET html_policy = html_policy - 1 WHERE {which}")).await;
    }
    assert_eq!(read().await, right);
}

on_both!(
    a_vote_that_is_held_or_void_moves_no_tally,
    an_idea_without_its_tally_is_a_difference,
    who_came_along_is_counted_with_the_votes,
    who_came_along_before_is_counted_too,
    html_of_an_older_policy_is_made_anew
);
