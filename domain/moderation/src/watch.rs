//! Looking at words before they are posted: what the store knows of their author and of the text, put before the rules.

use async_trait::async_trait;
use folkmoot_common::{Farewell, Look, Standing, StorageError, Watch, Written};

use crate::bench::Lately;
use crate::rules::{self, BURST_WINDOW, REPEAT_WINDOW};
use crate::{Moderation, News};

#[async_trait]
impl Watch for Moderation {
    fn look_at_name(&self, name: &str) -> Look {
        let now = self.sources.now();
        let hunches = self.desk.rules.hunches_of_name(name, &self.voice.languages());
        // A name never waits: everything its owner said would be nobody's.
        Look { standing: Standing::Known, hunches, by: now.plus(self.desk.promise) }
    }

    fn farewells(&self) -> Vec<Farewell> {
        let said = |language| {
            let said = self.voice.letter(Some(&language), &News::ReportGone);
            Farewell { language, subject: said.subject, text: said.text }
        };
        self.voice.languages().into_iter().map(said).collect()
    }

    async fn look(&self, written: Written<'_>) -> Result<Look, StorageError> {
        let now = self.sources.now();
        let lately = Lately { posts: now.minus(BURST_WINDOW), texts: now.minus(REPEAT_WINDOW) };
        let print = rules::fingerprint(written.title, written.body);
        let past = self.bench.past(written.author, &print, lately).await?;
        let tokens = rules::tokens(written.title, written.body);
        let ids = tokens.iter().map(|token| token.id).collect::<Vec<_>>();
        let lessons = self.bench.lessons(&ids).await?;
        let hunches = self.desk.rules.hunches(&written, &past, Some(&lessons));
        Ok(Look { standing: past.standing, hunches, by: now.plus(self.desk.promise) })
    }
}
