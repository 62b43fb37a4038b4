//! What the site is called and where people write, for whoever writes letters: it may change while the program runs, so
//! nobody keeps a copy.

use std::sync::Arc;

use crate::Address;

/// What stands over the door.
pub trait Signboard: Send + Sync {
    /// What the board is called, on one line.
    fn name(&self) -> String;

    /// Where people write when something is wrong.
    fn contact(&self) -> Address;
}

/// A board that always says the same.
#[derive(Debug, Clone)]
pub struct Painted {
    name: String,
    contact: Address,
}

impl Painted {
    /// With this name and this address.
    #[must_use]
    pub fn board(name: &str, contact: &str) -> Arc<dyn Signboard> {
        Arc::new(Self { name: name.to_owned(), contact: Address::parsed(contact.to_owned()) })
    }
}

impl Signboard for Painted {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn contact(&self) -> Address {
        self.contact.clone()
    }
}
