//! What the nets stand on: one person of each role, things in every state that matters, and the schema as it is
//! published. States that no act reaches yet (hidden, held, rejected) are written into the database as the act will.

mod cases;
mod cast;
mod schema;
mod socket;
mod things;

pub(crate) use cast::{Answer, Cast, Player, Who};
pub(crate) use schema::Schema;
pub(crate) use socket::Ear;
pub(crate) use things::{Made, State, Workshop, global};
