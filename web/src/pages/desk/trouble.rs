//! An item once more, with what somebody typed and with what stood in the way: what changed since they read it, shown, or
//! that somebody was faster. What was typed over an old text is kept to copy from, and never put back by itself.

use folkmoot_moderation::{Item, ItemKind, Target};

use super::case::{Case, Differs, Trouble};
use super::decide::Hindered;
use super::verdict::Typed;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::site::Site;

/// What becomes of the item's own form.
pub(super) async fn again(
    site: &Site,
    asking: &Asking,
    item: &Item,
    seen: i32,
    typed: Typed,
    why: Option<Hindered>,
) -> Result<impl FnOnce(Case) -> Case, PageError> {
    let (trouble, wrong) = match why {
        Some(Hindered::Changed) => (Some(changed(site, asking, item, seen, &typed).await?), Wrong::default()),
        Some(Hindered::Already) => (Some(Trouble::Already), Wrong::default()),
        Some(Hindered::Wrong(wrong)) => (None, wrong),
        Some(Hindered::Locked) | None => (None, Wrong::default()),
    };
    // What was typed over an old text would put it back.
    let typed = match trouble {
        Some(Trouble::Changed { .. }) => Typed { title: item.title.clone(), body: item.body.clone(), ..typed },
        _ => typed,
    };
    let redacts = typed.act == "REDACT";
    let redaction = redacts.then(|| {
        let title = if matches!(item.target, Target::Idea(_)) { &typed.title } else { &item.title };
        Differs::of((&item.title, &item.body), (title, &typed.body))
    });
    Ok(move |case: Case| Case { trouble, redaction, ..case.again(typed, wrong) })
}

/// What it said when it was read, beside what it says now.
async fn changed(site: &Site, asking: &Asking, item: &Item, seen: i32, typed: &Typed) -> Result<Trouble, PageError> {
    let is_redacted = typed.act == "REDACT" && !typed.body.trim().is_empty();
    let said = is_redacted.then(|| format!("{}\n\n{}", typed.title, typed.body).trim().to_owned());
    let read = (typed.was_title.as_str(), typed.was_body.replace("\r\n", "\n"));
    let differs = match item.kind {
        ItemKind::Name => Differs::of((read.0, ""), (&item.title, "")),
        ItemKind::Edit => {
            let edit = site.moderation.dossier(&asking.viewer, item).await?.edit;
            let waits =
                edit.as_ref().map(|edit| (edit.title.as_ref().unwrap_or(&item.title).as_str(), edit.body.as_str()));
            match (waits, &edit) {
                // The edit is the one that was read: what it would change has changed.
                (Some(waits), Some(edit)) if waits == (read.0, read.1.as_str()) => {
                    since(site, asking, item, edit.seen).await
                }
                (Some(waits), _) => Differs::of((read.0, &read.1), waits),
                (None, _) => Differs::of((read.0, &read.1), (&item.title, &item.body)),
            }
        }
        _ => since(site, asking, item, seen).await,
    };
    Ok(Trouble::Changed { differs, typed: said })
}

/// From this revision of its text to the one that stands.
async fn since(site: &Site, asking: &Asking, item: &Item, revision: i32) -> Differs {
    let then = match item.target {
        Target::Idea(id) => {
            let all = site.ideas.history(&asking.viewer, id).await.unwrap_or_default();
            let then = all.into_iter().find(|one| one.revision == revision);
            then.map(|one| (one.title.as_str().to_owned(), one.body.as_str().to_owned()))
        }
        Target::Comment(id) => {
            let all = site.comments.history(&asking.viewer, id).await.unwrap_or_default();
            let then = all.into_iter().find(|one| one.revision == revision);
            then.map(|one| (item.title.clone(), one.body.as_str().to_owned()))
        }
        Target::Person(_) => None,
    };
    let (title, body) = then.unwrap_or_else(|| (item.title.clone(), item.body.clone()));
    Differs::of((&title, &body), (&item.title, &item.body))
}
