//! Why a petition was refused, as the nearest reason of ours. The source's own words go with it.

use folkmoot_moderation::{Note, ReasonCode};

use super::reading::Rejection;
use crate::import::words;

/// Codes of petition.parliament.uk, and the nearest of [`folkmoot_moderation::STANDARD`].
const NEAREST: [(&str, &str); 8] = [
    ("duplicate", "DUPLICATE"),
    ("irrelevant", "NOT_FOR_THIS_BOARD"),
    ("no-action", "UNCLEAR"),
    ("honours", "NOT_FOR_THIS_BOARD"),
    ("foi", "NOT_FOR_THIS_BOARD"),
    ("libellous", "BREAKS_THE_LAW"),
    ("offensive", "ABUSIVE"),
    ("advert", "SPAM"),
];

/// The reason, the source's words, and what was mended, if anything was.
pub(super) fn refusal(rejection: &Rejection) -> (ReasonCode, Option<Note>, Option<String>) {
    let near = NEAREST.iter().find(|(code, _)| *code == rejection.code).map(|(_, reason)| *reason);
    let unknown = near.is_none().then(|| {
        let code = folkmoot_text::shorten(&rejection.code, 40);
        format!("There is no reason like “{code}” here, so it is refused as not for this board.")
    });
    let reason = ReasonCode::stored(near.unwrap_or("NOT_FOR_THIS_BOARD").to_owned());
    if rejection.details.trim().is_empty() {
        return (reason, None, unknown);
    }
    let (body, cut) = words::body(rejection.details.trim(), Note::MOST);
    let mended = [unknown, cut.map(|cut| format!("Why it was refused: {cut}"))];
    let mended = mended.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let note = Note::parse(body.as_str()).ok().flatten();
    (reason, note, (!mended.is_empty()).then_some(mended))
}
