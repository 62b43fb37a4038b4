//! Each step that can fail is told apart.

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

use super::*;

/// A mail server that takes everything but the command that begins so.
async fn server(refused: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _peer) = listener.accept().await.unwrap();
            tokio::spawn(talk(stream, refused));
        }
    });
    address.to_string()
}

async fn talk(stream: tokio::net::TcpStream, refused: &'static str) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let greeting = if refused == "greeting" { "554 go away\r\n" } else { "220 hello\r\n" };
    write.write_all(greeting.as_bytes()).await.ok()?;
    let mut in_data = false;
    while let Some(line) = lines.next_line().await.ok()? {
        let answer = match line.as_str() {
            "." => "250 taken\r\n",
            _ if in_data => continue,
            line if !refused.is_empty() && line.starts_with(refused) => "550 not here\r\n",
            line if line.starts_with("EHLO") => "250-me\r\n250 AUTH PLAIN\r\n",
            line if line.starts_with("AUTH") => "235 welcome\r\n",
            "DATA" => "354 go on\r\n",
            _ => "250 fine\r\n",
        };
        in_data = (in_data || line == "DATA") && line != ".";
        write.write_all(answer.as_bytes()).await.ok()?;
    }
    Some(())
}

async fn walk(url: &str) -> Vec<(Stage, Went)> {
    let paper = super::super::tests::paper();
    let message = paper.message(&super::super::tests::letter());
    let mut line = Line::read(url).unwrap();
    let mut seen = Vec::new();
    for stage in line::STAGES {
        seen.push((stage, line.take(stage, message.as_ref()).await));
        if matches!(seen.last(), Some((_, Went::Wrong(_)))) {
            break;
        }
    }
    seen
}

async fn fails_at(url: &str) -> Stage {
    let seen = walk(url).await;
    let (stage, went) = seen.last().unwrap();
    assert!(matches!(went, Went::Wrong(_)), "{seen:?}");
    *stage
}

#[tokio::test]
async fn a_good_server_takes_the_letter() {
    let seen = walk(&format!("smtp://a:b@{}", server("").await)).await;
    assert_eq!(seen.last(), Some(&(Stage::Sent, Went::Well)), "{seen:?}");
    assert!(
        seen.contains(&(Stage::Encrypts, Went::NotAsked)) && seen.contains(&(Stage::Login, Went::Well)),
        "{seen:?}"
    );
}

#[tokio::test]
async fn what_is_wrong_is_told_apart() {
    assert_eq!(fails_at("smtp://no-such-host.invalid").await, Stage::Resolves);
    assert_eq!(fails_at("smtp://127.0.0.1:1").await, Stage::Connects);
    assert_eq!(fails_at(&format!("smtp://{}", server("greeting").await)).await, Stage::Greets);
    assert_eq!(fails_at(&format!("smtp://{}?tls=required", server("").await)).await, Stage::Encrypts);
    assert_eq!(fails_at(&format!("smtp://a:b@{}", server("AUTH").await)).await, Stage::Login);
    assert_eq!(fails_at(&format!("smtp://{}", server("MAIL FROM").await)).await, Stage::Sender);
    assert_eq!(fails_at(&format!("smtp://{}", server("RCPT TO").await)).await, Stage::Sent);
}
