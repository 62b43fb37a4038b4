//! What the acts are done on: a council whose letters leave, with people of each role, and for each act a thing of its
//! own in the state that it needs.
//!
//! It refuses a thing that it can't make, and one whose making didn't come off: what an act stands on is never guessed.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use folkmoot_common::{DecisionId, Id, ItemId, MailState, Role, Roles};
use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_people::Email;
use folkmoot_tests::database::one_line;
use folkmoot_tests::smtp::Sink;
use folkmoot_tests::world::{House, World};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};
use serde_json::{Value, json};

use crate::nets::{Cast, Made, Schema, State, Who, Workshop, global, right};

/// What an act's outcome is called when it did what was asked.
const DONE: [&str; 22] = [
    "ALL_DECIDED",
    "APPEALED",
    "ASKED",
    "CORRECTED",
    "COUNTED",
    "DECIDED",
    "DELETED",
    "DONE",
    "INVITED",
    "POSTED",
    "PUBLISHED",
    "RELEASED",
    "REPORTED",
    "RESENT",
    "RETRACTED",
    "SAVED",
    "SENT",
    "TAKEN_BACK",
    "UNDONE",
    "WAITING",
    "WITHDRAWN",
    "YOURS",
];

/// The campaign that promises something to whoever has one supporter.
const PROMISING: &str = "promising";

/// A decision is a slip for ten minutes: it can be undone. Then it is one that somebody finds wrong.
const NO_SLIP: Duration = Duration::from_secs(11 * 60);

/// A list of the keys that were written down without an answer: by the act itself, which knows none yet.
const WITNESS_ON_POSTGRES: &str = "CREATE TABLE in_act (word TEXT); \
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS \
        $$ BEGIN INSERT INTO in_act VALUES (NEW.word); RETURN NULL; END $$; \
    CREATE TRIGGER note AFTER INSERT ON retry FOR EACH ROW WHEN (NEW.answer IS NULL) EXECUTE FUNCTION note()";
const WITNESS_ON_SQLITE: &str = "CREATE TABLE in_act (word TEXT); \
    CREATE TRIGGER note AFTER INSERT ON retry WHEN NEW.answer IS NULL BEGIN INSERT INTO in_act VALUES (NEW.word); END";

/// Whether an act came off.
pub(super) fn is_done(answer: &Value, act: &str) -> bool {
    let payload = &answer["data"][act];
    let outcome = payload["outcome"].as_str().unwrap_or_default();
    answer["errors"].is_null() && payload["userErrors"] == json!([]) && DONE.contains(&outcome)
}

/// Where the acts are done.
pub(super) struct Stage {
    pub(super) schema: Schema,
    pub(super) cast: Cast,
    /// Where the letters go.
    pub(super) sink: Sink,
    witness: DatabaseConnection,
    world: World,
    shop: Workshop,
    /// Things that were given a name so far.
    named: AtomicU32,
}

impl Stage {
    pub(super) async fn open(house: House) -> Self {
        let sink = Sink::open().await;
        let world = World::start_with(house, |config| config.mail.smtp_url = sink.url().into()).await;
        let (rule, mode) = (VotingRule::SupportAndOppose, PublishingMode::StraightAway);
        world.ask(PROMISING, "What do our parks lack?", rule, mode).await;
        let cast = Cast::arrive(&world).await;
        let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
        let witness = one_line(world.database_url()).await.unwrap();
        let watch = if house == House::Sqlite { WITNESS_ON_SQLITE } else { WITNESS_ON_POSTGRES };
        witness.execute_unprepared(watch).await.unwrap();
        let named = AtomicU32::new(0);
        let stage = Self { schema: Schema::published(), cast, sink, witness, world, shop, named };
        let step = json!({ "kind": "ACKNOWLEDGE", "supporters": 1, "workingDays": 5 });
        stage.settle("setPromiseSteps", &json!({ "campaign": PROMISING, "steps": [step] }), "").await;
        stage
    }

    /// How many keys stand in the transactions of their acts.
    pub(super) async fn keys_in_acts(&self) -> i64 {
        const COUNT: &str = "SELECT COUNT(*) AS n FROM in_act";
        let asked = Statement::from_string(self.witness.get_database_backend(), COUNT);
        self.witness.query_one_raw(asked).await.unwrap().unwrap().try_get("", "n").unwrap()
    }

    /// An input in which every part is right, with these parts over it.
    pub(super) fn input(&self, act: &str, made: &Made, parts: &[&Value]) -> Value {
        let (_argument, kind) = &self.schema.field("Mutation", act).takes[0];
        let mut input = right(&self.schema, act, kind, made);
        for more in parts {
            input.extend(more.as_object().expect("parts of an input").clone());
        }
        Value::Object(input)
    }

    /// The thing of this name, made anew, and the parts of an input that name it where `right` doesn't.
    pub(super) async fn make(&self, on: &str) -> (Made, Value) {
        let shop = &self.shop;
        let made = match on {
            "nothing" => Made::default(),
            "public idea" => shop.idea(State::Published).await,
            "public comment" => shop.comment(State::Published, State::Published).await,
            "department" => shop.department().await,
            "assigned idea" => shop.assigned().await,
            "drafted idea" => shop.drafted().await,
            "answered idea" => shop.answered().await,
            "supported idea" => self.supported().await,
            "promise" => self.promised().await,
            "paused promise" => self.paused().await,
            "step" => return self.step().await,
            "step that was claimed" => return self.claimed().await,
            "idea and a place" => return self.with_a_place().await,
            other => return (Made::default(), Box::pin(self.of_the_desk(other)).await),
        };
        (made, json!({}))
    }

    /// What moderators decide, and did.
    async fn of_the_desk(&self, on: &str) -> Value {
        let shop = &self.shop;
        match on {
            "waiting item" => self.item().await,
            "waiting items" => {
                let item = self.item().await;
                json!({ "items": [{ "itemId": item["itemId"], "revision": 1 }] })
            }
            "item that was taken" => self.item_after("lockQueueItem").await,
            "item that was left to others" => self.item_after("askSecondOpinion").await,
            "decision" => decision(&shop.decision().await),
            "refusal" => decision(&shop.refusal().await),
            "refusal of some time ago" => {
                let refusal = decision(&shop.refusal().await);
                self.world.clock.advance(NO_SLIP);
                refusal
            }
            "report that was turned down" => {
                let made = shop.kept_report().await;
                let mut parts = decision(&made);
                parts["receipt"] = json!(made.receipt);
                parts
            }
            other => Box::pin(self.of_the_site(other)).await,
        }
    }

    /// What whoever runs the site settles.
    async fn of_the_site(&self, on: &str) -> Value {
        match on {
            "template" => json!({ "templateId": global(self.shop.template().await), "version": 1 }),
            "place" => json!({ "labelId": self.place().await["id"] }),
            "department of its own" => self.department().await,
            "newcomer to a department" => self.newcomer_to_a_department().await,
            "officer of a department" => {
                let joined = self.newcomer_to_a_department().await;
                self.settle("joinDepartment", &joined, "").await;
                joined
            }
            "rule of routing" => {
                let department = self.department().await;
                json!({ "routes": [{ "departmentId": department["departmentId"], "word": "tree" }] })
            }
            "day of the council's own" => {
                let day = json!({ "day": "2027-01-05" });
                self.settle("setCalendarDay", &day, "").await;
                day
            }
            "open campaign" => self.campaign().await,
            "newcomer" => json!({ "personId": self.person(Roles::default()).await }),
            "officer" => json!({ "personId": self.person(Roles::default().with(Role::Officer)).await }),
            "look" => self.look().await,
            "look with a logo" => self.look_after("setLogo").await,
            "look of its own" => self.look_after("setLook").await,
            "letter that was given up" => json!({ "letterId": self.dead_letter().await }),
            other => panic!("an act is done on `{other}`, which nobody here makes"),
        }
    }

    /// Does an act that another one stands on; gives its payload, with what is asked of it.
    async fn act(&self, (who, act): (Who, &str), made: &Made, parts: &Value, asked: &str) -> Value {
        let (_argument, kind) = &self.schema.field("Mutation", act).takes[0];
        let asked = format!("outcome userErrors {{ field code }} {asked}");
        let document = format!("mutation($input: {kind}) {{ {act}(input: $input) {{ {asked} }} }}");
        let input = self.input(act, made, &[parts]);
        let answer = self.cast.of(who).ask(&document, json!({ "input": input })).await;
        assert!(is_done(&answer, act), "{act}, which another act stands on: {answer}");
        answer["data"][act].clone()
    }

    /// The same by whoever runs the site, on nothing that the workshop makes.
    async fn settle(&self, act: &str, parts: &Value, asked: &str) -> Value {
        self.act((Who::Admin, act), &Made::default(), parts, asked).await
    }

    /// A name that no other thing has.
    fn name(&self, begins: &str) -> String {
        format!("{begins}-{}", self.named.fetch_add(1, Ordering::Relaxed))
    }

    /// An idea that the citizen supports.
    async fn supported(&self) -> Made {
        let made = self.shop.idea(State::Published).await;
        self.act((Who::Citizen, "castVote"), &made, &json!({}), "").await;
        made
    }

    /// An idea for which the council owes a word.
    async fn promised(&self) -> Made {
        let parts = json!({ "campaign": PROMISING, "title": self.name("A bench at the pond") });
        let posted = self.act((Who::Author, "submitIdea"), &Made::default(), &parts, "idea { id }").await;
        let idea_id = posted["idea"]["id"].as_str().expect("the idea was posted").to_owned();
        let made = Made { idea_id, ..Made::default() };
        self.act((Who::Citizen, "castVote"), &made, &json!({}), "").await;
        made
    }

    async fn paused(&self) -> Made {
        let made = self.promised().await;
        self.act((Who::Admin, "pausePromise"), &made, &json!({}), "").await;
        made
    }

    /// An answered idea with a step of what was said there.
    async fn step(&self) -> (Made, Value) {
        let made = self.shop.answered().await;
        let asked = "query($id: ID!) { idea(id: $id) { milestones { id } } }";
        let answer = self.cast.of(Who::Admin).ask(asked, json!({ "id": made.idea_id })).await;
        (made, json!({ "milestoneId": answer["data"]["idea"]["milestones"][0]["id"] }))
    }

    async fn claimed(&self) -> (Made, Value) {
        let (made, step) = self.step().await;
        self.act((Who::Admin, "claimMilestone"), &made, &step, "").await;
        (made, step)
    }

    /// An idea, and where it could be about.
    async fn with_a_place(&self) -> (Made, Value) {
        let place = self.place().await;
        (self.shop.idea(State::Published).await, json!({ "place": place["slug"] }))
    }

    /// A place of the council's list: its id and its short name.
    async fn place(&self) -> Value {
        let parts = json!({ "name": self.name("Market") });
        self.settle("addLabel", &parts, "label { id slug }").await["label"].clone()
    }

    /// Something that waits for a moderator.
    async fn item(&self) -> Value {
        json!({ "itemId": global(bare::<ItemId>(&self.shop.item().await.id)) })
    }

    /// The same once a moderator did this with it.
    async fn item_after(&self, act: &str) -> Value {
        let item = self.item().await;
        self.act((Who::Moderator, act), &Made::default(), &item, "").await;
        item
    }

    /// A department that nobody else uses.
    async fn department(&self) -> Value {
        let parts = json!({ "departmentId": null, "name": self.name("Baths") });
        let saved = self.settle("saveDepartment", &parts, "department { id }").await;
        json!({ "departmentId": saved["department"]["id"] })
    }

    async fn newcomer_to_a_department(&self) -> Value {
        let mut parts = self.department().await;
        parts["personId"] = self.person(Roles::default()).await;
        parts
    }

    /// Somebody new with these roles; their id.
    async fn person(&self, roles: Roles) -> Value {
        let email = Email::parse(&format!("{}@example.org", self.name("newcomer"))).unwrap();
        let person = self.world.site().people.add_person(email, roles, None).await.unwrap();
        json!(global(person.id))
    }

    /// A campaign that is open since long ago and in which nobody has posted.
    async fn campaign(&self) -> Value {
        let slug = self.name("campaign");
        let parts = json!({ "slug": slug, "opensAt": "2020-01-01T00:00:00Z", "closesAt": null });
        self.settle("addCampaign", &parts, "").await;
        json!({ "campaign": slug, "version": 1 })
    }

    /// The version of what the site wears.
    async fn look(&self) -> Value {
        let answer = self.cast.of(Who::Admin).ask("{ siteLook { version } }", json!({})).await;
        json!({ "version": answer["data"]["siteLook"]["version"] })
    }

    /// The same once this was done to it.
    async fn look_after(&self, act: &str) -> Value {
        let worn = self.settle(act, &self.look().await, "look { version }").await;
        json!({ "version": worn["look"]["version"] })
    }

    /// The id of a letter that was given up. It is one about a refusal: nobody takes it in hand before its ten minutes
    /// are over, as somebody might a letter about an idea, which has a footing.
    async fn dead_letter(&self) -> Value {
        let _refusal = self.shop.refusal().await;
        let outbox = &self.world.site().outbox;
        let letters = outbox.newest(20).await.unwrap();
        let is_it = |to: &str, state: MailState| to == "author@example.org" && state == MailState::Waiting;
        let mut about_acts = letters.iter().filter(|letter| letter.footing.is_none());
        let letter = about_acts.find(|letter| is_it(&letter.mail.to, letter.state)).expect("the letter waits");
        outbox.failed(letter.id, "550 nobody of this name", None).await.unwrap();
        json!(global(letter.id))
    }
}

/// How an input names the decision that the workshop made.
fn decision(made: &Made) -> Value {
    json!({ "decisionId": global(bare::<DecisionId>(&made.id)) })
}

/// An id as the workshop tells it.
fn bare<I: Id>(id: &str) -> I {
    I::from_uuid(id.parse().expect("the workshop tells an id"))
}
