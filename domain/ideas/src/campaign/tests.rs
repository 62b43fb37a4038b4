//! When a campaign is open, to the microsecond.

use std::time::Duration;

use folkmoot_common::Id as _;

use super::*;

const OPENS: Timestamp = Timestamp::from_micros(1_000_000);
const CLOSES: Timestamp = Timestamp::from_micros(2_000_000);

fn campaign(closes_at: Option<Timestamp>) -> Campaign {
    Campaign {
        id: CampaignId::mint(OPENS, [7; 10]),
        slug: "parks".to_owned(),
        question: "What do our parks lack?".to_owned(),
        brief: Markdown::from_stored("Tell us.".to_owned()),
        language: Language::english(),
        opens_at: OPENS,
        closes_at,
        voting_rule: VotingRule::SupportOnly,
        publishing_mode: PublishingMode::StraightAway,
        version: 1,
        archived_at: None,
    }
}

#[test]
fn it_is_open_from_its_first_instant_up_to_but_not_including_its_last() {
    let instant = Duration::from_micros(1);
    let ending = campaign(Some(CLOSES));
    let phases = [OPENS.minus(instant), OPENS, CLOSES.minus(instant), CLOSES].map(|now| ending.phase(now));
    assert_eq!(phases, [Phase::NotYet, Phase::Open, Phase::Open, Phase::Over]);
    assert_eq!(campaign(None).phase(Timestamp::from_micros(i64::MAX)), Phase::Open);
}
