//! A served listener, spoken to byte by byte: what is slow, too large, foreign or broken is answered calmly, and every
//! answer carries the security headers.

mod door;
mod graphql;
mod letters;
mod limits;
mod pace;
mod sockets;
mod streams;
mod world;
