//! How many statements a question costs: the same number whatever the size of the list; and a comment, which is few. Every message from the program
//! to PostgreSQL passes through a counter here, so nothing is counted that wasn't sent and nothing sent is missed.

mod counter;

use std::sync::Arc;

use folkmoot_comments::CommentText;
use folkmoot_common::{Roles, Viewer};
use folkmoot_ideas::{Campaign, IdeaText, Slug, Submission};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::{House, World};
use folkmoot_votes::Choice;
use serde_json::json;

use crate::door;
use crate::nets::{Cast, Player, Who};
use counter::Counter;

/// What the brief of the API promises to read at once.
const LIST: &str = "query($n: Int!) { ideas(first: $n, orderBy: NEWEST) { totalCount nodes { number title author { name } \
    campaign { slug } tally { support } viewerVote comments(first: 2) { nodes { number author { name } } } } } }";

struct Busy {
    _world: World,
    cast: Cast,
    counter: Arc<Counter>,
}

impl Busy {
    /// A hundred ideas by ten people in one campaign, each with votes and comments.
    async fn council() -> Self {
        let counter = Arc::new(Counter::default());
        let count = Arc::clone(&counter);
        let world = World::start_with(House::Postgres, move |config| {
            let through = door::stand_before(config.database.url.reveal(), &count);
            config.database.url = through.as_str().into();
            // What a page costs that is drawn.
            config.cache.megabytes = 0;
        })
        .await;
        let cast = Cast::arrive(&world).await;
        let site = world.site();
        let mut people = Vec::new();
        for n in 0..10 {
            let email = Email::parse(&format!("busy-{n}@example.org")).unwrap();
            let name = DisplayName::parse(&format!(
                "Busy {}",
                ["Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Joe"][n]
            ))
            .unwrap();
            let person = site.people.add_person(email, Roles::default(), Some(name)).await.unwrap();
            people.push(Viewer::Person { id: person.id, roles: person.roles });
        }
        let slug = Slug::parse(Campaign::STANDING).unwrap();
        for n in 0..100_usize {
            let text = IdeaText::parse(&format!("A bench at corner number {n}"), "To rest.", "en").unwrap();
            let Submission::Published(idea) = site.ideas.submit(&people[n % 10], &slug, text).await.unwrap() else {
                panic!("the standing campaign publishes at once");
            };
            for (at, choice) in [(1, Choice::Support), (2, Choice::Oppose)] {
                let _receipt = site.votes.cast(&people[(n + at) % 10], idea.id, choice).await.unwrap();
                let said = CommentText::parse("I think so too.", None).unwrap();
                site.comments.post(&people[(n + at) % 10], idea.id, None, said).await.unwrap();
            }
        }
        Self { _world: world, cast, counter }
    }

    /// Statements until now, once the program's own rounds (letters that wait, clocks, health) have ended for a moment: they
    /// pass through the same door, and one of them may be longer than several requests.
    async fn before(&self) -> usize {
        let mut before = self.counter.statements();
        for _ in 0..100 {
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
            let now = self.counter.statements();
            if now == before {
                break;
            }
            before = now;
        }
        before
    }

    /// The statements that this question costs: the least of several times, because a round may begin at any moment.
    async fn cost(&self, player: &Player, first: usize) -> usize {
        let mut cost = usize::MAX;
        for _ in 0..5 {
            let before = self.before().await;
            let answer = player.script.graphql(LIST, json!({ "n": first })).await;
            cost = cost.min(self.counter.statements() - before);
            let nodes = answer["data"]["ideas"]["nodes"].as_array().unwrap_or_else(|| panic!("{answer}"));
            assert_eq!(nodes.len(), first, "{answer}");
            assert_eq!(nodes[0]["comments"]["nodes"].as_array().unwrap().len(), 2, "{answer}");
        }
        cost
    }

    /// The statements that a question costs about ten ideas, and about a hundred.
    async fn costs(&self, player: &Player, query: &str) -> [usize; 2] {
        let mut costs = [usize::MAX; 2];
        for (cost, first) in costs.iter_mut().zip([10, 100]) {
            for _ in 0..3 {
                let before = self.before().await;
                let answer = player.script.graphql(query, json!({ "n": first })).await;
                *cost = self.counter.statements().saturating_sub(before).min(*cost);
                assert_eq!(answer["data"]["ideas"]["nodes"].as_array().map(Vec::len), Some(first), "{answer}");
            }
        }
        costs
    }

    async fn cost_of_page(&self, player: &Player, path: &str) -> usize {
        let mut cost = usize::MAX;
        for _ in 0..5 {
            let before = self.before().await;
            let answer = player.get(path).await;
            cost = cost.min(self.counter.statements() - before);
            assert_eq!(answer.status, 200, "{path}");
        }
        cost
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_list_costs_no_statement_more() {
    let busy = Box::pin(Busy::council()).await;
    let reader = busy.cast.of(Who::Citizen);
    let few = busy.cost(reader, 20).await;
    let many = busy.cost(reader, 100).await;
    assert_eq!(few, many, "20 ideas cost {few} statements, 100 cost {many}");
    let one = busy.cost(reader, 1).await;
    // A single idea doesn't make its commenters known beforehand: their names are one question more.
    assert!(one <= few + 1, "1 idea costs {one} statements, 20 cost {few}");
    // The session or token, the list, its length, names, campaigns, votes, comments, their authors.
    assert!((5..=10).contains(&few), "{few} statements");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_cost_a_fixed_number_of_statements() {
    let busy = Box::pin(Busy::council()).await;
    for who in [Who::Visitor, Who::Citizen] {
        let reader = busy.cast.of(who);
        // The last page of a list holds fewer ideas than the first, a campaign without ideas none.
        let full = busy.cost_of_page(reader, "/ideas?order=newest").await;
        let narrow = busy.cost_of_page(reader, "/ideas?order=newest&status=planned").await;
        assert!(narrow <= full && full <= 10, "{}: {narrow} for nothing, {full} for twenty", who.word());
        let home = busy.cost_of_page(reader, "/").await;
        assert!(home <= 10, "{}: the front page costs {home} statements", who.word());
    }
}

/// The log costs the same for a whole page as for nothing; the figures are counted once in five minutes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_public_of_moderation_costs_a_fixed_number() {
    let busy = Box::pin(Busy::council()).await;
    let reader = busy.cast.of(Who::Citizen);
    let none = busy.cost_of_page(reader, "/transparency/decisions").await;
    let database = sea_orm::Database::connect(busy._world.database_url()).await.unwrap();
    const DECIDE: &str = "INSERT INTO decision (id, subject_kind, subject_id, idea_id, author_id, act, role, at, waited, \
        before, after) SELECT gen_random_uuid(), 'idea', id, id, author_id, 'KEEP', 'moderator', created_at, 0, '{}', '{}' FROM idea";
    sea_orm::ConnectionTrait::execute_unprepared(&database, DECIDE).await.unwrap();
    let full = busy.cost_of_page(reader, "/transparency/decisions").await;
    assert_eq!(none, full, "no decisions cost {none} statements, thirty cost {full}");
    assert!(full <= 5, "{full} statements");
    for (path, most) in
        [("/transparency", 3), ("/transparency/figures.csv", 2), ("/transparency/decisions.csv", 2), ("/guidelines", 3)]
    {
        let cost = busy.cost_of_page(reader, path).await;
        assert!(cost <= most, "{path} costs {cost} statements");
    }
}

/// What is overdue is read at once, and its ideas together.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_overdue_costs_a_fixed_number() {
    let busy = Box::pin(Busy::council()).await;
    let reader = busy.cast.of(Who::Citizen);
    let database = sea_orm::Database::connect(busy._world.database_url()).await.unwrap();
    const OWE: &str = "INSERT INTO promise (idea_id, kind, supporters, working_days, reached_at, due_at, told_at) \
        SELECT id, 'REPLY', 1, 10, created_at, created_at, created_at FROM idea \
        WHERE NOT EXISTS (SELECT 1 FROM promise WHERE promise.idea_id = idea.id) ORDER BY number LIMIT 40";
    for path in ["/departments/overdue.csv", "/departments/overdue.atom"] {
        sea_orm::ConnectionTrait::execute_unprepared(&database, OWE).await.unwrap();
        let few = busy.cost_of_page(reader, path).await;
        sea_orm::ConnectionTrait::execute_unprepared(&database, OWE).await.unwrap();
        let many = busy.cost_of_page(reader, path).await;
        assert_eq!(few, many, "{path}: {few} statements for a few, {many} for more");
        assert!(many <= 8, "{path}: {many} statements");
        sea_orm::ConnectionTrait::execute_unprepared(&database, "DELETE FROM promise").await.unwrap();
    }
}

/// Later pages of comments would be a statement for each idea: they are refused before one is sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_of_later_pages_costs_no_statement_for_each_idea() {
    let busy = Box::pin(Busy::council()).await;
    let reader = busy.cast.of(Who::Citizen);
    let first = "{ ideas(first: 1, orderBy: NEWEST) { nodes { comments(first: 1) { pageInfo { endCursor } } } } }";
    let answer = reader.script.graphql(first, json!({})).await;
    let cursor = answer["data"]["ideas"]["nodes"][0]["comments"]["pageInfo"]["endCursor"].as_str().unwrap().to_owned();
    let later: String =
        (1..=15).map(|n| format!("a{n}: comments(first: 1, after: $c) {{ nodes {{ id }} }} ")).collect();
    let list = format!("query($c: String!) {{ ideas(first: 100) {{ nodes {{ {later} }} }} }}");
    let one = "query($c: String!) { ideas(first: 100) { nodes { comments(first: 1, after: $c) { nodes { id } } } } }";
    for query in [list.as_str(), one] {
        let mut cost = usize::MAX;
        for _ in 0..3 {
            let before = busy.before().await;
            let answer = reader.script.graphql(query, json!({ "c": cursor })).await;
            cost = cost.min(busy.counter.statements() - before);
            assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID_INPUT", "{answer}");
        }
        assert!(cost <= 5, "{cost} statements");
    }
}

/// The ideas that a list's comments lead back to are read together, and so are their comments.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_way_round_through_comments_costs_a_fixed_number() {
    let busy = Box::pin(Busy::council()).await;
    let reader = busy.cast.of(Who::Citizen);
    let round = "query($n: Int!) { ideas(first: $n, orderBy: NEWEST) { nodes { comments(first: 1) { nodes { idea { \
        comments(first: 2) { nodes { number } } } } } } } }";
    let [few, many] = busy.costs(reader, round).await;
    assert!(many <= few && many <= 10, "10 ideas cost {few} statements, 100 cost {many}");
}

/// Who works for the council, and what its answers used, is asked once for all the comments of a list.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn badges_and_credits_cost_a_fixed_number() {
    let busy = Box::pin(Busy::council()).await;
    let reader = busy.cast.of(Who::Citizen);
    let marks = "query($n: Int!) { ideas(first: $n, orderBy: NEWEST) { nodes { publishedAt comments(first: 2) { nodes { \
        officer { role department } isCredited } } } } }";
    let [few, many] = busy.costs(reader, marks).await;
    assert!(many <= few && many <= 10, "10 ideas cost {few} statements, 100 cost {many}");
}

/// Whose token it is, what is known of the author, and the comment: a thread on which a whole town writes stays quick.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_comment_that_nobody_need_look_at_is_one_statement() {
    let busy = Box::pin(Busy::council()).await;
    let writer = busy.cast.of(Who::Citizen);
    let first = "{ ideas(first: 1, orderBy: NEWEST) { nodes { id } } }";
    let idea = writer.script.graphql(first, json!({})).await["data"]["ideas"]["nodes"][0]["id"].clone();
    let post = "mutation($i: PostCommentInput!) { postComment(input: $i) { outcome comment { id } } }";
    let (mut costs, mut above) = ([usize::MAX; 2], serde_json::Value::Null);
    for nth in 0..6 {
        let input = json!({ "ideaId": idea, "parentId": above, "body": format!("A remark, the one of number {nth}.") });
        let before = busy.before().await;
        let answer = writer.script.graphql(post, json!({ "i": input })).await;
        let cost = busy.counter.statements() - before;
        assert_eq!(answer["data"]["postComment"]["outcome"], "POSTED", "{answer}");
        costs[nth % 2] = costs[nth % 2].min(cost);
        above = if nth % 2 == 0 { answer["data"]["postComment"]["comment"]["id"].clone() } else { json!(null) };
    }
    assert!(costs.iter().all(|cost| *cost <= 3), "a comment and a reply cost {costs:?} statements");
}

/// Who comes while a page is being drawn waits for it: a crowd costs what one reader does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_costs_one_drawing() {
    let counter = Arc::new(Counter::default());
    let count = Arc::clone(&counter);
    let world = World::start_with(House::Postgres, move |config| {
        let through = door::stand_before(config.database.url.reveal(), &count);
        config.database.url = through.as_str().into();
        config.cache.believed_ms = 60_000;
    })
    .await;
    let visitor = world.visitor();
    let before = counter.statements();
    let pages = futures::future::join_all((0..100).map(|_| visitor.open("/ideas"))).await;
    let cost = counter.statements() - before;
    assert!(pages.iter().all(|page| page.status.as_u16() == 200 && page.html == pages[0].html));
    assert!(cost <= 40, "a hundred readers cost {cost} statements");
}
