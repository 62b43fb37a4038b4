//! Letters leave once: each is one worker's at a time, and none is forgotten before it is sent or given up.

use std::collections::HashSet;

use folkmoot_common::{MailState, Outbox as _};
use folkmoot_tests::contract;
use futures::future::join_all;

use super::{Bare, DAY, MINUTE, MOMENT, Town, email};

async fn posted(town: &Town, letters: u32) {
    for number in 0..letters {
        town.people.ask(email(&format!("p{number}@example.org")), &town.browser(), None, None, &Bare).await.unwrap();
    }
}

contract! {
    async fn eight_workers_share_the_letters_out(store: Store) {
        let town = Town::over(store);
        posted(&town, 60).await;
        let now = town.sources.now();
        let until = now.plus(MINUTE);

        let workers = join_all((0..8).map(|_| {
            let store = town.store.clone();
            tokio::spawn(async move {
                let mut mine = Vec::new();
                // PostgreSQL passes over what others hold: an empty hand may only mean that they are quicker.
                for _ in 0..40 {
                    mine.extend(store.claim(now, until, 3).await.unwrap());
                }
                mine
            })
        }))
        .await;

        let taken: Vec<_> = workers.into_iter().flat_map(|worker| worker.unwrap()).collect();
        assert_eq!(taken.len(), 60, "no letter twice");
        assert_eq!(taken.iter().map(|letter| letter.id).collect::<HashSet<_>>().len(), 60, "and every letter");
        assert!(taken.iter().all(|letter| letter.attempts == 1 && letter.state == MailState::Waiting));
        assert!(town.store.claim(now, until, 100).await.unwrap().is_empty());
        assert_eq!(town.store.claim(until, until.plus(MINUTE), 100).await.unwrap().len(), 60, "a dead worker's come back");
    }

    async fn a_letter_is_sent_tried_again_or_given_up(store: Store) {
        let town = Town::over(store);
        posted(&town, 3).await;
        let now = town.sources.now();
        let until = now.plus(MINUTE);
        assert_eq!(town.store.waiting().await.unwrap(), 3);
        assert_eq!(town.store.claim(now, until, 2).await.unwrap().len(), 2, "no more than wanted");
        let rest = town.store.claim(now, until, 2).await.unwrap();
        assert_eq!(rest.len(), 1);
        assert!(rest[0].mail.text.contains("/sign-in/link/"));
        let ids: Vec<_> = town.store.newest(10).await.unwrap().iter().map(|letter| letter.id).collect();

        town.store.sent(ids[0], now).await.unwrap();
        town.store.failed(ids[0], "late news from a slower worker", Some(now)).await.unwrap();
        town.store.failed(ids[1], "the server\0 is full", Some(now.plus(MINUTE * 5))).await.unwrap();
        town.store.failed(ids[2], &"no such mailbox ".repeat(100), None).await.unwrap();

        assert_eq!(town.store.waiting().await.unwrap(), 1);
        assert!(town.store.claim(now.plus(MINUTE * 5 - MOMENT), until, 10).await.unwrap().is_empty());
        let again = town.store.claim(now.plus(MINUTE * 5), now.plus(MINUTE * 6), 10).await.unwrap();
        assert_eq!(again.iter().map(|letter| (letter.id, letter.attempts)).collect::<Vec<_>>(), [(ids[1], 2)]);
        let states: Vec<_> = town.store.newest(10).await.unwrap().iter().map(|letter| letter.state).collect();
        assert_eq!(states, [MailState::Sent, MailState::Waiting, MailState::Dead]);

        town.pass(DAY * 2);
        town.people.forget_expired().await.unwrap();
        assert_eq!(town.store.newest(10).await.unwrap().len(), 2, "a sent letter is forgotten after a day");
        town.pass(DAY * 30);
        town.people.forget_expired().await.unwrap();
        let left: Vec<_> = town.store.newest(10).await.unwrap().iter().map(|letter| letter.state).collect();
        assert_eq!(left, [MailState::Waiting], "what was never sent waits for ever");
    }
}
