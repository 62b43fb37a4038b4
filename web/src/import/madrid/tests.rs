//! Small boards with everything that can be wrong in one.

use crate::import::testing::{Memory, bring};
use crate::import::{Fate, Format, Report};

const PROPOSALS: &str = "\
id,url,code,title,userId,date,summary,text,numComments,status,numSupports,isAssociation
50,/p,M,Carril bici,9996,2015-09-15,En corto.,En largo.,4,archived,1200,0
61,/p,M,Más luz,7,2015-09-16,Farolas.,,0,open,34,0
62,/p,M,Sin fecha,7,mañana,Nada.,,0,open,1,0
";

const HEADER: &str =
    "id,parentId,proposalId,page,userId,userType,date,time,text,numVotes,numPositiveVotes,numNegativeVotes\n";

async fn madrid(shelf: &Memory, comments: &str) -> Report {
    let comments = format!("{HEADER}{comments}");
    bring(Format::Madrid, shelf, &[("proposals.csv", PROPOSALS), ("comments.csv", &comments)]).await.unwrap()
}

#[tokio::test]
async fn a_proposal_is_an_idea_of_summary_and_text() {
    let shelf = Memory::default();
    let report = madrid(&shelf, "").await;
    let kept = shelf.kept();
    assert_eq!(kept.ideas[0].body.as_str(), "En corto.\n\nEn largo.");
    assert_eq!(kept.people[&kept.ideas[0].author].name.as_str(), "Citizen 9996");
    assert_eq!(kept.ideas.len(), 2);
    assert!(kept.ideas.iter().all(|idea| idea.language.as_str() == "es"));
    assert_eq!(report.notes.count("proposals.csv", Fate::NotTaken), 1);
    assert!(report.to_string().contains("1,234 supports of proposals and 0 votes on comments"), "{report}");
}

#[tokio::test]
async fn replies_follow_what_they_reply_to_however_the_file_is_sorted() {
    let shelf = Memory::default();
    // 3 replies to 2, which replies to 1; 2 has an older time than 1, as clocks go.
    let comments = "\
3,2,50,1,7,,2015-09-15,0 days 12:00:01,third,1,1,0
2,1,50,1,7,,2015-09-15,0 days 11:00:00,second,1,1,0
1,-1,50,1,8,,2015-09-15,0 days 11:30:00,first,1,1,0
4,-1,50,1,8,,2015-09-15,0 days 10:00:00,early,1,1,0
";
    let report = madrid(&shelf, comments).await;
    let right = [("early", None), ("first", None), ("second", Some("first")), ("third", Some("second"))];
    assert_eq!(shelf.kept().threads(), right);
    assert_eq!(report.comments.new, 4);
}

#[tokio::test]
async fn what_has_no_parent_stands_at_the_top_and_empty_texts_are_not_taken() {
    let shelf = Memory::default();
    let comments = "\
1,99,50,1,7,,2015-09-15,0 days 10:00:00,parent missing,1,1,0
2,-1,50,1,7,,2015-09-15,0 days 10:00:01, ,1,1,0
3,2,50,1,7,,2015-09-15,0 days 10:00:02,below an empty one,1,1,0
4,1,61,1,7,,2015-09-16,0 days 10:00:03,of another proposal,1,1,0
5,6,50,1,7,,2015-09-15,0 days 10:00:04,a circle,1,1,0
6,5,50,1,7,,2015-09-15,0 days 10:00:05,and round again,1,1,0
7,7,50,1,7,,2015-09-15,0 days 10:00:06,itself,1,1,0
8,-1,77,1,7,,2015-09-15,0 days 10:00:07,no proposal,1,1,0
9,-1,50,1,7,,2015-09-15,0 days 25:00:07,no time,1,1,0
1,-1,50,1,7,,2015-09-15,0 days 10:00:08,number taken,1,1,0
";
    let report = madrid(&shelf, comments).await;
    let kept = shelf.kept();
    let right = [
        ("parent missing", None),
        ("below an empty one", None),
        ("a circle", Some("and round again")),
        ("and round again", None),
        ("itself", None),
        ("of another proposal", None),
    ];
    let mut threads = kept.threads();
    threads.sort_by_key(|(body, _)| right.iter().position(|(known, _)| known == body));
    assert_eq!(threads, right);
    assert_eq!(report.notes.count("comments.csv", Fate::NotTaken), 4, "{report}");
    assert_eq!(report.notes.count("comments.csv", Fate::Moved), 5, "{report}");
}

#[tokio::test]
async fn a_thread_deeper_than_threads_go_goes_on_at_its_deepest() {
    let shelf = Memory::default();
    let comments = (1..=70)
        .rev()
        .map(|n| {
            let parent = if n == 1 { -1 } else { n - 1 };
            format!("{n},{parent},50,1,7,,2015-09-15,0 days 10:{n:02}:00,text {n},0,0,0\n")
                .replace(":60:", ":59:")
                .replace(":61:", ":59:")
        })
        .map(|row| (62..=70).fold(row, |row, n| row.replace(&format!("10:{n}:"), "10:59:")))
        .collect::<String>();
    let report = madrid(&shelf, &comments).await;
    assert_eq!(report.comments.new, 70, "{report}");
    assert_eq!(report.notes.count("comments.csv", Fate::Moved), 9, "{report}");
    assert_eq!(shelf.kept().threads().last().unwrap().1, Some("text 60"));
}

#[tokio::test]
async fn a_second_import_changes_nothing() {
    let shelf = Memory::default();
    let comments = "1,-1,50,1,7,,2015-09-15,0 days 10:00:00,once,1,1,0\n";
    madrid(&shelf, comments).await;
    assert!(madrid(&shelf, comments).await.is_nothing_new());
}
