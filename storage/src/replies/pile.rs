//! The officers' piles: what waits for an answer, for anything else that was promised, or for a word about a step of
//! delivery, the first due first or what has waited longest. A step that people dispute before its day is due from then on.

use folkmoot_common::{CampaignId, Direction, Id, IdeaId, Page, PageRequest, PersonId, StorageError, Timestamp};
use folkmoot_ideas::LabelStore as _;
use folkmoot_replies::{DeskStep, Kind, Pile, PileFilter, PileOrder, PileSizes, Stage, Unrouted, Waiting};
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use crate::Store;
use crate::sql::{all, get, one, statement};

/// What is owed: of promises the first due, and of steps too, if officers were asked and have said nothing, or enough
/// people dispute it. Steps are gathered once: few ideas have any. Which ideas these are is asked of the three tables
/// in turn, each by an index or small: a condition over all three would read every idea of a country.
const FROM: &str = "FROM tally t JOIN idea i ON i.id = t.idea_id \
     LEFT JOIN promise p ON p.idea_id = t.idea_id AND p.kept_at IS NULL AND p.kind = (SELECT k.kind FROM promise k \
      WHERE k.idea_id = t.idea_id AND k.kept_at IS NULL ORDER BY coalesce(k.due_at, 9223372036854775807), k.kind LIMIT 1) \
     LEFT JOIN (SELECT o.*, row_number() OVER (PARTITION BY o.idea_id ORDER BY o.due_at, o.id) AS nth FROM \
      (SELECT m.id, m.idea_id, coalesce(m.reopened_at, m.officers_at) AS since, m.reopened_at, \
       CASE WHEN m.reopened_at < m.due_at THEN m.reopened_at ELSE m.due_at END AS due_at FROM milestone m \
       WHERE m.reopened_at IS NOT NULL OR (m.officers_at IS NOT NULL AND m.claim IS NULL)) o) s \
      ON s.idea_id = t.idea_id AND s.nth = 1 \
     LEFT JOIN assignment a ON a.idea_id = t.idea_id AND a.lead \
     LEFT JOIN department d ON d.id = a.department_id \
     LEFT JOIN reply_draft w ON w.idea_id = t.idea_id \
     WHERE t.listed AND t.status <> 'merged' AND t.idea_id IN ( \
      SELECT idea_id FROM promise WHERE kept_at IS NULL \
      UNION SELECT idea_id FROM tally WHERE status <> 'published' AND status IN ('awaiting_reply', 'under_review') \
      UNION SELECT idea_id FROM milestone WHERE reopened_at IS NOT NULL OR (officers_at IS NOT NULL AND claim IS NULL))";

/// Whether a step's day comes before that of any promise. What has no day comes after everything that has one.
const STEP: &str = "s.due_at < coalesce(p.due_at, 9223372036854775807)";

/// Since when the first of the promises waits that aren't kept, also while its clock stands still.
const REACHED: &str = "(SELECT min(q.reached_at) FROM promise q WHERE q.idea_id = t.idea_id AND q.kept_at IS NULL)";

/// What a pile is ordered by, the least first: the first day that is named, or since when anything is owed: where nothing was
/// promised, since a department first had it. No `least`: where one of the two is missing, the databases answer differently.
fn key(order: PileOrder) -> String {
    match order {
        PileOrder::FirstDue => {
            format!("CASE WHEN {STEP} THEN s.due_at ELSE coalesce(p.due_at, 9223372036854775807) END")
        }
        PileOrder::LongestWaiting => format!(
            "coalesce(CASE WHEN s.since < {REACHED} THEN s.since ELSE {REACHED} END, s.since, \
             (SELECT min(l.since) FROM idea_lead l WHERE l.idea_id = t.idea_id AND l.since > 0), i.created_at)"
        ),
    }
}

/// The rest of the question, with its values from `$1` on.
fn wanted(filter: &PileFilter) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut text = match filter.pile {
        Pile::Mine(officer) => {
            values.push(officer.uuid().into());
            " AND a.officer_id = $1".to_owned()
        }
        Pile::OfMyDepartments(officer) => {
            values.push(officer.uuid().into());
            " AND EXISTS (SELECT 1 FROM assignment x JOIN department_officer o ON o.department_id = x.department_id \
             WHERE x.idea_id = t.idea_id AND o.person_id = $1)"
                .to_owned()
        }
        Pile::Of(department) => {
            values.push(department.uuid().into());
            " AND EXISTS (SELECT 1 FROM assignment x WHERE x.idea_id = t.idea_id AND x.department_id = $1)".to_owned()
        }
        Pile::All => String::new(),
        Pile::Nobodys => " AND a.idea_id IS NULL".to_owned(),
    };
    if let Some(before) = filter.due_before {
        values.push(before.micros().into());
        text.push_str(&format!(" AND {} < ${}", key(PileOrder::FirstDue), values.len()));
    }
    (text, values)
}

/// The question for a page, and its values.
fn question(filter: &PileFilter, order: PileOrder, page: &PageRequest) -> (String, Vec<Value>) {
    let (mut text, mut values) = wanted(filter);
    let (by, since) = (key(order), key(PileOrder::LongestWaiting));
    let forwards = page.direction == Direction::Forwards;
    let (beyond, way) = if forwards { (">", "ASC") } else { ("<", "DESC") };
    if let Some(cursor) = &page.from {
        values.extend([cursor.key.into(), cursor.id.into()]);
        let (at, id) = (values.len() - 1, values.len());
        text.push_str(&format!(" AND ({by} {beyond} ${at} OR ({by} = ${at} AND i.id {beyond} ${id}))"));
    }
    values.push((i64::from(page.size) + 1).into());
    let asked = format!(
        "SELECT i.id, i.number, i.title, t.support, t.comments, \
         {since} AS since, \
         CASE WHEN {STEP} THEN s.due_at ELSE p.due_at END AS due_at, \
         CASE WHEN {STEP} THEN NULL ELSE p.kind END AS kind, p.paused_at, s.since AS asked_at, s.reopened_at, \
         d.name AS department, a.officer_id, w.stage, w.stage_by, w.stage_at {FROM}{text} \
         ORDER BY {by} {way}, i.id {way} LIMIT ${}",
        values.len()
    );
    (asked, values)
}

pub(super) async fn page(
    store: &Store,
    filter: &PileFilter,
    order: PileOrder,
    page: &PageRequest,
) -> Result<Page<Waiting>, StorageError> {
    let (asked, values) = question(filter, order, page);
    let rows = all(store.read(), &asked, values).await?;
    Ok(Page::from_rows(rows.iter().map(waiting).collect::<Result<Vec<_>, _>>()?, page))
}

fn waiting(row: &QueryResult) -> Result<Waiting, StorageError> {
    let moment = |column| get::<Option<i64>>(row, column).map(|at| at.map(Timestamp::from_micros));
    let person = |column| get::<Option<Uuid>>(row, column).map(|id| id.map(PersonId::from_uuid));
    let told = person("stage_by")?.zip(moment("stage_at")?);
    let stage = get::<Option<String>>(row, "stage")?.map(|word| match (word.as_str(), told) {
        ("approval", Some((by, at))) => Stage::Approval { by, at },
        ("scheduled", Some((by, for_))) => Stage::Scheduled { by, for_ },
        _ => Stage::Writing,
    });
    let promise = get::<Option<String>>(row, "kind")?.and_then(|word| Kind::parse(&word));
    let step = match (moment("asked_at")?, moment("reopened_at")?) {
        (_, Some(_)) => Some(DeskStep::Disputed),
        (Some(_), None) => Some(DeskStep::Passed),
        (None, None) => None,
    };
    Ok(Waiting {
        idea: IdeaId::from_uuid(get(row, "id")?),
        number: get(row, "number")?,
        title: get(row, "title")?,
        support: get(row, "support")?,
        comments: get(row, "comments")?,
        since: Timestamp::from_micros(get(row, "since")?),
        due_at: moment("due_at")?,
        promise,
        // Where a step's day is shown, another clock may well stand still.
        paused: promise.is_some() && moment("paused_at")?.is_some(),
        step,
        department: get(row, "department")?,
        officer: person("officer_id")?,
        stage,
    })
}

async fn count(store: &Store, filter: &PileFilter, most: u64) -> Result<u64, StorageError> {
    let (text, mut values) = wanted(filter);
    values.push(i64::try_from(most).unwrap_or(i64::MAX).into());
    let asked =
        format!("SELECT COUNT(*) AS found FROM (SELECT 1 AS one {FROM}{text} LIMIT ${}) AS counted", values.len());
    let found: i64 = one(store.read(), &asked, values).await?.map(|row| get(&row, "found")).transpose()?.unwrap_or(0);
    Ok(u64::try_from(found).unwrap_or(0))
}

pub(super) async fn sizes(
    store: &Store,
    officer: PersonId,
    now: Timestamp,
    most: u64,
) -> Result<PileSizes, StorageError> {
    let of = |pile| PileFilter { pile, due_before: None };
    Ok(PileSizes {
        mine: count(store, &of(Pile::Mine(officer)), most).await?,
        departments: count(store, &of(Pile::OfMyDepartments(officer)), most).await?,
        all: count(store, &of(Pile::All), most).await?,
        nobodys: count(store, &of(Pile::Nobodys), most).await?,
        overdue: count(store, &PileFilter { pile: Pile::All, due_before: Some(now) }, most).await?,
    })
}

/// Ideas that are owed an answer or another promise and that no department has, in the order of their ids, which is that of their age.
pub(super) async fn unrouted(store: &Store, after: Option<IdeaId>, most: u64) -> Result<Vec<Unrouted>, StorageError> {
    let beyond = if after.is_some() { "AND i.id > $2" } else { "" };
    let asked = format!(
        "SELECT i.id, i.number, i.campaign_id, i.title, i.body {FROM} AND a.idea_id IS NULL \
         AND (p.idea_id IS NOT NULL OR t.status IN ('awaiting_reply', 'under_review')) {beyond} \
         ORDER BY i.id LIMIT $1"
    );
    let one = |row: &QueryResult| -> Result<Unrouted, StorageError> {
        Ok(Unrouted {
            idea: IdeaId::from_uuid(get(row, "id")?),
            number: get(row, "number")?,
            campaign: CampaignId::from_uuid(get(row, "campaign_id")?),
            title: get(row, "title")?,
            body: get(row, "body")?,
            labels: Vec::new(),
        })
    };
    let mut values: Vec<Value> = vec![i64::try_from(most).unwrap_or(i64::MAX).into()];
    values.extend(after.map(|idea| Value::from(idea.uuid())));
    let mut found: Vec<Unrouted> =
        all(store.read(), &asked, values).await?.iter().map(one).collect::<Result<_, _>>()?;
    let ids: Vec<IdeaId> = found.iter().map(|one| one.idea).collect();
    if !ids.is_empty() {
        for (idea, label) in store.labels_of(&ids).await? {
            found.iter_mut().filter(|one| one.idea == idea).for_each(|one| one.labels.push(label.id));
        }
    }
    Ok(found)
}

impl Store {
    /// How the database would read a page of a pile now, in its own words: for the test that holds piles to their indexes.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn plan_of_pile(
        &self,
        filter: &PileFilter,
        order: PileOrder,
        page: &PageRequest,
    ) -> Result<String, StorageError> {
        let (asked, values) = question(filter, order, page);
        self.free_plan(statement(self.backend(), &asked, values)).await
    }
}
