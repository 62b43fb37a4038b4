//! A discussion of 600 comments, 24 deep: it opens page by page, and its links lead to every comment once.

use std::collections::BTreeSet;
use std::time::Duration;

use folkmoot_comments::PastComment;
use folkmoot_common::{CommentId, Roles, Viewer};
use folkmoot_people::Email;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Page, World};
use folkmoot_text::Markdown;

/// Comments in all, and how many levels each thread has.
const ALL: i32 = 600;
const DEEP: i32 = 24;

/// Threads of 24 levels each, brought in as an import brings them.
async fn a_long_discussion(world: &World, number: i64) {
    let site = world.site();
    let email = Email::parse("old@example.org").unwrap();
    let author = site.people.add_person(email, Roles::default(), None).await.unwrap().id;
    let idea = site.ideas.find_number(&Viewer::Nobody, number).await.unwrap().unwrap().id;
    let mut comments: Vec<PastComment> = Vec::new();
    for i in 0..ALL {
        let created_at = site.sources.now().minus(Duration::from_secs(10_000 - u64::try_from(i).unwrap()));
        let id: CommentId = site.sources.mint(created_at);
        let parent = (i % DEEP != 0).then(|| comments.last().unwrap().id);
        let body = Markdown::parse(&format!("Remark {i}."), 100).unwrap();
        comments.push(PastComment {
            id,
            idea,
            parent,
            author,
            body,
            language: folkmoot_common::Language::english(),
            created_at,
        });
    }
    assert_eq!(site.comments.take(&comments).await.unwrap(), usize::try_from(ALL).unwrap());
}

/// Every comment that the page shows in its thread.
fn shown(page: &Page) -> Vec<String> {
    page.every_attr(".fm-thread .fm-comment", "id")
}

stories! {
    async fn six_hundred_comments_are_all_reached_once(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        a_long_discussion(world, number).await;
        let reader = world.visitor();
        assert_eq!(reader.tally(number).await, (0, 0, i64::from(ALL)));
        for order in ["newest", "oldest"] {
            let mut page = reader.open(&format!("/ideas/{number}")).await;
            page = reader.open(&format!("{}?order={order}", page.path())).await;
            let mut seen = shown(&page);
            let mut pages = 1;
            while page.has_link("Next page →") {
                page = page.follow("Next page →").await;
                assert!(page.status.is_success(), "{page}");
                assert!(shown(&page).len() <= 50, "{page} shows {} comments", shown(&page).len());
                seen.extend(shown(&page));
                pages += 1;
            }
            let once: BTreeSet<String> = seen.iter().cloned().collect();
            assert_eq!((pages, seen.len(), once.len()), (12, 600, 600), "order {order}");
            assert!(once.contains("comment-1") && once.contains("comment-600"));
            // And back again.
            let mut back = 1;
            while page.has_link("← Previous page") {
                page = page.follow("← Previous page").await;
                back += 1;
            }
            assert_eq!((back, shown(&page)), (12, seen[..50].to_vec()), "order {order}");
        }
    }

    async fn a_permalink_opens_deep_in_a_long_discussion(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        a_long_discussion(world, number).await;
        for comment in [1, 24, 25, 300, 600] {
            let page = world.visitor().open(&format!("/ideas/{number}/comments/{comment}")).await;
            let place = format!("comment-{comment}");
            assert_eq!(page.address.fragment(), Some(place.as_str()));
            assert_eq!(page.every(&format!("#{place}")).len(), 1, "{page}");
        }
    }
}
