//! Page by page: nothing doubles, nothing is left out, nothing grows without bound.

use std::collections::HashSet;

use folkmoot_common::{Id as _, Outbox as _};
use folkmoot_replies::{Stepped, TellingStore as _};
use folkmoot_tests::database::Kind;
use futures::future::join_all;

use super::square::{MANY, Square};

on_both!(
    many_tellers_tell_everybody_once,
    a_step_that_is_killed_has_told_nobody,
    no_more_is_told_than_leaves,
    news_of_one_idea_keeps_its_order,
    nobody_reads_the_second_before_the_first,
    what_somebody_waits_for_goes_first
);

async fn many_tellers_tell_everybody_once(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(200).await;
    square.announce("NEWS").await;
    let tellers = join_all((0..6).map(|_| async {
        // An empty hand may only mean that another is at it.
        while square.count("mailing WHERE done_at IS NULL").await > 0 {
            square.step(7, MANY).await;
        }
    }));
    tellers.await;
    assert_eq!(square.step(7, MANY).await, Stepped::Nothing);
    let letters = square.letters().await;
    assert_eq!(letters.len(), 201, "everybody in the crowd, and the author");
    assert_eq!(letters.iter().collect::<HashSet<_>>().len(), 201, "each once");
    assert_eq!(letters.iter().filter(|(_, subject)| subject == "NEWS own en").count(), 1);
    assert_eq!(square.count("mailing WHERE done_at IS NULL").await, 0);
}

async fn a_step_that_is_killed_has_told_nobody(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(20).await;
    square.announce("NEWS").await;
    assert_eq!(square.step(7, MANY).await, Stepped::Told(7));
    let cut = if square.is_postgres() {
        "CREATE TRIGGER cut BEFORE UPDATE ON mailing FOR EACH ROW EXECUTE FUNCTION it_only_grows()"
    } else {
        "CREATE TRIGGER cut BEFORE UPDATE ON mailing BEGIN SELECT RAISE(ABORT, 'cut'); END"
    };
    square.run(cut).await;
    let now = square.now();
    let digests = folkmoot_replies::NextDigests { daily: now, weekly: now };
    let step = folkmoot_replies::TellingStep { people: 7, full: MANY, now, digests };
    assert!(square.store.step(step).await.is_err(), "its letters are written, and whom it has reached is not");
    assert_eq!(square.count("outbox").await, 7, "so they are not written either");
    square.run(if square.is_postgres() { "DROP TRIGGER cut ON mailing" } else { "DROP TRIGGER cut" }).await;
    square.tell_all().await;
    let letters = square.letters().await;
    assert_eq!((letters.len(), letters.iter().collect::<HashSet<_>>().len()), (21, 21));
}

async fn no_more_is_told_than_leaves(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(100).await;
    square.announce("NEWS").await;
    let mut sent = HashSet::new();
    loop {
        match square.step(7, 20).await {
            Stepped::Nothing => break,
            Stepped::Told(_) => {}
            Stepped::Full => {
                let now = square.now();
                for letter in square.store.claim(now, now.plus(std::time::Duration::from_secs(60)), MANY).await.unwrap()
                {
                    square.store.sent(letter.id, now).await.unwrap();
                    assert!(sent.insert(letter.mail.to), "nobody twice");
                }
            }
        }
        let waiting = square.count("outbox WHERE state = 'waiting'").await;
        assert!(waiting < 27, "{waiting} wait");
    }
    let rest = square.letters().await;
    assert_eq!(sent.len() + rest.len(), 101);
}

async fn news_of_one_idea_keeps_its_order(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(10).await;
    let other = square.stage.idea(&square.author, "A bench at the river").await;
    square.announce("ONE").await;
    square.announce("TWO").await;
    square.announce_of(other.id, "ELSEWHERE").await;
    assert_eq!(square.step(4, MANY).await, Stepped::Told(4), "the first begins");
    assert_eq!(square.step(4, MANY).await, Stepped::Told(1), "another idea's news is not kept waiting by it");
    assert_eq!(square.count("mailing WHERE done_at IS NOT NULL").await, 1);
    square.tell_all().await;
    let letters = square.letters().await;
    for number in 1..=10 {
        let mine: Vec<&str> = letters
            .iter()
            .filter(|(to, _)| *to == format!("crowd-{number}@example.org"))
            .map(|(_, subject)| subject.as_str())
            .collect();
        assert_eq!(mine, ["ONE all en", "TWO all en"]);
    }
}

async fn nobody_reads_the_second_before_the_first(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(3).await;
    square.announce("ONE").await;
    square.announce("TWO").await;
    square.tell_all().await;
    let (now, minute) = (square.now(), std::time::Duration::from_secs(60));
    let first = square.store.claim(now, now.plus(minute), 2).await.unwrap();
    let held = |subject: &str, claimed: &[folkmoot_common::PostedMail]| {
        claimed.iter().all(|letter| letter.mail.subject.starts_with(subject))
    };
    assert!(first.len() == 2 && held("ONE", &first));
    // Another node finds the others' first, and nobody's second, whatever became of who claimed the first two.
    let others = square.store.claim(now, now.plus(minute), MANY).await.unwrap();
    assert!(others.len() == 2 && held("ONE", &others), "{others:?}");
    assert!(square.store.claim(now, now.plus(minute), MANY).await.unwrap().is_empty());
    square.store.sent(first[0].id, now).await.unwrap();
    square.store.failed(first[1].id, "no such mailbox", None).await.unwrap();
    let second = square.store.claim(now, now.plus(minute), MANY).await.unwrap();
    assert!(second.len() == 2 && held("TWO", &second), "what is sent or given up keeps nobody waiting: {second:?}");
    square.clock.advance(minute * 2);
    let later = square.now();
    let again = square.store.claim(later, later.plus(minute), MANY).await.unwrap();
    assert_eq!((again.iter().filter(|letter| letter.mail.subject.starts_with("ONE")).count(), again.len()), (2, 4));
}

async fn what_somebody_waits_for_goes_first(kind: Kind) {
    let square = Square::open(kind).await;
    square.crowd(30).await;
    square.announce("NEWS").await;
    square.tell_all().await;
    let letters = square.letters().await;
    assert_eq!(letters.len(), 31);
    let sources = &square.stage.sources;
    let (address, browser) = (folkmoot_people::Email::parse("ada@example.org").unwrap(), sources.secret());
    square.stage.people.ask(address, &browser, None, None, &Bare).await.unwrap();
    let now = square.now();
    let first = square.store.claim(now, now.plus(std::time::Duration::from_secs(1)), 1).await.unwrap();
    assert_eq!(first[0].mail.to, "ada@example.org", "a letter that lets somebody in waits behind no news");
    assert!(first[0].footing.is_none());
    let next = square.store.claim(now, now.plus(std::time::Duration::from_secs(1)), 1).await.unwrap();
    assert_eq!(next[0].footing.as_ref().unwrap().idea.unwrap().uuid(), square.idea.id.uuid());
}

/// Letters without a word too many.
struct Bare;

impl folkmoot_people::LetterWords for Bare {
    fn path(&self, path: &str) -> String {
        path.to_owned()
    }

    fn sign_in(&self, facts: &folkmoot_people::SignInFacts<'_>) -> folkmoot_people::Written {
        folkmoot_people::Written { subject: facts.site.to_owned(), text: facts.link.to_owned() }
    }

    fn invitation(&self, facts: &folkmoot_people::InvitationFacts<'_>) -> folkmoot_people::Written {
        folkmoot_people::Written { subject: facts.site.to_owned(), text: facts.link.to_owned() }
    }
}
