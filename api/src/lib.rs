//! The GraphQL schema: a thin translator between API clients and the services of the domain crates. Ids are parsed, one
//! method is called, its answer is put into the API's words.
//!
//! It holds no rule, knows no database and no HTTP. Who asks comes as the request's [`folkmoot_common::Viewer`], and whether
//! they are there in person as its [`InPerson`].

mod acts;
mod campaigns;
mod comments;
mod connection;
mod context;
mod date_time;
mod error;
#[cfg(test)]
mod fakes;
mod ideas;
mod ids;
mod labels;
mod limits;
mod listening;
mod loaders;
mod look;
mod mailroom;
mod moderation;
mod node;
mod patience;
mod people;
mod replies;
mod schema;
mod telling;
mod user_error;
mod votes;

pub use acts::{Keyed, ids_of_acts};
pub use context::{Arrived, InPerson, Network, Services};
pub use error::{ApiError, Code};
pub use limits::document;
pub use mailroom::TRIAL;
pub use moderation::Metronome;
pub use patience::Patience;
pub use schema::{Mutation, Query, Schema, Subscription, schema, sdl};
pub use votes::Watch;

/// A count as GraphQL's 32-bit `Int` has it; the largest there is when it doesn't fit.
fn count(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX })
}
