//! What an idea's timeline says of the day on which it was posted, and of the one on which it was published.

use folkmoot_common::{CampaignId, Id as _, IdeaId, Language, PersonId, Tally};
use folkmoot_ideas::{PublishingMode, Title};
use folkmoot_text::Markdown;

use super::*;

/// In the middle of a day: imports alone begin at its very midnight.
const POSTED: Timestamp = Timestamp::from_micros(1_800_000_000_000_001);
const A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

fn idea(status: IdeaStatus, published_at: Option<Timestamp>) -> Idea {
    let id = IdeaId::from_uuid(uuid::Uuid::nil());
    Idea {
        id,
        number: 1,
        slug: "a-bench".to_owned(),
        campaign: CampaignId::from_uuid(uuid::Uuid::nil()),
        author: PersonId::from_uuid(uuid::Uuid::nil()),
        title: Title::from_stored("A bench".to_owned()),
        body: Markdown::from_stored("To rest.".to_owned()),
        html: None,
        language: Language::english(),
        status,
        publishing_mode: PublishingMode::StraightAway,
        hidden: false,
        merged_into: None,
        carried: 0,
        redacted_at: None,
        withdrawn_because: None,
        created_at: POSTED,
        published_at,
        edited_at: None,
        revision: 1,
        tally: Tally::none(id),
    }
}

/// What the timeline says, with each moment as software reads it.
fn said(idea: &Idea) -> Vec<(&'static str, String)> {
    let now = Timestamp::from_micros(POSTED.micros() + 9 * A_DAY);
    let moments = moments(idea, None, &[], now);
    moments.iter().map(|moment| (moment.id, moment.at.map(When::exact).unwrap_or_default())).collect()
}

#[test]
fn what_was_public_at_once_has_one_moment() {
    let at_once = said(&idea(IdeaStatus::Published, Some(POSTED)));
    assert_eq!(at_once, [("timeline-published", "2027-01-15T08:00:00Z".to_owned())]);
}

#[test]
fn what_a_moderator_looked_at_first_says_when_it_became_public() {
    let later = Timestamp::from_micros(POSTED.micros() + 3 * A_DAY);
    let looked_at = said(&idea(IdeaStatus::Published, Some(later)));
    let expected = [
        ("timeline-posted", "2027-01-15T08:00:00Z".to_owned()),
        ("timeline-public", "2027-01-18T08:00:00Z".to_owned()),
    ];
    assert_eq!(looked_at, expected);
}

#[test]
fn a_clock_that_was_behind_makes_nothing_public_at_once() {
    let behind = Timestamp::from_micros(POSTED.micros() - A_DAY);
    let ids: Vec<&str> = said(&idea(IdeaStatus::Published, Some(behind))).iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, ["timeline-posted", "timeline-public"], "in the order in which it happened");
}

#[test]
fn what_still_waits_is_posted_and_no_more() {
    let waits = said(&idea(IdeaStatus::Submitted, None));
    assert_eq!(waits.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["timeline-posted"]);
}

#[test]
fn a_database_that_is_behind_puts_no_promise_before_the_idea() {
    let idea = idea(IdeaStatus::Published, Some(POSTED));
    let reached = Happening {
        idea: idea.id,
        what: Happened::Reached,
        at: Timestamp::from_micros(POSTED.micros() - 400),
        number: Some(1),
        department: None,
        words: None,
        status: None,
    };
    let moments = moments(&idea, None, &[reached], POSTED);
    assert_eq!(moments.iter().map(|one| one.id).collect::<Vec<_>>(), ["timeline-published", "timeline-reached"]);
}
