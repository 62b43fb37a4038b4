//! The reasons that a form offers, each with everything that its author would read.

use folkmoot_moderation::Reason;

use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// One reason to choose.
#[derive(Debug, Clone)]
pub(crate) struct Offered {
    /// The first one has the field's own name as its id: the summary of what is wrong leads there.
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) rule: String,
    pub(crate) words: String,
    pub(crate) mend: String,
    /// The key that chooses it: 1 to 9, then 0; empty when there are no digits left.
    pub(crate) digit: String,
}

/// Those that may be chosen, in the language of the page.
pub(super) async fn offered(site: &Site, asking: &Asking) -> Result<Vec<Offered>, PageError> {
    let language = folkmoot_common::Language::from_stored(asking.here.words.code().to_owned());
    let reasons = site.moderation.reasons(&language).await?;
    let one = |(at, reason): (usize, Reason)| Offered {
        id: if at == 0 { "reason".to_owned() } else { format!("reason-{}", at + 1) },
        code: reason.code.as_str().to_owned(),
        title: reason.title,
        rule: reason.rule,
        words: reason.words,
        mend: reason.mend,
        digit: if at < 10 { ((at + 1) % 10).to_string() } else { String::new() },
    };
    Ok(reasons.into_iter().filter(|reason| !reason.retired).enumerate().map(one).collect())
}
