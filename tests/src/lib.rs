//! What the stories stand on: throwaway servers, databases of one's own, and (as the product grows) a world of people
//! who act on running nodes the way people do.
//!
//! No test here is skipped when a service is missing: it fails, and says in one line how to run it.

pub mod browser;
pub mod database;
#[path = "../faults/mod.rs"]
pub mod faults;
mod macros;
pub mod memory;
pub mod services;
pub mod setting;
pub mod smtp;
pub mod world;
