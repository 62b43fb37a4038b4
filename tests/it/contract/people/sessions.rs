//! Who a session stands for, how long, and who may end it.

use folkmoot_common::{Role, Viewer};
use folkmoot_tests::contract;

use super::{BROWSER, DAY, HOUR, MINUTE, MOMENT, Town, email, viewer};

contract! {
    async fn a_session_stands_for_its_person_until_they_sign_out(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        let bob = town.signed_in("bob@example.org").await;

        let known = town.people.viewer_of_session(&ann.session).await.unwrap().unwrap();
        assert_eq!(known.person_id, ann.person.id);
        assert_eq!(known.viewer(), viewer(&ann));
        assert!(town.people.viewer_of_session(&town.browser()).await.unwrap().is_none(), "any other secret is nobody");

        town.people.sign_out(&ann.session).await.unwrap();
        assert!(town.people.viewer_of_session(&ann.session).await.unwrap().is_none());
        assert!(town.people.viewer_of_session(&bob.session).await.unwrap().is_some());
    }

    async fn people_see_and_end_their_own_sessions_only(store: Store) {
        let town = Town::over(store);
        let phone = town.signed_in("ann@example.org").await;
        town.pass(MINUTE);
        let library = town.signed_in("ann@example.org").await;
        let bob = town.signed_in("bob@example.org").await;
        let this = town.people.viewer_of_session(&phone.session).await.unwrap().unwrap().session_id;

        let listed = town.people.sessions(&viewer(&phone), this).await.unwrap();
        assert_eq!(listed.iter().map(|one| one.is_this).collect::<Vec<_>>(), [false, true], "the last seen first");
        assert_eq!(listed[0].browser_name, BROWSER);

        assert!(!town.people.end_session(&viewer(&bob), listed[0].id).await.unwrap());
        assert!(!town.people.end_session(&Viewer::Nobody, listed[0].id).await.unwrap());
        assert!(town.people.viewer_of_session(&library.session).await.unwrap().is_some());
        assert!(town.people.end_session(&viewer(&phone), listed[0].id).await.unwrap());
        assert!(town.people.viewer_of_session(&library.session).await.unwrap().is_none());
        assert_eq!(town.people.sessions(&viewer(&phone), this).await.unwrap().len(), 1);
        assert!(town.people.sessions(&Viewer::Nobody, None).await.unwrap().is_empty());
    }

    async fn a_citizens_session_ends_thirty_days_unseen_and_ninety_days_old(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        for _ in 0..3 {
            town.pass(DAY * 29);
            assert!(town.people.viewer_of_session(&ann.session).await.unwrap().is_some(), "seen in time");
        }
        town.pass(DAY * 3);
        assert!(town.people.viewer_of_session(&ann.session).await.unwrap().is_none());
        assert!(town.people.sessions(&viewer(&ann), None).await.unwrap().is_empty());

        let bob = town.signed_in("bob@example.org").await;
        town.pass(DAY * 30);
        assert!(town.people.viewer_of_session(&bob.session).await.unwrap().is_none());
    }

    async fn a_session_grows_short_when_its_person_gets_a_role(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        town.pass(HOUR * 2 - MINUTE);
        assert!(town.people.viewer_of_session(&ann.session).await.unwrap().is_some());

        let roles = [Role::Moderator, Role::Officer, Role::Admin].into_iter().collect();
        town.people.add_person(email("ann@example.org"), roles, None).await.unwrap();
        town.pass(HOUR);
        let known = town.people.viewer_of_session(&ann.session).await.unwrap().unwrap();
        assert!(Role::ALL.iter().all(|role| known.roles.has(*role)), "all four roles, from one query");
        assert_eq!(town.people.sessions(&viewer(&ann), None).await.unwrap().len(), 1, "one session, whatever the roles");

        town.pass(HOUR * 2);
        assert!(town.people.viewer_of_session(&ann.session).await.unwrap().is_none());
    }

    async fn being_seen_is_written_down_every_five_minutes(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        let seen = async || town.people.sessions(&viewer(&ann), None).await.unwrap()[0].seen_at;
        let start = seen().await;

        town.pass(MINUTE * 5 - MOMENT);
        town.people.viewer_of_session(&ann.session).await.unwrap();
        assert_eq!(seen().await, start);
        town.pass(MOMENT);
        town.people.viewer_of_session(&ann.session).await.unwrap();
        assert_eq!(seen().await, start.plus(MINUTE * 5));
    }

    async fn what_has_ended_is_forgotten_and_nothing_else(store: Store) {
        let town = Town::over(store);
        let ann = town.signed_in("ann@example.org").await;
        assert_eq!(town.people.forget_expired().await.unwrap(), 0);

        town.pass(DAY * 2);
        let browser = town.browser();
        let open = town.ask("ann@example.org", &browser).await;
        assert_eq!(town.people.forget_expired().await.unwrap(), 1, "the attempt of two days ago");
        assert!(town.people.viewer_of_session(&ann.session).await.unwrap().is_some());
        assert!(town.by_code(&open.code, &browser).await.is_ok());

        town.pass(DAY * 91);
        assert_eq!(town.people.forget_expired().await.unwrap(), 3, "an attempt and two sessions");
        assert_eq!(town.people.forget_expired().await.unwrap(), 0);
        assert!(town.people.person(&viewer(&ann)).await.unwrap().is_some(), "never the person");
    }
}
