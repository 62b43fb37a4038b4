//! Being let in once, by the one who asked, in time.

use folkmoot_common::Role;
use folkmoot_people::{DisplayName, LinkState, SignInRefusal};
use folkmoot_tests::contract;
use futures::future::join_all;

use super::{Bare, DAY, HOUR, MINUTE, MOMENT, Town, email, viewer};

const ANN: &str = "ann@example.org";

/// A code that isn't the right one.
fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

contract! {
    async fn thirty_two_presses_of_the_button_make_one_session(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        let letter = town.ask(ANN, &browser).await;

        let came = join_all((0..32).map(|_| town.by_link(&letter.link, &browser))).await;

        let inside: Vec<_> = came.iter().filter_map(|one| one.as_ref().ok()).collect();
        assert_eq!(inside.len(), 1);
        assert!(came.iter().filter_map(|one| one.as_ref().err()).all(|why| *why == SignInRefusal::Used));
        assert_eq!(town.people.sessions(&viewer(inside[0]), None).await.unwrap().len(), 1);
    }

    async fn the_right_code_sent_eight_times_at_once_makes_one_session(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        let letter = town.ask(ANN, &browser).await;

        let came = join_all((0..8).map(|_| town.by_code(&letter.code, &browser))).await;

        assert_eq!(came.iter().filter(|one| one.is_ok()).count(), 1);
    }

    async fn looking_at_a_link_sixty_times_neither_uses_nor_burns_it(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        let letter = town.ask(ANN, &browser).await;

        for _ in 0..20 {
            let own = town.people.look_at_link(&letter.link, Some(&browser)).await.unwrap();
            assert_eq!(own, LinkState::Ready { email: email(ANN) });
            let scanner = town.people.look_at_link(&letter.link, None).await.unwrap();
            assert_eq!(scanner, LinkState::OtherBrowser);
            let other = town.people.look_at_link(&letter.link, Some(&town.browser())).await.unwrap();
            assert_eq!(other, LinkState::OtherBrowser);
        }

        assert!(town.by_link(&letter.link, &browser).await.is_ok());
        assert_eq!(town.people.look_at_link(&letter.link, Some(&browser)).await.unwrap(), LinkState::Used);
        assert_eq!(town.people.look_at_link(&town.browser(), None).await.unwrap(), LinkState::Unknown);
    }

    async fn another_browser_gets_in_neither_way_and_burns_nothing(store: Store) {
        let town = Town::over(store);
        let (browser, other) = (town.browser(), town.browser());
        let letter = town.ask(ANN, &browser).await;

        assert_eq!(town.by_link(&letter.link, &other).await.unwrap_err(), SignInRefusal::OtherBrowser);
        assert_eq!(town.by_code(&letter.code, &other).await.unwrap_err(), SignInRefusal::NothingAsked);
        let theirs = town.ask("bob@example.org", &other).await;
        if theirs.code != letter.code {
            assert_eq!(
                town.by_code(&letter.code, &other).await.unwrap_err(),
                SignInRefusal::WrongCode { tries_left: 9 },
                "Ann's code is good for nothing on Bob's attempt"
            );
        }
        assert!(town.by_code(&letter.code, &browser).await.is_ok());
    }

    async fn link_and_code_run_out_after_ten_minutes(store: Store) {
        let town = Town::over(store);
        let (browser, later) = (town.browser(), town.browser());
        let letter = town.ask(ANN, &browser).await;
        let other = town.ask(ANN, &later).await;

        town.pass(MINUTE * 10 - MOMENT);
        assert!(town.by_link(&other.link, &later).await.is_ok(), "good to the last moment");
        town.pass(MOMENT);
        assert_eq!(town.people.look_at_link(&letter.link, None).await.unwrap(), LinkState::Expired);
        assert_eq!(town.by_link(&letter.link, &browser).await.unwrap_err(), SignInRefusal::Expired);
        assert_eq!(town.by_code(&letter.code, &browser).await.unwrap_err(), SignInRefusal::Expired);
    }

    async fn ten_wrong_codes_close_the_attempt_but_not_its_link(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        let letter = town.ask(ANN, &browser).await;
        let wrong = other_than(&letter.code);

        assert_eq!(town.by_code("not a code", &browser).await.unwrap_err(), SignInRefusal::NotACode);
        for tries_left in (1..10).rev() {
            let why = town.by_code(wrong, &browser).await.unwrap_err();
            assert_eq!(why, SignInRefusal::WrongCode { tries_left });
        }
        assert_eq!(town.by_code(wrong, &browser).await.unwrap_err(), SignInRefusal::TooManyTries);
        assert_eq!(town.by_code(&letter.code, &browser).await.unwrap_err(), SignInRefusal::TooManyTries);
        assert!(town.by_link(&letter.link, &browser).await.is_ok());
    }

    async fn wrong_codes_sent_at_once_are_all_counted(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        let letter = town.ask(ANN, &browser).await;
        let wrong = other_than(&letter.code);

        let came = join_all((0..24).map(|_| town.by_code(wrong, &browser))).await;

        let tried = came.iter().filter(|one| matches!(one, Err(SignInRefusal::WrongCode { .. }))).count();
        assert_eq!(tried, 9, "the tenth try says that there are no more");
        assert_eq!(town.by_code(&letter.code, &browser).await.unwrap_err(), SignInRefusal::TooManyTries);
    }

    async fn a_patient_guesser_gets_a_hundred_tries_a_day_for_one_address(store: Store) {
        let town = Town::over(store);
        let mut tried = 0;
        for _ in 0..12 {
            let browser = town.browser();
            let letter = town.ask(ANN, &browser).await;
            let wrong = other_than(&letter.code);
            for _ in 0..10 {
                tried += u32::from(matches!(town.by_code(wrong, &browser).await, Err(SignInRefusal::WrongCode { .. })));
            }
            town.pass(MINUTE * 4);
        }
        assert_eq!(tried, 90, "ten attempts of which each tells nine times that the code is wrong");

        let browser = town.browser();
        let letter = town.ask(ANN, &browser).await;
        assert_eq!(town.by_code(&letter.code, &browser).await.unwrap_err(), SignInRefusal::TooManyTries);
        assert!(town.by_link(&letter.link, &browser).await.is_ok(), "the link stays open to whoever reads the mail");
        let bob = town.browser();
        let letter = town.ask("bob@example.org", &bob).await;
        assert!(town.by_code(&letter.code, &bob).await.is_ok(), "nobody else notices");
    }

    async fn an_address_gets_five_letters_in_fifteen_minutes(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        for _ in 0..7 {
            town.people.ask(email(ANN), &browser, None, None, &Bare).await.unwrap();
        }
        assert_eq!(town.letters(ANN).await.len(), 5);

        town.pass(MINUTE * 15 - MOMENT);
        town.people.ask(email(ANN), &browser, None, None, &Bare).await.unwrap();
        assert_eq!(town.letters(ANN).await.len(), 5);
        town.ask("bob@example.org", &browser).await;
        town.pass(MOMENT);
        town.people.ask(email(ANN), &browser, None, None, &Bare).await.unwrap();
        assert_eq!(town.letters(ANN).await.len(), 6);
    }

    async fn asking_many_times_at_once_is_no_way_to_more_letters(store: Store) {
        let town = Town::over(store);
        let addresses: Vec<_> = (0..10).map(|number| format!("p{number}@example.org")).collect();
        for address in &addresses {
            // Each in a browser of its own, all from one place.
            let asked = (0..8).map(|_| {
                let (people, browser, to) = (town.people.clone(), town.browser(), email(address));
                tokio::spawn(async move { people.ask(to, &browser, Some("203.0.113.7"), None, &Bare).await.unwrap() })
            });
            let asked: Vec<_> = join_all(asked).await.into_iter().map(|one| one.unwrap()).collect();
            assert!(asked.iter().all(|one| *one == asked[0]), "the answer is always the same");
        }
        for address in &addresses {
            assert_eq!(town.letters(address).await.len(), 5, "{address}");
        }
    }

    async fn nobody_is_shut_out_by_others_who_ask_in_their_name(store: Store) {
        let town = Town::over(store);
        for place in 0..8 {
            let place = format!("198.51.100.{place}");
            for _ in 0..6 {
                town.people.ask(email(ANN), &town.browser(), Some(&place), None, &Bare).await.unwrap();
            }
        }
        let all = town.letters(ANN).await.len();
        assert!((30..40).contains(&all), "{all} letters: thirty for all, and one for each new place");
        let browser = town.browser();
        for (_time, letters) in [(1, all + 1), (2, all + 1)] {
            town.pass(MOMENT);
            town.people.ask(email(ANN), &browser, Some("203.0.113.7"), None, &Bare).await.unwrap();
            assert_eq!(town.letters(ANN).await.len(), letters, "the first letter of a new place always leaves");
        }
        // Without a place, a new browser makes nobody new.
        town.people.ask(email(ANN), &town.browser(), None, None, &Bare).await.unwrap();
        assert_eq!(town.letters(ANN).await.len(), all + 1);
    }

    async fn a_letter_too_many_leaves_the_last_one_good(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        for _ in 0..4 {
            town.ask(ANN, &browser).await;
        }
        let last = town.ask(ANN, &browser).await;
        town.people.ask(email(ANN), &browser, None, None, &Bare).await.unwrap();
        assert!(town.by_code(&last.code, &browser).await.is_ok());
    }

    async fn a_later_letter_takes_the_place_of_the_earlier_in_its_own_browser(store: Store) {
        let town = Town::over(store);
        let (browser, elsewhere) = (town.browser(), town.browser());
        let first = town.ask(ANN, &browser).await;
        let other = town.ask(ANN, &elsewhere).await;
        let second = town.ask(ANN, &browser).await;

        assert_eq!(town.by_link(&first.link, &browser).await.unwrap_err(), SignInRefusal::Expired);
        assert!(town.by_link(&other.link, &elsewhere).await.is_ok(), "another browser's is left alone");
        assert!(town.by_code(&second.code, &browser).await.is_ok());
        assert_eq!(town.by_code(&second.code, &browser).await.unwrap_err(), SignInRefusal::Used, "sent twice");
    }

    async fn a_known_address_is_answered_like_an_unknown_one(store: Store) {
        let town = Town::over(store);
        town.signed_in(ANN).await;
        town.pass(HOUR);
        let (browser, other) = (town.browser(), town.browser());
        let known = town.people.ask(email(ANN), &browser, None, None, &Bare).await.unwrap();
        let unknown = town.people.ask(email("nobody@example.org"), &other, None, None, &Bare).await.unwrap();

        assert_eq!(known.good_until, unknown.good_until);
        let plain = |text: &str| {
            let secret = |line: &&str| !line.contains("/sign-in/link/") && !line.bytes().all(|b| b.is_ascii_digit());
            text.lines().filter(secret).collect::<Vec<_>>().join("\n")
        };
        let (to_known, to_unknown) = (town.letters(ANN).await, town.letters("nobody@example.org").await);
        assert_eq!(plain(&to_known[0]), plain(&to_unknown[0]));
    }

    async fn the_first_time_makes_the_account_and_the_second_finds_it(store: Store) {
        let town = Town::over(store);
        let browser = town.browser();
        let letter = town.ask_for(ANN, &browser, Some("/ideas/new?draft=1")).await;
        let spaced = format!(" {} - {}", &letter.code[..3], &letter.code[3..]);
        let first = town.by_code(&spaced, &browser).await.unwrap();

        assert!(first.is_new);
        assert_eq!(first.person.name, None);
        assert_eq!(first.person.called(), folkmoot_people::Called::Nameless);
        assert_eq!(first.person.email, Some(email(ANN)));
        assert_eq!(first.person.roles.iter().collect::<Vec<_>>(), [Role::Citizen]);
        assert_eq!(first.return_to.as_deref(), Some("/ideas/new?draft=1"));

        let letter = town.ask_for(ANN, &browser, Some("//evil.example")).await;
        let second = town.by_link(&letter.link, &browser).await.unwrap();
        assert!(!second.is_new);
        assert_eq!(second.person.id, first.person.id);
        assert_eq!(second.return_to, None, "another site is nowhere to go");
        assert_ne!(second.session, first.session);
    }

    async fn two_browsers_at_once_make_one_account(store: Store) {
        let town = Town::over(store);
        let browsers: Vec<_> = (0..5).map(|_| town.browser()).collect();
        let mut letters = Vec::new();
        for browser in &browsers {
            letters.push(town.ask(ANN, browser).await);
        }
        let came = join_all(letters.iter().zip(&browsers).map(|(letter, browser)| town.by_link(&letter.link, browser))).await;
        let came: Vec<_> = came.into_iter().map(|one| one.unwrap()).collect();

        assert!(came.iter().all(|one| one.person.id == came[0].person.id));
        assert_eq!(came.iter().filter(|one| one.is_new).count(), 1);
    }

    async fn a_link_from_the_command_line_works_once_in_any_browser_for_a_day(store: Store) {
        let town = Town::over(store);
        let roles = [Role::Moderator].into_iter().collect();
        let name = DisplayName::parse("Kim Lee").unwrap();
        let (made, link) = town.people.invite(email("kim@example.org"), roles, Some(name.clone())).await.unwrap();
        let (again, late) = town.people.invite(email("kim@example.org"), [Role::Officer].into_iter().collect(), None).await.unwrap();
        assert_eq!(again.id, made.id);
        assert_eq!(again.name, Some(name));
        assert!([Role::Citizen, Role::Moderator, Role::Officer].iter().all(|role| again.roles.has(*role)));
        assert!(town.letters("kim@example.org").await.is_empty(), "nothing is mailed");

        assert!(matches!(town.people.look_at_link(&link, None).await.unwrap(), LinkState::Ready { .. }));
        let came = town.by_link(&link, &town.browser()).await.unwrap();
        assert!(!came.is_new);
        assert!(came.person.roles.has(Role::Moderator));
        assert_eq!(town.by_link(&link, &town.browser()).await.unwrap_err(), SignInRefusal::Used);

        town.pass(DAY);
        assert_eq!(town.by_link(&late, &town.browser()).await.unwrap_err(), SignInRefusal::Expired);
    }
}
