//! What the nets stand on: one person of each role, things in every state that matters, and the schema as it is
//! published. A thing that is only hidden, held or rejected is written into the database as the act leaves it; what more
//! moderation does is done by its own services (`withheld.rs`, `cases.rs`).

mod cases;
mod cast;
mod council;
mod inputs;
mod schema;
mod socket;
mod things;
mod withheld;

pub(crate) use cast::{Answer, Cast, Player, Who, patiently};
pub(crate) use inputs::{ACT_ID, bare, glance, right, way_to};
pub(crate) use schema::Schema;
pub(crate) use socket::Ear;
pub(crate) use things::{Made, State, Workshop, global};
