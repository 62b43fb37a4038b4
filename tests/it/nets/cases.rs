//! What stands on the moderators' desk: something that waits there, and something that was decided.

use folkmoot_common::{Direction, PageRequest, Role, Roles, Viewer};
use folkmoot_moderation::{Act, Decided, Item, QueueFilter, Target, Verdict};
use folkmoot_people::Email;

use super::things::{Made, State, Workshop};

impl Workshop {
    /// An idea of the author's that waits, by its place in the queue.
    pub(crate) async fn item(&self) -> Made {
        let (made, item) = self.waits().await;
        Made { id: item.id.to_string(), ..made }
    }

    /// A decision that a moderator has just made.
    pub(crate) async fn decision(&self) -> Made {
        let (made, item) = self.waits().await;
        let clerk = self.clerk().await;
        let verdict = Verdict { act: Act::Publish { trust: false }, reason: None, note: None };
        let decided = self.site.moderation.decide(&clerk, item.id, item.revision, verdict).await.unwrap();
        let Decided::Done(decision) = decided else { panic!("not decided: {decided:?}") };
        Made { id: decision.id.to_string(), ..made }
    }

    /// A first version of the council's rules, where there was none yet.
    pub(crate) async fn rules(&self, admin: Viewer) -> Made {
        let english = folkmoot_common::Language::english();
        self.site.moderation.publish_policy(&admin, &english, "Be kind.").await.unwrap();
        Made::default()
    }

    async fn waits(&self) -> (Made, Item) {
        let made = self.idea(State::Waiting).await;
        let clerk = self.clerk().await;
        // The newest stand at the end.
        let last = PageRequest { direction: Direction::Backwards, ..PageRequest::first(50) };
        let listed = self.site.moderation.queue(&clerk, &QueueFilter::default(), &last).await.unwrap();
        let target = made.idea.map(Target::Idea);
        let item = listed.items.into_iter().map(|one| one.item).find(|item| Some(item.target) == target);
        (made, item.expect("what waits is in the queue"))
    }

    /// A moderator beside those of the cast.
    async fn clerk(&self) -> Viewer {
        let email = Email::parse("clerk@example.org").unwrap();
        let person = self.site.people.add_person(email, Roles::default().with(Role::Moderator), None).await.unwrap();
        Viewer::Person { id: person.id, roles: person.roles }
    }
}
