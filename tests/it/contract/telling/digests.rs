//! Digests: everything together, in the morning, once.

use std::time::Duration;

use folkmoot_common::{Id as _, Language, PersonId, Viewer};
use folkmoot_replies::NoticePace;
use folkmoot_tests::database::Kind;
use folkmoot_votes::Choice;
use futures::future::join_all;

use super::square::Square;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

on_both!(a_digest_holds_everything_and_comes_once, a_digest_tells_nothing_that_was_stopped);

async fn supporter(square: &Square, pace: NoticePace) -> Viewer {
    let viewer = square.stage.citizen().await;
    square.cast(&viewer, Choice::Support).await;
    square.telling.choose(&viewer, pace).await.unwrap();
    viewer
}

async fn a_digest_holds_everything_and_comes_once(kind: Kind) {
    let square = Square::open(kind).await;
    let daily = supporter(&square, NoticePace::Daily).await;
    supporter(&square, NoticePace::Weekly).await;
    square.stage.people.speak(&daily, Language::from_stored("cy".to_owned())).await.unwrap();
    square.telling.choose(&square.author, NoticePace::Never).await.unwrap();
    square.announce("ONE").await;
    square.announce("TWO").await;
    square.tell_all().await;
    assert_eq!(square.letters().await, [], "nothing at once");
    assert_eq!(square.telling.post_digests().await.unwrap(), 0, "nothing before the morning");

    square.clock.advance(DAY);
    let posted = join_all((0..4).map(|_| square.telling.post_digests())).await;
    assert!(posted.iter().all(Result::is_ok), "{posted:?}");
    let mut letters = square.letters().await;
    letters.retain(|(_, subject)| subject == "DIGEST cy");
    assert_eq!(letters.len(), 1, "one letter, whoever writes it");
    assert_eq!(square.count("outbox WHERE mail LIKE '%ONE all cy, TWO all cy%'").await, 1, "with everything, in order");
    the_week_ends(&square).await;
}

async fn the_week_ends(square: &Square) {
    square.clock.advance(DAY * 7);
    while square.telling.post_digests().await.unwrap() > 0 {}
    assert_eq!(square.count("outbox WHERE mail LIKE '%ONE all en, TWO all en%'").await, 1, "the week's as well");
    assert_eq!(square.count("digest_entry").await, 0);
    assert_eq!(square.count("outbox WHERE why = 'digest'").await, 2, "and no other");
}

async fn a_digest_tells_nothing_that_was_stopped(kind: Kind) {
    let square = Square::open(kind).await;
    let (one, all, hidden) = (
        supporter(&square, NoticePace::Daily).await,
        supporter(&square, NoticePace::Daily).await,
        supporter(&square, NoticePace::Daily).await,
    );
    square.telling.choose(&square.author, NoticePace::Never).await.unwrap();
    square.announce("NEWS").await;
    square.tell_all().await;
    assert_eq!(square.count("digest_entry").await, 3);
    square.telling.stop(person(&one), Some(square.idea.id)).await.unwrap();
    square.telling.stop(person(&all), None).await.unwrap();
    assert_eq!(square.count("digest_entry").await, 1);
    square.run("UPDATE idea SET hidden_at = 1").await;
    square.clock.advance(DAY);
    while square.telling.post_digests().await.unwrap() > 0 {}
    assert_eq!(square.letters().await, [], "what was hidden meanwhile is told to nobody: {hidden:?}");
    assert_eq!(square.count("digest_entry").await, 0);
}

fn person(viewer: &Viewer) -> PersonId {
    PersonId::from_uuid(viewer.person().unwrap().uuid())
}
