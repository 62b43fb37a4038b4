//! Pages as a browser without JavaScript meets them: asked for over the whole table of routes, with the edge around it.

use axum::http::StatusCode;
use folkmoot_comments::CommentText;
use folkmoot_ideas::{IdeaStatus, IdeaText, Reason, Slug, Submission};

use world::World;

mod explaining;
mod head;
mod installing;
mod report;
mod sorry;
mod styles;
mod world;

/// What anybody may read.
const READING: [&str; 15] = [
    "/",
    "/ideas",
    "/ideas?q=trees",
    "/ideas?q=x",
    "/ideas?q=nothing-says-this&status=planned",
    "/ideas?order=most-supported&status=published",
    "/campaigns/anything-else",
    "/about",
    "/accessibility",
    "/privacy",
    "/cookies",
    "/offline",
    "/guidelines",
    "/transparency",
    "/nowhere",
];

#[tokio::test]
async fn reading_leaves_nothing_in_the_browser() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees").await;
    let own = crate::pages::link::idea(&idea);
    for path in READING.into_iter().chain([own.as_str()]) {
        let page = world.get(path, None).await;
        assert!(page.cookie.is_none(), "{path} sets a cookie");
        assert!(!page.html.contains("name=\"csrf\""), "{path} carries a token");
        assert_eq!(page.html.matches("<h1").count(), 1, "{path} has one heading");
        assert!(page.html.contains("<html lang=\"en\""), "{path} says its language");
        assert!(!page.html.contains(" style=") && !page.html.contains("<style"), "{path} has inline style");
        let votes = usize::from(page.html.contains(" data-fm-vote="));
        assert_eq!(page.html.matches("data-fm-vote-words").count(), votes, "{path} says once what is said of votes");
        let data = page.html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(page.html.matches("<script").count(), 1 + data, "{path} has one script, and it isn't inline");
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_to_mend() {
    let world = World::open().await;
    let typed = [("campaign", "anything-else"), ("title", "<b>"), ("body", "</textarea><script>alert(1)</script>")];
    let page = world.post("/ideas/new", &typed, None).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("<title>Error: "));
    assert!(page.html.contains("href=\"#title\"") && page.html.contains("id=\"title-error\""));
    assert!(page.html.contains("value=\"&#60;b&#62;\""), "{}", page.html);
    assert!(!page.html.contains("<script>alert"));
}

#[tokio::test]
async fn a_visitors_idea_waits_for_their_sign_in() {
    let world = World::open().await;
    let typed = [("campaign", "anything-else"), ("title", "Plant more trees"), ("body", "It is hot.")];
    let page = world.post("/ideas/new", &typed, None).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(page.to.starts_with("/sign-in?next=/me/drafts/"), "{}", page.to);
    assert!(page.cookie.unwrap().starts_with("browser="));
    // Nobody has posted anything yet.
    assert!(!world.get("/ideas", None).await.html.contains("Plant more trees"));
}

#[tokio::test]
async fn one_idea_has_one_address() {
    let world = World::open().await;
    // A title that reads like one of the idea's own pages takes none of them.
    let idea = world.idea("History").await;
    let own = crate::pages::link::idea(&idea);
    for other in [format!("/ideas/{}", idea.number), format!("/ideas/{}/wrong", idea.number)] {
        let page = world.get(&other, None).await;
        assert_eq!((page.status, page.to.as_str()), (StatusCode::PERMANENT_REDIRECT, own.as_str()), "{other}");
    }
    assert!(world.get(&own, None).await.html.contains("Your vote"));
    assert!(world.get(&format!("{own}/history"), None).await.html.contains("What version 1 said"));

    let reason = Reason::parse("Done already.").unwrap();
    world.site.ideas.withdraw(&world.ada, idea.id, reason).await.unwrap();
    assert_eq!(world.get(&own, None).await.status, StatusCode::GONE);
    assert_eq!(world.get("/ideas/4711", None).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_deep_thread_steps_in_four_times_and_says_whom_it_answers() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees").await;
    let mut parent = None;
    for depth in 0..24 {
        let text = CommentText::parse(&format!("Reply number {depth}."), None).unwrap();
        parent = Some(world.site.comments.post(&world.ada, idea.id, parent, text).await.unwrap().id);
    }
    let html = world.get(&crate::pages::link::idea(&idea), None).await.html;
    assert_eq!(html.matches("class=\"fm-comment ").count(), 24);
    assert!(html.contains("fm-comment--in-4") && !html.contains("fm-comment--in-5"));
    assert_eq!(html.matches("replying to").count(), 23, "who listens is told of each reply");
    assert_eq!(html.matches("govuk-link--muted\" href=\"#comment-").count(), 24 - 5, "who sees, of those further in");
    let permalink = world.get(&format!("/ideas/{}/comments/20", idea.number), None).await;
    assert!(permalink.to.ends_with("?at=20#comment-20"), "{}", permalink.to);
}

#[tokio::test]
async fn a_vote_by_form_comes_back_and_by_script_answers() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees").await;
    let vote = crate::pages::link::act(&idea, "vote");
    let token = world.token().await;
    let fields = [("choice", "SUPPORT"), ("back", "/ideas?order=newest#idea-1")];
    let page = world.post(&vote, &fields, Some(&token)).await;
    assert_eq!(page.to, "/ideas?order=newest&done=counted#idea-1");
    let foreign = [("choice", "NONE"), ("back", "https://elsewhere.example/")];
    assert_eq!(world.post(&vote, &foreign, Some(&token)).await.to, "/?done=retracted");
    assert_eq!(world.post(&vote, &[("choice", "MAYBE")], Some(&token)).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_waits_for_a_moderator_is_nowhere() {
    let world = World::open().await;
    world.reviewed_campaign("checked").await;
    let text = IdeaText::parse("A secret wish", "Shown to nobody yet.", "en").unwrap();
    let slug = Slug::parse("checked").unwrap();
    let Submission::Waiting(idea, _by) = world.site.ideas.submit(&world.ada, &slug, text).await.unwrap() else {
        panic!("it should wait");
    };
    for path in ["/", "/ideas", "/ideas?status=submitted", "/ideas?q=secret+wi", "/campaigns/checked", "/sitemap.xml"] {
        let html = world.get(path, None).await.html;
        assert!(!html.contains("secret wish") && !html.contains("secret-wish"), "{path}");
    }
    assert_eq!(world.get(&crate::pages::link::idea(&idea), None).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn titles_in_any_script_stand_on_their_own() {
    let world = World::open().await;
    world.idea("حديقة صغيرة قرب المحطة").await;
    let html = world.get("/ideas", None).await.html;
    assert!(html.contains("<h3 class=\"fm-card__title\" dir=\"auto\">"), "{html}");
    assert!(html.contains("by <bdi>Ada</bdi>") && html.contains("No comments"), "{html}");
}

#[tokio::test]
async fn the_front_page_says_what_the_council_answered() {
    let world = World::open().await;
    assert!(world.get("/", None).await.html.contains("The council hasn’t answered an idea yet."));
    world.past_idea("Plant more trees", IdeaStatus::Planned).await;
    let html = world.get("/", None).await.html;
    let answered = html.split("id=\"answered\"").nth(1).unwrap();
    assert!(answered.contains("Plant more trees") && answered.contains(">Planned</strong>"), "{answered}");
}

#[tokio::test]
async fn search_engines_learn_of_public_pages_in_every_language() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees & bushes").await;
    let own = crate::pages::link::idea(&idea);
    let map = world.get("/sitemap.xml", None).await.html;
    let origin = world.site.config.site.public_url.origin();
    for path in ["/", "/cy", "/ideas", "/campaigns/anything-else", &own, &format!("/cy{own}")] {
        assert_eq!(map.matches(&format!("<loc>{origin}{path}</loc>")).count(), 1, "{path}: {map}");
    }
    assert!(
        map.contains(&format!("hreflang=\"cy\" href=\"{origin}/cy{own}\"")) && map.ends_with("</urlset>\n"),
        "{map}"
    );
    let robots = world.get("/robots.txt", None).await.html;
    assert!(
        robots.contains(&format!("Sitemap: {origin}/sitemap.xml")) && robots.contains("Disallow: /cy/me\n"),
        "{robots}"
    );
}

#[tokio::test]
async fn a_long_map_names_each_idea_once() {
    let world = World::open().await;
    for n in 0..205 {
        world.idea(&format!("Tree number {n}")).await;
    }
    let map = world.get("/sitemap.xml", None).await.html;
    assert_eq!(map.matches("<lastmod>").count(), 2 * 205, "every idea in both languages, over three batches");
}
