//! Small conversations with everything that can be wrong in one.

use folkmoot_common::Timestamp;
use folkmoot_ideas::IdeaStatus;

use crate::import::testing::{Memory, bring};
use crate::import::{Fate, Format, Report};

const COMMENTS: &str = "\
timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
3000,x,12,7,9,9,0,Benches in the park
1000,x,10,7,9,9,1,Plant more trees
2000,x,11,8,9,9,-1,Ok
2500,x,11,8,9,9,1,The same number again
x,x,13,8,9,9,1,No time
2600,x,14,8,9,9,5,No such state
2700,x,15
";

const VOTES: &str = "\
timestamp,datetime,comment-id,voter-id,vote
5000,x,10,1,-1
4000,x,10,1,1
4000,x,10,2,1
4000,x,10,2,-1
6000,x,10,3,1
7000,x,10,3,0
4500,x,11,3,1
4500,x,12,3,-1
4600,x,99,3,1
4700,x,10,3,2
";

const SUMMARY: &str =
    "topic,Our town\nurl,https://pol.is/abc\nviews,9\nconversation-description,\"Tell us.\n\nAll of it.\"\n";

async fn polis(shelf: &Memory, files: &[(&'static str, &str)]) -> Report {
    bring(Format::Polis, shelf, files).await.unwrap()
}

#[tokio::test]
async fn each_comment_is_an_idea_with_its_author_time_and_state() {
    let shelf = Memory::default();
    polis(&shelf, &[("comments.csv", COMMENTS), ("votes.csv", VOTES), ("summary.csv", SUMMARY)]).await;
    let kept = shelf.kept();
    let seen = kept.ideas.iter().map(|idea| (idea.title.as_str(), idea.status, idea.created_at.millis()));
    let right = [
        ("Plant more trees", IdeaStatus::Published, 1000),
        ("Comment 11: Ok", IdeaStatus::Rejected, 2000),
        ("Benches in the park", IdeaStatus::Submitted, 3000),
    ];
    assert!(seen.eq(right));
    // The language is the site's own, which is Welsh here.
    assert!(kept.ideas.iter().all(|idea| idea.language.as_str() == "cy"));
    assert_eq!(kept.ideas[0].author, kept.ideas[2].author);
    assert_eq!(kept.people[&kept.ideas[0].author].name.as_str(), "Participant 7");
    assert_eq!(kept.people[&kept.ideas[0].author].created_at, Timestamp::from_millis(1000));
}

#[tokio::test]
async fn the_last_vote_counts_by_time_then_by_line_and_a_pass_takes_back() {
    let shelf = Memory::default();
    polis(&shelf, &[("comments.csv", COMMENTS), ("votes.csv", VOTES)]).await;
    let kept = shelf.kept();
    // 1: for, then against. 2: the same in one millisecond. 3: for, then a pass.
    assert_eq!(kept.tally("Plant more trees"), (0, 2));
    // What isn't published has votes too.
    assert_eq!(kept.tally("Comment 11: Ok"), (1, 0));
    assert_eq!(kept.tally("Benches in the park"), (0, 1));
}

#[tokio::test]
async fn every_row_not_taken_as_it_stood_is_reported_with_its_line() {
    let report = polis(&Memory::default(), &[("comments.csv", COMMENTS), ("votes.csv", VOTES)]).await;
    let noted = report.notes.first().iter().map(|note| (note.file, note.line, note.fate));
    let right = [
        ("comments.csv", 5, Fate::NotTaken),
        ("comments.csv", 6, Fate::NotTaken),
        ("comments.csv", 7, Fate::NotTaken),
        ("comments.csv", 8, Fate::NotTaken),
        ("votes.csv", 10, Fate::NotTaken),
        ("votes.csv", 11, Fate::NotTaken),
        ("comments.csv", 4, Fate::Mended),
    ];
    assert!(noted.eq(right), "{report}");
    let told = report.to_string();
    assert!(told.contains("votes.csv line 10: not taken: There is no comment 99."), "{told}");
    assert!(told.contains("ideas: 3 taken, 0 there already"), "{told}");
}

#[tokio::test]
async fn a_second_import_changes_nothing_and_says_so() {
    let shelf = Memory::default();
    let files = [("comments.csv", COMMENTS), ("votes.csv", VOTES)];
    polis(&shelf, &files).await;
    let report = polis(&shelf, &files).await;
    assert!(report.is_nothing_new());
    assert!(report.to_string().starts_with("Nothing new for the campaign “town”"), "{report}");
}

#[tokio::test]
async fn a_campaign_is_made_from_the_summary_and_closes_after_the_last_vote() {
    let shelf = Memory::default();
    polis(&shelf, &[("comments.csv", COMMENTS), ("votes.csv", VOTES), ("summary.csv", SUMMARY)]).await;
    let kept = shelf.kept();
    let campaign = &kept.campaigns[0];
    assert_eq!(campaign.question, "Our town");
    assert_eq!(
        campaign.brief.as_str(),
        "Tell us.\n\nAll of it.\n\nThis campaign was held on Polis: <https://pol.is/abc>"
    );
    assert_eq!(campaign.opens_at.millis(), 1000);
    assert_eq!(campaign.closes_at.unwrap().millis(), 7001);
}

#[tokio::test]
async fn without_votes_the_matrix_serves() {
    let matrix = "\
participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,10,11,12,98
1,,0,0,1,1,0,1,,-1,
2,,0,0,1,1,0,1,0,,1
3,,0,0,1,1,0,yes,,,
";
    let shelf = Memory::default();
    let report = polis(&shelf, &[("comments.csv", COMMENTS), ("participants-votes.csv", matrix)]).await;
    assert_eq!(shelf.kept().tally("Plant more trees"), (2, 0));
    assert_eq!(shelf.kept().tally("Benches in the park"), (0, 1));
    assert_eq!(report.notes.count("participants-votes.csv", Fate::NotTaken), 2, "{report}");
}

#[tokio::test]
async fn a_folder_without_its_files_is_refused_in_one_line() {
    let shelf = Memory::default();
    let refused = bring(Format::Polis, &shelf, &[]).await.err().unwrap().to_string();
    assert_eq!(refused, "there is no comments.csv in that folder: give the folder that holds the export’s files");
    let refused = bring(Format::Polis, &shelf, &[("comments.csv", COMMENTS)]).await.err().unwrap().to_string();
    assert!(refused.starts_with("there is no votes.csv or participants-votes.csv"), "{refused}");
}
