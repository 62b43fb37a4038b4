//! What moderation withholds since: an edit that waits, words that were taken out, a name that was taken away, what a
//! merged idea said before anybody read it; and what is said about things where only those concerned read it. All of it
//! by the services, as people and moderators do it.

use folkmoot_comments::CommentText;
use folkmoot_common::{DecisionId, Id as _, PersonId, Role, Roles, Viewer};
use folkmoot_ideas::{Edited, IdeaText};
use folkmoot_moderation::{Act, Complaint, ItemKind, Note, Place, RawComplaint, ReasonCode, Redacted, Subject, Target};
use folkmoot_people::{DisplayName, Email};

use super::things::{Made, State, Workshop, global};

impl Workshop {
    /// A public idea of the reviewed campaign, with a public comment.
    pub(crate) async fn looked_at(&self, title: &str) -> Made {
        let made = self.idea_saying(State::Waiting, title, "It would help.").await;
        let publish = Act::Publish { trust: false };
        self.decide(ItemKind::Idea, Target::Idea(made.idea.unwrap()), publish.clone(), None).await;
        let comment = self.comment_under(&made, State::Published, "A comment that was looked at.").await;
        self.decide(ItemKind::Comment, Target::Comment(comment.id), publish, None).await;
        Made { comment: comment.number, comment_id: global(comment.id), ..made }
    }

    /// An edit of an idea that waits for a yes.
    pub(crate) async fn edit_waits(&self, made: &Made, words: &str) {
        let text = IdeaText::parse(&format!("A bench with {words}"), &format!("Now with {words}."), "en").unwrap();
        let edited = self.site.ideas.edit(&self.author, made.idea.unwrap(), 1, text).await.unwrap();
        assert!(matches!(edited, Edited::Waiting(..)), "the edit does not wait: {edited:?}");
    }

    /// An edit of its comment that waits for a yes.
    pub(crate) async fn comment_edit_waits(&self, made: &Made, words: &str) {
        let text = CommentText::parse(&format!("Rather {words}."), None).unwrap();
        let found = self.site.comments.find_number(&self.author, made.idea.unwrap(), made.comment).await.unwrap();
        let edited = self.site.comments.edit(&self.author, found.unwrap().id, 1, text).await.unwrap();
        assert!(!edited.words.unwrap().body.as_str().contains(words), "the edit does not wait");
    }

    /// A public idea that said this in two versions, until a moderator took it out. Reported by somebody who says this.
    pub(crate) async fn redacted(&self, words: &str, said: &str, called: &str) -> Made {
        let made = self.idea_saying(State::Published, &format!("First a {words}"), &format!("A {words} it is.")).await;
        let text = IdeaText::parse(&format!("Then a {words}"), &format!("A {words} it stays."), "en").unwrap();
        let edited = self.site.ideas.edit(&self.author, made.idea.unwrap(), 1, text).await.unwrap();
        assert!(matches!(edited, Edited::Saved(_)), "the edit waits: {edited:?}");
        let target = Target::Idea(made.idea.unwrap());
        let receipt = self.reported(target, &made, said, called).await;
        let left = Act::Redact(Redacted::parse(Some("A calm bench"), "It is a bench.").unwrap());
        let id = self.decide(ItemKind::Report, target, left, spam()).await;
        Made { id, receipt, slug: "a-calm-bench".to_owned(), ..made }
    }

    /// A public comment that said this in two versions, until a moderator took it out.
    pub(crate) async fn redacted_comment(&self, under: &Made, words: &str) -> Made {
        let comment = self.comment_under(under, State::Published, &format!("First {words}.")).await;
        let text = CommentText::parse(&format!("Then {words}."), None).unwrap();
        self.site.comments.edit(&self.author, comment.id, 1, text).await.unwrap();
        let made = Made { comment: comment.number, comment_id: global(comment.id), ..under.clone() };
        let target = Target::Comment(comment.id);
        self.reported(target, &made, "", "").await;
        let left = Act::Redact(Redacted::parse(None, "A calm comment.").unwrap());
        let id = self.decide(ItemKind::Report, target, left, spam()).await;
        Made { id, ..made }
    }

    /// Somebody with a public idea whose name was taken away.
    pub(crate) async fn renamed(&self, name: &str) -> PersonId {
        let (email, roles) = (Email::parse("renamed@example.org").unwrap(), Roles::default());
        let called = DisplayName::parse_for(roles, name).unwrap();
        let person = self.site.people.add_person(email, roles, Some(called)).await.unwrap();
        let viewer = Viewer::Person { id: person.id, roles };
        let slug = folkmoot_ideas::Slug::parse(folkmoot_ideas::Campaign::STANDING).unwrap();
        let text = IdeaText::parse("An idea of somebody else", "So that it is read.", "en").unwrap();
        let _ = self.site.ideas.submit(&viewer, &slug, text).await.unwrap();
        let target = Target::Person(person.id);
        self.reported(target, &Made::default(), "", "").await;
        self.decide(ItemKind::Name, target, Act::ResetName, spam()).await;
        person.id
    }

    /// An officer with this address, who became one for this reason: for whoever runs the site to read, and nobody else.
    pub(crate) async fn appointed(&self, address: &str, why: &str) -> PersonId {
        let people = &self.site.people;
        let email = |local: &str| Email::parse(&format!("{local}@example.org")).unwrap();
        let steward = people.add_person(email("steward"), Roles::default().with(Role::Admin), None).await.unwrap();
        let person = people.add_person(email(address), Roles::default(), None).await.unwrap();
        let viewer = Viewer::Person { id: steward.id, roles: steward.roles };
        let why = format!("Because of {why}.");
        assert!(people.change_role(&viewer, person.id, (Role::Officer, true), &why).await.unwrap());
        person.id
    }

    /// An idea that said this until its author mended it, before anybody read it; then it was merged into another.
    pub(crate) async fn merged(&self, words: &str, into: &Made) -> Made {
        let made = self.idea_saying(State::Waiting, &format!("Once a {words}"), &format!("A {words} it was.")).await;
        let text = IdeaText::parse("A second bench", "It would help too.", "en").unwrap();
        let idea = self.site.ideas.edit(&self.author, made.idea.unwrap(), 1, text).await.unwrap().idea();
        let target = Target::Idea(idea.id);
        self.decide(ItemKind::Idea, target, Act::Publish { trust: false }, None).await;
        self.reported(target, &made, "", "").await;
        let id = self.decide(ItemKind::Report, target, Act::Merge { into: into.number }, spam()).await;
        Made { id, slug: idea.slug.clone(), ..made }
    }

    /// An idea that was refused with this note, which its author appeals with these words.
    pub(crate) async fn appealed(&self, note: &str, words: &str) -> Made {
        let made = self.idea(State::Waiting).await;
        let target = Target::Idea(made.idea.unwrap());
        let note = Note::required("note", &format!("Think of {note}.")).ok();
        let id = self.decide_saying(ItemKind::Idea, target, (Act::Reject, spam()), note).await;
        let words = Note::required("words", &format!("But {words}.")).unwrap();
        let decision = DecisionId::from_uuid(id.parse().unwrap());
        self.site.moderation.appeal(&self.author, decision, words).await.unwrap();
        Made { id, ..made }
    }

    /// A visitor's report; gives its number.
    async fn reported(&self, target: Target, made: &Made, said: &str, called: &str) -> String {
        let place = Place {
            idea: made.idea,
            number: made.idea.map(|_| made.number),
            comment: matches!(target, Target::Comment(_)).then_some(made.comment),
            ..Place::default()
        };
        let subject = Subject { target, place, title: "What was reported".to_owned() };
        let raw = RawComplaint { ground: "SPAM", details: said, name: called, in_good_faith: true };
        let complaint = Complaint::parse(raw, Ok(None)).unwrap();
        self.site.reports.file(&Viewer::Nobody, subject, complaint, "192.0.2.1").await.unwrap().to_string()
    }
}

fn spam() -> Option<ReasonCode> {
    ReasonCode::parse("SPAM").ok()
}
