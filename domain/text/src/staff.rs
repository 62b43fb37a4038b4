//! Names that would pass for the council's own. The badge of an official reply is drawn by the program; this keeps
//! people from writing one into their name.

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

/// Words that only the council's own people may have in their name.
const RESERVED: [&str; 8] =
    ["council", "moderator", "admin", "administrator", "officer", "official", "folkmoot", "staff"];

/// Whether a name reads like one of the council's: letters that look alike, in any script, count as the same.
#[must_use]
pub fn looks_like_staff(name: &str) -> bool {
    let folded = skeleton(&name.nfkc().collect::<String>().to_lowercase()).collect::<String>();
    let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    RESERVED.iter().any(|reserved| {
        let reserved = skeleton(reserved).collect::<String>();
        words(&folded).contains(&reserved) || folded.replace(|c: char| !c.is_alphanumeric(), "") == reserved
    })
}
