//! What the council and its operator do, and no page does yet: questions are asked and closed, and the counts audited.

use std::time::Duration;

use folkmoot_ideas::{NewCampaign, PublishingMode, Slug, VotingRule};
use folkmoot_text::Markdown;
use sea_orm::{ConnectionTrait as _, Database};

use super::World;

const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl World {
    /// Asks a question that is open since yesterday, without an end.
    ///
    /// # Panics
    /// When it can't be asked.
    pub async fn ask(&self, slug: &str, question: &str, rule: VotingRule, mode: PublishingMode) {
        let sources = &self.site().sources;
        let now = sources.now();
        let campaign = NewCampaign {
            id: sources.mint(now),
            slug: Slug::parse(slug).expect("a slug"),
            question: question.to_owned(),
            brief: Markdown::parse("Tell us what you think.", 100).expect("a brief"),
            language: folkmoot_common::Language::english(),
            opens_at: now.minus(A_DAY),
            closes_at: None,
            voting_rule: rule,
            publishing_mode: mode,
            created_at: now,
        };
        self.site().ideas.make_campaign(campaign).await.expect("the campaign is made");
    }

    /// Closes a question: its end is a second ago. Written into the database, whose clock decides.
    ///
    /// # Panics
    /// When it can't be closed.
    pub async fn close(&self, slug: &str) {
        let end = self.site().sources.now().minus(Duration::from_secs(1)).micros();
        self.change(slug, &format!("closes_at = {end}")).await;
    }

    /// Puts a question off until tomorrow. Written into the database, whose clock decides.
    ///
    /// # Panics
    /// When it can't be put off.
    pub async fn put_off(&self, slug: &str) {
        let opening = self.site().sources.now().plus(A_DAY).micros();
        self.change(slug, &format!("opens_at = {opening}")).await;
    }

    async fn change(&self, slug: &str, what: &str) {
        let statement = format!("UPDATE campaign SET {what} WHERE slug = '{slug}'");
        let database = Database::connect(self.database.url()).await.expect("the database answers");
        let done = database.execute_unprepared(&statement).await.expect("the campaign is changed");
        assert_eq!(done.rows_affected(), 1, "there is no campaign {slug}");
        database.close().await.expect("the connection closes");
    }

    /// What `folkmoot audit-counts` does: every tally must equal its rows.
    ///
    /// # Panics
    /// When one doesn't.
    pub async fn audit_counts(&self) {
        let differences = self.site().votes.audit().await.expect("the counts can be audited");
        assert!(differences.is_empty(), "tallies differ from their rows: {differences:?}");
    }
}
