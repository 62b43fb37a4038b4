//! What every store promises, told once and kept on both databases.

mod people;
