//! A small list of petitions with everything that can be wrong in one.

use folkmoot_ideas::IdeaStatus;
use folkmoot_replies::Outcome;

use super::reading::FILE;
use crate::import::testing::{Memory, bring};
use crate::import::{Fate, Format, ImportError, Report};

const RECORDS: &str = r#"[
{"id": 1, "attributes": {"action": "Make cannabis legal", "background": "It brings taxes.\r\n\r\nAnd work.",
 "additional_details": "Think of it.", "created_at": "2015-07-20T15:36:33.017Z", "state": "closed", "signature_count": 1200,
 "government_response": {"created_at": "2015-08-25T09:14:40.704Z", "summary": "There are no plans to legalise it.",
  "details": "It harms.\r\n\r\nHome Office\r\n"}}},
{"id": 2, "attributes": {"action": "Teach more arts", "background": "Arts matter.", "created_at": "2015-11-04T21:57:25Z",
 "state": "closed", "signature_count": 34, "government_response": {"created_at": "2016-02-11T14:32:35Z",
  "summary": "A consultation ran.", "details": "The Government does not believe it’s right.\n\nDepartment for Education."}}},
{"id": 3, "attributes": {"action": "Plant more trees", "background": "", "created_at": "2015-11-05T21:57:25Z",
 "state": "open", "government_response": {"created_at": "2016-02-11T14:32:35Z", "summary": "We will look into it.",
  "details": "We already plant some. The office of the minister will write to everybody who asked for it in due course."}}},
{"id": 4, "attributes": {"action": "Abolish the Lords", "background": "Nobody voted.", "created_at": "2015-07-20T17:48:10Z",
 "state": "rejected", "rejected_at": "2015-07-23T09:42:38Z", "rejection": {"code": "duplicate", "details": "See 104594.\r\n"}}},
{"id": 5, "attributes": {"action": "Knight my friend", "background": "Please.", "created_at": "2015-07-21T17:48:10Z",
 "state": "rejected", "rejected_at": "2015-07-24T09:42:38Z", "rejection": {"code": "fake-name", "details": null}}},
{"id": 5, "attributes": {"action": "Again", "created_at": "2015-07-21T17:48:10Z", "state": "open"}},
{"id": 6, "attributes": {"action": "No time", "created_at": "yesterday", "state": "open"}},
{"id": 7, "attributes": {"action": "No state", "created_at": "2015-07-21T17:48:10Z", "state": "lost"}},
{"id": "eight"}
]"#;

const CLOSED: &str = "Petition,URL,State,Signatures Count\nOne,x,closed,1000\nTwo,x,closed,234\n";

async fn petitions(shelf: &Memory) -> Report {
    bring(Format::UkPetitions, shelf, &[(FILE, RECORDS), ("closed-petitions-2017.csv", CLOSED)]).await.unwrap()
}

#[tokio::test]
async fn a_petition_is_an_idea_of_background_and_details() {
    let shelf = Memory::default();
    let report = petitions(&shelf).await;
    let kept = shelf.kept();
    let titles = kept.ideas.iter().map(|idea| idea.title.as_str()).collect::<Vec<_>>();
    let right = ["Make cannabis legal", "Abolish the Lords", "Knight my friend", "Teach more arts", "Plant more trees"];
    assert_eq!(titles, right);
    assert_eq!(kept.ideas[0].body.as_str().replace("\r\n", "\n"), "It brings taxes.\n\nAnd work.\n\nThink of it.");
    assert_eq!(kept.people[&kept.ideas[0].author].name.as_str(), "Petitioner 1");
    assert!(kept.ideas.iter().all(|idea| idea.language.as_str() == "en"));
    assert_eq!(report.notes.count(FILE, Fate::NotTaken), 4 + 1, "{report}");
}

#[tokio::test]
async fn a_response_is_no_only_where_it_says_so_and_tells_how_that_was_read() {
    let shelf = Memory::default();
    let report = petitions(&shelf).await;
    let kept = shelf.kept();
    let departments = kept.replies.iter().map(|reply| reply.department_name.as_str()).collect::<Vec<_>>();
    assert_eq!(departments, ["Home Office", "Department for Education"]);
    assert!(kept.replies.iter().all(|reply| reply.text.outcome == Outcome::No));
    assert_eq!(kept.replies[0].published_at.millis(), 1_440_494_080_704);
    let reasons = kept.replies[0].text.reasons.as_str();
    assert!(reasons.starts_with("There are no plans to legalise it.\n\nIt harms."), "{reasons}");
    assert!(reasons.contains("read from the words “no plans to”"), "{reasons}");
    assert_eq!(kept.people[&kept.replies[0].by].name.as_str(), "petition.parliament.uk");
    // “We will look into it” is neither yes nor no: the petition is there, the answer isn't.
    assert!(kept.ideas.iter().any(|idea| idea.title.as_str() == "Plant more trees"));
    assert!(report.to_string().contains("says neither yes nor no"), "{report}");
}

#[tokio::test]
async fn what_was_refused_has_the_nearest_reason_and_their_words() {
    let shelf = Memory::default();
    let report = petitions(&shelf).await;
    let kept = shelf.kept();
    let said =
        kept.refusals.iter().map(|one| (one.reason.as_str(), one.note.as_ref().map(folkmoot_moderation::Note::as_str)));
    assert_eq!(said.collect::<Vec<_>>(), [("DUPLICATE", Some("See 104594.")), ("NOT_FOR_THIS_BOARD", None)]);
    let refused = kept.ideas.iter().filter(|idea| idea.status == IdeaStatus::Rejected).count();
    assert_eq!(refused, 2);
    assert!(report.to_string().contains("no reason like “fake-name”"), "{report}");
}

#[tokio::test]
async fn signatures_become_nobody_and_twice_is_once() {
    let shelf = Memory::default();
    let report = petitions(&shelf).await.to_string();
    assert!(report.contains("1,234 signatures are numbers only"), "{report}");
    assert!(report.contains("closed-petitions-2017.csv: 2 petitions with 1,234 signatures"), "{report}");
    assert!(report.contains("Open Government Licence v3.0"), "{report}");
    assert!(shelf.kept().votes.is_empty());
    assert!(petitions(&shelf).await.is_nothing_new());
    assert!(shelf.kept().campaigns[0].brief.as_str().contains("Open Parliament Licence v3.0"));
}

#[tokio::test]
async fn another_kind_of_file_is_refused_before_anything_is_written() {
    let shelf = Memory::default();
    let refused = bring(Format::UkPetitions, &shelf, &[(FILE, "{\"data\": []}")]).await.err().unwrap();
    assert!(matches!(refused, ImportError::Read { file: FILE, .. }), "{refused}");
    assert!(shelf.kept().campaigns.is_empty());
}
