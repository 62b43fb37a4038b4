//! Reports as rows, each written together with the letters that it causes.

use async_trait::async_trait;
use folkmoot_common::{Id, Pace, StorageError, Timestamp};
use folkmoot_moderation::{Filed, Letters, NewReport, Paces, Receipt, ReportDesk};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseTransaction, EntityTrait as _,
    QueryFilter as _, QuerySelect as _, prelude::Uuid,
};

use crate::sql::statement;
use crate::{Store, entity::report, error::sealed, outbox};

#[async_trait]
impl ReportDesk for Store {
    async fn file(&self, new: NewReport, letters: Letters, paces: Paces) -> Result<bool, StorageError> {
        let work = self.begin().await?;
        let tells_council = is_within(&work, paces.council, Condition::all()).await?;
        let answer_to = new.complaint.answer_to.as_ref().map(|address| address.as_str().to_owned());
        let reporter = match (letters.reporter, &answer_to) {
            (Some(letter), Some(address)) => {
                let theirs = Condition::all().add(report::Column::AnswerTo.eq(address.as_str()));
                is_within(&work, paces.reporter, theirs).await?.then_some(letter)
            }
            _ => None,
        };

        let row = report::ActiveModel {
            id: Set(new.id.uuid()),
            receipt: Set(new.receipt.as_str().to_owned()),
            idea_id: Set(new.subject.idea.uuid()),
            comment_id: Set(new.subject.comment.map(|(id, _)| id.uuid())),
            ground: Set(new.complaint.ground.as_str().to_lowercase()),
            details: Set(new.complaint.details.map(|details| details.as_str().to_owned())),
            answer_to: Set(answer_to),
            mailed: Set(reporter.is_some()),
            reporter_id: Set(new.reporter.map(Id::uuid)),
            created_at: Set(new.at.micros()),
        };
        report::Entity::insert(row).exec_without_returning(&work).await.map_err(sealed)?;
        if tells_council {
            outbox::post(&work, letters.council.id, &letters.council.mail, new.at).await?;
        }
        if let Some(letter) = &reporter {
            outbox::post(&work, letter.id, &letter.mail, new.at).await?;
        }
        work.commit().await.map_err(sealed)?;
        Ok(reporter.is_some())
    }

    async fn find(&self, receipt: &Receipt) -> Result<Option<Filed>, StorageError> {
        let asked = statement(
            self.backend(),
            "SELECT report.created_at, report.mailed, idea.number, comment.number AS comment \
             FROM report JOIN idea ON idea.id = report.idea_id \
             LEFT JOIN comment ON comment.id = report.comment_id WHERE report.receipt = $1",
            [receipt.as_str().into()],
        );
        let Some(row) = self.read().query_one_raw(asked).await.map_err(sealed)? else { return Ok(None) };
        Ok(Some(Filed {
            receipt: receipt.clone(),
            at: Timestamp::from_micros(row.try_get("", "created_at").map_err(sealed)?),
            number: row.try_get("", "number").map_err(sealed)?,
            comment: row.try_get("", "comment").map_err(sealed)?,
            mailed: row.try_get("", "mailed").map_err(sealed)?,
        }))
    }
}

/// Whether fewer reports of this kind came lately than may each cause a letter. It counts no further than it must.
async fn is_within(work: &DatabaseTransaction, pace: Pace, which: Condition) -> Result<bool, StorageError> {
    let lately: Vec<Uuid> = report::Entity::find()
        .select_only()
        .column(report::Column::Id)
        .filter(which)
        .filter(report::Column::CreatedAt.gt(pace.since.micros()))
        .limit(pace.most)
        .into_tuple()
        .all(work)
        .await
        .map_err(sealed)?;
    Ok(u64::try_from(lately.len()).is_ok_and(|lately| lately < pace.most))
}
