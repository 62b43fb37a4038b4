//! Signing in with the code from the letter, and everything that stops somebody who shouldn't be let in.

use std::time::Duration;

use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Page};

const ANA: &str = "ana@example.org";

/// Asks for a letter; gives the page that wants the code.
async fn ask(actor: &Actor, email: &str) -> Page {
    actor.open("/sign-in").await.form("Send the email").fill("email", email).send().await
}

/// Six digits, but not these.
fn another(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

/// A page's words, without the address and the times that it tells.
fn same_words(page: &Page, email: &str) -> String {
    let untimed = page.every("time").iter().fold(page.words(), |words, time| words.replace(time, "TIME"));
    untimed.replace(email, "ADDRESS")
}

stories! {
    async fn the_code_lets_her_in_and_she_leaves_again(world: World) {
        let ana = world.visitor();
        let asked = ask(&ana, ANA).await;
        assert_eq!(asked.heading(), "Check your email");

        let code = world.code_for(ANA).await;
        let as_people_type = format!(" {} {}", &code[..3], &code[3..]);
        let welcome = asked.form("Sign in").fill("code", &as_people_type).send().await;
        assert_eq!(welcome.heading(), "What shall others call you?");
        let own = welcome.form("Continue").fill("name", "Ana").send().await;
        assert_eq!(own.heading(), "Your page");
        assert!(own.has_link("Ana") && own.says(ANA), "{}", own.words());
        assert!(ana.at(world.far_node()).open("/").await.has_link("Ana"), "the other node doesn't know her");

        let left = own.form("Sign out").send().await;
        assert!(left.says("You are signed out.") && left.has_link("Sign in"), "{}", left.words());
        assert_eq!(ana.peek("/me").await.leads_to(), Some("/sign-in?next=%2Fme"));
    }

    async fn nobody_learns_who_has_an_account(world: World) {
        world.citizen("Ana").await;
        let eve = world.visitor();
        let (known, unknown) = (ask(&eve, ANA).await, ask(&eve, "nobody@example.org").await);
        assert_eq!(known.status, unknown.status);
        assert_eq!(same_words(&known, ANA), same_words(&unknown, "nobody@example.org"));

        let told = |letter: String| letter.lines().filter(|line| line.contains(' ')).collect::<Vec<_>>().join("\n");
        assert_eq!(told(world.letter_to(ANA).await), told(world.letter_to("nobody@example.org").await));
    }

    async fn wrong_codes_run_out_and_the_link_stays_good(world: World) {
        let ana = world.visitor();
        let mut page = ask(&ana, ANA).await;
        let code = world.code_for(ANA).await;
        let no_code = page.form("Sign in").fill("code", "12").send().await;
        assert_eq!(no_code.error_for("code").as_deref(), Some("Enter the 6 digits from the email."));

        for left in (0..10).rev() {
            page = page.form("Sign in").fill("code", &another(&code)).send().await;
            let told = page.error_for("code").unwrap();
            let expected = match left {
                0 => "That was one wrong code too many. Use the link in the email, or ask for a new code.".to_owned(),
                1 => "That is not the code. You can try once more.".to_owned(),
                _ => format!("That is not the code. Check the email and try again: {left} tries are left."),
            };
            assert_eq!((page.status.as_u16(), told), (422, expected));
        }
        let late = page.form("Sign in").fill("code", &code).send().await;
        assert!(late.error_for("code").unwrap().starts_with("That was one wrong code too many."), "{}", late.words());

        let link = world.link_for(ANA).await;
        let arrived = ana.open(&link).await.form("Sign in now").send().await;
        assert_eq!(arrived.path(), "/welcome");
    }

    async fn letters_are_good_for_ten_minutes(world: World) {
        let ana = world.visitor();
        let asked = ask(&ana, ANA).await;
        let (code, link) = (world.code_for(ANA).await, world.link_for(ANA).await);
        world.clock.advance(Duration::from_secs(10 * 60));
        let late = asked.form("Sign in").fill("code", &code).send().await;
        assert!(late.error_for("code").unwrap().starts_with("That code ran out"), "{}", late.words());
        assert_eq!(ana.open(&link).await.heading(), "This link ran out");
        assert!(ana.peek("/me").await.leads_to().is_some());

        let asked = late.form("Send another email").send().await;
        let code = world.code_for(ANA).await;
        world.clock.advance(Duration::from_secs(9 * 60));
        assert_eq!(asked.form("Sign in").fill("code", &code).send().await.path(), "/welcome");
    }

    async fn a_code_is_good_only_where_it_was_asked_for(world: World) {
        let (ana, eve) = (world.visitor(), world.visitor());
        let _waits = ask(&ana, ANA).await;
        let code = world.code_for(ANA).await;
        let page = eve.open("/sign-in/code").await.form("Sign in").fill("code", &code).send().await;
        assert!(page.error_for("code").unwrap().starts_with("No code was asked for in this browser."), "{page}");
    }
}
