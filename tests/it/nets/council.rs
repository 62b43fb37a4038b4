//! What the council promises and answers: a department, an idea that it has, a draft, an answer. All of it by the services,
//! as officers and admins do it.

use folkmoot_common::{DepartmentId, Role, Roles, TemplateId, Viewer};
use folkmoot_people::Email;
use folkmoot_replies::{DepartmentText, Handing, Next, OfficialReply, RawReply, TemplateChange, Typed};
use folkmoot_votes::{Choice, Outcome};

use super::things::{Made, State, Workshop, global};

impl Workshop {
    /// A department of nobody's.
    pub(crate) async fn department(&self) -> Made {
        let id = global(self.department_called("Parks").await);
        Made { node: id.clone(), department: id, ..Made::default() }
    }

    /// A public idea that one department has; another one is named beside it.
    pub(crate) async fn assigned(&self) -> Made {
        let made = self.idea(State::Published).await;
        let to = self.department_called("Parks").await;
        let handing = Handing { to, lead: true, leave: true, words: "", note: "" };
        self.site.replies.assign(&self.chief().await, made.number, handing).await.unwrap();
        Made { department: global(self.department_called("Roads").await), ..made }
    }

    /// The same with a note to colleagues and a draft.
    pub(crate) async fn drafted(&self) -> Made {
        self.drafted_saying("A note to colleagues.", REASONS).await
    }

    /// The same in these words.
    pub(crate) async fn drafted_saying(&self, note: &str, reasons: &str) -> Made {
        let (made, chief) = (self.assigned().await, self.chief().await);
        self.site.replies.note(&chief, made.number, note).await.unwrap();
        self.site.replies.save(&chief, made.number, typed(reasons), Next::Keep).await.unwrap();
        made
    }

    /// A template of the department that has what is assigned.
    pub(crate) async fn template(&self) -> TemplateId {
        let raw = RawReply { reasons: "On {{title}}.".to_owned(), language: "en".to_owned(), ..RawReply::default() };
        let department = self.department_called("Parks").await;
        let change = TemplateChange { id: None, department, seen: 0, title: "Thanks", raw: &raw };
        self.site.replies.save_template(&self.chief().await, change).await.unwrap()
    }

    /// Somebody is for it.
    async fn supported(&self, made: &Made) {
        let chief = self.chief().await;
        let idea = self.site.ideas.find_number(&chief, made.number).await.unwrap().unwrap();
        let receipt = self.site.votes.cast(&chief, idea.id, Choice::Support).await.unwrap();
        assert_eq!(receipt.outcome, Outcome::Counted);
    }

    /// An idea that was answered and has a supporter, with what comes next.
    pub(crate) async fn answered(&self) -> Made {
        let made = self.assigned().await;
        self.supported(&made).await;
        let reply = self.answer(&made).await;
        let milestone = ("The first bench stands", "2031-05-02");
        self.site.replies.set_milestone(&self.chief().await, made.number, milestone).await.unwrap();
        Made { reply: global(reply.id), ..made }
    }

    /// The answer to one.
    pub(crate) async fn answer_alone(&self) -> Made {
        let made = self.answered().await;
        Made { node: made.reply.clone(), ..made }
    }

    async fn answer(&self, made: &Made) -> OfficialReply {
        self.site.replies.publish(&self.chief().await, made.number, typed(REASONS)).await.unwrap()
    }

    async fn department_called(&self, name: &str) -> DepartmentId {
        let all = self.site.replies.departments().await.unwrap();
        if let Some(found) = all.iter().find(|one| one.name == name) {
            return found.id;
        }
        let text = DepartmentText::parse(name, "All of it.", false).unwrap();
        self.site.replies.save_department(&self.chief().await, None, &text).await.unwrap()
    }

    /// Somebody who runs the site, beside those of the cast.
    async fn chief(&self) -> Viewer {
        let email = Email::parse("chief@example.org").unwrap();
        let person = self.site.people.add_person(email, Roles::default().with(Role::Admin), None).await.unwrap();
        Viewer::Person { id: person.id, roles: person.roles }
    }
}

const REASONS: &str = "Because it helps.";

fn typed(reasons: &str) -> Typed {
    let raw = RawReply {
        outcome: "YES".to_owned(),
        reasons: reasons.to_owned(),
        role: "Head of Parks".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    };
    Typed { raw, ..Typed::default() }
}
