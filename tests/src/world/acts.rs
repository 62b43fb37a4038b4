//! What people do again and again: post an idea by its form, vote by page or by the API, read how it stands.

use serde_json::{Value, json};

use super::{Actor, Page};

impl Actor {
    /// Posts an idea in the standing campaign by its form, and gives the page that this led to.
    pub async fn post_idea(&self, title: &str, body: &str) -> Page {
        self.post_idea_in("anything-else", title, body).await
    }

    /// Posts an idea in a campaign by its form.
    pub async fn post_idea_in(&self, campaign: &str, title: &str, body: &str) -> Page {
        let form = self.open("/ideas/new").await.form_asking("title").expect("the page asks for an idea");
        form.fill("campaign", campaign).fill("title", title).fill("body", body).send().await
    }

    /// Presses a vote button on the idea's page.
    pub async fn press(&self, number: i64, button: &str) -> Page {
        self.open(&format!("/ideas/{number}")).await.form(button).send().await
    }

    /// The API's id of the idea of this number.
    ///
    /// # Panics
    /// When this actor can't see it.
    pub async fn idea_id(&self, number: i64) -> String {
        let answer = self.graphql("query($n: Int!) { idea(number: $n) { id } }", json!({ "n": number })).await;
        answer["data"]["idea"]["id"].as_str().unwrap_or_else(|| panic!("no idea {number}: {answer}")).to_owned()
    }

    /// Casts a vote by the API; gives the payload.
    ///
    /// # Panics
    /// When there is no payload.
    pub async fn cast(&self, number: i64, choice: &str) -> Value {
        const CAST: &str = "mutation($i: CastVoteInput!) { castVote(input: $i) \
             { outcome tally { support oppose } userErrors { field code message } } }";
        let input = json!({ "i": { "ideaId": self.idea_id(number).await, "choice": choice } });
        payload(&self.graphql(CAST, input).await, "castVote")
    }

    /// Takes a vote back by the API; gives the payload.
    ///
    /// # Panics
    /// When there is no payload.
    pub async fn retract(&self, number: i64) -> Value {
        const RETRACT: &str = "mutation($i: RetractVoteInput!) { retractVote(input: $i) \
             { outcome tally { support oppose } userErrors { field code message } } }";
        let input = json!({ "i": { "ideaId": self.idea_id(number).await } });
        payload(&self.graphql(RETRACT, input).await, "retractVote")
    }

    /// `(support, oppose, comments)` of an idea, by the API.
    ///
    /// # Panics
    /// When this actor can't see it.
    pub async fn tally(&self, number: i64) -> (i64, i64, i64) {
        const TALLY: &str = "query($n: Int!) { idea(number: $n) { tally { support oppose comments } } }";
        let answer = self.graphql(TALLY, json!({ "n": number })).await;
        let tally = &answer["data"]["idea"]["tally"];
        let part = |name: &str| tally[name].as_i64().unwrap_or_else(|| panic!("no tally: {answer}"));
        (part("support"), part("oppose"), part("comments"))
    }
}

impl Page {
    /// The number of the idea that this page is about.
    ///
    /// # Panics
    /// When it is no idea's page.
    #[must_use]
    pub fn idea_number(&self) -> i64 {
        // In every language: /ideas/7/slug and /cy/ideas/7/slug.
        let number = self.path().split("/ideas/").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        number.unwrap_or_else(|| panic!("{self} is no idea's page; it says: {}", self.words()))
    }
}

fn payload(answer: &Value, field: &str) -> Value {
    let payload = &answer["data"][field];
    assert!(payload.is_object(), "no payload: {answer}");
    payload.clone()
}
