//! Which ideas a viewer may see, as a filter: the one place where [`Visibility`] becomes SQL. Every read of an idea, and
//! of anything under one, starts from it.

use folkmoot_common::Id;
use folkmoot_ideas::{IdeaStatus, Visibility};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};

/// What anybody may see. In the words of the indexes that hold only these: of a value, a plan for all values couldn't know it.
pub(super) const LISTED: &str = "tally.listed = TRUE";

/// Over a select that has `idea` and `tally` joined.
pub(crate) fn visible_to(sight: Visibility) -> Condition {
    let listed = || Expr::cust(LISTED);
    match sight {
        Visibility::Public => Condition::all().add(listed()),
        Visibility::PublicAndOwn(person) => {
            Condition::any().add(listed()).add(Expr::col(("idea", "author_id")).eq(person.uuid()))
        }
        Visibility::Everything => Condition::all(),
    }
}

/// What `tally.listed` says, over a select with `idea` alone: both move in one transaction, always.
pub(super) fn listed_by_idea() -> String {
    let unseen = IdeaStatus::ALL.into_iter().filter(|status| !status.is_public());
    let unseen = unseen.map(|status| format!("'{}'", status.as_str().to_lowercase())).collect::<Vec<_>>().join(", ");
    format!("(idea.hidden_at IS NULL AND idea.status NOT IN ({unseen}))")
}
