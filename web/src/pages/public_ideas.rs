//! Ideas that a list names, as anybody may see them: one question, however many there are. What is hidden isn't there.

use std::collections::HashMap;

use folkmoot_common::{IdeaId, Viewer};
use folkmoot_ideas::Idea;

use crate::error::PageError;
use crate::site::Site;

/// The ideas with these ids.
pub(crate) async fn public_ideas(site: &Site, ids: &[IdeaId]) -> Result<HashMap<IdeaId, Idea>, PageError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = site.ideas.find_many(&Viewer::Nobody, ids).await?;
    Ok(found.into_iter().map(|idea| (idea.id, idea)).collect())
}
