//! Lists by status and of the newest, as far as tallies know all that is asked: the next few tallies off an index, of each
//! status by itself, and only then what their ideas say. How long they are is counted along the same indexes.
//!
//! Asked for in one breath, PostgreSQL walks along tallies and ideas side by side, from the very newest on, until a page is
//! full. That is a long way to a later page, or where what was answered is older than what wasn't, as it always is.

use folkmoot_common::{Id, PageRequest};
use folkmoot_ideas::{IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus, Listed, Visibility};
use sea_orm::{DbBackend, Statement, Value};

use super::{keyed, way};
use crate::ideas::visible::LISTED;
use crate::sql;

/// What a list says of a tally, and what it is sorted by.
const TALLY: &str = "idea_id, campaign_id, support, oppose, comments, version, confidence, trend, votes";

/// Everything that is asked of tallies, with the values.
struct Asked {
    columns: &'static str,
    /// What everything in the list is, whatever its status.
    wanted: Vec<String>,
    /// In which order, and how many.
    order: String,
    values: Vec<Value>,
    /// Whether it is read along the list of a campaign.
    of_campaign: bool,
}

/// The statement of such a page; none of a list that asks for anything else.
pub(super) fn page(backend: DbBackend, sight: Visibility, query: &IdeaQuery, page: &PageRequest) -> Option<Statement> {
    let statuses = known(&query.filter)?;
    let asked = Asked::of(sight, &query.filter)?.paged(query, page);
    // Along any other index of all statuses there is nothing to walk side by side.
    if statuses.is_empty() && query.order != IdeaOrder::Newest && !asked.of_campaign {
        return None;
    }
    let tallies = asked.of_all(&statuses);
    // What it selects has no value of its own, and `tally` is what it selects from.
    let ideas = backend.build(&keyed(way(query, page).0)).sql;
    let ideas = ideas.replacen("FROM \"tally\"", &format!("FROM ({tallies}) AS \"tally\""), 1);
    Some(Statement::from_sql_and_values(backend, ideas, asked.values))
}

/// The statement that counts such a list, no further than `most`; none of one that asks for anything else.
pub(super) fn count(backend: DbBackend, sight: Visibility, filter: &IdeaFilter, most: u64) -> Option<Statement> {
    let statuses = known(filter)?;
    // In an order, so that nothing need be gathered of which no more is counted: what is usual is usual among the newest.
    let asked = Asked::of(sight, filter)?;
    let campaign = if asked.of_campaign { "campaign_id DESC, " } else { "" };
    let asked = Asked { order: format!("ORDER BY {campaign}idea_id DESC LIMIT {most}"), ..asked };
    let counted = format!("SELECT COUNT(*) AS n FROM ({}) AS counted", asked.of_all(&statuses));
    Some(Statement::from_sql_and_values(backend, counted, asked.values))
}

/// The statuses that are asked for, each once, where tallies know everything else that is.
fn known(filter: &IdeaFilter) -> Option<Vec<IdeaStatus>> {
    let IdeaFilter { campaign: _, author: None, statuses, place: None, tag: None, search: None } = filter else {
        return None;
    };
    let mut statuses = statuses.clone();
    statuses.sort_unstable();
    statuses.dedup();
    Some(statuses)
}

/// In the order of the page: what is put together from tallies and ideas comes in any.
pub(super) fn sorted(mut listed: Vec<Listed>, downwards: bool) -> Vec<Listed> {
    listed.sort_by_key(|one| (one.cursor.key, one.cursor.id));
    if downwards {
        listed.reverse();
    }
    listed
}

impl Asked {
    /// What is asked of each; none of what is the viewer's own, which tallies don't know.
    fn of(sight: Visibility, filter: &IdeaFilter) -> Option<Self> {
        let (mut wanted, mut values) = (Vec::new(), Vec::new());
        match sight {
            Visibility::Public => wanted.push(LISTED.to_owned()),
            Visibility::PublicAndOwn(_) => return None,
            Visibility::Everything => {}
        }
        // Asked for as a range, in the order of the whole index: were it one value, PostgreSQL would take the index of all
        // ideas for as good, and walk along everybody's to those of a campaign that was over long ago.
        let of_campaign = sight == Visibility::Public && filter.statuses.is_empty() && filter.campaign.is_some();
        if let Some(campaign) = filter.campaign {
            values.push(campaign.uuid().into());
            let one = if of_campaign {
                "tally.campaign_id >= $1 AND tally.campaign_id <= $1"
            } else {
                "tally.campaign_id = $1"
            };
            wanted.push(one.to_owned());
        }
        Some(Self { columns: "idea_id", wanted, order: String::new(), values, of_campaign })
    }

    /// The same for a page.
    fn paged(mut self, query: &IdeaQuery, page: &PageRequest) -> Self {
        let (column, downwards) = way(query, page);
        let (beyond, way) = if downwards { ("<", "DESC") } else { (">", "ASC") };
        let mut keys = vec!["campaign_id", column, "idea_id"];
        keys.dedup();
        if !self.of_campaign {
            keys.remove(0);
        }
        if let Some(cursor) = &page.from {
            let mut here = Vec::new();
            for key in &keys {
                if *key == "campaign_id" {
                    here.push("$1".to_owned());
                    continue;
                }
                self.values.push(if *key == "idea_id" { cursor.id.into() } else { cursor.key.into() });
                here.push(format!("${}", self.values.len()));
            }
            let place: Vec<String> = keys.iter().map(|key| format!("tally.{key}")).collect();
            self.wanted.push(format!("({}) {beyond} ({})", place.join(", "), here.join(", ")));
        }
        let most = u64::from(page.size) + 1;
        let limit = if sql::USUAL.contains(&most) {
            most.to_string()
        } else {
            self.values.push((i64::from(page.size) + 1).into());
            format!("${}", self.values.len())
        };
        let keys: Vec<String> = keys.iter().map(|key| format!("{key} {way}")).collect();
        Self { columns: TALLY, order: format!("ORDER BY {} LIMIT {limit}", keys.join(", ")), ..self }
    }

    /// The tallies of all these statuses; of any, where none is named.
    fn of_all(&self, statuses: &[IdeaStatus]) -> String {
        let columns = self.columns;
        match statuses {
            [] => self.of_those(None),
            [one] => self.of_one(*one),
            several => {
                let each: Vec<String> = several
                    .iter()
                    .enumerate()
                    .map(|(at, one)| format!("SELECT {columns} FROM ({}) AS s{at}", self.of_one(*one)))
                    .collect();
                format!("SELECT {columns} FROM ({}) AS of_each {}", each.join(" UNION ALL "), self.order)
            }
        }
    }

    /// The tallies of one status. Where it isn't the usual one, it says so in the words of the indexes that hold only
    /// the others: SQLite takes such an index by its words alone.
    fn of_one(&self, status: IdeaStatus) -> String {
        let others = if status == IdeaStatus::Published { "" } else { " AND tally.status <> 'published'" };
        self.of_those(Some(&format!("tally.status = '{}'{others}", status.as_str().to_lowercase())))
    }

    fn of_those(&self, standing: Option<&str>) -> String {
        let wanted: Vec<&str> = standing.into_iter().chain(self.wanted.iter().map(String::as_str)).collect();
        let wanted = if wanted.is_empty() { String::new() } else { format!("WHERE {}", wanted.join(" AND ")) };
        format!("SELECT {} FROM tally {wanted} {}", self.columns, self.order)
    }
}
