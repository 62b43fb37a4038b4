//! Folkmoot.
pub mod import;
