//! Every story about the whole house, in one program.

mod browser;
mod migrations;
mod servers;
