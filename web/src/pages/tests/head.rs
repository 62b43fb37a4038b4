//! What a page tells those who don't read it as people do.

use folkmoot_ideas::{Idea, IdeaText, Slug, Submission};
use scraper::{Html, Selector};

use super::world::World;
use crate::pages::head::Head;

fn content(html: &str, rule: &str, attribute: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let rule = Selector::parse(rule).unwrap();
    page.select(&rule).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

#[tokio::test]
async fn an_idea_tells_whole_addresses_in_each_language() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees").await;
    let own = crate::pages::link::idea(&idea);
    let html = world.get(&format!("/cy{own}?order=oldest"), None).await.html;
    let origin = world.site.config.site.public_url.origin();
    assert_eq!(content(&html, "link[rel=canonical]", "href"), [format!("{origin}/cy{own}")]);
    assert_eq!(content(&html, "link[rel=alternate][hreflang]", "hreflang"), ["cy", "en", "x-default"]);
    assert_eq!(content(&html, "link[hreflang=x-default]", "href"), [format!("{origin}{own}")]);
    assert_eq!(content(&html, "meta[name=description]", "content"), ["Along the river, please."]);
    assert_eq!(content(&html, "meta[property='og:title']", "content"), ["Plant more trees"]);
    assert_eq!(content(&html, "h1", "lang"), ["en"], "the page is Welsh, the idea isn't");
}

#[tokio::test]
async fn a_title_can_not_break_out_of_the_data() {
    let world = World::open().await;
    let title = "</script><script>alert(1)</script>";
    let idea = world.idea(title).await;
    let html = world.get(&crate::pages::link::idea(&idea), None).await.html;
    assert!(!html.contains("<script>alert"), "{html}");
    let page = Html::parse_document(&html);
    let rule = Selector::parse("script[type='application/ld+json']").unwrap();
    let data: String = page.select(&rule).flat_map(|script| script.text()).collect();
    let read: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!((read["headline"].as_str(), read["author"]["name"].as_str()), (Some(title), Some("Ada")));
    assert_eq!(read["interactionStatistic"][0]["userInteractionCount"], 0);
}

#[tokio::test]
async fn what_is_not_public_has_no_head() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees").await;
    let hidden = Head::idea(&Idea { hidden: true, ..idea }, "Ada", "http://x");
    assert!(hidden.unlisted && hidden.card.is_none() && hidden.data.is_none());

    world.reviewed_campaign("checked").await;
    let text = IdeaText::parse("A secret wish", "Shown to nobody yet.", "en").unwrap();
    let slug = Slug::parse("checked").unwrap();
    let (token, author) = world.reader().await;
    let Submission::Waiting(idea, _by) = world.site.ideas.submit(&author, &slug, text).await.unwrap() else {
        panic!("it should wait");
    };
    let html = world.get(&crate::pages::link::idea(&idea), Some(&token)).await.html;
    assert_eq!(content(&html, "meta[name=robots]", "content"), ["noindex"]);
    let told = content(&html, "link[rel=canonical], meta[property], meta[name=description], script[type]", "type");
    assert_eq!(told, ["module"], "{html}");
    assert!(html.contains("A moderator reads it by "), "{html}");
}

#[tokio::test]
async fn a_page_that_is_not_there_has_no_lasting_address() {
    let world = World::open().await;
    let html = world.get("/nowhere", None).await.html;
    assert_eq!(content(&html, "meta[name=robots]", "content"), ["noindex"]);
    assert!(content(&html, "link[rel=canonical]", "href").is_empty());
}
