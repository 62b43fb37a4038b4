//! Letters as they leave, and the pace of trying again.

use folkmoot_common::{
    Footing, Id as _, Language, Mail, MailId, MailState, PersonId, PostedMail, Sources, Timestamp, Why,
};

use super::*;
use crate::config::Config;
use crate::dress::Wardrobe;
use crate::secret_key::SecretKey;
use crate::theme::Theme;
use crate::words::Words;

pub(super) fn paper() -> Paper {
    Paper {
        from: "Folkmoot <no-reply@example.org>".parse().unwrap(),
        origin: "https://ideas.example.org".to_owned(),
        host: "ideas.example.org".to_owned(),
        wardrobe: wardrobe("Tom & Co"),
        languages: Words::of_site(&["en".to_owned(), "cy".to_owned()]),
        key: SecretKey::passing(&Sources::system()),
    }
}

/// A site of this name.
fn wardrobe(name: &str) -> Arc<Wardrobe> {
    let mut config = Config::embedded().unwrap();
    name.clone_into(&mut config.site.name);
    let theme = Theme::open(&config.theme).unwrap();
    Arc::new(Wardrobe::new(&config, theme))
}

pub(super) fn letter() -> PostedMail {
    let at = Timestamp::from_millis(1);
    let mail = Mail { to: "ada@example.org".to_owned(), subject: "Grüße".to_owned(), text: "Hello\n".to_owned() };
    let id = MailId::mint(at, [1; 10]);
    PostedMail { id, mail, created_at: at, attempts: 0, state: MailState::Waiting, footing: None, last_error: None }
}

#[test]
fn a_letter_has_one_id_at_every_try() {
    let sent = paper().message(&letter()).unwrap().formatted();
    let sent = String::from_utf8(sent).unwrap();
    assert!(sent.contains(&format!("Message-ID: <{}@ideas.example.org>", letter().id)), "{sent}");
    assert!(sent.contains("Auto-Submitted: auto-generated"), "{sent}");
    assert!(sent.contains("To: ada@example.org"), "{sent}");
}

#[test]
fn no_line_break_gets_into_a_header() {
    let mut letter = letter();
    letter.mail.subject = "Hello\r\nBcc: eve@example.org".to_owned();
    let sent = String::from_utf8(paper().message(&letter).unwrap().formatted()).unwrap();
    assert!(!sent.contains("\r\nBcc:"), "{sent}");
    letter.mail.to = "ada@example.org\r\nBcc: eve@example.org".to_owned();
    assert!(paper().message(&letter).is_err());
}

#[test]
fn a_letter_has_two_parts_that_say_the_same() {
    let mut letter = letter();
    letter.mail.text =
        "Hello <b>,\n\n> Quoted\n\nLook: https://ideas.example.org/a?b&c and https://elsewhere.example/\n".to_owned();
    let sent = String::from_utf8(paper().message(&letter).unwrap().formatted()).unwrap().replace("=\r\n", "");
    assert!(sent.contains("multipart/alternative"), "{sent}");
    assert!(sent.contains("text/plain") && sent.contains("Hello <b>,"), "{sent}");
    assert!(sent.contains("text/html") && sent.contains("Hello &lt;b&gt;,") && sent.contains("Tom &amp; Co"), "{sent}");
    assert!(sent.contains("href=3D\"https://ideas.example.org/a?b&amp;c\""), "{sent}");
    assert!(!sent.contains("href=3D\"https://elsewhere"), "only our own links can be clicked: {sent}");
    assert!(sent.contains("<blockquote") && sent.contains(">Quoted<"), "{sent}");
    assert!(!sent.contains("List-Unsubscribe"), "nothing to stop: {sent}");
}

#[test]
fn a_letter_that_can_be_stopped_says_how_in_its_readers_language() {
    let mut letter = letter();
    let person = PersonId::mint(Timestamp::from_millis(1), [2; 10]);
    let language = Some(Language::from_stored("cy".to_owned()));
    letter.footing = Some(Footing { person, idea: None, why: Why::Digest, language });
    let paper = paper();
    let link = format!("https://ideas.example.org/cy{}", stop::path(&paper.key, person, None));
    let sent = String::from_utf8(paper.message(&letter).unwrap().formatted()).unwrap();
    let unfolded = sent.replace("\r\n ", " ");
    assert!(unfolded.contains(&format!("List-Unsubscribe: <{link}>\r\n")), "{sent}");
    assert!(unfolded.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{sent}");
    assert!(sent.replace("=\r\n", "").contains(&link), "in the text as well: {sent}");
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
    let message = paper().message(&letter()).unwrap();
    let postman = postman(&url, 8).unwrap();
    let handed = hand_over(&postman, message, Duration::from_millis(300));
    let why = tokio::time::timeout(Duration::from_secs(5), handed).await.expect("it waits for ever").unwrap_err();
    assert!(why.contains("did not answer"), "{why}");
}
