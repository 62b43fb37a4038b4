//! What pages in memory stand and fall with: asked over a line of its own.

use std::time::Duration;

use folkmoot_common::{Id as _, Language, PersonId, Sources};
use folkmoot_people::PersonStore as _;
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase};
use futures::future::join_all;
use sea_orm::{ConnectionTrait as _, Database, TransactionTrait as _};
use tokio::time::{sleep, timeout};

/// Every connection that others work on is held by somebody who waits: whether anything was changed is answered all the same.
async fn is_told_while_everybody_waits(kind: Kind) {
    let database = OwnDatabase::migrated(kind).await;
    let store = Store::open(database.url(), 2).await.unwrap();
    let (sources, raw) = (Sources::system(), Database::connect(database.url()).await.unwrap());
    let tx = raw.begin().await.unwrap();
    let hold = match kind {
        Kind::Postgres => "LOCK TABLE person IN ACCESS EXCLUSIVE MODE",
        Kind::Sqlite => "UPDATE person SET name = name",
    };
    tx.execute_unprepared(hold).await.unwrap();

    let nobody = PersonId::mint(sources.now(), [7; 10]);
    let waiting = join_all((0..4).map(|_| store.speak(nobody, Language::english())));
    let asking = async {
        // They have taken every connection by now, and wait for two seconds at the least.
        sleep(Duration::from_millis(300)).await;
        for _ in 0..2 {
            timeout(Duration::from_secs(1), store.stamp()).await.expect("nobody stands before it").unwrap();
        }
        let next = timeout(Duration::from_millis(300), store.next_by_the_clock(sources.now()));
        assert_eq!(next.await.expect("nor before this").unwrap(), None);
        tx.rollback().await.unwrap();
    };
    let (_waited, ()) = tokio::join!(waiting, asking);
}

on_both!(is_told_while_everybody_waits);
