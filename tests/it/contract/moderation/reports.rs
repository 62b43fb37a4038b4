//! Reports: enough independent people hide what they report until somebody has looked; visitors and brigades don't.

use folkmoot_common::Viewer;
use folkmoot_moderation::{Act, ActKind, ItemKind, ReportOutcome, Subject, Undone};

use super::room::{Room, about, in_the_room, under};

async fn hidden(room: &Room) -> bool {
    let ideas = room.number("SELECT COUNT(*) FROM idea WHERE hidden_at IS NOT NULL").await;
    ideas + room.number("SELECT COUNT(*) FROM comment WHERE state = 'hidden'").await == 1
}

/// An idea and a comment of one author, each as a subject.
async fn subjects(room: &Room) -> [Subject; 2] {
    let ana = room.stage.citizen().await;
    let idea = room.stage.idea(&ana, "A bench").await;
    let comment = room.comment(&ana, &idea, "A fine bench.").await;
    [under(&idea, &comment), about(&idea)]
}

in_the_room! {
    async fn visitors_newcomers_and_one_household_hide_nothing(room: Room) {
        let mo = room.stage.moderator().await;
        for subject in subjects(room).await {
            for n in 0..6 {
                room.report(&Viewer::Nobody, subject.clone(), &format!("192.0.2.{n}")).await;
            }
            for _ in 0..4 {
                room.report(&room.old_citizen().await, subject.clone(), "198.51.100.7").await;
            }
            // One account that walks from door to door is one voice.
            let walker = room.old_citizen().await;
            for n in 0..4 {
                room.report(&walker, subject.clone(), &format!("203.0.113.{n}")).await;
            }
            for n in 0..4 {
                room.report(&room.stage.citizen().await, subject.clone(), &format!("10.0.0.{n}")).await;
            }
            assert!(!hidden(room).await, "{subject:?}");
            let item = room.waiting(&mo).await.into_iter().find(|item| item.target == subject.target).unwrap();
            assert_eq!(item.reports, 2, "two independent voices");
        }
    }

    async fn three_independent_people_hide_until_somebody_has_looked(room: Room) {
        let mo = room.stage.moderator().await;
        for subject in subjects(room).await {
            let people = [room.old_citizen().await, room.old_citizen().await, room.old_citizen().await];
            let mut receipts = Vec::new();
            let mut ranks = Vec::new();
            for (n, person) in people.iter().enumerate() {
                assert!(!hidden(room).await);
                receipts.push(room.report(person, subject.clone(), &format!("192.0.2.{n}")).await);
                ranks.push(room.item(&mo, ItemKind::Report).await.rank);
            }
            assert!(hidden(room).await, "{subject:?}");
            assert!(ranks[2] < ranks[1] && ranks[1] < ranks[0], "each brings it forward");
            room.nothing_is_off().await;
            let told = room.letters().await.into_iter().filter(|(to, said)| to == "person-1@example.org" && said.starts_with("HELD")).count();
            assert_eq!(told, 1 + usize::from(matches!(subject.target, folkmoot_moderation::Target::Idea(_))));
            let held = room.column("SELECT act FROM decision WHERE actor_id IS NULL AND undone_at IS NULL").await;
            assert_eq!(held[0], ActKind::Hold.as_str());

            let item = room.item(&mo, ItemKind::Report).await;
            let restored = room.done(&mo, &item, Act::Restore).await;
            assert!(!hidden(room).await);
            for receipt in &receipts {
                let filed = room.stage.reports.find(receipt).await.unwrap().unwrap();
                assert_eq!(filed.answered.unwrap().0, ReportOutcome::Kept);
            }
            // The same people again: they were told that it stays.
            for (n, person) in people.iter().enumerate() {
                room.report(person, subject.clone(), &format!("192.0.2.{n}")).await;
            }
            assert!(!hidden(room).await, "the same people hide it again");
            assert!(matches!(room.stage.moderation.undo(&mo, restored.id).await.unwrap(), Undone::Done(_)), "and that is undone");
            assert!(hidden(room).await);
            let item = room.item(&mo, ItemKind::Report).await;
            room.done(&mo, &item, Act::Restore).await;
            assert_eq!(room.number("SELECT COUNT(*) FROM report WHERE answered_at IS NULL").await, 0, "every report has its answer");
        }
    }

    async fn an_answer_reaches_every_reporter_once_for_each_report(room: Room) {
        let mo = room.stage.moderator().await;
        let [_comment, idea] = subjects(room).await;
        let one = room.report(&Viewer::Nobody, idea.clone(), "192.0.2.1").await;
        room.report(&Viewer::Nobody, idea, "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let told = room.letters().await.into_iter().filter(|(to, said)| to == "reporter@example.org" && said == "REPORT ANSWERED true").count();
        assert_eq!(told, 2);
        let filed = room.stage.reports.find(&one).await.unwrap().unwrap();
        assert_eq!((filed.answered.unwrap().0, filed.appealable(room.stage.sources.now())), (ReportOutcome::Acted, None));
    }
}
