//! The tables as SeaORM sees them. Private to this crate: each is turned into a domain value beside its noun.
