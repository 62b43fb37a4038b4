//! Looking at words before they are posted: what the store knows of their author and of the text, put before the rules.

use std::time::Duration;

use async_trait::async_trait;
use folkmoot_common::{Farewell, Look, Standing, StorageError, Watch, Written};

use crate::bench::Lately;
use crate::rules::{self, BURST_WINDOW, Lessons, REPEAT_WINDOW};
use crate::{Moderation, News};

/// For so long it is taken as known whether moderators have taught enough: a post then needs one read fewer.
const CAN_TELL_KEPT: Duration = Duration::from_secs(60);

#[async_trait]
impl Watch for Moderation {
    fn look_at_name(&self, name: &str) -> Look {
        let now = self.sources.now();
        let hunches = self.desk.rules.hunches_of_name(name, &self.voice.languages());
        // A name never waits: everything its owner said would be nobody's.
        Look { standing: Standing::Known, hunches, by: now.plus(self.desk.promise) }
    }

    fn farewells(&self) -> Vec<Farewell> {
        self.in_every_language(&News::ReportGone)
    }

    fn taken_back(&self) -> Vec<Farewell> {
        self.in_every_language(&News::TakenBack)
    }

    async fn look(&self, written: Written<'_>) -> Result<Look, StorageError> {
        let now = self.sources.now();
        let lately = Lately { posts: now.minus(BURST_WINDOW), texts: now.minus(REPEAT_WINDOW) };
        let print = rules::fingerprint(written.title, written.body);
        let past = self.bench.past(written.author, &print, lately).await?;
        let lessons = self.lessons_about(&written).await?;
        let hunches = self.desk.rules.hunches(&written, &past, lessons.as_ref());
        Ok(Look { standing: past.standing, hunches, by: now.plus(self.desk.promise) })
    }
}

impl Moderation {
    fn in_every_language(&self, news: &News<'_>) -> Vec<Farewell> {
        let said = |language| {
            let said = self.voice.letter(Some(&language), news);
            Farewell { language, subject: said.subject, text: said.text }
        };
        self.voice.languages().into_iter().map(said).collect()
    }

    /// What moderators taught about these words; nothing while they have taught too little to say anything. Whether they
    /// have is asked once a minute.
    async fn lessons_about(&self, written: &Written<'_>) -> Result<Option<Lessons>, StorageError> {
        let now = self.sources.now();
        let can_tell = match self.can_tell.fresh(now, CAN_TELL_KEPT) {
            Some(known) => known,
            None => {
                let known = self.bench.lessons(&[]).await?.can_tell();
                self.can_tell.keep(now, known);
                known
            }
        };
        if !can_tell {
            return Ok(None);
        }
        let ids: Vec<i64> = rules::tokens(written.title, written.body).iter().map(|token| token.id).collect();
        self.bench.lessons(&ids).await.map(Some)
    }
}
