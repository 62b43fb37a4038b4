//! Every story about the whole house, in one program.

mod browser;
mod contract;
mod house;
mod importing;
mod migrations;
mod servers;
mod stories;
