//! That a filter comes back from the address it made, and goes when it is taken away.

use folkmoot_common::{CampaignId, Id as _, Timestamp};
use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_text::Markdown;

use super::*;

fn parks() -> Campaign {
    let at = Timestamp::from_micros(0);
    Campaign {
        id: CampaignId::mint(at, [7; 10]),
        slug: "parks".to_owned(),
        question: "What do our parks lack?".to_owned(),
        language: folkmoot_common::Language::english(),
        brief: Markdown::from_stored("Tell us.".to_owned()),
        opens_at: at,
        closes_at: None,
        voting_rule: VotingRule::SupportOnly,
        publishing_mode: PublishingMode::StraightAway,
        archived_at: None,
        version: 1,
    }
}

fn harbour() -> Label {
    let (id, name) = (folkmoot_common::LabelId::mint(Timestamp::from_micros(0), [8; 10]), "Harbour".to_owned());
    Label { id, kind: LabelKind::Place, slug: "harbour".to_owned(), name, closed_at: None }
}

#[test]
fn what_means_something_is_kept_and_each_part_can_go() {
    let campaigns = [parks()];
    let labels = [harbour()];
    let asked = Asked {
        q: " a  bench & tree ",
        campaign: "parks",
        status: "planned",
        place: "harbour",
        tag: "harbour",
        mine: "yes",
    };
    let filters = Filters::of(&asked, (&campaigns, &labels), &Viewer::Nobody);
    assert!(filters.any());
    assert_eq!(
        filters.query(),
        "q=a%20bench%20%26%20tree&campaign=parks&status=planned&place=harbour&",
        "nobody has ideas of their own, and no tag is called like the place"
    );
    assert_eq!(filters.query_without("q"), "campaign=parks&status=planned&place=harbour&");
    assert_eq!(filters.query_without("campaign"), "q=a%20bench%20%26%20tree&status=planned&place=harbour&");
}

#[test]
fn what_means_nothing_is_passed_over() {
    let asked = Asked { q: " ", campaign: "no-such", status: "odd", place: "nowhere", tag: "none", mine: "maybe" };
    let filters = Filters::of(&asked, (&[], &[]), &Viewer::Nobody);
    assert_eq!((filters.any(), filters.query().as_str(), filters.wrong), (false, "", None));
    for (q, why) in [("x", Unsearchable::TooShort), (&*"long ".repeat(40), Unsearchable::TooLong)] {
        let filters = Filters::of(&Asked { q, ..Asked::default() }, (&[], &[]), &Viewer::Nobody);
        assert_eq!((filters.any(), filters.wrong), (false, Some(why)), "{q}");
    }
}
