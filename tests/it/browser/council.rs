//! A council that answers: departments with officers, a promise, ideas that wait for an answer, and every state in which an
//! answer can stand. It is set through the services, as officers would do it by their forms.

use std::collections::BTreeMap;

use folkmoot_comments::CommentText;
use folkmoot_common::{DepartmentId, Id as _, Role, Roles, Viewer};
use folkmoot_ideas::{Idea, PublishingMode, VotingRule};
use folkmoot_people::{DisplayName, Email};
use folkmoot_replies::{
    DepartmentText, Handing, Happens, Kind, Next, OfficialReply, RawReply, Route, Step, TemplateChange, Typed,
};
use folkmoot_tests::world::World;
use folkmoot_votes::Choice;

use super::stage::{posted, write};

mod roads;

/// The question whose ideas are promised an answer.
const QUESTION: &str = "promised-question";
/// A day that nobody waits for in a test.
const LATER: &str = "2030-05-02";

/// Where people sign in, by their first names.
type Links = BTreeMap<&'static str, String>;

/// Whoever works there.
struct Council<'w> {
    world: &'w World,
    ada: Viewer,
    pat: Viewer,
    paz: Viewer,
    rae: Viewer,
    ben: Viewer,
    parks: DepartmentId,
    roads: DepartmentId,
    links: Links,
}

/// For the story of one answer: two ideas wait for the same department, the first one longer. Who signs in where, and where
/// it stands, in JSON for the script.
pub(super) async fn that_owes(world: &World) -> String {
    let mut council = Council::of(world).await;
    let ana = invited(world, &mut council.links, "Ana Ruiz", Roles::default()).await;
    let first = council.owed(&ana, "A bench by the pond", "People walk far, and there is nowhere to rest.").await;
    council.say(&ana, &first, "My mother turns back half way.", "FOR").await;
    council.say(&council.ben, &first, "Benches get broken there.", "AGAINST").await;
    council.owed(&ana, "A second bench by the pond", "One would not be enough.").await;
    serde_json::json!({
        "links": council.links,
        "number": first.number,
        "title": first.title.as_str(),
        "idea": path(&first),
    })
    .to_string()
}

/// Beside everything else on the stage: what officers, admins and citizens see of answers. What is where, for the script.
pub(super) async fn add(world: &World, ana: &Viewer) -> serde_json::Value {
    let council = Council::of(world).await;
    let pack = |idea: &Idea| format!("/desk/ideas/{}", idea.number);
    council.sets_up().await;
    let [template, retired] = council.templates().await;
    let owed = council.owed(ana, "Shade over the playground", "It is too hot there in July.").await;
    let (revised, reply) = council.revised(ana).await;
    serde_json::json!({
        "links": council.links,
        "owed": path(&owed),
        "answered": path(&revised),
        "settings": format!("/admin/departments/{}", council.parks.uuid()),
        "history": format!("/replies/{}/history", reply.id.uuid()),
        "revising": format!("/desk/replies/{}", reply.id.uuid()),
        "template": template,
        "retired template": retired,
        "department": "/departments/parks",
        "packs": {
            "with everything": pack(&council.talked_about(ana, owed).await),
            "nobody’s": pack(&council.nobodys(ana).await),
            "answered": pack(&revised),
            "to approve": pack(&council.to_approve(ana).await),
            "locked": pack(&council.locked(ana).await),
            "late": pack(&council.late(ana).await),
            "another department’s": pack(&council.of_roads(ana).await),
        },
        "planned": pack(&council.planned(ana).await),
    })
}

fn path(idea: &Idea) -> String {
    format!("/ideas/{}/{}", idea.number, idea.slug)
}

/// Somebody whom the site knows by name; their first name leads to the link that signs them in.
async fn invited(world: &World, links: &mut Links, name: &'static str, roles: Roles) -> Viewer {
    let email = Email::parse(&format!("{}@example.org", name.to_lowercase().replace(' ', "."))).unwrap();
    let (person, secret) =
        world.site().people.invite(email, roles, Some(DisplayName::parse(name).unwrap())).await.unwrap();
    let first = name.split(' ').next().unwrap_or(name);
    links.insert(first, world.site().sign_in_link(&secret));
    Viewer::Person { id: person.id, roles: person.roles }
}

fn raw(outcome: &str, reasons: &str) -> RawReply {
    RawReply {
        outcome: outcome.to_owned(),
        reasons: reasons.to_owned(),
        role: "Head of Parks".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    }
}

impl<'w> Council<'w> {
    /// Two departments; in Parks two people must agree on an answer.
    async fn of(world: &'w World) -> Self {
        let officer = Roles::default().with(Role::Officer);
        let mut links = BTreeMap::new();
        let ada = invited(world, &mut links, "Ada Moss", Roles::default().with(Role::Admin)).await;
        let pat = invited(world, &mut links, "Pat Lake", officer).await;
        let paz = invited(world, &mut links, "Paz Dunn", officer).await;
        let rae = invited(world, &mut links, "Rae Holt", officer).await;
        let ben = invited(world, &mut links, "Ben Okafor", Roles::default()).await;
        let replies = &world.site().replies;
        let mut made = Vec::new();
        for (name, about, two_people) in
            [("Parks", "Trees, benches and *playgrounds*.", true), ("Roads", "Streets and crossings.", false)]
        {
            let text = DepartmentText::parse(name, about, two_people).unwrap();
            made.push(replies.save_department(&ada, None, &text).await.unwrap());
        }
        for (department, who, job) in [
            (made[0], &pat, "Head of Parks"),
            (made[0], &paz, "Deputy head of Parks"),
            (made[1], &rae, "Head of Roads"),
        ] {
            replies.join(&ada, department, who.person().unwrap(), job).await.unwrap();
        }
        world
            .ask(QUESTION, "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway)
            .await;
        let campaign = world.site().ideas.campaign(QUESTION).await.unwrap().unwrap();
        let step = |kind, working_days| Step { kind, supporters: 1, working_days };
        let steps = [step(Kind::Acknowledge, 5), step(Kind::Reply, 15)];
        replies.set_steps(&ada, campaign.id, &steps).await.unwrap();
        Self { world, ada, pat, paz, rae, ben, parks: made[0], roads: made[1], links }
    }

    /// What an admin sets besides: rules, and a day of the council's own.
    async fn sets_up(&self) {
        let replies = &self.world.site().replies;
        let rule = |word: &str| Route {
            position: 0,
            place: None,
            tag: None,
            department: self.parks,
            campaign: None,
            word: Some(word.to_owned()),
        };
        replies.set_routes(&self.ada, &[rule("lamp posts"), rule("tunnels and towers")]).await.unwrap();
        replies.set_day(&self.ada, LATER, true, "Polling day.").await.unwrap();
    }

    /// A template that is offered, and one that is retired: their pages.
    async fn templates(&self) -> [String; 2] {
        let replies = &self.world.site().replies;
        let not_now = raw("NO", "We looked at {{title}} by {{promised_day}}, and can’t do it this year.");
        let spring = raw("", "We look at it in spring.");
        let change = |title, raw| TemplateChange { id: None, department: self.parks, seen: 0, title, raw };
        let offered = replies.save_template(&self.pat, change("Not this year", &not_now)).await.unwrap();
        let retired = replies.save_template(&self.pat, change("In spring", &spring)).await.unwrap();
        replies.retire_template(&self.pat, retired, (1, true)).await.unwrap();
        [offered, retired].map(|id| format!("/desk/templates/{}", id.uuid()))
    }

    /// An idea with a supporter, whose clock runs and which nobody has yet.
    async fn waiting(&self, ana: &Viewer, title: &str, body: &str) -> Idea {
        let idea = posted(self.world, ana, QUESTION, title, body).await;
        let cast = self.world.site().votes.cast(&self.ben, idea.id, Choice::Support).await.unwrap();
        assert!(cast.outcome.is_done());
        idea
    }

    /// One that a department has.
    async fn given(&self, ana: &Viewer, (title, body): (&str, &str), to: DepartmentId) -> Idea {
        let idea = self.waiting(ana, title, body).await;
        let handing = Handing { to, lead: true, leave: true, words: "", note: "" };
        self.world.site().replies.assign(&self.ada, idea.number, handing).await.unwrap();
        idea
    }

    async fn owed(&self, ana: &Viewer, title: &str, body: &str) -> Idea {
        self.given(ana, (title, body), self.parks).await
    }

    async fn say(&self, who: &Viewer, idea: &Idea, words: &str, stance: &str) {
        let text = CommentText::parse(words, Some(stance)).unwrap();
        self.world.site().comments.post(who, idea.id, None, text).await.unwrap();
    }

    /// With arguments for and against, a note, a helper, a colleague who took it, a clock that stands still, and a draft.
    async fn talked_about(&self, ana: &Viewer, idea: Idea) -> Idea {
        let replies = &self.world.site().replies;
        self.say(ana, &idea, "Children get burnt on the slide.", "FOR").await;
        self.say(&self.ben, &idea, "Sails get torn every winter.", "AGAINST").await;
        replies.note(&self.pat, idea.number, "@Paz Dunn what did the last sail cost?").await.unwrap();
        let helps = Handing { to: self.roads, lead: false, leave: false, words: "They own the posts.", note: "" };
        replies.assign(&self.pat, idea.number, helps).await.unwrap();
        replies.take_on(&self.pat, idea.number, true).await.unwrap();
        replies.pause(&self.pat, idea.number, Kind::Reply, "We wait for the survey of the ground.").await.unwrap();
        let draft = Typed { raw: raw("YES", "We put up two sails in spring."), ..Typed::default() };
        replies.save(&self.pat, idea.number, draft, Next::Keep).await.unwrap();
        idea
    }

    async fn nobodys(&self, ana: &Viewer) -> Idea {
        self.waiting(ana, "A café in the old lodge", "It stands empty.").await
    }

    /// A colleague asks for the viewer's yes.
    async fn to_approve(&self, ana: &Viewer) -> Idea {
        let idea = self.owed(ana, "Water for dogs", "They drink from the pond.").await;
        let draft = Typed { raw: raw("NO", "The pond is clean, and near."), ..Typed::default() };
        self.world.site().replies.save(&self.paz, idea.number, draft, Next::Approval).await.unwrap();
        idea
    }

    /// A colleague is writing.
    async fn locked(&self, ana: &Viewer) -> Idea {
        let idea = self.owed(ana, "Lights along the path", "It is dark by four.").await;
        let draft = Typed { raw: raw("", "We look at lamps that bats don’t mind."), ..Typed::default() };
        self.world.site().replies.save(&self.paz, idea.number, draft, Next::Keep).await.unwrap();
        idea
    }

    /// Its day has passed: what only time does is written into its row.
    async fn late(&self, ana: &Viewer) -> Idea {
        let idea = self.owed(ana, "Mend the bandstand", "Its roof leaks.").await;
        let which = format!("idea_id = (SELECT id FROM idea WHERE number = {})", idea.number);
        let month = 30_i64 * 24 * 60 * 60 * 1_000_000;
        write(
            self.world,
            &format!(
                "UPDATE promise SET due_at = due_at - {month}, reached_at = reached_at - {month} \
                 WHERE kind = 'REPLY' AND {which}"
            ),
        )
        .await;
        idea
    }

    /// An answer that was revised, with all that an answer can say, and a step of which its author is asked.
    async fn revised(&self, ana: &Viewer) -> (Idea, OfficialReply) {
        let replies = &self.world.site().replies;
        let idea = self.owed(ana, "Trees along the north side", "There is no shade at all.").await;
        let twin = self.owed(ana, "Trees on the north side, please", "It is bare.").await;
        self.say(ana, &idea, "Limes grow fast.", "FOR").await;
        let first = RawReply {
            arguments: "Limes grow fast, as you say: we plant limes.".to_owned(),
            cost: "About 4,000 a year".to_owned(),
            next_step: "The holes are dug.".to_owned(),
            next_date: LATER.to_owned(),
            ..raw("PARTLY", "Ten trees fit there.\n\n- Limes\n- Maples")
        };
        let typed = Typed { raw: first.clone(), others: vec![twin.number], credits: vec![1], seen: 1 };
        // Somebody else asked for this very text: two people agree here.
        replies.save(&self.paz, idea.number, Typed { seen: 0, ..typed.clone() }, Next::Approval).await.unwrap();
        let reply = replies.publish(&self.pat, idea.number, typed).await.unwrap();
        let words = RawReply { reasons: "Twelve trees fit there.\n\n- Limes\n- Maples".to_owned(), ..first };
        // Nobody but whoever runs the site revises alone what two agreed on.
        replies.revise(&self.ada, reply.id, (reply.revision, &words, "We measured again.")).await.unwrap();
        let step = replies.set_milestone(&self.pat, idea.number, ("The first trees stand", LATER)).await.unwrap();
        replies.claim(&self.pat, idea.number, (step, Happens::Yes, "Six stand since March.")).await.unwrap();
        replies.set_milestone(&self.pat, idea.number, ("All twelve stand", "2031-05-02")).await.unwrap();
        (idea, reply)
    }
}
