//! The clock of a promise starts in the transaction of whatever moved the supporters: a vote, a merge, an import, or new
//! promises of a campaign. So the database does it, and no way can forget it. A row that isn't at its next step costs one
//! comparison.
//!
//! On PostgreSQL a vote holds the tally and would want the idea, while a moderator holds the idea and wants the tally. So
//! the idea's status moves only where nobody holds it; otherwise the program's own round does it within seconds. The clock
//! itself never waits for that.

use sea_orm_migration::sea_orm::DbBackend;

/// The fewest supporters of a step that hasn't begun.
const NEXT: &str = "(SELECT min(s.supporters) FROM promise_step s WHERE s.campaign_id = NEW.campaign_id \
     AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.idea_id = NEW.idea_id AND p.kind = s.kind))";

/// The steps that begin now. `{at}` is the moment.
const BEGIN: &str = "INSERT INTO promise (idea_id, kind, supporters, working_days, reached_at, due_at) \
     SELECT NEW.idea_id, s.kind, s.supporters, s.working_days, {at}, \
     (SELECT w.ends_at FROM working_day w WHERE w.nth = s.working_days + \
      (SELECT d.nth FROM working_day d WHERE d.starts_at <= {at} ORDER BY d.starts_at DESC LIMIT 1)) \
     FROM promise_step s WHERE s.campaign_id = NEW.campaign_id AND s.supporters <= NEW.support \
     AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.idea_id = NEW.idea_id AND p.kind = s.kind)";

const TELL: &str = "INSERT INTO happening (idea_id, what, at, number, words) \
     SELECT NEW.idea_id, 'REACHED', {at}, p.supporters, p.kind FROM promise p \
     WHERE p.idea_id = NEW.idea_id AND p.reached_at = {at} AND NOT EXISTS (SELECT 1 FROM happening h \
      WHERE h.idea_id = NEW.idea_id AND h.what = 'REACHED' AND h.words = p.kind) ORDER BY p.supporters";

const OWES: &str =
    "EXISTS (SELECT 1 FROM promise p WHERE p.idea_id = NEW.idea_id AND p.kind = 'REPLY' AND p.kept_at IS NULL)";

pub(crate) fn up(backend: DbBackend) -> Vec<String> {
    if backend == DbBackend::Postgres { postgres() } else { sqlite() }
}

fn postgres() -> Vec<String> {
    let (begin, tell) = (BEGIN.replace("{at}", "moment"), TELL.replace("{at}", "moment"));
    vec![
        format!(
            "CREATE FUNCTION promise_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                NEW.next_step := {NEXT};
                RETURN NEW;
            END $$"
        ),
        "CREATE TRIGGER tally_next BEFORE INSERT OR UPDATE OF campaign_id ON tally \
         FOR EACH ROW EXECUTE FUNCTION promise_next()"
            .to_owned(),
        format!(
            "CREATE FUNCTION promise_begin() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE moment bigint := (extract(epoch FROM statement_timestamp()) * 1000000)::bigint;
            BEGIN
                {begin} ON CONFLICT (idea_id, kind) DO NOTHING;
                {tell};
                UPDATE tally SET next_step = {NEXT} WHERE idea_id = NEW.idea_id;
                IF {OWES} THEN
                    PERFORM 1 FROM idea WHERE id = NEW.idea_id AND status = 'published' FOR NO KEY UPDATE SKIP LOCKED;
                    IF FOUND THEN
                        UPDATE idea SET status = 'awaiting_reply' WHERE id = NEW.idea_id;
                        UPDATE tally SET status = 'awaiting_reply' WHERE idea_id = NEW.idea_id;
                    END IF;
                END IF;
                RETURN NULL;
            END $$"
        ),
        "CREATE TRIGGER tally_step AFTER UPDATE OF support, next_step, listed ON tally FOR EACH ROW \
         WHEN (NEW.listed AND NEW.support >= NEW.next_step) EXECUTE FUNCTION promise_begin()"
            .to_owned(),
        "CREATE TRIGGER reply_revision_line_stays BEFORE UPDATE OR DELETE ON reply_revision \
         FOR EACH ROW EXECUTE FUNCTION it_only_grows()"
            .to_owned(),
    ]
}

fn sqlite() -> Vec<String> {
    let at = "CAST(unixepoch('subsec') * 1000000 AS INTEGER)";
    let (begin, tell) = (BEGIN.replace("{at}", at), TELL.replace("p.reached_at = {at} AND ", "").replace("{at}", at));
    vec![
        format!(
            "CREATE TRIGGER tally_next AFTER INSERT ON tally BEGIN
                UPDATE tally SET next_step = {NEXT} WHERE idea_id = NEW.idea_id;
            END"
        ),
        format!(
            "CREATE TRIGGER tally_next_moved AFTER UPDATE OF campaign_id ON tally BEGIN
                UPDATE tally SET next_step = {NEXT} WHERE idea_id = NEW.idea_id;
            END"
        ),
        format!(
            "CREATE TRIGGER tally_step AFTER UPDATE OF support, next_step, listed ON tally
             WHEN NEW.listed AND NEW.support >= NEW.next_step BEGIN
                {begin};
                {tell};
                UPDATE idea SET status = 'awaiting_reply' WHERE id = NEW.idea_id AND status = 'published' AND {OWES};
                UPDATE tally SET next_step = {NEXT}, status = (SELECT i.status FROM idea i WHERE i.id = NEW.idea_id)
                    WHERE idea_id = NEW.idea_id;
            END"
        ),
        "CREATE TRIGGER reply_revision_line_stays BEFORE UPDATE ON reply_revision BEGIN
            SELECT RAISE(ABORT, 'reply_revision only grows');
        END"
        .to_owned(),
        "CREATE TRIGGER reply_revision_stays BEFORE DELETE ON reply_revision BEGIN
            SELECT RAISE(ABORT, 'reply_revision only grows');
        END"
        .to_owned(),
    ]
}

pub(super) fn down(is_postgres: bool) -> &'static [&'static str] {
    if is_postgres {
        &[
            "DROP TRIGGER reply_revision_line_stays ON reply_revision",
            "DROP TRIGGER tally_step ON tally",
            "DROP TRIGGER tally_next ON tally",
            "DROP FUNCTION promise_begin()",
            "DROP FUNCTION promise_next()",
        ]
    } else {
        &[
            "DROP TRIGGER reply_revision_line_stays",
            "DROP TRIGGER reply_revision_stays",
            "DROP TRIGGER tally_step",
            "DROP TRIGGER tally_next_moved",
            "DROP TRIGGER tally_next",
        ]
    }
}
