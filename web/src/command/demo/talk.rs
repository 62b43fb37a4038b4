//! A short discussion that only a demonstration has: made up, by made-up people, so that for and against can be seen side
//! by side. The content that is real says nothing of where its commenters stand.

use folkmoot_comments::CommentText;
use folkmoot_common::{CommentId, IdeaId, PageRequest, PersonId, Roles, Viewer};
use folkmoot_ideas::{IdeaFilter, IdeaQuery, SearchWords};
use folkmoot_people::{DisplayName, Email};

use crate::command::Failure;
use crate::site::Site;

/// The idea that is discussed, by its words.
const ABOUT: &str = "riverfront investment";

/// One remark: who, their stance, which earlier remark it answers, and what they say.
type Remark = (&'static str, Option<&'static str>, Option<usize>, &'static str);

const REMARKS: [Remark; 8] = [
    (
        "Maya Fern",
        Some("FOR"),
        None,
        "The river runs past us and we hardly see it. A path to walk along and somewhere to \
     sit would be a beginning, and it would be for everybody.",
    ),
    (
        "Tom Alder",
        Some("AGAINST"),
        None,
        "Mend the pavements first. Most of us walk to a bus stop every day, and to the \
     river twice a year.",
    ),
    ("Lena Moss", Some("AGAINST"), None, "It floods. Whatever is built down there will be built twice."),
    ("Maya Fern", Some("FOR"), Some(2), "Then build what may get wet: meadows, steps, a landing stage for canoes."),
    ("Lena Moss", None, Some(3), "*That* I could live with."),
    (
        "Robin Ash",
        Some("FOR"),
        None,
        "Shops follow people. Two streets from the water stand half empty, and they \
     wouldn’t if there was a reason to walk that way.",
    ),
    ("Tom Alder", None, Some(5), "Has anybody counted how many are empty?"),
    ("Ines Rowe", None, None, "How much is set aside for it this year? I couldn’t find it in the plan."),
];

/// Lets them talk.
pub(super) async fn begin(site: &Site) -> Result<(), Failure> {
    let Some(idea) = about(site).await? else { return Ok(()) };
    let mut said: Vec<CommentId> = Vec::new();
    for (name, stance, above, words) in REMARKS {
        let text = CommentText::parse(words, stance).map_err(|_wrong| Failure::words("a remark is no comment"))?;
        let viewer = Viewer::Person { id: person(site, name).await?, roles: Roles::default() };
        let above = above.and_then(|place| said.get(place)).copied();
        let posted = site.comments.post(&viewer, idea, above, text).await;
        said.push(posted.map_err(|why| Failure::words(why.to_string()))?.id);
    }
    Ok(())
}

async fn about(site: &Site) -> Result<Option<IdeaId>, Failure> {
    let search = SearchWords::parse(ABOUT).ok();
    let asked = IdeaQuery { filter: IdeaFilter { search, ..IdeaFilter::default() }, ..IdeaQuery::default() };
    let found = site.ideas.list(&Viewer::Nobody, &asked, &PageRequest::first(1)).await?;
    Ok(found.items.first().map(|listed| listed.idea.id))
}

/// Somebody of this name: found, or made.
async fn person(site: &Site, name: &str) -> Result<PersonId, Failure> {
    let problem = |problem: folkmoot_common::Problem| Failure::words(problem.message);
    let address = match name {
        "Robin Ash" => "citizen@example.org".to_owned(),
        other => format!("{}@example.org", other.to_lowercase().replace(' ', ".")),
    };
    let email = Email::parse(&address).map_err(problem)?;
    let name = DisplayName::parse(name).map_err(problem)?;
    Ok(site.people.add_person(email, Roles::default(), Some(name)).await?.id)
}
