//! Small things that share a statement: what is asked while an answer is being fetched waits here, and is fetched in one go
//! with everything else that came meanwhile. Whoever is alone waits for nobody. What is to be written down can stand in line
//! likewise, where it does no harm that nothing is written for whoever left before their turn.
//!
//! It keeps nothing. An answer is never older than its question, because nobody joins a fetch that has begun.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use folkmoot_common::StorageError;
use tokio::sync::oneshot;

use crate::silence::in_time;

/// Questions that share one statement, at the most.
const SHARED: usize = 512;

/// Questions that may wait; beyond it people are asked to try again in a moment.
const ROOM: usize = 8_192;

/// Who waits to know what is found under `K`.
pub(crate) struct Together<K, V>(Arc<Mutex<Line<K, V>>>);

struct Line<K, V> {
    waiting: Vec<Asked<K, V>>,
    fetching: bool,
}

struct Asked<K, V> {
    key: K,
    answer: oneshot::Sender<Result<Option<V>, StorageError>>,
}

impl<K, V> Together<K, V>
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// What is found under this key. `fetch` finds all of some keys; whoever comes first does it for the others.
    pub(crate) async fn ask<F, Found>(&self, key: K, fetch: F) -> Result<Option<V>, StorageError>
    where
        F: Fn(Vec<K>) -> Found + Send + Sync + 'static,
        Found: Future<Output = Result<HashMap<K, V>, StorageError>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        if let Some(turn) = self.stand_in_line(Asked { key, answer })? {
            // A task of its own: the others get their answers when whoever came first has gone away.
            tokio::spawn(turn.serve(fetch));
        }
        answered.await.unwrap_or_else(|_gone| Err(StorageError::Unavailable("nobody fetched it".into())))
    }

    /// The turn to fetch, if nobody is fetching.
    fn stand_in_line(&self, asked: Asked<K, V>) -> Result<Option<Turn<K, V>>, StorageError> {
        let mut line = lock(&self.0);
        if line.waiting.len() >= ROOM {
            return Err(StorageError::Busy);
        }
        line.waiting.push(asked);
        let idle = !line.fetching;
        line.fetching = true;
        Ok(idle.then(|| Turn { line: Arc::clone(&self.0), over: false }))
    }
}

/// The turn to fetch for everybody in line.
struct Turn<K, V> {
    line: Arc<Mutex<Line<K, V>>>,
    over: bool,
}

impl<K: Clone + Eq + Hash, V: Clone> Turn<K, V> {
    async fn serve<F, Found>(mut self, fetch: F)
    where
        F: Fn(Vec<K>) -> Found,
        Found: Future<Output = Result<HashMap<K, V>, StorageError>>,
    {
        while let Some(asked) = self.next() {
            match in_time(fetch(asked.iter().map(|one| one.key.clone()).collect())).await {
                // One that can't be read must not hide its neighbours: each alone.
                Err(StorageError::Failed(_)) if asked.len() > 1 => {
                    for one in asked {
                        let found = in_time(fetch(vec![one.key.clone()])).await;
                        one.hear(&found);
                    }
                }
                found => asked.into_iter().for_each(|one| one.hear(&found)),
            }
        }
    }

    /// Those who still wait. When there are none the turn is over, in the same moment: the next who asks begins one.
    fn next(&mut self) -> Option<Vec<Asked<K, V>>> {
        let mut line = lock(&self.line);
        line.waiting.retain(|one| !one.answer.is_closed());
        let some = line.waiting.len().min(SHARED);
        self.over = some == 0;
        line.fetching = !self.over;
        (!self.over).then(|| line.waiting.drain(..some).collect())
    }
}

impl<K, V> Drop for Turn<K, V> {
    /// However a turn ends, nobody is left waiting and the next who asks begins another.
    fn drop(&mut self) {
        if !self.over {
            let mut line = lock(&self.line);
            line.fetching = false;
            line.waiting.clear();
        }
    }
}

impl<K: Eq + Hash, V: Clone> Asked<K, V> {
    /// Whoever asked may have gone.
    fn hear(self, found: &Result<HashMap<K, V>, StorageError>) {
        let own = found.as_ref().map(|found| found.get(&self.key).cloned()).map_err(StorageError::to_another);
        drop(self.answer.send(own));
    }
}

impl<K, V> Clone for Together<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, V> Default for Together<K, V> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Line { waiting: Vec::new(), fetching: false })))
    }
}

impl<K, V> fmt::Debug for Together<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Together")
    }
}

fn lock<K, V>(line: &Mutex<Line<K, V>>) -> MutexGuard<'_, Line<K, V>> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::sync::Semaphore;

    use super::*;

    type Found = Result<HashMap<u32, u32>, StorageError>;

    /// Finds every even number, one fetch at a time as the gate lets it, and counts the fetches.
    #[derive(Clone)]
    struct Book {
        gate: Arc<Semaphore>,
        fetches: Arc<AtomicUsize>,
    }

    impl Book {
        fn with(permits: usize) -> Self {
            Self { gate: Arc::new(Semaphore::new(permits)), fetches: Arc::default() }
        }

        async fn fetch(self, keys: Vec<u32>) -> Found {
            self.fetches.fetch_add(1, Ordering::SeqCst);
            self.gate.acquire().await.unwrap().forget();
            assert!(!keys.contains(&13), "an unlucky bug");
            if keys.contains(&7) {
                return Err(StorageError::corrupt("a seven"));
            }
            Ok(keys.into_iter().filter(|key| key % 2 == 0).map(|key| (key, key * 10)).collect())
        }

        fn asked(
            &self,
            line: &Together<u32, u32>,
            key: u32,
        ) -> tokio::task::JoinHandle<Result<Option<u32>, StorageError>> {
            let (line, book) = (line.clone(), self.clone());
            tokio::spawn(async move { line.ask(key, move |keys| book.clone().fetch(keys)).await })
        }

        async fn settle(&self) {
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
        }
    }

    #[tokio::test]
    async fn those_who_come_meanwhile_share_the_next_fetch() {
        let (line, book) = (Together::default(), Book::with(0));
        let first = book.asked(&line, 2);
        book.settle().await;
        let others = [4, 5, 4].map(|key| book.asked(&line, key));
        book.settle().await;
        book.gate.add_permits(2);
        assert_eq!(first.await.unwrap().unwrap(), Some(20));
        for (other, found) in others.into_iter().zip([Some(40), None, Some(40)]) {
            assert_eq!(other.await.unwrap().unwrap(), found);
        }
        assert_eq!(book.fetches.load(Ordering::SeqCst), 2, "one for the first, one for all others");
    }

    #[tokio::test]
    async fn what_cannot_be_read_hides_no_neighbour() {
        let (line, book) = (Together::default(), Book::with(0));
        let all = [2, 7, 4].map(|key| book.asked(&line, key));
        book.settle().await;
        book.gate.add_permits(8);
        let [two, seven, four] = all;
        assert_eq!((two.await.unwrap().unwrap(), four.await.unwrap().unwrap()), (Some(20), Some(40)));
        assert!(matches!(seven.await.unwrap(), Err(StorageError::Failed(_))));
    }

    #[tokio::test]
    async fn a_fetch_that_panics_leaves_nobody_waiting() {
        let (line, book) = (Together::default(), Book::with(8));
        assert!(matches!(book.asked(&line, 13).await.unwrap(), Err(StorageError::Unavailable(_))));
        assert_eq!(book.asked(&line, 2).await.unwrap().unwrap(), Some(20));
    }

    #[tokio::test]
    async fn a_line_that_is_full_says_so_and_those_who_left_take_no_room() {
        let (line, book) = (Together::default(), Book::with(0));
        let first = book.asked(&line, 2);
        book.settle().await;
        let crowd = (0..ROOM).map(|_| book.asked(&line, 4)).collect::<Vec<_>>();
        book.settle().await;
        assert!(matches!(book.asked(&line, 6).await.unwrap(), Err(StorageError::Busy)));
        for one in crowd {
            one.abort();
        }
        book.gate.add_permits(2);
        assert_eq!(first.await.unwrap().unwrap(), Some(20));
        assert_eq!(book.asked(&line, 6).await.unwrap().unwrap(), Some(60));
        assert_eq!(book.fetches.load(Ordering::SeqCst), 2, "nothing is fetched for those who left");
    }

    #[tokio::test]
    async fn whoever_leaves_takes_no_answer_along() {
        let (line, book) = (Together::default(), Book::with(0));
        let first = book.asked(&line, 2);
        book.settle().await;
        let second = book.asked(&line, 4);
        book.settle().await;
        first.abort();
        book.gate.add_permits(2);
        assert_eq!(second.await.unwrap().unwrap(), Some(40));
    }
}
