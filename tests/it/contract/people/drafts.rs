//! What was written before signing in is never lost, and never read by anybody else.

use folkmoot_common::Viewer;
use folkmoot_people::{DraftContent, DraftOwner};
use folkmoot_tests::contract;

use super::{DAY, MOMENT, Town, viewer};

fn content(text: &str) -> DraftContent {
    DraftContent::parse(text.to_owned()).unwrap()
}

contract! {
    async fn drafts_go_with_whoever_signs_in(store: Store) {
        let town = Town::over(store);
        let (browser, elsewhere) = (town.browser(), town.browser());
        let visitor = DraftOwner::of(&Viewer::Nobody, Some(&browser)).unwrap();
        let stranger = DraftOwner::of(&Viewer::Nobody, Some(&elsewhere)).unwrap();
        let bench = town.people.keep_draft(visitor, content(r#"{"title":"A bench"}"#)).await.unwrap();
        let foreign = town.people.keep_draft(stranger, content("{}")).await.unwrap();

        assert!(town.people.find_draft(stranger, bench).await.unwrap().is_none());
        assert!(!town.people.drop_draft(stranger, bench).await.unwrap());
        assert_eq!(town.people.find_draft(visitor, bench).await.unwrap().unwrap().content, r#"{"title":"A bench"}"#);

        let letter = town.ask("ann@example.org", &browser).await;
        let ann = viewer(&town.by_code(&letter.code, &browser).await.unwrap());
        let ann = DraftOwner::of(&ann, Some(&browser)).unwrap();
        assert_eq!(town.people.find_draft(ann, bench).await.unwrap().unwrap().content, r#"{"title":"A bench"}"#);
        assert!(town.people.find_draft(visitor, bench).await.unwrap().is_none(), "not the next at that keyboard");
        assert!(town.people.drafts_of(visitor).await.unwrap().is_empty());
        assert!(town.people.find_draft(ann, foreign).await.unwrap().is_none());

        let own = town.people.keep_draft(ann, content("{}")).await.unwrap();
        assert_eq!(town.people.drafts_of(ann).await.unwrap().len(), 2);
        assert!(town.people.drop_draft(ann, own).await.unwrap());
        assert!(!town.people.drop_draft(ann, own).await.unwrap());
        assert_eq!(DraftOwner::of(&Viewer::Nobody, None), None);
    }

    async fn an_owner_keeps_the_newest_twenty(store: Store) {
        let town = Town::over(store);
        let visitor = DraftOwner::Browser(town.browser().digest());
        let other = DraftOwner::Browser(town.browser().digest());
        let theirs = town.people.keep_draft(other, content("other")).await.unwrap();
        let mut made = Vec::new();
        for number in 0..23 {
            town.pass(MOMENT);
            made.push(town.people.keep_draft(visitor, content(&number.to_string())).await.unwrap());
        }

        let kept = town.people.drafts_of(visitor).await.unwrap();
        let contents: Vec<_> = kept.iter().map(|draft| draft.content.clone()).collect();
        assert_eq!(contents, (3..23).rev().map(|number| number.to_string()).collect::<Vec<_>>());
        assert!(town.people.find_draft(visitor, made[0]).await.unwrap().is_none());
        assert!(town.people.find_draft(other, theirs).await.unwrap().is_some());
    }

    async fn a_draft_waits_for_a_week(store: Store) {
        let town = Town::over(store);
        let visitor = DraftOwner::Browser(town.browser().digest());
        let long = "é".repeat(DraftContent::MOST / 2);
        let id = town.people.keep_draft(visitor, content(&long)).await.unwrap();
        assert!(DraftContent::parse(format!("{long}x")).is_err());

        town.pass(DAY * 7 - MOMENT);
        assert_eq!(town.people.find_draft(visitor, id).await.unwrap().unwrap().content, long);
        assert_eq!(town.people.forget_expired().await.unwrap(), 0);
        town.pass(MOMENT);
        assert!(town.people.find_draft(visitor, id).await.unwrap().is_none());
        assert!(town.people.drafts_of(visitor).await.unwrap().is_empty());
        assert_eq!(town.people.forget_expired().await.unwrap(), 1);
    }
}
