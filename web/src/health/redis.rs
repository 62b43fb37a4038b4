//! Whether Redis answers, asked on a line of its own: the megaphone's line says nothing of itself, and need not.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use url::Url;

use super::Part;

/// How long Redis may take.
const PATIENCE: Duration = Duration::from_millis(500);
const PORT: u16 = 6_379;

/// One question. Any answer will do, also that a password is wanted; over TLS an open door must do.
pub(super) async fn look(url: &str) -> Part {
    if url.is_empty() {
        return Part::None;
    }
    let Some((host, port, plain)) = place(url) else { return Part::None };
    match tokio::time::timeout(PATIENCE, ask(&host, port, plain)).await {
        Ok(Ok(())) => Part::Ok,
        Ok(Err(_)) | Err(_) => Part::Unreachable,
    }
}

/// Host, port, and whether it speaks without TLS; nothing for a socket in the file system.
pub(super) fn place(url: &str) -> Option<(String, u16, bool)> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?.trim_matches(['[', ']']).to_owned();
    match url.scheme() {
        "redis" => Some((host, url.port().unwrap_or(PORT), true)),
        "rediss" => Some((host, url.port().unwrap_or(PORT), false)),
        _ => None,
    }
}

async fn ask(host: &str, port: u16, plain: bool) -> std::io::Result<()> {
    let mut stream = TcpStream::connect((host, port)).await?;
    if plain {
        stream.write_all(b"PING\r\n").await?;
        stream.read_u8().await?;
    }
    Ok(())
}
