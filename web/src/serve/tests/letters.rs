//! Letters leave by SMTP, and wait when they can't.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use folkmoot_common::MailState;
use folkmoot_people::Email;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::world::World;

/// A mail server that takes everything, and what it took.
async fn sink() -> (String, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let taken = Arc::new(Mutex::new(String::new()));
    let copy = Arc::clone(&taken);
    tokio::spawn(async move {
        loop {
            let (stream, _peer) = listener.accept().await.unwrap();
            tokio::spawn(take(stream, Arc::clone(&copy)));
        }
    });
    (url, taken)
}

async fn take(stream: TcpStream, taken: Arc<Mutex<String>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await.unwrap();
    let mut in_letter = false;
    while let Ok(Some(line)) = lines.next_line().await {
        if in_letter && line != "." {
            taken.lock().unwrap().push_str(&format!("{line}\n"));
            continue;
        }
        let reply = match (in_letter, line.as_str()) {
            (false, "DATA") => "354 go on\r\n",
            (false, "QUIT") => "221 bye\r\n",
            _ => "250 fine\r\n",
        };
        in_letter = line == "DATA";
        if write.write_all(reply.as_bytes()).await.is_err() {
            break;
        }
    }
}

async fn ask(world: &World) {
    let browser = world.site.sources.secret();
    world
        .site
        .people
        .ask(Email::parse("ada@example.org").unwrap(), &browser, None, None, &crate::words::Words::english())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_letter_leaves_within_seconds_and_once() {
    let (url, taken) = sink().await;
    let world = World::open(|config| config.mail.smtp_url = url.into()).await;
    ask(&world).await;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        if world.site.outbox.newest(1).await.unwrap()[0].state == MailState::Sent {
            break;
        }
    }
    assert_eq!(world.site.outbox.newest(1).await.unwrap()[0].state, MailState::Sent);
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    let taken = taken.lock().unwrap();
    assert_eq!(taken.matches("To: ada@example.org").count(), 1, "{taken}");
    assert!(taken.contains("From: ") && taken.contains("Message-ID: <"), "{taken}");
}

#[tokio::test]
async fn a_letter_that_cannot_leave_waits() {
    let world = World::open(|config| config.mail.smtp_url = "smtp://127.0.0.1:1".into()).await;
    ask(&world).await;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        if world.site.outbox.newest(1).await.unwrap()[0].attempts > 0 {
            break;
        }
    }
    let letter = world.site.outbox.newest(1).await.unwrap().remove(0);
    assert!(letter.attempts > 0 && letter.state == MailState::Waiting, "{letter:?}");
}
