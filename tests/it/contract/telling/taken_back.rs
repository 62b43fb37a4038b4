//! An idea that its author takes back is news to whoever supports or follows it, and to nobody who never saw it.

use folkmoot_ideas::Reason;
use folkmoot_people::Leave;
use folkmoot_tests::database::Kind;
use folkmoot_votes::Choice;

use super::square::Square;

on_both!(
    supporters_and_followers_hear_that_it_was_taken_back,
    they_hear_it_of_somebody_who_leaves_too,
    what_was_hidden_is_no_news
);

/// A supporter, a follower, and somebody against it.
async fn crowded(kind: Kind) -> Square {
    let square = Square::open(kind).await;
    let (ben, flo, pat) = (square.stage.citizen().await, square.stage.citizen().await, square.stage.citizen().await);
    square.cast(&ben, Choice::Support).await;
    square.cast(&pat, Choice::Oppose).await;
    square.telling.follow(&flo, square.idea.id, true).await.unwrap();
    square
}

/// What two people read once everything is told.
async fn told(square: &Square) -> Vec<String> {
    square.tell_all().await;
    square.letters().await.into_iter().map(|(_, subject)| subject).collect()
}

async fn supporters_and_followers_hear_that_it_was_taken_back(kind: Kind) {
    let square = crowded(kind).await;
    let reason = Reason::parse("It was mended.").unwrap();
    square.stage.ideas.withdraw(&square.author, square.idea.id, reason).await.unwrap();
    let said = format!("TAKEN BACK {}", square.idea.number);
    assert_eq!(told(&square).await, [said.clone(), said], "once each; its author knows, who opposed it doesn't wait");
    let letter = square.letter().await;
    assert_eq!(letter, square.idea.title.as_str(), "by the title that they knew");
}

async fn they_hear_it_of_somebody_who_leaves_too(kind: Kind) {
    let square = crowded(kind).await;
    let _left = square.stage.people.leave(&square.author, Leave::Nothing).await.unwrap();
    let said = format!("TAKEN BACK {}", square.idea.number);
    assert_eq!(told(&square).await, [said.clone(), said]);
}

async fn what_was_hidden_is_no_news(kind: Kind) {
    let square = crowded(kind).await;
    square.run("UPDATE idea SET hidden_at = 1").await;
    let reason = Reason::parse("It was mended.").unwrap();
    square.stage.ideas.withdraw(&square.author, square.idea.id, reason).await.unwrap();
    assert!(told(&square).await.is_empty());
}
