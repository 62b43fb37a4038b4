//! Taking ideas of the past: many rows a statement, and none twice.

use std::collections::{HashMap, HashSet};

use folkmoot_common::{Id, StorageError};
use folkmoot_ideas::{IdeaStatus, PastIdea, confidence, trend};
use folkmoot_text::{POLICY, SafeHtml, slug};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::Store;
use crate::entity::{idea, tally};
use crate::error::sealed;
use crate::moderation::queue;

/// Rows in one statement: 16 values each stay far below SQLite's 32,766.
const AT_ONCE: usize = 500;

pub(super) async fn take(store: &Store, ideas: &[PastIdea]) -> Result<usize, StorageError> {
    // Rendered before the transaction: while it writes, nobody else does on SQLite.
    let html = ideas.iter().map(|past| (past.id.uuid(), past.body.to_html())).collect::<HashMap<_, _>>();
    let tx = store.begin().await?;
    let mut taken = 0;
    for some in ideas.chunks(AT_ONCE) {
        let there = there(&tx, some).await?;
        let missing = some.iter().filter(|past| !there.contains(&past.id.uuid())).collect::<Vec<_>>();
        if missing.is_empty() {
            continue;
        }
        let words = idea::Entity::insert_many(missing.iter().map(|past| words(past, html.get(&past.id.uuid()))))
            .on_conflict(OnConflict::column(idea::Column::Id).do_nothing().to_owned());
        taken += words.exec_without_returning(&tx).await.map_err(sealed)?;
        let counts = tally::Entity::insert_many(missing.iter().map(|past| counts(past)))
            .on_conflict(OnConflict::column(tally::Column::IdeaId).do_nothing().to_owned());
        counts.exec_without_returning(&tx).await.map_err(sealed)?;
    }
    if ideas.iter().any(|past| past.status == IdeaStatus::Submitted) {
        queue::open_waiting(&tx).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(usize::try_from(taken).unwrap_or(usize::MAX))
}

/// Those that are there already. They are left out beforehand, because even an insert that does nothing uses up a public
/// number; two imports at once are still kept apart by the constraint.
async fn there(tx: &DatabaseTransaction, some: &[PastIdea]) -> Result<HashSet<Uuid>, StorageError> {
    let asked = idea::Entity::find().select_only().column(idea::Column::Id);
    let asked = asked.filter(idea::Column::Id.is_in(some.iter().map(|past| past.id.uuid())));
    Ok(asked.into_tuple::<Uuid>().all(tx).await.map_err(sealed)?.into_iter().collect())
}

fn words(past: &PastIdea, html: Option<&SafeHtml>) -> idea::ActiveModel {
    idea::ActiveModel {
        number: NotSet,
        id: Set(past.id.uuid()),
        campaign_id: Set(past.campaign.uuid()),
        author_id: Set(past.author.uuid()),
        title: Set(past.title.as_str().to_owned()),
        slug: Set(slug(past.title.as_str())),
        body: Set(past.body.as_str().to_owned()),
        html: Set(html.map(|html| html.as_str().to_owned())),
        html_policy: Set(Some(POLICY)),
        status: Set(past.status.as_str().to_lowercase()),
        hidden_at: Set(None),
        withdrawn_because: Set(None),
        created_at: Set(past.created_at.micros()),
        published_at: Set(past.status.is_public().then(|| past.created_at.micros())),
        shown_revision: Set(past.status.is_public().then_some(1)),
        edited_at: Set(None),
        revision: Set(1),
        language: Set(past.language.as_str().to_owned()),
        merged_into: Set(None),
        redacted_at: Set(None),
    }
}

fn counts(past: &PastIdea) -> tally::ActiveModel {
    tally::ActiveModel {
        idea_id: Set(past.id.uuid()),
        campaign_id: Set(past.campaign.uuid()),
        status: Set(past.status.as_str().to_lowercase()),
        listed: Set(past.status.is_public()),
        votable: Set(past.status.is_open()),
        support: Set(0),
        oppose: Set(0),
        comments: Set(0),
        version: Set(0),
        votes: Set(0),
        confidence: Set(confidence(0, 0)),
        trend: Set(trend(past.created_at, 0, 0)),
        born_at: Set(past.created_at.micros()),
        last_comment: Set(0),
    }
}
