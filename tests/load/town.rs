//! A place to measure in: people, ideas, votes, comments and tallies, written straight into the tables. A town has 1,000
//! ideas, a city 10,000, and a country 100,000 with 5 million votes and half a million comments (`stage.rs` has the
//! sizes). Tallies are summed up from the rows, so that the program's own audit finds nothing.
//!
//! Only the history of votes is left out: no page reads it, and it would double the time.

mod skew;

use folkmoot_moderation::rules::REPEAT_WINDOW;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend};

use self::skew::Skew;
use crate::failure::Measured;

/// People who wrote and voted before the measuring begins: more than vote on any one idea.
pub(crate) const PEOPLE: u32 = 30_000;
/// Votes for each idea, if they were shared out evenly; number 1 has just so many.
pub(crate) const VOTES: u32 = 50;
/// Comments for each idea, likewise.
pub(crate) const COMMENTS: u32 = 5;
/// Comments under idea number 1, whatever the others have.
const LONG_THREAD: u32 = 50;
/// The first comments of a thread answer the idea; after them, every second answers the one before.
const OPENING: u32 = 3;
/// More than any thread has, so that each comment has a number of its own.
const THREAD: u32 = 4_096;
/// The address of person number 1, so that somebody with a past can be given a token.
pub(crate) const RESIDENT: &str = "resident@example.org";
/// Ideas, from number 2 on, that they voted on at every size, beside what the law gives them: more than a page shows.
const THEIRS: u32 = 40;
/// A word that one idea says, at every size; no other has one that begins like it. It is looked for (`rows/reads.rs`).
const RARE: &str = "zebra";
/// Which.
const SAYS_IT: u32 = 117;
/// Ninety days, over which the ideas are spread.
const SPREAD_MILLIS: i64 = 90 * 86_400_000;

/// A database under construction.
pub(crate) struct Town {
    db: DatabaseConnection,
    names: Names,
}

impl Town {
    /// Begins in a database that has the schema and nothing else. `now` is in milliseconds; the town will have so many
    /// ideas.
    pub(crate) async fn found(url: &str, now: i64, ideas: u32) -> Measured<Self> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await?;
        let names = Names::new(db.get_database_backend(), now, ideas);
        let town = Self { db, names };
        if town.names.backend == DbBackend::Postgres {
            // What follows is consistent by construction; asking the foreign keys five million times takes minutes.
            town.run("SET session_replication_role = replica; SET synchronous_commit = off").await?;
        } else {
            town.run("PRAGMA synchronous = OFF").await?;
        }
        town.run(&town.names.people()).await?;
        town.run(&town.names.campaigns()).await?;
        Ok(town)
    }

    /// Ideas number `from` up to `to`, with their votes and comments, and without tallies as yet.
    pub(crate) async fn build(&self, from: u32, to: u32) -> Measured<()> {
        self.run(&self.names.written_ideas(from, to)).await?;
        self.run(&self.names.votes(from, to)).await?;
        self.run(&self.names.own_votes(from, to)).await?;
        self.run(&self.names.comments(from, to)).await
    }

    /// Ideas up to this number that nobody can read yet, each in the moderators' queue.
    pub(crate) async fn pile_up(&self, to: u32) -> Measured<()> {
        self.build(1, to).await?;
        self.run("UPDATE idea SET status = 'submitted', published_at = NULL").await?;
        self.run(&self.names.queue(to)).await
    }

    /// Notes the fingerprints of what was written lately, sums up the tallies, and lets PostgreSQL look at what it has and
    /// tidy up: of its own accord it would within the minute, and what is measured then would seem to cost so much more.
    /// SQLite never does by itself.
    pub(crate) async fn open(self) -> Measured<()> {
        self.run(&self.names.prints()).await?;
        self.run(&tallies()).await?;
        let settle: &[&str] =
            if self.names.backend == DbBackend::Postgres { &["VACUUM (ANALYZE)", "CHECKPOINT"] } else { &[] };
        for statement in settle {
            self.run(statement).await?;
        }
        Ok(self.db.close().await?)
    }

    async fn run(&self, statement: &str) -> Measured<()> {
        self.db.execute_unprepared(statement).await?;
        Ok(())
    }
}

/// How the rows of a town are called and written in the SQL of its database. What has the same number has the same id.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    backend: DbBackend,
    /// When the first idea was posted.
    begun: i64,
    /// How many there will be.
    ideas: u32,
}

impl Names {
    /// The names in a town that was founded with these.
    pub(crate) const fn new(backend: DbBackend, now: i64, ideas: u32) -> Self {
        Self { backend, begun: now - SPREAD_MILLIS, ideas }
    }

    fn people(&self) -> String {
        let id = self.person("n");
        let all = self.series("n", 1, PEOPLE);
        let at = self.begun * 1_000;
        format!(
            "INSERT INTO person (id, email, name, created_at)
            SELECT {id}, CASE WHEN n = 1 THEN '{RESIDENT}' END, 'Resident ' || n, {at} FROM {all}"
        )
    }

    fn campaigns(&self) -> String {
        let (id, all, at) = (self.campaign("n"), self.series("n", 0, 3), self.begun * 1_000);
        format!(
            "INSERT INTO campaign (id, slug, question, brief, opens_at, voting_rule, publishing_mode, created_at)
            SELECT {id}, 'question-' || n, 'What would make district ' || (n + 1) || ' a better place to walk?',
                'We have money for two years. Tell us where it is needed most.', {at}, 'support_and_oppose',
                'straight_away', {at} FROM {all}"
        )
    }

    fn written_ideas(&self, from: u32, to: u32) -> String {
        let (id, campaign, at) = (self.idea("n"), self.campaign("n % 4"), self.at("n"));
        let (author, all) = (self.person(&format!("1 + n % {PEOPLE}")), self.series("n", from, to));
        let policy = folkmoot_text::POLICY;
        let paragraph = "The crossing by the school is dangerous in the morning. Cars come round the corner fast, and \
            children can’t be seen between those that are parked. A raised crossing, better light and no parking within \
            ten metres would help everybody who walks there, and cost less than one accident.";
        let rare = format!("CASE WHEN n = {SAYS_IT} THEN ' {RARE} ' ELSE '' END");
        let words = format!("'{paragraph}' || {rare} || n");
        format!(
            "INSERT INTO idea (id, campaign_id, author_id, title, slug, body, html, html_policy, status, created_at,
                published_at, shown_revision)
            SELECT {id}, {campaign}, {author}, 'A safer crossing by school number ' || n, 'a-safer-crossing-' || n,
                {words}, '<p>' || {words} || '</p>', {policy}, 'published', {at}, {at}, 1
            FROM {all} ORDER BY n"
        )
    }

    fn votes(&self, from: u32, to: u32) -> String {
        let person = self.person(&format!("1 + (n * 131 + k * 37) % {PEOPLE}"));
        let (idea, at) = (self.idea("n"), self.at("n"));
        let each = self.each(from, to, VOTES, VOTES);
        format!(
            "INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at)
            {each} SELECT {idea}, {person}, CASE WHEN (n * 7919 + k) % (2 + n % 7) = 0 THEN -1 ELSE 1 END, 0, 'counted',
                {at} + k FROM each"
        )
    }

    /// The resident's, whose page would show two votes in a town and twenty in a country otherwise.
    fn own_votes(&self, from: u32, to: u32) -> String {
        let (idea, person, at) = (self.idea("n"), self.person("1"), self.at("n"));
        let theirs = self.series("n", from.max(2), to.min(1 + THEIRS));
        format!(
            "INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at)
            SELECT {idea}, {person}, 1, 0, 'counted', {at} FROM {theirs} WHERE n BETWEEN 2 AND {}
            ON CONFLICT (idea_id, person_id) DO NOTHING",
            1 + THEIRS
        )
    }

    /// Each is to be looked at within a day, so the older half is late.
    fn queue(&self, to: u32) -> String {
        let (id, idea, at) = (self.uuid(6, "n", "n"), self.idea("n"), self.at("n"));
        let (author, all) = (self.person(&format!("1 + n % {PEOPLE}")), self.series("n", 1, to));
        let due = format!("{at} + 86400000000");
        format!(
            "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, rank,
                cluster, changed_at)
            SELECT {id}, 'idea', 'idea', {idea}, {idea}, {author}, {at}, {due}, {due}, {id}, {at} FROM {all}"
        )
    }

    /// The first comments, then by turns an answer and another comment.
    fn comments(&self, from: u32, to: u32) -> String {
        let (number, before) = (format!("(n * {THREAD} + k)"), format!("(n * {THREAD} + k - 1)"));
        let (id, parent) = (self.uuid(3, &number, "n"), self.uuid(3, &before, "n"));
        let (idea, at) = (self.idea("n"), self.at("n"));
        let author = self.person(&format!("1 + (n * 17 + k) % {PEOPLE}"));
        let each = self.each(from, to, COMMENTS, LONG_THREAD);
        let answers = format!("(k % 2 = 0 AND k > {OPENING})");
        let (top, below) = (self.path(&["k"]), self.path(&["k - 1", "k"]));
        let policy = folkmoot_text::POLICY;
        let words = "I walk there twice a day with two small children, and the corner is the worst part of it. ";
        format!(
            "INSERT INTO comment (id, idea_id, number, parent_id, root, path, depth, author_id, stance, body, html,
                html_policy, state, created_at)
            {each} SELECT {id}, {idea}, k, CASE WHEN {answers} THEN {parent} END, CASE WHEN {answers} THEN k - 1 ELSE k END,
                CASE WHEN {answers} THEN {below} ELSE {top} END, CASE WHEN {answers} THEN 1 ELSE 0 END, {author},
                'neutral', '{words}' || k, '<p>{words}' || k || '</p>', {policy}, 'published', {at} + k * 1000000
            FROM each ORDER BY each.n, each.k"
        )
    }

    /// What was written within the time that fingerprints are kept. No two are alike.
    fn prints(&self) -> String {
        let print = if self.backend == DbBackend::Postgres { "sha256(uuid_send(id))" } else { "randomblob(32)" };
        let kept = i64::try_from(REPEAT_WINDOW.as_micros()).unwrap_or(i64::MAX);
        let since = (self.begun + SPREAD_MILLIS) * 1_000 - kept;
        let of =
            |table: &str| format!("SELECT id, {print}, author_id, created_at FROM {table} WHERE created_at > {since}");
        format!("INSERT INTO text_print (id, digest, author_id, at) {} UNION ALL {}", of("idea"), of("comment"))
    }

    /// A row `each(n, k)` for each of what an idea gets by the law, from 1 to its share.
    fn each(&self, from: u32, to: u32, mean: u32, first: u32) -> String {
        let (share, all) = (Skew::new(self.ideas).share("n", mean, first), self.series("n", from, to));
        format!(
            "WITH RECURSIVE shared AS (SELECT n, {share} AS most FROM {all}), each(n, k, most) AS (
                SELECT n, CAST(1 AS BIGINT), most FROM shared WHERE most > 0
                UNION ALL SELECT n, k + 1, most FROM each WHERE k < most
            )"
        )
    }

    /// The id of idea `n`, as SQL. `n` is a small expression.
    pub(crate) fn idea(&self, n: &str) -> String {
        self.uuid(2, n, n)
    }

    /// The id of person `n`, as SQL.
    pub(crate) fn person(&self, n: &str) -> String {
        self.uuid(1, &format!("({n})"), "0")
    }

    fn campaign(&self, n: &str) -> String {
        self.uuid(4, &format!("({n})"), "0")
    }

    /// A UUID of version 7: the moment of idea `moment`, the kind of thing, the number.
    fn uuid(&self, kind: u8, number: &str, moment: &str) -> String {
        let (at, step) = (self.begun, self.step());
        let millis = format!("({at} + ({moment}) * {step})");
        let (time, number) = (self.hex(&millis, 12), self.hex(number, 12));
        match self.backend {
            DbBackend::Postgres => format!("({time} || '70008{kind:03x}' || {number})::uuid"),
            _ => format!("unhex({time} || '70008{kind:03x}' || {number})"),
        }
    }

    fn path(&self, numbers: &[&str]) -> String {
        let hex = numbers.iter().map(|n| self.hex(n, 8)).collect::<Vec<_>>().join(" || ");
        match self.backend {
            DbBackend::Postgres => format!("decode({hex}, 'hex')"),
            _ => format!("unhex({hex})"),
        }
    }

    fn hex(&self, number: &str, digits: u8) -> String {
        match self.backend {
            DbBackend::Postgres => format!("lpad(to_hex(({number})::bigint), {digits}, '0')"),
            _ => format!("printf('%0{digits}x', {number})"),
        }
    }

    fn series(&self, name: &str, from: u32, to: u32) -> String {
        match self.backend {
            DbBackend::Postgres => format!("generate_series({from}::bigint, {to}::bigint) AS series_{name}({name})"),
            _ => format!(
                "(WITH RECURSIVE s({name}) AS (SELECT {from} UNION ALL SELECT {name} + 1 FROM s WHERE {name} < {to})
                SELECT {name} FROM s) AS series_{name}"
            ),
        }
    }

    /// When idea `n` was posted, in microseconds.
    fn at(&self, n: &str) -> String {
        format!("({} + ({n}) * {}) * 1000", self.begun, self.step())
    }

    fn step(&self) -> i64 {
        SPREAD_MILLIS / i64::from(self.ideas + 1)
    }
}

/// The orders' keys are the formulas of `folkmoot_ideas::confidence` and `trend`, in SQL once more.
fn tallies() -> String {
    let (support, oppose, comments) = ("coalesce(v.support, 0)", "coalesce(v.oppose, 0)", "coalesce(c.comments, 0)");
    let (s, o) = (format!("CAST({support} AS DOUBLE PRECISION)"), format!("CAST({oppose} AS DOUBLE PRECISION)"));
    format!(
        "INSERT INTO tally (idea_id, campaign_id, listed, votable, support, oppose, comments, version, votes,
            confidence, trend, born_at, last_comment, status)
        SELECT i.id, i.campaign_id, i.status = 'published', i.status = 'published', {support}, {oppose}, {comments}, 1,
            {support} + {oppose},
            CASE WHEN {s} + {o} = 0 THEN 0 ELSE CAST(round(({s} + 1.9208 - 1.96 * sqrt({s} * {o} / ({s} + {o}) + 0.9604))
                / ({s} + {o} + 3.8416) * 1000000000) AS BIGINT) END,
            i.created_at / 1000 + CAST(round(45000000 * log10(CAST(CASE WHEN {support} - {oppose} > 1
                THEN {support} - {oppose} ELSE 1 END AS DOUBLE PRECISION))) AS BIGINT),
            i.created_at, {comments}, i.status
        FROM idea i
        LEFT JOIN (SELECT idea_id, CAST(sum(CASE WHEN choice = 1 THEN 1 ELSE 0 END) AS BIGINT) AS support,
                CAST(sum(CASE WHEN choice = -1 THEN 1 ELSE 0 END) AS BIGINT) AS oppose
            FROM vote GROUP BY idea_id) v ON v.idea_id = i.id
        LEFT JOIN (SELECT idea_id, count(*) AS comments FROM comment GROUP BY idea_id) c ON c.idea_id = i.id
        ORDER BY i.number"
    )
}
