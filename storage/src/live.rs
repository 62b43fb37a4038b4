//! The megaphone: tallies on the move, inside one node and between several.
//!
//! Nothing is decided here and nothing is kept here that the database doesn't have. `memory` serves one node; `redis`
//! carries the same to others. Both hand changes to the same hub, where listeners wait.

mod hub;
mod memory;
mod publish;
mod redis;

pub use memory::MemoryLive;
pub use redis::{RedisAddress, RedisLive};
