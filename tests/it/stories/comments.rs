//! A comment's life: posted, answered, changed in the open, taken back with its place left.

use folkmoot_tests::stories;
use serde_json::json;

use crate::nets::{Cast, State, Who, Workshop};

stories! {
    async fn a_comment_is_posted_answered_edited_and_deleted(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let carol = world.citizen("Carol").await;
        let form = ben.open(&format!("/ideas/{number}")).await.form("Post the comment");
        let page = form.fill("body", "A fine *plan*.").fill("stance", "For the idea").send().await;
        assert!(page.says("Your comment is posted."), "{}", page.words());
        assert_eq!(page.address.fragment(), Some("comment-1"), "it doesn't open at the comment");
        assert_eq!(page.every(".fm-stance"), ["For"]);
        assert_eq!(page.every("#comment-1 .fm-prose"), ["A fine plan."]);

        // The permalink, for somebody else at the other node.
        let hers = carol.at(world.far_node()).open(&format!("/ideas/{number}/comments/1")).await;
        assert_eq!(hers.address.fragment(), Some("comment-1"));
        assert!(!hers.has_link("Edit comment 1") && !hers.has_link("Delete comment 1"), "{}", hers.words());
        let reply = hers.follow("Reply to comment 1").await;
        assert_eq!(reply.heading(), "Reply to Ben");
        let replied = reply.form("Post").fill("body", "And who pays?").fill("stance", "AGAINST").send().await;
        assert_eq!(replied.address.fragment(), Some("comment-2"));
        assert_eq!(replied.every("#comment-2 .fm-stance"), ["Against"]);
        assert_eq!(carol.tally(number).await, (0, 0, 2));

        let edit = ben.open(&format!("/ideas/{number}")).await.follow("Edit comment 1").await;
        let form = edit.form("Save");
        assert_eq!((form.value("body"), form.value("stance")), (Some("A fine *plan*."), Some("FOR")));
        let saved = form.fill("body", "A fine *idea*.").fill("stance", "").send().await;
        assert!(saved.says("Your comment is saved."), "{}", saved.words());
        let history = carol.open(&format!("/ideas/{number}")).await.follow("edited").await;
        assert_eq!(history.heading(), "History");
        assert!(history.says("plan") && history.says("idea") && history.says("for"), "{}", history.words());
        assert!(history.follow("Version 1").await.says("A fine *plan*."), "{}", history.words());

        let asked = saved.follow("Delete comment 1").await;
        let gone = asked.form("Delete the comment").send().await;
        assert!(gone.says("Your comment is deleted."), "{}", gone.words());
        let left = carol.open(&format!("/ideas/{number}")).await;
        assert_eq!(left.every("#comment-1 .fm-gone"), ["Its author deleted this comment."]);
        assert!(left.says("And who pays?"), "the reply went with it: {}", left.words());
        assert!(!left.html.contains("A fine") && left.every("#comment-1 bdi").is_empty(), "{}", left.words());
        let before = carol.open(&format!("/ideas/{number}/comments/1/history")).await;
        assert!(!before.html.contains("A fine"), "its history is still told: {}", before.words());
        assert_eq!(carol.tally(number).await, (0, 0, 1));
    }

    async fn the_same_by_the_api(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let idea = ben.idea_id(number).await;
        const POST: &str = "mutation($i: PostCommentInput!) { postComment(input: $i) \
            { outcome comment { id number depth stance bodyMarkdown revision } userErrors { field } } }";
        let posted = ben.graphql(POST, json!({ "i": { "ideaId": idea, "stance": "FOR", "body": "Yes." } })).await;
        let first = posted["data"]["postComment"]["comment"].clone();
        assert_eq!((&first["number"], &first["depth"], &first["stance"]), (&json!(1), &json!(0), &json!("FOR")));
        let reply = json!({ "i": { "ideaId": idea, "parentId": first["id"], "body": "But when?" } });
        let reply = ben.graphql(POST, reply).await;
        assert_eq!(reply["data"]["postComment"]["comment"]["depth"], 1, "{reply}");

        const EDIT: &str = "mutation($i: EditCommentInput!) { editComment(input: $i) \
            { outcome comment { revision bodyMarkdown revisions { revision bodyMarkdown } } } }";
        let edit = |revision: i32| json!({ "i": { "commentId": first["id"], "revision": revision, "body": "Soon." } });
        let edited = ben.graphql(EDIT, edit(1)).await;
        assert_eq!(edited["data"]["editComment"]["comment"]["revisions"][1]["bodyMarkdown"], "Yes.", "{edited}");
        let stale = ben.graphql(EDIT, json!({ "i": { "commentId": first["id"], "revision": 1, "body": "Late." } })).await;
        assert_eq!(stale["errors"][0]["extensions"]["code"], "CONFLICT", "{stale}");

        const DELETE: &str = "mutation($i: DeleteCommentInput!) { deleteComment(input: $i) \
            { outcome comment { state bodyMarkdown author { name } revisions { revision } } } }";
        let deleted = ben.graphql(DELETE, json!({ "i": { "commentId": first["id"] } })).await;
        let expected = json!({ "outcome": "DELETED", "comment":
            { "state": "DELETED", "bodyMarkdown": null, "author": null, "revisions": [] } });
        assert_eq!(deleted["data"]["deleteComment"], expected, "{deleted}");
        assert_eq!(ben.tally(number).await, (0, 0, 1));
    }

    async fn a_held_comment_is_its_authors_to_change_and_goes_on_waiting(world: World) {
        let cast = Cast::arrive(world).await;
        let author = cast.of(Who::Author);
        let shop = Workshop::open(world, author.viewer).await;
        let made = shop.comment(State::Held, State::Published).await;
        let path = format!("/ideas/{}/comments/{}", made.number, made.comment);
        let edit = author.browser.open(&format!("{path}/edit")).await;
        assert!(edit.says("A moderator reads it after you save it"), "{}", edit.words());
        let saved = edit.form("Save").fill("body", "In calmer words.").send().await;
        assert!(saved.says("In calmer words.") && saved.says("Only you and moderators can read this"), "{}", saved.words());
        let visitor = world.visitor();
        assert_eq!(visitor.open(&path).await.status.as_u16(), 404, "an edit made it public");
        assert_eq!(visitor.tally(made.number).await, (0, 0, 0));
        let asked = author.browser.open(&format!("{path}/delete")).await;
        asked.form("Delete the comment").send().await;
        assert_eq!(visitor.tally(made.number).await, (0, 0, 0), "what was never counted is taken off the count");
        world.audit_counts().await;
    }

    async fn what_cannot_be_answered_is_refused_before_anybody_signs_in(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let form = ben.open(&format!("/ideas/{number}")).await.form("Post the comment");
        form.fill("body", "A fine plan.").send().await;
        let visitor = world.visitor();
        let reply = visitor.open(&format!("/ideas/{number}/comments/1/reply")).await.form("Sign in and post");
        ben.open(&format!("/ideas/{number}/comments/1/delete")).await.form("Delete the comment").send().await;

        let refused = reply.fill("body", "I think so too.").send().await;
        assert_eq!(refused.status.as_u16(), 422, "{refused}");
        assert_eq!(refused.form_asking("body").unwrap().value("body"), Some("I think so too."), "the text is lost");
        let told = refused.error_for("body").unwrap();
        assert!(told.starts_with("What you are answering is no longer there."), "{told}");
        let page = visitor.open(&format!("/ideas/{number}/comments/1/reply")).await;
        assert_eq!(page.status.as_u16(), 403);
        assert!(page.says("This comment can’t be answered any more.") && page.form_asking("body").is_none(), "{}", page.words());
    }

    async fn for_and_against_stand_side_by_side(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        for n in 1..=17 {
            let form = ben.open(&format!("/ideas/{number}")).await.form("Post the comment");
            form.fill("body", &format!("Reason {n}.")).fill("stance", "FOR").send().await;
        }
        let form = ben.open(&format!("/ideas/{number}")).await.form("Post the comment");
        form.fill("body", "Who pays?").fill("stance", "AGAINST").send().await;

        let reader = world.visitor().at(world.far_node());
        let sides = reader.open(&format!("/ideas/{number}")).await.follow("For and against").await;
        assert_eq!(sides.every("#for .fm-prose").len(), 15, "{}", sides.words());
        assert_eq!(sides.every("#against .fm-prose"), ["Who pays?"]);
        let further = sides.follow("More comments for it").await;
        assert_eq!(further.every("#for .fm-prose"), ["Reason 2.", "Reason 1."]);
        assert_eq!(further.every("#against .fm-prose"), ["Who pays?"], "the other side moved");
        let back = further.follow("Back to the first comments for it").await;
        assert_eq!(back.every("#for .fm-prose").len(), 15, "{}", back.words());
        let talk = back.follow("Conversation").await;
        assert_eq!(talk.every(".fm-thread .fm-comment").len(), 18, "{}", talk.words());
    }
}
