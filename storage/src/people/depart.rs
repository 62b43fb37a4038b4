//! Closing an account, in one transaction: what somebody said, what is counted of it, then everything that names or
//! reaches them. Votes on questions that are still open are taken back, or the same address could come back and count twice.
//!
//! Refused: to leave a site without anybody who runs it.
//!
//! On PostgreSQL the rows are locked in one order: the admins' roles where one of them leaves, comments, ideas, the
//! moderators' items, milestones by id, tallies by id, the person last. Counting a vote holds its tally while it looks at its person, so whoever
//! holds a person must not want a tally: a vote that came in between is found when the person is held, or that they were made
//! an admin, and then everything begins again.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use folkmoot_common::{Id, IdeaId, Role, StorageError, Tally};
use folkmoot_ideas::{IdeaStatus, Mover};
use folkmoot_people::{Departure, Leave, Left};
use sea_orm::prelude::Uuid;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DatabaseTransaction, DbBackend, EntityTrait as _, QueryFilter as _,
    QuerySelect as _, Statement, Value,
};

use super::persons::roles_of;
use super::roles::hold_admins;
use crate::Store;
use crate::entity::person;
use crate::error::sealed;
use crate::moderation::say_farewell;
use crate::sql::{confidence, one, statement, trend};
use crate::telling::tell_taken_back;
use crate::votes::{open_votes, take_back};

/// Tables in which nothing of them stays.
const FORGOTTEN: [&str; 11] = [
    "session",
    "access_token",
    "draft",
    "person_role",
    "follow",
    "notice_pace",
    "digest_entry",
    "department_officer",
    "staff_mention",
    "staff_watch",
    "milestone_word",
];

/// How often a person to whom something happens meanwhile is tried anew.
const ATTEMPTS: usize = 5;

/// How an idea's tally moves.
#[derive(Default)]
struct Move {
    /// Comments that went.
    comments: i64,
    /// Whether the idea itself is taken back.
    withdrawn: bool,
    /// Whether their own vote on it is taken back.
    vote: bool,
}

/// How one attempt ended.
enum Attempt {
    /// It came to this.
    Ended(Left),
    /// They voted meanwhile, or were made an admin.
    Again,
}

static MOVE: LazyLock<String> = LazyLock::new(|| {
    let (support, oppose) = ("(support + $4)", "(oppose + $5)");
    let (confidence, trend) = (confidence(support, oppose), trend("born_at", support, oppose));
    format!(
        "UPDATE tally SET comments = comments - $2, version = version + 1, \
         support = {support}, oppose = {oppose}, votes = {support} + {oppose}, confidence = {confidence}, trend = {trend}, \
         listed = (listed AND NOT $3), votable = (votable AND NOT $3), \
         status = CASE WHEN $3 THEN 'withdrawn' ELSE status END \
         WHERE idea_id = $1 RETURNING support, oppose, comments, version, listed"
    )
});

/// The work in hand.
struct Leaving<'a> {
    store: &'a Store,
    tx: &'a DatabaseTransaction,
    departure: Departure,
    moves: BTreeMap<Uuid, Move>,
}

pub(super) async fn depart(store: &Store, departure: Departure) -> Result<Left, StorageError> {
    for _ in 0..ATTEMPTS {
        match attempt(store, departure.clone()).await? {
            Attempt::Ended(left) => return Ok(left),
            Attempt::Again => {}
        }
    }
    Err(StorageError::Busy)
}

async fn attempt(store: &Store, departure: Departure) -> Result<Attempt, StorageError> {
    let tx = store.begin().await?;
    let person = departure.person.uuid();
    // Whoever runs the site first, as where roles are changed: of two who leave at once the second stays. Nobody else has to
    // wait for an admin.
    let is_admin = roles_of(&tx, person).await?.has(Role::Admin);
    if is_admin && hold_admins(&tx).await? == [person] {
        return Ok(Attempt::Ended(Left::LastAdmin));
    }
    let found: Option<Option<String>> = person::Entity::find_by_id(person)
        .select_only()
        .column(person::Column::Email)
        .filter(person::Column::DeletedAt.is_null())
        .into_tuple()
        .one(&tx)
        .await
        .map_err(sealed)?;
    let Some(email) = found else { return Ok(Attempt::Ended(Left::Nobody)) };

    let mut leaving = Leaving { store, tx: &tx, departure, moves: BTreeMap::new() };
    leaving.empty_comments().await?;
    leaving.withdraw_ideas().await?;
    leaving.clear_desk().await?;
    leaving.hold_milestones().await?;
    leaving.find_votes().await?;
    let moved = leaving.move_tallies().await?;
    if leaving.voted_meanwhile().await? || (!is_admin && roles_of(&tx, person).await?.has(Role::Admin)) {
        return Ok(Attempt::Again);
    }
    leaving.erase(email.as_deref()).await?;
    if !leaving.close().await? {
        return Ok(Attempt::Ended(Left::Nobody));
    }
    tx.commit().await.map_err(sealed)?;
    Ok(Attempt::Ended(Left::Gone(moved)))
}

impl Leaving<'_> {
    fn say(&self, text: &str, values: impl IntoIterator<Item = Value>) -> Statement {
        statement(self.store.backend(), text, values)
    }

    async fn run(&self, text: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, StorageError> {
        Ok(self.tx.execute_raw(self.say(text, values)).await.map_err(sealed)?.rows_affected())
    }

    /// The ids in the first column of what a statement gives back.
    async fn ids(&self, text: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Uuid>, StorageError> {
        let rows = self.tx.query_all_raw(self.say(text, values)).await.map_err(sealed)?;
        rows.iter().map(|row| row.try_get_by_index(0).map_err(sealed)).collect()
    }

    fn who(&self) -> Value {
        self.departure.person.uuid().into()
    }

    /// As their author deletes them one by one; held ones too. What a moderator hid stays for moderators.
    async fn empty_comments(&mut self) -> Result<(), StorageError> {
        if self.departure.leave == Leave::Words {
            return Ok(());
        }
        const EMPTY: &str = "UPDATE comment SET was_public = (was_public OR state = 'published'), state = 'deleted', \
             body = '', html = NULL, html_policy = NULL, stance = 'neutral' WHERE author_id = $1 AND state = $2 \
             RETURNING idea_id";
        for idea in self.ids(EMPTY, [self.who(), "published".into()]).await? {
            self.moves.entry(idea).or_default().comments += 1;
        }
        let _held = self.ids(EMPTY, [self.who(), "held".into()]).await?;
        let forget = "DELETE FROM comment_revision WHERE comment_id IN \
             (SELECT id FROM comment WHERE author_id = $1 AND state = 'deleted')";
        self.run(forget, [self.who()]).await?;
        Ok(())
    }

    /// What still waits for a moderator is taken back in any case: nobody is left to be told what became of it.
    async fn withdraw_ideas(&mut self) -> Result<(), StorageError> {
        let goes = |status: IdeaStatus| {
            let own = status.may_move(IdeaStatus::Withdrawn, Mover::Author);
            own && (self.departure.leave == Leave::Nothing || status == IdeaStatus::Submitted)
        };
        let statuses: Vec<IdeaStatus> = IdeaStatus::ALL.into_iter().filter(|status| goes(*status)).collect();
        for status in statuses {
            let withdraw = "UPDATE idea SET status = 'withdrawn', withdrawn_because = NULL \
                 WHERE author_id = $1 AND status = $2 RETURNING id";
            let from = status.as_str().to_lowercase();
            for idea in self.ids(withdraw, [self.who(), from.into()]).await? {
                self.moves.entry(idea).or_default().withdrawn = true;
                if status.is_public() {
                    let Departure { taken_back, at, .. } = &self.departure;
                    tell_taken_back(self.tx, IdeaId::from_uuid(idea), taken_back, *at).await?;
                }
            }
        }
        Ok(())
    }

    /// What moderators have of them: whatever waits about something that is gone now, or about their name, is closed; what
    /// was kept of their words elsewhere goes; and what they themselves had in hand is free. The record names an id.
    async fn clear_desk(&self) -> Result<(), StorageError> {
        const GONE: &str = "(SELECT id FROM comment WHERE author_id = $1 AND state = 'deleted' \
             UNION SELECT id FROM idea WHERE author_id = $1 AND status = 'withdrawn' \
             UNION SELECT comment.id FROM comment JOIN idea ON idea.id = comment.idea_id \
             WHERE idea.author_id = $1 AND idea.status = 'withdrawn' UNION SELECT id FROM person WHERE id = $1)";
        let open = format!("SELECT queue_item.id FROM queue_item WHERE subject_id IN {GONE} AND closed_at IS NULL");
        let farewells = (self.departure.farewells.as_slice(), self.departure.at);
        say_farewell(self.tx, &open, &[self.who()], farewells).await?;
        let close = format!(
            "UPDATE queue_item SET closed_at = {{now}}, changed_at = {{now}}, locked_by = NULL, locked_until = NULL \
             WHERE subject_id IN {GONE} AND closed_at IS NULL"
        );
        self.run(&close, [self.who()]).await?;
        const EDITS: &str = "UPDATE queue_item SET closed_at = {now}, changed_at = {now}, locked_by = NULL, \
             locked_until = NULL WHERE author_id = $1 AND kind = 'edit' AND closed_at IS NULL";
        self.run(EDITS, [self.who()]).await?;
        for forget in [
            "DELETE FROM pending_edit WHERE subject_id IN (SELECT id FROM idea WHERE author_id = $1 \
             UNION SELECT id FROM comment WHERE author_id = $1)",
            "DELETE FROM redaction WHERE decision_id IN (SELECT id FROM decision WHERE author_id = $1)",
            "UPDATE queue_item SET hunches = '[]' WHERE author_id = $1 AND closed_at IS NOT NULL",
            "UPDATE appeal SET words = '' WHERE person_id = $1",
            "UPDATE appeal SET words = '' WHERE report_id IN (SELECT id FROM report WHERE reporter_id = $1)",
            "UPDATE queue_item SET locked_by = NULL, locked_until = NULL, changed_at = {now} WHERE locked_by = $1",
            "DELETE FROM text_print WHERE author_id = $1",
            "DELETE FROM saved_view WHERE person_id = $1",
        ] {
            self.run(forget, [self.who()]).await?;
        }
        Ok(())
    }

    /// Holds those of which they said something: it is counted there, and goes with them.
    async fn hold_milestones(&self) -> Result<(), StorageError> {
        const HOLD: &str = "SELECT id FROM milestone WHERE id IN \
             (SELECT milestone_id FROM milestone_word WHERE person_id = $1) ORDER BY id FOR NO KEY UPDATE";
        if self.store.backend() == DbBackend::Postgres {
            let _held = self.ids(HOLD, [self.who()]).await?;
        }
        Ok(())
    }

    async fn find_votes(&mut self) -> Result<(), StorageError> {
        for idea in open_votes(self.tx, self.departure.person.uuid()).await? {
            self.moves.entry(idea).or_default().vote = true;
        }
        Ok(())
    }

    /// Holds the person, for whom no vote or role can be written from here on. Whether a vote was, after we looked.
    async fn voted_meanwhile(&self) -> Result<bool, StorageError> {
        let hold = match self.store.backend() {
            DbBackend::Postgres => "SELECT id FROM person WHERE id = $1 FOR UPDATE",
            _ => "SELECT id FROM person WHERE id = $1",
        };
        one(self.tx, hold, [self.who()]).await?;
        Ok(!open_votes(self.tx, self.departure.person.uuid()).await?.is_empty())
    }

    /// Gives the tallies that listeners should hear of.
    async fn move_tallies(&self) -> Result<Vec<Tally>, StorageError> {
        let mut moved = Vec::new();
        for (idea, how) in &self.moves {
            let (mut support, mut oppose) = (0, 0);
            if how.vote {
                // The tally before its votes, as everywhere.
                self.run("UPDATE tally SET version = version WHERE idea_id = $1", [(*idea).into()]).await?;
                (support, oppose) = take_back(self.tx, *idea, self.departure.person.uuid()).await?;
            }
            let values = [(*idea).into(), how.comments.into(), how.withdrawn.into(), support.into(), oppose.into()];
            let row = one(self.tx, &MOVE, values).await?;
            let row = row.ok_or_else(|| StorageError::corrupt("an idea has no tally"))?;
            let count = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
            let listed: bool = row.try_get("", "listed").map_err(sealed)?;
            let (support, oppose) = (count("support")?, count("oppose")?);
            let (comments, version) = (count("comments")?, count("version")?);
            if listed {
                moved.push(Tally { idea: IdeaId::from_uuid(*idea), support, oppose, comments, version });
            }
        }
        Ok(moved)
    }

    /// Everything that reaches them, and everything that holds their address.
    async fn erase(&self, email: Option<&str>) -> Result<(), StorageError> {
        for table in FORGOTTEN {
            self.run(&format!("DELETE FROM {table} WHERE person_id = $1"), [self.who()]).await?;
        }
        // What an officer had taken on goes back to the department, and what they had open is free.
        self.run("UPDATE assignment SET officer_id = NULL WHERE officer_id = $1", [self.who()]).await?;
        const FREE: &str = "UPDATE reply_draft SET locked_by = NULL, locked_until = NULL WHERE locked_by = $1";
        self.run(FREE, [self.who()]).await?;
        self.run("DELETE FROM retry WHERE sender = $1", [self.who()]).await?;
        // Reports stay with whom they are about, without whom they came from.
        const REPORTS: &str = "UPDATE report SET reporter_id = NULL, reporter_name = NULL, network = NULL, answer_to = NULL \
             WHERE reporter_id = $1";
        self.run(REPORTS, [self.who()]).await?;
        let Some(email) = email else { return Ok(()) };
        self.run("UPDATE report SET answer_to = NULL WHERE answer_to = $1", [email.into()]).await?;
        self.run("DELETE FROM sign_in WHERE email = $1", [email.into()]).await?;
        // A letter is kept as JSON that begins with whom it is to.
        let quoted = serde_json::to_string(email).map_err(|why| StorageError::Failed(why.into()))?;
        let begins = format!("{{\"to\":{quoted},");
        let letters = "DELETE FROM outbox WHERE substr(mail, 1, length(CAST($1 AS TEXT))) = CAST($1 AS TEXT)";
        self.run(letters, [begins.into()]).await?;
        Ok(())
    }

    /// What is left is an id. `false` when somebody was faster: the same person, in another tab.
    async fn close(&self) -> Result<bool, StorageError> {
        let close = "UPDATE person SET email = NULL, name = NULL, language = NULL, trusted_at = NULL, suspended_until = NULL, \
             deleted_at = $2 \
             WHERE id = $1 AND deleted_at IS NULL";
        Ok(self.run(close, [self.who(), self.departure.at.micros().into()]).await? == 1)
    }
}
