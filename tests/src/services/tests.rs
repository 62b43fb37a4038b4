//! The servers themselves: they answer, come back after a kill, and are gone with their value.

use std::net::TcpStream;

use super::{Postgres, Redis};

fn address(url: &str) -> String {
    url.split('@').next_back().unwrap().trim_start_matches("redis://").trim_end_matches('/').to_owned()
}

#[test]
fn a_redis_comes_back_after_a_kill_and_is_gone_when_dropped() {
    let mut redis = Redis::start().unwrap();
    let address = address(&redis.url());
    TcpStream::connect(&address).unwrap();
    redis.kill();
    TcpStream::connect(&address).expect_err("it was killed");
    redis.start_again().unwrap();
    TcpStream::connect(&address).unwrap();
    drop(redis);
    TcpStream::connect(&address).expect_err("it was dropped");
}

#[test]
fn a_postgres_comes_back_after_a_kill_and_is_gone_when_dropped() {
    let mut postgres = Postgres::start().unwrap();
    let address = address(&postgres.url());
    TcpStream::connect(&address).unwrap();
    postgres.kill();
    postgres.start_again().unwrap();
    TcpStream::connect(&address).unwrap();
    let folder = postgres.folder.path().to_owned();
    assert!(folder.exists());
    drop(postgres);
    TcpStream::connect(&address).expect_err("it was dropped");
    assert!(!folder.exists(), "its folder should go with it");
}
