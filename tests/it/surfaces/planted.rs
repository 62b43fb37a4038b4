//! What is planted: one idea and one comment in every state that isn't public, and one public idea that holds the
//! comments. Each has an unmistakable word in its title, its body and an earlier version of both.

use crate::nets::{Made, State, Workshop, global};

/// Every word that must not be met by those who may not see it.
pub(super) const ALL: &[&str] =
    &[WAITING, REJECTED, HIDDEN, WITHDRAWN, HELD_COMMENT, HIDDEN_COMMENT, DELETED_COMMENT, UNDER_HIDDEN];
const WAITING: &str = "quokkawaits";
const REJECTED: &str = "narwhalrejected";
const HIDDEN: &str = "axolotlhidden";
const WITHDRAWN: &str = "okapiwithdrawn";
const HELD_COMMENT: &str = "pangolinheld";
const HIDDEN_COMMENT: &str = "tapirhidden";
const DELETED_COMMENT: &str = "wombatdeleted";
/// A comment that is public in itself, under an idea that is not.
const UNDER_HIDDEN: &str = "lemurunderhidden";

/// What a comment says that anybody may read.
pub(super) const PLAIN: &str = "a plain remark";

/// What its author, moderators and admins meet: everything but what its author deleted.
pub(super) const FOR_THE_CONCERNED: &[&str] =
    &[WAITING, REJECTED, HIDDEN, WITHDRAWN, HELD_COMMENT, HIDDEN_COMMENT, UNDER_HIDDEN];

/// What was planted.
pub(super) struct Planted {
    /// The public idea with its comments.
    pub(super) public: Made,
    /// Ideas that aren't public.
    pub(super) ideas: Vec<Made>,
    /// Every comment's number under its idea's, and its id in the API.
    pub(super) comments: Vec<(i64, i32, String)>,
    /// The id of their author's public page.
    pub(super) author: String,
    /// The comment that is held.
    pub(super) held: folkmoot_common::CommentId,
    /// The comment that anybody may read.
    pub(super) plain: folkmoot_common::CommentId,
}

impl Planted {
    pub(super) async fn by(shop: &Workshop) -> Self {
        let mut ideas = Vec::new();
        let states = [
            (State::Waiting, WAITING),
            (State::Rejected, REJECTED),
            (State::Hidden, HIDDEN),
            (State::Withdrawn, WITHDRAWN),
        ];
        for (state, word) in states {
            let title = format!("Plant a {word} here");
            ideas.push(shop.idea_saying(state, &title, &format!("Everybody needs {word}.")).await);
        }
        let public = shop.idea_saying(State::Published, "A bench at the river", "So that people can rest.").await;
        let mut comments = Vec::new();
        let words = [
            (State::Held, HELD_COMMENT),
            (State::Hidden, HIDDEN_COMMENT),
            (State::Deleted, DELETED_COMMENT),
            (State::Published, PLAIN),
        ];
        let (mut held, mut plain) = (None, None);
        for (state, word) in words {
            let comment = shop.comment_under(&public, state, &format!("I say {word}.")).await;
            held = held.or((state == State::Held).then_some(comment.id));
            plain = plain.or((state == State::Published).then_some(comment.id));
            comments.push((public.number, comment.number, global(comment.id)));
        }
        let under = shop.comment_saying(State::Published, State::Hidden, &format!("I say {UNDER_HIDDEN}.")).await;
        comments.push((under.number, under.comment, under.comment_id.clone()));
        ideas.push(under);
        let (held, plain) = (held.expect("one is held"), plain.expect("one is public"));
        Self { public, ideas, comments, author: shop.author_id(), held, plain }
    }

    /// The words in a text.
    pub(super) fn in_text(text: &str) -> impl Iterator<Item = &'static str> {
        let text = text.to_lowercase();
        ALL.iter().copied().filter(move |word| text.contains(word))
    }
}
