//! News reaches everybody whom it concerns, once and in order, however many tell it at once, and nobody who doesn't want it.

mod choices;
mod digests;
mod pages;
mod square;
mod taken_back;

pub(super) use square::{news, telling_over};
