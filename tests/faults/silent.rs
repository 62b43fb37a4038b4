//! Clients that begin and never end, beside those that vote: half a head, half a body, and page after page that nobody reads.
//! They break nothing; that nobody else notices them is what is tried.

use std::net::SocketAddr;
use std::time::Duration;

use futures::future::try_join_all;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::sleep;

use super::hand::Slipped;
use super::house::House;

/// How many begin a head or a body, at each node; and how many ask and don't read.
const BEGIN: usize = 147;
const ASK: usize = 6;

/// Pages that each asks for and doesn't read, some twenty megabytes: more than lies between a program and its client.
const UNREAD: usize = 1_000;

/// What a client takes in unread, in bytes.
const TAKES_IN: u32 = 4_096;

/// Begins all of it and keeps it open for so long.
pub(crate) async fn begin_and_never_end(house: &House, length: Duration) -> Result<(), Slipped> {
    let urls = house.urls();
    let kinds = urls.iter().flat_map(|url| {
        let host = url.trim_start_matches("http://");
        let head = format!("GET /ideas HTTP/1.1\r\nHost: {host}\r\n");
        let body = format!(
            "POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
        );
        let unread = format!("{head}\r\n").repeat(UNREAD);
        let said = [(BEGIN, head), (BEGIN, body), (ASK, unread)];
        said.into_iter().flat_map(move |(many, words)| (0..many).map(move |_| begin(host, words.clone())))
    });
    let open = try_join_all(kinds).await?;
    sleep(length).await;
    drop(open);
    Ok(())
}

async fn begin(host: &str, words: String) -> Result<TcpStream, Slipped> {
    let address: SocketAddr = host.parse()?;
    let socket = TcpSocket::new_v4()?;
    socket.set_recv_buffer_size(TAKES_IN)?;
    let mut stream = socket.connect(address).await?;
    stream.write_all(words.as_bytes()).await?;
    Ok(stream)
}
