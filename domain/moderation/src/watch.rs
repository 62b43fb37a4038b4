//! Looking at words before they are posted: what the store knows of their author and of the text, put before the rules.

use async_trait::async_trait;
use folkmoot_common::{Look, StorageError, Watch, Written};

use crate::Moderation;
use crate::bench::Lately;
use crate::rules::{self, BURST_WINDOW, REPEAT_WINDOW};

#[async_trait]
impl Watch for Moderation {
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
