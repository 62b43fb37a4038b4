//! A moderator's backlog as a council would have it: a consultation whose own moderators left a part undecided and refused
//! another, imported so that both wait; and spam that came by itself.

use std::path::{Path, PathBuf};
use std::time::Duration;

use folkmoot::import::{Directory, Format, Plan, Replay, import};
use folkmoot_common::{Id as _, Language, Role, Roles, Viewer};
use folkmoot_ideas::{IdeaText, PublishingMode, Slug, Submission, VotingRule};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::World;

/// Messages of spam that wait.
const SPAM: usize = 40;

/// Fills the queue; where the moderators sign in, in JSON for the script.
pub(super) async fn fill(world: &World) -> String {
    consultation(world).await;
    spam(world).await;
    let mut links = Vec::new();
    for name in ["Mo Reid", "Bea Ford"] {
        let email = Email::parse(&format!("{}@example.org", name.to_lowercase().replace(' ', "."))).unwrap();
        let name = DisplayName::parse(name).unwrap();
        let moderator = Roles::default().with(Role::Moderator);
        let (_person, secret) = world.site().people.invite(email, moderator, Some(name)).await.unwrap();
        links.push(world.site().sign_in_link(&secret));
    }
    let (author, link) = author(world).await;
    serde_json::json!({ "links": links, "author": author, "link": link }).to_string()
}

/// Somebody who writes while a moderator reads: what waits of theirs, and where they sign in.
async fn author(world: &World) -> (String, String) {
    let site = world.site();
    let name = DisplayName::parse("Ana Ruiz").unwrap();
    let email = Email::parse("ana@example.org").unwrap();
    let (person, secret) = site.people.invite(email, Roles::default(), Some(name)).await.unwrap();
    let ana = Viewer::Person { id: person.id, roles: person.roles };
    let campaign = Slug::parse("reviewed-question").unwrap();
    for title in ["A bench by the river", "Shade for the playground"] {
        let text = IdeaText::parse(title, "Ring me at home and I will tell you why.", "en").unwrap();
        let waits = site.ideas.submit(&ana, &campaign, text).await.unwrap();
        assert!(matches!(waits, Submission::Waiting(..)), "{waits:?}");
    }
    (person.id.uuid().simple().to_string(), site.sign_in_link(&secret))
}

/// 253 of its ideas wait: 116 were never decided, 137 were refused and wait once more.
async fn consultation(world: &World) {
    let hour = Duration::from_secs(60 * 60);
    let slug = Slug::parse("football").unwrap();
    let replay =
        Replay { ago: hour, open_for: 24 * hour, undecided: true, publishing_mode: PublishingMode::AfterReview };
    let now = world.site().sources.now();
    let plan = Plan { replay: Some(replay), ..Plan::new(slug, now, Language::english()) };
    let folder = Directory(shared("polis/football-concussions"));
    let report = import(Format::Polis, &folder, world.site().as_ref(), &plan).await.unwrap();
    assert!(report.ideas.new > 250, "{} new ideas", report.ideas.new);
}

/// By people who came for that alone.
async fn spam(world: &World) {
    let site = world.site();
    world
        .ask("reviewed-question", "What should change?", VotingRule::SupportAndOppose, PublishingMode::AfterReview)
        .await;
    let campaign = Slug::parse("reviewed-question").unwrap();
    let messages = std::fs::read_to_string(shared("attack/spam-sms/sms.tsv")).unwrap();
    let messages = messages.lines().filter_map(|line| line.strip_prefix("spam\t")).filter(|said| said.len() > 20);
    for (n, said) in messages.take(SPAM).enumerate() {
        let email = Email::parse(&format!("winner{}@example.org", n / 10)).unwrap();
        let name = DisplayName::parse(&format!("Winner {}", ["A", "B", "C", "D"][n / 10])).unwrap();
        let person = site.people.add_person(email, Roles::default(), Some(name)).await.unwrap();
        let author = Viewer::Person { id: person.id, roles: person.roles };
        let title: String = said.chars().take(72).collect();
        let text = IdeaText::parse(&title, said, "en").unwrap();
        let waits = site.ideas.submit(&author, &campaign, text).await.unwrap();
        assert!(matches!(waits, Submission::Waiting(..)), "{waits:?}");
    }
}

/// A part of the shared data.
fn shared(path: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.ancestors().map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir());
    folder.expect("the shared data is missing: put it at ../shared/data").join(path)
}
