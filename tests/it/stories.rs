//! Stories about people, each told in three houses: SQLite, PostgreSQL, and PostgreSQL with Redis and two nodes. At the end
//! of each, every tally equals its rows.

mod account;
mod answering;
mod answering_by_api;
mod answers;
mod comments;
mod drafts;
mod editing;
mod finding;
mod kept;
mod labels;
mod leaving;
mod links;
mod live;
mod mail;
mod openness;
mod own_page;
mod packs;
mod reports;
mod retries;
mod review;
mod settings;
mod settings_by_api;
mod signing_in;
mod starting;
mod threads;
mod told;
mod voting;
mod watching;
