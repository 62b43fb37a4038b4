//! What a search promises: all the words, of what may be seen, as it says now; and that nothing typed can break it.

use folkmoot_common::{PageRequest, Viewer};
use folkmoot_ideas::{
    Campaign, Idea, IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus, IdeaText, LabelKind, PublishingMode, Reason,
    SearchWords, Submission, Visibility, VotingRule,
};
use folkmoot_moderation::{Act, ItemKind};
use folkmoot_storage::Store;
use folkmoot_tests::contract;
use folkmoot_tests::database::{Kind, OwnDatabase};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};

use super::migrated_again_from;
use super::moderation::room::{Room, about, in_the_room};
use super::stage::Stage;

/// What a list answers when these words are typed, by title, and that it counts as many.
async fn found(stage: &Stage, viewer: &Viewer, typed: &str) -> Vec<String> {
    let search = Some(SearchWords::parse(typed).unwrap());
    let mut titles = Vec::new();
    for order in IdeaOrder::ALL {
        let query = IdeaQuery { filter: IdeaFilter { search: search.clone(), ..IdeaFilter::default() }, order };
        let page = stage.ideas.list(viewer, &query, &PageRequest::first(50)).await.unwrap();
        titles = page.items.iter().map(|listed| listed.idea.title.as_str().to_owned()).collect();
        titles.sort();
        assert_eq!(stage.ideas.count(viewer, &query).await.unwrap(), u64::try_from(titles.len()).unwrap(), "{order:?}");
    }
    titles
}

async fn posted(stage: &Stage, author: &Viewer, title: &str, body: &str) -> Idea {
    match stage.submit_text(author, Campaign::STANDING, title, body).await {
        Submission::Published(idea) => idea,
        other => panic!("{other:?}"),
    }
}

contract! {
    async fn words_are_found_wherever_they_stand(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let bridge = posted(&stage, &author, "Mend the old bridge", "The railing is broken/rusty.See example.org/café.").await;
        posted(&stage, &author, "Open the library later", "A bridge between day and night: Öffnungszeiten!").await;

        for (typed, titles) in [
            ("mend", &["Mend the old bridge"][..]),
            ("RAILING", &["Mend the old bridge"]),
            ("bridge", &["Mend the old bridge", "Open the library later"]),
            ("bridge railing", &["Mend the old bridge"]),
            ("railing bridge", &["Mend the old bridge"]),
            ("bridge airport", &[]),
            ("libr", &["Open the library later"]),
            ("the libr", &["Open the library later"]),
            ("libr the", &[]),
            ("rusty", &["Mend the old bridge"]),
            ("see", &["Mend the old bridge"]),
            ("cafe", &["Mend the old bridge"]),
            ("Café", &["Mend the old bridge"]),
            ("offnung", &["Open the library later"]),
            ("öffnungszeiten", &["Open the library later"]),
            ("day-and-night", &["Open the library later"]),
        ] {
            assert_eq!(found(&stage, &Viewer::Nobody, typed).await, titles, "{typed}");
        }
        for typed in [bridge.number.to_string(), format!("#{}", bridge.number)] {
            assert_eq!(found(&stage, &Viewer::Nobody, &typed).await, ["Mend the old bridge"], "{typed}");
        }
        assert_eq!(found(&stage, &Viewer::Nobody, "#999").await, Vec::<String>::new());
    }

    async fn what_may_not_be_seen_is_not_found(store: Store) {
        let stage = Stage::over(&store);
        let (author, other, moderator) = (stage.citizen().await, stage.citizen().await, stage.moderator().await);
        stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let Submission::Waiting(waiting, _by) = stage.submit(&author, "checked", "A secret night bus").await else { panic!("public") };
        let withdrawn = stage.idea(&author, "A withdrawn night bus").await;
        stage.ideas.withdraw(&author, withdrawn.id, Reason::parse("Never mind.").unwrap()).await.unwrap();
        for viewer in [&author, &other, &moderator, &Viewer::Nobody] {
            for typed in ["night bus".to_owned(), format!("#{}", waiting.number), withdrawn.number.to_string()] {
                assert!(found(&stage, viewer, &typed).await.is_empty(), "{typed} as {viewer:?}");
            }
        }
        // Asked for by status, as in every list: the viewer's own, and everything to moderators.
        let search = Some(SearchWords::parse("secret").unwrap());
        let filter = IdeaFilter { statuses: vec![IdeaStatus::Submitted], search, ..IdeaFilter::default() };
        let query = IdeaQuery { filter, ..IdeaQuery::default() };
        for (viewer, sees) in [(&author, 1), (&moderator, 1), (&other, 0), (&Viewer::Nobody, 0)] {
            assert_eq!(stage.ideas.count(viewer, &query).await.unwrap(), sees);
        }
        let near = |viewer| stage.ideas.similar(viewer, None, "A secret night bus", 5);
        assert_eq!(near(&other).await.unwrap(), []);
        assert_eq!(near(&Viewer::Nobody).await.unwrap(), []);
        let own = near(&author).await.unwrap().into_iter().map(|idea| idea.id).collect::<Vec<_>>();
        assert_eq!(own, [waiting.id], "one's own that waits, and not what was taken back");
    }

    async fn an_edit_is_found_by_its_new_words(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let idea = posted(&stage, &author, "A quieter square", "Fewer lorries.").await;
        let text = IdeaText::parse("A greener square", "Plant lime trees.", "en").unwrap();
        let _ = stage.ideas.edit(&author, idea.id, 1, text).await.unwrap();
        for (typed, n) in [("quieter", 0), ("lorries", 0), ("greener", 1), ("lime", 1), ("square", 1)] {
            assert_eq!(found(&stage, &Viewer::Nobody, typed).await.len(), n, "{typed}");
        }
    }

    async fn a_search_pages_like_any_list(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        for i in 0..9 {
            stage.idea(&author, &format!("{} number {i}", if i % 3 == 0 { "Bench" } else { "Lamp" })).await;
        }
        let search = Some(SearchWords::parse("lamp").unwrap());
        for order in IdeaOrder::ALL {
            let query = IdeaQuery { filter: IdeaFilter { search: search.clone(), ..IdeaFilter::default() }, order };
            let whole = stage.ideas.list(&author, &query, &PageRequest::first(50)).await.unwrap();
            assert_eq!(whole.items.len(), 6);
            let first = stage.ideas.list(&author, &query, &PageRequest::first(4)).await.unwrap();
            let end = first.items[3].cursor.clone();
            let rest = stage.ideas.list(&author, &query, &PageRequest::first(4).after(Some(end))).await.unwrap();
            assert_eq!([first.items, rest.items].concat(), whole.items, "{order:?}");
            assert!(!rest.has_next);
        }
    }

    async fn nothing_typed_breaks_a_search(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        stage.idea(&author, "Mend the old bridge").await;
        let signs = "'\"&|!():*\\\0<->^{}[]+-~%_;/?@#$`=.,\u{2019}\u{202E}\u{FFFF}";
        for sign in signs.chars() {
            for typed in [
                format!("{sign}bridge"), format!("bridge{sign}"), format!("br{sign}idge"), format!("bridge {sign} old"),
                format!("{sign}{sign}"), format!("'{sign}bridge"), format!("\"{sign}old"), format!("old'{sign}' OR 1"),
            ] {
                let Ok(search) = SearchWords::parse(&typed) else { continue };
                let query = IdeaQuery { filter: IdeaFilter { search: Some(search), ..IdeaFilter::default() }, ..IdeaQuery::default() };
                stage.ideas.list(&author, &query, &PageRequest::first(5)).await.unwrap_or_else(|why| panic!("{typed:?}: {why}"));
                stage.ideas.similar(&author, None, &typed, 5).await.unwrap_or_else(|why| panic!("{typed:?}: {why}"));
            }
        }
        for typed in [
            "AND", "OR NOT NEAR", "title:bridge", "NEAR(bridge old)", "bridge:*", "'); DROP TABLE idea; --", "\\'bridge",
            "bridge & !old", "١٢٣ ½ ² Ⅷ", "👩‍👩‍👧 bus", "ﷺ", "ｆｕｌｌ", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "a\u{200D}b", "ß", "İİ",
        ] {
            if let Ok(search) = SearchWords::parse(typed) {
                let query = IdeaQuery { filter: IdeaFilter { search: Some(search), ..IdeaFilter::default() }, ..IdeaQuery::default() };
                stage.ideas.list(&author, &query, &PageRequest::first(5)).await.unwrap_or_else(|why| panic!("{typed:?}: {why}"));
            }
            stage.ideas.similar(&author, None, typed, 5).await.unwrap_or_else(|why| panic!("{typed:?}: {why}"));
        }
    }

    async fn similar_ideas_share_most_words_of_the_title(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let lane = posted(&stage, &author, "A cycle lane on Mill Road", "Safe for children.").await;
        let safe = posted(&stage, &author, "Make Mill Road safe", "A cycle lane would do it.").await;
        posted(&stage, &author, "Open the library later", "Until nine.").await;
        posted(&stage, &author, "Plant trees on Mill Lane", "Shade.").await;
        stage.campaign("streets", VotingRule::SupportAndOppose, PublishingMode::StraightAway, None).await;
        let streets = stage.ideas.campaign("streets").await.unwrap().unwrap();

        let near = stage.ideas.similar(&Viewer::Nobody, None, "Cycle lane for Mill Road!", 5).await.unwrap();
        assert_eq!(near.iter().map(|idea| idea.number).collect::<Vec<_>>(), [lane.number, safe.number]);
        assert_eq!(stage.ideas.similar(&Viewer::Nobody, None, "Cycle lane for Mill Road!", 1).await.unwrap().len(), 1);
        let elsewhere = stage.ideas.similar(&Viewer::Nobody, Some(streets.id), "Cycle lane on Mill Road", 5).await.unwrap();
        assert_eq!(elsewhere, []);
        for nothing in ["", "a b", "!!", "Something else entirely"] {
            assert_eq!(stage.ideas.similar(&author, None, nothing, 5).await.unwrap(), [], "{nothing:?}");
        }
    }
}

/// Ideas that were there before the index was are found too.
async fn what_was_there_before(kind: Kind) {
    let database = OwnDatabase::migrated(kind).await;
    let url = database.url();
    let store = Store::open(url, 4).await.unwrap();
    let stage = Stage::over(&store);
    let author = stage.citizen().await;
    stage.idea(&author, "Mend the old bridge").await;
    drop(stage);
    migrated_again_from(url, "000005_search").await;

    let stage = Stage::over(&Store::open(url, 4).await.unwrap());
    assert_eq!(found(&stage, &Viewer::Nobody, "bridge").await, ["Mend the old bridge"]);
    if kind == Kind::Sqlite {
        let connection = Database::connect(url).await.unwrap();
        connection
            .execute_unprepared("INSERT INTO idea_words (idea_words, rank) VALUES ('integrity-check', 1)")
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn what_was_there_before_is_indexed_on_sqlite() {
    what_was_there_before(Kind::Sqlite).await;
}

#[tokio::test]
async fn what_was_there_before_is_indexed_on_postgres() {
    what_was_there_before(Kind::Postgres).await;
}

/// Many ideas that say the same, and one that says something more. `:id` is a new id.
const MANY: &str = "INSERT INTO idea (id, campaign_id, author_id, title, slug, body, html, html_policy, status, created_at, \
     published_at, shown_revision) \
     WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < 600) \
     SELECT :id, campaign_id, author_id, 'A bench like the others', 'a-bench', \
     'To rest.', '<p>To rest.</p>', html_policy, status, created_at, published_at, 1 FROM idea CROSS JOIN series";
const TALLIES: &str = "INSERT INTO tally (idea_id, campaign_id, listed, votable, trend, born_at, status) \
     SELECT id, campaign_id, TRUE, TRUE, 0, created_at, status FROM idea \
     WHERE NOT EXISTS (SELECT 1 FROM tally WHERE idea_id = idea.id)";

/// Whichever word is the rare one, and whichever way it is looked for.
async fn a_rare_word_is_found_beside_one_that_many_say(kind: Kind) {
    let database = OwnDatabase::migrated(kind).await;
    let store = Store::open(database.url(), 4).await.unwrap();
    let stage = Stage::over(&store);
    let author = stage.citizen().await;
    posted(&stage, &author, "A bench under the sycamore", "To rest.").await;
    let connection = Database::connect(database.url()).await.unwrap();
    let id = if kind == Kind::Sqlite { "randomblob(16)" } else { "gen_random_uuid()" };
    for statement in [&MANY.replace(":id", id), TALLIES] {
        connection.execute_unprepared(statement).await.unwrap();
    }
    // PostgreSQL does by itself after a while, SQLite never.
    if kind == Kind::Postgres {
        connection.execute_unprepared("ANALYZE idea, tally").await.unwrap();
    }
    let one = ["A bench under the sycamore"];
    for typed in ["bench sycamore", "bench syc", "sycamore bench", "sycamore ben", "syc", "sycamore rest"] {
        assert_eq!(found(&stage, &Viewer::Nobody, typed).await, one, "{typed}");
    }
    looked_for_in_the_cheaper_way(&store, kind).await;
    assert!(found(&stage, &Viewer::Nobody, "sycamore others").await.is_empty());
    let query = IdeaQuery {
        filter: IdeaFilter { search: Some(SearchWords::parse("bench oth").unwrap()), ..IdeaFilter::default() },
        order: IdeaOrder::Newest,
    };
    assert_eq!(stage.ideas.count(&Viewer::Nobody, &query).await.unwrap(), 600);
    let (page, count) = stage.ideas.beginning(&Viewer::Nobody, &query, 20).await.unwrap();
    assert_eq!((page.items.len(), count.n, count.or_more), (20, 200, true));
    of_many_few_are_public(&stage, &connection, &query).await;
}

/// Many say it still, and few of them are public.
async fn of_many_few_are_public(stage: &Stage, connection: &DatabaseConnection, query: &IdeaQuery) {
    for statement in [
        "UPDATE idea SET hidden_at = 1 WHERE number % 20 > 0",
        "UPDATE tally SET listed = FALSE \
        WHERE idea_id IN (SELECT id FROM idea WHERE hidden_at IS NOT NULL)",
    ] {
        connection.execute_unprepared(statement).await.unwrap();
    }
    let all = stage.ideas.count(&Viewer::Nobody, query).await.unwrap();
    let (page, count) = stage.ideas.beginning(&Viewer::Nobody, query, 20).await.unwrap();
    assert!((25..35).contains(&all), "{all} are public");
    assert_eq!((page.items.len(), count.n, count.or_more), (20, all, false));
}

/// Few that say it are begun with; of many the order gives a page full.
async fn looked_for_in_the_cheaper_way(store: &Store, kind: Kind) {
    if kind == Kind::Postgres {
        return; // Its plans are held by what they read: `plans.rs`.
    }
    for order in IdeaOrder::ALL {
        for (typed, few) in
            [("sycamore", true), ("bench", false), ("sycamore rest", true), ("7", true), ("others", false)]
        {
            let search = Some(SearchWords::parse(typed).unwrap());
            let query = IdeaQuery { filter: IdeaFilter { search, ..IdeaFilter::default() }, order };
            let plan = store.free_plan_of(Visibility::Public, &query, &PageRequest::first(20)).await.unwrap();
            let begins = |with: &str| plan.lines().any(|line| line.starts_with(with));
            let (walks, sorts) = (begins("SCAN tally USING INDEX"), begins("USE TEMP B-TREE FOR ORDER BY"));
            let is_right = if few { !walks && !begins("SCAN idea") } else { walks && !sorts };
            assert!(is_right, "{typed} {order:?}:\n{plan}");
        }
    }
}

on_both!(a_rare_word_is_found_beside_one_that_many_say);

in_the_room! {
    async fn what_was_hidden_is_neither_found_nor_counted(room: Room) {
        let stage = &room.stage;
        let (mo, ana, admin) = (stage.moderator().await, stage.citizen().await, stage.admin().await);
        let (seen, hidden) = (stage.idea(&ana, "A night bus to Ely").await, stage.idea(&ana, "A night bus to March").await);
        room.report(&Viewer::Nobody, about(&hidden), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        for viewer in [&ana, &mo, &Viewer::Nobody] {
            assert_eq!(found(stage, viewer, "night bus").await, ["A night bus to Ely"], "{viewer:?}");
        }

        let north = stage.labels.add(&admin, LabelKind::Place, "North").await.unwrap();
        let other = stage.campaign("other", VotingRule::SupportAndOppose, PublishingMode::StraightAway, None).await;
        stage.labels.place(&ana, &seen, Some(north)).await.unwrap();
        let bus = IdeaFilter { search: Some(SearchWords::parse("night bus").unwrap()), ..IdeaFilter::default() };
        let published = vec![IdeaStatus::Published];
        for (filter, count) in [
            (IdeaFilter { place: Some(north), campaign: Some(seen.campaign), statuses: published, ..bus.clone() }, 1),
            (IdeaFilter { campaign: Some(other.id), ..bus.clone() }, 0),
            (IdeaFilter { statuses: vec![IdeaStatus::Planned], ..bus.clone() }, 0),
            (IdeaFilter { author: ana.person(), ..bus }, 2),
        ] {
            let query = IdeaQuery { filter, order: IdeaOrder::Newest };
            assert_eq!(stage.ideas.count(&ana, &query).await.unwrap(), count, "{query:?}");
            assert_eq!(stage.ideas.beginning(&ana, &query, 1).await.unwrap().1.n, count, "{query:?}");
        }
    }
}
