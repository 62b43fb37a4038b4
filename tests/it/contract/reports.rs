//! What the desk of reports promises: the row and its letters are written together, a number finds its report, and a flood
//! fills no letterbox.

use folkmoot_comments::CommentText;
use folkmoot_common::{Address, Outbox as _, Viewer};
use folkmoot_ideas::Idea;
use folkmoot_moderation::{Complaint, Place, RawComplaint, Receipt, Subject, Target};
use folkmoot_tests::contract;

use super::stage::Stage;

fn about(idea: &Idea) -> Subject {
    let place = Place { idea: Some(idea.id), number: Some(idea.number), ..Place::default() };
    Subject { target: Target::Idea(idea.id), place, title: idea.title.as_str().to_owned() }
}

fn complaint(answer_to: Option<&str>) -> Complaint {
    let raw = RawComplaint { ground: "SPAM", details: "It sells pills.", name: "", in_good_faith: true };
    Complaint::parse(raw, Ok(answer_to.map(|address| Address::parsed(address.to_owned())))).unwrap()
}

async fn letters_to(store: &Store, address: &str) -> usize {
    store.newest(200).await.unwrap().iter().filter(|letter| letter.mail.to == address).count()
}

use folkmoot_storage::Store;

contract! {
    async fn a_report_is_found_by_its_number_and_tells_the_council(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let idea = stage.idea(&ana, "A bench at the river").await;
        let text = CommentText::parse("Buy pills", None).unwrap();
        let comment = stage.comments.post(&ana, idea.id, None, text).await.unwrap();

        let first = stage.reports.file(&Viewer::Nobody, about(&idea), complaint(None), "192.0.2.1").await.unwrap();
        let place = Place { comment: Some(comment.number), ..about(&idea).place };
        let under = Subject { target: Target::Comment(comment.id), place, ..about(&idea) };
        let second = stage.reports.file(&ana, under, complaint(Some("ben@example.org")), "192.0.2.1").await.unwrap();
        assert_ne!(first, second);

        let found = stage.reports.find(&first).await.unwrap().unwrap();
        assert_eq!((found.place.number, found.place.comment, found.mailed), (Some(idea.number), None, false));
        let found = stage.reports.find(&second).await.unwrap().unwrap();
        assert_eq!((found.place.number, found.place.comment, found.mailed), (Some(idea.number), Some(comment.number), true));
        let unknown = Receipt::parse("2222-2222").unwrap();
        assert_eq!(stage.reports.find(&unknown).await.unwrap(), None);

        assert_eq!(letters_to(&store, "council@example.org").await, 2);
        assert_eq!(letters_to(&store, "ben@example.org").await, 1);
    }

    async fn a_flood_of_reports_fills_no_letterbox(store: Store) {
        let stage = Stage::over(&store);
        let ana = stage.citizen().await;
        let idea = stage.idea(&ana, "A bench at the river").await;
        let mut last = None;
        for _ in 0..64 {
            let filed = stage.reports.file(&Viewer::Nobody, about(&idea), complaint(Some("ben@example.org")), "192.0.2.1").await;
            last = Some(filed.unwrap());
        }
        assert_eq!(letters_to(&store, "council@example.org").await, 60);
        assert_eq!(letters_to(&store, "ben@example.org").await, 5);
        let kept = stage.reports.find(&last.unwrap()).await.unwrap().unwrap();
        assert!(!kept.mailed, "it is kept, and says that no letter left");
    }
}
