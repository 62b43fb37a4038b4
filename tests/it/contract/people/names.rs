//! Accounts and what they are called.

use std::collections::HashMap;

use folkmoot_common::{PersonId, Roles, Viewer};
use folkmoot_people::{Called, DisplayName, Renamed};
use folkmoot_tests::contract;
use futures::future::join_all;

use super::{Town, email, viewer};

contract! {
    async fn a_person_chooses_their_name(store: Store) {
        let town = Town::over(store);
        let ann = viewer(&town.signed_in("ann@example.org").await);
        let name = DisplayName::parse("Ann Lee").unwrap();

        let Renamed::Done(renamed) = town.people.rename(&ann, " Ann  Lee").await.unwrap() else { panic!("a name") };
        assert_eq!(renamed.name, Some(name));
        assert_eq!(town.people.person(&ann).await.unwrap().unwrap(), renamed);
        let council = town.people.rename(&ann, "Council officer").await.unwrap();
        assert!(matches!(&council, Renamed::Wrong(why) if why.code == "RESERVED"), "{council:?}");
        assert_eq!(town.people.person(&ann).await.unwrap().unwrap(), renamed);
        assert_eq!(town.people.rename(&Viewer::Nobody, "Ann Lee").await.unwrap(), Renamed::NotSignedIn);
        let stranger = Viewer::Person { id: town.sources.mint(town.sources.now()), roles: Roles::default() };
        assert_eq!(town.people.rename(&stranger, "Ann Lee").await.unwrap(), Renamed::NotSignedIn);
        assert_eq!(town.people.person(&Viewer::Nobody).await.unwrap(), None);
    }

    async fn an_address_is_one_account_whatever_its_case_and_however_many_add_it(store: Store) {
        let town = Town::over(store);
        let added = join_all((0..16).map(|n| {
            let address = if n % 2 == 0 { "Ann@example.org" } else { "ann@EXAMPLE.org" };
            town.people.add_person(email(address), Roles::default(), None)
        }))
        .await;
        let ids: Vec<_> = added.iter().map(|one| one.as_ref().unwrap().id).collect();
        assert!(ids.iter().all(|id| *id == ids[0]));
    }

    async fn names_come_in_batches_of_any_length(store: Store) {
        let town = Town::over(store);
        let prefix = DisplayName::parse("Neighbour").unwrap();
        let mut ids = Vec::new();
        for secret in town.people.issue_tokens(1_300, &prefix).await.unwrap() {
            ids.push(town.people.viewer_of_token(&secret).await.unwrap().unwrap().person_id);
        }
        let nameless = town.signed_in("ann@example.org").await.person.id;
        let stranger: PersonId = town.sources.mint(town.sources.now());

        assert_eq!(town.people.named(&[]).await.unwrap(), HashMap::new());
        let three = town.people.named(&[nameless, stranger, ids[0], ids[0]]).await.unwrap();
        assert_eq!(three.len(), 2);
        assert_eq!(three[&nameless].called, Called::Nameless);
        assert_eq!(three[&ids[0]].called, Called::Named("Neighbour 1".to_owned()));
        let all = town.people.named(&ids).await.unwrap();
        assert!(ids.iter().all(|id| all[id].id == *id) && all.len() == 1_300);
    }
}
