//! Every story about the whole house, in one program.

mod attacks;
mod authorization;
mod browser;
mod contract;
mod door;
mod faults;
mod house;
mod importing;
mod migrations;
mod nets;
mod plans;
mod refusals;
mod replays;
mod servers;
mod statements;
mod stories;
mod surfaces;
