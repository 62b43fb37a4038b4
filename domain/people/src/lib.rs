//! To come.
mod import;
pub use import::PastPerson;
