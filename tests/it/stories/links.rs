//! Signing in with the link from the letter: looked at by scanners, opened elsewhere, pressed many times at once.

use folkmoot_tests::stories;
use folkmoot_tests::world::Actor;
use futures::future::join_all;
use reqwest::Method;

const ANA: &str = "ana@example.org";

async fn ask(actor: &Actor) {
    let page = actor.open("/sign-in").await.form("Send the email").fill("email", ANA).send().await;
    assert_eq!(page.heading(), "Check your email");
}

stories! {
    async fn scanners_neither_use_nor_burn_a_link(world: World) {
        let ana = world.visitor();
        ask(&ana).await;
        let link = world.link_for(ANA).await;
        for method in [Method::GET, Method::HEAD] {
            for scanner in [ana.stranger(), ana.clone()] {
                for _ in 0..20 {
                    let answer = scanner.request(method.clone(), &ana.address(&link)).send().await.unwrap();
                    assert!(answer.status().is_success(), "{method} answers {}", answer.status());
                }
                assert!(scanner.peek("/me").await.leads_to().is_some(), "looking at a link lets nobody in");
            }
        }
        let page = ana.open(&link).await;
        assert!(page.says("You are about to sign in as ana@example.org."), "{}", page.words());
        let welcome = page.form("Sign in now").send().await;
        let own = welcome.form("Continue").fill("name", "Ana").send().await;
        assert_eq!(own.heading(), "Your page");

        let again = page.form("Sign in now").send().await;
        assert_eq!((again.status.as_u16(), again.heading().as_str()), (422, "This link was used already"));
    }

    async fn a_link_asked_for_at_one_node_lets_in_at_the_other(world: World) {
        let ana = world.visitor();
        ask(&ana).await;
        let link = world.link_for(ANA).await;
        let path = ana.address(&link).path().to_owned();
        let there = ana.at(world.far_node());
        let welcome = there.open(&path).await.form("Sign in now").send().await;
        assert_eq!(welcome.path(), "/welcome");
    }

    async fn sixteen_presses_at_once_make_one_session(world: World) {
        let ana = world.visitor();
        ask(&ana).await;
        let form = ana.open(&world.link_for(ANA).await).await.form("Sign in now");
        let pages = join_all((0..16).map(|_| form.clone().send())).await;
        let arrived = pages.iter().filter(|page| page.path() == "/welcome").count();
        let refused = pages.iter().filter(|page| page.heading() == "This link was used already").count();
        assert_eq!((arrived, refused), (1, 15));
        let own = ana.open("/me/sessions").await;
        assert_eq!(own.every("main li form").len(), 1, "{}", own.words());
    }

    async fn another_browser_is_told_to_type_the_code_where_it_was_asked_for(world: World) {
        let ana = world.visitor();
        ask(&ana).await;
        let (link, code) = (world.link_for(ANA).await, world.code_for(ANA).await);
        let telephone = ana.stranger();
        let page = telephone.open(&link).await;
        assert_eq!(page.heading(), "Another browser asked for this link");
        assert!(page.says("Go back to that browser, and type the 6-digit code from the same email."), "{}", page.words());
        assert!(!page.has_button("Sign in now"), "{}", page.words());

        let typed = ana.open("/sign-in/code").await.form("Sign in").fill("code", &code).send().await;
        assert_eq!(typed.path(), "/welcome");
    }
}
