//! Who is told, and who is left alone.

use folkmoot_common::{Language, Viewer, Why};
use folkmoot_replies::{Heard, NoticePace, Stepped};
use folkmoot_tests::database::Kind;
use folkmoot_votes::Choice;

use super::square::{MANY, Square};

on_both!(
    those_are_told_whom_it_concerns,
    whoever_wants_nothing_gets_nothing,
    what_was_stopped_is_taken_back,
    what_is_hidden_is_its_authors_alone,
    letters_that_were_given_up_are_tried_again
);

async fn those_are_told_whom_it_concerns(kind: Kind) {
    let square = Square::open(kind).await;
    let (supporter, opposer, follower, nobody) = (
        square.stage.citizen().await,
        square.stage.citizen().await,
        square.stage.citizen().await,
        square.stage.citizen().await,
    );
    square.cast(&supporter, Choice::Support).await;
    square.cast(&opposer, Choice::Oppose).await;
    assert_eq!(square.telling.follow(&follower, square.idea.id, true).await.unwrap(), Heard::Done);
    square.stage.people.speak(&follower, Language::from_stored("cy".to_owned())).await.unwrap();
    square.stage.people.speak(&supporter, Language::from_stored("de".to_owned())).await.unwrap();
    for (viewer, why) in [
        (square.author, Some(Why::Author)),
        (supporter, Some(Why::Supporter)),
        (follower, Some(Why::Follower)),
        (opposer, None),
        (nobody, None),
    ] {
        let concerns = square.telling.concerns(&viewer, &[square.idea.id]).await.unwrap();
        assert_eq!(concerns[0].1.why, why);
    }
    square.announce("NEWS").await;
    square.tell_all().await;
    let mut subjects: Vec<String> = square.letters().await.into_iter().map(|(_, subject)| subject).collect();
    subjects.sort_unstable();
    assert_eq!(subjects, ["NEWS all cy", "NEWS all en", "NEWS own en"]);
}

async fn whoever_wants_nothing_gets_nothing(kind: Kind) {
    let square = Square::open(kind).await;
    let (left, never, gone) =
        (square.stage.citizen().await, square.stage.citizen().await, square.stage.citizen().await);
    for viewer in [left, never, gone] {
        square.cast(&viewer, Choice::Support).await;
        square.telling.follow(&viewer, square.idea.id, true).await.unwrap();
    }
    square.telling.follow(&left, square.idea.id, false).await.unwrap();
    square.telling.choose(&never, NoticePace::Never).await.unwrap();
    assert_eq!(square.telling.pace(&never).await.unwrap(), Some(NoticePace::Never));
    square.stage.people.leave(&gone, folkmoot_people::Leave::Words).await.unwrap();
    assert_eq!(square.count("follow").await, 2, "of whoever left nothing is kept");
    square.telling.follow(&square.author, square.idea.id, false).await.unwrap();
    square.announce("NEWS").await;
    square.tell_all().await;
    assert_eq!(square.letters().await, [], "authors may want to hear nothing as well");
    minds_change(&square, &left, &never).await;
}

async fn minds_change(square: &Square, left: &Viewer, never: &Viewer) {
    square.telling.choose(never, NoticePace::AtOnce).await.unwrap();
    square.telling.follow(left, square.idea.id, true).await.unwrap();
    square.announce("MORE").await;
    square.tell_all().await;
    assert_eq!(square.letters().await.len(), 2, "and may change their minds");
}

async fn what_was_stopped_is_taken_back(kind: Kind) {
    let square = Square::open(kind).await;
    let crowd = square.crowd(3).await;
    let other = square.stage.idea(&square.author, "A bench at the river").await;
    square.run("UPDATE outbox SET state = 'dead' WHERE state = 'waiting'").await;
    square.announce("NEWS").await;
    square.tell_all().await;
    square.telling.stop(crowd[0], Some(other.id)).await.unwrap();
    assert_eq!(square.count("outbox WHERE state = 'waiting'").await, 4, "another idea's");
    square.telling.stop(crowd[0], Some(square.idea.id)).await.unwrap();
    square.telling.stop(crowd[1], None).await.unwrap();
    square.announce("MORE").await;
    square.tell_all().await;
    let mut letters = square.letters().await;
    letters.retain(|(to, _)| to.starts_with("crowd"));
    let third = "crowd-3@example.org".to_owned();
    assert_eq!(letters, [(third.clone(), "NEWS all en".to_owned()), (third, "MORE all en".to_owned())]);
}

async fn what_is_hidden_is_its_authors_alone(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(3).await;
    square.announce("NEWS").await;
    square.run("UPDATE idea SET hidden_at = 1").await;
    square.tell_all().await;
    let letters = square.letters().await;
    assert_eq!(letters.iter().map(|(_, subject)| subject.as_str()).collect::<Vec<_>>(), ["NEWS own en"]);
    let stranger = square.stage.citizen().await;
    square.run("UPDATE tally SET listed = FALSE").await;
    let heard = square.telling.follow(&stranger, square.idea.id, true).await.unwrap();
    assert_eq!(heard, Heard::NotFound, "what one may not see can't be followed");
}

async fn letters_that_were_given_up_are_tried_again(kind: Kind) {
    use folkmoot_common::Outbox as _;

    let square = Square::open(kind).await;
    square.crowd(3).await;
    square.announce("NEWS").await;
    assert_eq!(square.step(500, MANY).await, Stepped::Told(4));
    let now = square.now();
    let claimed = square.store.claim(now, now, MANY).await.unwrap();
    for letter in &claimed[..3] {
        square.store.failed(letter.id, "no such mailbox", None).await.unwrap();
    }
    let dead = square.store.dead(10).await.unwrap();
    assert_eq!(dead.len(), 3);
    assert!(dead.iter().all(|letter| letter.last_error.as_deref() == Some("no such mailbox")));
    assert_eq!(square.store.revive(Some(dead[0].id), now).await.unwrap(), 1);
    assert_eq!(square.store.revive(Some(dead[0].id), now).await.unwrap(), 0, "once");
    assert_eq!(square.store.revive(Some(claimed[3].id), now).await.unwrap(), 0, "only what was given up");
    assert_eq!(square.store.revive(None, now).await.unwrap(), 2);
    let again = square.store.claim(now, now, MANY).await.unwrap();
    assert_eq!(again.iter().filter(|letter| letter.attempts == 1).count(), 3, "from the start");
}
