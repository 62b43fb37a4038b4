//! The service: what its acts share. Each act stands in a file of its own.

use std::sync::Arc;

use folkmoot_common::Sources;

use crate::{Letterhead, PeopleStore};

/// Everything people do with their own account. Cheap to clone.
#[derive(Clone)]
pub struct People {
    pub(crate) store: Arc<dyn PeopleStore>,
    pub(crate) sources: Sources,
    pub(crate) letterhead: Arc<Letterhead>,
}

impl People {
    /// The service over a store. The letterhead says whose site it is, and where.
    #[must_use]
    pub fn new(store: Arc<dyn PeopleStore>, sources: Sources, letterhead: Letterhead) -> Self {
        Self { store, sources, letterhead: Arc::new(letterhead) }
    }
}
