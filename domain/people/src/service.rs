//! The service: what its acts share. Each act stands in a file of its own.

use std::sync::Arc;

use folkmoot_common::{Sources, Watch};

use crate::{Letterhead, PeopleStore};

/// Everything people do with their own account. Cheap to clone.
#[derive(Clone)]
pub struct People {
    pub(crate) store: Arc<dyn PeopleStore>,
    pub(crate) watch: Arc<dyn Watch>,
    pub(crate) sources: Sources,
    pub(crate) letterhead: Arc<Letterhead>,
}

impl People {
    /// The service over a store; names are looked at by this watch. The letterhead says whose site it is, and where.
    #[must_use]
    pub fn new(store: Arc<dyn PeopleStore>, watch: Arc<dyn Watch>, sources: Sources, letterhead: Letterhead) -> Self {
        Self { store, watch, sources, letterhead: Arc::new(letterhead) }
    }
}
