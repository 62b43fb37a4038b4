//! What the databases would do in a town that has answered ten thousand ideas and owes five: the officers' piles, what is
//! overdue, the figures of promises, and lists by place and tag are found along indexes, and no table that grows is read
//! from end to end.

use folkmoot_common::{DepartmentId, LabelId, PageRequest, PersonId, Timestamp};
use folkmoot_ideas::{IdeaFilter, IdeaOrder, IdeaQuery, LabelKind, Visibility};
use folkmoot_replies::{DepartmentText, OverdueFrom, Pile, PileFilter, PileOrder};
use folkmoot_tests::database::Kind;

use super::moderation::room::Room;

/// What grows with the town, as plans call it: PostgreSQL's by the table, SQLite's by its short name.
const GROWS: [&str; 13] =
    ["tally", "t", "idea", "i", "promise", "p", "k", "assignment", "a", "x", "idea_label", "idea_lead", "l"];

/// More rows than any step may expect to read where little is asked for.
const FEW: u64 = 100;

/// Past the day of every promise: their days are the first microseconds of 1970.
const LATE: Timestamp = Timestamp::from_micros(1_000_000);

const TALLIES: &str = "INSERT INTO tally (idea_id, campaign_id, listed, votable, confidence, trend, votes, born_at, status) \
     SELECT id, campaign_id, TRUE, TRUE, number, number, number, created_at, status FROM idea \
     WHERE NOT EXISTS (SELECT 1 FROM tally WHERE idea_id = idea.id)";

const PROMISES: &str = "INSERT INTO promise (idea_id, kind, supporters, working_days, reached_at, due_at, kept_at, told_at) \
     SELECT id, 'REPLY', 1, 10, number, number, CASE WHEN status = 'done' THEN number END, number FROM idea \
     WHERE status <> 'published'";

const ASSIGNMENTS: &str = "INSERT INTO assignment (idea_id, department_id, lead, officer_id, since) \
     SELECT id, (SELECT id FROM department), TRUE, \
      CASE WHEN status <> 'done' THEN (SELECT person_id FROM department_officer) END, number FROM idea \
     WHERE status <> 'published'";

/// Six ideas have the rare place and the rare tag; all others have the usual ones.
const LABELS: &str = "INSERT INTO idea_label (idea_id, label_id, kind) SELECT i.id, l.id, l.kind FROM idea i \
     JOIN label l ON l.slug = CASE WHEN i.number <= 6 THEN 'rare' ELSE 'usual' END";

struct Town {
    room: Room,
    parks: DepartmentId,
    alex: PersonId,
}

impl Town {
    async fn on(kind: Kind) -> Self {
        let room = Room::open(kind).await;
        let (admin, alex, ana) = (room.stage.admin().await, room.stage.officer().await, room.stage.citizen().await);
        let alex = alex.person().unwrap();
        let text = DepartmentText::parse("Parks", "Trees and benches.", false).unwrap();
        let parks = room.stage.replies.save_department(&admin, None, &text).await.unwrap();
        room.stage.replies.join(&admin, parks, alex, "Head of Parks").await.unwrap();
        room.stage.idea(&ana, "The first of many benches").await;
        Self { room, parks, alex }
    }

    /// The ideas, their promises and who has them.
    async fn grow(&self) {
        let (id, all) = if self.room.is_postgres() {
            ("gen_random_uuid()", "SELECT g FROM generate_series(1, 10000) AS g(g)")
        } else {
            (
                "randomblob(16)",
                "WITH RECURSIVE s(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM s WHERE g < 10000) SELECT g FROM s",
            )
        };
        let ideas = format!(
            "INSERT INTO idea (id, campaign_id, author_id, title, slug, body, html, html_policy, status, created_at, \
             published_at, shown_revision) SELECT {id}, campaign_id, author_id, 'A bench like the others', 'a-bench', \
             'To rest.', '<p>To rest.</p>', html_policy, CASE WHEN g > 9995 THEN 'awaiting_reply' ELSE 'done' END, \
             created_at, published_at, 1 FROM idea, ({all}) AS s"
        );
        for statement in [ideas.as_str(), TALLIES, PROMISES, ASSIGNMENTS] {
            self.room.run(statement).await;
        }
        self.settle().await;
    }

    /// PostgreSQL counts what it has, as it does by itself after a while. SQLite is never told to, here as on a site.
    async fn settle(&self) {
        if self.room.is_postgres() {
            self.room.run("ANALYZE").await;
        }
    }
}

/// The plan goes by all of these indexes, and reads nothing that grows from end to end.
fn goes_by(what: &str, plan: &str, indexes: &[&str]) {
    for index in indexes {
        assert!(plan.contains(index), "{what}: {index} isn't used:\n{plan}");
    }
    for line in plan.lines() {
        assert!(read_whole(line).is_none(), "{what}: {line} reads all:\n{plan}");
    }
}

/// The same, and every step expects to read little.
fn reads_little(what: &str, plan: &str, indexes: &[&str]) {
    goes_by(what, plan, indexes);
    for line in plan.lines() {
        assert!(expected(line) <= FEW, "{what}: {line} expects too much:\n{plan}");
    }
}

/// The table that grows and that a line of a plan reads from end to end. An index that holds only what is open may be.
fn read_whole(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("Seq Scan on ").or_else(|| line.split_once("SCAN "))?;
    let table = rest.split(' ').next()?;
    (GROWS.contains(&table) && !line.contains("promise_open")).then_some(table)
}

/// How many rows a line of PostgreSQL's plan expects. SQLite's says none.
fn expected(line: &str) -> u64 {
    let rows = line.split_once(" rows=").and_then(|(_, rest)| rest.split_once(' '));
    rows.map_or(0, |(rows, _)| rows.parse().unwrap())
}

async fn each_pile_is_found_along_indexes(kind: Kind) {
    let town = Town::on(kind).await;
    town.grow().await;
    let piles =
        [Pile::Mine(town.alex), Pile::OfMyDepartments(town.alex), Pile::Of(town.parks), Pile::All, Pile::Nobodys];
    for pile in piles {
        for due_before in [None, Some(LATE)] {
            let filter = PileFilter { pile, due_before };
            for order in PileOrder::ALL {
                let plan = town.room.store.plan_of_pile(&filter, order, &PageRequest::first(50)).await.unwrap();
                reads_little(&format!("{filter:?} {order:?}"), &plan, &["promise_open", "tally_status_"]);
            }
        }
    }
}

async fn what_is_overdue_is_found_among_what_is_open(kind: Kind) {
    let town = Town::on(kind).await;
    town.grow().await;
    for department in [None, Some(town.parks)] {
        for from in [OverdueFrom::Longest, OverdueFrom::Latest] {
            let plan = town.room.store.plan_of_overdue(department, LATE, (from, 50)).await.unwrap();
            reads_little(&format!("overdue, of {department:?}, {from:?}"), &plan, &["promise_open"]);
        }
        let replies = &town.room.stage.replies;
        assert_eq!(replies.overdue(department).await.unwrap().len(), 5, "{department:?}");
    }
}

async fn figures_read_what_was_kept_lately_and_what_is_open(kind: Kind) {
    let town = Town::on(kind).await;
    town.grow().await;
    let plan = town.room.store.plan_of_scores(LATE, LATE).await.unwrap();
    reads_little("figures", &plan, &["promise_kept", "promise_open", "idea_lead_since"]);
    let scores = town.room.stage.replies.scores(LATE).await.unwrap();
    assert_eq!((scores[0].kept, scores[0].late, scores[0].waiting, scores[0].overdue), (0, 0, 0, 5));
}

/// The lists of a label in every order.
fn lists(kind: LabelKind, label: LabelId) -> impl Iterator<Item = IdeaQuery> {
    let mut filter = IdeaFilter::default();
    match kind {
        LabelKind::Place => filter.place = Some(label),
        LabelKind::Tag => filter.tag = Some(label),
    }
    IdeaOrder::ALL.into_iter().map(move |order| IdeaQuery { filter: filter.clone(), order })
}

/// Of a rare one its ideas are read and sorted. Of a usual one PostgreSQL walks along the order until a page is full; SQLite,
/// which hasn't counted, begins with the label's ideas whichever it is.
async fn lists_by_place_and_tag_are_found_along_indexes(kind: Kind) {
    let town = Town::on(kind).await;
    town.grow().await;
    let admin = town.room.stage.admin().await;
    let mut labels = Vec::new();
    for kind in LabelKind::ALL {
        for name in ["Rare", "Usual"] {
            labels.push((kind, name, town.room.stage.labels.add(&admin, kind, name).await.unwrap()));
        }
    }
    town.room.run(LABELS).await;
    town.settle().await;
    for (kind, name, label) in labels {
        for query in lists(kind, label) {
            let page = PageRequest::first(20);
            let plan = town.room.store.free_plan_of(Visibility::Public, &query, &page).await.unwrap();
            let what = format!("{name} {query:?}");
            if name == "Rare" {
                reads_little(&what, &plan, &["idea_label_label"]);
            } else if town.room.is_postgres() {
                goes_by(&what, &plan, &["idea_label_", "tally_"]);
                assert!(!plan.contains("Sort"), "{what}:\n{plan}");
            } else {
                goes_by(&what, &plan, &["idea_label_label"]);
            }
        }
    }
}

on_both!(
    each_pile_is_found_along_indexes,
    what_is_overdue_is_found_among_what_is_open,
    figures_read_what_was_kept_lately_and_what_is_open,
    lists_by_place_and_tag_are_found_along_indexes
);
