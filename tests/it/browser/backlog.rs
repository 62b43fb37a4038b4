//! A moderator's backlog: what people really said, waiting for a yes, with a few near-duplicates and something that the rules
//! look at.

use std::path::Path;

use folkmoot_common::{Role, Roles, Viewer};
use folkmoot_ideas::{IdeaText, PublishingMode, Slug, Submission, VotingRule};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::World;

/// Items that wait.
pub(super) const WAITING: usize = 230;

/// People who wrote them.
const AUTHORS: usize = 12;

/// Fills the queue; where the moderators sign in, in JSON for the script.
pub(super) async fn fill(world: &World) -> String {
    let site = world.site();
    world
        .ask("reviewed-question", "What should change?", VotingRule::SupportAndOppose, PublishingMode::AfterReview)
        .await;
    let mut authors = Vec::with_capacity(AUTHORS);
    for n in 0..AUTHORS {
        let email = Email::parse(&format!("author{n}@example.org")).unwrap();
        let name = DisplayName::parse(&format!("Author {}", "ABCDEFGHIJKL".chars().nth(n).unwrap())).unwrap();
        let person = site.people.add_person(email, Roles::default(), Some(name)).await.unwrap();
        authors.push(Viewer::Person { id: person.id, roles: person.roles });
    }
    let campaign = Slug::parse("reviewed-question").unwrap();
    let texts = texts();
    for n in 0..WAITING {
        let said = &texts[n % texts.len()];
        let title: String = said.chars().take(72).collect();
        let text =
            IdeaText::parse(&format!("{title} {n}"), &format!("{said}\n\nNumber {n}, call me on 07700 900123."), "en");
        let Ok(text) = text else { continue };
        let waits = site.ideas.submit(&authors[n % AUTHORS], &campaign, text).await.unwrap();
        assert!(matches!(waits, Submission::Waiting(..)), "{waits:?}");
    }
    let mut links = Vec::new();
    for name in ["Mo Reid", "Bea Ford"] {
        let email = Email::parse(&format!("{}@example.org", name.to_lowercase().replace(' ', "."))).unwrap();
        let name = DisplayName::parse(name).unwrap();
        let (_person, secret) =
            site.people.invite(email, Roles::default().with(Role::Moderator), Some(name)).await.unwrap();
        links.push(site.sign_in_link(&secret));
    }
    serde_json::json!({ "links": links, "waiting": WAITING }).to_string()
}

/// Of real consultations: what people said, each long enough to be an idea.
fn texts() -> Vec<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.ancestors().map(|folder| folder.join("shared/data/polis")).find(|folder| folder.is_dir());
    let folder = folder.expect("the consultations are missing: put them at ../shared/data/polis");
    let mut texts = Vec::new();
    for name in ["bg2050-volunteers", "football-concussions", "scoop-hivemind.biodiversity"] {
        let mut reader = csv::Reader::from_path(folder.join(name).join("comments.csv")).unwrap();
        let at = reader.headers().unwrap().iter().position(|name| name == "comment-body").unwrap();
        let bodies = reader.records().filter_map(Result::ok).filter_map(|row| row.get(at).map(str::to_owned));
        texts.extend(bodies.filter(|body| body.chars().count() > 20 && !body.contains('\n')));
        if texts.len() > WAITING {
            break;
        }
    }
    texts
}
