//! Access tokens, one by one and by the thousand.

use folkmoot_common::{Role, Viewer};
use folkmoot_people::{DisplayName, Issued, TokenName};
use folkmoot_tests::contract;
use futures::future::join_all;

use super::{Town, email, viewer};

contract! {
    async fn a_token_stands_for_its_person_until_they_revoke_it(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        let bob = town.signed_in("bob@example.org").await;
        town.people.add_person(email("ann@example.org"), [Role::Officer].into_iter().collect(), None).await.unwrap();
        let name = TokenName::parse("My script").unwrap();
        let Issued::Token(info, secret) = town.people.issue_token(&viewer(&ann), name).await.unwrap() else {
            panic!("a token");
        };

        let known = town.people.viewer_of_token(&secret).await.unwrap().unwrap();
        assert_eq!((known.person_id, known.session_id), (ann.person.id, None));
        assert!(known.roles.has(Role::Officer) && known.roles.has(Role::Citizen));
        assert!(town.people.viewer_of_session(&secret).await.unwrap().is_none(), "a token is no session");
        assert!(town.people.viewer_of_token(&ann.session).await.unwrap().is_none(), "and a session no token");
        assert_eq!(town.people.tokens(&viewer(&ann)).await.unwrap(), std::slice::from_ref(&info));
        assert!(town.people.tokens(&viewer(&bob)).await.unwrap().is_empty());

        assert!(!town.people.revoke_token(&viewer(&bob), info.id).await.unwrap());
        assert!(town.people.viewer_of_token(&secret).await.unwrap().is_some());
        assert!(town.people.revoke_token(&viewer(&ann), info.id).await.unwrap());
        assert!(town.people.viewer_of_token(&secret).await.unwrap().is_none());
        let name = TokenName::parse("x").unwrap();
        assert!(matches!(town.people.issue_token(&Viewer::Nobody, name).await.unwrap(), Issued::NotSignedIn));
    }

    async fn a_person_has_fifty_tokens_at_most(store: Store) {
        let town = Town::over(store);
        let ann = viewer(&town.signed_in("ann@example.org").await);
        let name = TokenName::parse("One of many").unwrap();
        let issued = join_all((0..60).map(|_| town.people.issue_token(&ann, name.clone()))).await;
        let kept = issued.iter().filter(|one| matches!(one.as_ref().unwrap(), Issued::Token(..))).count();
        assert_eq!(kept, 50);
        assert_eq!(town.people.tokens(&ann).await.unwrap().len(), 50);
    }

    async fn people_are_made_by_the_thousand(store: Store) {
        let town = Town::over(store);
        let prefix = DisplayName::parse("Load").unwrap();
        let secrets = town.people.issue_tokens(2_500, &prefix).await.unwrap();
        assert_eq!(secrets.len(), 2_500);

        let last = town.people.viewer_of_token(&secrets[2_499]).await.unwrap().unwrap();
        assert_eq!(last.name.unwrap().as_str(), "Load 2500");
        let own = town.people.person(&Viewer::Person { id: last.person_id, roles: last.roles }).await.unwrap().unwrap();
        assert_eq!(own.email, None);
        assert!(town.people.issue_tokens(0, &prefix).await.unwrap().is_empty());
    }

    /// Calls that come together are looked up together: each finds its own person with their own roles, twice the same
    /// token too, and one that is nobody's finds nobody.
    async fn who_comes_in_a_crowd_is_themselves(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        let roles = [Role::Officer, Role::Moderator].into_iter().collect();
        town.people.add_person(email("ann@example.org"), roles, None).await.unwrap();
        let name = TokenName::parse("A script").unwrap();
        let own = viewer(&ann);
        let Issued::Token(info, anns) = town.people.issue_token(&own, name).await.unwrap() else {
            panic!("a token");
        };
        let prefix = DisplayName::parse("Crowd").unwrap();
        let mut secrets = town.people.issue_tokens(300, &prefix).await.unwrap();
        secrets.push(ann.session);
        for anns_is_good in [true, false] {
            let known = join_all(secrets.iter().map(|secret| town.people.viewer_of_token(secret)));
            let asked = join_all((0..40).map(|_| town.people.viewer_of_token(&anns)));
            let (known, asked) = tokio::join!(known, asked);
            for (n, one) in known.into_iter().map(Result::unwrap).enumerate() {
                assert_eq!(one.and_then(|one| one.name).map(|name| name.to_string()), (n < 300).then(|| format!("Crowd {}", n + 1)));
            }
            for one in asked.into_iter().map(Result::unwrap) {
                let staff = one.map(|one| (one.person_id, one.roles.has(Role::Officer) && one.roles.has(Role::Moderator)));
                assert_eq!(staff, anns_is_good.then_some((ann.person.id, true)));
            }
            town.people.revoke_token(&own, info.id).await.unwrap();
        }
    }
}
