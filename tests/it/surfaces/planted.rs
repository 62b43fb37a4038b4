//! What is planted: one idea and one comment in every state that isn't public, everything that moderation withholds or
//! that only those concerned read, and one public idea that holds the comments. Each has an unmistakable word that stands
//! nowhere else.

use folkmoot_common::{Id as _, ItemId, PersonId, TemplateId};

use crate::nets::{Made, State, Who, Workshop, global};

/// A word that must not be met by those who may not see it, and where the others meet it.
pub(super) struct Word {
    pub(super) word: &'static str,
    /// By the author of what it stands in or is about.
    author: Where,
    /// By moderators.
    staff: Where,
    /// By officers of other departments.
    officer: Where,
    /// By whoever runs the site.
    admin: Where,
}

/// Where somebody meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Nowhere,
    OnPages,
    InBoth,
}

impl Word {
    const fn new(word: &'static str, author: Where, staff: Where) -> Self {
        Self { word, author, staff, officer: Nowhere, admin: staff }
    }

    /// One that whoever runs the site meets, and nobody else.
    const fn for_admins(word: &'static str) -> Self {
        Self { word, author: Nowhere, staff: Nowhere, officer: Nowhere, admin: InBoth }
    }

    /// One that officers meet too.
    const fn for_officers(word: &'static str) -> Self {
        Self { officer: InBoth, ..Self::for_admins(word) }
    }

    /// Whether they may meet it at all.
    pub(super) fn is_met_by(&self, who: Who) -> bool {
        self.for_whom(who) != Nowhere
    }

    /// Where somebody of those concerned meets it.
    pub(super) const fn for_whom(&self, who: Who) -> Where {
        match who {
            Who::Author => self.author,
            Who::Admin => self.admin,
            Who::Moderator => self.staff,
            Who::Officer => self.officer,
            Who::Visitor | Who::Citizen => Nowhere,
        }
    }
}

use Where::{InBoth, Nowhere, OnPages};

const WAITING: &str = "quokkawaits";
const REJECTED: &str = "narwhalrejected";
const HIDDEN: &str = "axolotlhidden";
const WITHDRAWN: &str = "okapiwithdrawn";
const HELD_COMMENT: &str = "pangolinheld";
const HIDDEN_COMMENT: &str = "tapirhidden";
const DELETED_COMMENT: &str = "wombatdeleted";
/// A comment that is public in itself, under an idea that is not.
const UNDER_HIDDEN: &str = "lemurunderhidden";
const EDIT: &str = "ibexedit";
const COMMENT_EDIT: &str = "kuducommentedit";
const REDACTED: &str = "tahrtakenout";
const REDACTED_COMMENT: &str = "serowtakenout";
const OLD_NAME: &str = "gaurformername";
const MERGED_PAST: &str = "dholebeforehand";
const REPORT: &str = "civetreports";
const REPORTER: &str = "genetreporter";
const APPEAL: &str = "zorillaappeals";
const NOTE: &str = "markhornote";
/// Somebody's address, and why they were given a role.
const ADDRESS: &str = "dikdikaddress";
const APPOINTMENT: &str = "elandappointed";
/// What an officer wrote to colleagues, and what one is writing.
const STAFF_NOTE: &str = "bongocolleagues";
const DRAFT: &str = "nyalareplydraft";

/// Every word that must not be met by those who may not see it.
pub(super) const ALL: &[Word] = &[
    Word::new(WAITING, InBoth, InBoth),
    Word::new(REJECTED, InBoth, InBoth),
    Word::new(HIDDEN, InBoth, InBoth),
    Word::new(WITHDRAWN, InBoth, InBoth),
    Word::new(HELD_COMMENT, InBoth, InBoth),
    Word::new(HIDDEN_COMMENT, InBoth, InBoth),
    Word::new(DELETED_COMMENT, Nowhere, Nowhere),
    Word::new(UNDER_HIDDEN, InBoth, InBoth),
    Word::new(EDIT, OnPages, InBoth),
    Word::new(COMMENT_EDIT, OnPages, InBoth),
    Word::new(REDACTED, InBoth, InBoth),
    Word::new(REDACTED_COMMENT, InBoth, InBoth),
    Word::new(OLD_NAME, Nowhere, Nowhere),
    Word::new(MERGED_PAST, InBoth, InBoth),
    Word::new(REPORT, Nowhere, InBoth),
    Word::new(REPORTER, Nowhere, InBoth),
    Word::new(APPEAL, Nowhere, InBoth),
    Word::new(NOTE, InBoth, InBoth),
    Word::for_admins(ADDRESS),
    Word::for_admins(APPOINTMENT),
    Word::for_officers(STAFF_NOTE),
    // Its department's alone.
    Word::for_admins(DRAFT),
];

/// What a comment says that anybody may read.
pub(super) const PLAIN: &str = "a plain remark";

/// How many of the ideas that are planted anybody may list.
pub(super) const PUBLIC: i64 = 6;

/// Of those, merged into another.
pub(super) const MERGED: i64 = 1;

/// Of those, in officers' hands.
pub(super) const IN_HAND: i64 = 1;

/// What was planted.
pub(super) struct Planted {
    /// The public idea with its comments.
    pub(super) public: Made,
    /// Ideas that aren't public.
    pub(super) ideas: Vec<Made>,
    /// Public ideas of which something is withheld.
    pub(super) partly: Vec<Made>,
    /// Decisions of which only those concerned read the words, as pages name them.
    pub(super) decisions: Vec<String>,
    /// What waits on the moderators' desk.
    pub(super) items: Vec<ItemId>,
    /// The number of a report.
    pub(super) receipt: String,
    /// Whoever had a name that was taken away.
    pub(super) renamed: String,
    /// Whoever was given a role.
    pub(super) appointed: PersonId,
    /// A template for answers to one of the ideas.
    pub(super) template: TemplateId,
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

        let edited = shop.looked_at("A bench that was looked at").await;
        shop.edit_waits(&edited, EDIT).await;
        shop.comment_edit_waits(&edited, COMMENT_EDIT).await;
        let redacted = shop.redacted(REDACTED, &format!("It says {REPORT}."), REPORTER).await;
        let said = shop.redacted_comment(&redacted, REDACTED_COMMENT).await;
        let merged = shop.merged(MERGED_PAST, &edited).await;
        let refused = shop.appealed(NOTE, APPEAL).await;
        let renamed = shop.renamed(OLD_NAME).await.uuid().simple().to_string();
        let answered = shop.drafted_saying(&format!("Ask {STAFF_NOTE}."), &format!("We say {DRAFT}.")).await;
        let template = shop.template().await;
        let appointed = shop.appointed(ADDRESS, APPOINTMENT).await;
        comments.extend([&edited, &said].map(|made| (made.number, made.comment, made.comment_id.clone())));
        let decisions = [&redacted, &said, &merged, &refused].map(|made| made.id.clone()).to_vec();
        let (items, receipt) = (shop.all_that_waits().await, redacted.receipt.clone());
        ideas.push(refused);
        let partly = vec![edited, redacted, merged, answered];
        let author = shop.author_id();
        Self {
            public,
            ideas,
            partly,
            decisions,
            items,
            receipt,
            renamed,
            appointed,
            template,
            comments,
            author,
            held,
            plain,
        }
    }

    /// Every idea that was planted.
    pub(super) fn all(&self) -> impl Iterator<Item = &Made> {
        self.ideas.iter().chain(&self.partly).chain([&self.public])
    }

    /// The words in a text.
    pub(super) fn in_text(text: &str) -> impl Iterator<Item = &'static str> {
        let text = text.to_lowercase();
        ALL.iter().map(|one| one.word).filter(move |word| text.contains(word))
    }
}
