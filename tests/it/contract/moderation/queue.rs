//! The queue: its order, filters, pages both ways, counts, clusters, and how it is read when it is long.

use folkmoot_common::{PageRequest, PublishingMode, Suspicion, Viewer};
use folkmoot_ideas::VotingRule;
use folkmoot_moderation::{Act, Decided, ItemKind, QueueFilter};

use super::super::migrated_again_from;
use super::super::stage::Stage;
use super::room::{Room, about, in_the_room, verdict};

in_the_room! {
    async fn it_is_paged_both_ways_filtered_and_counted(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let campaign = room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        for n in 0..7 {
            let _ = room.stage.submit_text(&ana, "checked", &format!("Bench {n}"), &format!("Words number {n}.")).await;
        }
        let public = room.stage.idea(&room.stage.citizen().await, "Something public").await;
        room.report(&Viewer::Nobody, about(&public), "192.0.2.1").await;
        let whole = room.waiting(&mo).await;
        assert_eq!(whole.len(), 8);
        assert!(whole.is_sorted_by_key(|item| (item.rank, item.id)));
        assert_eq!(whole[0].kind, ItemKind::Report, "a report brings it forward");
        let all = QueueFilter::default();
        let page = async |request: PageRequest| room.stage.moderation.queue(&mo, &all, &request).await;
        let first = page(PageRequest::first(3)).await.unwrap();
        assert!(first.has_next && !first.has_previous);
        let end = first.items[2].cursor.clone();
        let second = page(PageRequest::first(3).after(Some(end))).await.unwrap();
        let ids = |items: &[folkmoot_moderation::ListedItem]| items.iter().map(|listed| listed.item.id).collect::<Vec<_>>();
        let expected = whole.iter().map(|item| item.id).collect::<Vec<_>>();
        assert_eq!(ids(&second.items), expected[3..6]);
        let back = page(PageRequest::first(3).before(Some(second.items[0].cursor.clone()))).await.unwrap();
        assert_eq!(ids(&back.items), expected[..3]);

        let late = room.stage.sources.now().plus(std::time::Duration::from_secs(90_000));
        for (filter, n) in [
            (QueueFilter { kind: Some(ItemKind::Idea), ..all.clone() }, 7),
            (QueueFilter { campaign: Some(campaign.id), ..all.clone() }, 7),
            (QueueFilter { author: ana.person(), ..all.clone() }, 7),
            (QueueFilter { suspicion: Some(Suspicion::Burst), ..all.clone() }, 2),
            (QueueFilter { overdue_at: Some(room.stage.sources.now()), ..all.clone() }, 0),
            (QueueFilter { overdue_at: Some(late), ..all.clone() }, 8),
        ] {
            let listed = room.stage.moderation.queue(&mo, &filter, &PageRequest::first(50)).await.unwrap();
            assert_eq!((listed.items.len(), room.stage.moderation.count(&mo, &filter).await.unwrap()), (n, n as u64), "{filter:?}");
        }
        let counts = room.stage.moderation.counts(&mo).await.unwrap();
        assert_eq!((counts.all(), counts.of(ItemKind::Report), counts.overdue), (8, 1, 0));
    }

    async fn what_waited_before_there_was_a_queue_waits_in_it(room: Room) {
        let ana = room.stage.citizen().await;
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let _said = room.comment(&ana, &idea, "A fine bench.").await;
        room.run("UPDATE comment SET state = 'held'").await;
        room.run("UPDATE tally SET comments = 0").await;
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&ana, "checked", "A waiting bench").await;
        migrated_again_from(room.url(), "000010_moderation").await;

        // As an older program left it, a new one finds it.
        let store = folkmoot_storage::Store::open(room.url(), 2).await.unwrap();
        let stage = Stage::with(&store, room.stage.sources.clone());
        let mo = Viewer::Person { id: ana.person().unwrap(), roles: folkmoot_common::Roles::default().with(folkmoot_common::Role::Moderator) };
        let page = stage.moderation.queue(&mo, &QueueFilter::default(), &PageRequest::first(10)).await.unwrap();
        let kinds: Vec<_> = page.items.iter().map(|listed| (listed.item.kind, listed.item.title.as_str())).collect();
        assert_eq!(kinds, [(ItemKind::Comment, "A bench at the river"), (ItemKind::Idea, "A waiting bench")]);
        assert!(page.items.iter().all(|listed| listed.item.is_overdue(room.stage.sources.now())));
    }

    async fn near_duplicates_stand_together_and_many_are_decided_with_one_conflict(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let body = |end: &str| format!("Please mend the old wooden bench beside the river where we sit on summer evenings and watch the boats go by with our children and our neighbours {end}");
        for (title, words) in [
            ("Mend the bench", body("today.")), ("Mend the bench", body("today!")), ("Mend the bench", body("soon.")),
            ("A night bus", "Buses should run all night long between the hospital and the station for everybody who works there late.".to_owned()),
        ] {
            let _ = room.stage.submit_text(&ana, "checked", title, &words).await;
        }
        let items = room.waiting(&mo).await;
        let benches: Vec<_> = items.iter().filter(|item| item.title == "Mend the bench").collect();
        assert!(benches.iter().all(|item| item.cluster == benches[0].cluster), "{benches:#?}");
        let bus = items.iter().find(|item| item.title == "A night bus").unwrap();
        assert_ne!(bus.cluster, benches[0].cluster);
        let together = QueueFilter { cluster: Some(benches[0].cluster), ..QueueFilter::default() };
        assert_eq!(room.stage.moderation.count(&mo, &together).await.unwrap(), 3);

        let text = folkmoot_ideas::IdeaText::parse("Mend the bench", "Something else now.", "en").unwrap();
        let _ = room.stage.ideas.edit(&ana, benches[1].place.idea.unwrap(), 1, text).await.unwrap();
        let chosen: Vec<_> = benches.iter().map(|item| (item.id, item.revision)).collect();
        let results = room.stage.moderation.decide_many(&mo, &chosen, &verdict(Act::Reject)).await.unwrap();
        let done: Vec<_> = results.iter().map(|(_, result)| matches!(result, Ok(Decided::Done(_)))).collect();
        assert_eq!(done, [true, false, true]);
        assert!(matches!(results[1].1, Ok(Decided::Changed)));
        assert_eq!(room.waiting(&mo).await.len(), 2);
        assert_eq!(room.number("SELECT COUNT(DISTINCT batch) FROM decision").await, 1);
    }

    async fn ten_thousand_wait_and_the_first_page_is_there_at_once(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let _ = room.stage.submit(&ana, "checked", "Bench").await;
        let (id, random) = if room.is_postgres() {
            ("gen_random_uuid()", "SELECT g FROM generate_series(1, 10000) AS g(g)")
        } else {
            ("randomblob(16)", "WITH RECURSIVE s(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM s WHERE g < 10000) SELECT g FROM s")
        };
        room.run(&format!(
            "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, rank, cluster, changed_at) \
             SELECT {id}, 'report', 'idea', {id}, idea.id, author_id, created_at, created_at + g, created_at + g, idea.id, created_at \
             FROM idea, ({random}) AS s"
        )).await;
        if room.is_postgres() {
            room.run("ANALYZE").await;
        }
        let (all, request) = (QueueFilter::default(), PageRequest::first(50));
        let page = room.stage.moderation.queue(&mo, &all, &request).await.unwrap();
        assert_eq!(page.items.len(), 50);
        let counts = room.stage.moderation.counts(&mo).await.unwrap();
        assert_eq!(counts.of(ItemKind::Report), 10_000);
        for filter in [all.clone(), QueueFilter { kind: Some(ItemKind::Report), ..all.clone() }] {
            let after = request.clone().after(Some(page.items[49].cursor.clone()));
            for request in [request.clone(), after] {
                let plan = room.store.plan_of_queue(&filter, &request).await.unwrap();
                assert!(plan.contains("queue_item_rank") || plan.contains("queue_item_kind_rank"), "{filter:?}: {plan}");
                assert!(!plan.to_lowercase().contains("sort") && !plan.contains("TEMP B-TREE"), "{plan}");
            }
        }
    }
}
