//! Places and tags for a demonstration: two made-up lists, given to real ideas by what they say. Nobody's own lists begin so.

use std::collections::BTreeMap;

use folkmoot_common::{LabelId, PageRequest, PersonId, Role, Viewer};
use folkmoot_ideas::{Idea, IdeaFilter, IdeaQuery, Label, LabelKind, SearchWords};

use crate::command::Failure;
use crate::site::Site;

/// A name, and the words by which ideas get it.
type Made = (&'static str, &'static str);

const PLACES: [Made; 4] = [
    ("Downtown", "downtown"),
    ("The riverfront", "river"),
    ("Around the university", "university"),
    ("Scottsville Road", "scottsville"),
];

const TAGS: [Made; 6] = [
    ("Getting about", "traffic"),
    ("Parks and trees", "parks"),
    ("Homes", "housing"),
    ("Learning", "education"),
    ("Safety", "safe"),
    ("Art and music", "arts"),
];

/// As many ideas get each of them at the most.
const FOUND: u16 = 20;

/// Makes both lists and sorts ideas by them, as the admin would.
pub(super) async fn begin(site: &Site, admin: PersonId) -> Result<(), Failure> {
    let admin = Viewer::Person { id: admin, roles: [Role::Citizen, Role::Admin].into_iter().collect() };
    let mut placed: BTreeMap<i64, (Idea, LabelId)> = BTreeMap::new();
    for (name, words) in PLACES {
        let place = site.labels.add(&admin, LabelKind::Place, name).await?;
        for idea in found(site, words).await? {
            placed.entry(idea.number).or_insert((idea, place));
        }
    }
    for (idea, place) in placed.values() {
        site.labels.place(&admin, idea, Some(*place)).await?;
    }
    let mut tagged: BTreeMap<i64, (Idea, Vec<LabelId>)> = BTreeMap::new();
    for (name, words) in TAGS {
        let tag = site.labels.add(&admin, LabelKind::Tag, name).await?;
        for idea in found(site, words).await? {
            let (_, tags) = tagged.entry(idea.number).or_insert((idea, Vec::new()));
            if tags.len() < Label::MOST_TAGS {
                tags.push(tag);
            }
        }
    }
    for (idea, tags) in tagged.values() {
        site.labels.tag(&admin, idea, tags).await?;
    }
    Ok(())
}

async fn found(site: &Site, words: &str) -> Result<Vec<Idea>, Failure> {
    let search = SearchWords::parse(words).ok();
    let asked = IdeaQuery { filter: IdeaFilter { search, ..IdeaFilter::default() }, ..IdeaQuery::default() };
    let page = site.ideas.list(&Viewer::Nobody, &asked, &PageRequest::first(FOUND)).await?;
    Ok(page.items.into_iter().map(|listed| listed.idea).collect())
}
