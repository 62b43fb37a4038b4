//! Letters as they leave, and the pace of trying again.

use folkmoot_common::{Id as _, Mail, MailId, MailState, Timestamp};

use super::*;

fn letter() -> PostedMail {
    let at = Timestamp::from_millis(1);
    let mail = Mail { to: "ada@example.org".to_owned(), subject: "Grüße".to_owned(), text: "Hello\n".to_owned() };
    PostedMail { id: MailId::mint(at, [1; 10]), mail, created_at: at, attempts: 0, state: MailState::Waiting }
}

#[test]
fn a_letter_has_one_id_at_every_try() {
    let from: Mailbox = "Folkmoot <no-reply@example.org>".parse().unwrap();
    let sent = message(&letter(), &from, "ideas.example.org:8080").unwrap().formatted();
    let sent = String::from_utf8(sent).unwrap();
    assert!(sent.contains(&format!("Message-ID: <{}@ideas.example.org>", letter().id)), "{sent}");
    assert!(sent.contains("Auto-Submitted: auto-generated"), "{sent}");
    assert!(sent.contains("To: ada@example.org"), "{sent}");
}

#[test]
fn no_line_break_gets_into_a_header() {
    let from: Mailbox = "no-reply@example.org".parse().unwrap();
    let mut letter = letter();
    letter.mail.subject = "Hello\r\nBcc: eve@example.org".to_owned();
    let sent = String::from_utf8(message(&letter, &from, "x").unwrap().formatted()).unwrap();
    assert!(!sent.contains("\r\nBcc:"), "{sent}");
    letter.mail.to = "ada@example.org\r\nBcc: eve@example.org".to_owned();
    assert!(message(&letter, &from, "x").is_err());
}

#[test]
fn trying_again_takes_longer_each_time_and_ends() {
    let waits: Vec<u64> = (1..=6).map_while(wait).map(|wait| wait.as_secs()).collect();
    assert_eq!(waits, [5, 30, 120, 600, 3_600]);
}

#[test]
fn a_mail_server_is_checked_without_printing_its_password() {
    assert!(check("smtp://user:pw@mail.example.org:587?tls=required").is_ok());
    assert!(check("smtps://user:pw@mail.example.org").is_ok());
    let said = check("smtp://user:hunter2@mail.example.org?tls=sometimes").unwrap_err();
    assert!(!said.contains("hunter2"));
}

#[test]
fn only_our_own_links_can_be_clicked() {
    let linked = |line| page::linked(line, "http://x");
    assert_eq!(linked("Open http://x/a?b=1&c"), "Open <a href=\"http://x/a?b=1&amp;c\">http://x/a?b=1&amp;c</a>");
    assert_eq!(linked("http://x.evil/ <b>"), "http://x.evil/ &lt;b&gt;");
}

#[tokio::test]
async fn a_server_that_falls_silent_stops_no_mail() {
    use tokio::io::AsyncWriteExt as _;

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut open = Vec::new();
        loop {
            let (mut stream, _peer) = listener.accept().await.unwrap();
            stream.write_all(b"220 hello\r\n").await.unwrap();
            open.push(stream);
        }
    });
    let from: Mailbox = "no-reply@example.org".parse().unwrap();
    let message = message(&letter(), &from, "x").unwrap();
    let postman = postman(&url).unwrap();
    let handed = hand_over(&postman, message, Duration::from_millis(300));
    let why = tokio::time::timeout(Duration::from_secs(5), handed).await.expect("it waits for ever").unwrap_err();
    assert!(why.contains("did not answer"), "{why}");
}
