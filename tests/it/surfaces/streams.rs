//! Listening: the three subscriptions about ideas and `/live` tell nothing of what isn't public, even when the megaphone does.

use std::time::Duration;

use folkmoot_common::Tally;
use reqwest::Method;
use serde_json::json;

use super::planted::PLAIN;
use super::{Sightings, Walk};
use crate::nets::{Ear, Who};

/// Long enough for anything that was announced to arrive.
const A_WHILE: Duration = Duration::from_millis(1_200);

pub(super) async fn listen(walk: &Walk) -> Sightings {
    let mut heard = Vec::new();
    let citizen = walk.cast.of(Who::Citizen).token.as_deref();
    let public = walk.planted.public.idea_id.as_str();
    let all: Vec<&str> = walk.planted.ideas.iter().map(|made| made.idea_id.as_str()).chain([public]).collect();

    let comments = "subscription($id: ID!) { commentPosted(ideaId: $id) { number bodyMarkdown } }";
    let mut ear = Ear::open(&walk.world, citizen, comments, &json!({ "id": public })).await;
    let tallies = "subscription($ids: [ID!]!) { tallyChanged(ideaIds: $ids) { ideaId } }";
    let mut counts = Ear::open(&walk.world, citizen, tallies, &json!({ "ids": all })).await;
    let answers = "subscription($ids: [ID!]!) { ideaAnswered(ideaIds: $ids) { id title bodyMarkdown } }";
    let mut answered = Ear::open(&walk.world, citizen, answers, &json!({ "ids": all })).await;
    let numbers: Vec<String> =
        walk.planted.ideas.iter().chain([&walk.planted.public]).map(|made| made.number.to_string()).collect();
    let mut live = live(walk, &numbers.join(",")).await;
    heard.extend(asked(walk, &numbers.join(",")).await);

    let (site, idea) = (walk.world.site(), walk.planted.public.idea.unwrap());
    let stand = ear.first(|| site.live.announce_comment(idea, walk.planted.plain)).await.is_some()
        && answered.first(|| site.live.announce_answer(idea)).await.is_some();
    assert!(stand, "a subscription told nothing of what may be heard");

    // The megaphone is told of everything, as by a node that doesn't know yet.
    for made in walk.planted.ideas.iter().chain([&walk.planted.public]) {
        let id = made.idea.unwrap();
        site.live.announce(Tally { support: 77, version: 1_000_000, ..Tally::none(id) }).await;
        site.live.announce_answer(id).await;
    }
    site.live.announce_comment(idea, walk.planted.held).await;

    // The one that may be heard comes last: whoever hears it has been told of the other before.
    site.live.announce_comment(idea, walk.planted.plain).await;

    let mut plain = false;
    while let Some(message) = ear.next(A_WHILE).await {
        if message["payload"]["data"]["commentPosted"]["bodyMarkdown"] == format!("I say {PLAIN}.") {
            plain = true;
        } else {
            heard.push((format!("commentPosted: {message}"), "a held comment"));
        }
    }
    assert!(plain, "the subscription to comments told nothing at all");
    let mut told = false;
    while let Some(message) = counts.next(A_WHILE).await {
        let idea = message["payload"]["data"]["tallyChanged"]["ideaId"].as_str().unwrap_or_default().to_owned();
        told |= idea == public;
        if idea != public {
            heard.push((format!("tallyChanged: {message}"), "an idea that is not public"));
        }
    }
    assert!(told, "the subscription told nothing at all");
    heard.extend(answered_ideas(&mut answered, public).await);
    heard.extend(events(&mut live, walk).await);
    heard
}

/// What the subscription to answers says; of the public idea it must.
async fn answered_ideas(ear: &mut Ear, public: &str) -> Sightings {
    let (mut heard, mut told) = (Vec::new(), false);
    while let Some(message) = ear.next(A_WHILE).await {
        let is_public = message["payload"]["data"]["ideaAnswered"]["id"] == public;
        told |= is_public;
        if !is_public {
            heard.push((format!("ideaAnswered: {message}"), "an idea that is not public"));
        }
    }
    assert!(told, "the subscription to answers told nothing at all");
    heard
}

async fn live(walk: &Walk, numbers: &str) -> reqwest::Response {
    let visitor = &walk.cast.of(Who::Visitor).browser;
    let request = visitor.request(Method::GET, &visitor.address(&format!("/live?ideas={numbers}")));
    request.send().await.expect("the stream opens")
}

/// The same numbers, asked for once.
async fn asked(walk: &Walk, numbers: &str) -> Sightings {
    let visitor = &walk.cast.of(Who::Visitor).browser;
    let request = visitor.request(Method::GET, &visitor.address(&format!("/live/tallies?ideas={numbers}")));
    let text = request.send().await.expect("an answer").text().await.expect("its words");
    assert!(text.contains(&format!("\"idea\":{},", walk.planted.public.number)), "it told nothing: {text}");
    let told = walk.planted.ideas.iter().filter(|made| text.contains(&format!("\"idea\":{},", made.number)));
    told.map(|_| (format!("/live/tallies: {text}"), "an idea that is not public")).collect()
}

async fn events(live: &mut reqwest::Response, walk: &Walk) -> Sightings {
    let mut heard = Vec::new();
    let mut text = String::new();
    while let Ok(Ok(Some(chunk))) = tokio::time::timeout(A_WHILE, live.chunk()).await {
        text.push_str(&String::from_utf8_lossy(&chunk));
    }
    assert!(text.contains(&format!("\"idea\":{}", walk.planted.public.number)), "the stream told nothing: {text}");
    for made in &walk.planted.ideas {
        if text.contains(&format!("\"idea\":{},", made.number)) {
            heard.push((format!("/live: {text}"), "an idea that is not public"));
        }
    }
    heard
}
