//! Real input: every folder of the shared data comes out as `expected.json` says, on both databases; twice changes
//! nothing; and an import that was ended anywhere is finished by running it again.

pub(crate) mod petitions;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use folkmoot::import::{Directory, Fate, Format, Plan, Report, demo_content, import};
use folkmoot::{Config, Site};
use folkmoot_common::{Language, Sources};
use folkmoot_ideas::Slug;
use folkmoot_tests::database::{Kind, OwnDatabase};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, Statement};
use serde_json::Value;

/// Each folder, and what people wrote in there.
const POLIS: [(&str, &str); 5] = [
    ("austria-climate.5twd2jsnkf.2022-08-08", "de"),
    ("bg2050-volunteers", "en"),
    ("football-concussions", "en"),
    ("scoop-hivemind.biodiversity", "en"),
    ("vtaiwan.uberx", "zh"),
];

/// The language of one of them.
fn language_of(name: &str) -> &'static str {
    POLIS.iter().find(|(folder, _)| *folder == name).unwrap().1
}

/// The shared data, which stands beside the project, or beside its worktrees' folder.
fn data(path: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let found = project.ancestors().skip(1).map(|above| above.join("shared/data")).find(|data| data.is_dir());
    found.expect("../shared/data is there").join(path)
}

fn expected(path: &str) -> Value {
    serde_json::from_reader(File::open(data(path)).unwrap()).unwrap()
}

/// A dry run is the command's own, in a folder of its own: it leaves nothing there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_reads_everything_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite://{}?mode=rwc", folder.path().join("folkmoot.db").display());
    let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("folkmoot");
    let from = data("polis").join("bg2050-volunteers");
    let mut run = Command::new(program);
    run.current_dir(folder.path()).env("DATABASE_URL", address).env_remove("FOLKMOOT_CONFIG");
    run.args(["import", "polis"]).arg(from).args(["--campaign", "bowling-green", "--dry-run"]);
    let out = run.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&out.stdout);
    assert!(
        out.status.success() && said.contains("nothing was written"),
        "{said}{}",
        String::from_utf8_lossy(&out.stderr)
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "it made something");
}

struct House {
    site: Arc<Site>,
    rows: DatabaseConnection,
    database: OwnDatabase,
    key: tempfile::TempDir,
}

impl House {
    async fn open(kind: Kind) -> Self {
        let database = OwnDatabase::migrated(kind).await;
        let key = tempfile::tempdir().unwrap();
        fs::write(key.path().join("key"), format!("{}=\n", "A".repeat(43))).unwrap();
        let mut config = Config::embedded().unwrap();
        config.database.url = database.url().into();
        config.database.connections = 4;
        config.secrets.key_file = key.path().join("key");
        let site = Site::open(config, Sources::system()).await.unwrap();
        let rows = Database::connect(database.url()).await.unwrap();
        Self { site, rows, database, key }
    }

    async fn import(&self, format: Format, folder: &Path, language: &str) -> Report {
        let language = Language::parse(language).unwrap();
        let plan = Plan::new(Slug::parse("past").unwrap(), self.site.sources.now(), language);
        import(format, &Directory(folder.to_owned()), self.site.as_ref(), &plan).await.unwrap()
    }

    async fn number(&self, question: &str) -> i64 {
        let statement = Statement::from_string(self.rows.get_database_backend(), question);
        self.rows.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// Everything that an import writes, in one comparable text.
    async fn content(&self) -> String {
        let ideas = "SELECT CAST(i.id AS TEXT) || ' ' || i.number || ' ' || i.status || ' ' || i.title || ' ' || t.support || ' ' || \
             t.oppose || ' ' || t.comments || ' ' || t.version AS line FROM idea i JOIN tally t ON t.idea_id = i.id ORDER BY i.number";
        let ideas = match self.rows.get_database_backend() {
            sea_orm::DbBackend::Sqlite => ideas.replace("CAST(i.id AS TEXT)", "hex(i.id)"),
            _ => ideas.to_owned(),
        };
        let statement = Statement::from_string(self.rows.get_database_backend(), ideas);
        let lines = self.rows.query_all_raw(statement).await.unwrap();
        let mut content = lines.iter().map(|row| row.try_get::<String>("", "line").unwrap()).collect::<Vec<_>>();
        for table in ["person", "campaign", "vote", "vote_event", "comment"] {
            content.push(format!("{table} {}", self.number(&format!("SELECT COUNT(*) FROM {table}")).await));
        }
        content.join("\n")
    }

    /// The tallies are what `expected.json` says, and equal their rows.
    async fn matches(&self, name: &str) {
        let all = expected("polis/expected.json");
        let right = &all[name];
        let sum = async |column: &str| self.number(&format!("SELECT CAST(SUM({column}) AS BIGINT) FROM tally")).await;
        assert_eq!(self.number("SELECT COUNT(*) FROM idea").await, right["comments"].as_i64().unwrap(), "{name}");
        assert_eq!(sum("support").await, right["final_agree"].as_i64().unwrap(), "{name}");
        assert_eq!(sum("oppose").await, right["final_disagree"].as_i64().unwrap(), "{name}");
        for (word, status) in [("1", "published"), ("0", "submitted"), ("-1", "rejected")] {
            let found = self.number(&format!("SELECT COUNT(*) FROM idea WHERE status = '{status}'")).await;
            assert_eq!(found, right["moderated"][word].as_i64().unwrap_or(0), "{name}: {status}");
        }
        let written = format!("SELECT COUNT(*) FROM idea WHERE language = '{}'", language_of(name));
        assert_eq!(self.number(&written).await, right["comments"].as_i64().unwrap(), "{name}: the language");
        let asked = format!(
            "SELECT COUNT(*) FROM campaign WHERE language = '{}' AND slug <> 'anything-else'",
            language_of(name)
        );
        assert_eq!(self.number(&asked).await, 1, "{name}: the language of the question");
        for best in right["top10_by_agree_after_last_vote"].as_array().unwrap() {
            self.has_tally(name, best).await;
        }
        // What waits, waits in the moderators' queue, once, however often it came.
        let waiting = right["moderated"]["0"].as_i64().unwrap_or(0);
        let queue = "FROM queue_item WHERE kind = 'idea' AND closed_at IS NULL";
        assert_eq!(self.number(&format!("SELECT COUNT(*) {queue}")).await, waiting, "{name}: queue");
        assert_eq!(self.number(&format!("SELECT COUNT(DISTINCT subject_id) {queue}")).await, waiting, "{name}: queue");
        assert!(self.site.votes.audit().await.unwrap().is_empty(), "{name}");
    }

    /// One of the best comments is there with its numbers, found by its text.
    async fn has_tally(&self, name: &str, best: &Value) {
        let body = bodies(name)[best["comment_id"].as_str().unwrap()].replace("\r\n", "\n").replace('\'', "''");
        let (agree, disagree) = (&best["agree"], &best["disagree"]);
        let question = format!(
            "SELECT COUNT(*) FROM idea i JOIN tally t ON t.idea_id = i.id \
             WHERE i.body = '{body}' AND t.support = {agree} AND t.oppose = {disagree}"
        );
        assert!(self.number(&question).await >= 1, "{name}: {best}");
    }
}

/// Ideas without the version at the end of their lines; counts as they are.
fn without_versions(content: &str) -> Vec<String> {
    let is_idea = |line: &str| line.split(' ').next().is_some_and(|word| word.len() >= 32);
    let line = |line: &str| if is_idea(line) { line.rsplit_once(' ').unwrap().0.to_owned() } else { line.to_owned() };
    content.lines().map(line).collect()
}

fn bodies(name: &str) -> BTreeMap<String, String> {
    let mut reader = csv::Reader::from_path(data("polis").join(name).join("comments.csv")).unwrap();
    let rows = reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
    rows.map(|row| (row["comment-id"].clone(), row["comment-body"].clone())).collect()
}

async fn all_five_match_and_twice_changes_nothing(kind: Kind) {
    for (name, language) in POLIS {
        let house = House::open(kind).await;
        let folder = data("polis").join(name);
        let report = house.import(Format::Polis, &folder, language).await;
        house.matches(name).await;
        assert_eq!(report.notes.count("comments.csv", Fate::NotTaken), 0, "{report}");
        let before = house.content().await;
        let again = house.import(Format::Polis, &folder, language).await;
        assert!(again.is_nothing_new(), "{again}");
        assert_eq!(house.content().await, before, "{name}");
        house.matches(name).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_five_match_and_twice_changes_nothing_on_sqlite() {
    Box::pin(all_five_match_and_twice_changes_nothing(Kind::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_five_match_and_twice_changes_nothing_on_postgres() {
    Box::pin(all_five_match_and_twice_changes_nothing(Kind::Postgres)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dropped_anywhere_and_run_again_is_the_same() {
    let name = "bg2050-volunteers";
    let folder = data("polis").join(name);
    let whole = House::open(Kind::Sqlite).await;
    whole.import(Format::Polis, &folder, "en").await;

    let house = House::open(Kind::Sqlite).await;
    let mut ended = 0;
    // Each time a little later, so that it ends between ideas, between votes, and in the middle of a batch.
    for millis in [5, 20, 60, 150, 300, 450] {
        let attempt = house.import(Format::Polis, &folder, "en");
        ended += usize::from(tokio::time::timeout(Duration::from_millis(millis), attempt).await.is_err());
    }
    assert!(ended > 2, "too few attempts were cut off to show anything");
    house.import(Format::Polis, &folder, "en").await;
    house.matches(name).await;
    // A batch that was cut in two moves a tally twice: its version may have grown further, and nothing else may differ.
    let (again, once) = (without_versions(&house.content().await), without_versions(&whole.content().await));
    let other = again.iter().zip(&once).find(|(again, once)| again != once);
    assert_eq!(other, None);
    assert_eq!(again.len(), once.len());
}

/// Killed once so large a share of its rows is written, while it is at work; then run again, to the end.
async fn killed_and_run_again(kind: Kind, name: &str, share: f64) {
    let house = House::open(kind).await;
    let binary = built();
    let program = || {
        let mut program = Command::new(&binary);
        program.args(["import", "polis"]).arg(data("polis").join(name)).args(["--campaign", "past"]);
        // The site's first language is English, and need not be said.
        if language_of(name) != "en" {
            program.args(["--language", language_of(name)]);
        }
        program.env("DATABASE_URL", house.database.url()).env("FOLKMOOT_SECRET_KEY_FILE", house.key.path().join("key"));
        program.stdout(Stdio::null()).stderr(Stdio::null());
        program
    };
    let rows = expected("polis/expected.json")[name]["vote_rows"].as_f64().unwrap();
    let written = async || house.number("SELECT COUNT(*) FROM vote_event").await;
    let mut child = program().spawn().unwrap();
    while (written().await as f64) < rows * share {
        assert!(child.try_wait().unwrap().is_none(), "{name}: it ended before it was killed");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success(), "{name}: it was done before it was killed");
    let before = written().await;
    assert!(house.site.votes.audit().await.unwrap().is_empty(), "{name}: half a batch is left");
    assert!(program().status().unwrap().success());
    assert!(before > 0 && before < written().await, "{name}: {before} rows were written when it was killed");
    house.matches(name).await;
}

/// A test for each folder, so that they run side by side.
macro_rules! killed {
    ($($test:ident: $kind:ident, $folder:literal at $share:literal;)+) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $test() {
            Box::pin(killed_and_run_again(Kind::$kind, $folder, $share)).await;
        }
    )+};
}

killed! {
    killed_and_run_again_austria: Sqlite, "austria-climate.5twd2jsnkf.2022-08-08" at 0.1;
    killed_and_run_again_bowling_green: Sqlite, "bg2050-volunteers" at 0.3;
    killed_and_run_again_concussions: Sqlite, "football-concussions" at 0.0001;
    killed_and_run_again_biodiversity: Sqlite, "scoop-hivemind.biodiversity" at 0.5;
    killed_and_run_again_taiwan: Sqlite, "vtaiwan.uberx" at 0.1;
    killed_and_run_again_on_postgres: Postgres, "football-concussions" at 0.2;
}

/// The program, which stands beside this test's own folder.
fn built() -> PathBuf {
    let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("folkmoot");
    assert!(program.is_file(), "run `cargo build` first: there is no {}", program.display());
    program
}

async fn madrid(kind: Kind) {
    let house = House::open(kind).await;
    let folder = data("decide-madrid-2019");
    let right = expected("decide-madrid-2019/expected.json");
    let count = |name: &str| right[name].as_u64().unwrap();
    let report = house.import(Format::Madrid, &folder, "es").await;

    assert_eq!(report.ideas.new, count("proposals"));
    assert_eq!(report.comments.new, count("comments") - count("empty_text"), "{report}");
    assert_eq!(report.notes.count("comments.csv", Fate::NotTaken), count("empty_text"));
    // One reply without a parent is empty itself and so isn't taken; four more reply to comments that are empty.
    assert_eq!(report.notes.count("comments.csv", Fate::Moved), count("replies_with_missing_parent") - 1 + 4);
    let deepest = house.number("SELECT CAST(MAX(depth) AS BIGINT) FROM comment").await;
    assert_eq!(deepest, right["max_depth_root_is_0"].as_i64().unwrap());
    assert_eq!(
        house.number("SELECT CAST(SUM(comments) AS BIGINT) FROM tally").await.unsigned_abs(),
        report.comments.new
    );

    let before = house.content().await;
    assert!(house.import(Format::Madrid, &folder, "es").await.is_nothing_new());
    assert_eq!(house.content().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn madrid_comes_with_its_threads_on_sqlite() {
    Box::pin(madrid(Kind::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn madrid_comes_with_its_threads_on_postgres() {
    Box::pin(madrid(Kind::Postgres)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_has_one_campaign_open_now_and_every_row_taken() {
    let house = House::open(Kind::Sqlite).await;
    let now = house.site.sources.now();
    let reports = demo_content(house.site.as_ref(), now).await.unwrap();
    for report in &reports {
        assert_eq!(report.notes.count("votes.csv", Fate::NotTaken), 0, "{report}");
        assert!(report.ideas.new > 0, "{report}");
    }
    let open = house.site.ideas.all_campaigns().await.unwrap();
    let open = open.iter().filter(|campaign| campaign.is_open(now)).map(|campaign| campaign.slug.as_str());
    assert_eq!(open.collect::<Vec<_>>(), ["bowling-green-2050", "anything-else"]);
    assert_eq!(house.number(&format!("SELECT COUNT(*) FROM vote WHERE changed_at > {}", now.micros())).await, 0);
}
