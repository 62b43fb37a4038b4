//! The town: so many ideas by so many people, a quarter of them answered long ago; one idea with as many comments, half of
//! them in short threads and half in one; one person who wrote a twentieth of everything, and voted on all of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::Cursor;
use folkmoot_tests::database::one_line;
use folkmoot_tests::world::{House, World};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};
use uuid::Uuid;

use super::hearing::{Heard, Hearing};
use super::pages::{Asked, Held, What};
use crate::nets::{Cast, Made, State, Who, Workshop};

/// `:n` is how many, `:hot` the number of the idea that everybody talks about. What has the same number has the same id, and is
/// the older the smaller it is: `u(kind, n)`, in Rust as well.
const GROW: &str = include_str!("town.sql");

/// How often a page is asked for: PostgreSQL makes a plan for all values after the fifth time.
const TIMES: usize = 7;

pub(super) struct Town {
    pub(super) many: i64,
    pub(super) hot: Made,
    world: World,
    cast: Cast,
    hearing: Arc<Hearing>,
    raw: DatabaseConnection,
}

/// What a statement looked at while one page was made.
#[derive(Debug, Default)]
struct Spent {
    /// In all.
    rows: u64,
    /// At once.
    most: u64,
    steps: String,
}

impl Town {
    pub(super) async fn of(many: i64) -> Self {
        let hearing = Arc::new(Hearing::default());
        let ear = Arc::clone(&hearing);
        let world = World::start_with(House::Postgres, move |config| {
            let through = ear.stand_before(config.database.url.reveal());
            config.database.url = through.as_str().into();
            config.cache.megabytes = 0;
        })
        .await;
        let cast = Cast::arrive(&world).await;
        let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
        let hot = shop.idea(State::Published).await;
        shop.answered().await;
        let raw = one_line(world.database_url()).await.unwrap();
        let grow = GROW.replace(":n", &many.to_string()).replace(":hot", &hot.number.to_string());
        raw.execute_unprepared(&grow).await.unwrap();
        Self { many, hot, world, cast, hearing, raw }
    }

    /// The id of thing number `n` of its kind, as `town.sql` makes it.
    pub(super) fn id(kind: u8, n: i64) -> Uuid {
        format!("{:012x}70008{kind:03x}{n:012x}", 1_600_000_000_000 + n * 1_000).parse().unwrap()
    }

    /// The place after thing number `n` of its kind, in an order of its own.
    pub(super) fn after(order: &str, key: i64, kind: u8, n: i64) -> String {
        Cursor { order: order.to_owned(), key, id: Self::id(kind, n) }.encode()
    }

    /// The place half way down the list that is sorted by this column of tallies.
    pub(super) async fn half_way(&self, order: &str, column: &str, way: &str) -> String {
        let asked = format!(
            "SELECT {column} AS key, idea_id FROM tally WHERE listed ORDER BY {column} {way}, idea_id {way} \
             OFFSET {} LIMIT 1",
            self.many / 2
        );
        let asked = Statement::from_string(self.raw.get_database_backend(), asked);
        let row = self.raw.query_one_raw(asked).await.unwrap().unwrap();
        let (key, id): (i64, Uuid) = (row.try_get("", "key").unwrap(), row.try_get("", "idea_id").unwrap());
        Cursor { order: order.to_owned(), key, id }.encode()
    }

    /// The address of the author's public page.
    pub(super) fn profile(&self) -> String {
        format!("/people/{}", self.hot.id.replace('-', ""))
    }

    /// What is wrong with what a page looks at, if anything is.
    pub(super) async fn breach(&self, asked: &Asked) -> Option<String> {
        let times = if matches!(asked.held, Held::EachStatement(_)) { 2 } else { TIMES };
        let spent = self.spent(asked, times).await;
        let (found, most) = match asked.held {
            Held::Together(most) => (spent.values().map(|one| one.rows).sum::<u64>(), most),
            Held::EachStatement(most) => (spent.values().map(|one| one.most).max().unwrap_or(0), most),
        };
        println!("{} {}: {found} of {most} rows, {} statements", asked.who.word(), asked.what.name(), spent.len());
        assert!(found > 0, "{} asked nothing", asked.what.name());
        if found <= most {
            return None;
        }
        let mut worst: Vec<(&String, &Spent)> = spent.iter().collect();
        worst.sort_by_key(|(_, one)| std::cmp::Reverse(one.rows));
        let worst: Vec<String> =
            worst.iter().take(3).map(|(words, one)| format!("  {} rows ({}): {words}", one.rows, one.steps)).collect();
        let (who, name) = (asked.who.word(), asked.what.name());
        Some(format!("{name}, to a {who}, looks at {found} rows and not {most}:\n{}", worst.join("\n")))
    }

    /// The statements that a page asks.
    pub(super) async fn statements(&self, asked: &Asked) -> Vec<String> {
        self.spent(asked, 3).await.into_keys().collect()
    }

    /// What each statement of a page looked at, at its worst. The program's own rounds pass through the same door now and
    /// then: what a page asks, it asks every time.
    async fn spent(&self, asked: &Asked, times: usize) -> BTreeMap<String, Spent> {
        let mut all: BTreeMap<String, Vec<Spent>> = BTreeMap::new();
        for _ in 0..times {
            if matches!(asked.held, Held::EachStatement(_)) {
                // What is counted once in five minutes is counted anew.
                self.world.clock.advance(Duration::from_secs(301));
            }
            let _before = self.hearing.take();
            self.ask(asked).await;
            // The last notice may still be on its way.
            tokio::time::sleep(Duration::from_millis(10)).await;
            let mut once: BTreeMap<String, Spent> = BTreeMap::new();
            for Heard { words, rows, steps } in self.hearing.take() {
                let spent = once.entry(words).or_default();
                spent.rows += rows;
                if spent.steps.is_empty() || rows > spent.most {
                    (spent.most, spent.steps) = (rows, steps);
                }
            }
            for (words, spent) in once {
                all.entry(words).or_default().push(spent);
            }
        }
        all.retain(|_, each| each.len() == times);
        all.into_iter()
            .filter_map(|(words, each)| Some((words, each.into_iter().max_by_key(|one| one.rows)?)))
            .collect()
    }

    async fn ask(&self, asked: &Asked) {
        let player = self.cast.of(asked.who);
        match &asked.what {
            What::Page(path) => {
                let answer = player.get(path).await;
                assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            }
            What::Api(question) => {
                let answer = player.ask(question, serde_json::json!({})).await;
                assert!(answer["errors"].is_null(), "{question}: {answer}");
            }
        }
    }
}
