//! Trying a row: each role in its turn, the owner last, on a thing that was made for the try.

use folkmoot_tests::world::World;

use super::rows::Row;
use super::{pages, schema_doors};
use crate::nets::{Cast, Made, Player, State, Who, Workshop};

/// A running server with people on it.
pub(super) struct Trial {
    pub(super) world: World,
    pub(super) cast: Cast,
    pub(super) workshop: Workshop,
}

/// The order of the tries. What the owner does may end the thing.
const TURNS: [Who; 6] = [Who::Visitor, Who::Citizen, Who::Moderator, Who::Officer, Who::Admin, Who::Author];

impl Trial {
    pub(super) async fn open(world: World) -> Self {
        // The author has two sessions, so that one can be ended.
        let _other = world.citizen("Author").await;
        let cast = Cast::arrive(&world).await;
        let author = cast.of(Who::Author).viewer;
        let workshop = Workshop::open(&world, author).await;
        Self { world, cast, workshop }
    }

    /// The words that the server's answers come to, in the order of the columns.
    pub(super) async fn row(&self, row: &Row) -> Vec<String> {
        let mut found = vec![String::new(); TURNS.len()];
        for who in TURNS {
            let player = self.cast.of(who);
            let word = if row.is_page() { self.by_page(player, row).await } else { self.by_api(player, row).await };
            let column = Who::ALL.iter().position(|column| *column == who).unwrap();
            found[column] = word;
        }
        found
    }

    /// By cookie and by token alike; except that a token does nothing that needs the person.
    async fn by_page(&self, player: &Player, row: &Row) -> String {
        let made = self.make(&row.object).await;
        let word = pages::try_one(self, player, row, &made, false).await;
        if player.token.is_none() {
            return word;
        }
        let made = self.make(&row.object).await;
        let by_token = pages::try_one(self, player, row, &made, true).await;
        let wanted = if pages::is_alike(row) { word.as_str() } else { "forbidden" };
        if by_token == wanted { word } else { format!("{word}, by token {by_token}") }
    }

    /// By cookie and by token alike, except that a token does nothing that needs the person; and every field of the row
    /// alike.
    async fn by_api(&self, player: &Player, row: &Row) -> String {
        let mut words = Vec::new();
        for script in [false, true] {
            let made = self.make(&row.object).await;
            let refused = script && player.token.is_some() && !schema_doors::is_alike(row);
            for word in schema_doors::try_one(self, player, row, &made, script).await {
                let word = match word.as_str() {
                    "forbidden" if refused => continue,
                    word if refused => format!("by token {word}"),
                    word => word.to_owned(),
                };
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        words.join(" / ")
    }

    /// The thing that a row names.
    async fn make(&self, object: &str) -> Made {
        let shop = &self.workshop;
        match object {
            "the site" | "—" => Made::default(),
            "author’s draft" => shop.draft().await,
            "author’s token" => shop.token().await,
            "author’s session" => shop.session().await,
            "waiting item" => shop.item().await,
            "version of the rules" => shop.rules(self.cast.of(Who::Admin).viewer).await,
            "moderator’s decision" => shop.decision().await,
            "the author" => shop.face().await,
            "standing campaign" => shop.campaign().await,
            "refused idea" => shop.refusal().await,
            "department" => shop.department().await,
            "assigned idea" => shop.assigned().await,
            "drafted idea" => shop.drafted().await,
            "answered idea" => shop.answered().await,
            "answer" => shop.answer_alone().await,
            "kept report" => shop.kept_report().await,
            other => {
                let under = other.strip_prefix("comment on a ").and_then(|rest| rest.strip_suffix(" idea"));
                if let Some(state) = under {
                    shop.comment(State::Published, State::parse(state)).await
                } else if let Some(state) = other.strip_suffix(" idea") {
                    shop.idea(State::parse(state)).await
                } else if let Some(state) = other.strip_suffix(" comment") {
                    shop.comment(State::parse(state), State::Published).await
                } else {
                    panic!("the matrix names `{other}`, which no workshop makes")
                }
            }
        }
    }

    /// For acts on what only its owner may end: whether it is still there.
    pub(super) async fn is_there(&self, object: &str, made: &Made) -> bool {
        match object {
            "author’s draft" => self.workshop.has_draft(made).await,
            "author’s token" => self.workshop.has_token(made).await,
            "author’s session" => self.workshop.has_session(made).await,
            _ => false,
        }
    }
}
