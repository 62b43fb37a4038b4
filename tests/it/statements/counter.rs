//! An ear that counts the statements which the program has PostgreSQL run; what is only prepared isn't one.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::door::Ear;

/// The statements that have passed.
#[derive(Default)]
pub(super) struct Counter(AtomicUsize);

impl Counter {
    pub(super) fn statements(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

impl Ear for Counter {
    fn client_said(&self, kind: u8, _content: &[u8]) {
        // Execute, and the simple query; Parse, Bind and Describe only prepare.
        if matches!(kind, b'E' | b'Q') {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
}
