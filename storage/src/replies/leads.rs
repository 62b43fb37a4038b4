//! Who led on an idea when. The database itself adds a line for each department that takes the lead (migration 30). Figures
//! go by it: nobody gets, and nobody loses, what another department did or left undone.

/// The department for which a promise `p` counts, where `$1` is now: the one that led when its day passed; where it was kept
/// in time, the one that led when it was kept; where neither has come, the one that leads. Whoever clears up what another
/// department let pass takes none of that upon itself.
pub(super) const LED: &str = "(SELECT l.department_id FROM idea_lead l WHERE l.idea_id = p.idea_id \
     AND l.since <= coalesce(CASE WHEN p.due_at <= coalesce(p.kept_at, $1) THEN p.due_at END, p.kept_at, \
     9223372036854775807) \
     ORDER BY l.since DESC, l.id DESC LIMIT 1)";
