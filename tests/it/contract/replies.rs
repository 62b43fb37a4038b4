//! What promises, departments and answers keep, on both databases.

mod answering;
mod clock;
mod delivering;
mod growth;
mod hall;
mod routing;
mod templates;
mod watching;
mod whole_way;
